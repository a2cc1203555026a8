"""The word lists of recognition as patterns, for the whole of a line or for how it begins."""

import re
from collections.abc import Iterable, Mapping

from kehoach.finished import Role
from kehoach.patterns import any_case, compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.document_number import types
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times.plain import Plain, plain
from kehoach.records import dataclass

BLANK = r"[\d\s….\u00a0_]*"
COUNT = r"(?:\d{1,3}|[IVXLC]{1,6}|[A-H])"
PLACE = r"(?:[^,;:.“”]{1,40}[,.]?\s+|[^,;:“”]{1,40},\s*)"
# The name of a school may stand shortened behind a blank: KH-THCS TP.
SYMBOL = r"[^\W_]+(?:\s?[-–—/&.]\s?[^\W_]+)*(?-i:\s[A-ZĐ]{2,6})?"
Pattern = re.Pattern[str]
Lists = Mapping[str, tuple[str, ...]]
Signs = tuple[tuple[Role, Pattern], ...]


@dataclass(frozen=True, slots=True, eq=False)
class HeadWords:
    """What stands above the text.

    *title_parts* are the beginnings and ends of the titles at the right, for one that stands in two lines.
    *led_on* is a word at the end after which a phrase must go on.
    *kind_first* is a type of document with its subject on the line.
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
    body_alone: Pattern
    led_on: Pattern

    @classmethod
    def of(cls, lists: Lists, said: Plain) -> "HeadWords":
        """The patterns made of the word lists and of the words of dates."""
        titles, kinds = choice((*lists["titles"], *lists["mottos"])), choice(lists["kinds"])
        numbers, times = choice(lists["number"]), choice((*lists["number"], *lists["ordinal"]))
        return cls(
            title=_whole(rf"\W{{0,3}}{titles}[\s*_.–—-]*"),
            title_parts=frozenset(_halves((*lists["titles"], *lists["mottos"]))),
            number=_whole(
                rf"{numbers}\s*(?::|(?={BLANK}[-–—/])|(?=\d{{1,4}}\s+\w+\s?/\s?\w)){BLANK}(?:[-–—/]?\s*{SYMBOL})?"
            ),
            place_date=_whole(
                rf"(?!.*\b{said.day}\b.*\b{said.day}\b){PLACE}?{said.day}{BLANK}{said.month}{BLANK}{said.year}{BLANK}"
            ),
            mark=_whole(rf"\W{{0,3}}{choice(lists['marks'])}(?:\s*\(?\s*{times}\b.{{0,20}})?\W*"),
            conference=any_case(rf"^{choice(lists['conference'])}"),
            kind=_whole(rf"{kinds}\s*:?"),
            kind_first=any_case(rf"^(?P<kind>{kinds})\s+(?=\S)"),
            superior=_begins(lists["superiors"]),
            issuer=_begins((*lists["bodies"], *lists["names"])),
            body=_begins(lists["bodies"]),
            body_alone=_whole(choice(lists["bodies"])),
            led_on=any_case(rf"(?<!\w){choice(lists['connectives'])}$"),
        )

    def signs(self) -> Signs:
        """The patterns that tell a whole line of the head, those of the annexes' heads aside."""
        return (
            (Role.ORGANISATION, self.title),
            (Role.NUMBER, self.number),
            (Role.PLACE_DATE, self.place_date),
            (Role.MARK, self.mark),
            (Role.KIND, self.kind),
        )


@dataclass(frozen=True, slots=True, eq=False)
class TextWords:
    """What stands in the text and at its edges; *parts* are the outer ones first."""

    basis: Pattern
    lead: Pattern
    about: Pattern
    addressees: Pattern
    theme: Pattern
    theme_heading: Pattern
    closing: Pattern
    closing_last: Pattern
    parts: tuple[Pattern, ...]
    leading: Pattern
    resolving: Pattern
    run_in: Pattern
    annex: Pattern
    annex_capitals: Pattern
    annex_first: Pattern
    annex_reference: Pattern

    @classmethod
    def of(cls, lists: Lists) -> "TextWords":
        """The patterns made of the word lists."""
        bodies, issues = choice(lists["bodies"]), choice(lists["issues"])
        annex = rf"{choice(lists['annexes'])}(?:\s+(?:{choice(lists['number'])}\s+)?{COUNT}\b)?"
        issued = rf"[,;.]\s+{bodies}\b.{{1,160}}\b{issues}\b"
        return cls(
            basis=_begins(lists["bases"]),
            lead=any_case(rf"{choice(lists['leads'])}\s*:?\W*$|:\s*$|{issued}"),
            about=_begins(lists["subjects"]),
            addressees=_begins(lists["addressees"]),
            theme=compiled(rf"(?i:{choice(lists['theme'])})\b[^:“\"]{{0,60}}[:“\"]"),
            theme_heading=_begins(lists["theme"]),
            closing=_begins(lists["closings"]),
            closing_last=_begins(lists["closings_last"]),
            parts=tuple(_part(word, lists["part_numbers"]) for word in lists["parts"]),
            leading=_whole(rf"{choice(lists['leading_lines'])}\W*"),
            resolving=any_case(rf"\b{choice(lists['resolving'])}\s*:$|^{choice(lists['resolving'])}$"),
            run_in=compiled(rf"(?i:{choice(lists['run_in'])})\s*:(?=\s*\S)"),
            annex=_whole(rf"\W{{0,3}}{annex}\W*"),
            annex_first=any_case(rf"^(?P<annex>{annex})\s*[-–—:.]\s*(?=[^\W\d])"),
            annex_capitals=_begins(lists["annexes"]),
            annex_reference=_begins("(" + word for word in lists["annex_references"]),
        )

    def signs(self) -> Signs:
        """The patterns that tell how a paragraph begins."""
        return (
            (Role.ANNEX_REFERENCE, self.annex_reference),
            (Role.THEME, self.theme),
            (Role.CLOSING, self.closing),
            (Role.BASIS, self.basis),
        )


@dataclass(frozen=True, slots=True, eq=False)
class FootWords:
    """What stands below the text; *recipients_label* ends where an entry on its line begins.

    A *rank* or degree may stand before the name of who signs.
    """

    recipients: Pattern
    recipients_label: Pattern
    filing: Pattern
    authority: Pattern
    office: Pattern
    signed: Pattern
    rank: Pattern
    surnames: frozenset[str]

    @classmethod
    def of(cls, lists: Lists) -> "FootWords":
        """The patterns made of the word lists."""
        forms = "|".join(r"\.?".join(form) for form in lists["authorities"] if form.isalpha())
        slashed = "|".join(re.escape(form) for form in lists["authorities"] if not form.isalpha())
        signs = choice(word.upper() for word in (*lists["bodies"], *lists["offices"]))
        return cls(
            recipients=any_case(rf"^{choice(lists['recipients'])}\s*(?::|$)"),
            recipients_label=any_case(rf"^{choice(lists['recipients'])}\s*:\s*"),
            filing=_begins(lists["filing"]),
            authority=compiled(rf"(?:{forms})\s*(?:\.\s*[^\W\d_]{{2}}|{signs}\b)|(?:{slashed})\.?\s*[^\W\d_]"),
            office=_whole(rf"{choice(lists['offices'])}(?:\s+[^.,;:]{{1,40}})?"),
            signed=_whole(rf"\W{{0,3}}{choice(lists['signed'])}\W*"),
            rank=any_case(rf"^{choice(lists['ranks'])}\s+"),
            surnames=frozenset(name.lower() for name in lists["surnames"]),
        )

    def signs(self) -> Signs:
        """The patterns that tell a line of the foot."""
        return (Role.RECIPIENTS, self.recipients), (Role.AUTHORITY, self.authority), (Role.OFFICE, self.office)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What the lines of a finished document say."""

    head: HeadWords
    text: TextWords
    foot: FootWords


def words(lexicon: Lexicon) -> Words:
    """The patterns; a view of the lexicon."""
    lists = _lists(lexicon)
    return Words(HeadWords.of(lists, lexicon.view(plain)), TextWords.of(lists), FootWords.of(lists))


def _lists(lexicon: Lexicon) -> Lists:
    """The word lists by name; those that two sections have under one name are put together."""
    lists: dict[str, tuple[str, ...]] = {}
    for section in ("documents", "form", "finished"):
        for key, value in lexicon.table(section).items():
            if isinstance(value, tuple):
                lists[key] = (*lists.get(key, ()), *lexicon.words(section, key))
    return lists | {"kinds": tuple(lexicon.view(types)), "bodies": (*lists["bodies"], *lists["issuers"])}


def _halves(titles: Iterable[str]) -> Iterable[str]:
    """The beginnings and the ends, of two words or more, of each title, in small letters."""
    for title in titles:
        parts = title.lower().split()
        for at in range(2, len(parts) - 1):
            yield from (" ".join(parts[:at]), " ".join(parts[at:]))


def _part(word: str, numbers: Iterable[str]) -> Pattern:
    count = rf"(?:(?i:{choice(numbers)})\b|{COUNT}\b(?![.]\d))"
    return compiled(rf"(?:{word}|{word.upper()})\s+{count}\s*[.:)–—-]?\s*")


def _whole(pattern: str) -> Pattern:
    return compiled(rf"^(?:{pattern})$", re.IGNORECASE)


def _begins(beginnings: Iterable[str]) -> Pattern:
    return compiled(rf"\W{{0,2}}{choice(beginnings)}(?!\w)", re.IGNORECASE)
