"""What was left over from last year's plan."""

import re
from collections.abc import Callable, Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled, small
from kehoach.phrases import citation
from kehoach.phrases.choices import choice
from kehoach.phrases.document_number import types
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.calendar.dated import says
from kehoach.rules.calendar.signing import belied
from kehoach.rules.holding import holding
from kehoach.rules.passages import Passage
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

TITLES, BEFORE = frozenset({"subject", "title", "closing"}), ("opening", "bases")
NEAR = 80
CENTURIES = "19", "20"
SHORT = 120  # a longer passage of prose tells of more than one event
_PART = compiled(r"[.,;:(]\s")


@rule("CAL115", Grain.WRITTEN, WARNING)
def year_left_over(file: Written, view: View) -> Iterator[Fault]:
    """Subject, titles and closing speak of the plan's year.

    Last year's, where this year's is not beside it, was left over when the plan was made from the old one. What
    looks back on purpose is left alone. Of the opening what it issues counts, and what a plan of this year is for.
    """
    if belied(file, view):
        return
    for passage, match, year in _years(file, view, TITLES | {"opening", "bases", "text"}):
        told = passage.text if passage.key in TITLES else _told(passage, match.start(), year, view)
        old = int(match[1]) < year and told and str(year) not in told
        if old and not says(told, view, "calendar", "looks_back"):
            arguments = {"written": match.group(), "year": str(year)}
            yield Fault("CAL115", passage.place(*match.span()), passage.pointer, arguments)


@rule("CAL116", Grain.WRITTEN, INFO)
def activity_of_last_year(file: Written, view: View) -> Iterator[Fault]:
    """What is to be done this year does not bear last year's number.

    Only the year counts that closes the name of an activity (*Hội trại Thanh niên năm 2022*), that what a sentence
    begins with calls for (*Triển khai Tháng Thanh niên năm 2022 …*), or that stands behind what there is every year
    (*… gắn với chủ đề công tác năm 2022*).
    """
    yearly = view.lexicon.view(_yearly)
    for passage, match, year in _years(file, view, frozenset({"text", "body"})):
        closes = not passage.text[match.end() :].strip(' .;,”"*')
        event = passage.sort == "activities" or (passage.key == "body" and len(passage.text) < SHORT)
        last = int(match[1]) == year - 1
        if (
            last
            and ((event and closes) or _asked(passage.text, match.start(), view) or yearly(passage.text, match.start()))
            and not says(passage.text, view, "calendar", "past")
        ):
            arguments = {"written": match.group(), "year": str(year)}
            yield Fault("CAL116", passage.place(*match.span()), passage.pointer, arguments)


def _told(passage: Passage, end: int, year: int, view: View) -> str:
    """What an opening or a basis says up to *end* of the plan itself, or of a plan of the same year that it cites."""
    if not passage.path.startswith(BEFORE):
        return ""
    issued = _issued(passage.text, end, view) if passage.key == "opening" else ""
    cited = citation.find(passage.text[:end], view.lexicon) if not issued else ()
    if not cited or cited[-1].citation.date is None or cited[-1].citation.date.year != year:
        return issued
    about = passage.text[cited[-1].start : end].rpartition(f" {view.lexicon.words('documents', 'about')[0]} ")[2]
    planned = cited[-1].citation.kind in view.lexicon.words("calendar", "plans")
    return about if planned and ";" not in about and len(about) < NEAR else ""


def _issued(text: str, end: int, view: View) -> str:
    """The part of a sentence up to *end* that says what document is issued; empty where it says none."""
    part = _PART.split(text[:end])[-1]
    return part if view.lexicon.view(_issuing).search(part) else ""


def _issuing(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of issuing with a type of document behind it, which is not said to be another's."""
    verb, other = (choice(lexicon.words("calendar", name)) for name in ("issues", "others_document"))
    return compiled(rf"(?<!\w){verb}\s+{choice(lexicon.view(types))}(?!\w)(?!\s+{other})", re.IGNORECASE)


def _asked(text: str, end: int, view: View) -> bool:
    """Whether the words up to *end* are a verb of planning and what it calls for."""
    begun = re.split(r"[.;:(]\s", text[:end])[-1].lstrip(" -+*")
    openers = view.lexicon.words("prose", "openers")
    return len(begun) < NEAR and "," not in begun and (begun[:1].upper() + begun[1:]).startswith(openers)


def _yearly(lexicon: Lexicon) -> Callable[[str, int], bool]:
    """Whether something that there is every year stands right before a place in a text, and is named once."""
    pattern = compiled(rf"(?<!\w){choice(lexicon.words('calendar', 'yearly'))}\s*[”\"]?\s+\Z", re.IGNORECASE)

    def named(text: str, end: int) -> bool:
        quoted = text.rfind("“", 0, end) > text.rfind("”", 0, end)  # a name of its own
        return not quoted and pattern.search(text, max(end - NEAR, 0), end) is not None

    return named


def _years(file: Written, view: View, keys: frozenset[str]) -> Iterator[tuple[Passage, re.Match[str], int]]:
    year = file.year
    for passage in holding(file, view, *view.lexicon.view(_traces)) if year else ():
        if passage.key in keys:
            yield from ((passage, match, year) for match in _named(passage.text, view.lexicon))


@remembered
def _named(text: str, lexicon: Lexicon) -> tuple[re.Match[str], ...]:
    """The years that *text* names."""
    return tuple(lexicon.view(_year).finditer(text))


def _traces(lexicon: Lexicon) -> tuple[str, ...]:
    """How every year that is named begins, with the word before it."""
    behind = map(small, lexicon.words("calendar", "year_behind"))
    return tuple(f"{word} {century}" for word in behind for century in CENTURIES)


def _year(lexicon: Lexicon) -> re.Pattern[str]:
    behind = choice(lexicon.words("calendar", "year_behind"))
    return compiled(rf"\b{behind}\s+((?:19|20)\d\d)\b(?!\s*[-–—])", re.IGNORECASE)
