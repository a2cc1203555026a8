"""The line of filing, which ends the recipients."""

from collections.abc import Iterator, Sequence

from kehoach.findings import Fault
from kehoach.rules.form.form import Form
from kehoach.rules.form.parts.wording import begins, words
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.sheet import Paragraph
from kehoach.tree import Element


@rule("FMT331", Grain.FORM, WARNING)
def filing_named(form: Form) -> Iterator[Fault]:
    """The recipients say where the document is filed."""
    lines = _lines(form)
    if lines and not any(_files(form, one) for one in lines):
        yield form.fault("FMT331", lines[-1], wanted=form.standard.recipients.filing.partition("{")[0].strip(": "))


@rule("FMT332", Grain.FORM, WARNING)
def filing_last(form: Form) -> Iterator[Fault]:
    """The line of filing is the last one."""
    lines = _lines(form)
    filed = next((one for one in lines if _files(form, one)), None)
    if filed and filed is not lines[-1] and any(map(str.isalpha, lines[-1].text)):
        yield form.fault("FMT332", filed)


@rule("FMT338", Grain.FORM, INFO)
def reports_first(form: Form) -> Iterator[Fault]:
    """Those to whom the document is a report stand above those who carry it out."""
    upwards, downwards = (form.lexicon.words("form", key) for key in ("to_report", "to_act"))
    acting = False
    for part in form.parts(Element.RECIPIENT):
        purpose = part.text.rpartition("(")[2].casefold()
        if acting and any(word in purpose for word in upwards):
            yield form.fault("FMT338", part.paragraph)
            return
        acting = acting or any(word in purpose for word in downwards)


def _lines(form: Form) -> Sequence[Paragraph]:
    """The lines below the label, with a dash or without; what is not told below them stands in their cell."""
    label = next(form.parts(Element.RECIPIENTS_LABEL), None)
    listed = [one.paragraph for one in form.parts(Element.RECIPIENT, Element.RECIPIENT_PART)]
    if label is None or not listed:
        return ()
    end = form.end if listed[-1].cell else listed[-1].number
    below = form.sheet.paragraphs[label.paragraph.number : end]
    return [one for one in below if not one.blank and one.cell == listed[-1].cell]


def _files(form: Form, line: Paragraph) -> bool:
    return any(begins(one.lstrip("-–+•* \t"), words(form.lexicon, "filing")) for one in line.text.split("\n"))
