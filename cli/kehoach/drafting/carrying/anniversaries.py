"""Anniversaries counted on into another year."""

import re

from kehoach.drafting.carrying.passage import Passage, Years
from kehoach.patterns import compiled
from kehoach.phrases import commemoration
from kehoach.phrases.choices import choice
from kehoach.phrases.commemoration import Commemoration, Found, founding_day
from kehoach.phrases.times.plain import plain
from kehoach.records import dataclass

COUNT = compiled(r"\d{1,4}")
HELD = compiled(r"\d{4}(?=\s*\)$)")
ROUND = 5
DATED = compiled(r"\b\d{1,2}/\d{1,2}/(\d{4})\b")


@dataclass(frozen=True, slots=True)
class _Move:
    """From which year an anniversary is counted to which, and the count that it then has."""

    old: int
    new: int
    count: int


def count_on(passage: Passage, years: Years) -> None:
    """Count on every anniversary of *passage*, and every review of so many years."""
    for found in commemoration.find(passage.text, years.lexicon):
        if passage.free(found.start, found.end):
            _known(passage, found, years)
            passage.close(found.start, found.end)
    _unknown(passage, years)
    _reviews(passage, years)


def _known(passage: Passage, found: Found, years: Years) -> None:
    move = _move(found.commemoration, years)
    if move is None:
        return
    span = passage.text[found.start : found.end]
    count = COUNT.search(span)
    held = HELD.search(span)
    if count:
        passage.swap(found.start + count.start(), found.start + count.end(), _padded(move.count, count.group()))
    if held and int(held.group()) == move.old:
        passage.swap(found.start + held.start(), found.start + held.end(), str(move.new))
    code = "jubilee" if found.commemoration.count % ROUND == 0 else "anniversary"
    passage.remark(code, found.start, found.end, new=str(move.count))


def _move(told: Commemoration, years: Years) -> _Move | None:
    """How *told* moves; one held in a year still to come, or long past, stays."""
    founded = founding_day(told.event, years.lexicon) if told.event else None
    begun = founded.year if founded else told.founded.year if told.founded else None
    held = told.year or (begun + told.count if begun and begun + told.count > years.old else years.old)
    if held < years.old or (held > years.old and held >= years.new):
        return None
    count = years.new - begun if begun else told.count + years.new - held
    return _Move(held, years.new, count)


def _unknown(passage: Passage, years: Years) -> None:
    """An anniversary that no table knows: what is celebrated this year is a year older next year."""
    leads = years.any_of("leads")
    opening = choice(years.lexicon.words("occasions", "openings"))
    told = years.lexicon.view(plain).year
    pattern = compiled(
        rf"(?<!\w)(?:(?P<lead>{leads})\s+)?(?P<count>\d{{1,3}})\s+{told}\s+(?P<opening>{opening}\b)?", re.IGNORECASE
    )
    toward = compiled(rf"{years.any_of('toward')}\s+(?:{leads}\s+)?$", re.IGNORECASE)
    for match in pattern.finditer(passage.text):
        start, end = match.span("count")
        if not (match["lead"] or match["opening"]) or not passage.free(start, match.end()):
            continue
        if toward.search(passage.text[: match.start()]):
            passage.remark("anniversary_ahead", match.start(), _clause(passage.text, match.end()))
            continue
        count = int(match["count"]) + years.by
        passage.swap(start, end, _padded(count, match["count"]))
        passage.remark("jubilee", match.start(), _clause(passage.text, match.end()), new=str(count))
        passage.close(start, match.end())


def _reviews(passage: Passage, years: Years) -> None:
    """*Tổng kết 15 năm thực hiện Nghị quyết … ngày 25/7/2008*: counted on where its date tells from when."""
    told = years.lexicon.view(plain).year
    pattern = compiled(rf"(?<!\w){years.any_of('reviews')}\s+(?P<count>\d{{1,3}})\s+{told}\s", re.IGNORECASE)
    for match in pattern.finditer(passage.text):
        start, end = match.span("count")
        if not passage.free(start, end):
            continue
        rest = passage.text[match.end() : _clause(passage.text, match.end())]
        begun = DATED.search(rest)
        if begun and int(begun[1]) + int(match["count"]) == years.old:
            passage.swap(start, end, _padded(int(match["count"]) + years.by, match["count"]))
        passage.remark("review", match.start(), _clause(passage.text, match.end()))


def _clause(text: str, at: int) -> int:
    found = compiled(r"[^.;,\n(]*").match(text, at)
    return found.end() if found else at


def _padded(count: int, like: str) -> str:
    return f"{count:0{len(like)}}" if like.startswith("0") else str(count)
