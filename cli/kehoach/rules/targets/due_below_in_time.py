"""What we ask of our units by a day, against the day on which it is asked of us."""

from collections.abc import Iterator, Set

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.period import Grain as Fineness
from kehoach.plan import Deadline, Plan
from kehoach.rules.calendar.tasks import task_of
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.targets.subjects import Idle
from kehoach.rules.view import View

FEWEST_WORDS = 4
BELOW = ("below",)
_WORD = compiled(r"[^\W\d_]+")


@rule("TGT216", Grain.RESOLVED, WARNING)
def due_below_in_time(plan: Plan, view: View) -> Iterator[Fault]:
    """What our units hand in for something that we hand in ourselves is due before that.

    The two deadlines have ids of their own; they belong together where all words of the shorter one stand in the other,
    or where they ask for the same, whoever it goes to.
    """
    ours, asked = _deadlines(plan)
    for item in ours:
        for above in asked:
            if _same_matter(item, above, plan, view) and _too_late(item, above) and item.due and above.due:
                arguments = {"due": item.due.text, "above": above.due.text, "text": above.text.text}
                related = (Related(above.due.place, "asked_here"),)
                yield Fault("TGT216", item.due.place, f"{item.id}/due", arguments, related)


def _deadlines(plan: Plan) -> tuple[list[Deadline], list[Deadline]]:
    """What we wrote for the units below, and what came down to us."""
    known = [item for item in plan.items() if isinstance(item, Deadline) and item.due and item.period]
    ours = [item for item in known if item.text.chain[0].plan == plan.id and item.carrier.words == BELOW]
    return ours, [item for item in known if item.text.chain[0].plan != plan.id and item.carrier.words != BELOW]


def _too_late(item: Deadline, above: Deadline) -> bool:
    one, other = item.period, above.period
    if one is None or other is None or one.recurrence or other.recurrence:
        return False
    return one.grain is other.grain is Fineness.DAY and one.last >= other.last


def _same_matter(item: Deadline, above: Deadline, plan: Plan, view: View) -> bool:
    ours, theirs = (task_of(one.text.text, view.lexicon) for one in (item, above))
    if ours and theirs and ours.words and (ours.sort, ours.words) == (theirs.sort, theirs.words):
        return True
    idle, names = view.lexicon.view(Idle.of).idle, _names(plan, view)
    shorter, longer = sorted((_words(one.text.text, idle) for one in (item, above)), key=len)
    bare, other = (_words(_without(one.text.text, names), idle) for one in (item, above))
    return (len(shorter) >= FEWEST_WORDS and shorter <= longer) or (len(bare) >= FEWEST_WORDS and bare == other)


def _words(text: str, idle: Set[str]) -> Set[str]:
    return {word.casefold() for word in _WORD.findall(text)} - idle


def _names(plan: Plan, view: View) -> tuple[str, ...]:
    """What we and those above us are called, the longest names first."""
    states = [view.units.state(unit, plan.day) for unit in (plan.unit, *view.units.above(plan.unit, plan.day))]
    names = {name.casefold() for state in states for name in (state.name, state.words.get("self", "")) if name}
    return tuple(sorted(names, key=len, reverse=True))


def _without(text: str, names: tuple[str, ...]) -> str:
    """*text* without whom it is handed in to."""
    for name in names:
        text = text.casefold().replace(name, "")
    return text
