"""A comparison for programs: a JSON document that only ever grows."""

import json

from kehoach.contrast import Contrast, Line
from kehoach.places import Place
from kehoach.records import asdict

SCHEMA_VERSION = 1


def document(contrast: Contrast) -> str:
    """The comparison as JSON text; what is unused is null."""
    data = {
        "schema_version": SCHEMA_VERSION,
        "old": contrast.old,
        "new": contrast.new,
        "changes": [{"chapter": one.title or None, **_line(line)} for one in contrast.chapters for line in one.lines],
        "targets": [asdict(line) for line in contrast.targets],
        "answers": [asdict(line) for line in contrast.answers],
        "summary": {"changes": contrast.decided, "rolled": sum(line.rolled for line in contrast.lines)},
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _line(line: Line) -> dict[str, object]:
    return {
        "what": line.what,
        "sort": line.sort,
        "field": line.field or None,
        "weight": line.weight,
        "reasons": list(line.reasons),
        "rolled": line.rolled,
        "printed": line.printed or None,
        "likeness": None if line.likeness is None else round(line.likeness, 3),
        "by": line.by or None,
        "old": _side(line.old, line.old_pointer, line.old_place),
        "new": _side(line.new, line.new_pointer, line.new_place),
        "pieces": [{"kept": one.kept, "text": one.text, "was": one.was or None} for one in line.pieces],
    }


def _side(words: str, pointer: str, place: Place | None) -> dict[str, object] | None:
    if not pointer and not words:
        return None
    where = {"file": place.file, "line": place.line, "column": place.column} if place else None
    return {"text": words, "pointer": pointer, "place": where}
