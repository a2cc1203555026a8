"""A comparison for people: by section, the changed words marked inside their sentence."""

from collections import Counter
from collections.abc import Iterator

from kehoach.contrast import AnswerLine, Chapter, Contrast, Line, Piece, TargetLine
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
    yield from _targets(contrast.targets, words)
    yield from _answers(contrast.answers, words)
    yield ""
    yield from _summary(contrast, words, unfolded=unfolded)


def _line(line: Line, chapter: Chapter, words: Words, paint: Paint) -> Iterator[str]:
    about = [words.change(f"what_{line.what}"), words.change(f"sort_{line.sort}")]
    if line.field and line.field != "words":
        about.append(field_name(line.field, words))
    where = f"{line.printed}: " if line.printed and line.printed != chapter.title else ""
    role = "error" if line.weight == "grave" else "place"
    yield f"{INDENT}{paint(SIGNS[line.what], line.what)} {where}{paint(' '.join(about), role)}{_notes(line, words)}"
    yield INDENT * 2 + "".join(_marked(piece, paint) for piece in line.pieces)


def _notes(line: Line, words: Words) -> str:
    notes = [words.change(f"reason_{reason}") for reason in line.reasons]
    if line.likeness is not None and line.likeness < 1:
        notes.append(words.change("likeness", percent=round(line.likeness * 100)))
    if line.by:
        notes.append(words.change("by", plan=line.by))
    return f" ({'; '.join(notes)})" if notes else ""


def _marked(piece: Piece, paint: Paint) -> str:
    if piece.kept not in MARKS:
        return piece.text
    painted = paint(piece.text, piece.kept)
    before, after = MARKS[piece.kept] if painted == piece.text else ("", "")
    return f"{before}{painted}{after}"


def field_name(field: str, words: Words) -> str:
    """A field of an entry in words: ``when`` is *thời gian*, ``figures/value`` *con số*; an unknown one as it is."""
    first, *rest = field.split("/")
    names = [words.change(f"field_{first}") or first]
    if len(rest) > 1:
        names.append(words.change(f"field_{rest[1]}") or rest[1])
    return ", ".join(names)


def _targets(targets: tuple[TargetLine, ...], words: Words) -> Iterator[str]:
    changed = [line for line in targets if line.old != line.new or line.other]
    if changed:
        yield ""
        yield words.change("targets")
    for line in changed:
        moved = ", ".join(filter(None, (line.difference, line.percent)))
        other = "; ".join(words.change(f"other_{name}") for name in line.other)
        notes = "".join(f" ({note})" for note in (moved, other) if note)
        yield f"{INDENT}{line.printed or line.pointer}: {line.old or '…'} → {line.new or '…'}{notes}"


def _answers(answers: tuple[AnswerLine, ...], words: Words) -> Iterator[str]:
    if not answers:
        return
    yield ""
    counts = Counter(line.answer for line in answers)
    said = ", ".join(f"{words.change(f'answer_{answer}')} {count}" for answer, count in counts.items())
    yield f"{words.change('answers')}: {said}"
    for line in answers:
        if line.answer != "kept":
            yield from _answer(line, words)


def _answer(line: AnswerLine, words: Words) -> Iterator[str]:
    sides = " → ".join(filter(None, (line.asked, line.own)))
    reason = f"; {line.reason}" if line.reason else ""
    yield f"{INDENT}{words.change(f'answer_{line.answer}')}: {line.printed or line.pointer}: {sides}{reason}"


def _summary(contrast: Contrast, words: Words, *, unfolded: bool) -> Iterator[str]:
    rolled = sum(line.rolled for line in contrast.lines)
    if not contrast.decided and not rolled:
        yield words.change("summary_none")
        return
    yield words.change("summary", decided=contrast.decided, rolled=rolled)
    if rolled and not unfolded:
        yield words.change("folded", rolled=rolled)
