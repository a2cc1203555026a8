"""Terms of office, and seasons that go over the end of a year."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import DASH, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times.plain import plain
from kehoach.records import dataclass
from kehoach.rules.calendar.dated import says
from kehoach.rules.holding import holding
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

LONGEST = 5
SHORT_TERMS = range(1, 4)  # of branches and of unions in schools
_YEAR = r"(20\d\d)\b"


@dataclass(frozen=True, slots=True)
class Words:
    """What a term, a congress to come and a campaign from winter to spring look like."""

    term: re.Pattern[str]
    coming: re.Pattern[str]
    resolved: re.Pattern[str]
    winter: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Words":
        """The words in *lexicon*."""
        term = choice(lexicon.words("documents", "term"))
        ahead, congress = choice(lexicon.words("calendar", "awaited")), choice(lexicon.words("documents", "congress"))
        resolution = choice(lexicon.words("calendar", "resolution"))
        year = rf"(?:{lexicon.view(plain).year}\s+)?"
        winter, spring = (choice(lexicon.words("calendar", name)) for name in ("winter", "spring"))
        return cls(
            compiled(rf"{term}\s+{_YEAR}\s*(?:{DASH}|/)\s*{_YEAR}", re.IGNORECASE),
            compiled(rf"(?<!\w){ahead}(?:\s[^\s.;:()]+){{0,8}}?\s{congress}(?!\w)[^.;:()]{{0,90}}\Z", re.IGNORECASE),
            compiled(rf"(?<!\w){resolution}\s[^.;:]{{0,20}}?{congress}(?!\w)[^.;:]{{0,140}}\Z", re.IGNORECASE),
            compiled(rf"(?<!\w){winter}\s+{year}{_YEAR}[^\d.;:]{{1,40}}{spring}\s+{year}{_YEAR}", re.IGNORECASE),
        )


@rule("CAL125", Grain.WRITTEN, WARNING)
def term_of_its_length(file: Written, view: View) -> Iterator[Fault]:
    """A term has five years, that of a branch or a school's union one to three.

    *Nhiệm kỳ 2025 - 2031* was mistyped.
    """
    words = view.lexicon.view(Words.of)
    for passage in holding(file, view, *view.lexicon.words("documents", "term")):
        for match in words.term.finditer(passage.text):
            length = int(match[2]) - int(match[1])
            if length > 0 and length != LONGEST and length not in SHORT_TERMS:
                arguments = {"text": match[0], "meant": f"{match[1]} - {int(match[1]) + LONGEST}"}
                yield Fault("CAL125", passage.place(*match.span()), passage.pointer, arguments)


@rule("CAL126", Grain.WRITTEN, WARNING)
def congress_still_to_come(file: Written, view: View) -> Iterator[Fault]:
    """A congress that is awaited opens a term, and none that ends in the plan's year or has ended.

    *Chào mừng đại hội đảng bộ các cấp, nhiệm kỳ 2020 - 2025* in a plan of 2025 tells of the last one.
    """
    words, year = view.lexicon.view(Words.of), file.year
    for passage in holding(file, view, *view.lexicon.words("calendar", "awaited")) if year else ():
        for match in words.term.finditer(passage.text):
            if int(match[2]) <= year and words.coming.search(passage.text[: match.start()]):
                arguments = {"text": match[0], "year": str(year)}
                yield Fault("CAL126", passage.place(*match.span()), passage.pointer, arguments)


@rule("CAL132", Grain.WRITTEN, INFO)
def resolution_of_a_running_term(file: Written, view: View) -> Iterator[Fault]:
    """A congress's resolution that is still to be carried out is that of a term which has not ended.

    *Nghị quyết Đại hội Đoàn huyện nhiệm kỳ 2017 - 2022* in a plan of 2025 is that of the last congress. What looks back
    on it is left alone.
    """
    words, year = view.lexicon.view(Words.of), file.year
    for passage in holding(file, view, *view.lexicon.words("documents", "term")) if year else ():
        for match in words.term.finditer(passage.text):
            before = passage.text[: match.start()]
            if int(match[2]) < year and words.resolved.search(before) and not says(before, view, "calendar", "past"):
                arguments = {"text": match[0], "year": str(year)}
                yield Fault("CAL132", passage.place(*match.span()), passage.pointer, arguments)


@rule("CAL127", Grain.WRITTEN, WARNING)
def spring_follows_winter(file: Written, view: View) -> Iterator[Fault]:
    """The spring of a winter's campaign is that of the next year: *mùa Đông 2023 và Xuân 2024*."""
    words = view.lexicon.view(Words.of)
    for passage in holding(file, view, *view.lexicon.words("calendar", "winter")):
        for match in words.winter.finditer(passage.text):
            if int(match[2]) != int(match[1]) + 1:
                arguments = {"text": match[0], "meant": str(int(match[1]) + 1)}
                yield Fault("CAL127", passage.place(*match.span()), passage.pointer, arguments)
