"""The patterns that citations are read with."""

import re
from collections.abc import Mapping

from kehoach.patterns import any_case, caseless
from kehoach.phrases.choices import DASH, YEAR, begun, choice, spoken
from kehoach.phrases.document_number import LOST_DASH, LOST_STROKE, types
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times.plain import Plain, plain
from kehoach.records import dataclass

BLANK = r"[\s….]*+"


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Patterns for the parts of a citation; *said* holds the word that introduces each part."""

    verb: re.Pattern[str]
    kind: re.Pattern[str]
    kind_small: re.Pattern[str]
    kinds: Mapping[str, str]
    number: re.Pattern[str]
    date: re.Pattern[str]
    issuer: re.Pattern[str]
    about: re.Pattern[str]
    congress: re.Pattern[str]
    term: re.Pattern[str]
    said: Mapping[str, str]


def words(lexicon: Lexicon) -> Words:
    """The patterns of citations; a view of the lexicon."""
    kinds = {spoken(word): word for word in lexicon.view(types)}
    names = ("number", "date", "issuer", "about", "ordinal", "term")
    of = {name: choice(lexicon.words("documents", name)) for name in names}
    kind = rf"\b{choice(kinds)}\b"
    return Words(
        verb=any_case(rf"\s*{choice(lexicon.words('documents', 'verbs'))}\s+(?={kind})|\s*"),
        kind=any_case(kind),
        kind_small=caseless(rf"{begun(kinds)}\b"),
        kinds=kinds,
        number=any_case(rf"\s++(?:{of['number']}\s*+:?)?(?P<symbol>{_symbol()})(?!\w)"),
        date=any_case(rf"\s*,?\s*{of['date']}{_date(lexicon.view(plain))}"),
        issuer=any_case(rf"\s*,?\s+{of['issuer']}\s+(?P<issuer>[^\s,;.“”\"()*].*?){_issuer_end(lexicon, of, kind)}"),
        about=any_case(rf",?\s*(?P<open>[“\"*]*)(?:(?<=[“\"*])|{of['about']}\s+)(?:{of['about']}\s+)?(?P<about>.+)"),
        congress=any_case(_congress(lexicon, of, kind)),
        term=any_case(rf"\s*,?\s*{of['term']}\s+{_span()}"),
        said={name: lexicon.words("documents", name)[0] for name in names},
    )


def _symbol() -> str:
    """A number with its symbol, given or blank, to be parsed."""
    apart = r"(?-i:\s?[-–]\s?(?=[A-ZĐ]{2,}(?!\w)))"
    part = rf"[^\W_]+(?:(?:[-&.]|{apart})[^\W_]+)*"
    numbered = rf"(?:\s*+\d{{1,5}}(?:\s?{DASH}\s?|\s?)|{BLANK}{DASH}\s?)"
    union = rf"{numbered}[^\W\d_]+\s?/\s?{part}(?:{LOST_DASH}{part})?"
    state = rf"\s*+\d{{1,5}}[a-zđ]?(?:\s?/\s?|{LOST_STROKE})(?:\d{{4}}\s?/\s?)?{part}"
    return rf"(?:{union}|{state})"


def _date(said: Plain) -> str:
    slashed = r"\s*(?P<slashed>\d{0,2}\s*/\s*\d{0,2}\s*/\s*\d{4})"
    worded = rf"\d{{0,2}}\s*{said.month}\s+\d{{0,2}}\s*{said.year}\s+\d{{4}}"
    return rf"(?:{slashed}|{BLANK}(?P<words>{worded}))(?!\d)"


def _issuer_end(lexicon: Lexicon, of: Mapping[str, str], kind: str) -> str:
    ends, joint = choice(lexicon.words("documents", "issuer_ends")), choice(lexicon.words("documents", "and"))
    mark, next_document = r"\s*$|\s*[,;“”\"()*]|\.(?:\s|$)", rf"\s+{joint}\s+(?:\w+\s+)?{kind}"
    return rf"(?={mark}|\s+{ends}\b|{next_document}|\s+{of['date']}\s*[\d/]|\s+{of['term']}\b)"


def _congress(lexicon: Lexicon, of: Mapping[str, str], kind: str) -> str:
    """The congress, then its ordinal or, without one, its term."""
    name = rf"{choice(lexicon.words('documents', 'congress'))}\b(?:(?!{kind})[^,;.“”\"()])+?"
    ordinal = rf"\s+{of['ordinal']}\s+(?P<ordinal>[IVXLC]+|\d{{1,3}})\b"
    return rf"\s+(?P<congress>{name})(?:{ordinal}|(?=\s*,?\s*{of['term']}\s+{YEAR}\s*{DASH}\s*{YEAR}))"


def _span() -> str:
    return rf"(?P<first>{YEAR})\s*{DASH}\s*(?P<last>{YEAR})(?!\d)"
