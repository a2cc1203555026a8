"""The kinds of documents from ``schemas/kinds/*.yaml``."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from kehoach.errors import KehoachError
from kehoach.findings import Profile
from kehoach.kinds import PARTS, Kind, Takes, UsualSection
from kehoach.places import Place
from kehoach.written import Plain


def kind(id: str, entry: Plain, file: str) -> Kind:
    """The kind *id* in the values of its file; ``KehoachError`` where a part of it cannot be used."""
    try:
        return _kind(id, cast("dict[str, Any]", entry))
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise KehoachError("data_unreadable", Place(file), file=file, reason=str(error)) from error


def _kind(id: str, entry: Mapping[str, Any]) -> Kind:
    first, last = entry.get("months") or ("1", "12")
    return Kind(
        id,
        name=entry["name"],
        document=entry["document"],
        code=entry["code"],
        template=entry["template"],
        months=(int(first), int(last)),
        subject=entry.get("subject") or "",
        closing=entry.get("closing") or "",
        cited_lower=entry.get("cited_lower") == "true",
        sections=tuple(_section(name, usual) for name, usual in (entry.get("sections") or {}).items()),
        parts=dict(_parts(entry.get("parts") or {})),
        takes={other: tuple(_takes(sorts)) for other, sorts in (entry.get("takes") or {}).items()},
    )


def _section(id: str, usual: Mapping[str, Any]) -> UsualSection:
    required = usual.get("required")
    finished = usual.get("finished") == "true"
    return UsualSection(id, tuple(usual["titles"]), Profile(required) if required else None, finished)


def _parts(parts: Mapping[str, str]) -> Iterator[tuple[str, Profile]]:
    for part, profile in parts.items():
        if part not in PARTS:
            raise ValueError(f"parts: {part} ({', '.join(sorted(PARTS))})")
        yield part, Profile(profile)


def _takes(sorts: Mapping[str, Any]) -> Iterator[Takes]:
    """What is taken of another kind, a row for each sort that is not ``none``."""
    for sort, how in sorts.items():
        if how != "none":
            yield Takes(sort, how["into"], how.get("in", "period"))
