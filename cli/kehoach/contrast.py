"""What changed between two plans, made ready for being said: lines under the section that they belong to."""

from collections.abc import Callable, Iterator

from kehoach.places import Place
from kehoach.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence, with the space before it: ``same``, ``rolled``, ``removed`` or ``added``.

    Of a stretch that is ``rolled`` (only the year went by) *was* holds the old words.
    """

    kept: str
    text: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One change. *what* happened to what *sort* of thing, in which *field* of it (empty: the whole).

    *weight* is ``routine``, ``wording``, ``notable`` or ``grave``; *reasons* say why. *printed* is where it is read.
    *pieces* hold the old and the new words in one row. *likeness*, from 0 to 1, is how sure the pair is, None where
    ids tell. *by* is the plan that wrote what stands there now, or took it away, where it is another one.
    """

    what: str
    sort: str
    field: str
    weight: str
    reasons: tuple[str, ...]
    printed: str
    old: str
    new: str
    pieces: tuple[Piece, ...]
    old_pointer: str = ""
    new_pointer: str = ""
    old_place: Place | None = None
    new_place: Place | None = None
    likeness: float | None = None
    by: str = ""

    @property
    def rolled(self) -> bool:
        """Whether only the year went by."""
        return self.weight == "routine"


@dataclass(frozen=True, slots=True)
class Chapter:
    """The changes under one heading; *title* is empty for the head and foot of the document."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A figure of both years, in the officer's words.

    *difference* and *percent* are written as numbers are, empty where the two cannot be reckoned with one another.
    *numbers* are the two for a chart. *other* names what else is different: ``comparator``, ``unit``, ``carrier``.
    *rolled*: only the year went by (*so với năm 2022*, *so với năm 2023*).
    """

    pointer: str
    printed: str
    words: str
    old: str
    new: str
    difference: str = ""
    percent: str = ""
    numbers: tuple[float, float] | None = None
    other: tuple[str, ...] = ()
    rolled: bool = False


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """What became of one thing that the plan above asks: the *answer*, both wordings, why it was dropped."""

    answer: str
    pointer: str
    printed: str
    asked: str
    own: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two plans, *old* and *new* as the reader named them, and everything that is different.

    *answers* are there where the new plan inherits the old one.
    """

    old: str
    new: str
    chapters: tuple[Chapter, ...]
    targets: tuple[TargetLine, ...] = ()
    answers: tuple[AnswerLine, ...] = ()

    @property
    def lines(self) -> Iterator[Line]:
        """All changes, in reading order."""
        for chapter in self.chapters:
            yield from chapter.lines

    @property
    def decided(self) -> int:
        """How many changes a year does not bring by itself."""
        return sum(not line.rolled for line in self.lines)

    def keeping(self, wanted: Callable[[Line], bool]) -> "Contrast":
        """The same with the lines that are *wanted* alone, and without chapters that then are empty."""
        kept = (replace(one, lines=tuple(line for line in one.lines if wanted(line))) for one in self.chapters)
        return replace(self, chapters=tuple(chapter for chapter in kept if chapter.lines))
