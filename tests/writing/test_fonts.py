"""The shipped faces hold every Vietnamese letter, and the coverage table says what they hold."""

import unicodedata
from itertools import product

import pytest

from kehoach.errors import KehoachError
from kehoach.tree import Element, Paragraph, Text
from kehoach.writing.glyphs import fonts, refuse_missing

VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
SIGNS = "“”‘’–—…√≤≥→№×±°§•½²³€"


def test_every_vietnamese_letter_and_usual_sign_is_there() -> None:
    vowels = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel, tone in product(VOWELS, TONES))
    assert len(set(vowels)) == 144
    refuse_missing([Paragraph(Element.BODY, (Text(vowels + "đĐ" + SIGNS),))])


@pytest.mark.parametrize("letter", "☑文🙂\u0e01")
def test_other_letters_are_refused(letter: str) -> None:
    with pytest.raises(KehoachError, match="glyph_missing"):
        refuse_missing([Paragraph(Element.BODY, (Text(letter),))])


def test_four_faces_and_their_licence_are_shipped() -> None:
    names = {one.name for one in fonts().iterdir()}
    faces = {f"Tinos-{face}.ttf" for face in ("regular", "italic", "bold", "bold_italic")}
    assert names == {*faces, "OFL.txt", "coverage.json", "README.md"}


def test_coverage_is_that_of_the_faces() -> None:
    tools = pytest.importorskip("fontTools.ttLib")
    from kehoach.writing.glyphs import _faces

    for face, widths in _faces().items():
        known = tools.TTFont(fonts() / f"Tinos-{face}.ttf").getBestCmap()
        assert {chr(code) for code in known} == set(widths)
