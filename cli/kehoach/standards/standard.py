"""A standard of layout: every figure of an official form, as data."""

from collections.abc import Iterator, Mapping
from datetime import date

from kehoach.errors import KehoachError
from kehoach.phrases import partial_date
from kehoach.records import dataclass, field, fields, replace
from kehoach.standards.accepts import Accepted, accepted
from kehoach.standards.figures import Figures, figures
from kehoach.standards.forms import (
    AnnexForm,
    Basis,
    Closing,
    DateLine,
    Gaps,
    LetterheadForm,
    Marks,
    NumberLine,
    Recipients,
    Signing,
    SubjectForm,
    Unbroken,
)
from kehoach.standards.layout import Columns, Fonts, Page, Style, StyleNames
from kehoach.tree import Element

CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Standard:
    """An official form in force from *since* (to *until*), with every figure that the writers use.

    *versions* are the forms that it has had, the oldest first; this one is the newest unless ``on`` gave it.
    """

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
    letterhead: LetterheadForm
    number_line: NumberLine
    date_line: DateLine
    gaps: Gaps
    unbroken: Unbroken
    marks: Marks
    subject: SubjectForm
    basis: Basis
    recipients: Recipients
    signing: Signing
    closing: Closing
    annex: AnnexForm
    accepts: Mapping[str, Accepted]
    versions: "tuple[Standard, ...]" = field(default=(), repr=False)

    @classmethod
    def of(cls, data: Mapping[str, object]) -> "Standard":
        """The standard that plain *data* spells out; a missing or misspelt figure is a ``KehoachError``.

        ``changes`` in *data* is a list of what is different from some day on, each with its own ``since``.
        """
        versions = tuple(_version(one) for one in _stages(data))
        return replace(versions[-1], versions=versions)

    def on(self, day: date) -> "Standard":
        """The form in force on *day* (the first one for days before any)."""
        known = self.versions or (self,)
        return next((one for one in reversed(known) if _first_day(one) <= day), known[0])

    def rung(self, level: int) -> Style:
        """How a heading of *level* (from 1) looks; the deepest rung serves all that lies deeper."""
        return self.ladder[min(level, len(self.ladder)) - 1]


_ROWS = frozenset({"elements", "page_number", "ladder", "accepts", "versions"})


def _first_day(standard: Standard) -> date:
    since = partial_date.parse(standard.since)
    return since.first() if since else date.min


def _stages(data: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    """*data* without its changes, then with each of them in turn."""
    stage: Mapping[str, object] = {key: value for key, value in data.items() if key != CHANGES}
    yield stage
    changes = Figures(data, str(data.get("id", "")))
    for change in changes.sequence(CHANGES) if CHANGES in data else ():
        stage = _laid(stage, Figures.under(change, CHANGES, changes.standard))
        yield stage


def _laid(old: Mapping[str, object], new: Mapping[str, object]) -> Mapping[str, object]:
    return {**old, **{key: _over(old.get(key), value) for key, value in new.items()}}


def _over(old: object, new: object) -> object:
    return _laid(old, new) if isinstance(old, Mapping) and isinstance(new, Mapping) else new


def _version(data: Mapping[str, object]) -> Standard:
    found = Figures(data, str(data.get("id", "")))
    _refuse_unknown(found, {one.name for one in fields(Standard)} - {"versions"} | {"defaults"})
    parts = {one.name: found.get(one.name, one.type) for one in fields(Standard) if one.name not in _ROWS}
    return Standard(**parts, **_rows(found))  # type: ignore[arg-type]


def _rows(found: Figures) -> dict[str, object]:
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
        "accepts": accepted(Figures(found.mapping("accepts"), found.standard, "accepts")),
    }


def _refuse_unknown(found: Figures, known: set[str]) -> None:
    for key in sorted(set(found.data) - known - {"certainty"}):
        raise KehoachError("standard_figure_unknown", standard=found.standard, figure=found.path(key))
