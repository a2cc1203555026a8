"""What annexes tell the units below of their parts in the targets."""

from collections.abc import Iterator

from kehoach.document.escape import Markdown, escaped
from kehoach.document.press import Writer
from kehoach.document.rows import Allocation, ShareRow, Sheet
from kehoach.document.shares import Share, given, headline, measure, own, reaches, shares, total
from kehoach.plan import Annex, Target


def _below(writer: Writer) -> tuple[str, ...]:
    return writer.press.units.below(writer.plan.unit, writer.plan.day)


def allocations(annex: Annex, writer: Writer) -> Iterator[Allocation]:
    """The tables of units and targets that an annex asks for, no wider than the standard allows."""
    asked = shares(writer.plan, annex.fields, "allocation", writer.numbers)
    most = writer.press.standard.annex.most_columns
    yield from (_allocation(asked[at : at + most], writer) for at in range(0, len(asked), most))


def _allocation(asked: tuple[Share, ...], writer: Writer) -> Allocation:
    units = _below(writer)
    mine = tuple(own(share, writer) for share in asked)
    return Allocation(
        tuple((measure(share, writer), share.number) for share in asked),
        tuple(ShareRow(_short(unit, writer), tuple(given(share, unit, writer) for share in asked)) for unit in units),
        ShareRow(escaped(_self(writer)), mine) if any(mine) else None,
        tuple(total(share, units, writer) for share in asked),
        tuple(headline(share, writer) for share in asked),
    )


def sheets(annex: Annex, writer: Writer) -> Iterator[tuple[Markdown, Sheet]]:
    """For each unit below its name and what it is assigned, where an annex asks for such sheets."""
    asked = shares(writer.plan, annex.fields, "sheets", writer.numbers)
    for unit in _below(writer) if asked else ():
        mine = [share for share in asked if reaches(share, unit, writer.state(unit))]
        yield _name(unit, writer), Sheet(tuple(_assignment(share, unit, writer) for share in mine))


def _assignment(share: Share, unit: str, writer: Writer) -> ShareRow:
    target: Target = share.target
    text = target.fields.get("as_child", target.text)
    part = given(share, unit, writer)
    return ShareRow(writer.words(text), (measure(share, writer), part, headline(share, writer)))


def _name(unit: str, writer: Writer) -> Markdown:
    return escaped(writer.state(unit).name)


def _short(unit: str, writer: Writer) -> Markdown:
    state = writer.state(unit)
    return escaped(state.short or state.name)


def _self(writer: Writer) -> str:
    return writer.unit.words.get("self") or writer.unit.name
