"""Make the shipped fonts: four faces of Tinos cut down to what Vietnamese documents need.

    npm pack @expo-google-fonts/tinos && tar xzf expo-google-fonts-tinos-*.tgz
    python tests/tools/subset_fonts.py package templates/fonts

Beside the faces it writes ``coverage.json``: for each face, runs of characters with the widths of their glyphs,
and the height of a line.
Needs fontTools.
"""

import json
import shutil
import sys
import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from itertools import groupby
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FACES = {
    "regular": "400Regular",
    "italic": "400Regular_Italic",
    "bold": "700Bold",
    "bold_italic": "700Bold_Italic",
}
KEPT = (
    range(0x20, 0x7F),
    range(0xA0, 0x250),  # Latin-1, Latin Extended-A and -B
    range(0x2B0, 0x370),  # modifiers and combining marks
    range(0x391, 0x3CA),  # Greek letters, for formulas and lists
    range(0x1E00, 0x1F00),  # Latin Extended Additional: the Vietnamese letters
    range(0x2000, 0x2070),  # punctuation
    range(0x2070, 0x20D0),  # superscripts, subscripts, currency
    range(0x2100, 0x2200),  # letter-like signs, fractions, arrows
    range(0x2200, 0x2300),  # mathematics
    range(0x25A0, 0x2600),  # geometric shapes
)


def main(package: Path, target: Path) -> None:
    """Cut the four faces in *package* and write them with their coverage to *target*."""
    coverage = {face: subset(source(package, name), target / f"Tinos-{face}.ttf") for face, name in FACES.items()}
    measured = {"metrics": metrics(TTFont(source(package, FACES["regular"]))), **coverage}
    text = json.dumps(measured, separators=(",", ":")).replace('],"', '],\n"')
    (target / "coverage.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    shutil.copyfile(package / "LICENSE_FONT", target / "OFL.txt")


def source(package: Path, name: str) -> Path:
    """The file of the face *name* in the unpacked *package*."""
    return package / name / f"Tinos_{name}.ttf"


def metrics(font: TTFont) -> dict[str, float]:
    """How high a line of *font* is from ascender to descender, and single-spaced, as shares of the size."""
    head, scale = font["hhea"], font["head"].unitsPerEm
    height = head.ascent - head.descent
    return {"height": round(height / scale, 4), "line": round((height + head.lineGap) / scale, 4)}


def subset(face: Path, target: Path) -> dict[str, list[float]]:
    """Write *face*, cut down, to *target*; its widths by runs of characters, in thousandths of the size."""
    font = TTFont(face, recalcTimestamp=False)
    options = Options()
    options.hinting = False
    options.layout_features = ["mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    cutter = Subsetter(options)
    cutter.populate(unicodes=[code for block in KEPT for code in block])
    cutter.subset(font)
    measure_alike(font)
    tell_apart(font)
    font.save(target)
    return {f"{run[0][0]:04X}": [width for _, width in run] for run in runs(font)}


def measure_alike(font: TTFont) -> None:
    """Let *font* give the height of a line alike to all who ask: Word reads one table, Typst the other."""
    head, table = font["hhea"], font["OS/2"]
    table.sTypoAscender, table.sTypoDescender, table.sTypoLineGap = head.ascent, head.descent, head.lineGap


def tell_apart(font: TTFont) -> None:
    """Give each space and dash of *font* a glyph of its own.

    A PDF names one character for a glyph: where two share it, all plain spaces are copied as spaces that do not break.
    """
    known = font.getBestCmap()
    for code, glyph in sorted(known.items()):
        shared = any(other < code for other, drawn in known.items() if drawn == glyph)
        if shared and unicodedata.category(chr(code)) in {"Zs", "Pd", "Cf"}:
            copy(font, glyph, code)


def copy(font: TTFont, glyph: str, code: int) -> None:
    """Draw the character *code* with a copy of *glyph*."""
    name = f"uni{code:04X}.own"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = deepcopy(font["glyf"][glyph])
    font["hmtx"][name] = font["hmtx"][glyph]
    for table in font["cmap"].tables:
        if table.isUnicode() and code in table.cmap:
            table.cmap[code] = name


def runs(font: TTFont) -> Iterator[list[tuple[int, float]]]:
    """The characters of *font* in runs without a hole, each with the width of its glyph."""
    widths, scale = font["hmtx"], 1000 / font["head"].unitsPerEm
    letters = [(code, round(widths[glyph][0] * scale, 1)) for code, glyph in sorted(font.getBestCmap().items())]
    for _, run in groupby(enumerate(letters), key=lambda pair: pair[1][0] - pair[0]):
        yield [letter for _, letter in run]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
