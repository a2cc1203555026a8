"""What every form of a comparison says about a line, in words."""

from kehoach.contrast import AnswerLine, Contrast, Line, Piece, TargetLine
from kehoach.records import replace
from kehoach.reporting.words import Words


def about(line: Line, words: Words) -> str:
    """What happened to what (*sửa chỉ tiêu con số*)."""
    named = [words.change(f"what_{line.what}"), words.change(f"sort_{line.sort}")]
    if line.field and line.field != "words":
        named.append(_field(line.field, words))
    return " ".join(named)


def notes(line: Line, words: Words) -> tuple[str, ...]:
    """Why it matters, how sure the pair is, and which plan it comes from."""
    found = [words.change(f"reason_{reason}") for reason in line.reasons]
    if line.likeness is not None and line.likeness < 1:
        found.append(words.change("likeness", percent=round(line.likeness * 100)))
    if line.by:
        found.append(words.change("by", plan=line.by))
    return tuple(found)


def shift(line: TargetLine, words: Words) -> tuple[str, ...]:
    """The difference, the percent, and what else is another."""
    moved = ", ".join(filter(None, (line.difference, line.percent)))
    other = (words.change(f"other_{name}") for name in line.other)
    return tuple(filter(None, (moved, *other)))


def answer(line: AnswerLine, words: Words) -> str:
    """What became of what was asked; of what was dropped, why."""
    said = words.change(f"answer_{line.answer}")
    return f"{said}: {line.reason}" if line.reason else said


def sides(line: Line) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces of the old sentence and those of the new one."""
    kept = (piece for piece in line.pieces if piece.kept != "added")
    old = tuple(replace(piece, text=piece.was or piece.text) for piece in kept) if line.old else ()
    new = tuple(piece for piece in line.pieces if piece.kept != "removed") if line.new else ()
    return old, new


def summary(contrast: Contrast, words: Words) -> str:
    """How many changes there are, and how many that only the year made."""
    rolled = sum(line.rolled for line in contrast.lines)
    if not contrast.decided and not rolled:
        return words.change("summary_none")
    return words.change("summary", decided=contrast.decided, rolled=rolled)


def moved_targets(contrast: Contrast) -> tuple[TargetLine, ...]:
    """The figures that are not what they were."""
    return tuple(line for line in contrast.targets if (line.old != line.new and not line.rolled) or line.other)


def _field(field: str, words: Words) -> str:
    """A field of an entry: ``when`` is *thời gian*, ``figures/value`` *con số*; an unknown one as it is."""
    first, *rest = field.split("/")
    names = [words.change(f"field_{first}") or first]
    if len(rest) > 1:
        names.append(words.change(f"field_{rest[1]}") or rest[1])
    return ", ".join(names)
