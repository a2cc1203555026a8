"""What a plan made of what it inherits: kept, tightened, loosened, added, dropped, still to be filled."""

from collections.abc import Iterator
from enum import StrEnum

from kehoach.cascade import FLOORS, allocation, asked_of, looser
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Quantity
from kehoach.plan import Deadline, Figure, Item, Omission, Plan, Target, Value, Verb
from kehoach.records import dataclass
from kehoach.units import Units


class Answer(StrEnum):
    """What became of a thing that the plan above asks."""

    KEPT = "kept"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    REWORDED = "reworded"
    ADDED = "added"
    DROPPED = "dropped"
    FILLED = "filled"  # our own part of a total
    TO_FILL = "to_fill"


@dataclass(frozen=True, slots=True)
class Answered:
    """One line: the *pointer* in the lower plan, what was asked in the words of the plan above, and our own words.

    *reason* is that of a thing dropped.
    """

    answer: Answer
    pointer: str
    asked: str
    own: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Above:
    """The plan above, and what its figures are read with."""

    plan: Plan
    units: Units
    lexicon: Lexicon


def answers(child: Plan, above: Above) -> tuple[Answered, ...]:
    """What *child* made of what the plan *above* asks of it, in the order of *child*; what it dropped comes last."""
    asked = {item.id: item for item in above.plan.items()}
    lines = [line for item in child.items() for line in _item(item, asked.get(item.id), child, above)]
    return (*lines, *map(_dropped, child.omitted))


def _item(item: Item, asked: Item | None, child: Plan, above: Above) -> Iterator[Answered]:
    if item.text.chain[0].plan == child.id:
        yield Answered(Answer.ADDED, item.id, "", item.text.text)
        return
    if above.plan.id not in {step.plan for step in item.text.chain}:
        return
    words = asked.text.text if asked else ""
    figures = tuple(item.figures) if isinstance(item, Target) else ()
    for figure in figures:
        yield _figure(item, figure, child, above)
    if isinstance(item, Deadline):
        yield from _deadline(item, asked, child)
    elif not figures:
        yield Answered(Answer.REWORDED if _ours(item.text, child) else Answer.KEPT, item.id, words, item.text.text)


def _figure(item: Item, figure: Figure, child: Plan, above: Above) -> Answered:
    upper = figure.above
    pointer = f"{item.id}.{figure.id}"
    if upper is None:
        return Answered(Answer.ADDED, pointer, "", figure.phrase.text)
    if figure.quantity is None:
        return Answered(Answer.TO_FILL, pointer, upper.phrase.text, "")
    state = above.units.state(child.unit, child.day)
    share = allocation(upper, child.unit, state)
    asked = asked_of(upper.quantity, share.text, above.lexicon) if share and upper.quantity else upper.quantity
    words = asked.written if asked else upper.phrase.text
    if not _ours(figure.phrase, child):
        return Answered(Answer.KEPT, pointer, words, figure.phrase.text)
    of_each = share is not None or upper.cascade in FLOORS
    answer = _strictness(figure.quantity, asked) if of_each else Answer.FILLED
    return Answered(answer, pointer, words, figure.phrase.text)


def _strictness(own: Quantity, asked: Quantity | None) -> Answer:
    if asked is None or own == asked:
        return Answer.KEPT
    if looser(own, asked):
        return Answer.LOOSENED
    return Answer.TIGHTENED if looser(asked, own) else Answer.REWORDED


def _deadline(item: Deadline, asked: Item | None, child: Plan) -> Iterator[Answered]:
    due = asked.due if isinstance(asked, Deadline) else None
    words = due.text if due else asked.text.text if asked else ""
    own = item.due.text if item.due else item.text.text
    answer = Answer.REWORDED if _ours(item.text, child) else Answer.KEPT
    if isinstance(asked, Deadline) and item.period and asked.period and item.period != asked.period:
        answer = Answer.TIGHTENED if item.period.last < asked.period.last else Answer.LOOSENED
    yield Answered(answer, item.id, words, own)


def _dropped(omission: Omission) -> Answered:
    return Answered(Answer.DROPPED, omission.pointer, omission.words, "", omission.reason)


def _ours(value: Value, child: Plan) -> bool:
    return value.plan == child.id and value.chain[-1].verb in {Verb.OVERRIDDEN, Verb.REPLACED}
