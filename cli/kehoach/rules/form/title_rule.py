"""The lines under words."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.rules.form.form import Form
from kehoach.rules.form.parts.found import Found
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.tree import Element

HEAD = (Element.TITLE, Element.MOTTO, Element.ISSUER, Element.SUBJECT)


@rule("FMT316", Grain.FORM, ERROR)
def line_below(form: Form) -> Iterator[Fault]:
    """A line stands under what the standard underlines: a border, a drawn line or underlined words."""
    for role in HEAD:
        *_, last = (None, *form.parts(role))
        if last and form.style(last).rule and not _underlined(form, last):
            yield form.fault("FMT316", last.paragraph, part=form.style(last).label)


def _underlined(form: Form, part: Found) -> bool:
    at = part.paragraph.number
    paragraph = form.sheet.paragraphs[at - 1]
    below = form.sheet.paragraphs[at] if at < len(form.sheet.paragraphs) else paragraph
    if paragraph.drawn or "bottom" in paragraph.layout.edges or any(run.underlined for run in part.runs):
        return True
    return below.drawn or bool(below.layout.edges)
