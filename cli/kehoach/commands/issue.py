"""``plan issue``: number, date, and the text put away as it was signed."""

import json

import click

from kehoach.commands.checking.checker import Checker
from kehoach.commands.rendering.pressing import USUAL_STANDARD, press, standard
from kehoach.commands.rendering.refusing import sound
from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.session import Session
from kehoach.document.compose import markdown
from kehoach.document.markdown import parse
from kehoach.drafting.issuing import edits
from kehoach.errors import KehoachError, Refusal
from kehoach.findings import Profile
from kehoach.inheriting.freezing import frozen
from kehoach.inheriting.parts import head_fields
from kehoach.phrases import partial_date
from kehoach.places import edited
from kehoach.reading.arguments import plan_at
from kehoach.reading.decode import encode
from kehoach.reading.issued import beside
from kehoach.reading.source import Changed, Folder
from kehoach.reading.workspace import Workspace
from kehoach.writing.atomic import replace
from kehoach.written import Written


@click.command("issue", cls=HelpedCommand)
@click.argument("plan")
@click.option("--number", required=True)
@click.option("--date", "day", required=True)
@click.option("--standard", "name", default=USUAL_STANDARD)
@click.pass_obj
def command(session: Session, /, plan: str, number: str, day: str, name: str) -> None:
    """Write number and date into the plan's file and put its text away beside it."""
    space, id = plan_at(plan, session.directory)
    _day(day)
    if not isinstance(space.source, Folder):
        raise KehoachError("revision_is_past", plan=plan)
    _sound(session, space, id)
    before = space.written(id)
    assert before
    text = edited(before.text, edits(before, {"number": number, "date": day}))
    content = encode(text, space.source.read(before.file))
    after = Workspace(space.root, Changed(space.source, {before.file: content}))
    stored = _stored(session, after, id, name)
    replace(space.root / before.file, content)
    replace(space.root / beside(before.file), stored)
    click.echo(session.words.term("issued").format(file=before.file, stored=beside(before.file)))


def _day(day: str) -> None:
    read = partial_date.parse(day)
    if read is None or not read.complete:
        raise KehoachError("day_wrong", day=day)


def _sound(session: Session, space: Workspace, id: str) -> None:
    """Refuse a plan that is issued already, and one with errors of ``sign``, after saying them."""
    file = space.written(id)
    if file and file.issued:
        raise KehoachError("already_issued", plan=id, file=beside(file.file))
    try:
        sound(Checker(space, session.words, Profile.SIGN), id)
    except Refusal as refusal:
        click.get_current_context().exit(refusal.status)


def _stored(session: Session, space: Workspace, id: str, name: str) -> bytes:
    """The plan with its number and date, as plain values in JSON."""
    plan, file = space.resolve(id), space.written(id)
    assert plan and isinstance(file, Written)
    layout = standard(space, name)
    document = markdown(plan, press(space, plan, layout, session.words, None))
    parse(document)
    values = frozen(plan, head_fields(file, plan.unit), document, name)
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
