"""Words looked for in all of a plan at once, for rules that need only the passages that hold them."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from kehoach.patterns import LINES, small
from kehoach.records import dataclass, field
from kehoach.rules.passages import Passage, texts
from kehoach.rules.view import View
from kehoach.written import Written


def holding(file: Written, view: View, *traces: str) -> Iterator[Passage]:
    """The passages of ``texts`` that hold any of *traces*, which are in small letters, in their order.

    Between words any blanks stand for a space. To look for a trace in the whole text is much quicker than to ask one
    passage after another.
    """
    whole = view.once(_whole, file)
    numbers = set().union(*map(whole.holding, _fewest(traces)))
    return (whole.passages[number] for number in sorted(numbers))


@lru_cache(256)
def _fewest(traces: tuple[str, ...]) -> tuple[str, ...]:
    """*traces* without those that hold another one."""
    return tuple(one for one in traces if not any(other in one and other != one for other in traces))


@dataclass(frozen=True, slots=True)
class Whole:
    """The passages of a plan and their text in small letters, with single spaces.

    *starts* tells where each begins in it, and where they end. What holds a trace is looked for once.
    """

    passages: tuple[Passage, ...]
    text: str
    starts: tuple[int, ...]
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False)

    def holding(self, trace: str) -> tuple[int, ...]:
        """The numbers of the passages that hold *trace*."""
        if trace not in self._known:
            self._known[trace] = tuple(self._holding(trace))
        return self._known[trace]

    def _holding(self, trace: str) -> Iterator[int]:
        at = self.text.find(trace)
        while at >= 0:
            following = bisect_right(self.starts, at)
            yield following - 1
            at = self.text.find(trace, self.starts[following])


@lru_cache(LINES)
def _line(text: str) -> str:
    return " ".join(small(text).split())


def _whole(file: Written, view: View) -> Whole:
    found = texts(file, view)
    lines = [_line(passage.text) for passage in found]
    return Whole(found, "\n".join(lines), tuple(accumulate((len(line) + 1 for line in lines), initial=0)))
