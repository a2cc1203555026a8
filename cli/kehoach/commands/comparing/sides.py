"""The two sides of a comparison, as a command line names them."""

from functools import cache
from pathlib import Path

from kehoach.commands.checking.resolving import resolved
from kehoach.commands.rendering.pressing import standard
from kehoach.commands.shell.session import Session
from kehoach.comparing.answers import Above, answers
from kehoach.comparing.compare import Compared, compared
from kehoach.comparing.contrasting import Named, contrast
from kehoach.comparing.entries import ITEMS
from kehoach.contrast import AnswerLine, Contrast
from kehoach.errors import KehoachError
from kehoach.inheriting.resolve import Resolver
from kehoach.numbering import numbers
from kehoach.plan import Plan, Value
from kehoach.printed import printer
from kehoach.reading.arguments import plan_at
from kehoach.reading.finished.opening import ENDINGS
from kehoach.reading.shelf import root_above
from kehoach.reading.source import Changed, Folder
from kehoach.reading.workspace import Workspace
from kehoach.records import dataclass, replace
from kehoach.texts import Context, fill, founded
from kehoach.written import Written

FROZEN = "issued:"
UNKNOWN_UNIT = "import_unit_unknown"


@dataclass(frozen=True, slots=True)
class Side:
    """A plan to be compared, and the workspace in which it lives; *named* is what the reader called it.

    *anonymous*: its ids were made from the words of a finished document.
    """

    named: str
    space: Workspace
    plan: Plan
    anonymous: bool = False


def side(session: Session, argument: str, at: str = "") -> Side:
    """The plan that *argument* means: as its file stands now, or as it was issued where ``issued:`` stands before.

    A finished document is read as a plan. With *at*, *argument* is a copy of the plan that is kept there.
    """
    if at:
        return _copy(session, argument, at)
    if Path(argument).suffix.lower() in ENDINGS and (session.directory / argument).is_file():
        return _finished(session, argument)
    frozen = argument.startswith(FROZEN)
    space, id = plan_at(argument.removeprefix(FROZEN), session.directory, around)
    file = space.written(id)
    if frozen and (file is None or file.issued is None):
        raise KehoachError("not_issued", plan=id)
    plan = resolved(session, space, id) if frozen or not (file and file.issued) else _live(session, space, file)
    return Side(argument, space, plan)


def _copy(session: Session, argument: str, at: str) -> Side:
    """The plan in the workspace's file *at*, read from the file *argument*, wherever that lies."""
    space, id = plan_at(at, session.directory, around)
    path = space.paths[id]
    try:
        content = Path(argument).read_bytes()
    except OSError as error:
        raise KehoachError("file_unreadable", file=argument, reason=error.strerror or "") from error
    then = Workspace(space.root, Changed(space.source, {path: content}))
    return Side(at, then, resolved(session, then, id))


def around(start: Path) -> Workspace:
    """The workspace that *start* lies in; many pairs of one share its data."""
    return _known(root_above(start.resolve()))


@cache
def _known(root: Path) -> Workspace:
    return Workspace(root, Folder(root))


def _finished(session: Session, argument: str) -> Side:
    """A finished document; one of a unit that the workspace does not know is read by itself."""
    from kehoach.commands.importing.finished import finished_plan

    try:
        space: Workspace | None = around(session.directory)
    except KehoachError:
        space = None
    try:
        found = finished_plan(session.directory / argument, argument, space)
    except KehoachError as error:
        if space is None or error.code != UNKNOWN_UNIT:
            raise
        found = finished_plan(session.directory / argument, argument, None)
    return Side(argument, found.workspace, resolved(session, found.workspace, found.written.id), anonymous=True)


def _live(session: Session, space: Workspace, file: Written) -> Plan:
    """The issued plan of *file* as its source would have it today."""

    def written(id: str) -> Written | None:
        return replace(file, issued=None) if id == file.id else space.written(id)

    plan = Resolver(written, space.resolver.world).plan(file.id)
    return plan or resolved(session, space, file.id)


def contrasted(session: Session, old: Side, new: Side) -> Contrast:
    """What changed from *old* to *new*; where the new plan inherits the old one, what it made of it as well."""
    by_id = not (old.anonymous or new.anonymous)
    readers = [_Reader(session, one) for one in (old, new)]
    sides = [Compared(one.plan, reader.spoken) for one, reader in zip((old, new), readers, strict=True)]
    comparison = compared(sides[0], sides[1], new.space.lexicon, by_id=by_id)
    made = contrast(comparison, *(reader.named() for reader in readers))
    if old.plan.id not in {plan.id for plan in new.plan.ancestors}:
        return made
    told = answers(new.plan, Above(old.plan, new.space.units, new.space.lexicon))
    at = readers[1].printed
    lines = (AnswerLine(one.answer, one.pointer, at(one.pointer), one.asked, one.own, one.reason) for one in told)
    return replace(made.keeping(lambda line: line.sort not in ITEMS), targets=(), answers=tuple(lines))


class _Reader:
    """Fills the placeholders of a side, and tells where its values are printed."""

    def __init__(self, session: Session, side: Side) -> None:
        plan = side.plan
        self.side, self.gap, self.own = side, session.words.term("gap"), side.space.units.state(plan.unit, plan.day)
        self.printed = printer(plan, numbers(plan, _ladder(side.space.root), prose=False), session.words.places())
        self.refs = {id: self.printed(id) for id in (*(s.id for s in plan.walk()), *(i.id for i in plan.items()))}
        self.events = founded(side.space.lexicon)

    def named(self) -> Named:
        plan = self.side.plan
        omitted = frozenset(one.pointer for one in plan.omitted)
        return Named(self.side.named, plan.id, lambda entry: self.printed(entry.pointer), omitted)

    def spoken(self, value: Value) -> str:
        plan, units = self.side.plan, self.side.space.units
        source = units.state(value.unit, plan.day) if value.unit in units else self.own
        return fill(value.text, Context(self.own, source, plan.year, self.events, self.refs, self.gap), str)


@cache
def _ladder(root: Path) -> tuple[str, ...]:
    """The numbers of headings that today's standard gives, whatever revision a side comes from."""
    return tuple(rung.number for rung in standard(_known(root)).ladder)
