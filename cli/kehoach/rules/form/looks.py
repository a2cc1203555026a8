"""The look of each part that was found: size, weight, slant, capitals, alignment."""

from collections.abc import Iterator
from itertools import chain

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.rules.form.accepted import TEXT, accepted, free, within
from kehoach.rules.form.form import Form
from kehoach.rules.form.parts.found import Found
from kehoach.rules.registry import ERROR, WARNING, Grain, rule
from kehoach.tree import Element

# Parts of the text: emphasis inside a sentence is the writer's affair.
RUNNING = frozenset(
    {
        Element.BASIS,
        Element.OPENING,
        Element.BODY,
        Element.NUMBERED,
        Element.BULLET,
        Element.SUB_BULLET,
        Element.CLOSING,
        Element.SIDE,
    }
)
SHORTEST_LINE = 80
QUOTED = compiled("“[^”]*”")
# What is written in words of its own, so that capitals are a choice and not an abbreviation; headings too.
WORDED = frozenset({None, Element.SUBJECT, Element.THEME, Element.NAME})


def key(part: Found) -> str:
    """Where the data says what *part* may be: its own name, or ``text`` for all that stands in the text."""
    return TEXT if part.role is None or part.role in RUNNING else part.role.value


@rule("FMT202", Grain.FORM, ERROR)
def part_size(form: Form) -> Iterator[Fault]:
    """Every part has the size of letters that the standard gives it."""
    for part in form.found:
        wanted = accepted(form, key(part), "size", form.style(part).size)
        wrong = sorted({run.size for run in part.runs if not within(form, run.size, wanted, "size")})
        for actual in wrong:
            yield form.fault("FMT202", part.paragraph, part=form.style(part).label, actual=f"{actual:g}", wanted=wanted)


@rule("FMT203", Grain.FORM, ERROR)
def part_bold(form: Form) -> Iterator[Fault]:
    """What is bold in the standard is bold."""
    for part in _set(form, "bold"):
        if form.style(part).bold and not all(run.bold for run in part.runs):
            yield form.fault("FMT203", part.paragraph, part=form.style(part).label)


@rule("FMT204", Grain.FORM, ERROR)
def part_not_bold(form: Form) -> Iterator[Fault]:
    """What is not bold in the standard is not bold."""
    for part in _set(form, "bold"):
        if not form.style(part).bold and any(run.bold for run in part.runs):
            yield form.fault("FMT204", part.paragraph, part=form.style(part).label)


@rule("FMT205", Grain.FORM, ERROR)
def part_italic(form: Form) -> Iterator[Fault]:
    """What is italic in the standard is italic."""
    bases = (one for one in form.parts(Element.BASIS) if not any(run.italic for run in one.runs))
    wrong = (one for one in _set(form, "italic") if not all(run.italic for run in one.runs))
    for part in chain(bases, wrong):
        if form.style(part).italic:
            yield form.fault("FMT205", part.paragraph, part=form.style(part).label)


@rule("FMT206", Grain.FORM, ERROR)
def part_upright(form: Form) -> Iterator[Fault]:
    """What is upright in the standard is upright."""
    for part in _set(form, "italic"):
        if not form.style(part).italic and any(run.italic for run in part.runs):
            yield form.fault("FMT206", part.paragraph, part=form.style(part).label)


@rule("FMT207", Grain.FORM, ERROR)
def part_capitals(form: Form) -> Iterator[Fault]:
    """What the standard wants in capitals is in capitals, words in quotation marks aside: the theme in a heading."""
    for part in _set(form, "caps"):
        if form.style(part).caps and not all(caps or words == words.upper() for words, caps in _unquoted(part)):
            yield form.fault("FMT207", part.paragraph, part=form.style(part).label)


def _unquoted(part: Found) -> Iterator[tuple[str, bool]]:
    """The words of each run that stand in no quotation marks, and whether capitals are its style."""
    at, words = 0, QUOTED.sub(lambda found: " " * len(found[0]), "".join(run.text for run in part.runs))
    for run in part.runs:
        yield words[at : at + len(run.text)], bool(run.caps)
        at += len(run.text)


@rule("FMT208", Grain.FORM, ERROR)
def part_not_capitals(form: Form) -> Iterator[Fault]:
    """What the standard wants in small letters is not all in capitals."""
    for part in _set(form, "caps"):
        words = [run for run in part.runs if any(map(str.isalpha, run.text))]
        spoken = len(part.text.split()) > 1 and part.role in WORDED
        if spoken and not form.style(part).caps and words and all(run.caps or run.text.isupper() for run in words):
            yield form.fault("FMT208", part.paragraph, part=form.style(part).label)


@rule("FMT215", Grain.FORM, WARNING)
def part_capitalised(form: Form) -> Iterator[Fault]:
    """What the standard wants in small letters, and running text, is not shown in capitals by its format."""
    for part in form.found:
        words = [run for run in part.runs if any(map(str.isalpha, run.text))]
        titled = part.role in RUNNING and all(run.bold for run in words)
        told = titled or part.role in WORDED or form.style(part).caps
        if not told and words and all(run.caps for run in words):
            yield form.fault("FMT215", part.paragraph, part=form.style(part).label)


@rule("FMT216", Grain.FORM, WARNING)
def part_left(form: Form) -> Iterator[Fault]:
    """The recipients begin at the left."""
    for part in form.parts(Element.RECIPIENTS_LABEL, Element.RECIPIENT, Element.RECIPIENT_PART):
        if part.alone and form.style(part).align == "left" and part.paragraph.layout.align in {"right", "center"}:
            yield form.fault("FMT216", part.paragraph, part=form.style(part).label)


@rule("FMT209", Grain.FORM, ERROR)
def part_centred(form: Form) -> Iterator[Fault]:
    """What is centred in the standard is centred."""
    for part in _placed(form):
        if form.style(part).align == "center" != part.paragraph.layout.align:
            yield form.fault("FMT209", part.paragraph, part=form.style(part).label)


@rule("FMT210", Grain.FORM, ERROR)
def text_justified(form: Form) -> Iterator[Fault]:
    """Running text is justified; in one short line flush left is the same."""
    for part in _placed(form):
        if form.style(part).align == "justify" and not _looks_justified(part):
            yield form.fault("FMT210", part.paragraph, part=form.style(part).label)


def _looks_justified(part: Found) -> bool:
    align, short = part.paragraph.layout.align, len(part.paragraph.text.strip()) < SHORTEST_LINE
    if align == "center":
        return short and part.role in RUNNING
    return align == "justify" or (short and align == "left")


def _set(form: Form, figure: str) -> Iterator[Found]:
    """The parts whose *figure* the standard sets for the whole of their words."""
    return (one for one in form.found if one.role not in RUNNING and figure not in free(form, key(one)))


def _placed(form: Form) -> Iterator[Found]:
    """The parts whose place in the line is their own: not beside others, not in a head without columns."""
    flat = {Element.TITLE, Element.SUPERIOR, Element.ISSUER, Element.SEPARATOR, Element.NUMBER, Element.PLACE_DATE}
    flat |= {Element.AUTHORITY, Element.OFFICE, Element.NAME}
    return (one for one in form.found if one.alone and (one.paragraph.cell or one.role not in flat))
