"""The Vietnamese lunar calendar, reckoned at UTC+7 (the Chinese one differs in some years)."""

from datetime import date

HANOI = 7.0


def solar_day(day: int, month: int, year: int) -> date | None:
    """The day on which lunar *day*/*month* of lunar *year* falls (no leap month), None if there is none."""
    import lunar_vn

    try:
        found = lunar_vn.convert_lunar_to_solar(day, month, year, time_zone=HANOI)
    except ValueError:
        return None
    return found if lunar_day(found) == (day, month, year, False) else None


def lunar_day(day: date) -> tuple[int, int, int, bool]:
    """Day, month, year of *day* in the lunar calendar, and whether the month is a leap month."""
    import lunar_vn

    found = lunar_vn.solar_to_lunar(day, time_zone=HANOI)
    return found.day, found.month, found.year, found.leap


def solar_day_within(day: int, month: int, year: int) -> date | None:
    """The day of solar *year* on which lunar *day*/*month* falls.

    A lunar year begins in January or February, so its last weeks fall into the next solar year. Where
    no such day falls into *year*, the day of lunar *year* is given.
    """
    candidates = [solar_day(day, month, lunar_year) for lunar_year in (year, year - 1)]
    return next((found for found in candidates if found and found.year == year), candidates[0])
