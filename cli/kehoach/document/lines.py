"""Lines of the form: the number line, the line of place and date, and those of the signature."""

from kehoach.document.press import Writer
from kehoach.plan import Issued, Value
from kehoach.records import dataclass
from kehoach.units import State

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
    """The signature of *issued*; a name not known yet is a gap, and a form not known the standard's usual one."""
    signed, forms = issued.signed, writer.press.standard.signing
    office, name = _text(signed.office), _text(signed.name) or writer.gap("text")
    form = _text(signed.form).rstrip(".")
    if form in forms.acting:
        office = forms.acting[form].format(office=office)
    elif authority := _authority(issued, writer, forms.forms.get(form) or forms.forms[forms.usual]):
        return Signature(authority, office, name)
    return Signature(office, "", name) if forms.alone == AUTHORITY else Signature("", office, name)


def _authority(issued: Issued, writer: Writer, form: str) -> str:
    """The line of authority in its *form*, empty where there is nobody to sign for."""
    state, behalf = writer.state(issued.unit), issued.signed.on_behalf
    body = _body(state, behalf, "signing")
    written = "" if body else _text(behalf)
    words = {"body": body or written, "head": written or state.head_office}
    return form.format(**words) if all(words[blank] for blank in words if f"{{{blank}}}" in form) else ""


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
