"""The lines under words."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.rules.form.form import Form
from kehoach.rules.form.looks import RUNNING
from kehoach.rules.form.parts.found import Found
from kehoach.rules.registry import ERROR, WARNING, Grain, rule
from kehoach.sheet import Paragraph
from kehoach.tree import Element

# What a cell of a table leaves free at its sides (mm), and what an underlined line holds that shows no words.
PADDING = 3.8
BLANKS = " \t\u00a0"
HEAD = (Element.TITLE, Element.MOTTO, Element.ISSUER, Element.SUBJECT)


@rule("FMT316", Grain.FORM, ERROR)
def line_below(form: Form) -> Iterator[Fault]:
    """A line stands under what the standard underlines: a border, a drawn line or underlined words."""
    for role in HEAD:
        *_, last = (None, *form.parts(role))
        if last and form.style(last).rule and not _underlined(form, last):
            yield form.fault("FMT316", last.paragraph, part=form.style(last).label)


@rule("FMT317", Grain.FORM, WARNING)
def line_as_long(form: Form) -> Iterator[Fault]:
    """The line under words is as long as they are, or the share of them that the standard says; give or take."""
    low, high = (float(str(form.lexicon.at("form", "line_share", key))) for key in ("low", "high"))
    for role in HEAD:
        *_, last = (None, *form.parts(role))
        share = form.style(last).rule_share if last and form.style(last).rule else 0.0
        actual, words = (_length(form, last), _width(form, last)) if last and share else (0.0, 0.0)
        if last and actual and words and not low <= actual / (words * share) <= high:
            figures = {"actual": f"{actual:.0f}", "wanted": f"{words * share:.0f}"}
            yield form.fault("FMT317", last.paragraph, part=form.style(last).label, **figures)


@rule("FMT211", Grain.FORM, ERROR)
def part_underlined(form: Form) -> Iterator[Fault]:
    """Only what the standard underlines is underlined; the line under a title may be made so too."""
    for part in form.found:
        style, underlined = form.style(part), any(run.underlined for run in part.runs)
        as_line = bool(style.rule) and part.role in HEAD and not _lined(form, part)
        if part.role not in RUNNING and underlined != style.underline and not as_line:
            yield form.fault("FMT211", part.paragraph, part=style.label, wanted="yes" if style.underline else "no")


def _length(form: Form, part: Found) -> float:
    """How long (mm) the line under *part* is, 0 where that is not told."""
    paragraph, below = part.paragraph, _next(form, part)
    for one in (paragraph, below):
        if one.drawn:
            return one.drawn_length
    own = paragraph if "bottom" in paragraph.layout.edges else below
    lined = bool(own.layout.edges) and own.cell is not None and own.cell.width > 0
    return own.cell.width - PADDING - own.layout.left - own.layout.right if lined and own.cell else 0.0


def _width(form: Form, part: Found) -> float:
    """About how wide (mm) the words of *part* run."""
    run = next((run for run in part.runs if run.text.strip()), None)
    if run is None:
        return 0.0
    case = "capitals" if run.caps or part.text.isupper() else "small"
    width = len(part.text) * run.size * float(str(form.lexicon.at("form", "letter_widths", case)))
    cell = part.paragraph.cell
    return min(width, cell.width - PADDING) if cell and cell.width else width


def _underlined(form: Form, part: Found) -> bool:
    below = [run for run in _next(form, part).runs if run.text.strip(BLANKS) == ""]
    return _lined(form, part) or any(run.underlined for run in (*part.runs, *below))


def _lined(form: Form, part: Found) -> bool:
    """Whether a line of its own stands under *part*."""
    paragraph, below = part.paragraph, _next(form, part)
    if paragraph.drawn or "bottom" in paragraph.layout.edges:
        return True
    return below.drawn or bool(below.layout.edges) or _drawn_beside(form, paragraph)


def _drawn_beside(form: Form, paragraph: Paragraph) -> bool:
    """Whether a line is drawn from another paragraph of the same column, since drawings may be moved anywhere."""
    kind = next(form.parts(Element.KIND), None)
    column = paragraph.cell.column if paragraph.cell else None
    above = form.sheet.paragraphs[: kind.paragraph.number - 1 if kind else paragraph.number]
    return any(one.drawn and (one.cell.column if one.cell else None) == column for one in above)


def _next(form: Form, part: Found) -> Paragraph:
    """The paragraph below *part*, itself where it is the last one."""
    at = part.paragraph.number
    return form.sheet.paragraphs[min(at, len(form.sheet.paragraphs) - 1)]
