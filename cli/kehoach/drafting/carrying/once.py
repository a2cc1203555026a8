"""What happens once, and the names of lunar years."""

import re

from kehoach.drafting.carrying.passage import CLAUSE, Passage, Years
from kehoach.patterns import compiled
from kehoach.phrases.choices import any_word
from kehoach.phrases.times.lunar_years import lunar_years


def remark_once(passage: Passage, years: Years) -> None:
    """Remark what is not held every year: congresses, elections, openings of works."""
    pattern = any_word(years.lexicon.words("drafting", "one_off"))
    told = compiled(rf"(?<!\w){years.any_of('resolution')}\s+(?:\w+\s+)?$", re.IGNORECASE)
    told_of = [(remark.start, remark.end) for remark in passage.remarks if remark.code in ("congress", "review")]
    for match in pattern.finditer(passage.text):
        if any(start <= match.start() < end for start, end in told_of):
            continue
        if passage.free(*match.span()) and not told.search(passage.text[: match.start()]):
            begin = max(passage.text.rfind(mark, 0, match.start()) for mark in ".;\n") + 1
            passage.remark("one_off", begin, _end(passage.text, match.end()))
            return


def move_lunar_years(passage: Passage, years: Years) -> None:
    """*Quý Mão* becomes *Giáp Thìn*."""
    names = years.lexicon.view(lunar_years)
    for match in names.named.finditer(passage.text):
        place = names.place(match.group())
        if place is not None and passage.free(*match.span()):
            new = names.name(place + years.by)
            passage.swap(*match.span(), new)
            passage.remark("lunar_year", *match.span(), new=new)


def _end(text: str, at: int) -> int:
    found = CLAUSE.match(text, at)
    return found.end() if found else at
