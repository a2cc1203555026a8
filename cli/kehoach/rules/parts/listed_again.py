"""A list that comes back to an entry that it had."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.prose.prose import prose
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_PART = compiled(r"[^.;:()“”\"\n]+")
_ENTRY = compiled(r"[^,]+")
# Two numbers as entries (*khối 10,11*), which a wording takes for one.
_CLOSE_UP = compiled(r"\d,\d")
LEAST, MOST, BETWEEN = 2, 4, 6  # words of an entry, and of those between
APART = 2


@rule("SEC218", Grain.WRITTEN, INFO)
def listed_once(file: Written, view: View) -> Iterator[Fault]:
    """One list of short entries names nothing again after others: *khối 10, khối 11, khối 10*.

    Neighbours that are the same are told by their own rule.
    """
    told = prose(file, view)
    for passage, wording in zip(told.passages, told.wordings, strict=True):
        asked = _again(wording, view.lexicon) or _CLOSE_UP.search(passage.text)
        for start, end in _again(passage.text, view.lexicon) if asked else ():
            arguments = {"written": passage.text[start:end]}
            yield Fault("SEC218", passage.place(start, end), passage.pointer, arguments)


@remembered
def _again(text: str, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """Where entries of *text* stand that their list has named before; behind the last may stand what they do."""
    found: list[tuple[int, int]] = []
    for part in _PART.finditer(text):
        if text.count(",", *part.span()) < APART:
            continue
        entries = [(m.start(), m.group()) for m in _ENTRY.finditer(text, *part.span())]
        words = [entry.strip(" *-") for _, entry in entries]
        if words:
            words[-1] = lexicon.view(_acts).split(words[-1], maxsplit=1)[0]
        anew = lexicon.view(_anew)
        for at in range(APART, len(entries)) if _endings_come_again(words) else ():
            if (len(words[at].split()) >= LEAST or words[at].isupper()) and _named(words, at, anew):
                start = entries[at][0] + len(entries[at][1]) - len(entries[at][1].lstrip(" *"))
                found.append((start, start + len(words[at])))
    return tuple(found)


def _endings_come_again(words: list[str]) -> bool:
    """Whether two entries end in the same word, without which no entry is named again."""
    endings = [entry.rpartition(" ")[2].lower() for entry in words if entry]
    return len(set(endings)) < len(endings)


def _acts(lexicon: Lexicon) -> re.Pattern[str]:
    """The words behind a list that say what all in it do."""
    return compiled(rf"\s+{choice(lexicon.words('names', 'acts'))}(?!\w)")


def _anew(lexicon: Lexicon) -> re.Pattern[str]:
    """The words within an entry behind which another list begins, and those at its beginning."""
    within, begun = (choice(lexicon.words("names", name)) for name in ("anew", "done_anew"))
    return compiled(rf"\s{within}\s|\A{begun}\s")


def _named(words: list[str], at: int, anew: re.Pattern[str]) -> bool:
    """Whether the list named the entry before, with short entries between; its first may stand behind a verb.

    A long entry that comes again letter by letter is told by its own rule.
    """
    entry, short = words[at], len(words[at].split()) <= MOST
    for before in range(at - APART, -1, -1):
        if not 1 <= len(words[before + 1].split()) <= BETWEEN or anew.search(words[before + 1]):
            return False
        other = words[before]
        if f" {other.lower()}".endswith(f" {entry.lower()}") and (short or not other.endswith(entry)):
            return True
    return False
