"""The head and foot of a plan: who issues it, on what basis, to whom."""

from collections.abc import Mapping

from kehoach.phrases.citation import Citation
from kehoach.phrases.document_number import DocumentNumber
from kehoach.phrases.partial_date import PartialDate
from kehoach.plan.history import Value
from kehoach.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Signed:
    """The foot: for whom (``for:``, a body), in which office, by what name; blanks are empty texts."""

    on_behalf: Value | None = None
    form: Value | None = None
    office: Value | None = None
    name: Value | None = None


@dataclass(frozen=True, slots=True)
class Issued:
    """Who issues the plan, under which number, on which day."""

    unit: str
    body: Value | None = None
    number: DocumentNumber | None = None
    department: Value | None = None
    date: PartialDate | None = None
    signed: Signed = Signed()


@dataclass(frozen=True, slots=True)
class Basis:
    """A line of the căn cứ: words as written, or the plan that it cites (*plan*, words made from its head)."""

    text: Value
    plan: str = ""
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """A line of the nơi nhận; *parts* are the sub-addressees, *archive* marks the ``Lưu`` line."""

    to: Value
    parts: tuple[Value, ...] = ()
    purpose: Value | None = None
    copies: Value | None = None
    archive: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """The theme of the year, where it is printed (``title``, ``first_line``, …), and what stands before it."""

    text: Value
    place: str = "title"
    label: Value | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The keys of a plan that are never inherited (save *theme*); *fields* holds the remaining ones."""

    subject: Value
    issued: tuple[Issued, ...]
    bases: tuple[Basis, ...] = ()
    opening: tuple[Value, ...] = ()
    theme: Theme | None = None
    closing: Value | None = None
    recipients: tuple[Recipient, ...] = ()
    labels: Mapping[str, Value] = field(default_factory=dict)
    marks: Mapping[str, Value] = field(default_factory=dict)
    style: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, Value] = field(default_factory=dict)
