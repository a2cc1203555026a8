"""Two targets about the same that say different numbers."""

from collections.abc import Iterator, Sequence

from kehoach.findings import Fault, Related
from kehoach.plan import Plan
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.targets.subjects import Told, all_told, of_a_part
from kehoach.rules.view import View

FEWEST_WORDS = 3


@rule("TGT227", Grain.RESOLVED, WARNING)
def target_once(plan: Plan, view: View) -> Iterator[Fault]:
    """No two targets of a plan say the same work of the same units with different numbers.

    A target was raised and the old one stayed, or a unit wrote one anew that comes down to it. Only the same words
    count: what names an occasion, a place, a span of time or another sort of thing is a target of its own.
    """
    works: dict[object, list[Told]] = {}
    for one in all_told(plan, view.lexicon):
        works.setdefault(_work(one), []).append(one)
    for told in works.values():
        if len(told) > 1 and _named(told[0]):
            whole = [one for one in told if not of_a_part(one.target.text.text, plan.year, view.lexicon)]
            yield from _repeated(whole, plan)


def _work(one: Told) -> object:
    """What is counted, on which side it is bounded, who does it, whose part it is, and what it is about."""
    known = one.known
    counted = one.measure, known.qualifier.casefold(), known.counting, known.op
    return counted, one.carrier.words, _label(one), one.subject


def _label(one: Told) -> str:
    """What stands before a colon in front of the figure: whose part it is (*Khối trường học: kết nạp …*)."""
    return one.target.text.text[: one.figure.start].rpartition(":")[0].casefold()


def _named(one: Told) -> bool:
    """Whether enough words say what it is about."""
    return bool(one.subject) and len(one.subject) + len(one.measure.split()) >= FEWEST_WORDS


def _repeated(told: Sequence[Told], plan: Plan) -> Iterator[Fault]:
    """Each of *told*, figures of the same work, that *plan* writes after another number, or against what comes down."""
    for number, one in enumerate(told):
        if one.figure.phrase.plan == plan.id:
            rest = (*told[:number], *(other for other in told[number:] if other.figure.phrase.plan != plan.id))
            first = next((other for other in rest if _differ(one, other)), None)
            if first:
                said = {"id": one.target.id, "said": one.figure.phrase.text}
                arguments = {**said, "other": first.target.id, "phrase": first.figure.phrase.text}
                here = (Related(first.figure.phrase.place, "headline_here"),)
                yield Fault("TGT227", one.figure.phrase.place, f"{one.target.id}.{one.figure.id}", arguments, here)


def _differ(one: Told, other: Told) -> bool:
    numbers = (one.known.low, one.known.high), (other.known.low, other.known.high)
    return one.target is not other.target and numbers[0] != numbers[1]
