"""What a figure rests on: the whole that it is part of, and the level that it grows from."""

from kehoach.cascade.converting import Ground
from kehoach.phrases import quantity
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Quantity
from kehoach.plan import Figure, Target


def whole_of(target: Target, figure: Figure) -> Figure | None:
    """The figure of the same target that *figure* is part of, if it says so and there is one."""
    name = whole_name(target, figure)
    return next((other for other in target.figures if other.id == name and other is not figure), None)


def whole_name(target: Target, figure: Figure) -> str:
    """The id under ``subset_of``, empty where nothing is written."""
    said = figure.fields.get("subset_of") or target.fields.get("subset_of")
    return said.text if said else ""


def ground(target: Target, figure: Figure, lexicon: Lexicon) -> Ground:
    """The ground of *figure* as far as the plan says it."""
    whole = whole_of(target, figure)
    growth = figure.fields.get("growth") or target.fields.get("growth")
    return Ground(whole.quantity if whole else None, _baseline(target, figure, lexicon), growth.text if growth else "")


def _baseline(target: Target, figure: Figure, lexicon: Lexicon) -> Quantity | None:
    """The level that *figure* grows from, if it is written."""
    said = figure.fields.get("baseline") or target.fields.get("baseline")
    return quantity.parse(said.text, lexicon) if said and said.text else None
