"""Lines that stand at no level of their file, or are neither key, list entry nor text that goes on."""

import re
from collections.abc import Iterator, Sequence

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.places import Edit
from kehoach.reading.yaml.lines import Entry
from kehoach.reading.yaml.rawtext import RawText

WIDTHS = (2, 4, 8, 3)  # of a tab, in the editors that people write with
BLANKS = "\t\u00a0\u2007\u202f\u3000"
MARGIN = compiled(rf"^ *[{BLANKS}][ {BLANKS}]*(?=[^\s])", re.MULTILINE)


def indented_otherwise(raw: RawText, width: int = WIDTHS[0]) -> Fault | None:
    """Lines that tabs indent, or blanks pasted from elsewhere: one fault at the first, cured in all.

    A tab becomes *width* spaces.
    """
    margins = list(MARGIN.finditer(raw.text))
    if not margins:
        return None
    at = next(i for i in range(margins[0].start(), margins[0].end()) if raw.text[i] in BLANKS)
    edits = tuple(Edit(m.start(), m.end(), _spaces(m.group(), width)) for m in margins)
    arguments = {"character": f"U+{ord(raw.text[at]):04X}"}
    return Fault("DOC101", raw.place(at, at + 1), arguments=arguments, edits=edits)


def _spaces(margin: str, width: int) -> str:
    return margin.replace("\t", " " * width).translate(dict.fromkeys(map(ord, BLANKS), " "))


Levels = dict[int, set[str]]


def misplaced(entries: Sequence[Entry], raw: RawText) -> Iterator[Fault]:
    """The entries whose indentation fits nothing above them, in order."""
    levels: Levels = {}
    before: Entry | None = None
    for entry in entries:
        code = _wrong(entry, before, levels) if before else ""
        if code:
            start = raw.starts[entry.line - 1] + entry.indent
            arguments = {"columns": ", ".join(str(level + 1) for level in levels), "text": entry.value}
            yield Fault(code, raw.place(start, start + 1), arguments=arguments)
        _open(entry, levels)
        before = entry


def _wrong(entry: Entry, before: Entry, levels: Levels) -> str:
    """The code of what is wrong with an entry after *before*, or nothing."""
    opens = not before.value or before.value.startswith("#")
    deeper = entry.indent > before.indent + max(before.dashes.rfind("-"), 0)
    if entry.bare and not (opens and deeper):
        return "DOC127"
    if entry.indent in levels:
        same = {"-" if entry.dashes else "key"} & levels[entry.indent] or (opens and entry.dashes)
        return "" if same else "DOC126"
    innermost = max(levels, default=-1)
    return "" if opens and entry.indent > innermost else "DOC122"


def _open(entry: Entry, levels: Levels) -> None:
    """Close the levels that the entry leaves, open those that it begins."""
    for level in [level for level in levels if level > entry.indent]:
        del levels[level]
    for at, char in enumerate(entry.dashes):
        if char == "-":
            levels.setdefault(entry.indent + at, set()).add("-")
    if entry.key:
        levels.setdefault(entry.column, set()).add("key")
