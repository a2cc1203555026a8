"""The table of targets for programs: a JSON document that only ever grows."""

import json
from collections.abc import Iterator

from kehoach.cascade.table import Cell, Column, Table, said, written
from kehoach.plan import Cascade
from kehoach.units import Units

SCHEMA_VERSION = 1


def document(table: Table, units: Units) -> str:
    """The table as JSON text; numbers are as documents write them, what is not known is null."""
    plan = table.plan
    data = {
        "schema_version": SCHEMA_VERSION,
        "plan": plan.id,
        "unit": plan.unit,
        "year": plan.year,
        "units": [{"id": unit, "name": units.state(unit, plan.day).name} for unit in table.units],
        "figures": [_figure(column) for column in table.columns],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _figure(column: Column) -> dict[str, object]:
    entry = column.entry
    return {
        "pointer": entry.pointer,
        "phrase": entry.phrase,
        "number": said(entry.quantity) if entry.quantity else None,
        "cascade": entry.cascade,
        "file": entry.place.file,
        "line": entry.place.line,
        "column": entry.place.column,
        "own_share": entry.own.text if entry.own else None,
        "cells": list(_cells(column)),
        "total": written(column.come.low, entry) if column.come else None,
        "most": written(column.come.high, entry) if column.come else None,
        "gap": written(column.gap, entry) if column.gap else None,
        "verdict": column.word,
        "unknown": list(column.waiting),
    }


def _cells(column: Column) -> Iterator[dict[str, object]]:
    for unit, cell in column.cells.items():
        yield {
            "unit": unit,
            "given": cell.given.text if cell.given else None,
            "value": said(cell.part.quantity) if cell.part.quantity else None,
            "reply": cell.part.reply,
            "done": _done(cell, column) if column.entry.cascade is Cascade.COVERAGE else None,
            "plan": cell.part.account.id if cell.part.account else None,
        }


def _done(cell: Cell, column: Column) -> bool | None:
    return cell.part.account.does(column.entry.target) if cell.part.account else None
