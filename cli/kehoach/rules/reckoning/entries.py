"""The amounts of a list against the total said above or below it."""

from collections.abc import Iterator
from fractions import Fraction

from kehoach.findings import Fault, Related
from kehoach.patterns import small
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Found, number_written
from kehoach.rules.passages import Passage, texts
from kehoach.rules.reckoning.amounts import alike, amounts, floor
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

FEWEST = 2


@rule("TGT502", Grain.WRITTEN, WARNING)
def entries_add_up(file: Written, view: View) -> Iterator[Fault]:
    """The amounts of a list add up to the total above it: money by its sources, trees by their places.

    The line above ends with a colon and names one total; every entry below names one amount of the same sort.
    """
    lines = texts(file, view)
    for at, line in enumerate(lines):
        if line.text.endswith(":") and _says_all(line.text, view.lexicon):
            yield from _listed(line, [*_entries(lines, at)], view)


def _says_all(text: str, lexicon: Lexicon) -> bool:
    low = small(text)
    names = (name for key in ("in_all", "some_parts", "all_parts") for name in lexicon.words("reckoning", key))
    return any(sign.isdigit() for sign in text) and any(name in low for name in names)


def _entries(lines: tuple[Passage, ...], at: int) -> Iterator[Passage]:
    """The bullets right below a line, of the first one's level."""
    level = lines[at + 1].level if at + 1 < len(lines) else 0
    for line in lines[at + 1 :]:
        if not level or line.level != level or line.path != lines[at].path:
            return
        yield line


def _listed(line: Passage, entries: list[Passage], view: View) -> Iterator[Fault]:
    for whole in amounts(line.text, view.lexicon):
        parts = [_only(whole, entry, view.lexicon) for entry in entries]
        told = [part for part in parts if part is not None]
        if len(told) < FEWEST or len(told) < len(parts) or not floor(whole.quantity):
            continue
        come = sum((Fraction(part.quantity.low) for part in told), Fraction(0))
        if come != whole.quantity.low:
            arguments = {"whole": whole.quantity.written, "sum": number_written(come)}
            last = Related(entries[-1].place(told[-1].start, told[-1].end), "last_entry")
            yield Fault("TGT502", line.place(whole.start, whole.end), line.pointer, arguments, (last,))


def _only(whole: Found, entry: Passage, lexicon: Lexicon) -> Found | None:
    """The one amount of *entry* that may be part of *whole*."""
    found = [one for one in amounts(entry.text, lexicon) if alike(whole.quantity, one.quantity, lexicon)]
    return found[0] if len(found) == 1 and floor(found[0].quantity) else None
