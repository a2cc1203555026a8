"""The blocks of our Markdown, containers of the form included, read into the nodes of a document."""

from collections.abc import Collection, Iterable, Iterator

from markdown_it.tree import SyntaxTreeNode

from kehoach.document.inlines import inlines, marked
from kehoach.errors import KehoachError
from kehoach.patterns import compiled
from kehoach.tree import (
    Annex,
    Block,
    Bullet,
    Element,
    Foot,
    Heading,
    Inlines,
    Landscape,
    Letterhead,
    Numbered,
    Paragraph,
    Table,
)

CONTAINER = "form"
ISSUED = frozenset({"superior", "issuer", "separator", "number", "title", "motto", "place-date"})
HEAD_LEAVES = frozenset({"conference", "secrecy", "urgency", "draft", "returned"}) | ISSUED
LEAVES = frozenset({"kind", "subject", "theme", "dashes", "basis", "opening", "part", "part-title", "closing", "side"})
ANNEX_LEAVES = frozenset({"annex-issuer", "annex-number", "annex-title", "annex-reference"}) | LEAVES
SIGNATURE = frozenset({"authority", "office", "name"})
MARKS = frozenset({Element.SEPARATOR, Element.DASHES})
NUMBER = compiled(r"(?:\d{1,3}(?:\.\d{1,3})*\.|\(\d{1,3}\)|\d{1,3}\)|[a-zđ]\)|[A-ZĐ]\.|[IVXLC]+[.-])(?= )")
DRAWN = "___"
ONLY_MARKS = compiled(r"(?:\*{3,}|-{3,}|_{3,})")


def top(root: SyntaxTreeNode) -> Iterator[Block]:
    """The blocks of a whole document."""
    for node in root.children:
        match name := _name(node):
            case "letterhead":
                yield _letterhead(node)
            case "foot":
                yield _foot(node)
            case "annex":
                yield Annex(tuple(_annex(node)))
            case "landscape":
                yield Landscape(tuple(_bodies(node.children)))
            case _ if name in LEAVES:
                yield from _leaf(node)
            case _:
                yield from _body(node)


def _annex(annex: SyntaxTreeNode) -> Iterator[Block]:
    for node in annex.children:
        if (name := _name(node)) in ANNEX_LEAVES:
            yield from _leaf(node)
        elif name == "landscape":
            yield Landscape(tuple(_bodies(node.children)))
        else:
            yield from _body(node)


def _letterhead(node: SyntaxTreeNode) -> Letterhead:
    left, right = _exactly(node, ("left", "right"))
    return Letterhead(tuple(_leaves(left, HEAD_LEAVES)), tuple(_leaves(right, HEAD_LEAVES)))


def _foot(node: SyntaxTreeNode) -> Foot:
    names = [_name(child) for child in node.children]
    recipients, signing = _exactly(node, ("recipients", "signatures" if "signatures" in names else "signature"))
    signed = _signatures(signing) if _name(signing) == "signatures" else (signing,)
    return Foot(tuple(_recipients(recipients)), tuple(tuple(_leaves(one, SIGNATURE)) for one in signed))


def _signatures(node: SyntaxTreeNode) -> tuple[SyntaxTreeNode, ...]:
    return _exactly(node, ("signature",) * max(2, len(node.children)))


def _recipients(node: SyntaxTreeNode) -> Iterator[Paragraph]:
    for child in node.children:
        if child.type == "paragraph":
            yield Paragraph(Element.RECIPIENTS_LABEL, inlines(child.children[0]))
        elif child.type == "bullet_list":
            yield from _recipient_lines(child, Element.RECIPIENT)
        else:
            raise _wrong("markdown_misplaced", child, "recipients")


def _recipient_lines(node: SyntaxTreeNode, role: Element) -> Iterator[Paragraph]:
    for block in _items(node):
        if not isinstance(block, Bullet):
            raise _wrong("markdown_misplaced", node, "recipients")
        yield Paragraph(role, marked(block.mark, block.inlines))
        for part in block.children:
            if not isinstance(part, Bullet):
                raise _wrong("markdown_misplaced", node, "recipients")
            yield Paragraph(Element.RECIPIENT_PART, marked(part.mark, part.inlines))


def _exactly(node: SyntaxTreeNode, names: tuple[str, ...]) -> tuple[SyntaxTreeNode, ...]:
    if tuple(_name(child) for child in node.children) != names:
        raise _wrong("markdown_container_parts", node, _name(node), parts=", ".join(names))
    return tuple(node.children)


def _leaves(node: SyntaxTreeNode, names: Collection[str]) -> Iterator[Paragraph]:
    for child in node.children:
        if _name(child) not in names:
            raise _wrong("markdown_misplaced", child, _name(node))
        yield from _leaf(child)


def _leaf(node: SyntaxTreeNode) -> Iterator[Paragraph]:
    role = Element(_name(node).replace("-", "_"))
    for child in node.children:
        if child.type != "paragraph":
            raise _wrong("markdown_misplaced", child, _name(node))
        drawn = role in MARKS and child.children[0].content == DRAWN
        if role not in MARKS:
            _refuse_marks(child)
        yield Paragraph(role, () if drawn else inlines(child.children[0]))


def _bodies(nodes: Iterable[SyntaxTreeNode], depth: int = 1) -> Iterator[Block]:
    for node in nodes:
        if _name(node) == "side":
            yield from _leaf(node)
        else:
            yield from _body(node, depth)


def _body(node: SyntaxTreeNode, depth: int = 1) -> Iterator[Block]:
    match node.type:
        case "paragraph":
            yield _paragraph(node, depth)
        case "heading":
            number, title = _numbered(node.children[0])
            yield Heading(int(node.tag[1:]), number, title)
        case "bullet_list" | "ordered_list":
            yield from _items(node, depth)
        case "table":
            yield _table(node)
        case _:
            raise _wrong("markdown_container_unknown" if _name(node) else "markdown_misplaced", node, "")


def _paragraph(node: SyntaxTreeNode, depth: int) -> Block:
    _refuse_marks(node)
    number, content = _numbered(node.children[0])
    deeper = max(0, number.strip(".").count("."))
    return Numbered(number, content, depth + deeper) if number else Paragraph(Element.BODY, content)


def _numbered(inline: SyntaxTreeNode) -> tuple[str, Inlines]:
    number = NUMBER.match(inline.content)
    return (number[0], inlines(inline, skip=len(number[0]) + 1)) if number else ("", inlines(inline))


def _items(node: SyntaxTreeNode, depth: int = 1) -> Iterator[Block]:
    for item in node.children:
        lead = [child for child in item.children[:1] if child.type == "paragraph"]
        content = inlines(lead[0].children[0]) if lead else ()
        under = tuple(_bodies(item.children[len(lead) :], depth + 1))
        if node.type == "ordered_list":
            yield from (Numbered(f"{item.info}{item.markup}", content, depth), *under)
        elif item.markup == "*":
            yield from (Paragraph(Element.SIDE, marked("*", content)), *under)
        else:
            yield Bullet(item.markup, content, under)


def _table(node: SyntaxTreeNode) -> Table:
    head, *bodies = node.children
    cells = head.children[0].children
    alignments = tuple(str(cell.attrs.get("style", "")).partition(":")[2] for cell in cells)
    rows = tuple(_row(row) for body in bodies for row in body.children)
    return Table(alignments, _row(head.children[0]), rows)


def _row(row: SyntaxTreeNode) -> tuple[Inlines, ...]:
    return tuple(inlines(cell.children[0]) if cell.children else () for cell in row.children)


def _refuse_marks(paragraph: SyntaxTreeNode) -> None:
    if ONLY_MARKS.fullmatch(paragraph.children[0].content):
        raise _wrong("markdown_marks_alone", paragraph, paragraph.children[0].content)


def _name(node: SyntaxTreeNode) -> str:
    return node.info.strip() or ":::" if node.type == f"container_{CONTAINER}" else ""


def _wrong(code: str, node: SyntaxTreeNode, inside: str, parts: str = "") -> KehoachError:
    line = (node.map or (0, 0))[0] + 1
    return KehoachError(code, line=line, name=_name(node) or node.type, inside=inside, parts=parts)
