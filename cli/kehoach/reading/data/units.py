"""The register of units: ``plans/units.yaml`` as ``Units``, and what is wrong with it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from kehoach.errors import KehoachError
from kehoach.findings import Fault
from kehoach.phrases import partial_date
from kehoach.phrases.lexicon import Lexicon
from kehoach.places import Place
from kehoach.reading.data.register import circle_faults, span_faults, tree_faults, uncircled
from kehoach.reading.decode import decode
from kehoach.reading.expand import Expansion
from kehoach.reading.schema.leaves import Knowledge
from kehoach.reading.schema.soundness import misfits
from kehoach.reading.schema.table import table
from kehoach.reading.shelf import FILE
from kehoach.reading.yaml.nodes import compose
from kehoach.reading.yaml.rawtext import RawText
from kehoach.records import fields
from kehoach.units import Level, State, Unit, Units
from kehoach.written import Mapping as Written_Mapping
from kehoach.written import plain

NEWEST = 1
NO_UNITS = Units({})


def units(data: bytes, lexicon: Lexicon) -> tuple[Units, tuple[Fault, ...]]:
    """The register in the bytes of ``plans/units.yaml``, and its faults.

    Raises ``KehoachError`` where the file cannot be read at all, or speaks a newer language.
    """
    text, fault = decode(data, FILE)
    raw = RawText(text, FILE)
    composed = compose(raw)
    place, reason = composed.error or (Place(FILE), composed.faults[0].code if composed.faults else "DOC106")
    if fault or not isinstance(composed.root, Written_Mapping):
        raise KehoachError("units_unreadable", place, file=FILE, reason=reason)
    schema = table("units")
    expansion = Expansion(schema, raw)
    root = expansion.root(composed.root)
    _language(root)
    about = Knowledge(NO_UNITS, {}, lexicon, frozenset())
    faults = [*composed.faults, *expansion.faults, *misfits(root, schema, about)]
    if not faults:
        faults += (*tree_faults(root), *span_faults(root))
    register = _register(root)
    return uncircled(register), (*faults, *circle_faults(register))


def _language(root: Written_Mapping) -> None:
    version = plain(root).get("language")  # type: ignore[union-attr]
    if version is not None and str(version).isdecimal() and int(str(version)) > NEWEST:
        place = root.entries["language"].place
        raise KehoachError("language_newer", place, written=str(version), known=str(NEWEST))


def _register(root: Written_Mapping) -> Units:
    data: dict[str, Any] = plain(root)  # type: ignore[assignment]
    places = root.get("units")
    where = places.keys if isinstance(places, Written_Mapping) else {}
    entries = {id: _mapping(entry) for id, entry in _mapping(data.get("units")).items()}
    levels = {id: _level(id, _mapping(entry)) for id, entry in _mapping(data.get("levels")).items()}
    return Units(
        {id: _unit(id, entry, where[id]) for id, entry in entries.items()},
        levels,
        {short: str(words) for short, words in _mapping(data.get("abbreviations")).items()},
    )


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _level(id: str, entry: Mapping[str, Any]) -> Level:
    return Level(id, str(entry.get("name") or id), _day(entry.get("since")), _day(entry.get("until")))


def _unit(id: str, entry: Mapping[str, Any], where: Place) -> Unit:
    states = tuple(_states(entry))
    return Unit(id, states, _day(entry.get("since")), _day(entry.get("until")), where)


def _states(entry: Mapping[str, Any]) -> Iterator[State]:
    """The first state, then one for each day of change, every later one keeping what did not change."""
    now = dict(entry)
    yield _state(None, now)
    dated = ((_day(day), _mapping(change)) for day, change in _mapping(entry.get("changes")).items())
    for day, change in sorted(((d, c) for d, c in dated if d), key=lambda pair: pair[0]):
        now = {**now, **change}
        yield _state(day, now)


def _state(since: date | None, entry: Mapping[str, Any]) -> State:
    texts = ("name", "short", "level", "parent", "code", "place", "head_office")
    values: dict[str, Any] = {name: str(entry.get(name) or "") for name in texts}
    values["short"] = values["short"] or values["name"]
    values |= {name: tuple(map(str, entry.get(name) or ())) for name in ("groups", "into")}
    values |= {name: {k: str(v or "") for k, v in _mapping(entry.get(name)).items()} for name in ("words", "roster")}
    bodies = _mapping(entry.get("bodies")).items()
    values["bodies"] = {id: {k: str(v) for k, v in _mapping(body).items()} for id, body in bodies}
    assert values.keys() <= {field.name for field in fields(State)}
    return State(since, **values)


def _day(written: Any) -> date | None:
    parsed = partial_date.parse(written) if isinstance(written, str) else None
    return parsed.first() if parsed else None
