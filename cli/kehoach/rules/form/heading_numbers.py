"""The numbers of headings and numbered paragraphs follow one another."""

from collections.abc import Iterator
from itertools import chain, pairwise

from kehoach.findings import Fault
from kehoach.phrases.roman import number as counted
from kehoach.phrases.roman import roman
from kehoach.records import dataclass, field
from kehoach.rules.form.form import Form
from kehoach.rules.form.parts.found import Found
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.tree import Element

Trail = tuple[int, ...]


@rule("FMT401", Grain.FORM, ERROR)
def numbers_follow(form: Form) -> Iterator[Fault]:
    """No number is skipped and none is used twice; a list inside a section begins at one again."""
    counters = _Counters()
    for above, part in pairwise((None, *form.found)):
        assert part
        if part.role is Element.PART:
            counters = _Counters()
        if part.level and part.role in {None, Element.NUMBERED}:
            wanted = counters.expected(part, goes_on=above is not None and _goes_on(above, part))
            if wanted:
                yield form.fault("FMT401", part.paragraph, actual=part.number, wanted=wanted)


@rule("FMT402", Grain.FORM, ERROR)
def heading_form(form: Form) -> Iterator[Fault]:
    """The number of a heading ends with the sign that the standard gives it; told once for each level and sign."""
    told: dict[tuple[int, str], dict[str, str]] = {}
    for part in form.parts(None):
        if wrong_sign(form, part):
            first = {"actual": part.number, "wanted": _as_wanted(form, part)}
            yield form.fault("FMT402", part.paragraph, **told.setdefault((part.level, _end(part.number)), first))


def wrong_sign(form: Form, part: Found) -> bool:
    """Whether the number of the heading *part* is written otherwise than the standard has it."""
    return part.number != _as_wanted(form, part)


def _as_wanted(form: Form, part: Found) -> str:
    return _written(form.style(part).number, _numbers(part.number))


@dataclass(frozen=True, slots=True)
class _Last:
    """What a list counted last; after a wrong number both it and the one that it should have been."""

    counts: frozenset[int]
    heading: bool


@dataclass
class _Counters:
    """What was counted last on each level: of lists inside one another, the inmost last."""

    open: dict[int, list[_Last]] = field(default_factory=dict)
    trails: dict[int, Trail] = field(default_factory=dict)

    def expected(self, part: Found, *, goes_on: bool) -> str:
        """The number that *part* should have, nothing where its own is right; *goes_on*: it begins no list."""
        numbers = _numbers(part.number)
        for deeper in [level for level in self.open if level > part.level]:
            del self.open[deeper]
        stack = self.open.setdefault(part.level, [])
        trail, last = numbers[:-1], numbers[-1]
        wrong_trail = self._wrong_trail(part.level, trail)
        if wrong_trail:
            stack[:] = [_Last(frozenset({last}), part.role is None)]
            return _written(part.number, (*trail[:-1], wrong_trail, last))
        if trail != self.trails.get(part.level, trail):
            stack.clear()
        self.trails[part.level] = trail
        wanted = _begun_anew(stack, last) if goes_on else _next(stack, last, part.role is None)
        return _written(part.number, (*trail, wanted)) if wanted else ""

    def _wrong_trail(self, level: int, trail: Trail) -> int:
        """The number above that this one should continue, where it continues another."""
        above = self.open.get(level - 1)
        if not above or not trail:
            return 0
        known = set(chain.from_iterable(one.counts for one in above))
        return 0 if trail[-1] in known else max(above[-1].counts)


def _goes_on(above: Found, part: Found) -> bool:
    """Whether *part* is numbered one although it stands right below another number of its list."""
    same = above.role is part.role is Element.NUMBERED and above.level == part.level
    near = part.paragraph.number - above.paragraph.number <= 2
    anew = _numbers(part.number)[-1:] == (1,) and _numbers(above.number)[-1] > 1
    return same and near and anew and not above.text.endswith(":")


def _begun_anew(stack: list[_Last], last: int) -> int:
    wanted = max(stack[-1].counts) + 1 if stack else last
    stack[-1:] = [_Last(frozenset({last, wanted}), False)]
    return wanted if wanted != last else 0


def _next(stack: list[_Last], last: int, heading: bool) -> int:
    """Count *last* in; what it should have been, or 0 where it is right."""
    for depth in range(len(stack), 0, -1):
        if last - 1 in stack[depth - 1].counts:
            stack[depth - 1 :] = [_Last(frozenset({last}), heading)]
            return 0
    if last == 1 and not (heading and stack):
        stack.append(_Last(frozenset({1}), heading))
        return 0
    depth = next((n for n in range(len(stack), 0, -1) if stack[n - 1].heading is heading), len(stack))
    wanted = max(stack[depth - 1].counts) + 1 if stack else 1
    stack[max(depth - 1, 0) :] = [_Last(frozenset({last, wanted}), heading)]
    return wanted


def _numbers(number: str) -> Trail:
    parts = number.strip("./):-").split(".")
    return tuple(counted(part) or 0 for part in parts)


def _end(number: str) -> str:
    return "" if number[-1:].isalnum() else number[-1:]


def _written(like: str, numbers: Trail) -> str:
    end = _end(like)
    if like[:1].isdigit():
        return ".".join(map(str, numbers)) + end
    return roman(numbers[-1]) + end
