"""An issued plan as it stood on its day: put away as plain values, and taken out again.

The values are those of JSON: mappings, lists and strings. What was put away holds the printed text
itself, so that an issued plan is printed as it was signed whatever happens above it or to the units;
its parts and head are what the plans below go on inheriting.
"""

from collections.abc import Mapping
from typing import Any

from kehoach.inheriting.descent import standing
from kehoach.inheriting.parts import Part
from kehoach.places import Place
from kehoach.plan import Plan, Step, Value, Verb

VERSION = 1
Stored = Mapping[str, Any]


def frozen(plan: Plan, fields: Mapping[str, Value], document: str, standard: str) -> dict[str, Any]:
    """*plan* as plain values; *fields* are those of its head, *document* its text in the form *standard*."""
    return {
        "schema_version": VERSION,
        "plan": plan.id,
        "kind": plan.kind,
        "unit": plan.unit,
        "year": str(plan.year),
        "standard": standard,
        "document": document,
        "head": _fields(fields),
        "parts": [_part(part) for part, _ in standing(plan)],
    }


def _part(part: Part) -> dict[str, Any]:
    spans = {figure: list(span) for figure, span in part.spans.items()}
    names = {"id": part.id, "sort": part.sort, "under": part.under, "block": part.block}
    return {**names, "key": _place(part.key), "fields": _fields(part.fields), "spans": spans}


def _fields(fields: Mapping[str, Value]) -> dict[str, Any]:
    return {path: _value(value) for path, value in fields.items()}


def _value(value: Value) -> dict[str, Any]:
    steps = [[step.plan, step.verb.value, _place(step.place), step.because] for step in value.chain]
    return {"text": value.text, "unit": value.unit, "chain": steps}


def _place(place: Place) -> list[Any]:
    return [place.file, place.line, place.column, place.end_line, place.end_column]


def head_of(stored: Stored) -> dict[str, Value]:
    """The fields of the head that were put away."""
    return {path: _thawed(value) for path, value in stored["head"].items()}


def parts_of(stored: Stored) -> dict[str, Part]:
    """The parts that were put away, by id, in printing order."""
    return {row["id"]: _thawed_part(row) for row in stored["parts"]}


def _thawed_part(row: Stored) -> Part:
    fields = {path: _thawed(value) for path, value in row["fields"].items()}
    spans = {figure: (start, end) for figure, (start, end) in row["spans"].items()}
    return Part(row["id"], row["sort"], row["under"], row["block"], fields, Place(*row["key"]), spans)


def _thawed(row: Stored) -> Value:
    steps = (Step(plan, Verb(verb), Place(*place), because) for plan, verb, place, because in row["chain"])
    return Value(row["text"], row["unit"], tuple(steps))
