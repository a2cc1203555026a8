"""Events that get into one another's way, or fall on days on which nobody comes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases import partial_date
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.period import Grain as Fineness
from kehoach.phrases.times import lunar
from kehoach.rules.calendar.dated import Dated, dated, says
from kehoach.rules.passages import items, passages
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_KEPT = compiled(r"(?<!\d)(0?\d|[12]\d|3[01])/(0?\d|1[0-2])/\d{4}\s*[-–—]\s*\d{1,2}/\d{1,2}/(\d{4})")


@rule("CAL112", Grain.WRITTEN, INFO)
def leads_one_event_a_day(file: Written, view: View) -> Iterator[Fault]:
    """Nobody leads two events on one day.

    The same work written twice, as ``same_as`` says, is one event.
    """
    leads = defaultdict(list)
    for passage in passages(file, view):
        if passage.key == "lead":
            leads[passage.item].append(passage.text)
    held: dict[tuple[str, date], Dated] = {}
    for time, day in _events(file, view):
        for lead in leads[time.passage.item]:
            other = held.setdefault((lead, day), time)
            if other.passage.item != time.passage.item:
                arguments = {"lead": lead, "day": partial_date.slashed(day)}
                yield Fault("CAL112", time.place, time.passage.pointer, arguments, (Related(other.place, "same_day"),))


@rule("CAL113", Grain.WRITTEN, INFO)
def not_on_a_holiday(file: Written, view: View) -> Iterator[Fault]:
    """An event does not fall on a public holiday, on the days of Tết or on those of the national examination.

    Events that belong to the day are left alone.
    """
    texts = items(file, view)
    for time, day in _events(file, view):
        event = texts.get(time.passage.item)
        name = _holiday(day, view.lexicon)
        words = "holiday_events"
        if name is None and _exam(day, view.lexicon):
            name, words = str(view.lexicon.at("calendar", "exam_name")), "exam_events"
        told = event.text if event else ""
        if name and not says(told, view, "calendar", words) and not _anniversary(told, day):
            arguments = {"day": partial_date.slashed(day), "name": name}
            yield Fault("CAL113", time.place, time.passage.pointer, arguments)


def _events(file: Written, view: View) -> Iterator[tuple[Dated, date]]:
    """The days on which the activities of a plan are held, one by one."""
    for time in dated(file, view):
        if time.passage.key == "when" and time.period.grain is Fineness.DAY and not time.period.recurrence:
            yield from ((time, first) for first, last in time.period.days if first == last)


def _anniversary(text: str, day: date) -> bool:
    """Whether *day* stands in *text* as that of an anniversary, beside its first one (*03/02/1930 - 03/02/2022*)."""
    kept = (match for match in _KEPT.finditer(text) if (int(match[1]), int(match[2])) == (day.day, day.month))
    return any(int(match[3]) == day.year for match in kept)


def _holiday(day: date, lexicon: Lexicon) -> str | None:
    table = lexicon.view(_holidays)
    if (day.month, day.day) in table["solar"]:
        return table["solar"][day.month, day.day]
    if not table["lunar"] or not 1 <= day.month <= 5:
        return None
    number, month, _, leap = lunar.lunar_day(day)
    return None if leap else table["lunar"].get((month, number))


def _holidays(lexicon: Lexicon) -> Mapping[str, Mapping[tuple[int, int], str]]:
    """The holidays by month and day, of the sun's calendar and of the moon's."""
    found: dict[str, dict[tuple[int, int], str]] = {"solar": {}, "lunar": {}}
    for name, row in lexicon.table("calendar", "holidays").items():
        of = found["lunar" if isinstance(row, Mapping) and row.get("lunar") == "true" else "solar"]
        for written in lexicon.words("calendar", "holidays", name, "days"):
            day, month = map(int, written.split("/"))
            of[month, day] = name
    return found


def _exam(day: date, lexicon: Lexicon) -> bool:
    written = lexicon.table("calendar", "exams").get(str(day.year))
    days = [partial_date.parse(part) for part in str(written or "").split(" - ")]
    return bool(days[0] and days[-1] and days[0].first() <= day <= days[-1].first())
