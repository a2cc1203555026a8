"""Notes on a draft in words: as comments in its file, and as a list by groups."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from kehoach.notes import Note, Path
from kehoach.reporting.words import Table, Words, filled, table

WIDTH, SHORT = 96, 110
SHAPE = "drafting"


def comments(notes: Iterable[Note], words: Words) -> Mapping[Path, str]:
    """The notes that belong into the file, by the path of the key that they stand above."""
    made: dict[Path, list[str]] = {}
    for note in notes:
        said = _said(note, "comment", words)
        if said:
            made.setdefault(note.path, []).append(said)
    return {path: "\n".join(_wrapped("\n".join(dict.fromkeys(said)))) for path, said in made.items()}


def heading(name: str, words: Words, **arguments: str) -> str:
    """A line of the list that is about all of it."""
    line: str = table(SHAPE)["heads"][name][words.language]
    return line.format(**arguments)


def listed(notes: Sequence[Note], words: Words) -> Iterator[str]:
    """The notes by groups, each group with its count, each note with its file and line."""
    counted = [note for note in notes if "group" in table(SHAPE)[note.code]]
    if counted:
        yield heading("decide", words, count=str(len(counted)))
    for group, title in table(SHAPE)["groups"].items():
        held = [note for note in counted if table(SHAPE)[note.code]["group"] == group]
        if held:
            yield f"{title[words.language]} ({len(held)})"
            yield from _lines(held, words)


def _lines(notes: Sequence[Note], words: Words) -> Iterator[str]:
    if all("brief" in table(SHAPE)[note.code] for note in notes):
        lines = ", ".join(str(note.place.line) for note in notes if note.place)
        file = next((note.place.file for note in notes if note.place), "")
        said = f"  {file}: {heading('lines', words, lines=lines)}"
        yield from wrap(said, SHORT, drop_whitespace=True, subsequent_indent="    ")
        return
    for note in notes:
        place = f"  {note.place.file}:{note.place.line}: " if note.place else "  "
        said = _said(note, "line", words)
        if "whole" in table(SHAPE)[note.code]:
            yield from wrap(place + said, SHORT, subsequent_indent="    ", break_long_words=False)
        else:
            yield place + _cut(said)


def _said(note: Note, part: str, words: Words) -> str:
    entry: Table = table(SHAPE)[note.code]
    return filled(entry[part][words.language], note.arguments) if part in entry else ""


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHORT else line[:SHORT].rsplit(" ", 1)[0] + " …"


def _wrapped(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False) or [""]
