"""Places of our own level whose people and bodies a plan speaks of."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import CAPITALS, compiled, small
from kehoach.phrases.choices import any_word, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.plan import Plan
from kehoach.rules.holding import holding, saying
from kehoach.rules.names.left_over import Named, Ours, own_names
from kehoach.rules.names.wording import spelt
from kehoach.rules.passages import Passage
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

NEAR = 60


@rule("ORG321", Grain.RESOLVED, INFO)
def area_is_ours(plan: Plan, view: View) -> Iterator[Fault]:
    """The people and bodies that a plan speaks of are those of our own place.

    *Thanh thiếu nhi huyện Sơn Bình* in the plan of another district was left over from that one's, and so was *Tuổi trẻ
    Sơn Bình* where nothing else there names it. Partners stand behind *phối hợp với* and the like; a plan that names
    several other places means them.
    """
    file = view.written(plan.id)
    own = view.once(own_names, file) if file else None
    nouns = view.lexicon.table("names", "area_nouns")
    if file is None or own is None or own.level not in nouns:
        return
    guests = any_word(view.lexicon.words("names", "guests"))
    others = [*_slogans(file, own, view)]
    for passage in holding(file, view, *view.lexicon.words("names", "area_nouns", own.level)):
        for named in _areas(passage.text, own.level, view.lexicon):
            if own.other(named) and not guests.search(passage.text[max(0, named.start - NEAR) : named.start]):
                others.append((passage, named))
    if len({named.place for _, named in others}) == 1:
        for passage, named in others:
            arguments = {"name": passage.text[named.start : named.end]}
            yield Fault("ORG321", passage.place(named.start, named.end), passage.pointer, arguments)


def _slogans(file: Written, own: Ours, view: View) -> Iterator[tuple[Passage, Named]]:
    """The places whose youth a plan calls itself, of which neither its head nor another sentence knows.

    A plan of the lowest level may take the words of a level that its head does not name.
    """
    named, lowest = view.lexicon.view(_youth), [*view.lexicon.table("names", "area_nouns")][-1]
    for passage in holding(file, view, *view.lexicon.words("names", "youth")) if own.level != lowest else ():
        for match in named.finditer(passage.text):
            place = spelt(match["place"], view.lexicon)
            known = own.knows(place) or len(saying(file, view, small(match["place"]))) > 1
            if not known:
                yield passage, Named(*match.span("place"), "", place)


@remembered
def _areas(text: str, level: str, lexicon: Lexicon) -> tuple[Named, ...]:
    """The places of *level* in *text* right before whose name stands who of them is meant."""
    places, whose = lexicon.view(_patterns)
    strange = lexicon.words("reckoning", "not_place_names")
    found = (match for match in places[level].finditer(text) if match["place"].split()[0] not in strange)
    named = (match for match in found if whose.search(small(text[max(0, match.start() - NEAR) : match.start()])))
    return tuple(Named(*match.span(), level, spelt(match["place"], lexicon)) for match in named)


def _youth(lexicon: Lexicon) -> re.Pattern[str]:
    """The youth of a place, whose name has two words or three and is neither a nickname nor that of a body."""
    youth, not_places = choice(lexicon.words("names", "youth")), choice(lexicon.words("names", "not_youth_of"))
    word = rf"[{CAPITALS}]\w*"
    return compiled(
        rf"(?<!\w)(?i:{youth})\s+(?!{not_places}(?!\w))(?P<place>{word}(?:\s+{word}){{1,2}})(?=\s+[^\W\d_]|[”\"])"
    )


def _patterns(lexicon: Lexicon) -> tuple[dict[str, re.Pattern[str]], re.Pattern[str]]:
    """How a place of each level is named, and what stands before it, in small letters."""
    table = {id: choice(lexicon.words("names", "area_nouns", id)) for id in lexicon.table("names", "area_nouns")}
    place = rf"(?P<place>[{CAPITALS}]\w*(?:\s+[{CAPITALS}]\w*)*)(?!\s*[/-])"
    whose = choice(map(small, (*lexicon.words("names", "area_people"), *lexicon.words("names", "bodies_of_places"))))
    return {id: compiled(rf"(?<!\w){nouns}\s+{place}") for id, nouns in table.items()}, compiled(
        rf"(?<!\w){whose}\s+\Z"
    )
