"""Years, school years, terms and ordinals of a text on its way into another year."""

import re

from kehoach.drafting.carrying.passage import Passage, Years
from kehoach.patterns import compiled
from kehoach.phrases.choices import DASH, any_word, choice
from kehoach.phrases.period import Grain
from kehoach.phrases.roman import number, roman
from kehoach.phrases.times.plain import plain
from kehoach.phrases.times.units_of_time import unit_word

WHOLE_DATE = compiled(r"\d\s*/\s*\d{1,2}\s*/\s*$")
YEAR = compiled(r"(?<![\d.,])\d{4}(?![\d/])(?!\s*[-–—‑]\s*\d{4})(?!\.\d)")
TWO = rf"(?P<first>\d{{4}})\s*{DASH}\s*(?P<last>\d{{4}})"


def move_spans(passage: Passage, years: Years) -> None:
    """School years move on; terms and stages stay, and one that is over is remarked."""
    school = compiled(rf"{unit_word(years.lexicon, Grain.SCHOOL_YEAR)}\s+{TWO}", re.IGNORECASE)
    for match in school.finditer(passage.text):
        touched = years.old - 1 <= int(match["first"]) <= years.old
        if passage.free(*match.span()) and touched:
            for name in ("first", "last"):
                passage.swap(*match.span(name), str(int(match[name]) + years.by))
        passage.remark("school_year", *match.span())
        passage.close(*match.span())
    term = unit_word(years.lexicon, Grain.TERM)
    for match in re.finditer(rf"(?<!\d)(?:(?P<span>{term})\s+)?{TWO}", passage.text, re.IGNORECASE):
        if match["span"] and int(match["last"]) < years.new:
            passage.remark("term_ended", *match.span())
        passage.close(*match.span())
    for match in re.finditer(rf"(?<!\w){years.any_of('term_year')}[^.;,\n]*", passage.text, re.IGNORECASE):
        passage.remark("term_year", *match.span())


def move_ordinals(passage: Passage, years: Years) -> None:
    """An ordinal beside the plan's year is that of something yearly and moves on; any other is only remarked."""
    pattern = compiled(
        rf"(?<!\w){choice(years.lexicon.words('occasions', 'nth'))}\s+(?P<nth>[IVXLC]+\b|\d{{1,3}}\b|\w+)"
        rf"(?P<yearly>[\s,\-–—]*{years.lexicon.view(plain).year}\s+{years.old}\b)?"
    )
    congress = compiled(rf"{years.any_of('congress')}[^.;,]*$", re.IGNORECASE)
    for match in pattern.finditer(passage.text):
        begin = max(passage.text.rfind(mark, 0, match.start()) for mark in ".;,\n") + 1
        held = congress.search(passage.text[begin : match.start()])
        new = None if held else _next(match["nth"], years) if match["yearly"] else None
        if new and passage.free(*match.span("nth")):
            passage.swap(*match.span("nth"), new)
        code = "congress" if held else "ordinal_moved" if new else "ordinal"
        begin += held.start() if held else 0
        passage.remark(code, begin, match.end("nth"), **({"new": new} if new else {}))


def _next(nth: str, years: Years) -> str | None:
    if nth.isdigit():
        return f"{int(nth) + years.by:0{len(nth)}}"
    value = number(nth)
    return roman(value + years.by) if value else None


def move_years(passage: Passage, years: Years) -> None:
    """The plan's own year moves on, and the year beside it where it names a campaign or next year's work."""
    for match in YEAR.finditer(passage.text):
        before = passage.text[: match.start()]
        if not passage.free(*match.span()) or WHOLE_DATE.search(before):
            continue
        year = int(match.group())
        if year == years.old:
            _own(passage, match, before, years)
        elif year in (years.old - 1, years.old + 1):
            _beside(passage, match, before, years)


def _own(passage: Passage, match: re.Match[str], before: str, years: Years) -> None:
    if _fixed(before, years):
        passage.remark("year_kept", _word(before), match.end())
    else:
        passage.swap(*match.span(), str(years.new))


def _fixed(before: str, years: Years) -> bool:
    """Whether a year behind these words belongs to the name of a law."""
    reach = years.lexicon.at("drafting", "fixed_reach")
    named = re.search(rf"(?<!\w){years.any_of('fixed_before')}\b(?P<between>[^.;,]{{0,{reach}}})$", before)
    timed = any_word(years.lexicon.words("drafting", "fixed_not"))
    return bool(named and not timed.search(named["between"]))


def _beside(passage: Passage, match: re.Match[str], before: str, years: Years) -> None:
    year = int(match.group())
    said = years.lexicon.view(plain)
    campaign = compiled(rf"(?<!\w){years.any_of('campaigns')}\s+(?:{said.year}\s+)?$", re.IGNORECASE)
    compared = compiled(rf"(?<!\w){years.any_of('compared')}\s+$", re.IGNORECASE)
    worded, until = compiled(rf"(?<!\w){said.year}\s+$", re.IGNORECASE), compiled(rf"{said.until}\s+{said.year}\s+$")
    ahead = year > years.old and worded.search(before) and not until.search(before)
    slashed = before.endswith("/")
    if campaign.search(before) or compared.search(before) or ahead or (slashed and year > years.old):
        passage.swap(*match.span(), str(year + years.by))
        passage.remark("year_beside", _word(before), match.end(), new=str(year + years.by))
    elif not _fixed(before, years):
        passage.remark("year_kept", _word(before), match.end())


def _word(before: str) -> int:
    """Where the last few words of *before* begin."""
    words = list(re.finditer(r"\S+", before))
    return words[-min(4, len(words))].start() if words else 0
