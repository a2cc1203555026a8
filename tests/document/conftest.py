"""Plans built by hand from a short YAML: what resolution would give, without its history."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kehoach.document.press import Press
from kehoach.document.templates import environment
from kehoach.kinds import Kind
from kehoach.phrases import document_number, partial_date, period, quantity
from kehoach.phrases.lexicon import Lexicon
from kehoach.places import Place
from kehoach.plan import (
    Activity,
    Annex,
    Basis,
    Block,
    Carrier,
    Deadline,
    Figure,
    Head,
    Issued,
    Item,
    Plan,
    Policy,
    Recipient,
    Section,
    Signed,
    Step,
    Target,
    Theme,
    Value,
    Verb,
)
from kehoach.shipped import shipped
from kehoach.standards.standard import Standard
from kehoach.units import State, Unit, Units

Row = Mapping[str, Any]
FILE = "plans/huyen/2023.yaml"
HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def hand_made(lexicon: Lexicon) -> Callable[[Row], Plan]:
    """A plan of a short mapping."""
    return lambda row: plan_of(row, lexicon)


@pytest.fixture(scope="session")
def units() -> Units:
    """A few units: a centre, a province, a district."""
    rows = read(HERE / "units.yaml")
    return Units({id: Unit(id, (State(since=None, **row),)) for id, row in rows.items()})


@pytest.fixture(scope="session")
def press(lexicon: Lexicon, units: Units) -> Press:
    """The shipped templates and standard, and the kind of a yearly programme."""
    templates = shipped("templates")
    return Press(
        kind=Kind("annual_programme", "Chương trình công tác năm", "Chương trình", "CTr", "document.md.j2"),
        units=units,
        standard=Standard.of(read(templates / "standards" / "doan.yaml")),
        lexicon=lexicon,
        words=read(HERE / "words.yaml"),
        templates=environment(lambda name: (templates / name).read_text(encoding="utf-8")),
    )


def value(text: object, unit: str = "huyen") -> Value:
    """A value written by *unit*."""
    words = "" if text is None else str(text)
    return Value(words, unit, (Step("huyen/2023", Verb.WRITTEN, Place(FILE)),))


def values(row: Row, *without: str) -> dict[str, Value]:
    """The plain keys of *row* as values."""
    return {key: value(text) for key, text in row.items() if key not in without and not isinstance(text, dict | list)}


def read(file: Path) -> Any:
    """A YAML file, every scalar a string."""
    return YAML(typ="base").load(file)


def plan_of(row: Row, lexicon: Lexicon) -> Plan:
    """The plan that *row* spells out."""
    year = int(row.get("year", "2023"))
    return Plan(
        id="huyen/2023",
        file=FILE,
        kind="annual_programme",
        unit=row.get("unit", "huyen"),
        year=year,
        day=date(year, 1, 1),
        head=_head(row, lexicon),
        sections=_sections(row.get("sections", {}), year, lexicon),
        deadlines=_items({"deadlines": row.get("deadlines", {})}, "", year, lexicon),  # type: ignore[arg-type]
        annexes=tuple(_annex(id, one, year, lexicon) for id, one in row.get("annexes", {}).items()),
    )


def _head(row: Row, lexicon: Lexicon) -> Head:
    theme = row.get("theme")
    issued = row.get("issued", {})
    return Head(
        subject=value(row.get("subject", "Công tác Đoàn")),
        issued=tuple(_issued({**issued, **by}, lexicon) for by in issued.get("by", [{}])),
        bases=tuple(Basis(value(text)) for text in row.get("bases", [])),
        opening=tuple(value(text) for text in row.get("opening", [])),
        theme=Theme(value(theme["text"]), theme["place"]) if theme else None,
        closing=value(row["closing"]) if "closing" in row else None,
        recipients=tuple(_recipient(one) for one in row.get("recipients", [])),
        labels=values(row.get("labels", {})),
        marks=values(row.get("marks", {})),
        style=row.get("style", {}),
        fields=values({key: row[key] for key in ("verb", "bases_form") if key in row}),
    )


def _issued(row: Row, lexicon: Lexicon) -> Issued:
    signed = values(row.get("signed", {}))
    return Issued(
        unit=row.get("unit", "huyen"),
        body=value(row.get("body", "BCH")),
        number=document_number.parse(row["number"], lexicon) if row.get("number") else None,
        department=value(row["department"]) if "department" in row else None,
        date=partial_date.parse(row["date"]) if row.get("date") else None,
        signed=Signed(signed.get("for"), signed.get("form"), signed.get("office"), signed.get("name")),
    )


def _recipient(row: Row) -> Recipient:
    own = values(row)
    to = own.get("to") or own["archive"]
    parts = tuple(value(part) for part in row.get("parts", []))
    return Recipient(to, parts, own.get("purpose"), own.get("copies"), "archive" in own)


def _sections(rows: Row, year: int, lexicon: Lexicon) -> tuple[Section, ...]:
    return tuple(_section(id, row or {}, year, lexicon) for id, row in rows.items())


def _section(id: str, row: Row, year: int, lexicon: Lexicon) -> Section:
    return Section(
        id=id,
        title=value(row["title"]) if "title" in row else None,
        block=_block(row, id, year, lexicon),
        own=_block(row.get("own", {}), id, year, lexicon),
        below=_block(row.get("below", {}), id, year, lexicon),
        sections=_sections(row.get("sections", {}), year, lexicon),
        fields=values(row),
    )


def _block(row: Row, section: str, year: int, lexicon: Lexicon) -> Block:
    return Block(value(row["body"]) if "body" in row else None, _items(row, section, year, lexicon))


def _items(row: Row, section: str, year: int, lexicon: Lexicon) -> tuple[Item, ...]:
    made: list[Item] = [_target(id, one, section, lexicon) for id, one in row.get("targets", {}).items()]
    made += [_activity(id, one, section, year, lexicon) for id, one in row.get("activities", {}).items()]
    made += [_deadline(id, one, section) for id, one in row.get("deadlines", {}).items()]
    return tuple(made)


def _shared(id: str, row: Row, section: str) -> tuple[str, str, str, Value, Carrier, Policy, dict[str, Value]]:
    text = value(row["text"], row.get("by", "huyen"))
    return id, section, "", text, Carrier(("whole",)), Policy.FREE, values(row)


def _target(id: str, row: Row, section: str, lexicon: Lexicon) -> Target:
    figures = tuple(_figure(id, one, row["text"], lexicon) for id, one in row.get("figures", {}).items())
    return Target(*_shared(id, row, section), figures=figures)


def _figure(id: str, phrase: str, text: str, lexicon: Lexicon) -> Figure:
    start = text.index(phrase)
    return Figure(id, value(phrase), quantity.parse(phrase, lexicon), start, start + len(phrase))


def _activity(id: str, row: Row, section: str, year: int, lexicon: Lexicon) -> Activity:
    when = tuple((value(text), period.parse(text, year, lexicon)) for text in row.get("when", []))
    lead = tuple(value(unit) for unit in row.get("lead", []))
    partners = tuple(value(unit) for unit in row.get("with", []))
    return Activity(*_shared(id, row, section), when=when, lead=lead, partners=partners)


def _deadline(id: str, row: Row, section: str) -> Deadline:
    children = tuple(_deadline(child, one, section) for child, one in row.get("deadlines", {}).items())
    due = value(row["due"]) if "due" in row else None
    return Deadline(*_shared(id, row, section), due=due, children=children)


def _annex(id: str, row: Row, year: int, lexicon: Lexicon) -> Annex:
    form = row.get("form", {})
    return Annex(
        id=id,
        title=value(row["title"]),
        sections=_sections(row.get("sections", {}), year, lexicon),
        columns=tuple(value(column) for column in form.get("columns", [])),
        rows=int(form.get("rows", "0")),
        ladder=tuple(row.get("ladder", ())),
        fields=values(row),
    )
