"""The heads of annexes: complete, and of the look that the standard gives them."""

from collections.abc import Callable, Iterator

from kehoach.findings import Fault
from kehoach.rules.form.accepted import accepted, free, within
from kehoach.rules.form.form import Form
from kehoach.rules.form.parts.annex import titled
from kehoach.rules.form.parts.found import Found
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.standards.layout import Style
from kehoach.tree import Element

PARTS = (Element.ANNEX_TITLE, Element.ANNEX_REFERENCE)


@rule("FMT341", Grain.FORM, WARNING)
def annex_complete(form: Form) -> Iterator[Fault]:
    """Each annex has a title, and a line that says which document it belongs to."""
    for at, one in enumerate(form.annexed):
        if one.role is Element.ANNEX_NUMBER:
            roles = {below.role for below in _own(form.annexed[at + 1 :])}
            if titled(one.text, form.lexicon):
                roles.add(Element.ANNEX_TITLE)
            missing = [form.standard.elements[role].label for role in PARTS if role not in roles]
            if missing:
                yield form.fault("FMT341", one.paragraph, parts=", ".join(missing))


@rule("FMT342", Grain.FORM, WARNING)
def annex_size(form: Form) -> Iterator[Fault]:
    """The head of an annex has the size of letters that the standard gives it."""
    for part in form.annexed:
        wanted = accepted(form, str(part.role), "size", form.style(part).size)
        for actual in sorted({run.size for run in part.runs if not within(form, run.size, wanted, "size")}):
            yield form.fault("FMT342", part.paragraph, part=form.style(part).label, actual=f"{actual:g}", wanted=wanted)


@rule("FMT343", Grain.FORM, WARNING)
def annex_weight(form: Form) -> Iterator[Fault]:
    """The head of an annex is bold where the standard has it bold, and nowhere else."""
    return _told(form, "FMT343", "bold", lambda part, style: all(run.bold == style.bold for run in part.runs))


@rule("FMT344", Grain.FORM, WARNING)
def annex_slant(form: Form) -> Iterator[Fault]:
    """The head of an annex is slanted where the standard has it slanted, and nowhere else."""
    return _told(form, "FMT344", "italic", lambda part, style: all(run.italic == style.italic for run in part.runs))


@rule("FMT345", Grain.FORM, INFO)
def annex_case(form: Form) -> Iterator[Fault]:
    """The head of an annex is in capitals where the standard has them, and nowhere else."""
    return _told(form, "FMT345", "caps", lambda part, style: _in_capitals(part) == style.caps)


@rule("FMT346", Grain.FORM, WARNING)
def annex_place(form: Form) -> Iterator[Fault]:
    """The head of an annex stands where the standard puts it, in the middle."""
    return _told(form, "FMT346", "align", lambda part, style: part.paragraph.layout.align == style.align)


def _told(form: Form, code: str, figure: str, right: Callable[[Found, Style], bool]) -> Iterator[Fault]:
    """The parts of heads that are not *right* in a *figure* which the standard sets."""
    for part in form.annexed:
        if figure not in free(form, str(part.role)) and not right(part, form.style(part)):
            yield form.fault(code, part.paragraph, part=form.style(part).label)


def _in_capitals(part: Found) -> bool:
    spoken = [run for run in part.runs if any(map(str.isalpha, run.text))]
    return bool(spoken) and all(run.caps or run.text.isupper() for run in spoken)


def _own(below: tuple[Found, ...]) -> Iterator[Found]:
    for one in below:
        if one.role is Element.ANNEX_NUMBER:
            return
        yield one
