"""The annexes of a plan: their heads, and what stands in them."""

from collections.abc import Iterator

from kehoach import numbering
from kehoach.document import lines
from kehoach.document.escape import Markdown, escaped, trimmed
from kehoach.document.press import Writer
from kehoach.document.rows import Allocation, Cells, Dropped, Line, Reasons, Row, Sheet
from kehoach.document.sections import rows
from kehoach.plan import Annex
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
        yield from (replace(view, unit=unit, rows=(*view.rows, sheet)) for unit, sheet in _sheets(annex, writer))
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
    if _asks(annex, "allocation"):
        from kehoach.document.allotting import allocations

        yield from allocations(annex, writer)
    if _said(annex, "calendar") != FALSE:
        from kehoach.document.calendar import calendar

        yield from calendar(writer, _said(annex, "calendar"))
    if _said(annex, "reasons") != FALSE:
        yield Reasons(tuple(Dropped(escaped(one.words), escaped(one.reason)) for one in writer.plan.omitted))


def _asks(annex: Annex, key: str) -> bool:
    return any(path.partition("/")[0] == key for path in annex.fields)


def _said(annex: Annex, key: str) -> str:
    return annex.fields[key].text if key in annex.fields else FALSE


def _sheets(annex: Annex, writer: Writer) -> Iterator[tuple[Markdown, Sheet]]:
    if _asks(annex, "sheets"):
        from kehoach.document.allotting import sheets

        yield from sheets(annex, writer)
