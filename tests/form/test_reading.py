"""Any Word document is read as it is laid out, and a hostile one is refused in a sentence."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from kehoach.errors import KehoachError
from kehoach.reading.docx import markup
from kehoach.reading.docx.document import read
from kehoach.reporting.words import LANGUAGES, Words
from kehoach.sheet import Pages, Sheet

BODY = f"<w:document {nsdecls('w')}><w:body>{{}}</w:body></w:document>"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
LISTS = """<w:abstractNum {ns} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%4)"/></w:lvl>
<w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>"""


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A package with these parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def document(body: str | bytes) -> bytes:
    """The least document that there is, its main part being *body*."""
    return packed({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": body})


def saved(word: Any) -> Sheet:
    """The sheet of a document of python-docx."""
    out = BytesIO()
    word.save(out)
    return read(out.getvalue(), "made.docx")


def nested(name: str, depth: int) -> str:
    """Elements inside one another."""
    return f"<w:{name}>" * depth + f"</w:{name}>" * depth


TABLES = "<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000
OUTER = b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d>&e;</d>'
OLD = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512
HOSTILE = {
    "nothing": (b"", "docx_unreadable"),
    "no archive": (b"PK\x03\x04 and no more", "docx_unreadable"),
    "old word": (OLD, "docx_old_or_locked"),
    "no document": (packed({"[Content_Types].xml": TYPES}), "docx_unreadable"),
    "a spreadsheet": (document("<workbook/>"), "docx_unreadable"),
    "half of a tag": (document("<w:document><w:bo"), "docx_unreadable"),
    "an entity": (document(b'<!DOCTYPE d [<!ENTITY e "x">]><d>&e;</d>'), "docx_unreadable"),
    "an outer entity": (document(OUTER), "docx_unreadable"),
    "an entity in utf-16": (document('<!DOCTYPE d [<!ENTITY e "x">]><d>&e;</d>'.encode("utf-16")), "docx_unreadable"),
    "an unknown encoding": (document(b'<?xml version="1.0" encoding="martian"?><d/>'), "docx_unreadable"),
    "a bomb": (document(BODY.format(" " * (markup.MARKUP_BYTES + 1))), "docx_too_large"),
    "many tags": (document("<d>" + "<a/>" * (markup.TAGS + 1) + "</d>"), "docx_too_large"),
    "deep tables": (document(BODY.format(TABLES)), "docx_too_deep"),
    "deep controls": (document(BODY.format(nested("sdt", 100_000))), "docx_too_deep"),
    "deep words": (document(BODY.format(f"<w:p>{nested('ins', 100_000)}</w:p>")), "docx_too_deep"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused(name: str) -> None:
    data, code = HOSTILE[name]
    with pytest.raises(KehoachError) as refused:
        read(data, "strange.docx")
    assert refused.value.code == code
    assert refused.value.place and refused.value.place.file == "strange.docx"
    assert all(Words(language).error(refused.value) for language in LANGUAGES)


def test_parts_outside_of_the_package_are_not_read() -> None:
    away = RELATIONS.replace('Target="word/', 'TargetMode="External" Target="file:///etc/')
    with pytest.raises(KehoachError):
        read(packed({"_rels/.rels": away, "word/document.xml": BODY.format("")}), "x.docx")


def test_an_empty_document_is_a_sheet() -> None:
    sheet = read(document(BODY.format("")), "empty.docx")
    assert sheet.paragraphs == () and len(sheet.sections) == 1


def test_lists_count_as_word_does() -> None:
    word = docx.Document()
    lists = word.part.numbering_part.element
    lists.insert(0, parse_xml(LISTS.format(ns=nsdecls("w"))))
    number = f'<w:num {nsdecls("w")} w:numId="%s"><w:abstractNumId w:val="77"/>%s</w:num>'
    lists.append(parse_xml(number % (701, "")))
    anew = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>'
    lists.append(parse_xml(number % (702, anew)))
    levels = [
        (701, 0),
        (701, 1),
        (701, 1),
        (701, 2),
        (701, 3),
        (701, 4),
        (701, 0),
        (701, 1),
        (702, 1),
        (702, 1),
        (701, 2),
    ]
    for list_, level in levels:
        properties = word.add_paragraph("x")._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = level, list_
    marks = [one.mark for one in saved(word).paragraphs]
    assert marks == ["I.", "1.", "2.", "1.2.1.", "c)", "•", "II.", "1.", "5.", "6.", "2.6.1."]


def test_figures_come_from_every_layer() -> None:
    word = docx.Document()
    word.styles["Normal"].font.name = "Times New Roman"
    word.styles["Normal"].font.size = Pt(14)
    paragraph = word.add_paragraph(style="Heading 1")
    paragraph.add_run("Một ").bold = False
    paragraph.add_run("hai").italic = True
    paragraph.paragraph_format.line_spacing = Pt(18)
    plain, slanted = saved(word).paragraphs[0].runs
    assert (plain.bold, plain.italic, plain.size, plain.family) == (False, False, 14, "Calibri")
    assert (slanted.bold, slanted.italic) == (True, True)
    assert (saved(word).paragraphs[0].layout.points, saved(word).paragraphs[0].layout.line) == (18, 0)


def test_a_switch_on_in_two_styles_is_off() -> None:
    word = docx.Document()
    run = word.add_paragraph(style="Heading 1").add_run("Một")
    run.style = word.styles["Strong"]
    assert not saved(word).paragraphs[0].runs[0].bold


def test_what_is_struck_out_or_hidden_is_not_read() -> None:
    ns = nsdecls("w")
    words = (
        f"<w:p {ns}><w:r><w:t>Một</w:t></w:r><w:del><w:r><w:delText>hai</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> ba</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>bốn</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t> năm</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert read(document(BODY.format(words)), "x.docx").paragraphs[0].text == "Một ba năm"


@pytest.mark.parametrize(
    ("content", "align"),
    [
        ('<w:pPr><w:jc w:val="center"/></w:pPr>{}', "center"),
        ('<w:pPr><w:tabs><w:tab w:val="center" w:pos="4500"/></w:tabs></w:pPr><w:r><w:tab/></w:r>{}', "center"),
        ('<w:pPr><w:framePr w:xAlign="right"/></w:pPr>{}', "right"),
        ("{}", "left"),
    ],
)
def test_page_numbers_of_every_make_are_seen(content: str, align: str) -> None:
    word = docx.Document()
    field = '<w:fldSimple w:instr=" PAGE  \\* MERGEFORMAT "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    header = word.sections[0].header
    header.is_linked_to_previous = False
    old = header.paragraphs[0]._p
    old.addnext(parse_xml(f"<w:p {nsdecls('w')}>{content.format(field)}</w:p>"))
    old.getparent().remove(old)
    (number,) = saved(word).sections[0].headers[Pages.DEFAULT]
    assert number.page_number and number.layout.align == align


def test_tables_place_their_paragraphs() -> None:
    word = docx.Document()
    word.add_paragraph("đầu")
    table = word.add_table(2, 2)
    table.cell(1, 0).text = "Nơi nhận:"
    table.cell(1, 1).text = "TM. BAN THƯỜNG VỤ"
    found = {one.text: one.cell for one in saved(word).paragraphs}
    assert found["đầu"] is None
    label, signature = found["Nơi nhận:"], found["TM. BAN THƯỜNG VỤ"]
    assert label and signature
    assert (label.row, label.column, label.columns, label.whole) == (1, 0, 2, False)
    assert (signature.row, signature.column) == (1, 1)
