"""Numbers that no reader can take for one number."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.phrases.roman import number
from kehoach.records import dataclass
from kehoach.rules.prose.prose import prose
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

COUNTED = ("times", "persons", "organisations", "teams", "works", "gifts", "nature")
_MONTH = compiled(r"(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d")
# The sign of percent behind the noun.
_PERCENT = compiled(r"\d ?%%+|\d(?<![\d.,/]\d)[\d.,]*(?: [^\W\d_]+){1,3}%")
# What a wrong Roman number has, and few lines do.
_TWICE = ("II", "VV", "VX", "XX")
_ROMAN = compiled(r"(?<= )[IVX]{2,}(?!\w|[/-]\w)")


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """Malformed numbers that are no number of a document; only lines with what is *doubted* may hold any.

    *groups* of thousands that are too long, or of two lengths; a *letter* O among digits; *decimals* of what only
    whole numbers count (5.00 pupils, 1,200 trees); numbers *torn* by a comma from their multiplier or sign.
    """

    doubted: re.Pattern[str]
    groups: re.Pattern[str]
    letter: re.Pattern[str]
    decimals: re.Pattern[str]
    torn: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Patterns":
        """The patterns with the words of *lexicon*."""
        before = "".join(rf"(?<!{re.escape(word)} \d)" for word in lexicon.words("documents", "number"))
        first = rf"{before}(?<![\w.,/:-]\d)"
        nouns = choice(noun for sort in COUNTED for noun in lexicon.words("quantities", "nouns", sort))
        multipliers = choice(lexicon.table("quantities", "multipliers"))
        money = rf"{multipliers} (?i:{choice(lexicon.words('quantities', 'currencies'))})(?!\w)"
        return cls(
            compiled(rf"[0-9](?:[,.]*[oO]|\.(?:\d{{4}}|\d{{3}}\.\d|\d{{1,2}} )|,\d{{3}} |[,.]+ (?:{multipliers}|%))"),
            compiled(rf"[1-9]{first}\d{{0,2}}(?:\.\d{{3}})*\.(?:\d{{4,}}|\d{{3}}\.\d{{1,2}})(?![\w./-]|,\d)"),
            compiled(rf"\d{first}(?:[\d.,]*[oO]\d*|(?<=[1-9])\d*[oO]+)(?![\w/])"),
            compiled(rf"([1-9]{first}\d{{0,2}}(?:\.\d{{1,2}}|,\d{{3}})) {nouns}(?!\w)"),
            compiled(rf"\d{first}[\d.]*(?:,\d+)?[,.] (?:{money}|%)"),
        )


@rule("TXT505", Grain.WRITTEN, WARNING)
def figure_formed(file: Written, view: View) -> Iterator[Fault]:
    """A number has dots between its thousands, three digits each, and a comma before its decimals.

    *1.6000*, *5.00 học sinh*, *1,200 cây*, *24,5, tỷ*, *10O cây* and *80 chi đoàn%* leave open which number is meant;
    *VIIII* is no Roman number.
    """
    told = prose(file, view)
    found = (*told.each(_malformed, view.lexicon), *told.worded(_misplaced, view.lexicon))
    for start, end in sorted({(begin + start, begin + end) for begin, (start, end) in found}):
        yield told.fault("TXT505", start, end, text=told.text[start:end])


@remembered
def _malformed(line: str, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """Numbers of *line* with dots, commas and letters in wrong places."""
    known = lexicon.view(Patterns.of)
    if not known.doubted.search(line):
        return ()
    groups = (match.span() for match in known.groups.finditer(line) if not _MONTH.fullmatch(match[0]))
    decimals = (match.span(1) for match in known.decimals.finditer(line) if match.start())
    others = (match.span() for pattern in (known.torn, known.letter) for match in pattern.finditer(line))
    return (*groups, *decimals, *others)


@remembered
def _misplaced(line: str, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """Signs of percent away from their number, and figures behind a word of counting that make no Roman number."""
    found = [match.span() for match in _PERCENT.finditer(line)]
    for match in _ROMAN.finditer(line) if any(map(line.__contains__, _TWICE)) else ():
        if number(match[0]) is None and line[: match.start()].lower().endswith(lexicon.view(_counted)):
            found.append(match.span())
    return tuple(found)


def _counted(lexicon: Lexicon) -> tuple[str, ...]:
    """The words that are counted in Roman figures, before those."""
    return tuple(f"{word} " for word in lexicon.words("reckoning", "counted_in_roman"))
