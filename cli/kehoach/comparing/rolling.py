"""What changes by itself when a year goes by: years, anniversaries, days that keep their feast or weekday."""

from datetime import date, timedelta

from kehoach.comparing.tokens import Mask, Token
from kehoach.phrases.times.lunar import lunar_day

NEAR = timedelta(days=3)
Stretch = tuple[date, date]


def same(old: Token, new: Token) -> bool:
    """Whether the two tokens, which stand at the same place, say the same."""
    if old.mask is Mask.DATE and new.mask is Mask.DATE:
        return old.days == new.days or old.text == new.text
    return old.mask is Mask.FIGURE or old.text == new.text


def rolled(old: Token, new: Token, years: int) -> bool:
    """Whether *new* is *old* after *years* have gone by."""
    if old.mask in {Mask.YEAR, Mask.COUNT}:
        return years != 0 and new.number - old.number == years
    return old.mask is Mask.DATE and days_rolled(old.days, new.days, years)


def days_rolled(old: tuple[Stretch, ...], new: tuple[Stretch, ...], years: int) -> bool:
    """Whether the stretches of days are those of *years* later: same day, same weekday near it, or same lunar day."""
    if not years or len(old) != len(new):
        return False
    pairs = list(zip(old, new, strict=True))
    if any(a[1] - a[0] != b[1] - b[0] for a, b in pairs):
        return all(_kept(a[0], b[0], years) and _kept(a[1], b[1], years) for a, b in pairs)
    return all(_moved_on(a[0], b[0], years) for a, b in pairs)


def _kept(old: date, new: date, years: int) -> bool:
    return (old.day, old.month, old.year + years) == (new.day, new.month, new.year)


def _moved_on(old: date, new: date, years: int) -> bool:
    if _kept(old, new, years) or lunar_day(old)[:2] == lunar_day(new)[:2]:
        return True
    day = min(old.day, 28) if old.month == 2 else old.day
    there = date(old.year + years, old.month, day)
    return old.weekday() == new.weekday() and abs(new - there) <= NEAR
