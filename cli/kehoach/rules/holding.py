"""Words looked for in all of a plan at once, for rules that need only the passages that hold them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from kehoach.patterns import small
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass, field
from kehoach.rules.passages import Passage, texts
from kehoach.rules.view import View
from kehoach.written import Written


def holding(file: Written, view: View, *traces: str) -> tuple[Passage, ...]:
    """The passages of ``texts`` that hold any of *traces*, words of the lexicon in small letters, in their order.

    Between words any blanks stand for a space. What a line holds is known to all plans that have it.
    """
    return view.once(_index, file).holding(traces)


def saying(file: Written, view: View, *words: str) -> tuple[Passage, ...]:
    """The same as ``holding``, for *words* that one plan alone asks for."""
    whole = view.once(_index, file)
    numbers = set().union(*map(whole.joined.holding, words))
    return tuple(whole.passages[number] for number in sorted(numbers))


@dataclass(frozen=True, slots=True, eq=False)
class Joined:
    """Lines as one text: to look for a word in it is much quicker than to look in one line after another.

    *starts* tells where each begins in it, and where they end.
    """

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, lines: "Sequence[Line]") -> "Joined":
        """*lines* joined."""
        texts = [line.text for line in lines]
        return cls("\n".join(texts), tuple(accumulate((len(text) + 1 for text in texts), initial=0)))

    def holding(self, word: str) -> Iterator[int]:
        """The numbers of the lines that hold *word*."""
        at = self.text.find(word)
        while at >= 0:
            following = bisect_right(self.starts, at)
            yield following - 1
            at = self.text.find(word, self.starts[following])


@dataclass(slots=True, eq=False)
class Line:
    """What a passage says, in small letters with single spaces, and what it *held* of the first *asked* traces."""

    text: str
    held: set[str] = field(default_factory=set)
    asked: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The passages of a plan and the numbers of those that hold each trace; *traces* are all that were asked for."""

    passages: tuple[Passage, ...]
    joined: Joined
    traces: list[str]
    _numbers: dict[str, list[int]]
    _given: dict[tuple[str, ...], tuple[Passage, ...]] = field(default_factory=dict)

    def holding(self, traces: tuple[str, ...]) -> tuple[Passage, ...]:
        """The passages that hold any of *traces*."""
        if traces not in self._given:
            numbers = set().union(*map(self._holding, _fewest(traces)))
            self._given[traces] = tuple(map(self.passages.__getitem__, sorted(numbers)))
        return self._given[traces]

    def _holding(self, trace: str) -> list[int]:
        if trace not in self._numbers:
            self._numbers[trace] = list(self.joined.holding(trace))
            if trace not in self.traces:
                self.traces.append(trace)
        return self._numbers[trace]


@lru_cache(256)
def _fewest(traces: tuple[str, ...]) -> tuple[str, ...]:
    """*traces* without those that hold another one."""
    return tuple(one for one in traces if not any(other in one and other != one for other in traces))


def _index(file: Written, view: View) -> Index:
    passages, traces = texts(file, view), view.lexicon.view(_traces)
    lines = [_line(passage.text, view.lexicon) for passage in passages]
    _ask([line for line in lines if line.asked < len(traces)], traces)
    numbers: dict[str, list[int]] = {trace: [] for trace in traces}
    for number, line in enumerate(lines):
        for trace in line.held:
            numbers[trace].append(number)
    return Index(passages, Joined.of(lines), traces, numbers)


def _ask(lines: list[Line], traces: list[str]) -> None:
    """Find out what *lines* hold of *traces*."""
    joined = Joined.of(lines)
    for trace in traces[min((line.asked for line in lines), default=0) :]:
        for number in joined.holding(trace):
            lines[number].held.add(trace)
    for line in lines:
        line.asked = len(traces)


@remembered
def _line(text: str, lexicon: Lexicon) -> Line:
    low = small(text)
    single = low.isprintable() and "  " not in low
    return Line(low if single else " ".join(low.split()))


def _traces(lexicon: Lexicon) -> list[str]:
    return []
