"""What is pointed at is there, and is pointed at once."""

from collections.abc import Iterator
from difflib import get_close_matches

from kehoach.findings import Fault, Related
from kehoach.placeholders import Mark, segments
from kehoach.places import Place
from kehoach.plan import Plan, Target
from kehoach.pointers import pointed
from kehoach.rules.passages import Passage, passages
from kehoach.rules.registry import ERROR, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Scalar, Sequence, Written

MARKED = "{#"
SHARED, ALL = frozenset({"allocation", "sheets"}), "all"


@rule("INH501", Grain.WRITTEN, ERROR)
def replaced_plan_known(file: Written, view: View) -> Iterator[Fault]:
    """The plan that another replaces is in the workspace."""
    replaced = file.root.get("replaces")
    if isinstance(replaced, Scalar) and replaced.text and replaced.text not in view.ids:
        yield Fault("INH501", replaced.place, "replaces", _wanted(replaced.text, view.ids))


@rule("INH502", Grain.RESOLVED, ERROR)
def same_item_known(plan: Plan, view: View) -> Iterator[Fault]:
    """What an activity is said to be the same as is another item of the plan."""
    ids = {item.id for item in plan.items()}
    for item in plan.items():
        same = item.fields.get("same_as")
        if same and same.plan == plan.id and (same.text not in ids or same.text == item.id):
            yield Fault("INH502", same.place, f"{item.id}/same_as", _wanted(same.text, sorted(ids - {item.id})))


@rule("INH503", Grain.WRITTEN, WARNING)
def parent_once(file: Written, view: View) -> Iterator[Fault]:
    """A plan names each of its parents once."""
    parents = file.root.get("inherits")
    seen: dict[str, Place] = {}
    for number, parent in enumerate(parents.items if isinstance(parents, Sequence) else (), 1):
        if isinstance(parent, Scalar) and parent.text in seen:
            related = (Related(seen[parent.text], "first_written"),)
            yield Fault("INH503", parent.place, f"inherits/{number}", {"plan": parent.text}, related)
        elif isinstance(parent, Scalar):
            seen[parent.text] = parent.place


@rule("INH504", Grain.WRITTEN, ERROR)
def block_id_once(file: Written, view: View) -> Iterator[Fault]:
    """An id that a block of prose carries is not given twice, nor to an item or a section as well."""
    seen: dict[str, tuple[Place, bool]] = {}
    for passage in passages(file, view) if MARKED in file.text else ():
        for id, place, block in _marked(passage):
            other = seen.setdefault(id, (place, block))
            if other[0] is not place and (block or other[1]):
                yield Fault("INH504", place, passage.pointer, {"id": id}, (Related(other[0], "first_written"),))


@rule("INH505", Grain.RESOLVED, ERROR)
def shared_target_known(plan: Plan, view: View) -> Iterator[Fault]:
    """The tables and sheets of an annex name targets or figures of the plan; others would be left out unseen."""
    named = [(f"{annex.id}/{path}", value) for annex in plan.annexes for path, value in annex.fields.items()]
    shared = [(at, one) for at, one in named if at.split("/")[1] in SHARED and one.plan == plan.id and one.text != ALL]
    known = _shareable(plan) if shared else []
    for pointer, value in shared:
        if value.text not in known:
            yield Fault("INH505", value.place, pointer, _wanted(value.text, known))


def _shareable(plan: Plan) -> list[str]:
    """The ids of the targets of *plan* and the pointers of their figures."""
    targets = [item for item in plan.items() if isinstance(item, Target)]
    figures = ((item, path.split("/")[1]) for item in targets for path in item.fields if path.startswith("figures/"))
    return sorted({item.id for item in targets} | {f"{item.id}.{figure}" for item, figure in figures})


def _marked(passage: Passage) -> Iterator[tuple[str, Place, bool]]:
    """The ids that a block carries (true), and that of the item or section whose words these are (false)."""
    if passage.key in {"title", "text"} and "/" in passage.path and not passage.path.startswith("bases/"):
        yield pointed(passage.path.split("/")).partition("/")[0], passage.whole, False
    for part in segments(passage.text) if MARKED in passage.text else ():
        if isinstance(part, Mark):
            yield part.id, passage.place(part.start, part.end), True


def _wanted(name: str, known: tuple[str, ...] | list[str]) -> dict[str, str]:
    return {"name": name, "nearest": next(iter(get_close_matches(name, known, 1)), "")}
