"""Work that only an upper level may do."""

import re
from collections.abc import Iterator, Mapping

from kehoach.findings import Fault
from kehoach.patterns import any_case
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.plan import Plan
from kehoach.rules.holding import holding
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View


@rule("ORG304", Grain.RESOLVED, INFO)
def work_of_the_level(plan: Plan, view: View) -> Iterator[Fault]:
    """A plan takes on what its own level may do.

    The Charter is amended by the whole organisation; a district that writes so has copied a sentence from above.
    """
    file, level = view.written(plan.id), view.units.state(plan.unit, plan.day).level
    for id, (name, traces, pattern) in view.lexicon.view(_works).items() if file else ():
        for passage in holding(file, view, *traces) if file and level != id else ():
            match = pattern.match(passage.text)
            if match:
                arguments = {"written": match.group(), "level": name}
                yield Fault("ORG304", passage.place(*match.span()), passage.pointer, arguments)


def _works(lexicon: Lexicon) -> Mapping[str, tuple[str, tuple[str, ...], re.Pattern[str]]]:
    """For each level that has work of its own: its name, the words for it, and how a sentence on such work begins."""
    found: dict[str, tuple[str, tuple[str, ...], re.Pattern[str]]] = {}
    before = choice(lexicon.words("names", "work_begun"))
    for level in lexicon.table("names", "work_of"):
        words = lexicon.words("names", "work_of", level, "words")
        name = str(lexicon.at("names", "work_of", level, "name"))
        found[level] = name, tuple(map(spoken, words)), any_case(rf"\W*(?:{before}\s+)?{choice(words)}\b")
    return found
