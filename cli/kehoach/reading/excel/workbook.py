"""A workbook as sheets of cells, within the limits of every Office file.

Formulas, macros and links to other files are refused: what a cell says must stand in it.
"""

import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from xml.etree.ElementTree import Element

from kehoach.cells import Cell, Sheet
from kehoach.errors import KehoachError
from kehoach.patterns import compiled
from kehoach.places import Place
from kehoach.reading.docx.markup import child, children, name, relation
from kehoach.reading.docx.package import Package
from kehoach.reading.excel.formats import percents
from kehoach.records import dataclass

BOOK = "xl/workbook.xml"
MOST_CELLS = 200_000
SAID_OF_WORKBOOKS = {
    "docx_unreadable": "excel_unreadable",
    "docx_old_or_locked": "excel_old_or_locked",
    "docx_too_large": "excel_too_large",
}
MACROS = ("vbaproject.bin", "macrosheets/", "activex/", "embeddings/")
LINKS = ("externallinks/", "connections.xml", "querytables/")
_REFERENCE = compiled(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_BREAKS = compiled(r"\s+")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class _Book:
    """What the cells of every sheet refer to: shared strings, and the styles that show percentages."""

    package: Package
    strings: tuple[str, ...]
    percents: frozenset[int]


def sheets(data: bytes, file: str) -> tuple[Sheet, ...]:
    """The sheets of the workbook in *data*, in their order; ``KehoachError`` where it is none, or not only data."""
    try:
        return tuple(_sheets(data, file))
    except KehoachError as error:
        code = SAID_OF_WORKBOOKS.get(error.code, error.code)
        raise KehoachError(code, error.place, **error.arguments) from error


def _sheets(data: bytes, file: str) -> Iterator[Sheet]:
    package = Package.of(data, file)
    _harmless(package)
    root = package.part(BOOK)
    if root is None:
        raise KehoachError("excel_unreadable", Place(file))
    texts = package.part("xl/sharedStrings.xml")
    strings = tuple(_words(one) for one in children(texts, "si"))
    book = _Book(package, strings, percents(package.part("xl/styles.xml")))
    parts = package.related(BOOK)
    for sheet in children(child(root, "sheets"), "sheet"):
        part = package.part(parts.get(relation(sheet), ("", ""))[1])
        if part is not None and name(part) == "worksheet":
            title = unicodedata.normalize("NFC", sheet.get("name", ""))
            yield Sheet(title, tuple(_cells(part, title, book)))


def _harmless(package: Package) -> None:
    """Refuse what runs, or leads out of the file."""
    for part in package.archive.namelist():
        low = part.lower()
        if any(word in low for word in MACROS):
            raise KehoachError("excel_macros", Place(package.file), part=part)
        if any(word in low for word in LINKS):
            raise KehoachError("excel_links", Place(package.file), part=part)


def _cells(sheet: Element, title: str, book: _Book) -> Iterator[Cell]:
    count = 0
    for row in children(child(sheet, "sheetData"), "row"):
        for element in children(row, "c"):
            count += 1
            if count > MOST_CELLS:
                raise KehoachError("excel_too_many", Place(book.package.file), most=MOST_CELLS)
            cell = _cell(element, title, book)
            if cell:
                yield cell


def _cell(element: Element, title: str, book: _Book) -> Cell | None:
    found = _REFERENCE.fullmatch(element.get("r", ""))
    if found is None:
        raise KehoachError("excel_unreadable", Place(book.package.file))
    row, column = int(found[2]), _column(found[1])
    place = Place(book.package.file, row, column, row, column + 1, cell=f"{title}!{found[0]}")
    if child(element, "f") is not None:
        raise KehoachError("excel_formula", place, cell=place.cell)
    text, number = _content(element, book, place)
    if not text:
        return None
    style = element.get("s", "0")
    return Cell(row, column, text, place, number, style.isdecimal() and int(style) in book.percents)


def _content(element: Element, book: _Book, place: Place) -> tuple[str, Fraction | None]:
    """The text of a cell, and its number if it is one."""
    sort, raw = element.get("t", "n"), (getattr(child(element, "v"), "text", None) or "").strip()
    if sort == "inlineStr":
        return _words(child(element, "is")), None
    if sort == "s":
        if not (raw.isdecimal() and len(raw) < _LONGEST and int(raw) < len(book.strings)):
            raise KehoachError("excel_unreadable", place)
        return book.strings[int(raw)], None
    if sort == "n" and raw:
        return raw, _exact(raw, place)
    return unicodedata.normalize("NFC", raw), None


def _exact(raw: str, place: Place) -> Fraction:
    """The number that was typed: Excel stores the nearest binary one, whose shortest form is what was meant."""
    try:
        return Fraction(repr(float(raw))) if len(raw) < _LONGEST else Fraction(0)
    except (ValueError, OverflowError) as error:
        raise KehoachError("excel_unreadable", place) from error


def _words(element: Element | None) -> str:
    """The text of a string, its runs joined, phonetic hints left out."""
    if element is None:
        return ""
    runs = [element, *children(element, "r")]
    words = "".join((one.text or "") for run in runs for one in children(run, "t"))
    return _BREAKS.sub(" ", unicodedata.normalize("NFC", words)).strip()


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
