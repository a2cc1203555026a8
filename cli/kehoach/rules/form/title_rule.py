"""The lines under words."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.rules.form.form import Form
from kehoach.rules.form.looks import RUNNING
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


@rule("FMT211", Grain.FORM, ERROR)
def part_underlined(form: Form) -> Iterator[Fault]:
    """Only what the standard underlines is underlined; the line under a title may be made so too."""
    for part in form.found:
        style, underlined = form.style(part), any(run.underlined for run in part.runs)
        as_line = bool(style.rule) and part.role in HEAD and not _lined(form, part)
        if part.role not in RUNNING and underlined != style.underline and not as_line:
            yield form.fault("FMT211", part.paragraph, part=style.label, wanted="yes" if style.underline else "no")


def _underlined(form: Form, part: Found) -> bool:
    return _lined(form, part) or any(run.underlined for run in part.runs)


def _lined(form: Form, part: Found) -> bool:
    """Whether a line of its own stands under *part*."""
    at = part.paragraph.number
    paragraph = form.sheet.paragraphs[at - 1]
    below = form.sheet.paragraphs[at] if at < len(form.sheet.paragraphs) else paragraph
    if paragraph.drawn or "bottom" in paragraph.layout.edges:
        return True
    return below.drawn or bool(below.layout.edges)
