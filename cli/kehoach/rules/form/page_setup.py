"""The sheet: its size, how it lies, its margins."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.rules.form.accepted import accepted, within
from kehoach.rules.form.form import Form
from kehoach.rules.registry import ERROR, WARNING, Grain, rule
from kehoach.sheet import Paragraph, Section
from kehoach.standards.layout import Margins

SIDES = ("top", "bottom", "left", "right")


@rule("FMT101", Grain.FORM, ERROR)
def sheet_size(form: Form) -> Iterator[Fault]:
    """The sheets have the size of the standard, whichever way they lie."""
    page = form.standard.page
    wanted = sorted((page.width, page.height))
    for section, first in _sections(form):
        actual = sorted((section.width, section.height))
        fits = (
            within(form, a, accepted(form, "page", "size", b), "length") for a, b in zip(actual, wanted, strict=True)
        )
        if not all(fits):
            yield form.fault("FMT101", first, actual=_sizes(actual), wanted=_sizes(wanted))


@rule("FMT102", Grain.FORM, ERROR)
def sheet_upright(form: Form) -> Iterator[Fault]:
    """Sheets stand upright; those of annexes may lie on their side."""
    body = {one.section for one in form.sheet.paragraphs[: max(form.end, 1)]}
    for number, (section, first) in enumerate(_sections(form)):
        if section.landscape and number in body:
            yield form.fault("FMT102", first)


@rule("FMT103", Grain.FORM, ERROR)
def margins(form: Form) -> Iterator[Fault]:
    """The margins are those of the standard; left and right may change places where a sheet is the back of another."""
    for section, first in _sections(form):
        front = form.standard.page.front
        if not section.landscape and not _fits(form, section, front):
            yield form.fault("FMT103", first, actual=_listed(_actual(section)), wanted=_wanted(form, front))


@rule("FMT104", Grain.FORM, ERROR)
def one_column(form: Form) -> Iterator[Fault]:
    """The text runs across the page; columns beside each other are for tables."""
    for section, first in _sections(form):
        if section.columns > 1:
            yield form.fault("FMT104", first, actual=section.columns)


@rule("FMT105", Grain.FORM, WARNING)
def pages_unframed(form: Form) -> Iterator[Fault]:
    """No line stands around the pages."""
    for section, first in _sections(form):
        if section.framed:
            yield form.fault("FMT105", first)


def _fits(form: Form, section: Section, margins: Margins) -> bool:
    wanted = (accepted(form, "margins", side, getattr(margins, side)) for side in SIDES)
    return all(within(form, a, b, "length") for a, b in zip(_actual(section), wanted, strict=True))


def _actual(section: Section) -> tuple[float, ...]:
    return section.top, section.bottom, section.left, section.right


def _wanted(form: Form, margins: Margins) -> str:
    return "/".join(str(accepted(form, "margins", side, getattr(margins, side))) for side in SIDES)


def _listed(figures: tuple[float, ...]) -> str:
    return "/".join(f"{round(figure, 1):g}" for figure in figures)


def _sizes(figures: list[float]) -> str:
    return " × ".join(f"{round(figure):g}" for figure in figures)


def _sections(form: Form) -> Iterator[tuple[Section, Paragraph | None]]:
    for number, section in enumerate(form.sheet.sections):
        yield section, next((one for one in form.sheet.paragraphs if one.section == number), None)
