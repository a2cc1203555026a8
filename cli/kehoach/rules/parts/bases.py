"""The parent among the bases."""

from collections.abc import Iterator

from kehoach.findings import Fault, Profile, Related, Severity
from kehoach.plan import Basis, Plan
from kehoach.rules.registry import Grain, rule, since
from kehoach.rules.view import View


@rule("SEC107", Grain.RESOLVED, since(Profile.SIGN, Severity.INFO))
def parent_among_bases(plan: Plan, view: View) -> Iterator[Fault]:
    """A plan that follows one of the level above names it among its bases.

    ``plan:`` in a basis makes the line from that plan's head.
    """
    parents = [parent for parent in plan.ancestors if parent.id in plan.parents and parent.unit != plan.unit]
    for parent in parents if plan.complete else ():
        if not any(_names(basis, parent) for basis in plan.head.bases):
            place = plan.root.get("bases", plan.root.get("inherits", plan.place))
            related = (Related(parent.root.get("issued", parent.place), "parent_head_here"),)
            yield Fault("SEC107", place, "bases", {"plan": parent.id}, related)


def _names(basis: Basis, parent: Plan) -> bool:
    head = parent.head.issued[0] if parent.head.issued else None
    cited = basis.citation.number if basis.citation else None
    return basis.plan == parent.id or bool(head and head.number and cited and cited.value == head.number.value)
