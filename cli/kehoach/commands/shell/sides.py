"""The two sides of a comparison, as a command line names them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kehoach.commands.shell.pressing import standard
from kehoach.commands.shell.resolving import resolved
from kehoach.commands.shell.session import Session
from kehoach.comparing.answers import Above, answers
from kehoach.comparing.compare import Compared, compared
from kehoach.comparing.contrasting import Named, contrast
from kehoach.comparing.entries import ITEMS, Entry
from kehoach.contrast import AnswerLine, Contrast
from kehoach.errors import KehoachError
from kehoach.inheriting.resolve import Resolver
from kehoach.numbering import numbers
from kehoach.plan import Plan, Value
from kehoach.printed import printed
from kehoach.reading.arguments import plan_at
from kehoach.reading.finished.opening import ENDINGS
from kehoach.reading.source import Folder
from kehoach.reading.workspace import Workspace
from kehoach.texts import Context, fill, founded
from kehoach.written import Written

FROZEN = "issued:"


@dataclass(frozen=True, slots=True)
class Side:
    """A plan to be compared, and the workspace in which it lives; *named* is what the reader called it.

    *anonymous*: its ids were made from the words of a finished document.
    """

    named: str
    space: Workspace
    plan: Plan
    anonymous: bool = False


def side(session: Session, argument: str) -> Side:
    """The plan that *argument* means: as its file stands now, or as it was issued where ``issued:`` stands before.

    A finished document is read as a plan.
    """
    if Path(argument).suffix.lower() in ENDINGS and (session.directory / argument).is_file():
        return _finished(session, argument)
    frozen = argument.startswith(FROZEN)
    space, id = plan_at(argument.removeprefix(FROZEN), session.directory)
    file = space.written(id)
    if frozen and (file is None or file.issued is None):
        raise KehoachError("not_issued", plan=id)
    plan = resolved(session, space, id) if frozen or not (file and file.issued) else _live(session, space, file)
    return Side(argument, space, plan)


def _finished(session: Session, argument: str) -> Side:
    from kehoach.commands.shell.finished import finished_plan

    try:
        space: Workspace | None = session.workspace
    except KehoachError:
        space = None
    found = finished_plan(session.directory / argument, argument, space)
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
    sides = [Compared(one.plan, _spoken(session, one)) for one in (old, new)]
    comparison = compared(sides[0], sides[1], new.space.lexicon, by_id=by_id)
    made = contrast(comparison, *(Named(one.named, one.plan.id, _places(session, one)) for one in (old, new)))
    if old.plan.id not in {plan.id for plan in new.plan.ancestors}:
        return made
    told = answers(new.plan, Above(old.plan, new.space.units, new.space.lexicon))
    at = _printed(session, new)
    lines = (AnswerLine(one.answer, one.pointer, at(one.pointer), one.asked, one.own, one.reason) for one in told)
    return replace(made.keeping(lambda line: line.sort not in ITEMS), targets=(), answers=tuple(lines))


def _spoken(session: Session, side: Side) -> Callable[[Value], str]:
    plan, units = side.plan, side.space.units
    own, refs, gap = units.state(plan.unit, plan.day), _refs(session, side), session.words.term("gap")
    events = founded(side.space.lexicon)

    def spoken(value: Value) -> str:
        source = units.state(value.unit, plan.day) if value.unit in units else own
        return fill(value.text, Context(own, source, plan.year, events, refs, gap), str)

    return spoken


def _refs(session: Session, side: Side) -> Mapping[str, str]:
    at = _printed(session, side)
    ids = (*(one.id for one in side.plan.walk()), *(item.id for item in side.plan.items()))
    return {id: at(id) for id in ids}


def _places(session: Session, side: Side) -> Callable[[Entry], str]:
    at = _printed(session, side)
    return lambda entry: at(entry.pointer)


def _printed(session: Session, side: Side) -> Callable[[str], str]:
    """Where a pointer of the plan is printed, with the numbers that today's standard gives."""
    here = Workspace(side.space.root, Folder(side.space.root))
    ladder = [rung.number for rung in standard(here).ladder]
    found, words = numbers(side.plan, ladder), session.words.places()
    return lambda pointer: printed(side.plan, found, pointer, words)
