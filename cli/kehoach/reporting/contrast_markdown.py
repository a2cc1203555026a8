"""A comparison as Markdown: headings by section, changed words marked, the targets as a table."""

from collections.abc import Iterable, Iterator

from kehoach.contrast import Contrast, Line, Piece
from kehoach.patterns import compiled
from kehoach.reporting.contrast_words import about, answer, moved_targets, notes, shift, summary
from kehoach.reporting.words import Words

MARKS = {"removed": "~~", "added": "**"}
# Invisible; a mark that a sign stands beside would else be no mark.
JOINER = "\u2060"
_SPECIAL = compiled(r"([\\`*_~\[\]<>|#&])")
_SIGN = compiled(r"^(?=[^\w\s])|(?<=[^\w\s])$")
Row = tuple[str, ...]


def document(contrast: Contrast, words: Words, *, unfolded: bool = False) -> str:
    """The comparison as one Markdown text; what only the year changed is left out unless *unfolded*."""
    shown = contrast if unfolded else contrast.keeping(lambda line: not line.rolled)
    return "\n".join(_lines(shown, contrast, words)) + "\n"


def _lines(shown: Contrast, contrast: Contrast, words: Words) -> Iterator[str]:
    yield f"# {_safe(words.change('title', old=contrast.old, new=contrast.new))}"
    yield from ("", summary(contrast, words))
    for chapter in shown.chapters:
        yield from ("", f"## {_safe(chapter.title) or words.change('head')}", "")
        yield from (_item(line, words) for line in chapter.lines)
    columns = ("target", "old", "new", "difference")
    yield from _table(words.change("targets"), columns, _targets(contrast, words), words)
    columns = ("place", "asked", "own", "answer")
    yield from _table(words.change("answers"), columns, _answers(contrast, words), words)


def _item(line: Line, words: Words) -> str:
    said = "; ".join(notes(line, words))
    noted = f" ({_safe(said)})" if said else ""
    where = f"{_safe(line.printed)}: " if line.printed else ""
    return f"- {where}{about(line, words)}{noted}: {''.join(map(_marked, line.pieces))}"


def _marked(piece: Piece) -> str:
    """A piece with its marks, which may not stand beside white space."""
    text, mark = _safe(piece.text), MARKS.get(piece.kept, "")
    bare = text.strip()
    return text.replace(bare, f"{mark}{_SIGN.sub(JOINER, bare)}{mark}") if bare and mark else text


def _targets(contrast: Contrast, words: Words) -> Iterator[Row]:
    for line in moved_targets(contrast):
        yield line.printed or line.pointer, line.old, line.new, "; ".join(shift(line, words))


def _answers(contrast: Contrast, words: Words) -> Iterator[Row]:
    for line in contrast.answers:
        yield line.printed or line.pointer, line.asked, line.own, answer(line, words)


def _table(title: str, columns: Row, rows: Iterable[Row], words: Words) -> Iterator[str]:
    held = list(rows)
    if held:
        yield from ("", f"## {title}", "")
        yield _row(words.change(f"column_{name}") for name in columns)
        yield _row("---" for _ in columns)
        yield from (_row(map(_safe, row)) for row in held)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _safe(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
