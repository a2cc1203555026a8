"""The numbers and bullets of a finished document: their form, and which one in it each is."""

import re
from collections.abc import Sequence

from kehoach import counters
from kehoach.patterns import compiled
from kehoach.records import dataclass

FORMS = ("1.", "(1)", "1)", "1.1.", "a)", "A.", "I.")
FREE, DASHES = "none", "-–—"
_NUMBER = compiled(r"(\(?)((?:\d+\s*[.,]\s*)*)(\d+|[IVXLC]+|[a-zđ]|[A-ZĐ])\s*([.):/]*)\s*[-–—]?")


@dataclass(frozen=True, slots=True)
class Mark:
    """A number before a paragraph: its *form*, the figures above the last one, and the count."""

    form: str
    trail: str
    count: int


def read(mark: str) -> Mark | None:
    """The number that *mark* writes, None for a bullet or nothing; ``I`` and ``C`` are Roman."""
    match = _NUMBER.fullmatch(mark.strip())
    if match is None or not mark.strip():
        return None
    opening, above, last, end = match.groups()
    trail = re.sub(r"\s", "", above).replace(",", ".").rstrip(".")
    symbol = _symbol(last)
    form = f"{'1.' * (trail.count('.') + 1 if trail else 0)}{symbol}"
    if symbol == "I" and not (opening or trail or end) and mark.strip()[-1] in DASHES:
        return Mark("I-", "", counters.counted(f"{last}.", "I."))
    form = f"({form})" if opening else f"{form})" if ")" in end or symbol == "a" else f"{form}."
    return Mark(form, trail, counters.counted(f"{last}.", f"{symbol}."))


def _symbol(last: str) -> str:
    if last.isdecimal():
        return "1"
    if re.fullmatch(r"[IVXLC]+", last):
        return "I"
    return "a" if last.islower() else "A"


def counting(marks: Sequence[str], trail: str) -> str:
    """The form in which *marks*, those of the paragraphs of one section, count from one; empty where they do not.

    What is numbered in another form stands below or beside them and is not counted; *trail* are the
    figures of the section's own number.
    """
    known = [found for found in map(read, marks) if found]
    form = known[0].form if known else ""
    same = [found for found in known if found.form == form]
    regular = all(found.count == at for at, found in enumerate(same, 1))
    fits = form in FORMS and all(found.trail == ("" if form != "1.1." else trail) for found in same)
    return form if form and regular and fits else ""
