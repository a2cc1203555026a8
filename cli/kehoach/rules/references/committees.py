"""Committees by the congress that elected them (*Ban Chấp hành Tỉnh đoàn khóa XIV*)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.phrases.roman import number
from kehoach.rules.holding import holding
from kehoach.rules.passages import Passage
from kehoach.rules.references.congresses import level_of, named_in
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

Found = tuple[str, str, int, int, str]
Named = tuple[Passage, Found]
# Where a document names the session that has passed it.
HEAD = frozenset({"subject", "closing", "opening"})


@rule("REF115", Grain.WRITTEN, INFO)
def committee_of_one_term(file: Written, view: View) -> Iterator[Fault]:
    """The committee of a unit of the Union is of one term wherever a document names it.

    *khóa XI* beside *khóa XII* was left over from an older document.
    """
    named: dict[str, list[Named]] = defaultdict(list)
    for passage in holding(file, view, *view.lexicon.words("references", "committee_terms")):
        for found in _named(passage.text, view.lexicon):
            named[found[0]].append((passage, found))
    for mentions in named.values():
        said = Counter(found[1] for _, found in mentions)
        usual = next(one for one in mentions if one[1][1] == said.most_common(1)[0][0])
        yield from (_fault(one, usual) for one in mentions if one[1][1] != usual[1][1])
        sessions = [one for one in mentions if one[1][1] == usual[1][1] and one[1][4] and one[0].key in HEAD]
        yield from (_fault(one, sessions[0]) for one in sessions if one[1][4] != sessions[0][1][4])


@rule("REF117", Grain.WRITTEN, INFO)
def committee_of_its_congress(file: Written, view: View) -> Iterator[Fault]:
    """A committee is counted as the congress that elected it.

    *khóa XI* beside the twelfth congress, in the middle of its term: one of both is a slip.
    """
    year = file.year
    congresses = [one for one in named_in(file, view) if one.term and one.term[0] < year < one.term[1]]
    committees = [
        (passage, found, counted)
        for passage in (holding(file, view, *view.lexicon.words("references", "committee_terms")) if congresses else ())
        for found in _named(passage.text, view.lexicon)
        if (counted := number(found[1]) or (int(found[1]) if found[1].isdecimal() else 0))
    ]
    for whose in dict.fromkeys(found[0] for _, found, _ in committees):
        named = [one for one in committees if one[1][0] == whose]
        own = [one for one in congresses if one.whose == level_of(whose, view.lexicon)]
        if own and len({counted for _, _, counted in named}) == 1 and named[0][2] not in {one.ordinal for one in own}:
            passage, (_, _, start, end, _), _ = named[0]
            arguments = {"written": passage.text[start:end], "congress": own[0].words}
            related = (Related(own[0].where, "named_here"),)
            yield Fault("REF117", passage.place(start, end), passage.pointer, arguments, related)


def _fault(named: Named, usual: Named) -> Fault:
    (passage, (_, _, start, end, _)), (before, (_, _, begin, stop, _)) = named, usual
    arguments = {"written": passage.text[start:end], "usual": before.text[begin:stop]}
    related = (Related(before.place(begin, stop), "named_here"),)
    return Fault("REF115", passage.place(start, end), passage.pointer, arguments, related)


@remembered
def _named(text: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """The committees of *text* with their term and session: whose, which, and where it stands."""
    named, session = lexicon.view(_patterns)
    return tuple(_read(match, session) for match in named.finditer(text))


def _read(match: re.Match[str], sessions: re.Pattern[str]) -> Found:
    session = sessions.search(match["whose"])
    whose = spoken(sessions.sub(" ", match["whose"]))
    return whose, match["term"].upper(), *match.span(), session[1].lower() if session else ""


def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A committee with its term, and its session in between."""
    units, ordinal = choice(lexicon.words("names", "union_units")), lexicon.at("references", "ordinal", "whole")
    committees, terms = (choice(lexicon.words("references", name)) for name in ("committees", "committee_terms"))
    session = rf"\s*,?\s*{choice([str(ordinal)])}\s+"
    whose = rf"(?P<whose>{units}[^.;:,()“”]{{0,40}}?(?:{session}\w+)?)"
    term = rf"\s*,?\s*\(?{terms}\s+(?P<term>[IVX]+|\d{{1,2}})\b"
    named = compiled(rf"{committees}\s+{whose}{term}", re.IGNORECASE)
    return named, compiled(rf"{session}(\w+)\s*,?", re.IGNORECASE)
