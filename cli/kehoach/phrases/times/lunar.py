"""The Vietnamese lunar calendar, reckoned at UTC+7 (the Chinese one differs in some years)."""

import sys
from datetime import date
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

HANOI = 7.0
LIBRARY = "lunar_vn"


def solar_day(day: int, month: int, year: int) -> date | None:
    """The day on which lunar *day*/*month* of lunar *year* falls (no leap month), None if there is none."""
    try:
        found: date = _reckoning().convert_lunar_to_solar(day, month, year, time_zone=HANOI)
    except ValueError:
        return None
    return found if lunar_day(found) == (day, month, year, False) else None


def lunar_day(day: date) -> tuple[int, int, int, bool]:
    """Day, month, year of *day* in the lunar calendar, and whether the month is a leap month."""
    found = _reckoning().solar_to_lunar(day, time_zone=HANOI)
    return found.day, found.month, found.year, found.leap


def solar_day_within(day: int, month: int, year: int) -> date | None:
    """The day of solar *year* on which lunar *day*/*month* falls.

    A lunar year begins in January or February, so its last weeks fall into the next solar year. Where
    no such day falls into *year*, the day of lunar *year* is given.
    """
    candidates = [solar_day(day, month, lunar_year) for lunar_year in (year, year - 1)]
    return next((found for found in candidates if found and found.year == year), candidates[0])


@cache
def _reckoning() -> Any:
    """The module of the library that reckons, by its file.

    The package around it asks for its own version at once, which takes longer than to read most plans.
    """
    package = find_spec(LIBRARY)
    for folder in (package.submodule_search_locations or ()) if package else ():
        spec = spec_from_file_location(f"{LIBRARY}.core", Path(folder, "core.py"))
        if spec and spec.loader:
            module = module_from_spec(spec)
            sys.modules[spec.name] = module
            spec.loader.exec_module(module)
            return module
    raise ModuleNotFoundError(LIBRARY)
