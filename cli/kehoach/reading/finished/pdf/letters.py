"""The process that opens a PDF: its letters in runs with their places and looks, a page a line of JSON.

It stands alone, so that a broken or hostile file ends it and nothing else.
"""

import ctypes
import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from math import pi
from typing import Any

import pypdfium2.raw as engine

from kehoach.records import dataclass, field

LOCKED = 4
UNSEEN = 3
BLANK, ENDS = 32, frozenset({10, 13})
BEFORE_WORDS, CLOSING = " “‘(", frozenset(map(ord, "”’)"))
TEXT, PATH, IMAGE = 1, 2, 3
BOLD_WEIGHT = 600
ITALIC_FLAG, BOLD_FLAG = 1 << 6, 1 << 18
WIDE_GAP = 1.2
BASELINE = 0.35
TILTED = 0.05
THIN = 3.0
MOST_RULES = 4_000
MOST_OBJECTS = 60_000
MOST_CORNERS = 500
LONGEST_NAME = 128


@dataclass
class Run:
    """Letters of one look that stand beside each other; *box* is left, bottom, right, top in points."""

    box: list[float]
    size: float
    look: tuple[bool, bool, str]
    letters: list[str] = field(default_factory=list)

    def written(self) -> list[Any]:
        """It as JSON takes it."""
        figures = [round(figure, 2) for figure in (*self.box, self.size)]
        return [*figures, *self.look, "".join(self.letters)]


def main() -> None:
    """Read a PDF from the standard input; write what it holds, or why it cannot be read."""
    data = sys.stdin.buffer.read()
    engine.FPDF_InitLibrary()
    document = engine.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        _say({"error": "locked" if engine.FPDF_GetLastError() == LOCKED else "broken"})
        return
    count = engine.FPDF_GetPageCount(document)
    _say({"pages": count, "forms": engine.FPDF_GetFormType(document)})
    most = int(sys.argv[1])
    for number in range(min(count, most)):
        page = engine.FPDF_LoadPage(document, number)
        _say(_page(page) if page else {"size": [0, 0], "runs": [], "rules": [], "pictures": 0, "unseen": 0})
        engine.FPDF_ClosePage(page)


def _say(said: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(said, ensure_ascii=False).encode("utf-8", "replace") + b"\n")


def _page(page: Any) -> dict[str, Any]:
    text = engine.FPDFText_LoadPage(page)
    runs = [run.written() for run in _Letters(text).runs() if run.size] if text else []
    engine.FPDFText_ClosePage(text)
    size = [engine.FPDF_GetPageWidthF(page), engine.FPDF_GetPageHeightF(page)]
    rules, pictures, unseen = _drawn(page)
    turned = engine.FPDFPage_GetRotation(page)
    return {"size": size, "turned": turned, "runs": runs, "rules": rules, "pictures": pictures, "unseen": unseen}


@dataclass
class _Letters:
    """The letters of a page, asked for one by one."""

    text: Any

    def runs(self) -> Iterator[Run]:
        """The letters gathered while they stand on one line, near each other, and look alike."""
        held: Run | None = None
        for at in range(engine.FPDFText_CountChars(self.text)):
            code, box = engine.FPDFText_GetUnicode(self.text, at), self._box(at)
            if held and code <= BLANK and code not in ENDS:
                held.letters.append(" ")
                continue
            if held and (code in ENDS or self._parted(held, box) or self._changed(held, code, at)):
                yield held
                held = None
            if code > BLANK:
                held = held or self._begun(at, box)
                self._take(held, code, box)
        if held:
            yield held

    def _changed(self, held: Run, code: int, at: int) -> bool:
        """Whether a word, or the quotation mark at its end, looks different from what stands before it."""
        return (held.letters[-1] in BEFORE_WORDS or code in CLOSING) and held.look != self._look(at)

    def _begun(self, at: int, box: list[float]) -> Run:
        """A run that begins with the letter; one that is written aslant, as a watermark is, has no size."""
        angle = engine.FPDFText_GetCharAngle(self.text, at) % (pi / 2)
        level = min(angle, pi / 2 - angle) < TILTED
        return Run(box, engine.FPDFText_GetFontSize(self.text, at) if level else 0.0, self._look(at))

    @staticmethod
    def _take(held: Run, code: int, box: list[float]) -> None:
        held.letters.append(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd")
        lower, upper = map(min, held.box[:2], box[:2]), map(max, held.box[2:], box[2:])
        held.box = [*lower, *upper]

    @staticmethod
    def _parted(held: Run, box: list[float]) -> bool:
        height = max(held.box[3] - held.box[1], 1.0)
        aside = box[0] - held.box[2] > WIDE_GAP * height or box[2] < held.box[0]
        return aside or abs((box[1] + box[3]) - (held.box[1] + held.box[3])) > BASELINE * 2 * height

    def _box(self, at: int) -> list[float]:
        box = engine.FS_RECTF()
        engine.FPDFText_GetLooseCharBox(self.text, at, box)
        return [box.left, box.bottom, box.right, box.top]

    def _look(self, at: int) -> tuple[bool, bool, str]:
        name, flags = ctypes.create_string_buffer(LONGEST_NAME), ctypes.c_int()
        engine.FPDFText_GetFontInfo(self.text, at, name, LONGEST_NAME, flags)
        font = name.value.decode("utf-8", "replace").rpartition("+")[2]
        said = font.lower()
        heavy = bool(flags.value & BOLD_FLAG) or engine.FPDFText_GetFontWeight(self.text, at) >= BOLD_WEIGHT
        return "bold" in said or heavy, "italic" in said or "oblique" in said or bool(flags.value & ITALIC_FLAG), font


def _drawn(page: Any) -> tuple[list[list[float]], int, int]:
    """The thin lines drawn on the page, how many pictures it has, and how many texts that nobody sees."""
    rules: list[list[float]] = []
    pictures = unseen = 0
    for at in range(min(engine.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        one = engine.FPDFPage_GetObject(page, at)
        kind = engine.FPDFPageObj_GetType(one)
        if kind == PATH and len(rules) < MOST_RULES:
            rules += _rule(one)
        pictures += kind == IMAGE
        unseen += kind == TEXT and engine.FPDFTextObj_GetTextRenderMode(one) == UNSEEN
    return rules, pictures, unseen


def _rule(path: Any) -> list[list[float]]:
    """The straight lines of the path that lie level or upright; one that is thin is a line as a whole."""
    edges = [ctypes.c_float() for _ in range(4)]
    engine.FPDFPageObj_GetBounds(path, *edges)
    left, bottom, right, top = (round(edge.value, 2) for edge in edges)
    if min(right - left, top - bottom) <= THIN:
        return [[left, bottom, right, top]]
    points = _points(path)
    pairs = [sorted(pair) for pair in pairwise(points)]
    return [
        [min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])]
        for a, b in pairs
        if abs(a[0] - b[0]) <= THIN or abs(a[1] - b[1]) <= THIN
    ]


def _points(path: Any) -> list[tuple[float, float]]:
    """The corners of the path on the page, in order; the first again where it is closed."""
    matrix = engine.FS_MATRIX()
    engine.FPDFPageObj_GetMatrix(path, matrix)
    found: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(min(engine.FPDFPath_CountSegments(path), MOST_CORNERS)):
        segment = engine.FPDFPath_GetPathSegment(path, at)
        engine.FPDFPathSegment_GetPoint(segment, x, y)
        right = matrix.a * x.value + matrix.c * y.value + matrix.e
        up = matrix.b * x.value + matrix.d * y.value + matrix.f
        found.append((round(right, 2), round(up, 2)))
    return [*found, found[0]] if found else []


if __name__ == "__main__":
    main()
