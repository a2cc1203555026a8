"""The word lists of recognition as patterns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon

BLANK = r"[\d\s….\u00a0_]*"
COUNT = r"(?:\d{1,3}|[IVXLC]{1,6}|[A-H])"
Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What the lines of a finished document say, each a pattern for the whole line or for how it begins.

    *title_parts* are the beginnings and ends of the titles at the right, for one that stands in two lines.
    """

    title: Pattern
    title_parts: frozenset[str]
    number: Pattern
    place_date: Pattern
    mark: Pattern
    conference: Pattern
    kind: Pattern
    kind_first: Pattern
    superior: Pattern
    issuer: Pattern
    body: Pattern
    basis: Pattern
    lead: Pattern
    theme: Pattern
    theme_heading: Pattern
    closing: Pattern
    closing_first: Pattern
    recipients: Pattern
    recipients_label: Pattern
    filing: Pattern
    authority: Pattern
    office: Pattern
    signed: Pattern
    surnames: frozenset[str]
    annex: Pattern
    annex_capitals: Pattern
    annex_reference: Pattern
    parts: tuple[Pattern, ...]
    leading: Pattern
    run_in: Pattern


def words(lexicon: Lexicon) -> Words:
    """The patterns; a view of the lexicon."""
    form = _lists(lexicon, "form")
    ours = _lists(lexicon, "finished")
    titles = (*form["titles"], *form["mottos"])
    kinds = [word for kind in lexicon.table("documents", "kinds") for word in _kind_words(lexicon, kind)]
    count = choice(lexicon.words("documents", "number"))
    times = choice((*lexicon.words("documents", "ordinal"), *lexicon.words("documents", "number")))
    bodies = (*ours["bodies"], *form["issuers"])
    return Words(
        title=_whole(rf"\W*{choice(titles)}[\s*_.–—-]*"),
        title_parts=frozenset(_halves(titles)),
        number=_whole(rf"{count}\s*(?::|(?={BLANK}[-–—/])){BLANK}(?:[-–—/]\s*\S.{{0,40}})?"),
        place_date=_whole(rf"(?:[^,;:.“”]{{1,40}}[,.]?\s+|[^,;:“”]{{1,40}},\s*)?ngày{BLANK}tháng{BLANK}năm{BLANK}"),
        mark=_whole(rf"\W*{choice(ours['marks'])}(?:\s*\(?\s*{times}\b.{{0,20}})?\W*"),
        conference=_anywhere(rf"^{choice(form['conference'])}"),
        kind=_whole(rf"{choice(kinds)}\s*:?"),
        kind_first=_anywhere(rf"^(?P<kind>{choice(kinds)})\s+(?=\S)"),
        superior=_begins(form["superiors"]),
        issuer=_begins((*bodies, *ours["names"])),
        body=_begins(bodies),
        basis=_begins(ours["bases"]),
        lead=_anywhere(rf"{choice(ours['leads'])}\s*:?\W*$|:\s*$|[,;.]\s+{choice(bodies)}\b.{{1,160}}\b{choice(ours['issues'])}\b"),
        theme=re.compile(rf"(?i:{choice(ours['theme'])})\b[^:“\"]{{0,60}}[:“\"]"),
        theme_heading=_begins(ours["theme"]),
        closing=_begins(ours["closings"]),
        closing_first=_begins(ours["closing_first"]),
        recipients=_begins(form["recipients"]),
        recipients_label=_anywhere(rf"^{choice(form['recipients'])}\s*:\s*"),
        filing=_begins(ours["filing"]),
        authority=re.compile(rf"(?:{'|'.join(form['authorities'])})\s*\.\s*[^\W\d_]{{2}}|(?:T/M|K/T|T/L)\s+[^\W\d_]"),
        office=_whole(rf"{choice((*form['offices'], *ours['offices']))}(?:\s+[^.,;:]{{1,40}})?"),
        signed=_whole(rf"\W*{choice(ours['signed'])}\W*"),
        surnames=frozenset(name.lower() for name in ours["surnames"]),
        annex=_whole(rf"\W*{choice(ours['annexes'])}(?:\s+(?:số\s+)?{COUNT})?(?P<rest>\s*$|\s*[-–—:./(].*)"),
        annex_capitals=_begins(ours["annexes"]),
        annex_reference=_begins("(" + word for word in ours["annex_references"]),
        parts=tuple(_part(word, ours["part_numbers"]) for word in ours["parts"]),
        leading=_whole(rf"{choice(ours['leading_lines'])}\W*"),
        run_in=re.compile(rf"(?i:{choice(ours['run_in'])})\s*:(?=\s*\S)"),
    )


def _lists(lexicon: Lexicon, section: str) -> dict[str, tuple[str, ...]]:
    table = lexicon.table(section)
    return {key: lexicon.words(section, key) for key, value in table.items() if isinstance(value, tuple)}


def _kind_words(lexicon: Lexicon, kind: str) -> tuple[str, ...]:
    return (kind, *lexicon.words("documents", "kinds", kind, "words"))


def _halves(titles: Iterable[str]) -> Iterable[str]:
    """The beginnings and the ends, of two words or more, of each title, in small letters."""
    for title in titles:
        parts = title.lower().split()
        for at in range(2, len(parts) - 1):
            yield from (" ".join(parts[:at]), " ".join(parts[at:]))


def _part(word: str, numbers: Iterable[str]) -> Pattern:
    count = rf"(?P<count>(?i:{choice(numbers)})\b|{COUNT}\b(?![.]\d))"
    return re.compile(rf"(?:{word}|{word.upper()})\s+{count}\s*(?P<mark>[.:)–—-]?)\s*")


def _whole(pattern: str) -> Pattern:
    return re.compile(rf"^(?:{pattern})$", re.IGNORECASE)


def _anywhere(pattern: str) -> Pattern:
    return re.compile(pattern, re.IGNORECASE)


def _begins(beginnings: Iterable[str]) -> Pattern:
    return re.compile(rf"\W{{0,2}}{choice(beginnings)}(?!\w)", re.IGNORECASE)
