"""Plans of one campaign, and the time of all of it."""

import re

from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.period import Grain as Fineness
from kehoach.rules.calendar.dated import Dated, dated, says
from kehoach.rules.view import View
from kehoach.written import Scalar, Written

YEAR = (1, 12)
LONG = 20


def of_one_campaign(file: Written, view: View) -> bool:
    """Whether *file* plans one campaign, month or event, and not the work of a year."""
    known = view.kinds.get(file.word("kind"))
    subject = file.root.get("subject")
    said = subject.text if isinstance(subject, Scalar) else ""
    return known is not None and (known.months != YEAR or says(said, view, "calendar", "one_event"))


def spans(file: Written, view: View) -> tuple[Dated, ...]:
    """The times from day to day that lines of *file* begin with (*Thời gian: từ ngày … đến ngày …*), the first one that
    of all of it; none where it plans no single campaign, or one of a few days."""
    return view.once(_spans, file)


def _spans(file: Written, view: View) -> tuple[Dated, ...]:
    if not of_one_campaign(file, view):
        return ()
    told = view.lexicon.view(_time)
    found = tuple(time for time in dated(file, view) if _lasts(time) and _told(time, told))
    return found if found and (found[0].period.last - found[0].period.first).days >= LONG else ()


def _told(time: Dated, told: re.Pattern[str]) -> bool:
    """Whether a line says that this is its time, or stands under a title that does and begins with it."""
    titles = time.passage.titles
    titled = bool(titles) and told.match(f"{titles[-1]}:") is not None and not time.before.strip()
    return told.match(time.passage.text) is not None or titled


def _lasts(time: Dated) -> bool:
    read = time.period
    return read.grain is Fineness.DAY and read.first < read.last and not read.recurrence and len(read.days) == 1


def _time(lexicon: Lexicon) -> re.Pattern[str]:
    return compiled(rf"\W*{choice(lexicon.words('calendar', 'whole_time'))}\s*:", re.IGNORECASE)
