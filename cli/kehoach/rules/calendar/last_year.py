"""This year's plan against last year's."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.plan import Activity, Plan, Value
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View

_ORDINAL = compiled(r"\blần thứ\s+([IVXLC]+|\d+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b", re.IGNORECASE)


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
    before = dict(_counted(old)) if old else {}
    for name, text in _counted(plan):
        other = before.get(name)
        if other and text.plan == plan.id:
            ordinal = _ORDINAL.search(text.text)
            arguments = {"ordinal": ordinal.group() if ordinal else "", "year": str(plan.year - 1)}
            related = (Related(other.place, "last_year_here"),)
            yield Fault("CAL120", text.place, "", arguments, related)


def _last_year(plan: Plan, view: View) -> Plan | None:
    """The plan of the same unit and kind of the year before, if it is in the workspace."""
    id = plan.id.replace(str(plan.year), str(plan.year - 1))
    old = view.resolve(id) if id != plan.id else None
    return old if old and (old.unit, old.kind, old.year) == (plan.unit, plan.kind, plan.year - 1) else None


def _counted(plan: Plan) -> Iterator[tuple[str, Value]]:
    """The activities that bear an ordinal, by their words with it and without years."""
    for item in plan.items():
        if isinstance(item, Activity) and _ORDINAL.search(item.text.text):
            yield _bare(re.sub(r"(?:19|20)\d\d", "", item.text.text)), item.text


def _same(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
