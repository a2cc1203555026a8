"""The units below a plan, and what each of them has for a figure of it."""

from collections.abc import Iterator
from enum import StrEnum

from kehoach.carriers import descended
from kehoach.cascade.account import Account, Accounts, Entry
from kehoach.cascade.asking import FLOORS, alike, comparable, same_side
from kehoach.cascade.converting import in_terms_of
from kehoach.phrases.quantity import Quantity
from kehoach.plan.items import is_blank
from kehoach.records import dataclass
from kehoach.units import Units


class Reply(StrEnum):
    """What is known of a unit's part in a figure."""

    KNOWN = "known"
    OPEN = "open"  # its plan came, the figure is still a blank
    DROPPED = "dropped"  # its plan came without it
    UNLIKE = "unlike"  # its figure measures something else, bounds the other side, or cannot be read
    UNHEARD = "unheard"  # no plan of it that inherits ours


@dataclass(frozen=True, slots=True)
class Part:
    """A unit's part in a figure: its entry where its plan has one, and the plan itself where it came."""

    unit: str
    reply: Reply
    entry: Entry | None = None
    account: Account | None = None

    @property
    def quantity(self) -> Quantity | None:
        """What the unit promises, if that is known."""
        return self.entry.quantity if self.entry and self.reply is Reply.KNOWN else None


def owing(entry: Entry, plan: Account, units: Units) -> tuple[str, ...]:
    """The units right below that *entry* asks something of, those in force on the plan's day."""
    below = units.below(plan.unit, plan.day)
    return tuple(u for u in below if descended(entry.carrier, plan.unit, u, units, plan.day) is not None)


def answer_of(unit: str, plan: Account, accounts: Accounts) -> Account | None:
    """The plan of *unit* that inherits *plan*: of the same kind and year; None while there is none."""
    mine = accounts.of_unit(unit, plan)
    return next((one for one in mine if plan.id in one.ancestors and not one.severed), None)


def stray_of(unit: str, plan: Account, accounts: Accounts) -> Account | None:
    """A plan of *unit* of the same kind and year that inherits none of the plans of the unit above it."""
    mine, above = accounts.of_unit(unit, plan), accounts.of_unit(plan.unit, plan)
    return next((one for one in mine if not any(other.id in one.ancestors for other in above)), None)


def severed(unit: str, plan: Account, accounts: Accounts) -> bool:
    """Whether a plan of *unit* of the same kind and year does not inherit what it ought to."""
    return any(one.severed for one in accounts.of_unit(unit, plan))


def parts(entry: Entry, plan: Account, accounts: Accounts, units: Units) -> Iterator[Part]:
    """What each unit that owes something of *entry* has for it, in the order of the register."""
    for unit in owing(entry, plan, units):
        answer = answer_of(unit, plan, accounts)
        yield _part(unit, entry, answer) if answer else Part(unit, Reply.UNHEARD)


def _part(unit: str, entry: Entry, answer: Account) -> Part:
    own = None if entry.target in answer.omitted else answer.entries.get((entry.target, entry.figure))
    if own is None:
        lost = answer.does(entry.target) and entry.pointer not in answer.omitted  # which is said there
        return Part(unit, Reply.UNLIKE if lost else Reply.DROPPED, None, answer)
    if own.quantity is None:
        return Part(unit, Reply.OPEN if is_blank(own.phrase) else Reply.UNLIKE, own, answer)
    return Part(unit, Reply.KNOWN if _fits(own, entry) else Reply.UNLIKE, own, answer)


def _fits(own: Entry, asked: Entry) -> bool:
    """Whether what a unit has can be held against what is asked: as it is, or reckoned from what the unit says."""
    if own.quantity is None or asked.quantity is None:
        return own.quantity is not None
    if asked.cascade in FLOORS and not comparable(own.quantity, asked.quantity):
        return in_terms_of(own.quantity, asked.quantity, own.ground) is not None
    return alike(own.quantity, asked.quantity, asked.cascade) and same_side(own.quantity, asked.quantity)
