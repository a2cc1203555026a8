"""The recipients: the signs at the ends of their lines, and the line of the signature beside which they begin."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.rules.form.form import Form
from kehoach.rules.form.parts.foot import marked
from kehoach.rules.form.parts.found import Found
from kehoach.rules.form.parts.wording import spaced
from kehoach.rules.registry import ERROR, WARNING, Grain, rule
from kehoach.tree import Element

# A plus sign is that of lines below another.
DASHES = frozenset({"-", "–", "+"})
TEXT_END, SIGN = "./.", ":"
COPIES = compiled(r"\s*\(\s*\d+\s*\w?\s*\)$")


@rule("FMT322", Grain.FORM, ERROR)
def recipients_punctuated(form: Form) -> Iterator[Fault]:
    """Each line of the recipients ends as the standard says, the last one differently."""
    wanted = form.standard.recipients
    lines = list(form.parts(Element.RECIPIENT, Element.RECIPIENT_PART))
    for one, below in pairwise((*lines, None)):
        assert one
        text, end = COPIES.sub("", spaced(one.text)), wanted.end if below else wanted.last
        heads = below is not None and one.role != below.role
        ended = text.endswith(end) and not (text.endswith(TEXT_END) and end != TEXT_END)
        if not ended and not (heads and text.endswith((":", ","))):
            actual = TEXT_END if text.endswith(TEXT_END) else text[-1:]
            yield form.fault("FMT322", one.paragraph, actual=actual, wanted=end)


@rule("FMT329", Grain.FORM, WARNING)
def recipients_dashed(form: Form) -> Iterator[Fault]:
    """Each line of the recipients begins with a dash and no other sign; what goes on from the line above does not."""
    for part in form.parts(Element.RECIPIENT, Element.RECIPIENT_PART):
        if marked(part) not in DASHES:
            yield form.fault("FMT329", part.paragraph)


@rule("FMT325", Grain.FORM, WARNING)
def label_worded(form: Form) -> Iterator[Fault]:
    """The label of the recipients is written as the standard has it, with its sign."""
    wanted = form.standard.recipients.label
    for part in form.parts(Element.RECIPIENTS_LABEL):
        if not spaced(part.text).startswith(wanted):
            yield form.fault("FMT325", part.paragraph, actual=spaced(part.text), wanted=wanted)


@rule("FMT326", Grain.FORM, WARNING)
def filing_worded(form: Form) -> Iterator[Fault]:
    """The word of the line of filing has a colon only where the standard has it: *Lưu VP*, *Lưu: VT*."""
    wanted = form.standard.recipients.filing.partition("{")[0].strip()
    filing = wanted.rstrip(SIGN)
    for part in form.parts(Element.RECIPIENT):
        text = spaced(part.text).lstrip("-–+ ")
        signed = text[len(filing) :].lstrip().startswith(SIGN)
        spelt = text[: len(filing)]
        if spelt.casefold() == filing.casefold() and (signed != wanted.endswith(SIGN) or spelt != filing):
            actual = f"{spelt}{SIGN if signed else ''}"
            yield form.fault("FMT326", part.paragraph, actual=actual, wanted=wanted)


@rule("FMT323", Grain.FORM, WARNING)
def recipients_level(form: Form) -> Iterator[Fault]:
    """The recipients begin beside the line of the signature that the standard names."""
    label = next(form.parts(Element.RECIPIENTS_LABEL), None)
    wanted = Element(form.standard.recipients.level_with)
    line = next((one for one in form.parts(wanted) if label and one.side not in {None, label.side}), None)
    stacked = len([one for one in form.parts(Element.AUTHORITY) if line and one.side == line.side]) > 1
    if stacked or label is None or line is None or line.paragraph.cell is None or label.paragraph.cell is None:
        return
    above = len(_above(form, line))
    rows = label.paragraph.cell.row, line.paragraph.cell.row
    # A line above may take two lines on the page.
    if rows[0] != rows[1] or not above <= len(_above(form, label)) <= 2 * above:
        yield form.fault("FMT323", label.paragraph, line=form.style(line).label)


def _above(form: Form, part: Found) -> Sequence[str]:
    """The lines above *part* in its cell, blank ones too, and those of its own paragraph."""
    cell = part.paragraph.cell
    paragraphs = (one for one in form.sheet.paragraphs if one.cell == cell and one.number < part.paragraph.number)
    own = part.paragraph.text.partition(part.text)[0].split("\n")[:-1]
    return [*(line for one in paragraphs for line in one.text.split("\n")), *own]
