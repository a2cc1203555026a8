"""A standard of layout: every figure of an official form, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from kehoach.document.figures import Figures, figures
from kehoach.document.layout import Columns, Fonts, Page, Style, StyleNames
from kehoach.errors import KehoachError
from kehoach.tree import Element


@dataclass(frozen=True, slots=True)
class NumberLine:
    """The form of the number line, with and without a department; numbers have at least *digits* digits."""

    form: str
    without_department: str
    digits: int


@dataclass(frozen=True, slots=True)
class DateLine:
    """The form of the line of place and date; *padded_months* are written with a zero."""

    form: str
    day_digits: int
    padded_months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """The widths of blanks to fill by hand, in no-break spaces."""

    number: int
    day: int
    month: int
    year: int
    figure: int
    text: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What parts the issuer's name from the number, and what stands below the subject."""

    separator: str
    dashes: str


@dataclass(frozen=True, slots=True)
class Basis:
    """What stands before each basis, after each but the last, and after the last."""

    prefix: str
    end: str
    last: str


@dataclass(frozen=True, slots=True)
class Recipients:
    """The label and the lines of the recipients; *level_with* is the line beside which they begin."""

    label: str
    mark: str
    end: str
    last: str
    level_with: str


@dataclass(frozen=True, slots=True)
class Signing:
    """The forms in which one signs for others; their blanks are ``body``, ``unit`` and ``office``."""

    collective: str
    collective_of_unit: str
    deputy: str
    by_order: str
    acting: str


@dataclass(frozen=True, slots=True)
class Closing:
    """What ends the text."""

    end: str


@dataclass(frozen=True, slots=True)
class AnnexForm:
    """The head of an annex; *own_page_numbers*: each begins again at one."""

    title: str
    reference: str
    own_page_numbers: bool


@dataclass(frozen=True, slots=True)
class Standard:
    """An official form in force from *since* (to *until*), with every figure that the writers use."""

    id: str
    name: str
    source: str
    version: str
    since: str
    until: str
    page: Page
    fonts: Fonts
    columns: Columns
    elements: Mapping[Element, Style]
    page_number: Style
    ladder: tuple[Style, ...]
    bullets: tuple[str, ...]
    style_names: StyleNames
    number_line: NumberLine
    date_line: DateLine
    gaps: Gaps
    marks: Marks
    basis: Basis
    recipients: Recipients
    signing: Signing
    closing: Closing
    annex: AnnexForm

    @classmethod
    def of(cls, data: Mapping[str, object]) -> "Standard":
        """The standard that plain *data* spells out; a missing or misspelt figure is a ``KehoachError``."""
        found = Figures(data, str(data.get("id", "")))
        _refuse_unknown(found, {field.name for field in fields(cls)} | {"defaults"})
        parts = {field.name: found.get(field.name, field.type) for field in fields(cls) if field.name not in _STYLED}
        return cls(**parts, **_styled(found))  # type: ignore[arg-type]

    def rung(self, level: int) -> Style:
        """How a heading of *level* (from 1) looks; the deepest rung serves all that lies deeper."""
        return self.ladder[min(level, len(self.ladder)) - 1]


_STYLED = frozenset({"elements", "page_number", "ladder"})


def _styled(found: Figures) -> dict[str, object]:
    defaults = found.mapping("defaults")

    def style(data: object, at: str) -> Style:
        merged = {**defaults, **Figures.under(data, at, found.standard)}
        return figures(Style, Figures(merged, found.standard, at))

    rows = found.mapping("elements")
    _refuse_unknown(Figures(rows, found.standard, "elements"), set(Element))
    for missing in sorted(set(Element) - set(rows)):
        raise KehoachError("standard_figure_missing", standard=found.standard, figure=f"elements.{missing}")
    return {
        "elements": {Element(name): style(row, f"elements.{name}") for name, row in rows.items()},
        "page_number": style(found.data.get("page_number"), "page_number"),
        "ladder": tuple(style(row, f"ladder.{n}") for n, row in enumerate(found.sequence("ladder"), 1)),
    }


def _refuse_unknown(found: Figures, known: set[str]) -> None:
    for key in sorted(set(found.data) - known - {"certainty"}):
        raise KehoachError("standard_figure_unknown", standard=found.standard, figure=found.path(key))
