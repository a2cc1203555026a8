"""Sections as rows: headings by depth, side heads of their blocks, prose and items."""

from collections.abc import Iterator

from kehoach.document.escape import Markdown, trimmed
from kehoach.document.items import lines
from kehoach.document.press import Writer
from kehoach.document.rows import Cells, Division, Heading, Line, Row, Side, rules
from kehoach.parts import Part, counted, parts, passage_pointer
from kehoach.plan import Section, Value
from kehoach.prose import Grid, Passage, blocks

SIDE = "*"
TRUE = "true"


def rows(sections: tuple[Section, ...], writer: Writer, depth: int = 1) -> Iterator[Row]:
    """The rows of *sections*, which stand *depth* deep; what is empty is left out."""
    for section in sections:
        if section.empty:
            continue
        body = [row for part in parts(section) for row in _part(section, part, writer)]
        yield from _headed(section, body, writer, depth)
        yield from rows(section.sections, writer, depth + counted(section))


def _headed(section: Section, body: list[Row], writer: Writer, depth: int) -> Iterator[Row]:
    if section.title is None:
        yield from body
        return
    title = writer.words(section.title)
    run_in, below = _run_in(section, body)
    if _says(section, "heading", SIDE):
        yield Side(bare(title), run_in=run_in)
        yield from below
        return
    number = Markdown(writer.numbers.get(section.id, ""))
    if number and not counted(section):
        yield Division(number, bare(title))
        yield from body
        return
    if run_in and writer.press.standard.rung(depth).caps:
        title = Markdown(title.upper())
    yield Heading(depth, number, bare(title) if run_in else title, run_in)
    yield from below


def _run_in(section: Section, body: list[Row]) -> tuple[Markdown | None, list[Row]]:
    """The words of the first paragraph where they go on behind the title, and what stands below."""
    first = body[0] if body and _says(section, "run_in", TRUE) else None
    if isinstance(first, Line) and not first.mark:
        return first.words, body[1:]
    return None, body


def bare(title: Markdown) -> Markdown:
    """A title without the colon at its end, which templates put."""
    return trimmed(title, ": ")


def _says(section: Section, key: str, word: str) -> bool:
    return key in section.fields and section.fields[key].text == word


def _part(section: Section, part: Part, writer: Writer) -> Iterator[Row]:
    if part.group:
        yield Side(None, part.group, part.order)
    elif part.block in writer.plan.head.labels:
        yield Side(bare(writer.words(writer.plan.head.labels[part.block])))
    if part.body:
        yield from _prose(section, part, part.body, writer)
    for item in part.loose:
        yield from lines(item, writer)


def _prose(section: Section, part: Part, body: Value, writer: Writer) -> Iterator[Row]:
    below = False
    for order, block in enumerate(blocks(body.text), 1):
        if isinstance(block, Grid):
            yield _cells(block, body, writer)
            continue
        mark = writer.numbers.get(passage_pointer(section.id, part.block, order), "")
        level = int(below and mark == _sub(writer))
        if block.item:
            yield from _placed(block, part, writer, level)
        else:
            yield Line(mark, writer.words(body, block.text), level)
        below = _goes_below(block, mark, below, writer)


def _placed(block: Passage, part: Part, writer: Writer, level: int) -> Iterator[Line]:
    """The lines of the item that stands where *block* is; none where it was dropped or stands elsewhere."""
    for item in part.items:
        if item.id == block.item:
            yield from lines(item, writer, level)


def _sub(writer: Writer) -> str:
    return writer.press.standard.bullets[1]


def _goes_below(block: Passage, mark: str, below: bool, writer: Writer) -> bool:
    return mark == writer.press.standard.bullets[0] or (below and mark == _sub(writer) and bool(block.bullet))


def _cells(grid: Grid, body: Value, writer: Writer) -> Cells:
    head = tuple(writer.words(body, cell) for cell in grid.head)
    return Cells(head, tuple(tuple(writer.words(body, cell) for cell in row) for row in grid.rows), rules(grid))
