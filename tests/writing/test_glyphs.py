"""Letters as they are drawn: every letter of a page leaves ink, and marks come on top of the letter they belong to."""

import unicodedata
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import product
from typing import Any

import pdfplumber
import pypdfium2
import pytest

from kehoach.standards.standard import Standard
from kehoach.tree import Bold, Document, Element, Inlines, Italic, Paragraph, Text
from kehoach.writing.formats import made

VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
TONES = ("\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
SCALE = 6
WHITE = 255


def composed(letter: str) -> str:
    return unicodedata.normalize("NFC", letter)


def looks(words: str) -> Mapping[str, Inlines]:
    plain = (Text(words),)
    return {"n": plain, "b": (Bold(plain),), "i": (Italic(plain),), "bi": (Bold((Italic(plain),)),)}


def drawn(content: bytes) -> Iterator[tuple[dict[str, Any], int]]:
    """Each letter of the first page of a PDF with the number of dark points in its column, from line to line."""
    page = pypdfium2.PdfDocument(content)[0]
    bitmap = page.render(scale=SCALE, grayscale=True)
    buffer, width, row = bytes(bitmap.buffer), bitmap.width, bitmap.stride
    with pdfplumber.open(BytesIO(content)) as pages:
        for letter in pages.pages[0].chars:
            left, right = (min(width, round(letter[side] * SCALE)) for side in ("x0", "x1"))
            # Capitals with two marks reach above the box of their line.
            top, bottom = round((letter["top"] - 3) * SCALE), round(letter["bottom"] * SCALE)
            points = (buffer[y * row + left : y * row + right] for y in range(top, bottom))
            yield letter, sum(value < WHITE // 2 for line in points for value in line)


@pytest.mark.parametrize("look", ["n", "b", "i", "bi"])
def test_every_vietnamese_letter_is_drawn_whole(look: str, standard: Standard) -> None:
    marked = [composed(vowel + tone) for vowel, tone in product(VOWELS, TONES)]
    every = [*marked, *VOWELS, "đ", "Đ"]
    document = Document("a", "vi", (Paragraph(Element.BODY, looks(" ".join(every))[look]),))
    ink = {letter["text"]: points for letter, points in drawn(made(document, standard, ["pdf"])["pdf"])}
    assert set(every) <= set(ink)
    blank = [letter for letter in every if ink[letter] < 20]
    # A letter with a tone is the letter and the tone; a face that has lost the letter draws the tone alone.
    lost = [one for one, (vowel, _) in zip(marked, product(VOWELS, TONES), strict=True) if ink[one] < 0.9 * ink[vowel]]
    assert (blank, lost) == ([], [])
