"""Leading zeros: in each sort of number all or none."""

from collections.abc import Iterator, Mapping
from itertools import compress
from operator import not_

from kehoach.findings import Fault, Related
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass, replace
from kehoach.rules.prose.low_numbers import DATE_MONTH_LOW, DAY, MONTH_LOW, SORTS, ZERO, low_numbers
from kehoach.rules.prose.prose import Prose, prose_and_times
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

FEW = 5
SHOWN = 14
Span = tuple[int, int]
OFFICIAL = frozenset({DAY, MONTH_LOW, DATE_MONTH_LOW})


@dataclass(frozen=True, slots=True)
class Habit:
    """Where numbers of one sort stand, with and without a zero."""

    padded: list[Span]
    bare: list[Span]

    @property
    def rarer(self) -> list[Span]:
        """Those written in the rarer way, where another way is clearly usual."""
        fewer, more = sorted((self.bare, self.padded), key=len)
        return fewer if 0 < len(fewer) < len(more) else []

    @property
    def against_form(self) -> list[Span]:
        """Those without the zero that the form asks for, where others have it."""
        return self.bare if self.padded else []


@rule("TXT504", Grain.WRITTEN, INFO)
def zeros_alike(file: Written, view: View) -> Iterator[Fault]:
    """Numbers of one sort have a leading zero all or none: *tuần 01* and *tuần 4* do not go together.

    Of those for which the form asks for a zero it is the bare ones that differ, few or many.

    A few that differ are shown one by one, many are told once with all their places.
    """
    told = prose_and_times(file, view)
    seen: set[int] = set()
    for sort, said in _numbers(told, view.lexicon).items():
        found = _once(told, said) if file.id in view.finished else said
        habit = _habit(told, found)
        rare = habit.against_form if sort in OFFICIAL else habit.rarer
        usual = next((told.text[start:end] for start, end in found if (start, end) not in rare), "")
        by_line = {told.at(span[0]): span for span in reversed(rare)}
        for span, others in _told([by_line[line] for line in sorted(by_line) if line not in seen]):
            fault = told.fault("TXT504", *span, text=_around(told, span), usual=usual, sort=sort)
            yield replace(fault, related=tuple(_also(told, other) for other in others))
        seen.update(by_line)


def _habit(told: Prose, found: list[Span]) -> Habit:
    begins = [told.text[start] == ZERO for start, _ in found]
    return Habit([*compress(found, begins)], [*compress(found, map(not_, begins))])


def _numbers(told: Prose, lexicon: Lexicon) -> Mapping[str, list[Span]]:
    """The numbers below ten of each sort."""
    found: dict[str, list[Span]] = {sort: [] for sort in SORTS}
    for begin, (sort, start, end) in told.each(low_numbers, lexicon):
        found[sort].append((begin + start, begin + end))
    return found


def _once(told: Prose, found: list[Span]) -> list[Span]:
    """The first of those that stand at one place of a finished document, whose words may be said in two passages."""
    first: dict[int, Span] = {}
    for span in found:
        first.setdefault(told.origin(span[0]), span)
    return list(first.values())


def _told(rare: list[Span]) -> Iterator[tuple[Span, list[Span]]]:
    """Each place by itself, or the first with the others where there are many."""
    if len(rare) > FEW:
        yield rare[0], rare[1:]
    else:
        yield from ((span, []) for span in rare)


def _around(told: Prose, span: Span) -> str:
    return told.near(*span, SHOWN)


def _also(told: Prose, span: Span) -> Related:
    return told.related(*span, "also_here", text=_around(told, span))
