"""What typists do with keys that belongs to the layout: spaces, empty lines and line ends."""

from collections.abc import Iterator
from itertools import pairwise

from kehoach.findings import Fault
from kehoach.rules.form.accepted import Range, within
from kehoach.rules.form.form import Form
from kehoach.rules.form.looks import RUNNING
from kehoach.rules.form.parts.found import Found
from kehoach.rules.form.parts.wording import begins, spaced, words
from kehoach.rules.registry import INFO, WARNING, Grain, rule

SPACES = " \u00a0"


@rule("FMT224", Grain.FORM, WARNING)
def right_indent(form: Form) -> Iterator[Fault]:
    """Running text goes as far as the right margin."""
    for part in form.parts(None, *RUNNING):
        right = part.paragraph.layout.right
        if not within(form, right, Range(0, 0), "length") and part.paragraph.layout.align != "center":
            yield form.fault("FMT224", part.paragraph, actual=f"{right:.1f}")


@rule("FMT225", Grain.FORM, WARNING)
def indent_of_spaces(form: Form) -> Iterator[Fault]:
    """The first line is indented by the paragraph, not by spaces."""
    for part in form.parts(None, *RUNNING):
        if spaced_in(part):
            yield form.fault("FMT225", part.paragraph)


@rule("FMT230", Grain.FORM, INFO)
def indent_of_tab(form: Form) -> Iterator[Fault]:
    """The first line is indented by the paragraph, not by a tab that was typed."""
    for part in form.parts(None, *RUNNING):
        layout = part.paragraph.layout
        if part.paragraph.text.startswith("\t") and within(form, layout.left + layout.first, Range(0, 0), "length"):
            yield form.fault("FMT230", part.paragraph)


@rule("FMT226", Grain.FORM, INFO)
def no_empty_lines(form: Form) -> Iterator[Fault]:
    """Paragraphs of the text stand apart by their spacing, not by empty ones between them."""
    for above, below in pairwise(form.parts(None, *RUNNING)):
        first, last = above.paragraph, below.paragraph
        between = form.sheet.paragraphs[first.number : last.number - 1]
        empty = [one for one in between if one.cell is None and not one.holds and not one.drawn]
        if empty and len(empty) == len(between) and first.section == last.section:
            yield form.fault("FMT226", last)


@rule("FMT227", Grain.FORM, WARNING)
def lines_unbroken(form: Form) -> Iterator[Fault]:
    """A paragraph of the text runs on; a line end typed inside it stretches the line above."""
    for part in form.parts(*RUNNING):
        if "\n" in part.paragraph.text.strip():
            yield form.fault("FMT227", part.paragraph)


@rule("FMT229", Grain.FORM, INFO)
def words_in_line(form: Form) -> Iterator[Fault]:
    """The words of the text stand in its paragraphs and not in boxes beside them."""
    for part in form.parts(None, *RUNNING):
        boxed = spaced(part.paragraph.boxed)
        if boxed and not begins(boxed, words(form.lexicon, "stamps", "draft")):
            yield form.fault("FMT229", part.paragraph, actual=boxed)


def spaced_in(part: Found) -> bool:
    """Whether the words of *part* begin after spaces."""
    text = part.paragraph.text
    return len(text) - len(text.lstrip(SPACES)) > 1
