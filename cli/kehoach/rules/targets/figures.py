"""The figures of a plan, each with its target."""

from collections.abc import Iterator

from kehoach.plan import Figure, Plan, Target


def figures(plan: Plan) -> Iterator[tuple[Target, Figure]]:
    """Every figure of every target, in printing order."""
    for item in plan.items():
        if isinstance(item, Target):
            yield from ((item, figure) for figure in item.figures)
