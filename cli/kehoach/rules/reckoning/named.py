"""Places that are counted and named."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import CAPITALS, compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.reckoning.amounts import Slip, reader, slips
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_WORD = rf"[{CAPITALS}][\w’'-]*"
_NAME = rf"{_WORD}(?: {_WORD}){{0,3}}"


@rule("TGT510", Grain.WRITTEN, INFO)
def places_counted(file: Written, view: View) -> Iterator[Fault]:
    """Places are as many as are named: *03 huyện An Lão, Vân Canh, Vĩnh Thạnh*.

    Only lists are counted that are nothing but names up to the end of their clause.
    """
    yield from slips(_slips, file, view)


def _may(wording: str, lexicon: Lexicon) -> bool:
    return ", " in wording and lexicon.view(_places).search(wording) is not None


@reader(_may)
@remembered
def _slips(line: str, lexicon: Lexicon) -> tuple[Slip, ...]:
    return tuple(_miscounted(line, lexicon))


def _miscounted(line: str, lexicon: Lexicon) -> Iterator[Slip]:
    others, joint = lexicon.words("reckoning", "not_place_names"), lexicon.words("documents", "and")[0]
    for match in lexicon.view(_places).finditer(line):
        names = [name for part in match["names"].split(f" {joint} ") for name in part.strip(", ").split(", ")]
        known = not any(name.split()[0] in others for name in names)
        if known and len(names) > 1 and len(names) != int(match["count"]):
            said = (("text", match["said"].strip()), ("count", str(len(names))))
            yield Slip("TGT510", *match.span(), said)


def _places(lexicon: Lexicon) -> re.Pattern[str]:
    nouns, joint = choice(lexicon.words("reckoning", "named_places")), lexicon.words("documents", "and")[0]
    counted = rf"(?P<said>(?P<count>\d(?<![\w.,/-]\d)\d?) {nouns})"
    names = rf"(?P<names>{_NAME}(?:, {_NAME})*(?:,? {joint} {_NAME})?)(?= ?[.;:()]|\Z)"
    return compiled(rf"{counted} (?:(?!{nouns} )[^\W\d_{CAPITALS}]+ ){{0,5}}:? ?{names}")
