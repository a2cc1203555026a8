"""Inline Markdown read into the inline nodes of a document."""

from collections.abc import Iterable, Iterator

from markdown_it.tree import SyntaxTreeNode

from kehoach.patterns import compiled
from kehoach.tree import AsWritten, Bold, Break, Gap, Inline, Inlines, Italic, Raised, Text

# Stands for the no-break space while the parser runs, which trims it away at the ends of a paragraph.
STAND_IN = "\ue0a0"
GAP = compiled("(\N{NO-BREAK SPACE}{3,})")


def inlines(node: SyntaxTreeNode, skip: int = 0) -> Inlines:
    """The inline content of *node* (an ``inline`` of the parser) without its first *skip* characters."""
    return _without(tuple(_joined(_read(node.children))), skip)


def marked(mark: str, content: Inlines) -> Inlines:
    """*content* with *mark* and a space before it."""
    return tuple(_joined((Text(f"{mark} "), *content)))


def _read(nodes: Iterable[SyntaxTreeNode]) -> Iterator[Inline]:
    for node in nodes:
        match node.type:
            case "strong":
                yield Bold(tuple(_joined(_read(node.children))))
            case "em":
                yield Italic(tuple(_joined(_read(node.children))))
            case "raised":
                yield Raised(tuple(_joined(_read(node.children))))
            case "as_written":
                yield AsWritten(tuple(_joined(_read(node.children))))
            case "hardbreak":
                yield Break()
            case "softbreak":
                yield Text(" ")
            case _:
                yield Text(node.content.replace(STAND_IN, "\N{NO-BREAK SPACE}").replace("\t", " "))


def _joined(parts: Iterable[Inline]) -> Iterator[Inline]:
    run = ""
    for part in parts:
        if isinstance(part, Text):
            run += part.text
            continue
        yield from _gaps(run)
        run = ""
        yield part
    yield from _gaps(run)


def _gaps(run: str) -> Iterator[Inline]:
    for number, piece in enumerate(GAP.split(run)):
        if piece:
            yield Gap(len(piece)) if number % 2 else Text(piece)


def _without(content: Inlines, skip: int) -> Inlines:
    if not skip or not content or not isinstance(content[0], Text):
        return content
    rest = content[0].text[skip:]
    return (Text(rest), *content[1:]) if rest else content[1:]
