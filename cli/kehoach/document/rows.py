"""The rows of a document's body, flat and in printing order: what the templates of its parts print.

The *sort* of a row names the template ``parts/<sort>.md.j2`` that prints it.
"""

from kehoach.document.escape import Markdown
from kehoach.prose import Grid
from kehoach.records import dataclass

INDENT = "  "


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section; *run_in* is what follows the title in the same paragraph."""

    depth: int
    number: Markdown
    title: Markdown
    run_in: Markdown | None = None
    sort: str = "heading"

    @property
    def hashes(self) -> Markdown:
        """The mark of a heading of this depth."""
        return Markdown("#" * min(self.depth, 6))


@dataclass(frozen=True, slots=True)
class Side:
    """A side head: its words, or the quarter or month (*group*, *order*) whose items follow.

    *run_in* is what follows the words in the same paragraph.
    """

    title: Markdown | None
    group: str = ""
    order: int = 0
    run_in: Markdown | None = None
    sort: str = "side"


@dataclass(frozen=True, slots=True)
class Detail:
    """What an activity says beside its sentence: *sort* is ``when``, ``where``, ``lead``, ``with`` or ``note``."""

    sort: str
    words: Markdown


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with its number or bullet, *level* deep; *end* is what its last word still needs.

    *details* stand in brackets after the words, *due* is the time of a deadline, *inline* a time that
    belongs to the sentence; *leads* marks a line that others stand below.
    """

    mark: str
    words: Markdown
    level: int = 0
    end: str = ""
    details: tuple[Detail, ...] = ()
    inline: Markdown | None = None
    due: Markdown | None = None
    leads: bool = False
    sort: str = "line"

    @property
    def lead(self) -> Markdown:
        """Indent, mark and a space, as Markdown."""
        return Markdown(f"{INDENT * self.level}{self.mark} " if self.mark else "")


@dataclass(frozen=True, slots=True)
class Cells:
    """A table: head, rows, and the marks of its alignments, all of them Markdown."""

    head: tuple[Markdown, ...]
    rows: tuple[tuple[Markdown, ...], ...]
    rules: tuple[Markdown, ...]
    sort: str = "table"

    @property
    def columns(self) -> int:
        """How many columns the table has."""
        return len(self.head)


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A line of an allocation or of a sheet: whose it is or what it says, and its cells."""

    name: Markdown
    cells: tuple[Markdown, ...]


@dataclass(frozen=True, slots=True)
class Allocation:
    """Units and what each is given: *figures* are what is counted and the number of its target.

    *own* is the line of the unit that gives (None: nothing is written for it), *total* the sums, *asked* the numbers
    of the targets themselves.
    """

    figures: tuple[tuple[Markdown, str], ...]
    units: tuple[ShareRow, ...]
    own: ShareRow | None
    total: tuple[Markdown, ...]
    asked: tuple[Markdown, ...]
    sort: str = "allocation"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one unit is given: each line has what is counted, its part, and the number of the whole."""

    lines: tuple[ShareRow, ...]
    sort: str = "sheet"


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """An activity in a calendar."""

    number: int
    words: Markdown
    when: Markdown
    carrier: Markdown
    lead: Markdown
    partners: Markdown


@dataclass(frozen=True, slots=True)
class Calendar:
    """The activities of one quarter or month; *led*, *helped*: some activity of the plan has a lead, has partners."""

    lines: tuple[CalendarLine, ...]
    led: bool
    helped: bool
    sort: str = "calendar"


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something of the upper level that is not done here, and why."""

    words: Markdown
    reason: Markdown


@dataclass(frozen=True, slots=True)
class Reasons:
    """What the plan drops, with the reasons."""

    lines: tuple[Dropped, ...]
    sort: str = "reasons"


@dataclass(frozen=True, slots=True)
class Division:
    """The head of a part of the document (``Phần I``) and its title."""

    number: Markdown
    title: Markdown
    sort: str = "part"


Row = Heading | Side | Line | Cells | Allocation | Sheet | Calendar | Reasons | Division
RULES = {"left": ":---", "right": "---:", "center": ":---:"}


def rules(grid: Grid) -> tuple[Markdown, ...]:
    """The marks of the alignments of *grid*."""
    return tuple(Markdown(RULES.get(alignment, "---")) for alignment in grid.alignments)
