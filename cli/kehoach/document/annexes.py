"""The annexes of a plan: their heads, and what stands in them."""

from collections.abc import Iterator

from kehoach import numbering
from kehoach.document import lines
from kehoach.document.calendar import calendar
from kehoach.document.escape import Markdown, escaped, trimmed
from kehoach.document.press import Writer
from kehoach.document.rows import Allocation, Cells, Dropped, Line, Reasons, Row, ShareRow, Sheet
from kehoach.document.sections import rows
from kehoach.document.shares import Share, given, headline, measure, own, reaches, shares, total
from kehoach.plan import Annex, Target
from kehoach.records import dataclass, replace

FALSE = "false"


@dataclass(frozen=True, slots=True)
class AnnexView:
    """An annex: its number (empty if it is the only one), its head and its content; *unit* is whose sheet it is."""

    number: str
    title: Markdown
    issuer: Markdown | None
    reference: str
    rows: tuple[Row, ...]
    unit: Markdown | None = None
    sideways: bool = False


def annexes(writer: Writer) -> Iterator[AnnexView]:
    """The annexes in order; an annex of sheets is one for each unit below."""
    for annex in numbering.annexes(writer.plan):
        content = (*rows(annex.sections, writer), *_tables(annex, writer))
        view = _view(annex, ended(content, writer), writer)
        sheets = tuple(_sheets(annex, writer))
        yield from (replace(view, unit=unit, rows=(*view.rows, sheet)) for unit, sheet in sheets)
        if view.rows:
            yield view


def ended(content: tuple[Row, ...], writer: Writer) -> tuple[Row, ...]:
    """*content* with the mark that ends a text behind its last words, if those are a paragraph."""
    last, closing = content[-1] if content else None, writer.press.standard.closing
    if not closing.everywhere or not isinstance(last, Line) or last.due or last.leads:
        return content
    return (*content[:-1], replace(last, words=trimmed(last.words, " .;"), end=closing.end))


def reference(annex: Annex, writer: Writer) -> str:
    """The words by which an annex names its document."""
    first, issuer = writer.plan.head.issued[0], annex.fields.get("issuer")
    return writer.press.standard.annex.reference.format(
        kind=writer.press.kind.document,
        number=lines.symbol(first, writer),
        date=lines.date(first, writer),
        issuer=issuer.text if issuer else lines.issuer(first, writer, "name"),
    )


def _view(annex: Annex, content: tuple[Row, ...], writer: Writer) -> AnnexView:
    widest = max((row.columns for row in content if isinstance(row, Cells)), default=0)
    shared = any(isinstance(row, Allocation) for row in content)
    issuer = annex.fields.get("issuer")
    return AnnexView(
        writer.numbers.get(annex.id, ""),
        writer.words(annex.title),
        writer.words(issuer) if issuer else None,
        reference(annex, writer),
        content,
        sideways=shared or widest >= writer.press.standard.annex.sideways_from,
    )


def _tables(annex: Annex, writer: Writer) -> Iterator[Row]:
    if annex.columns:
        head = tuple(writer.words(column) for column in annex.columns)
        empty = tuple(Markdown("") for _ in head)
        yield Cells(head, (empty,) * annex.rows, (Markdown("---"),) * len(head))
    yield from _allocations(annex, writer)
    if _said(annex, "calendar") != FALSE:
        yield from calendar(writer, _said(annex, "calendar"))
    if _said(annex, "reasons") != FALSE:
        yield Reasons(tuple(Dropped(escaped(one.words), escaped(one.reason)) for one in writer.plan.omitted))


def _said(annex: Annex, key: str) -> str:
    return annex.fields[key].text if key in annex.fields else FALSE


def _below(writer: Writer) -> tuple[str, ...]:
    return writer.press.units.below(writer.plan.unit, writer.plan.day)


def _allocations(annex: Annex, writer: Writer) -> Iterator[Allocation]:
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


def _sheets(annex: Annex, writer: Writer) -> Iterator[tuple[Markdown, Sheet]]:
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
