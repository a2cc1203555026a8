"""The head of a plan carried into another year: year, number, date, signature, theme, parents, bases."""

from kehoach.drafting.carrying.moving import Move
from kehoach.phrases import partial_date
from kehoach.written import Mapping, Scalar, Sequence

GAP = '"{{ gap }}"'


def move_head(move: Move) -> None:
    """Edit the keys of the head that never carry over as they are."""
    year = move.scalar("year")
    if year:
        move.edits.append(move.lines.replaced(year, str(move.years.new)))
    _issued(move)
    _theme(move)
    _parents(move)
    _bases(move)
    for key in ("take", "replaces", "moved"):
        if key in move.file.root:
            move.note("old_key", move.lines.span(move.file.root.keys[key])[0], words=key)


def _issued(move: Move) -> None:
    number, date = move.scalar("issued", "number"), move.scalar("issued", "date")
    if number and number.text:
        move.edits.append(move.lines.replaced(number, ""))
        move.note("blanked", move.lines.span(number.place)[0], words=number.text)
    read = partial_date.parse(date.text) if date and date.text else None
    if date and read:
        month = f"{read.month:02}" if read.month else ""
        move.edits.append(move.lines.replaced(date, f"/{month}/{read.year + move.years.by}"))
        if read.day:
            move.note("blanked", move.lines.span(date.place)[0], words=date.text)
    issued = move.file.root.get("issued")
    for signed in _signatures(issued) if isinstance(issued, Mapping) else ():
        name = signed.get("name")
        if isinstance(name, Scalar) and name.text:
            move.edits.append(move.lines.replaced(name, ""))
            move.note("blanked", move.lines.span(name.place)[0], words=name.text)


def _signatures(issued: Mapping) -> list[Mapping]:
    joint = issued.get("by")
    holders = [issued, *(joint.items if isinstance(joint, Sequence) else ())]
    found = (holder.get("signed") for holder in holders if isinstance(holder, Mapping))
    return [node for node in found if isinstance(node, Mapping)]


def _theme(move: Move) -> None:
    theme = move.scalar("theme", "text")
    if theme and theme.text:
        move.edits.append(move.lines.replaced(theme, GAP))
        move.note("theme_old", move.lines.span(theme.place)[0], words=theme.text)


def _parents(move: Move) -> None:
    """Each parent becomes this year's; one that is not there yet is taken out."""
    inherits = move.file.root.get("inherits")
    if not isinstance(inherits, Sequence):
        return
    parents = [item for item in inherits.items if isinstance(item, Scalar)]
    found = {parent.text: move.successor(parent.text) for parent in parents}
    key = move.file.root.keys["inherits"].line
    for parent in parents:
        new, offset = found[parent.text], move.lines.span(parent.place)[0]
        code = "parent_moved" if new else "parent_missing"
        move.note(code, offset, words=parent.text, new=new or "", year=str(move.years.new))
        if new:
            move.edits.append(move.lines.replaced(parent, new))
        elif any(found.values()) and parent.place.line > key:
            move.edits.append(move.lines.without(parent.place.line, parent.place.end_line))
    if not any(found.values()):
        last = max(parent.place.end_line for parent in parents)
        move.edits.append(move.lines.without(key, last, f"inherits: {', '.join(found)}"))


def _bases(move: Move) -> None:
    bases = move.file.root.get("bases")
    rows = bases.items if isinstance(bases, Sequence) else ()
    cited = [row.get("plan") for row in rows if isinstance(row, Mapping)]
    for plan in (node for node in cited if isinstance(node, Scalar)):
        new, offset = move.successor(plan.text), move.lines.span(plan.place)[0]
        if new:
            move.edits.append(move.lines.replaced(plan, new))
        elif len(rows) > 1:
            move.note("basis_missing", offset, words=plan.text, year=str(move.years.new))
            move.edits.append(move.lines.without(plan.place.line, plan.place.end_line, f"plan: {plan.text}"))
        else:
            move.note("basis_missing", offset, words=plan.text, year=str(move.years.new))
            key = move.file.root.keys["bases"].line
            move.edits.append(move.lines.without(key, plan.place.end_line, f"bases: {plan.text}"))
