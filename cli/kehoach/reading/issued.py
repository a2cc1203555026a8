"""What was put away beside a plan's file when it was issued."""

import json
from collections.abc import Mapping
from typing import Any

from kehoach.errors import KehoachError
from kehoach.places import Place

ENDING = ".issued.json"
VERSION = 1


def beside(file: str) -> str:
    """Where the issued form of the plan in *file* is kept."""
    return file.removesuffix(".yaml") + ENDING


def issued(data: bytes, file: str) -> Mapping[str, Any]:
    """The values that were put away.

    Raises ``KehoachError``: ``issued_unreadable`` where the file is damaged, ``issued_too_new`` where a later
    version of the program wrote it. An issued plan is never guessed at.
    """
    try:
        stored = json.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise KehoachError("issued_unreadable", Place(file), file=file) from error
    if not isinstance(stored, dict) or not {"head", "parts", "document"} <= stored.keys():
        raise KehoachError("issued_unreadable", Place(file), file=file)
    if stored.get("schema_version") != VERSION:
        raise KehoachError("issued_too_new", Place(file), file=file, version=stored.get("schema_version"))
    return stored
