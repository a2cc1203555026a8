"""The page number: in the header, centred, from the page on that the standard says."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.rules.form.accepted import accepted, within
from kehoach.rules.form.form import Form
from kehoach.rules.form.parts.wording import spaced
from kehoach.rules.registry import ERROR, WARNING, Grain, rule
from kehoach.sheet import Pages, Paragraph, Section

ARABIC = "decimal"


@rule("FMT111", Grain.FORM, ERROR)
def pages_numbered(form: Form) -> Iterator[Fault]:
    """Every page but the first shows its number."""
    body = {one.section for one in form.sheet.paragraphs[: form.end]} - {0}
    for number, section in enumerate(form.sheet.sections):
        begins = number in body and section.first_differs and section.start is None
        if any(not _numbers(section, kind) for kind in (*_kinds(form), *([Pages.FIRST] if begins else []))):
            yield form.fault("FMT111", None)


@rule("FMT112", Grain.FORM, ERROR)
def number_in_header(form: Form) -> Iterator[Fault]:
    """The page number stands in the top margin."""
    for section in form.sheet.sections:
        if any(one.page_number for kind in _kinds(form) for one in section.footers.get(kind, ())):
            yield form.fault("FMT112", None)


@rule("FMT113", Grain.FORM, ERROR)
def number_centred(form: Form) -> Iterator[Fault]:
    """The page number is centred."""
    for one in _shown(form):
        if one.layout.align != form.standard.page_number.align:
            yield form.fault("FMT113", None)


@rule("FMT114", Grain.FORM, ERROR)
def first_page_unnumbered(form: Form) -> Iterator[Fault]:
    """The first page shows no number."""
    first = form.sheet.sections[0]
    kind = Pages.FIRST if first.first_differs else Pages.DEFAULT
    if form.standard.page.first_numbered > 1 and _numbers(first, kind):
        yield form.fault("FMT114", None)


@rule("FMT115", Grain.FORM, ERROR)
def page_number_size(form: Form) -> Iterator[Fault]:
    """The page number has the size of the standard."""
    wanted = accepted(form, "page_number", "size", form.standard.page_number.size)
    for one in _shown(form):
        sizes = {run.size for run in one.runs if run.text.strip()} or {one.page_number.size if one.page_number else 0}
        for actual in sorted(sizes):
            if not within(form, actual, wanted, "size"):
                yield form.fault("FMT115", None, actual=f"{actual:g}", wanted=wanted)


@rule("FMT116", Grain.FORM, ERROR)
def page_number_plain(form: Form) -> Iterator[Fault]:
    """The page number is written in Arabic figures, as bold and as slanted as the standard has it, without words."""
    style = form.standard.page_number
    for section in form.sheet.sections:
        for one in _shown_in(form, section):
            looks = [run for run in (*one.runs, one.page_number) if run]
            wanted = (style.bold, style.italic, style.underline)
            set_so = all((run.bold, run.italic, run.underlined) == wanted for run in looks)
            if not set_so or section.figures != ARABIC or any(not letter.isdigit() for letter in one.text.strip()):
                yield form.fault("FMT116", None)


@rule("FMT117", Grain.FORM, ERROR)
def pages_from_one(form: Form) -> Iterator[Fault]:
    """Pages are counted from one, those of an annex too where they are counted anew."""
    for section in form.sheet.sections:
        if section.start not in {None, 1}:
            yield form.fault("FMT117", None, actual=section.start)


@rule("FMT119", Grain.FORM, WARNING)
def pages_run_on(form: Form) -> Iterator[Fault]:
    """Pages of the document itself are counted through; only an annex may begin anew."""
    body = {one.section for one in form.sheet.paragraphs[: form.end]} - {0}
    for number in sorted(body):
        if form.sheet.sections[number].start == 1:
            yield form.fault("FMT119", next(one for one in form.sheet.paragraphs if one.section == number))


@rule("FMT118", Grain.FORM, WARNING)
def margin_wordless(form: Form) -> Iterator[Fault]:
    """The top margin of later pages holds the number of the page and no words."""
    for section in form.sheet.sections:
        lines = [one for kind in _kinds(form) for one in section.headers.get(kind, ()) if not one.page_number]
        wordy = next((one for one in lines if any(map(str.isalpha, one.text))), None)
        if wordy:
            yield form.fault("FMT118", None, actual=spaced(wordy.text))


def _numbers(section: Section, kind: Pages) -> bool:
    """Whether pages of *kind* show their number, above or below."""
    parts = (*section.headers.get(kind, ()), *section.footers.get(kind, ()))
    return any(one.page_number for one in parts)


def _shown(form: Form) -> Iterator[Paragraph]:
    for section in form.sheet.sections:
        yield from _shown_in(form, section)


def _shown_in(form: Form, section: Section) -> Iterator[Paragraph]:
    for part in (section.headers, section.footers):
        for kind in _kinds(form):
            yield from (one for one in part.get(kind, ()) if one.page_number)


def _kinds(form: Form) -> tuple[Pages, ...]:
    """The pages that show their number."""
    return (Pages.DEFAULT, Pages.EVEN) if form.sheet.even_differs else (Pages.DEFAULT,)
