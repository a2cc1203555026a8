"""Texts in every encoding that offices have used: the same blocks, and a remark where letters were converted."""

import unicodedata
from collections.abc import Callable

import pytest

from kehoach.manuscript import Manuscript
from kehoach.reading.finished.encodings import encodings

Reading = Callable[[bytes, str], Manuscript]
TEXT = """CHƯƠNG TRÌNH
Công tác Đoàn và phong trào thanh thiếu nhi năm 2024

I. NHIỆM VỤ TRỌNG TÂM
1. Tổ chức học tập nghị quyết của Đoàn các cấp cho 100% cán bộ, đoàn viên.
- Vận động “Mỗi tuần một việc tốt” ở cơ sở; thực hiện kế hoạch đã được duyệt.
"""
# Capitals with marks have no letters of their own in TCVN3: they are typed in another font.
SMALL = TEXT.replace("CHƯƠNG TRÌNH", "Chương trình").replace("NHIỆM VỤ TRỌNG TÂM", "Nhiệm vụ trọng tâm")
QUOTES = {0x93: "“", 0x94: "”"}
LATIN = {"“": "\u0093", "”": "\u0094"}


def old(text: str, name: str) -> str:
    """*text* spelt in an old encoding, letters of Latin-1 for others."""
    (encoding,) = (one for one in encodings() if one.name == name)
    spellings = {letter: spelling for spelling, letter in reversed(list(encoding.letters.items()))} | LATIN
    return "".join(spellings.get(letter, letter) for letter in text)


def windows(text: str) -> bytes:
    """*text* in Windows-1258, which writes the tone behind its vowel."""
    letters = []
    for letter in text:
        *base, last = list(unicodedata.normalize("NFD", letter))
        toned = base and last in "\u0300\u0301\u0303\u0309\u0323"
        if base and not toned and base[-1] in "\u0323":
            base, last, toned = [base[0], last], "\u0323", True
        letters.append(unicodedata.normalize("NFC", "".join(base)) + last if toned else letter)
    return "".join(letters).encode("cp1258")


WRITTEN: dict[str, tuple[bytes, str, list[str]]] = {
    "UTF-8": (TEXT.encode(), TEXT, []),
    "UTF-8 with a mark": (TEXT.encode("utf-8-sig"), TEXT, []),
    "UTF-8 decomposed": (unicodedata.normalize("NFD", TEXT).encode(), TEXT, []),
    "UTF-16": (TEXT.encode("utf-16"), TEXT, []),
    "UTF-16 without a mark": (TEXT.encode("utf-16-le"), TEXT, []),
    "UTF-16, the other way round": (TEXT.encode("utf-16-be"), TEXT, []),
    "Windows-1258": (windows(TEXT), TEXT, ["IMP102"]),
    "TCVN3": (old(SMALL, "TCVN3 (ABC)").encode("latin-1"), SMALL, ["IMP102"]),
    "VNI": (old(TEXT, "VNI").encode("latin-1"), TEXT, ["IMP102"]),
    "TCVN3 pasted as Unicode": (
        old(SMALL, "TCVN3 (ABC)").translate({0x93: "“", 0x94: "”"}).encode(),
        SMALL,
        ["IMP102"],
    ),
    "VNI pasted as Unicode": (old(TEXT, "VNI").translate({0x93: "“", 0x94: "”"}).encode(), TEXT, ["IMP102"]),
    "a letter lost": (TEXT.replace("nghị", "ngh\ufffd").encode(), TEXT.replace("nghị", "ngh\ufffd"), ["IMP112"]),
    "English": (b"A plan of work for the coming year.", "A plan of work for the coming year.", []),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_encoding(name: str, reading: Reading) -> None:
    data, text, codes = WRITTEN[name]
    found = reading(data, "a.txt")
    said = [f"{block.mark} {block.words.text}".strip() for block in found.blocks]
    assert said == [line for line in text.splitlines() if line]
    assert [remark.code for remark in found.remarks] == codes


@pytest.mark.parametrize("at", range(2))
def test_every_vietnamese_letter_is_spelt(at: int) -> None:
    letters = encodings()[at].letters.values()
    vowels = "aăâeêioôơuưy"
    tones = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    wanted = {unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in tones} | {"đ"}
    assert wanted - set(letters) == set("aeiouy")
