"""Reports: the exact shape of the JSON, the lines of the text, the summary."""

import json
from types import MappingProxyType

import pytest

from kehoach.findings import Fault, Finding, Related, Severity
from kehoach.places import Edit, Place
from kehoach.reporting import json as as_json
from kehoach.reporting.report import Report
from kehoach.reporting.text import lines
from kehoach.reporting.words import Words

FAULT = Fault(
    "TGT301",
    Place("plans/x.yaml", 2, 7, 2, 11),
    "cay_xanh.value",
    MappingProxyType({"id": "cay_xanh", "phrase": "12 cây"}),
    (Related(Place("plans/y.yaml", 8, 7), "inherited"),),
    (Edit(3, 4, "x"),),
)
FINDING = Finding(FAULT, Severity.ERROR, "Mục II, chỉ tiêu 5")
REPORT = Report((FINDING,), 3, {"plans/x.yaml": "a: 1\ntext: cây\tx\n"})


def test_json_has_the_shape_of_the_manual() -> None:
    said = json.loads(as_json.document(REPORT, Words("en")))
    assert said == {
        "schema_version": 1,
        "findings": [
            {
                "code": "TGT301",
                "name": "cascade_said",
                "severity": "error",
                "message": Words("en").message(FAULT),
                "arguments": {"id": "cay_xanh", "phrase": "12 cây"},
                "file": "plans/x.yaml",
                "line": 2,
                "column": 7,
                "end_line": 2,
                "end_column": 11,
                "paragraph": None,
                "text": None,
                "cell": None,
                "pointer": "cay_xanh.value",
                "printed": "Mục II, chỉ tiêu 5",
                "related": [{"file": "plans/y.yaml", "line": 8, "column": 7, "message": "the level above has it here"}],
                "fix": {"message": Words("en").cure(FAULT), "edits": [{"start": 3, "end": 4, "text": "x"}]},
            }
        ],
        "summary": {"files": 3, "error": 1, "warning": 0, "info": 0},
    }
    keys = list(said["findings"][0])
    assert keys[:4] == ["code", "name", "severity", "message"]


def test_what_is_unused_is_null() -> None:
    bare = Finding(Fault("TGT301", Place("a"), arguments=FAULT.arguments), Severity.INFO)
    said = json.loads(as_json.document(Report((bare,), 1), Words()))["findings"][0]
    assert (said["pointer"], said["printed"], said["fix"], said["related"]) == (None, None, None, [])


def test_a_cell_is_a_place_of_its_own() -> None:
    place = Place("bảng.xlsx", 14, 3, 14, 4, cell="Giao chỉ tiêu!C14")
    finding = Finding(Fault("TGT301", place, arguments=FAULT.arguments), Severity.ERROR)
    said = json.loads(as_json.document(Report((finding,), 1), Words()))["findings"][0]
    assert {
        key: said[key] for key in ("line", "column", "end_line", "end_column", "paragraph", "text")
    } == dict.fromkeys(("line", "column", "end_line", "end_column", "paragraph", "text"))
    assert (said["file"], said["cell"]) == ("bảng.xlsx", "Giao chỉ tiêu!C14")
    assert next(lines(Report((finding,), 1), Words())).startswith("bảng.xlsx:Giao chỉ tiêu!C14: ")


def test_text_shows_the_line_with_carets_under_the_stretch() -> None:
    said = list(lines(REPORT, Words("en")))
    assert said[0].startswith("plans/x.yaml:2:7: error TGT301 ")
    assert said[1:4] == ["    printed at: Mục II, chỉ tiêu 5", "    | text: cây\tx", "    |       ^^^"]
    assert said[4] == "    plans/y.yaml:8:7: the level above has it here"
    assert said[5].startswith("    what to do: ")
    assert said[6:] == ["files checked: 3; errors: 1, warnings: 0, infos: 0"]


def test_carets_stand_under_letters_with_combining_marks() -> None:
    place = Place("a", 1, 5, 1, 6)
    finding = Finding(Fault("TGT301", place, arguments=FAULT.arguments), Severity.ERROR)
    report = Report((finding,), 1, {"a": "ca\u0302yx"})
    assert list(lines(report, Words()))[2] == "    |    ^"


@pytest.mark.parametrize("column", [1, 100, 159, 160, 161, 400, 500])
def test_a_long_line_is_clipped_around_the_stretch(column: int) -> None:
    text = "".join("x" if at == column else "ă" for at in range(1, 501))
    finding = Finding(Fault("TGT301", Place("a", 1, column, 1, column + 1), arguments=FAULT.arguments), Severity.ERROR)
    shown, carets = list(lines(Report((finding,), 1, {"a": text}), Words()))[1:3]
    shown, carets = shown.removeprefix("    | "), carets.removeprefix("    | ")
    assert len(shown) == 160 and shown.count("…") == (2 if 160 <= column <= 400 else 1)
    assert shown[carets.index("^")] == "x" and carets.strip() == "^"


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("column", [1, 30, 50, 70, 200, 470, 495])
def test_a_long_line_is_cut_to_the_screen(column: int, width: int) -> None:
    text = "".join("x" if column <= at < column + 6 else "ă" for at in range(1, 501))
    finding = Finding(Fault("TGT301", Place("a", 1, column, 1, column + 6), arguments=FAULT.arguments), Severity.ERROR)
    shown, carets = list(lines(Report((finding,), 1, {"a": text}), Words(), width=width))[1:3]
    at = carets.index("^")
    assert len(shown) == width and len(carets) <= width
    assert shown[at : at + 6] == "xxxxxx" and carets[at:] == "^^^^^^"


def test_a_stretch_wider_than_the_screen_is_shown_from_its_beginning() -> None:
    place = Place("a", 1, 101, 1, 301)
    finding = Finding(Fault("TGT301", place, arguments=FAULT.arguments), Severity.ERROR)
    report = Report((finding,), 1, {"a": "ă" * 100 + "x" * 200 + "ă" * 100})
    shown, carets = list(lines(report, Words(), width=60))[1:3]
    assert (len(shown), len(carets)) == (60, 60)
    assert shown[carets.index("^") :].rstrip("…") == "x" * (shown.count("x"))


@pytest.mark.parametrize(
    ("phrase", "shown", "carets"),
    [
        ("12 cây", "    Trồng 12 cây xanh", "          ^^^^^^"),
        ("ven đường", "    ven đường.", "    ^^^^^^^^^"),
        ("", "    Trồng 12 cây xanh", "    ^^^^^^^^^^^^^^^^^"),
    ],
)
def test_a_folded_text_is_shown_by_the_words_that_are_meant(phrase: str, shown: str, carets: str) -> None:
    fault = Fault("TGT301", Place("a", 1, 7, 3, 15), arguments={"id": "cay_xanh", "phrase": phrase})
    report = Report((Finding(fault, Severity.ERROR),), 1, {"a": "text: >-\n    Trồng 12 cây xanh\n    ven đường.\n"})
    assert list(lines(report, Words()))[1:3] == [f"    | {shown}", f"    | {carets}"]


def test_a_place_beyond_the_text_shows_no_line() -> None:
    report = Report((FINDING,), 1, {"plans/x.yaml": "a: 1"})
    assert not any("|" in line for line in lines(report, Words()))


def test_nothing_wrong_is_said_in_one_line() -> None:
    assert list(lines(Report((), 2), Words("en"))) == ["files checked: 2; nothing wrong"]


def test_colours_are_given_by_role() -> None:
    said = "\n".join(lines(REPORT, Words("en"), lambda text, role: f"<{role}:{text}>"))
    assert "<error:error>" in said and "<place:plans/x.yaml:2:7>" in said and "<caret:" in said


@pytest.mark.parametrize(("level", "reached"), [("info", True), ("warning", True), ("error", False)])
def test_a_report_knows_how_much_it_weighs(level: str, reached: bool) -> None:
    report = Report((Finding(FAULT, Severity.WARNING),), 1)
    assert report.reaches(Severity(level)) is reached


@pytest.mark.parametrize(
    ("columns", "shown"), [((4, 6), ["    | Trồng cây", "    |    ^^"]), ((1, 1), ["    | Trồng"])]
)
def test_a_paragraph_of_word_is_shown_once(columns: tuple[int, int], shown: list[str]) -> None:
    place = Place("a.docx", 1, columns[0], 1, columns[1], words="Trồng")
    finding = Finding(Fault("TGT301", place, "", FAULT.arguments), Severity.ERROR)
    assert list(lines(Report((finding,), 1, {"a.docx": "Trồng cây\n"}), Words()))[1:-2] == shown
