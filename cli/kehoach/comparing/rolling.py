"""What changes by itself when a year goes by: years, anniversaries, days that keep their feast or weekday."""

from datetime import date

from kehoach.comparing.tokens import Mask, Token
from kehoach.phrases.times.lunar import lunar_day
from kehoach.phrases.times.weekdays import Stretch, same_day, same_weekday

CYCLE = 60


def same(old: Token, new: Token) -> bool:
    """Whether the two tokens, which stand at the same place, say the same."""
    if old.mask is Mask.DATE and old.days == new.days:
        return old.manner == new.manner
    return old.mask is Mask.TOLD or old.text == new.text


def rolled(old: Token, new: Token, years: int) -> bool:
    """Whether *new* is *old* after *years* have gone by."""
    if old.mask in {Mask.YEAR, Mask.COUNT, Mask.NTH}:
        return years != 0 and new.number - old.number == years
    if old.mask is Mask.LUNAR:
        return years != 0 and (new.number - old.number - years) % CYCLE == 0
    return old.mask is Mask.DATE and old.manner == new.manner and days_rolled(old.days, new.days, years)


def days_rolled(old: tuple[Stretch, ...], new: tuple[Stretch, ...], years: int) -> bool:
    """Whether the stretches of days are those of *years* later: same day, same weekday near it, or same lunar day."""
    if not years or len(old) != len(new):
        return False
    return all(_moved_on(before, after, years) for before, after in zip(old, new, strict=True))


def _moved_on(old: Stretch, new: Stretch, years: int) -> bool:
    if new in ((same_day(old[0], years), same_day(old[1], years)), same_weekday(old, years)):
        return True
    return old[1] - old[0] == new[1] - new[0] and _lunar_years(old[0], new[0]) == years


def _lunar_years(old: date, new: date) -> int:
    """How many lunar years lie between two days that are the same day of them; 0 where they are not."""
    before, after = lunar_day(old), lunar_day(new)
    return after[2] - before[2] if before[:2] == after[:2] else 0
