"""Committees by the congress that elected them (*Ban Chấp hành Tỉnh đoàn khóa XIV*)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.holding import holding
from kehoach.rules.passages import Passage
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

Found = tuple[str, str, int, int]
TRACES = ("khóa", "khoá")
_SESSION = re.compile(r"\s*,?\s*lần thứ\s+\w+\s*,?")


@rule("REF115", Grain.WRITTEN, INFO)
def committee_of_one_term(file: Written, view: View) -> Iterator[Fault]:
    """The committee of a unit of the Union is of one term wherever a document names it.

    *khóa XI* beside *khóa XII* was left over from an older document.
    """
    named: dict[str, list[tuple[Passage, Found]]] = defaultdict(list)
    for passage in holding(file, view, *TRACES):
        for found in _named(passage.text, view.lexicon):
            named[found[0]].append((passage, found))
    for mentions in named.values():
        said = Counter(found[1] for _, found in mentions)
        usual = next(one for one in mentions if one[1][1] == said.most_common(1)[0][0])
        for passage, (_, term, start, end) in mentions:
            if term != usual[1][1]:
                before, (_, _, begin, stop) = usual
                arguments = {"written": passage.text[start:end], "usual": before.text[begin:stop]}
                related = (Related(before.place(begin, stop), "named_here"),)
                yield Fault("REF115", passage.place(start, end), passage.pointer, arguments, related)


@remembered
def _named(text: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """The committees of *text* with their term: whose, which, and where it stands."""
    matches = lexicon.view(_pattern).finditer(text)
    return tuple((spoken(_SESSION.sub(" ", m["whose"])), m["term"].upper(), *m.span()) for m in matches)


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    units = choice(lexicon.words("names", "union_units"))
    whose = rf"(?P<whose>(?i:{units})[^.;:,()“”]{{0,40}}?(?:\s*,?\s*lần thứ\s+\w+)?)"
    term = r"\s*,?\s*\(?[Kk]h(?:óa|oá)\s+(?P<term>[IVX]+|\d{1,2})\b"
    return compiled(rf"(?:Ban Chấp hành|BCH|Ban Thường vụ|BTV)\s+{whose}{term}")
