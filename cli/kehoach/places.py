"""Where something stands, and how a stretch of a file is rewritten."""

from collections.abc import Iterable

from kehoach.records import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a file: lines and columns from 1, columns in code points, the end exclusive.

    In a Word document *line* counts paragraphs, and *words* is how the paragraph begins; elsewhere it is None, and it
    makes no difference: what has no paragraph stands at the first.
    In a table *cell* is the sheet and the cell (``Giao chỉ tiêu!C14``), and the line its row; elsewhere it is empty.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    words: str | None = field(default=None, compare=False)
    cell: str = ""

    def __str__(self) -> str:
        if self.cell:
            return f"{self.file}:{self.cell}"
        return f"{self.file}:{self.line}:{self.column}" if self.words is None else f"{self.file}:¶{self.line}"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put *text* where the code points *start* to *end* of the raw file text stand now."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """*text* with *edits*, which do not overlap, made."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
