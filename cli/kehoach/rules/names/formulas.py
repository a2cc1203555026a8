"""Formulas of a movement (*3 nắm, 3 biết, 3 làm*; *1+1*)."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.choices import unmarked
from kehoach.phrases.remembering import remembered
from kehoach.rules.passages import Passage, texts
from kehoach.rules.prose.phrases import misspelt
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_STEPS = compiled(r"([1-9])\s+[^\W\d]+(?:\s*[,;–-]\s*0?\1\s+[^\W\d]+)+(?![\w/])")
_BEFORE = compiled(r"(?:^|[^\w.,/])0?$")
_SUM = compiled(r"(?<![\w.,/+])\d\s*\+\s*\d(?![\w+])")
# What every formula holds.
_TELLING = compiled(r"[,;–+-]\s*0?\d(?!\d)")
Found = tuple[str, int, int]
Where = tuple[Passage, int, int]


@rule("ORG312", Grain.WRITTEN, INFO)
def formula_of_one_form(file: Written, view: View) -> Iterator[Fault]:
    """A formula of figures and words is written in one way throughout.

    *3 nắm, 3 biết* and *03 năm - 03 biết* are one movement; its name is learnt by heart.
    """
    first: dict[str, tuple[Passage, Found]] = {}
    for passage in texts(file, view):
        for found in _formulas(passage.text):
            key, start, end = found
            before, (_, begin, stop) = first.setdefault(key, (passage, found))
            one, other = passage.text[start:end], before.text[begin:stop]
            if one.lower() != other.lower() and not _slip(view, (passage, start, end), (before, begin, stop)):
                related = (Related(before.place(begin, stop), "named_here"),)
                arguments = {"name": one, "other": other}
                yield Fault("ORG312", passage.place(start, end), passage.pointer, arguments, related)


def _slip(view: View, *places: Where) -> bool:
    """Whether just one of the two is a slip of the keys, which TXT603 tells."""
    return len({misspelt(passage.text, start, end, view.lexicon) for passage, start, end in places}) > 1


@remembered
def _formulas(text: str) -> tuple[Found, ...]:
    """The formulas of *text*: what they have in common with others of the same movement, and where they stand."""
    if not _TELLING.search(text):
        return ()
    steps = (_step(text, match) for match in _STEPS.finditer(text))
    sums = (("sum" + "".join(m.group().split()), *m.span()) for m in _SUM.finditer(text))
    return (*filter(None, steps), *sums)


def _step(text: str, match: re.Match[str]) -> Found | None:
    """The formula whose first figure is at *match*, with the zero before it; None where it is part of a number."""
    before = _BEFORE.search(text[max(0, match.start() - 2) : match.start()])
    if before is None:
        return None
    start = match.start() - before.group().endswith("0")
    return unmarked("".join(re.findall(r"[^\W0]", match.group()))), start, match.end()
