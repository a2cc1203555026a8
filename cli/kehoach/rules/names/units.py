"""Units that a plan names."""

import re
from collections.abc import Iterator, Mapping

from kehoach.findings import Fault, Related
from kehoach.patterns import CAPITALS, compiled, small
from kehoach.phrases.choices import any_word, begun, choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.partial_date import slashed
from kehoach.phrases.remembering import remembered
from kehoach.plan import Plan
from kehoach.rules.former import Former, former, joined
from kehoach.rules.holding import holding
from kehoach.rules.names.left_over import left_over
from kehoach.rules.passages import texts
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.units import Units

NEAR = 40


@rule("ORG303", Grain.RESOLVED, INFO)
def unit_of_ours(plan: Plan, view: View) -> Iterator[Fault]:
    """A unit of the register that a plan names is the unit itself, above it, below it or beside it.

    The name of a unit from elsewhere was copied, or it is a guest; then the sentence says so.
    """
    file, day = view.written(plan.id), plan.day
    known, units = view.whole(_registered), view.units
    above = (plan.unit, *units.above(plan.unit, day))
    ours = {*above, *units.under(plan.unit, day), *(unit for one in above for unit in units.below(one, day))}
    guests = any_word(view.lexicon.words("names", "guests"))
    told = {(passage.path, named.start) for passage, named in left_over(plan, view)}
    for passage in holding(file, view, *view.lexicon.view(_traces)) if file else ():
        for match in _unions(passage.text, view.lexicon):
            ids = known.get(spoken(match.group()), frozenset())
            elsewhere = ids and ours.isdisjoint(ids) and (passage.path, match.start()) not in told
            if elsewhere and not guests.search(passage.text[max(0, match.start() - NEAR) : match.start()]):
                arguments = {"name": match.group(), "unit": units.state(plan.unit, day).name}
                yield Fault("ORG303", passage.place(*match.span()), passage.pointer, arguments)


@rule("ORG305", Grain.RESOLVED, INFO)
def name_in_use(plan: Plan, view: View) -> Iterator[Fault]:
    """A body bears the name that it has on the plan's day.

    Ministries and offices were merged and renamed; whoever writes to the old one reaches nobody.
    """
    file = view.written(plan.id)
    table, _ = view.lexicon.view(_former)
    if plan.day <= min(until for until, _ in table.values()):
        return
    back = any_word(view.lexicon.words("names", "looks_back"))
    for passage in texts(file, view) if file else ():
        for match in _renamed(small(passage.text), view.lexicon):
            until, now = table[spoken(match.group())]
            around = passage.text[max(0, match.start() - NEAR) : match.end() + 8]
            if until < plan.day and not back.search(around):
                name = passage.text[slice(*match.span())]
                arguments = {"name": name, "now": now, "until": slashed(until)}
                yield Fault("ORG305", passage.place(*match.span()), passage.pointer, arguments)


@rule("ORG306", Grain.RESOLVED, WARNING)
def signer_in_office(plan: Plan, view: View) -> Iterator[Fault]:
    """Who signs held that office on the plan's day.

    The roster of the unit says who holds which office from which day; a unit without one is not asked.
    """
    for issued in plan.head.issued:
        roster = view.units.state(issued.unit, plan.day).roster
        office, name = issued.signed.office, issued.signed.name
        if roster and office and name and name.text.strip() and name.plan == plan.id:
            holders = {spoken(key): holder for key, holder in roster.items()}
            holder = holders.get(spoken(office.text))
            if holder is None or spoken(holder) != spoken(name.text):
                arguments = {"name": name.text, "office": office.text, "holder": holder or ""}
                related = (Related(view.units[issued.unit].where, "unit_here"),)
                yield Fault("ORG306", name.place, "issued/signed/name", arguments, related)


def _registered(view: View) -> Mapping[str, frozenset[str]]:
    """The units of the register by every name that they have had."""
    return _by_name(view.units)


def _by_name(units: Units) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for unit in units.units.values():
        for state in unit.states:
            found.setdefault(spoken(state.name), set()).add(unit.id)
    return {name: frozenset(ids) for name, ids in found.items()}


@remembered
def _unions(text: str, lexicon: Lexicon) -> tuple[re.Match[str], ...]:
    """Where *text* names units of the Union."""
    return tuple(lexicon.view(_union).finditer(text))


@remembered
def _renamed(text: str, lexicon: Lexicon) -> tuple[re.Match[str], ...]:
    """Where *text*, in small letters, names what bears another name today."""
    return tuple(lexicon.view(_former)[1].finditer(text))


def _traces(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(map(spoken, lexicon.words("names", "union_units")))


def _union(lexicon: Lexicon) -> re.Pattern[str]:
    """A unit of the Union with the name of its place."""
    words = lexicon.words("names", "union_units")
    capital = tuple(f"{first} {rest[:1].upper()}{rest[1:]}" for first, rest in (word.split(" ", 1) for word in words))
    return compiled(rf"\b{choice((*words, *capital))}(?:\s+[{CAPITALS}]\w*)+")


def _former(lexicon: Lexicon) -> tuple[Former, re.Pattern[str]]:
    """Each former name with its last day and what is there now, and a pattern that finds them."""
    table = {**former(lexicon, "names", "former"), **joined(lexicon)}
    return table, compiled(rf"{begun(table)}(?!\w)")
