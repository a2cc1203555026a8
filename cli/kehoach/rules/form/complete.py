"""The parts of the form that every document has, above and below its text."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.rules.form.accepted import accepted
from kehoach.rules.form.form import Form
from kehoach.rules.form.parts.wording import spaced
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.tree import Element

HEAD = (Element.TITLE, Element.ISSUER, Element.NUMBER, Element.PLACE_DATE, Element.KIND, Element.SUBJECT)


@rule("FMT301", Grain.FORM, ERROR)
def head_complete(form: Form) -> Iterator[Fault]:
    """The head has every part that the standard names."""
    marks = form.standard.marks
    marked = ((Element.SEPARATOR, marks.separator), (Element.DASHES, marks.dashes))
    wanted = (*HEAD, *(role for role, mark in marked if mark))
    missing = [role for role in wanted if not any(form.parts(role))]
    if missing:
        yield form.fault("FMT301", None, parts=_labels(form, missing))


@rule("FMT302", Grain.FORM, ERROR)
def foot_complete(form: Form) -> Iterator[Fault]:
    """The foot names the recipients, and who signs."""
    missing = [] if any(form.parts(Element.RECIPIENTS_LABEL)) else [Element.RECIPIENTS_LABEL]
    if not any(form.parts(Element.AUTHORITY, Element.OFFICE)):
        missing.append(Element.OFFICE)
    if missing:
        words = [one for one in form.sheet.paragraphs if not one.blank]
        below = (one for one in words if one.number > form.start)
        yield form.fault("FMT302", next(below, words[-1] if words else None), parts=_labels(form, missing))


@rule("FMT304", Grain.FORM, ERROR)
def title_words(form: Form) -> Iterator[Fault]:
    """The title is that of the standard, word for word."""
    wanted = form.standard.letterhead.title
    for part in form.parts(Element.TITLE):
        if spaced(part.text).casefold() != wanted.casefold():
            yield form.fault("FMT304", part.paragraph, actual=spaced(part.text), wanted=wanted.upper())


@rule("FMT303", Grain.FORM, ERROR)
def dashes_under_subject(form: Form) -> Iterator[Fault]:
    """The dashes under the subject are as many as the standard allows."""
    mark = form.standard.marks.dashes
    for part in form.parts(Element.DASHES) if mark else ():
        wanted = accepted(form, Element.DASHES.value, "count", len(mark))
        if len(part.text) not in wanted or set(part.text) != set(mark):
            yield form.fault("FMT303", part.paragraph, actual=part.text, count_wanted=wanted, mark=mark[0])


def _labels(form: Form, roles: list[Element]) -> str:
    return ", ".join(form.standard.elements[role].label for role in roles)
