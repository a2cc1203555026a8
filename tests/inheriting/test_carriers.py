"""Who carries an item, one step down and two."""

from datetime import date

import pytest

from kehoach.carriers import descended, narrows
from kehoach.plan import Carrier
from kehoach.units import Level, State, Unit, Units

DAY = date(2023, 3, 1)


def unit(id: str, level: str, parent: str = "", *groups: str) -> Unit:
    return Unit(id, (State(None, id, id, level, parent, groups=groups),))


UNITS = Units(
    {
        u.id: u
        for u in (
            unit("tinh_a", "tinh"),
            unit("huyen_b", "huyen", "tinh_a", "cum_1"),
            unit("huyen_c", "huyen", "tinh_a"),
            unit("xa_d", "xa", "huyen_b", "cum_2"),
            unit("tinh_e", "tinh"),
            unit("khoi_e", "truc_thuoc", "tinh_e"),
            unit("xa_e", "xa", "tinh_e"),
        )
    },
    {level: Level(level, level) for level in ("tinh", "huyen", "truc_thuoc", "xa", "chi_doan")},
)


@pytest.mark.parametrize(
    ("carrier", "unit", "expected"),
    [
        (("own",), "huyen_b", None),
        (("below",), "huyen_b", ("own",)),
        (("below",), "xa_d", None),
        (("whole",), "huyen_b", ("whole",)),
        (("huyen",), "huyen_b", ("own",)),
        (("xa",), "huyen_b", ("below",)),
        (("xa",), "huyen_c", ("below",)),
        (("huyen", "xa"), "huyen_b", ("whole",)),
        (("group/cum_1",), "huyen_b", ("own",)),
        (("group/cum_1",), "huyen_c", None),
        (("group/cum_2",), "huyen_b", ("below",)),
        (("huyen_c",), "huyen_b", None),
        (("xa_d",), "huyen_b", ("below",)),
        (("chi_doan",), "xa_d", ("below",)),
        (("own",), "tinh_a", ("own",)),
    ],
)
def test_a_carrier_is_read_anew_at_each_step(
    carrier: tuple[str, ...], unit: str, expected: tuple[str, ...] | None
) -> None:
    down = descended(Carrier(carrier), "tinh_a", unit, UNITS, DAY)
    assert (down.words if down else None) == expected


@pytest.mark.parametrize(
    ("carrier", "unit", "expected"),
    [
        (("xa",), "khoi_e", None),
        (("xa",), "xa_e", ("own",)),
        (("truc_thuoc", "xa"), "khoi_e", ("own",)),
        (("chi_doan",), "khoi_e", ("below",)),
    ],
)
def test_a_level_beside_a_unit_is_not_below_it(
    carrier: tuple[str, ...], unit: str, expected: tuple[str, ...] | None
) -> None:
    down = descended(Carrier(carrier), "tinh_e", unit, UNITS, DAY)
    assert (down.words if down else None) == expected


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        ("own", "whole", True),
        ("whole", "own", False),
        ("below", "own", True),
        ("own", "own", False),
        ("huyen", "whole", False),
    ],
)
def test_fewer_carriers_are_a_narrowing(new: str, old: str, expected: bool) -> None:
    assert narrows(Carrier((new,)), Carrier((old,))) is expected
