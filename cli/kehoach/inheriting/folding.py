"""One plan: what came down from its parents, what its own file lays over that, and what it all means."""

from collections.abc import Callable, Iterator, Sequence

from kehoach import written as w
from kehoach.findings import Fault
from kehoach.inheriting.building import Building, annexes, deadlines, sections
from kehoach.inheriting.checks import (
    head_faults,
    parent_faults,
    prose_faults,
    sentence_faults,
    stray_faults,
    unit_faults,
)
from kehoach.inheriting.citing import Cited
from kehoach.inheriting.days import day_of, span_of
from kehoach.inheriting.descent import Receiver
from kehoach.inheriting.disagreeing import disagreements
from kehoach.inheriting.freezing import Stored, head_of, parts_of
from kehoach.inheriting.head import Fields, Heading, head
from kehoach.inheriting.joining import Joined, joined
from kehoach.inheriting.laying import Laying, laid
from kehoach.inheriting.parts import below, head_fields, parts
from kehoach.inheriting.unjoined import told_once
from kehoach.inheriting.world import World
from kehoach.kinds import Kind
from kehoach.plan import Head, Plan, Theme
from kehoach.records import dataclass, replace

ASK_PARENTS = frozenset({f"INH{number}" for number in (201, 203, 204, 209, 211, 213, 215, 219, 220)} | {"TGT107"})
Cite = Callable[[str], Cited | None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file with what every step of its folding asks for."""

    file: w.Written
    fields: Fields
    kind: Kind
    year: int
    to: Receiver


def folded(file: w.Written, parents: Sequence[Plan], world: World, cite: Cite, faults: Sequence[Fault]) -> Plan:
    """The resolved plan of *file* over its resolved *parents*; *faults* are those already found.

    An issued plan is what was put away on its day; what its file or its parents say since is only reported.
    """
    sheet = _sheet(file, world)
    span = span_of(sheet.fields, sheet.kind, sheet.year, world.lexicon)
    down = joined(parents, sheet.to, sheet.kind, span, file.root)
    laying = _laid(sheet, down, parents)
    plan = _plan(sheet, laying, parents, _head(sheet, parents, cite))
    if file.issued:
        return _as_issued(sheet, file.issued, plan, _head(replace(sheet, fields=head_of(file.issued)), parents, cite))
    found = (*unit_faults(file, sheet.to), *parent_faults(file, parents, sheet.to), *down.faults)
    found = (*found, *told_once(file, laying, sheet.to))
    found = (*found, *sentence_faults(plan, laying.parts, world.lexicon), *prose_faults(plan))
    own = (*found, *head_faults(plan), *stray_faults(file, laying.parts))
    told = replace(plan, faults=(*faults, *own))
    return told if told.whole else replace(told, faults=tuple(_known(told.faults)))


def _known(found: Sequence[Fault]) -> Iterator[Fault]:
    """*found*, without what cannot be known while a parent is missing."""
    unread = {fault.arguments["parent"] for fault in found if fault.code in ("INH101", "INH106")}
    for fault in found:
        if fault.code not in ASK_PARENTS and fault.arguments.get("plan") not in unread:
            yield fault


def _as_issued(sheet: Sheet, stored: Stored, fresh: Plan, head: Head) -> Plan:
    """*fresh* with the parts and the text that were put away, and with what no longer agrees with them."""
    parts = parts_of(stored)
    build = Building(parts, sheet.year, sheet.to.world.lexicon, {})
    plan = replace(
        fresh,
        head=head,
        sections=sections(build),
        deadlines=deadlines(build),
        annexes=annexes(build),
        document=stored["document"],
    )
    return replace(plan, faults=tuple(disagreements(fresh, plan)))


def _sheet(file: w.Written, world: World) -> Sheet:
    unit, year, kind = file.word("unit"), file.year, world.kinds[file.word("kind")]
    fields = head_fields(file, unit)
    return Sheet(file, fields, kind, year, Receiver(unit, day_of(fields, kind, year), world))


def _laid(sheet: Sheet, down: Joined, parents: Sequence[Plan]) -> Laying:
    above = [*(old for parent in reversed(parents) for old in reversed(parent.ancestors)), *parents]
    moved = {old: new for plan in above for old, new in plan.moved.items()}
    laying = Laying(sheet.file.id, sheet.to.world, dict(down.parts), moved, down.not_taken, parents)
    laid(laying, parts(sheet.file, sheet.to.unit))
    return laying


def _head(sheet: Sheet, parents: Sequence[Plan], cite: Cite) -> Head:
    units, day = sheet.to.world.units, sheet.to.day
    about = Heading(
        sheet.file.id, sheet.to.unit, sheet.kind, sheet.to.world.lexicon, lambda unit: units.state(unit, day), cite
    )
    return head(sheet.fields, about, _theme(parents, sheet.kind))


def _theme(parents: Sequence[Plan], kind: Kind) -> Theme | None:
    """The theme of the first parent of the same kind that has one."""
    return next((p.head.theme for p in parents if p.kind == kind.id and p.head.theme), None)


def _plan(sheet: Sheet, laying: Laying, parents: Sequence[Plan], head: Head) -> Plan:
    above = {(target.id, figure.id): figure for parent in reversed(parents) for target, figure in parent.figures()}
    build = Building(laying.parts, sheet.year, sheet.to.world.lexicon, above)
    return Plan(
        id=sheet.file.id,
        file=sheet.file.file,
        kind=sheet.kind.id,
        unit=sheet.to.unit,
        year=sheet.year,
        day=sheet.to.day,
        head=head,
        sections=sections(build),
        deadlines=deadlines(build),
        annexes=annexes(build),
        parents=tuple(parent.id for parent in parents),
        ancestors=tuple(parents) + tuple(a for parent in parents for a in parent.ancestors),
        complete=sheet.file.word("complete") != "false",
        omitted=tuple(laying.omitted),
        not_taken=laying.not_taken,
        root=sheet.file.root.keys,
        moved={old: value.text for old, value in below(sheet.fields, "moved").items()},
    )
