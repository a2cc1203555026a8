"""A comparison as a document of its own: the old words beside the new ones, in tables."""

from collections.abc import Iterator

from kehoach.contrast import Contrast, Line, Piece
from kehoach.reporting.contrast_words import about, answer, moved_targets, notes, shift, sides
from kehoach.reporting.words import Words
from kehoach.tree import Block, Bold, Document, Element, Heading, Inlines, Italic, Paragraph, Table, Text


def document(contrast: Contrast, words: Words, *, unfolded: bool = False) -> Document:
    """The comparison as a tree: two columns of words, then the targets.

    A plan beside the one above it gives the table of explanations instead: what was asked, and what became of it.
    """
    shown = contrast if unfolded else contrast.keeping(lambda line: not line.rolled)
    title = words.change("title", old=contrast.old, new=contrast.new)
    head = Paragraph(Element.SUBJECT, (Text(title),))
    told = _answers(contrast, words) if contrast.answers else (*_chapters(shown, words), *_targets(contrast, words))
    return Document(title, words.language, (head, *told))


def _chapters(contrast: Contrast, words: Words) -> Iterator[Block]:
    for chapter in contrast.chapters:
        yield Heading(1, "", (Text(chapter.title or words.change("head")),))
        columns = ("place", "old", "new")
        yield _table(columns, [_row(line, words) for line in chapter.lines], words)


def _row(line: Line, words: Words) -> tuple[Inlines, ...]:
    said = "; ".join((about(line, words), *notes(line, words)))
    place = f"{line.printed}: {said}" if line.printed else said
    return _text(place), *(tuple(map(_marked, side)) for side in sides(line))


def _marked(piece: Piece) -> Text | Bold | Italic:
    text = Text(piece.text)
    match piece.kept:
        case "removed":
            return Italic((text,))
        case "added":
            return Bold((text,))
        case _:
            return text


def _targets(contrast: Contrast, words: Words) -> Iterator[Block]:
    if targets := moved_targets(contrast):
        yield Heading(1, "", (Text(words.change("targets")),))
        rows = [(line.words, line.old, line.new, "; ".join(shift(line, words))) for line in targets]
        yield _table(("target", "old", "new", "difference"), [tuple(map(_text, row)) for row in rows], words)


def _answers(contrast: Contrast, words: Words) -> Iterator[Block]:
    yield Heading(1, "", (Text(words.change("answers")),))
    pairs = [(line.asked, _explained(line.own, answer(line, words))) for line in contrast.answers]
    yield _table(("asked", "own"), [tuple(map(_text, pair)) for pair in pairs], words)


def _explained(own: str, said: str) -> str:
    return f"{said}: {own}" if own else said


def _table(columns: tuple[str, ...], rows: list[tuple[Inlines, ...]], words: Words) -> Table:
    head = tuple(_text(words.change(f"column_{name}")) for name in columns)
    return Table(tuple("" for _ in columns), head, tuple(rows))


def _text(words: str) -> Inlines:
    return (Text(words),) if words else ()
