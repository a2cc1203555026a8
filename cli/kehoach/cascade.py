"""What a unit owes of a figure of the level above, and whether what it says is enough."""

from kehoach.phrases.quantity import Op, Quantity
from kehoach.plan import Cascade, Figure, Value
from kehoach.units import State

FLOORS = frozenset({Cascade.EACH, Cascade.RATE, Cascade.SAME})
CEILINGS = frozenset({Op.AT_MOST, Op.LESS_THAN})


def allocation(figure: Figure, unit: str, state: State) -> Value | None:
    """What was allocated to a unit: by itself, by a group it belongs to, by its level."""
    groups = [f"group/{group}" for group in state.groups]
    keys = (f"except/{unit}", unit, *groups, state.level)
    return next((figure.allocate[key] for key in keys if key in figure.allocate), None)


def looser(own: Quantity, asked: Quantity) -> bool:
    """Whether *own* asks for less than *asked*; quantities that do not measure the same are not compared.

    Of a range its lower end counts, of a ceiling the number that may not be passed. *trên* asks for more than
    *ít nhất* at the same number.
    """
    if own.percent != asked.percent or own.counting != asked.counting:
        return False
    if asked.op in CEILINGS:
        return own.op not in CEILINGS or own.low > asked.low
    strict = own.op is Op.MORE_THAN, asked.op is Op.MORE_THAN
    return own.op in CEILINGS or own.low < asked.low or (own.low == asked.low and strict == (False, True))
