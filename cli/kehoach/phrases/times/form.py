"""What a form of a period is."""

import re
from collections.abc import Callable

from kehoach.patterns import compiled
from kehoach.phrases.times.when import Grain, Period, Stretch
from kehoach.records import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A pattern and the reader of its matches, which takes the year of the plan."""

    pattern: str
    read: Callable[[re.Match[str], int], Period | None]
    whole: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "whole", compiled(self.pattern, re.IGNORECASE))

    def period(self, text: str, year: int) -> Period | None:
        """What the whole of *text* means in this form, or None."""
        match = self.whole.fullmatch(text)
        return self.read(match, year) if match else None


def core(days: tuple[Stretch, ...], grain: Grain) -> Period:
    """A period of which only the bare time is known yet."""
    return Period("", days, grain)
