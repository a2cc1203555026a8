"""Two targets about the same that say different numbers."""

from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.plan import Plan
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.targets.subjects import Told, about, all_told, of_a_part
from kehoach.rules.view import View

FEWEST_WORDS = 3


@rule("TGT227", Grain.RESOLVED, WARNING)
def target_once(plan: Plan, view: View) -> Iterator[Fault]:
    """No two targets of a plan say the same work of the same units with different numbers.

    A target was raised and the old one stayed, or a unit wrote one anew that comes down to it. Only the same words
    count: what names an occasion, a place, a span of time or another sort of thing is a target of its own.
    """
    told = [one for one in all_told(plan) if not of_a_part(one.target.text.text, plan.year, view.lexicon)]
    for number, one in enumerate(told):
        if one.figure.phrase.plan == plan.id:
            rest = (*told[:number], *(other for other in told[number:] if other.figure.phrase.plan != plan.id))
            first = next((other for other in rest if _repeats(one, other, view)), None)
            if first:
                said = {"id": one.target.id, "said": one.figure.phrase.text}
                arguments = {**said, "other": first.target.id, "phrase": first.figure.phrase.text}
                here = (Related(first.figure.phrase.place, "headline_here"),)
                yield Fault("TGT227", one.figure.phrase.place, f"{one.target.id}.{one.figure.id}", arguments, here)


def _repeats(one: Told, other: Told, view: View) -> bool:
    """Whether both are about the same, and say different numbers of it."""
    if one.target is other.target or _counted(one) != _counted(other) or _labelled(one) != _labelled(other):
        return False
    words = [about(told.target.text.text, (told.figure.start, told.figure.end), view.lexicon) for told in (one, other)]
    differ = (one.known.low, one.known.high) != (other.known.low, other.known.high)
    enough = words[0] and len(words[0]) + len(one.measure.split()) >= FEWEST_WORDS
    return bool(enough) and differ and words[0] == words[1]


def _labelled(one: Told) -> str:
    """What stands before a colon in front of the figure: whose part it is (*Khối trường học: kết nạp …*)."""
    return one.target.text.text[: one.figure.start].rpartition(":")[0].casefold()


def _counted(one: Told) -> tuple[object, ...]:
    """What is counted, on which side it is bounded, and who does it."""
    known, carrier = one.known, one.figure.carrier or one.target.carrier
    return one.measure, known.qualifier.casefold(), known.counting, known.op, carrier
