"""Lines of the form: the number line, the line of place and date, and those of the signature."""

from dataclasses import dataclass

from kehoach.document.press import Writer
from kehoach.plan import Issued, Value
from kehoach.units import State

SIGNING_FORMS = {"TM": "collective", "KT": "deputy", "TL": "by_order", "TUQ": "delegated"}
ACTING = "Q"
AUTHORITY = "authority"


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines of a signature; empty ones are not printed."""

    authority: str
    office: str
    name: str


def number_line(issued: Issued, writer: Writer) -> str:
    """The number and symbol of the document as the standard writes its line, a gap for the number."""
    form = writer.press.standard.number_line
    return _number(issued, writer, form.form, form.without_department)


def symbol(issued: Issued, writer: Writer) -> str:
    """The number and symbol as they are cited: the number line from the number on."""
    form = writer.press.standard.number_line
    return _number(issued, writer, _from(form.form, "{number}"), _from(form.without_department, "{number}"))


def place_date(issued: Issued, writer: Writer) -> str:
    """The line of place and date, gaps for what is still open."""
    return _date(issued, writer, writer.press.standard.date_line.form)


def date(issued: Issued, writer: Writer) -> str:
    """The date in words as it is cited: the line of place and date from the day on."""
    return _date(issued, writer, _from(writer.press.standard.date_line.form, "{day}"))


def issuer(issued: Issued, writer: Writer, key: str) -> str:
    """The name of the issuing body for a use (``name``, ``letterhead``, ``signing``); else the unit's name."""
    state = writer.state(issued.unit)
    return _body(state, issued.body, key) or state.name


def signature(issued: Issued, writer: Writer) -> Signature:
    """The signature of *issued*; a name not known yet is a gap."""
    signed, state = issued.signed, writer.state(issued.unit)
    behalf = _body(state, signed.on_behalf, "signing") or _text(signed.on_behalf)
    office, name = _text(signed.office), _text(signed.name) or writer.gap("text")
    form = _text(signed.form).rstrip(".")
    forms = writer.press.standard.signing
    if form == ACTING:
        office = forms.acting.format(office=office)
    elif behalf:
        pattern = str(getattr(forms, SIGNING_FORMS.get(form, ""), "") or forms.collective)
        return Signature(pattern.format(body=behalf, office=behalf), office, name)
    return Signature(office, "", name) if forms.alone == AUTHORITY else Signature("", office, name)


def _number(issued: Issued, writer: Writer, form: str, without_department: str) -> str:
    known, state = issued.number, writer.state(issued.unit)
    department = (known.department if known else "") or _text(issued.department)
    number = known.number if known else None
    return (form if department else without_department).format(
        number=number.zfill(writer.press.standard.number_line.digits) if number else writer.gap("number"),
        kind=(known.kind if known else "") or writer.press.kind.code,
        body=(known.body if known else "") or state.code,
        department=department,
    )


def _date(issued: Issued, writer: Writer, form: str) -> str:
    line, written = writer.press.standard.date_line, issued.date
    day, month = (written.day, written.month) if written else (None, None)
    digits = line.day_digits if month in line.padded_months else 1
    return form.format(
        place=writer.state(issued.unit).place,
        day=f"{day:0{line.day_digits}}" if day else writer.gap("day"),
        month=f"{month:0{max(digits, 1)}}" if month else writer.gap("month"),
        year=written.year if written else writer.plan.year,
    )


def _body(state: State, body: Value | None, key: str) -> str:
    return state.bodies.get(body.text, {}).get(key, "") if body else ""


def _from(form: str, blank: str) -> str:
    return form[form.index(blank) :] if blank in form else form


def _text(value: Value | None) -> str:
    return value.text if value else ""
