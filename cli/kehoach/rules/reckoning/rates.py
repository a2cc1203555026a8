"""One number of another: 186/180, 14/14."""

import re
from collections.abc import Iterator
from fractions import Fraction

from kehoach.findings import Fault
from kehoach.patterns import caseless, compiled, small
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import number
from kehoach.phrases.remembering import remembered
from kehoach.rules.reckoning.amounts import Slip, reader, slips
from kehoach.rules.registry import WARNING, Grain, Rule, enter, rule
from kehoach.rules.view import View
from kehoach.written import Written

OF_ALL = "TGT509"
_NUMBER = r"\d+(?:\.\d{3})*"
_OF = rf"(?P<part>{_NUMBER})/(?P<all>{_NUMBER})"
_PERCENT = r"(?P<rate>\d+(?:,\d+)?) ?%"
_OF_THINGS = compiled(r"\d/\d[\d.]*\s[^\W\d_]")
_BOTH = (
    compiled(rf"{_PERCENT}[^\d%.;()]{{0,40}}\({_OF}(?![/\d])"),
    compiled(rf"(?<![\d/]){_OF}(?![/\d])[^\d%.;()]{{0,40}}\([^\d%();]{{0,20}}{_PERCENT}"),
)
enter(Rule(OF_ALL, WARNING, Grain.WRITTEN))


@rule("TGT508", Grain.WRITTEN, WARNING)
def rate_reckoned(file: Written, view: View) -> Iterator[Fault]:
    """A percentage beside the two numbers that it comes from is what they make: 186/180 is 103,3%.

    The last digit may be rounded either way. Of months, units and targets no more can be reached than there are.
    """
    yield from slips(_slips, file, view)


def _may(wording: str, lexicon: Lexicon) -> bool:
    return "%" in wording or lexicon.view(_things).search(small(wording)) is not None


@reader(_may)
@remembered
def _slips(line: str, lexicon: Lexicon) -> tuple[Slip, ...]:
    return (*_rates(line), *_beyond(line, lexicon)) if "/" in line else ()


def _rates(line: str) -> Iterator[Slip]:
    for pattern in _BOTH if "%" in line else ():
        for match in pattern.finditer(line):
            part, whole, rate = (Fraction(number(match[name]) or 0) for name in ("part", "all", "rate"))
            if not whole or not rate:
                continue
            exact, digits = part * 100 / whole, len(match["rate"].partition(",")[2])
            if abs(exact - rate) > Fraction(1, 10**digits):
                meant = f"{float(exact):.{max(digits, 1)}f}".replace(".", ",").removesuffix(",0")
                said = (
                    ("rate", f"{match['rate']}%"),
                    ("of", f"{match['part']}/{match['all']}"),
                    ("meant", f"{meant}%"),
                )
                yield Slip("TGT508", *match.span(), said)


def _beyond(line: str, lexicon: Lexicon) -> Iterator[Slip]:
    for match in lexicon.view(_counted).finditer(line) if _OF_THINGS.search(line) else ():
        part, whole = number(match["part"]), number(match["all"])
        if part and whole and part > whole:
            yield Slip(OF_ALL, *match.span(), (("text", match[0]),))


def _things(lexicon: Lexicon) -> re.Pattern[str]:
    """A number of what all are counted of, in small letters."""
    return caseless(rf"\d\s{choice(lexicon.words('reckoning', 'all_of'))}(?!\w)")


def _counted(lexicon: Lexicon) -> re.Pattern[str]:
    """Some of all units, where it is no date."""
    nouns, dated = (choice(lexicon.words("reckoning", name)) for name in ("all_of", "dated_before"))
    before = rf"(?:(?<!\w)(?!{dated}\s)[^\W\d_]+\s|[(:,;]\s?|\A)"
    return compiled(rf"{before}{_OF}\s{nouns}(?!\w)", re.IGNORECASE)
