"""This year's plan against last year's."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.choices import bare, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.plan import Activity, Plan, Value
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View


@rule("CAL119", Grain.RESOLVED, WARNING)
def theme_is_new(plan: Plan, view: View) -> Iterator[Fault]:
    """The theme of the year is not last year's.

    It is the first thing that readers see, and the first that is forgotten when a plan is made from the old one.
    """
    old = _last_year(plan, view)
    if old and old.head.theme and plan.head.theme:
        theme, before = plan.head.theme.text, old.head.theme.text
        if theme.plan == plan.id and _same(theme.text, before.text):
            related = (Related(before.place, "last_year_here"),)
            yield Fault("CAL119", theme.place, "theme", {"theme": theme.text, "year": str(old.year)}, related)


@rule("CAL120", Grain.RESOLVED, INFO)
def ordinal_moves_on(plan: Plan, view: View) -> Iterator[Fault]:
    """An event that is counted has moved on since last year.

    *Hội thi … lần thứ V* in two years running was not counted on.
    """
    old = _last_year(plan, view)
    before = dict(_counted(old, view.lexicon)) if old else {}
    for name, text in _counted(plan, view.lexicon):
        other = before.get(name)
        if other and text.plan == plan.id:
            ordinal = view.lexicon.view(_ordinal).search(text.text)
            arguments = {"ordinal": ordinal.group() if ordinal else "", "year": str(plan.year - 1)}
            related = (Related(other.place, "last_year_here"),)
            yield Fault("CAL120", text.place, "", arguments, related)


def _last_year(plan: Plan, view: View) -> Plan | None:
    """The plan of the same unit and kind of the year before, if it is in the workspace."""
    id = plan.id.replace(str(plan.year), str(plan.year - 1))
    old = view.resolve(id) if id != plan.id else None
    return old if old and (old.unit, old.kind, old.year) == (plan.unit, plan.kind, plan.year - 1) else None


def _counted(plan: Plan, lexicon: Lexicon) -> Iterator[tuple[str, Value]]:
    """The activities that bear an ordinal, by their words with it and without years."""
    ordinal = lexicon.view(_ordinal)
    for item in plan.items():
        if isinstance(item, Activity) and ordinal.search(item.text.text):
            yield bare(re.sub(r"(?:19|20)\d\d", "", item.text.text)), item.text


def _ordinal(lexicon: Lexicon) -> re.Pattern[str]:
    words, figures = choice(lexicon.words("occasions", "nth")), choice(lexicon.table("campaigns", "figures"))
    return compiled(rf"\b{words}\s+(?:[IVXLC]+|\d+|{figures})\b", re.IGNORECASE)


def _same(one: str, other: str) -> bool:
    return bare(one) == bare(other)
