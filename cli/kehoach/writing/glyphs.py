"""The shipped faces: which characters they have, and how wide words run in them."""

import json
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from kehoach.errors import KehoachError
from kehoach.shipped import shipped
from kehoach.standards.layout import Style
from kehoach.tree import Block
from kehoach.wording import lines

MILLIMETRES_A_POINT = 25.4 / 72
Widths = dict[str, float]


def fonts() -> Path:
    """The folder of the shipped faces."""
    return shipped("templates") / "fonts"


def metrics() -> dict[str, float]:
    """The ``height`` of a line of the shipped faces, and that of a single-spaced ``line``, as shares of the size."""
    found: dict[str, float] = _coverage()["metrics"]
    return found


@cache
def _coverage() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((fonts() / "coverage.json").read_text(encoding="utf-8"))
    return read


@cache
def _faces() -> dict[str, Widths]:
    return {face: _widths(table) for face, table in _coverage().items() if face != "metrics"}


def _widths(table: dict[str, list[float]]) -> Widths:
    return {chr(int(first, 16) + n): width for first, run in table.items() for n, width in enumerate(run)}


def width(words: str, style: Style) -> float:
    """How wide *words* run in *style*, in millimetres."""
    face = _faces()["_".join(n for n in ("bold" * style.bold, "italic" * style.italic) if n) or "regular"]
    printed = words.upper() if style.caps else words
    return sum(face.get(letter, 0) for letter in printed) / 1000 * style.size * MILLIMETRES_A_POINT


def wrapped(words: str, style: Style, across: float) -> list[str]:
    """*words* as lines that run no wider than *across* (mm), as far as their words allow."""
    lines = []
    for line in words.split("\n"):
        run = ""
        for word in line.split(" "):
            longer = f"{run} {word}".strip(" ")
            full = bool(run) and width(longer, style) > across
            lines += [run] if full else []
            run = word if full else longer
        lines.append(run)
    return lines


def refuse_missing(blocks: Iterable[Block]) -> None:
    """Refuse a document with a character that one of the faces lacks: a ``KehoachError`` that names it."""
    known = set.intersection(*(set(face) for face in _faces().values()))
    for line in lines(blocks):
        for letter in line:
            if letter not in known and letter not in "\n\t":
                name = f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".rstrip()
                raise KehoachError("glyph_missing", character=letter, name=name, text=line[:80])
