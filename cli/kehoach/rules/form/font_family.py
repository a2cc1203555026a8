"""The one family of letters."""

from collections.abc import Iterator
from itertools import chain

from kehoach.findings import Fault
from kehoach.rules.form.form import Form
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.sheet import Paragraph


@rule("FMT201", Grain.FORM, ERROR)
def font_family(form: Form) -> Iterator[Fault]:
    """All letters and figures are of the standard's family; signs of other fonts are let be."""
    wanted = form.standard.fonts.docx
    body = ((one, one) for one in form.sheet.paragraphs)
    for paragraph, place in chain(body, ((one, None) for one in headers(form))):
        strange = {run.family for run in paragraph.runs if any(map(str.isalnum, run.text))} - {wanted}
        strange |= {paragraph.page_number.family} - {wanted} if paragraph.page_number else set()
        for family in sorted(strange):
            if family.casefold() != wanted.casefold():
                yield form.fault("FMT201", place, actual=family or "?", wanted=wanted)


def headers(form: Form) -> Iterator[Paragraph]:
    """What stands in the margins above and below, and the notes."""
    yield from form.sheet.notes
    for section in form.sheet.sections:
        for part in (section.headers, section.footers):
            for paragraphs in part.values():
                yield from paragraphs
