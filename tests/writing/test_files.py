"""The files that are written: the same words everywhere, the figures of the standard, the same bytes."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pdfplumber
import pytest
from docx.shared import Mm, Pt

from kehoach.document.markdown import parse
from kehoach.standards.standard import Standard
from kehoach.tree import Document, Element
from kehoach.writing.formats import made

Files = Mapping[str, bytes]
Reader = Callable[[str, bytes], str]


def opened(content: bytes) -> Any:
    """A Word document, opened."""
    return docx.Document(BytesIO(content))


def test_word_pdf_page_and_text_hold_the_same_words_in_the_same_order(files: Files, letters_of: Reader) -> None:
    text = letters_of("txt", files["txt"])
    assert len(text) > 2000
    assert letters_of("docx", files["docx"]) == text
    assert letters_of("pdf", files["pdf"]) == text
    assert letters_of("html", files["html"]) == text


def test_markdown_is_what_was_read(files: Files, programme: Document) -> None:
    assert parse(files["md"].decode()) == programme


@pytest.mark.parametrize("name", ["docx", "pdf", "txt", "md", "html"])
def test_a_document_gives_the_same_bytes(name: str, files: Files, programme: Document, standard: Standard) -> None:
    assert made(programme, standard, [name])[name] == files[name]


def test_word_has_the_page_of_the_standard(files: Files) -> None:
    portrait, annex, sideways = opened(files["docx"]).sections
    for section in (portrait, annex):
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert (round(sideways.page_width.mm), round(sideways.page_height.mm)) == (297, 210)
    margins = portrait.top_margin, portrait.bottom_margin, portrait.left_margin, portrait.right_margin
    assert [round(one.mm) for one in margins] == [20, 20, 30, 20]
    assert portrait.different_first_page_header_footer
    assert "PAGE" in portrait.header._element.xml
    assert not portrait.first_page_header.paragraphs[0].text


@pytest.mark.parametrize(
    ("element", "size", "look"),
    [
        (Element.TITLE, 15, {"bold", "all_caps"}),
        (Element.SUPERIOR, 14, {"all_caps"}),
        (Element.ISSUER, 14, {"bold", "all_caps"}),
        (Element.PLACE_DATE, 13, {"italic"}),
        (Element.KIND, 16, {"bold", "all_caps"}),
        (Element.OFFICE, 14, {"all_caps"}),
        (Element.NAME, 14, {"bold"}),
        (Element.RECIPIENTS_LABEL, 13, {"bold"}),
        (Element.RECIPIENT, 11, set()),
    ],
)
def test_word_styles_have_the_figures_of_the_guidance(
    files: Files, standard: Standard, element: Element, size: int, look: set[str]
) -> None:
    font = opened(files["docx"]).styles[standard.elements[element].label].font
    assert font.size == Pt(size)
    assert {name for name in ("bold", "italic", "all_caps") if getattr(font, name)} == look


def test_body_is_justified_and_set_in_by_a_tab(files: Files, standard: Standard) -> None:
    document = opened(files["docx"])
    body = document.styles[standard.elements[Element.BODY].label].paragraph_format
    assert abs(body.first_line_indent - Mm(12.7)) < Mm(0.1)
    assert (body.alignment, body.space_after) == (3, Pt(6))
    assert document.element.find(".//{*}rFonts") is None
    assert "Times New Roman" in document.styles.element.xml


def test_every_paragraph_of_word_has_a_style_of_ours(files: Files) -> None:
    document = opened(files["docx"])
    known = {style.style_id for style in document.styles}
    used = {paragraph.style for paragraph in document.element.body.iter("{*}p")}
    assert used <= known and len(used) > 20


def test_short_titles_are_headings_and_numbered_paragraphs_are_not(files: Files) -> None:
    paragraphs = opened(files["docx"]).paragraphs
    headings = [one.text for one in paragraphs if one.style.name.startswith("Heading")]
    assert headings[:3] == ["Nhiệm vụ trọng tâm", "Hệ thống chỉ tiêu", "Nội dung và giải pháp thực hiện"]
    numbered = [one for one in paragraphs if one.text.startswith(("1. Triển", "(1)"))]
    assert [one.style.paragraph_format.keep_with_next for one in numbered] == [None, None]


def test_signature_stays_in_one_piece_with_the_text_before_it(files: Files, standard: Standard) -> None:
    styles = opened(files["docx"]).styles
    for role in (Element.CLOSING, Element.AUTHORITY, Element.OFFICE, Element.RECIPIENT):
        assert styles[standard.elements[role].label].paragraph_format.keep_with_next


def test_word_says_what_it_is(files: Files, programme: Document) -> None:
    properties = opened(files["docx"]).core_properties
    assert (properties.title, properties.language) == (programme.title, "vi-VN")


def test_word_opens_in_the_layout_of_today_and_tables_keep_to_the_margins(files: Files, standard: Standard) -> None:
    with ZipFile(BytesIO(files["docx"])) as archive:
        settings, styles = archive.read("word/settings.xml"), archive.read("word/styles.xml")
    assert re.findall(rb'compatibilityMode"[^>]*w:val="(\d+)"', settings) == [b"15"]
    # In that layout an indent moves the edge of a table, not its words.
    assert set(re.findall(rb'<w:tblInd [^/]*w:w="(-?\d+)"', styles)) == {b"0"}


def test_pdf_embeds_the_shipped_font_only_and_is_an_archive_file(files: Files, programme: Document) -> None:
    with pdfplumber.open(BytesIO(files["pdf"])) as pages:
        fonts = {char["fontname"].partition("+")[2] for page in pages.pages for char in page.chars}
        assert fonts == {"Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"}
        assert pages.metadata["Title"] == programme.title
    assert b"<pdfaid:part>2</pdfaid:part>" in files["pdf"]


def test_pdf_has_the_sizes_and_margins_of_the_standard(files: Files) -> None:
    with pdfplumber.open(BytesIO(files["pdf"])) as pages:
        first, second, annex, sideways = pages.pages
        assert round(first.width / 72 * 25.4) == 210 and round(sideways.width / 72 * 25.4) == 297
        sizes = {line["text"]: line["chars"][0]["size"] for line in first.extract_text_lines()}
        assert sizes["CHƯƠNG TRÌNH"] == 16
        left = min(char["x0"] for char in first.chars if char["text"].strip())
        right = max(char["x1"] for char in first.chars if char["text"].strip())
        assert abs(left / 72 * 25.4 - 30) < 0.5 and right / 72 * 25.4 <= 190.2
        upper = [page.crop((0, 0, page.width, 56)).extract_text() for page in (first, second, annex, sideways)]
        assert upper == ["", "2", "", ""]


def test_a_printed_page_counts_the_pages_of_each_annex_anew(programme: Document, standard: Standard) -> None:
    page = made(programme, standard, ["html"])["html"].decode()
    sheets = re.findall(r'<section class="([^"]*)">', page)
    assert sheets == ["sheet", "sheet count-2", "sheet sideways count-3-sideways"]
    for name, sheet in (("count-2", "210.0mm 297.0mm"), ("count-3-sideways", "297.0mm 210.0mm")):
        (rule,) = re.findall(rf"@page {name}\{{([^@]*@top-center\{{[^}}]*)\}}", page)
        counter = name.removesuffix("-sideways")
        assert f"size:{sheet};counter-increment:{counter};" in rule and f"counter({counter},folio)" in rule
        assert f".{name}{{page:{name}}}" in page
    assert "count-4" not in page


def test_back_pages_are_mirrored_when_printed_on_both_sides(programme: Document, standard: Standard) -> None:
    two_sided = made(programme, standard, ["docx", "pdf"], duplex=True)
    with pdfplumber.open(BytesIO(two_sided["pdf"])) as pages:
        lefts = [min(char["x0"] for char in page.chars if char["text"].strip()) for page in pages.pages[:2]]
    assert [round(left / 72 * 25.4) for left in lefts] == [30, 20]
    with ZipFile(BytesIO(two_sided["docx"])) as archive:
        assert b"mirrorMargins" in archive.read("word/settings.xml")


def test_a_long_table_goes_on_over_pages_and_repeats_its_head(standard: Standard) -> None:
    rows = "".join(f"| {n} | Việc thứ {n} |\n" for n in range(1, 121))
    document = parse(f"| TT | Việc |\n|---|---|\n{rows}")
    with pdfplumber.open(BytesIO(made(document, standard, ["pdf"])["pdf"])) as pages:
        texts = [page.extract_text() for page in pages.pages]
    assert len(texts) > 2
    assert all("TT Việc" in text for text in texts)
    assert "Việc thứ 120" in texts[-1]


FOOT = """::: closing
Trên đây là chương trình.
:::

::::: foot
:::: recipients
Nơi nhận:

- Tỉnh Đoàn;
- Lưu VP.
::::
:::: signature
::: authority
TM. Ban Chấp hành
:::
::: office
Bí thư
:::
::: name
Nguyễn Thị Thùy
:::
::::
:::::
"""


@pytest.mark.parametrize("filler", range(24, 36, 2))
def test_signature_is_never_alone_nor_parted(filler: int, standard: Standard) -> None:
    document = parse("".join(f"Đoạn {n}.\n\n" for n in range(filler)) + FOOT)
    files = made(document, standard, ("pdf", "docx"))
    with pdfplumber.open(BytesIO(files["pdf"])) as pages:
        texts = [page.extract_text() for page in pages.pages]
    (signed,) = (text for text in texts if "Thùy" in text)
    assert all(words in signed for words in ("Trên đây", "TM. BAN CHẤP HÀNH", "BÍ THƯ", "Nơi nhận:"))
    rows = opened(files["docx"]).tables[0].rows
    assert len(rows) == 1 and "cantSplit" in rows[0]._tr.xml


def test_recipients_stand_level_with_the_office(files: Files, programme: Document) -> None:
    with pdfplumber.open(BytesIO(files["pdf"])) as pages:
        lines = [line["text"] for line in pages.pages[1].extract_text_lines()]
    assert any(line.startswith("Nơi nhận:") and line.endswith("BÍ THƯ") for line in lines)
