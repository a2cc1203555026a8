"""The indent, the gaps and the lines of running text."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.rules.form.accepted import TEXT, Range, accepted, within
from kehoach.rules.form.form import Form
from kehoach.rules.form.looks import RUNNING, SHORTEST_LINE
from kehoach.rules.form.parts.found import Found
from kehoach.rules.form.typed_layout import spaced_in
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.tree import Element

PLAIN = (Element.BASIS, Element.OPENING, Element.BODY, Element.CLOSING)


@rule("FMT221", Grain.FORM, WARNING)
def first_line(form: Form) -> Iterator[Fault]:
    """The first line of every paragraph of the text begins so far in as the standard says."""
    for part in _text(form):
        wanted = accepted(form, TEXT, "indent", form.style(part).indent + form.style(part).left)
        actual = _start(form, part)
        if not spaced_in(part) and not within(form, actual, wanted, "length"):
            yield form.fault("FMT221", part.paragraph, actual=f"{actual:.1f}", wanted=wanted)


@rule("FMT228", Grain.FORM, WARNING)
def lines_at_margin(form: Form) -> Iterator[Fault]:
    """The lines below the first one begin at the margin; lists may hang."""
    for part in form.parts(*PLAIN):
        layout, long = part.paragraph.layout, len(part.text) >= SHORTEST_LINE
        fits = within(form, layout.left, Range(0, form.style(part).left), "length")
        begun = within(form, _start(form, part), accepted(form, TEXT, "indent", form.style(part).indent), "length")
        if long and begun and not fits and layout.align != "center":
            yield form.fault("FMT228", part.paragraph, actual=f"{layout.left:.1f}")


@rule("FMT222", Grain.FORM, WARNING)
def paragraph_gap(form: Form) -> Iterator[Fault]:
    """The space between paragraphs of the text is what the standard allows."""
    for part in _text(form):
        style, layout = form.style(part), part.paragraph.layout
        pairs = (("before", layout.before, style.before), ("after", layout.after, style.after))
        ranges = [(actual, accepted(form, TEXT, name, usual)) for name, actual, usual in pairs]
        if not all(within(form, actual, wanted, "size") for actual, wanted in ranges):
            yield form.fault(
                "FMT222",
                part.paragraph,
                actual="/".join(f"{actual:g}" for actual, _ in ranges),
                wanted="/".join(str(wanted) for _, wanted in ranges),
            )


@rule("FMT223", Grain.FORM, WARNING)
def line_spacing(form: Form) -> Iterator[Fault]:
    """The lines of the text are as far apart as the standard allows, as a multiple or in points."""
    for part in _text(form):
        layout = part.paragraph.layout
        multiple = accepted(form, TEXT, "line", form.style(part).line)
        points = accepted(form, TEXT, "points", form.style(part).line * form.style(part).size)
        wanted, actual, kind = (points, layout.points, "size") if layout.points else (multiple, layout.line, "line")
        if not within(form, actual, wanted, kind):
            unit = " pt" if layout.points else ""
            yield form.fault("FMT223", part.paragraph, actual=f"{actual:.3g}{unit}", wanted=f"{wanted}{unit}")


def _text(form: Form) -> Iterator[Found]:
    """Headings, and the paragraphs of the text that run on; a short centred line is a title of its own kind."""
    return (one for one in form.parts(None, *RUNNING) if one.paragraph.layout.align != "center")


def _start(form: Form, part: Found) -> float:
    """Where the first line begins (mm from the margin); a tab in front goes to the next stop."""
    layout, text = part.paragraph.layout, part.paragraph.text
    at = layout.left + layout.first
    for _ in range(len(text) - len(text.lstrip("\t"))):
        at = (round(at / form.sheet.tab, 6) // 1 + 1) * form.sheet.tab
    return at
