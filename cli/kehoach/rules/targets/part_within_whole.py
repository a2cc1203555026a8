"""Figures that are part of another figure."""

from collections.abc import Iterator
from difflib import get_close_matches
from fractions import Fraction

from kehoach.cascade.asking import CEILINGS, comparable
from kehoach.cascade.grounds import whole_of
from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.quantity import Quantity
from kehoach.plan import Figure, Plan, Target
from kehoach.rules.registry import ERROR, WARNING, Grain, rule
from kehoach.rules.view import View

ALL = 100
CLAUSE = compiled(r"[,;:.](?=\s|$)")


@rule("TGT108", Grain.RESOLVED, ERROR)
def whole_known(plan: Plan, view: View) -> Iterator[Fault]:
    """``subset_of`` names a figure of the same target.

    A mistyped name would leave the part without a whole, and nothing would be checked. A figure that is there but
    not found in its sentence is said by itself.
    """
    for target, figure in plan.figures():
        said = figure.fields.get("subset_of") or target.fields.get("subset_of")
        for_all = said is target.fields.get("subset_of") and said is not None and said.text == figure.id
        lost = said is not None and _lost(said.text, target)
        if said and said.text and said.plan == plan.id and not (for_all or lost) and whole_of(target, figure) is None:
            near = get_close_matches(said.text, [other.id for other in target.figures if other is not figure], n=1)
            arguments = {"id": target.id, "whole": said.text, "nearest": near[0] if near else ""}
            yield Fault("TGT108", said.place, f"{target.id}.{figure.id}/subset_of", arguments)


def _lost(id: str, target: Target) -> bool:
    """Whether the figure *id* is written for *target* but was not found in its sentence."""
    found = any(figure.id == id for figure in target.figures)
    return not found and any(path.startswith(f"figures/{id}/") for path in target.fields)


@rule("TGT207", Grain.RESOLVED, ERROR)
def part_within_whole(plan: Plan, view: View) -> Iterator[Fault]:
    """A part is not larger than its whole, a share not more than all of it.

    Of 560 who are presented 600 cannot be admitted. Grades nest in the same way: those who did very well are among
    those who did well.
    """
    for target, figure in plan.figures():
        whole = whole_of(target, figure)
        written = {figure.phrase.plan, whole.phrase.plan} if whole else set()
        if whole and plan.id in written and exceeds(figure.quantity, whole.quantity):
            arguments = {"id": target.id, "part": figure.phrase.text, "whole": whole.phrase.text}
            own, other, note = (
                (figure, whole, "whole_here") if figure.phrase.plan == plan.id else (whole, figure, "part_here")
            )
            related = (Related(other.phrase.place, note),)
            yield Fault("TGT207", own.phrase.place, f"{target.id}.{own.id}", arguments, related)


def exceeds(part: Quantity | None, whole: Quantity | None) -> bool:
    """Whether *part* cannot be part of *whole*, being larger; what is not known or not comparable can."""
    if part is None or whole is None or part.op in CEILINGS or part.growth:
        return False
    if part.percent and not whole.percent:
        return part.low > ALL
    return comparable(part, whole) and (part.low > whole.low if part.high is None else _top(part) > _top(whole))


def _top(known: Quantity) -> Fraction:
    return Fraction(known.low if known.high is None else known.high)


@rule("TGT208", Grain.RESOLVED, WARNING)
def shares_within_whole(plan: Plan, view: View) -> Iterator[Fault]:
    """The shares of one whole come to 100 % at most.

    Shares that are said to be parts of the same figure share it out between them; where they may overlap, ``allow``
    says so. Grades that hold the higher ones too (*khá trở lên*) are not added up, and a share that is more than all
    by itself is said alone.
    """
    for (target, whole), shares in _shared(plan, view).items():
        come = sum((Fraction(known.low) for _, known in shares), Fraction(0))
        own = [figure for figure, _ in shares if figure.phrase.plan == plan.id]
        if len(shares) > 1 and own and come > ALL >= max(known.low for _, known in shares):
            phrases = ", ".join(f"“{figure.phrase.text}”" for figure, _ in shares)
            others = tuple(Related(f.phrase.place, "other_share") for f, _ in shares if f is not own[-1])
            arguments = {"id": target, "whole": whole, "phrases": phrases}
            yield Fault("TGT208", own[-1].phrase.place, f"{target}.{own[-1].id}", arguments, others)


def _shared(plan: Plan, view: View) -> dict[tuple[str, str], list[tuple[Figure, Quantity]]]:
    """The shares of each whole, by its target and phrase."""
    found: dict[tuple[str, str], list[tuple[Figure, Quantity]]] = {}
    for target, figure in plan.figures():
        whole, known = whole_of(target, figure), figure.quantity
        if whole and known and known.percent and known.op not in CEILINGS and not _graded(target, figure, view):
            found.setdefault((target.id, whole.phrase.text), []).append((figure, known))
    return found


def _graded(target: Target, figure: Figure, view: View) -> bool:
    """Whether a share is said of a grade and all above it."""
    clause = CLAUSE.split(target.text.text[figure.start :], 1)[0]
    return any(word in clause for word in view.lexicon.words("quantities", "comparators", "after", "at_least"))
