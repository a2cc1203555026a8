"""What happens once, and the names of lunar years."""

import re

from kehoach.drafting.carrying.passage import CLAUSE, Passage, Years
from kehoach.patterns import compiled
from kehoach.phrases.choices import any_word


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
    stems, branches = (years.lexicon.words("drafting", name) for name in ("stems", "branches"))
    pattern = compiled(rf"\b({'|'.join(stems)})\s+({'|'.join(branches)})\b")
    for match in pattern.finditer(passage.text):
        stem, branch = stems.index(match[1]), branches.index(match[2])
        if stem % 2 == branch % 2 and passage.free(*match.span()):
            new = f"{stems[(stem + years.by) % len(stems)]} {branches[(branch + years.by) % len(branches)]}"
            passage.swap(*match.span(), new)
            passage.remark("lunar_year", *match.span(), new=new)


def _end(text: str, at: int) -> int:
    found = CLAUSE.match(text, at)
    return found.end() if found else at
