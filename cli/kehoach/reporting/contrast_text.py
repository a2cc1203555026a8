"""A comparison for people: by section, the changed words marked inside their sentence."""

from collections import Counter
from collections.abc import Iterator

from kehoach.contrast import AnswerLine, Chapter, Contrast, Line, Piece, TargetLine
from kehoach.reporting.contrast_words import about, answer, moved_targets, notes, shift, summary
from kehoach.reporting.text import INDENT, Paint, plain
from kehoach.reporting.words import Words

SIGNS = {"added": "+", "removed": "-", "changed": "~", "moved": ">", "renamed": "~"}
MARKS = {"removed": ("[-", "-]"), "added": ("{+", "+}"), "rolled": ("{", "}")}


def lines(contrast: Contrast, words: Words, paint: Paint = plain, *, unfolded: bool = False) -> Iterator[str]:
    """The comparison, a line at a time; what only the year changed is counted, and shown if *unfolded*."""
    shown = contrast if unfolded else contrast.keeping(lambda line: not line.rolled)
    yield words.change("title", old=contrast.old, new=contrast.new)
    for chapter in shown.chapters:
        yield ""
        yield paint(chapter.title or words.change("head"), "place")
        for line in chapter.lines:
            yield from _line(line, chapter, words, paint)
    yield from _targets(moved_targets(contrast), words)
    yield from _answers(contrast.answers, words)
    yield ""
    yield summary(contrast, words)
    rolled = sum(line.rolled for line in contrast.lines)
    if rolled and not unfolded:
        yield words.change("folded", rolled=rolled)


def _line(line: Line, chapter: Chapter, words: Words, paint: Paint) -> Iterator[str]:
    where = f"{line.printed}: " if line.printed and line.printed != chapter.title else ""
    role = "error" if line.weight == "grave" else "place"
    said = "; ".join(notes(line, words))
    noted = f" ({said})" if said else ""
    yield f"{INDENT}{paint(SIGNS[line.what], line.what)} {where}{paint(about(line, words), role)}{noted}"
    yield INDENT * 2 + "".join(_marked(piece, paint) for piece in line.pieces)


def _marked(piece: Piece, paint: Paint) -> str:
    if piece.kept not in MARKS:
        return piece.text
    painted = paint(piece.text, piece.kept)
    before, after = MARKS[piece.kept] if painted == piece.text else ("", "")
    return f"{before}{painted}{after}"


def _targets(targets: tuple[TargetLine, ...], words: Words) -> Iterator[str]:
    if targets:
        yield ""
        yield words.change("targets")
    for line in targets:
        noted = "".join(f" ({note})" for note in shift(line, words))
        yield f"{INDENT}{line.printed or line.pointer}: {line.old or '…'} → {line.new or '…'}{noted}"


def _answers(answers: tuple[AnswerLine, ...], words: Words) -> Iterator[str]:
    if not answers:
        return
    yield ""
    counts = Counter(line.answer for line in answers)
    said = ", ".join(f"{words.change(f'answer_{one}')} {count}" for one, count in counts.items())
    yield f"{words.change('answers')}: {said}"
    for line in answers:
        if line.answer != "kept":
            both = " → ".join(filter(None, (line.asked, line.own)))
            yield f"{INDENT}{line.printed or line.pointer}: {answer(line, words)}: {both}"
