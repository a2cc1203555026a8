"""Names of units beside ours that were left over from their plans."""

import re
from collections import Counter
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.finished import Role
from kehoach.patterns import CAPITALS, compiled, small
from kehoach.phrases.choices import any_word, begun, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.plan import Plan
from kehoach.records import dataclass
from kehoach.rules.holding import holding
from kehoach.rules.names.wording import Words, spelt
from kehoach.rules.passages import Passage, sentences, texts
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

NEAR, SHOWN = 40, 3
ISSUERS = ("opening", "closing")
HEAD = (Role.SUPERIOR, Role.ISSUER, Role.ORGANISATION, Role.PLACE_DATE, Role.AUTHORITY)


@dataclass(frozen=True, slots=True)
class Named:
    """A unit that a passage names, from code point *start* to *end*: its level and the words of its place."""

    start: int
    end: int
    level: str
    place: Words


@dataclass(frozen=True, slots=True)
class Ours:
    """What tells our own names: our level, and the places of all units of ours; *head* is a document's own, spelt."""

    level: str
    places: frozenset[Words]
    head: str

    def other(self, named: Named) -> bool:
        """Whether *named* is a unit of our level that is none of ours."""
        return named.level == self.level and not self.knows(named.place)

    def knows(self, place: Words) -> bool:
        """Whether *place* is one of ours, or stands in the head."""
        ours = any(place[: len(own)] == own or own[: len(place)] == place for own in self.places)
        return ours or f" {' '.join(place[:SHOWN])} " in self.head


@rule("ORG316", Grain.RESOLVED, WARNING)
def name_left_over(plan: Plan, view: View) -> Iterator[Fault]:
    """Opening, closing and leads name no other unit of our own level.

    Another district's name there was left over when its plan was copied. Partners stand in lists or behind *phối hợp
    với*; a plan that several units issue names them all.
    """
    for passage, named in left_over(plan, view):
        arguments = {"name": passage.text[named.start : named.end], "unit": view.units.state(plan.unit, plan.day).name}
        yield Fault("ORG316", passage.place(named.start, named.end), passage.pointer, arguments)


@rule("ORG317", Grain.RESOLVED, INFO)
def neighbour_acts(plan: Plan, view: View) -> Iterator[Fault]:
    """What a plan has done, its own units do.

    A sentence in which one neighbour acts, or to whom reports go, was copied from that neighbour's plan; several share
    the work.
    """
    file = view.written(plan.id)
    ours = view.once(own_names, file) if file else None
    if file is None or ours is None:
        return
    traces = map(str.lower, view.lexicon.words("names", "union_levels", ours.level))
    inside = (p for p in holding(file, view, *traces) if p.key != "lead" and not p.path.startswith(ISSUERS))
    acting = [(p, named) for p in inside for named in _acting(p.text, view.lexicon) if ours.other(named)]
    if len({named.place for _, named in acting}) == 1:
        for passage, named in acting:
            arguments = {"name": passage.text[named.start : named.end]}
            yield Fault("ORG317", passage.place(named.start, named.end), passage.pointer, arguments)


def left_over(plan: Plan, view: View) -> tuple[tuple[Passage, Named], ...]:
    """The units of our level that are not ours in opening, closing and leads, each passage naming one alone."""
    file = view.written(plan.id)
    return view.once(_left_over, file) if file else ()


def _left_over(file: Written, view: View) -> tuple[tuple[Passage, Named], ...]:
    ours = view.once(own_names, file)
    if ours is None:
        return ()
    guests = any_word(view.lexicon.words("names", "guests"))
    found: list[tuple[Passage, Named]] = []
    for passage in [p for p in texts(file, view) if p.path.startswith(ISSUERS)]:
        named = _units(passage.text, view.lexicon)
        if len({one.place for one in named if one.level == ours.level}) == 1:
            before = ((one, passage.text[max(0, one.start - NEAR) : one.start]) for one in named)
            found += ((passage, one) for one, text in before if ours.other(one) and not guests.search(text))
    leads = [p for p in texts(file, view) if p.key == "lead"]
    each = Counter(p.item for p in leads)
    alone = [(p, named) for p in leads if each[p.item] == 1 for named in _units(p.text, view.lexicon)]
    others = [(p, named) for p, named in alone if ours.other(named)]
    return (*found, *(others if len({named.place for _, named in others}) == 1 else ()))


def own_names(file: Written, view: View) -> Ours | None:
    """Our names; None where our level or our place is not known."""
    plan, finished = view.resolve(file.id), view.finished.get(file.id)
    if plan is None:
        return None
    day = plan.day
    issuing = {plan.unit, *(issued.unit for issued in plan.head.issued)}
    near = {other for unit in issuing for other in (*view.units.above(unit, day), *view.units.under(unit, day))}
    states = [view.units.state(unit, day) for unit in (issuing | near) & view.units.units.keys()]
    head = " ".join(piece.text for piece in finished.of(*HEAD)) if finished else ""
    own = f"{view.units.state(plan.unit, day).name} {head}".lower()
    level = next((id for id, found in reversed(view.lexicon.view(_levels).items()) if found.search(own)), "")
    names = (name for state in states for name in (state.place, state.short))
    tails = (unit.place for state in states for unit in _units(state.name, view.lexicon))
    places = frozenset((*(spelt(name, view.lexicon) for name in names if name), *tails))
    return Ours(level, places, f" {' '.join(spelt(head, view.lexicon))} ") if level and places else None


@remembered
def _units(text: str, lexicon: Lexicon) -> tuple[Named, ...]:
    """The units of the Union that *text* names with their places."""
    if not lexicon.view(_called).search(small(text)):
        return ()
    found = ((level, match) for level, unit in lexicon.view(_named).items() for match in unit.finditer(text))
    return tuple(Named(*match.span(), level, spelt(match["place"], lexicon)) for level, match in found)


@remembered
def _acting(text: str, lexicon: Lexicon) -> tuple[Named, ...]:
    """The units that begin a sentence of *text* in which they act, and those to which something is handed in."""
    acts, handed = lexicon.view(_acts), lexicon.view(_handed)
    starts = {at for at, _ in sentences(text)}
    units = _units(text, lexicon)
    begun = {unit for unit in units if unit.start in starts and acts.match(text, unit.end)}
    return tuple(unit for unit in units if unit in begun or handed.search(text, 0, unit.start))


def _levels(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    """What units of each level are called, in small letters, the highest level first."""
    table = lexicon.table("names", "union_levels")
    return {id: any_word(tuple(map(str.lower, lexicon.words("names", "union_levels", id)))) for id in table}


def _called(lexicon: Lexicon) -> re.Pattern[str]:
    """What units of any level are called, in small letters."""
    table = lexicon.table("names", "union_levels")
    return compiled(begun(word.lower() for id in table for word in lexicon.words("names", "union_levels", id)))


def _named(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    """How a unit of each level is named with its place."""
    table = {id: lexicon.words("names", "union_levels", id) for id in lexicon.table("names", "union_levels")}
    place = rf"(?P<place>[{CAPITALS}]\w*(?:\s+[{CAPITALS}]\w*)*)"
    return {id: compiled(rf"\b(?i:{choice(words)})\s+{place}") for id, words in table.items()}


def _handed(lexicon: Lexicon) -> re.Pattern[str]:
    return compiled(rf"(?<!\w){choice(lexicon.words('names', 'handed_to'))}\s+$", re.IGNORECASE)


def _acts(lexicon: Lexicon) -> re.Pattern[str]:
    return compiled(rf"\s+{choice(lexicon.words('names', 'acts'))}(?!\w)", re.IGNORECASE)
