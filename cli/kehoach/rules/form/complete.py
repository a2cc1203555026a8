"""The parts of the form that every document has, above and below its text."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.rules.form.accepted import accepted
from kehoach.rules.form.form import Form
from kehoach.rules.form.parts.found import Found
from kehoach.rules.form.parts.wording import spaced, words
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.sheet import Paragraph
from kehoach.tree import Element

GAP = "\u00a0"
HEAD = (Element.TITLE, Element.ISSUER, Element.NUMBER, Element.PLACE_DATE, Element.KIND, Element.SUBJECT)


@rule("FMT301", Grain.FORM, ERROR)
def head_complete(form: Form) -> Iterator[Fault]:
    """The head has every part that the standard names."""
    marks = form.standard.marks
    motto = form.standard.letterhead.motto
    marked = ((Element.MOTTO, motto), (Element.SEPARATOR, marks.separator), (Element.DASHES, marks.dashes))
    wanted = (*HEAD, *(role for role, words in marked if words))
    missing = [role for role in wanted if not any(form.parts(role))]
    if missing:
        yield form.fault("FMT301", None, parts=_labels(form, missing))


@rule("FMT302", Grain.FORM, ERROR)
def foot_complete(form: Form) -> Iterator[Fault]:
    """The foot names the recipients, and who signs."""
    missing = [] if any(form.parts(Element.RECIPIENTS_LABEL)) else [Element.RECIPIENTS_LABEL]
    missing += _unsigned(form)
    if missing:
        spoken = [one for one in form.sheet.paragraphs if not one.blank]
        below = next((one for one in spoken if one.number > form.start), spoken[-1] if spoken else None)
        signed = [one.paragraph for one in form.parts(Element.AUTHORITY, Element.OFFICE)]
        place = below if Element.RECIPIENTS_LABEL in missing or not signed else signed[-1]
        yield form.fault("FMT302", place, parts=_labels(form, missing))


def _unsigned(form: Form) -> Iterator[Element]:
    """What the signature lacks; a blank to be filled is no lack, nor is the office of a body that signs as a whole."""
    authority, signer = (next(form.parts(role), None) for role in (Element.AUTHORITY, Element.NAME))
    last = next(iter([*form.parts(Element.AUTHORITY, Element.OFFICE)][::-1]), None)
    if last is None:
        yield Element.OFFICE
    elif signer is None and not any(GAP in one.text or not one.blank for one in _below(form, last)):
        yield Element.NAME
    elif authority and last.role is Element.AUTHORITY and _follows(form, authority, signer):
        yield Element.OFFICE


def _follows(form: Form, authority: Found, signer: Found | None) -> bool:
    """Whether the name, or the blank for it, stands right below a body that cannot sign by name only."""
    whole = any(map(spaced(authority.text).upper().endswith, words(form.lexicon, "without_office")))
    below = next((one for one in _below(form, authority) if GAP in one.text or not one.blank), None)
    open_ = below is not None and below.blank and "\n" not in authority.text
    named = below is signer.paragraph if signer else open_
    return named and not whole


def _below(form: Form, part: Found) -> Iterator[Paragraph]:
    """The paragraphs of the foot below *part*, in its column where it stands in one."""
    paragraphs = form.sheet.paragraphs[part.paragraph.number : form.end]
    return (one for one in paragraphs if _column(one) == _column(part.paragraph))


def _column(paragraph: Paragraph) -> tuple[int, int] | None:
    return (paragraph.cell.table, paragraph.cell.column) if paragraph.cell else None


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
