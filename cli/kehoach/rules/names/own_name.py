"""The name of the unit that issues a document."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import CAPITALS, compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.plan import Plan
from kehoach.rules.holding import saying
from kehoach.rules.passages import Passage
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View

LEAST = 5
TWICE = 2
Found = list[tuple[Passage, re.Match[str]]]


@rule("ORG315", Grain.RESOLVED, INFO)
def own_name_whole(plan: Plan, view: View) -> Iterator[Fault]:
    """The unit that issues a document bears one name in it, whole and with the same capitals.

    A name of several parts (*các cơ quan và doanh nghiệp*) is not cut at its *và*. Told once for each form.
    """
    file = view.written(plan.id)
    core = _core(view.units.state(plan.unit, plan.day).name, view.lexicon)
    if file is None or not core:
        return
    named = _named(core, "", saying(file, view, core))
    forms = Counter(" ".join(match.group().split()) for _, match in named)
    usual = max(forms, key=lambda form: forms[form], default="")
    for form in forms:
        if form != usual and forms[form] < forms[usual]:
            yield _fault([one for one in named if " ".join(one[1].group().split()) == form], named, usual)
    joint = view.lexicon.words("documents", "and")[0]
    begun, found, _ = core.rpartition(f" {joint} ")
    if found and begun.count(" ") >= LEAST - 2 and len(named) >= TWICE:
        cut = _named(begun, rf"(?!\s*(?:{joint}|,|&|-)\s)", saying(file, view, begun))
        if cut:
            yield _fault(cut, named, named[0][1].group())


def _named(core: str, behind: str, passages: Iterable[Passage]) -> Found:
    """Where *passages* name *core*, but for what is all in capitals; *behind* is a pattern of what follows."""
    pattern = compiled(rf"(?<!\w){choice([core])}(?!\w){behind}", re.IGNORECASE)
    return [(p, m) for p in passages for m in pattern.finditer(p.text) if not m.group().isupper()]


def _fault(odd: Found, named: Found, usual: str) -> Fault:
    (passage, match), (before, first) = odd[0], next(one for one in named if one[1].group().split() == usual.split())
    related = (Related(before.place(*first.span()), "named_here"),)
    arguments = {"name": match.group(), "usual": usual, "count": str(len(odd))}
    return Fault("ORG315", passage.place(*match.span()), passage.pointer, arguments, related)


@remembered
def _core(name: str, lexicon: Lexicon) -> str:
    """The name in small letters without the Union before it and its place behind it; empty where little is left."""
    union, places = choice(lexicon.words("finished", "unit_bodies")), choice(lexicon.words("references", "places"))
    named = compiled(rf"^{union}\s+", re.IGNORECASE).sub("", re.split(rf"\s+{places}\s+(?=[{CAPITALS}])", name)[0])
    core = named.lower().split()
    return " ".join(core) if len(core) >= LEAST else ""
