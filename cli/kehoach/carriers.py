"""Who carries an item, read anew at each step down."""

from datetime import date

from kehoach.plan import Carrier
from kehoach.units import State, Units

OWN, BELOW, WHOLE = Carrier(("own",)), Carrier(("below",)), Carrier(("whole",))
WORDS = frozenset({*OWN.words, *BELOW.words, *WHOLE.words})
REACH = {OWN.words: {"own"}, BELOW.words: {"below"}, WHOLE.words: {"own", "below"}}


def descended(carrier: Carrier, issuer: str, unit: str, units: Units, day: date) -> Carrier | None:
    """What *carrier* of a plan by *issuer* means for *unit* below it; None where the item does not come down."""
    if unit == issuer:
        return carrier
    if carrier == WHOLE:
        return WHOLE
    if carrier == BELOW:
        return OWN if units.state(unit, day).parent == issuer else None
    return None if carrier == OWN else _named(carrier, unit, units, day)


def _named(carrier: Carrier, unit: str, units: Units, day: date) -> Carrier | None:
    here = _names(carrier, unit, units.state(unit, day))
    under = any(_names(carrier, u, units.state(u, day)) for u in units.under(unit, day)) or any(
        _deeper(word, unit, units, day) for word in carrier.words
    )
    if here and under:
        return WHOLE
    if here:
        return OWN
    return BELOW if under else None


def _names(carrier: Carrier, unit: str, state: State) -> bool:
    groups = {f"group/{group}" for group in state.groups}
    return any(word in (unit, state.level) or word in groups for word in carrier.words)


def _deeper(word: str, unit: str, units: Units, day: date) -> bool:
    """Whether *word* is a level that stands below the level of *unit* in the order of the register.

    A level whose units stand beside *unit* is not below it, as communes beside the Union of an agency of the province.
    """
    order, state = list(units.levels), units.state(unit, day)
    if word not in order or state.level not in order or order.index(word) <= order.index(state.level):
        return False
    return word not in {units.state(one, day).level for one in units.below(state.parent, day)}


def known_carrier(word: str, units: Units) -> bool:
    """Whether *word* of a carrier means anybody: a whole, a level, a group or a unit of the register."""
    return word in WORDS or word.startswith("group/") or word in units.levels or word in units


def narrows(new: Carrier, old: Carrier) -> bool:
    """Whether *new* reaches fewer than *old*; lists are not compared."""
    if new.is_list or old.is_list:
        return False
    return not REACH[new.words] >= REACH[old.words]
