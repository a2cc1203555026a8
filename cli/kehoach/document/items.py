"""Targets, activities and deadlines as lines of the document."""

from collections.abc import Iterator

from kehoach.document.bold import emboldened
from kehoach.document.escape import Markdown, plain, trimmed
from kehoach.document.press import Writer
from kehoach.document.rows import Detail, Line
from kehoach.plan import Activity, Deadline, Item, Target, Value

ENDS = (".", ";", ":", "!", "?", "…", ",")
FULL_STOP = "."
INLINE = "inline"
HIDDEN = "no"
AS_WRITTEN = "written"


def lines(item: Item, writer: Writer, level: int = 0) -> Iterator[Line]:
    """The line of *item*, and below it those of its own parts."""
    mark = writer.numbers.get(item.id, "")
    match item:
        case Target():
            words = writer.words(item.text, emboldened(item, writer.plan.head.style.get("bold_figures", "none")))
            yield Line(mark, words, level, _end(words, writer))
        case Activity():
            yield _activity(item, writer, mark, level)
        case Deadline():
            yield from _deadline(item, writer, mark, level)


def end_of(words: str) -> str:
    """The full stop that *words* still need, or nothing."""
    return "" if plain(words).endswith(ENDS) else FULL_STOP


def _end(words: str, writer: Writer) -> str:
    """The end that *words* are given, nothing where the plan wants its sentences as they are written."""
    return "" if writer.plan.head.style.get("ends") == AS_WRITTEN else end_of(words)


def _activity(item: Activity, writer: Writer, mark: str, level: int) -> Line:
    show = item.fields["show"].text if "show" in item.fields else "end"
    written = writer.words(item.text)
    times = (writer.words(value) for value, _ in item.when if value.text)
    when = ", ".join(time for time in times if show != INLINE or plain(time) not in plain(written))
    words = trimmed(written, ".;")
    end = written[len(words) :] or _end(written, writer)
    details = tuple(_details(item, writer, when if show not in {INLINE, HIDDEN} else ""))
    inline = Markdown(when) if show == INLINE and when else None
    return Line(mark, words, level, end, details, inline)


def _details(item: Activity, writer: Writer, when: str) -> Iterator[Detail]:
    if when:
        yield Detail("when", Markdown(when))
    if "where" in item.fields:
        yield Detail("where", writer.words(item.fields["where"]))
    for sort, values in (("lead", item.lead), ("with", item.partners)):
        if values:
            yield Detail(sort, Markdown(", ".join(named(value, writer) for value in values)))
    if "note" in item.fields:
        yield Detail("note", writer.words(item.fields["note"]))


def named(value: Value, writer: Writer) -> Markdown:
    """The words of *value*, or the name of the unit whose id it is."""
    unit = value.text
    return writer.words(value, writer.state(unit).name) if unit in writer.press.units else writer.words(value)


def _deadline(item: Deadline, writer: Writer, mark: str, level: int) -> Iterator[Line]:
    written = writer.words(item.text)
    if "show" in item.fields and item.fields["show"].text == INLINE:
        yield Line(mark, written, level, _end(written, writer))
    else:
        words, leads = trimmed(written, ".;:"), bool(item.children)
        due = writer.words(item.due) if item.due and item.due.text else None
        yield Line(mark, words, level, "" if leads else FULL_STOP, due=due, leads=leads)
    below = level + 1 if mark in writer.press.standard.bullets else level
    for child in item.children:
        yield from lines(child, writer, below)
