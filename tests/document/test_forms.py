"""One plan in each standard: what differs between the forms is data, and a new form is a new file."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kehoach.document.compose import markdown
from kehoach.document.markdown import parse
from kehoach.document.press import Press
from kehoach.plan import Plan
from kehoach.shipped import shipped
from kehoach.standards.standard import Standard
from kehoach.tree import Document, Element, Foot, Letterhead, Paragraph
from kehoach.wording import lines, plain

FORMS = Path(__file__).parent / "forms"
STANDARDS = {file.stem: file for file in sorted((shipped("templates") / "standards").glob("*.yaml"))}
HandMade = Callable[[Mapping[str, Any]], Plan]


def data(file: Path) -> dict[str, Any]:
    """A YAML file, every scalar a string."""
    read: dict[str, Any] = YAML(typ="base").load(file)
    return read


def pressed(press: Press, standard: Standard) -> Press:
    """*press* with another standard, and a kind whose subject may begin with a small letter."""
    return replace(press, standard=standard, kind=replace(press.kind, cited_lower=True))


def words_of(document: Document) -> list[str]:
    """Every printed line."""
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines(document.blocks)]


@pytest.fixture
def joint(hand_made: HandMade) -> Plan:
    """A joint issue with every mark."""
    return hand_made(data(FORMS / "joint.yaml"))


@pytest.mark.parametrize("name", STANDARDS)
def test_a_standard_has_its_golden(name: str, joint: Plan, press: Press, accept: bool) -> None:
    golden = FORMS / f"joint.{name}.md"
    made = markdown(joint, pressed(press, Standard.of(data(STANDARDS[name]))))
    if accept:
        golden.write_text(made, encoding="utf-8", newline="\n")
    assert made == golden.read_text(encoding="utf-8")


FOUND = {
    "doan": {
        "Đoàn TNCS Hồ Chí Minh",
        "***",
        "Số: 05-CTr/ĐTN-VP",
        "-----------",
        "“Tài liệu Hội nghị Ban Chấp hành lần thứ 5”",
        "Dự thảo lần thứ 2",
        "Căn cứ Luật Thanh niên năm 2020;",
        "Căn cứ Chương trình số 01-CTr/TĐTN ngày 05/01/2026 của Tỉnh đoàn Lai Châu,",
        "1.1. Học tập nghị quyết",
        "TM. Ban Chấp hành Huyện đoàn",
        "TM. Ủy ban Hội LHTN Việt Nam huyện",
        "- Tỉnh đoàn Lai Châu (để báo cáo)(3b);",
        "- Lưu VP.(80b)",
        "Phần I",
        "Phần II",
        "Đường hoa thanh niên",
    },
    "dang": {
        "Đảng Cộng sản Việt Nam",
        "*",
        "Số 05-CTr/ĐTN",
        "-----",
        "Tài liệu Hội nghị Ban Chấp hành lần thứ 5",
        "Dự thảo lần 2",
        "công tác Đoàn và phong trào thanh thiếu nhi năm 2026",
        "- Căn cứ Luật Thanh niên năm 2020;",
        "I- Mục đích",
        "a) Học tập nghị quyết",
        "d) Giáo dục pháp luật",
        "đ) Giáo dục lối sống",
        "T/M Ban Chấp hành Huyện đoàn",
        "- Tỉnh đoàn Lai Châu (để báo cáo) (3b),",
        "- Lưu VP (80b).",
    },
    "nd30": {
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/CTr-ĐTN",
        "Căn cứ Chương trình số 01-CTr/TĐTN ngày 05/01/2026 của Tỉnh đoàn Lai Châu.",
        "a) Học tập nghị quyết",
        "d) Giáo dục pháp luật",
        "đ) Giáo dục lối sống",
        "TM. Ban Chấp hành Huyện đoàn",
        "Trên đây là Chương trình công tác năm 2026./.",
        "- Lưu: VT, VP (80b).",
        "Đường hoa thanh niên./.",
    },
}


@pytest.mark.parametrize("name", FOUND)
def test_the_lines_of_each_form(name: str, joint: Plan, press: Press) -> None:
    printed = words_of(parse(markdown(joint, pressed(press, Standard.of(data(STANDARDS[name]))))))
    assert FOUND[name] - set(printed) == set()
    assert len(FOUND[name]) > 8


def test_the_partys_form_changed_in_2026(press: Press, joint: Plan) -> None:
    newest = Standard.of(data(STANDARDS["dang"]))
    ends = {}
    for day in (date(2019, 1, 1), date(2026, 6, 1)):
        form = newest.on(day)
        printed = words_of(parse(markdown(joint, pressed(press, form))))
        ends[form.version] = next(line[-1] for line in printed if line.startswith("- Tỉnh đoàn"))
    assert ends == {"2018": ",", "2026": ";"}
    assert newest.on(date(2000, 1, 1)).version == "2018"


def test_a_new_standard_is_a_new_file(press: Press, joint: Plan) -> None:
    made_up = deepcopy(data(STANDARDS["doan"]))
    made_up["id"] = "truong"
    made_up["letterhead"] |= {
        "title": "Trường Trung học",
        "motto": "Dạy tốt, học tốt",
        "right": ["title", "motto", "place_date"],
    }
    made_up["letterhead"]["left"] = ["number", "separator", "issuers"]
    made_up["marks"] = {"separator": "", "dashes": "___"}
    made_up["number_line"] |= {"form": "{body} {number}", "without_department": "{body} {number}"}
    made_up["ladder"][0]["number"] = "A."
    made_up["signing"]["forms"]["TM"] = "Thay mặt {body}"
    made_up["recipients"] |= {"label": "Gửi:", "filing": "Cất {words}", "parts": ""}
    printed = words_of(parse(markdown(joint, pressed(press, Standard.of(made_up)))))
    assert {"Trường Trung học", "Dạy tốt, học tốt", "ĐTN 05", "A. Mục đích", "Gửi:", "- Cất VP.(80b)"} <= set(printed)
    assert {"Thay mặt Ban Chấp hành Huyện đoàn", "+ Bí thư;"} <= set(printed)
    assert "***" not in printed


def head_of(document: Document) -> Letterhead:
    return next(block for block in document.blocks if isinstance(block, Letterhead))


def test_a_drawn_line_stands_where_a_mark_would(press: Press, joint: Plan) -> None:
    state = parse(markdown(joint, pressed(press, Standard.of(data(STANDARDS["nd30"])))))
    drawn = [
        one.role for one in (*head_of(state).left, *state.blocks) if isinstance(one, Paragraph) and not one.inlines
    ]
    assert drawn == [Element.SEPARATOR, Element.DASHES]


SIGNED = {
    "TM": ("TM. Ban Chấp hành Huyện đoàn", "Bí thư"),
    "TL": ("TL. Ban Chấp hành Huyện đoàn", "Bí thư"),
    "KT": ("KT. Bí thư", "Bí thư"),
    "Q": ("Q. Bí thư",),
}


@pytest.mark.parametrize("form", SIGNED)
def test_forms_of_signing(form: str, hand_made: HandMade, press: Press) -> None:
    signed = {"for": "BCH", "form": form, "office": "Bí thư", "name": "Nguyễn Thị Thùy"}
    document = parse(markdown(hand_made({"issued": {"signed": signed}}), press))
    assert signature_of(document) == (*SIGNED[form], "Nguyễn Thị Thùy")


def test_a_deputy_signs_for_the_office(hand_made: HandMade, press: Press) -> None:
    signed = {"for": "Trưởng ban", "form": "KT", "office": "Phó Trưởng ban", "name": "Nguyễn Thị Thùy"}
    document = parse(markdown(hand_made({"issued": {"signed": signed}}), press))
    assert signature_of(document) == ("KT. Trưởng ban", "Phó Trưởng ban", "Nguyễn Thị Thùy")


def test_an_office_alone_stands_in_the_weight_of_the_form(hand_made: HandMade, press: Press) -> None:
    plan = hand_made({"issued": {"signed": {"office": "Chánh Văn phòng", "name": "Nguyễn Thị Thùy"}}})
    roles = {}
    for name in ("doan", "dang"):
        document = parse(markdown(plan, pressed(press, Standard.of(data(STANDARDS[name])))))
        roles[name] = foot_of(document).signatures[0][0].role
    assert roles == {"doan": Element.AUTHORITY, "dang": Element.OFFICE}


def foot_of(document: Document) -> Foot:
    return next(block for block in document.blocks if isinstance(block, Foot))


def signature_of(document: Document) -> tuple[str, ...]:
    return tuple(plain(one.inlines) for one in foot_of(document).signatures[0])


def test_three_bodies_sign_one_document(hand_made: HandMade, press: Press) -> None:
    signer = {"for": "BCH", "office": "Bí thư"}
    by = [
        {"unit": unit, "signed": signer | {"name": name}}
        for unit, name in (("huyen", "Ân"), ("tinh", "Bình"), ("huyen", "Cường"))
    ]
    document = parse(markdown(hand_made({"issued": {"by": by}}), press))
    assert [plain(one[-1].inlines) for one in foot_of(document).signatures] == ["Ân", "Bình", "Cường"]
    issuers = [plain(one.inlines) for one in head_of(document).left if one.role is Element.ISSUER]
    assert issuers == ["BCH Đoàn huyện Tam Đường", "BCH Đoàn tỉnh Lai Châu", "BCH Đoàn huyện Tam Đường"]


def test_recipients_keep_their_order(hand_made: HandMade, press: Press) -> None:
    names = ["Các cơ sở Đoàn", "Thường trực Huyện ủy", "Tỉnh đoàn Lai Châu"]
    document = parse(markdown(hand_made({"recipients": [{"to": name} for name in names]}), press))
    assert [plain(one.inlines)[2:-1] for one in foot_of(document).recipients[1:]] == names
