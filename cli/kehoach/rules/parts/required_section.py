"""Sections that a kind demands."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.plan import Plan
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.view import View


@rule("SEC101", Grain.RESOLVED, ERROR)
def required_section(plan: Plan, view: View) -> Iterator[Fault]:
    """Every section that the kind demands stands in the plan and holds something.

    A kind says from which profile on; a stub is exempt, and what would come down may yet fill the section.
    """
    if not plan.complete or not plan.whole or plan.id in view.finished:
        return
    held = {section.id for section in plan.walk() if not section.empty}
    kind = view.kinds[plan.kind]
    for usual in kind.sections:
        if usual.required and usual.id not in held:
            arguments = {"id": usual.id, "title": usual.titles[0], "kind": kind.name, "since": usual.required.value}
            yield Fault("SEC101", plan.root.get("sections", plan.place), "sections", arguments)
