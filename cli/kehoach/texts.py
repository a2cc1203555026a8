"""The texts of a plan: inline Markdown with placeholders, filled and checked.

A text that does not fit the grammar of ``placeholders`` stays as it was written; ``problems`` says where.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from kehoach.phrases import partial_date
from kehoach.phrases.lexicon import Lexicon
from kehoach.placeholders import Broken, Mark, Placeholder, Segment, Trouble, escape, segments
from kehoach.records import dataclass, field
from kehoach.units import State

__all__ = ["Context", "Names", "Problem", "Segment", "Trouble", "escape", "fill", "problems", "segments"]

PARENT = "parent"
GAP = "gap"
YEARS_SINCE = "years_since"
REF = "ref"
ITEM = "item"


class Problem(NamedTuple):
    """A fault of a text: from code point *start* to *end*, what it is, and what it is about."""

    start: int
    end: int
    trouble: Trouble
    arguments: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Names:
    """What placeholders may say where a text stands; *parent* is true in a ``body`` with a parent.

    *items* are those that a ``body`` may give a place.
    """

    names: frozenset[str]
    events: frozenset[str] = frozenset()
    refs: frozenset[str] = frozenset()
    parent: bool = False
    items: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Context:
    """What placeholders stand for: the unit that prints, the unit that wrote, and the plan's year.

    *events* maps an event to the year of its founding, *refs* an id to its printed place; *gap* is
    the blank to fill by hand.
    """

    unit: State
    source: State
    year: int
    events: Mapping[str, int] = field(default_factory=dict)
    refs: Mapping[str, str] = field(default_factory=dict)
    gap: str = ""

    def names(self, *, parent: bool = False) -> Names:
        """The names that are defined here."""
        return Names(frozenset(self.values()), frozenset(self.events), frozenset(self.refs), parent)

    def values(self) -> Mapping[str, str]:
        """Every defined name with what it stands for."""
        units = chain(_of_unit("unit", self.unit), _of_unit("source", self.source))
        return {**dict(units), "year": str(self.year), GAP: self.gap}


def founded(lexicon: Lexicon) -> Mapping[str, int]:
    """The year of founding of every event of the table of commemorations that has one."""
    rows = lexicon.table("commemorations").items()
    days = {event: partial_date.parse(str(row.get("day", ""))) for event, row in rows if isinstance(row, Mapping)}
    return {event: day.year for event, day in days.items() if day}


def fill(text: str, context: Context, each: Callable[[str], str] = str) -> str:
    """*text* with every placeholder filled, marks dropped and escapes undone.

    *each* is applied to what is put in, never to the text's own words. A placeholder that has no
    meaning here stays as it was written: ``problems`` says so.
    """
    values = context.values()
    filled = []
    for part in segments(text):
        match part:
            case Placeholder():
                meaning = _meaning(part, context, values)
                filled.append(text[part.start : part.end] if meaning is None else each(meaning))
            case Mark():
                filled[-1:] = [words.rstrip(" \t") for words in filled[-1:]]
            case _:
                filled.append(part.text)
    return "".join(filled)


def problems(text: str, names: Names) -> Iterator[Problem]:
    """Everything in *text* that is outside the grammar or not defined by *names*."""
    for part in segments(text):
        if isinstance(part, Broken):
            yield Problem(part.start, part.end, part.trouble, {"text": part.text})
        elif isinstance(part, Placeholder):
            found = _trouble(text, part, names)
            if found is not None:
                yield Problem(part.start, part.end, found, _about(text, part, found, names))


def _of_unit(role: str, state: State) -> Iterator[tuple[str, str]]:
    yield f"{role}.name", state.name
    yield f"{role}.short", state.short
    yield f"{role}.place", state.place
    for key, words in state.words.items():
        yield f"{role}.words.{key}", words
    for key, body in state.bodies.items():
        yield f"{role}.bodies.{key}", body.get("name", "")


def _meaning(part: Placeholder, context: Context, values: Mapping[str, str]) -> str | None:
    if part.argument is None:
        return values.get(part.name)
    if part.name == REF:
        return context.refs.get(part.argument)
    if part.name == YEARS_SINCE and part.argument in context.events:
        return str(context.year - context.events[part.argument])
    return None


def _trouble(text: str, part: Placeholder, names: Names) -> Trouble | None:
    if part.argument is not None:
        known = {REF: names.refs, YEARS_SINCE: names.events, ITEM: names.items}.get(part.name)
        if known is None:
            return Trouble.UNKNOWN_FUNCTION
        return None if part.argument in known else Trouble.UNKNOWN_ARGUMENT
    if part.name != PARENT:
        return None if part.name in names.names else Trouble.UNDEFINED
    if not names.parent:
        return Trouble.PARENT_ELSEWHERE
    return None if _alone(text, part) else Trouble.PARENT_NOT_ALONE


def _alone(text: str, part: Placeholder) -> bool:
    before = text[: part.start].rpartition("\n")[2]
    after = text[part.end :].partition("\n")[0]
    return not (before.strip() or after.strip())


def _about(text: str, part: Placeholder, trouble: Trouble, names: Names) -> dict[str, str]:
    arguments = {"text": text[part.start : part.end], "name": part.name}
    if trouble is Trouble.UNDEFINED:
        return {**arguments, "nearest": _nearest(part.name, names.names)}
    if trouble is Trouble.UNKNOWN_ARGUMENT:
        known = {REF: names.refs, ITEM: names.items}.get(part.name, names.events)
        return {**arguments, "argument": part.argument or "", "nearest": _nearest(part.argument or "", known)}
    return arguments


def _nearest(name: str, known: frozenset[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, sorted(known), 1)), "")
