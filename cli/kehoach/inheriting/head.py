"""The head and foot of a plan: the keys that are its own and never come down, save the theme."""

from collections.abc import Callable, Iterator, Mapping

from kehoach.inheriting.citing import Cited, citation_of
from kehoach.inheriting.parts import below
from kehoach.kinds import Kind
from kehoach.phrases import citation, document_number, partial_date
from kehoach.phrases.document_number import DocumentNumber
from kehoach.phrases.lexicon import Lexicon
from kehoach.plan import Basis, Head, Issued, Recipient, Signed, Step, Theme, Value, Verb
from kehoach.records import dataclass, replace
from kehoach.units import State

Fields = Mapping[str, Value]
PARTS = ("issued", "bases", "opening", "theme", "recipients", "labels", "marks", "style")


@dataclass(frozen=True, slots=True)
class Heading:
    """What the head of a plan is typed with; *state* tells a unit on the plan's day, *cited* finds a plan."""

    plan: str
    unit: str
    kind: Kind
    lexicon: Lexicon
    state: Callable[[str], State]
    cited: Callable[[str], Cited | None]


def head(fields: Fields, about: Heading, theme: Theme | None) -> Head:
    """The typed head of *fields*; *theme* is the one that came down, used where none is written."""
    return Head(
        subject=fields.get("subject") or by_kind(about.kind.subject, fields, about),
        issued=tuple(issued(fields, about)),
        bases=tuple(_basis(row, about) for row in _rows(fields, "bases") if row.keys() & {"text", "plan"}),
        opening=tuple(below(fields, "opening").values()),
        theme=_theme(fields) or theme,
        closing=_closing(fields, about),
        recipients=tuple(_recipient(f) for f in _rows(fields, "recipients")),
        labels=below(fields, "labels"),
        marks=below(fields, "marks"),
        style={key: value.text for key, value in below(fields, "style").items()},
        fields={path: value for path, value in fields.items() if path.split("/")[0] not in PARTS},
    )


def _rows(fields: Fields, key: str) -> Iterator[Fields]:
    """The entries of a list of mappings, in order."""
    rows: dict[str, dict[str, Value]] = {}
    for path, value in below(fields, key).items():
        number, _, rest = path.partition("/")
        rows.setdefault(number, {})[rest] = value
    yield from rows.values()


def by_kind(text: str, fields: Fields, about: Heading) -> Value:
    """Words that the kind supplies where the plan writes none."""
    place = next(iter(fields.values())).place
    return Value(text, about.unit, (Step(about.plan, Verb.BY_KIND, place),))


def _closing(fields: Fields, about: Heading) -> Value | None:
    written = fields.get("closing")
    if written and written.text == "none":
        return None
    if written and written.text != "default":
        return written
    made = by_kind(about.kind.closing, fields, about)
    return replace(made, chain=(*written.chain, *made.chain)) if written else made


def _theme(fields: Fields) -> Theme | None:
    own = below(fields, "theme")
    text, place = own.get("text"), own.get("place")
    return Theme(text, place.text if place else "title", own.get("label")) if text else None


def issued(fields: Fields, about: Heading) -> Iterator[Issued]:
    """The issuers: one, or each of a joint issue; number, department and date are written once."""
    own = below(fields, "issued")
    joint = list(_rows(own, "by"))
    for row in joint or [own]:
        unit = row["unit"].text if "unit" in row else about.unit
        yield Issued(
            unit=unit,
            body=row.get("body") or own.get("body"),
            number=_number(own, about),
            department=own.get("department"),
            date=partial_date.parse(own["date"].text) if "date" in own else None,
            signed=_signed(below(row, "signed") or below(own, "signed")),
        )


def _number(own: Fields, about: Heading) -> DocumentNumber | None:
    """The number as written, completed by type, body and department where only its figure is written."""
    written = own["number"].text.strip() if "number" in own else ""
    whole = document_number.parse(written, about.lexicon) if written else None
    if whole:
        return whole
    department = own["department"].text if "department" in own else ""
    value = int(written) if written.isdigit() else None
    code = about.state(about.unit).code
    return DocumentNumber(written, written or None, value, about.kind.code, code, department)


def _signed(own: Fields) -> Signed:
    return Signed(own.get("for"), own.get("form"), own.get("office"), own.get("name"))


def _basis(row: Fields, about: Heading) -> Basis:
    plan = row.get("plan")
    if plan is None:
        text = row["text"]
        return Basis(text, citation=citation.parse(text.text, about.lexicon))
    cited = about.cited(plan.text)
    words = citation_of(cited, about.lexicon) if cited else plan.text
    return Basis(Value(words, plan.unit, plan.chain), plan.text, citation.parse(words, about.lexicon))


def _recipient(row: Fields) -> Recipient:
    archive = row.get("archive")
    to = row.get("to") or archive or next(iter(row.values()))
    parts = tuple(below(row, "parts").values())
    return Recipient(to, parts, row.get("purpose"), row.get("copies"), archive is not None)
