"""What the leaves of a plan must be: ids, words of a closed set, and phrases.

Each check answers with a code and its arguments, or None where the value is what it must be. Cerberus
calls them by the name that the schema gives after ``check_with``.
"""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches

from kehoach.kinds import Kind
from kehoach.patterns import compiled
from kehoach.phrases import document_number, partial_date, period, quantity
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times.slips import backward_spans, impossible_days
from kehoach.records import dataclass
from kehoach.units import Units

Answer = tuple[str, Mapping[str, str]] | None
ID = compiled(r"[a-z][a-z0-9_]*\Z")
FILLED = frozenset({"period", "figure", "share"})
CARRIERS = frozenset({"own", "below", "whole"})


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the leaves are checked against; *year* is the plan's, for dates without one."""

    units: Units
    kinds: Mapping[str, Kind]
    lexicon: Lexicon
    reserved: frozenset[str]
    year: int = 0


def nearest(word: str, known: "Mapping[str, object] | tuple[str, ...] | frozenset[str]") -> str:
    """The known word that looks most like *word*, or nothing."""
    found = get_close_matches(word, list(known), n=1)
    return found[0] if found else ""


def _name(text: str, about: Knowledge) -> Answer:
    return None if ID.match(text) else ("DOC206", {"id": text})


def _id(text: str, about: Knowledge) -> Answer:
    """A name that no template and no key of a plan uses."""
    if not ID.match(text):
        return _name(text, about)
    return ("DOC207", {"id": text}) if text in about.reserved else None


def _kind(text: str, about: Knowledge) -> Answer:
    allowed = ", ".join(about.kinds)
    return None if text in about.kinds else ("DOC214", {"kind": text, "allowed": allowed})


def _unit(text: str, about: Knowledge) -> Answer:
    if text in about.units:
        return None
    return "ORG110", {"unit": text, "nearest": nearest(text, about.units.units)}


def _year(text: str, about: Knowledge) -> Answer:
    return None if re.fullmatch(r"[12]\d{3}", text) else ("DOC212", {"value": text})


def _whole(text: str, about: Knowledge) -> Answer:
    """A count: a whole number from 1 on."""
    return None if re.fullmatch(r"0*[1-9]\d*", text) else ("DOC213", {"value": text})


def _period(text: str, about: Knowledge) -> Answer:
    """A time; where the plan's own year is wrong, its times are not judged.

    Days that no calendar has, and spans that run backwards, are told as in prose, where more words introduce them.
    """
    if not about.year or period.parse(text, about.year, about.lexicon):
        return None
    day, since = about.lexicon.at("periods", "written", "day"), about.lexicon.words("periods", "from")[0]
    if any(impossible_days(said, about.year, about.lexicon) for said in (text, f"{day} {text}")):
        return "CAL101", {"written": text}
    if any(backward_spans(said, about.lexicon) for said in (text, f"{since} {text}", f"{day} {text}")):
        return "CAL122", {"written": text}
    return "DOC208", {"value": text}


def _date(text: str, about: Knowledge) -> Answer:
    return None if partial_date.parse(text) else ("DOC209", {"value": text})


def _number(text: str, about: Knowledge) -> Answer:
    known = re.fullmatch(r"\d+[a-z]?", text) or document_number.parse(text, about.lexicon)
    return None if known else ("DOC210", {"value": text})


def _figure(text: str, about: Knowledge) -> Answer:
    known = quantity.parse(text, about.lexicon) or quantity.number(text) is not None
    return None if known else ("DOC211", {"value": text})


def _comparator(text: str, about: Knowledge) -> Answer:
    known = quantity.parse(f"{text} 1", about.lexicon)
    return None if known and not known.bare else ("DOC216", {"value": text})


def _carrier(text: str, about: Knowledge) -> Answer:
    """One of the three words, a level, a group or a unit of the register."""
    if text in CARRIERS or text in about.units or text in about.units.levels or text == "except":
        return None
    if text in about.units.groups:
        return None
    known = (*CARRIERS, *about.units.levels, *sorted(about.units.groups), *about.units.units)
    return "ORG111", {"carrier": text, "nearest": nearest(text, known)}


CHECKS: Mapping[str, Callable[[str, Knowledge], Answer]] = {
    "id": _id,
    "name": _name,
    "kind": _kind,
    "unit": _unit,
    "year": _year,
    "whole": _whole,
    "period": _period,
    "date": _date,
    "number": _number,
    "figure": _figure,
    "comparator": _comparator,
    "carrier": _carrier,
    "share": _figure,
}


def answer(name: str, text: str, about: Knowledge) -> Answer:
    """What the check *name* has against *text*; what a placeholder is still to fill passes."""
    return None if name in FILLED and "{{" in text else CHECKS[name](text, about)
