"""The number line: its form, the code of the type, the zero."""

from collections.abc import Iterator, Mapping

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.document_number import DocumentNumber, parse
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.form.form import Form
from kehoach.rules.form.parts.found import Found
from kehoach.rules.form.parts.wording import spaced, squeezed
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.tree import Element

DIGITS = compiled(r"[0-9]+")


@rule("FMT311", Grain.FORM, ERROR)
def number_form(form: Form) -> Iterator[Fault]:
    """Signs and spaces of the number line are those of the standard."""
    for part, number in _numbers(form):
        wanted = _form(form, number).format(**(_fields(number) if number else _told(form, part)))
        if number is None or not _same(part.text, wanted, number):
            yield form.fault("FMT311", part.paragraph, actual=spaced(part.text), wanted=wanted)


@rule("FMT312", Grain.FORM, ERROR)
def kind_code(form: Form) -> Iterator[Fault]:
    """The code in the number is that of the document's type, letter for letter."""
    known = _known(form)
    for part, number in _numbers(form):
        if number and number.kind and known and number.kind not in known:
            yield form.fault("FMT312", part.paragraph, actual=number.kind, wanted=known[0])


@rule("FMT313", Grain.FORM, ERROR)
def number_zero(form: Form) -> Iterator[Fault]:
    """A number below ten has the zero that the standard wants, a longer one has none in front."""
    digits = form.standard.number_line.digits
    for part, number in _numbers(form):
        wanted = number.number.lstrip("0").zfill(digits) if number and number.number else ""
        if number and number.number and number.number.isdecimal() and number.number != wanted:
            yield form.fault("FMT313", part.paragraph, actual=number.number, wanted=wanted)


def _numbers(form: Form) -> Iterator[tuple[Found, DocumentNumber | None]]:
    for part in form.parts(Element.NUMBER):
        yield part, parse(spaced(part.text), form.lexicon)


def _form(form: Form, number: DocumentNumber | None) -> str:
    line = form.standard.number_line
    return line.form if number and number.department else line.without_department


def _fields(number: DocumentNumber) -> dict[str, str]:
    return {"kind": number.kind, "body": number.body, "department": number.department, "number": number.number or "…"}


def _told(form: Form, part: Found) -> dict[str, str]:
    """What is known of a number that is none: its figures, and the code of the type."""
    digits, known = DIGITS.search(part.text), _known(form)
    number, kind = digits[0] if digits else "…", known[0] if known else "…"
    return {"kind": kind, "body": "…", "department": "…", "number": number}


def _known(form: Form) -> tuple[str, ...]:
    """The codes of the type of the document."""
    kind = next(form.parts(Element.KIND), None)
    return form.lexicon.view(_codes).get(spaced(kind.text).upper().rstrip(":") if kind else "", ())


def _same(text: str, wanted: str, number: DocumentNumber) -> bool:
    """Whether *text* is *wanted*; a number that is still open may be a blank of any width."""
    if number.number is None:
        return not number.spaced and squeezed(text) == squeezed(wanted)
    return text.replace("\u00a0", " ") == wanted


def _codes(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    kinds = lexicon.table("documents", "kinds")
    return {kind.upper(): lexicon.words("documents", "kinds", kind, "codes") for kind in kinds}
