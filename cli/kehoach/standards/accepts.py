"""How far a finished document may differ from the figures that a standard itself would print."""

from collections.abc import Mapping

from kehoach.records import dataclass
from kehoach.standards.figures import Figures

FREE, CERTAINTY = "free", "certainty"


@dataclass(frozen=True, slots=True)
class Accepted:
    """What an element may be: *ranges* by figure, from lowest to highest; *free* is what it may have or not."""

    ranges: Mapping[str, tuple[float, float]]
    free: tuple[str, ...]


def accepted(rows: Figures) -> Mapping[str, Accepted]:
    """What is accepted, by element (``text`` and ``margins`` stand for several)."""
    names = (name for name in rows.data if name != CERTAINTY)
    return {name: _one(Figures(rows.mapping(name), rows.standard, rows.path(name))) for name in names}


def _one(row: Figures) -> Accepted:
    ranges = {figure: _range(row, figure) for figure in row.data if figure != FREE}
    free = row.get(FREE, tuple[str, ...]) if FREE in row.data else ()
    return Accepted(ranges, free)  # type: ignore[arg-type]


def _range(row: Figures, figure: str) -> tuple[float, float]:
    bounds = row.get(figure, tuple[float, ...])
    match bounds:
        case (float(low), float(high)) if low <= high:
            return low, high
    raise row.wrong(figure)
