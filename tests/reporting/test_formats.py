"""Reports for code hosts: SARIF holds to its schema, annotations to what GitHub takes."""

import json
import re
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from kehoach.findings import Fault, Finding, Related, Severity
from kehoach.places import Edit, Place
from kehoach.reporting import github, sarif
from kehoach.reporting.report import Report
from kehoach.reporting.words import Words

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parent / "data" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
ARGUMENTS = MappingProxyType({"id": "cay_xanh", "phrase": "12 cây"})
IN_TEXT = Place("plans/tỉnh/kế hoạch.yaml", 2, 7, 2, 11)
IN_WORD = Place("gửi lên/kế hoạch.docx", 12, words="Trồng mới")
IN_TABLE = Place("giao.xlsx", 14, cell="Giao chỉ tiêu!C14")
LAWS = settings(derandomize=True, deadline=None, max_examples=50)


def found(place: Place, severity: Severity = Severity.ERROR, pointer: str = "cay_xanh.value") -> Finding:
    related = (Related(Place("plans/y.yaml", 8, 7), "inherited"),)
    return Finding(Fault("TGT301", place, pointer, ARGUMENTS, related, (Edit(3, 4, "x"),)), severity, "Mục II")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_sarif_holds_to_its_schema(language: str) -> None:
    findings = tuple(found(place, severity) for place in (IN_TEXT, IN_WORD, IN_TABLE) for severity in Severity)
    for report in (Report(findings, 3), Report((), 0)):
        said = json.loads(sarif.document(report, Words(language), "1.0"))
        assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(said)] == []
        assert len(said["runs"][0]["results"]) == len(report.findings)


def test_a_schema_that_is_not_held_would_be_seen() -> None:
    said = json.loads(sarif.document(Report((found(IN_TEXT),), 1), Words(), "1.0"))
    said["runs"][0]["results"][0]["level"] = "fatal"
    assert list(Draft4Validator(SCHEMA).iter_errors(said))


def test_sarif_tells_where() -> None:
    findings = (found(IN_TEXT), found(IN_WORD), found(IN_TABLE))
    text, word, table = json.loads(sarif.document(Report(findings, 3), Words(), "1"))["runs"][0]["results"]
    where = text["locations"][0]
    assert where["physicalLocation"] == {
        "artifactLocation": {"uri": "plans/t%E1%BB%89nh/k%E1%BA%BF%20ho%E1%BA%A1ch.yaml"},
        "region": {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 11},
    }
    assert [one["fullyQualifiedName"] for one in where["logicalLocations"]] == ["Mục II", "cay_xanh.value"]
    assert "region" not in word["locations"][0]["physicalLocation"]
    assert word["locations"][0]["logicalLocations"][0] == {"fullyQualifiedName": "¶12 Trồng mới"}
    assert table["locations"][0]["logicalLocations"][0] == {"fullyQualifiedName": "Giao chỉ tiêu!C14"}
    edit = text["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert edit == {"deletedRegion": {"charOffset": 3, "charLength": 1}, "insertedContent": {"text": "x"}}
    assert text["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 8


def test_a_fingerprint_stays_when_lines_move() -> None:
    prints = [
        json.loads(sarif.document(Report((found(Place("a", line)),), 1), Words(), "1"))["runs"][0]["results"][0]
        for line in (3, 30)
    ]
    assert prints[0]["partialFingerprints"] == prints[1]["partialFingerprints"]


def test_faults_that_are_alike_have_fingerprints_of_their_own_in_any_language() -> None:
    report = Report((found(Place("a", 3)), found(Place("a", 3, 9)), found(Place("b", 3))), 2)
    said = [json.loads(sarif.document(report, Words(language), "1"))["runs"][0] for language in ("vi", "en")]
    vietnamese, english = ([str(one["partialFingerprints"]) for one in run["results"]] for run in said)
    assert len(set(vietnamese)) == 3 and vietnamese == english


def test_the_worst_come_first_and_no_more_than_github_shows() -> None:
    findings = tuple(found(Place("a", n + 1), severity) for n in range(13) for severity in Severity)
    lines = list(github.lines(Report(findings, 1), Words("en")))
    commands = [line[2:].partition(" ")[0] for line in lines if line.startswith("::")]
    assert commands == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    plain = [line for line in lines if not line.startswith("::")]
    assert len(plain) == 9 + 1
    assert plain[-1] == "files checked: 1; errors: 13, warnings: 13, infos: 13"


COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>[^:]*)::(?P<data>[^\r\n]*)")


@LAWS
@given(st.text(max_size=30), st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=30))
def test_no_words_break_out_of_an_annotation(words: str, file: str) -> None:
    fault = Fault("TGT301", Place(file, 1, 1, 1, 2), words, {"id": words, "phrase": words})
    line = next(github.lines(Report((Finding(fault, Severity.ERROR, words),), 1), Words()))
    command = COMMAND.fullmatch(line)
    assert command
    properties = dict(one.split("=", 1) for one in command["properties"].split(","))
    assert set(properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
    undone = properties["file"]
    for code, sign in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        undone = undone.replace(code, sign)
    assert undone == file


def test_what_stands_in_a_word_document_has_no_line() -> None:
    line = next(github.lines(Report((found(IN_WORD),), 1), Words()))
    assert "line=" not in line


def test_the_summary_holds_all_and_is_cut_where_it_must() -> None:
    few = github.page(Report(tuple(found(Place("a|b", n)) for n in range(1, 31)), 1), Words())
    assert few.count("TGT301") == 30
    assert "a\\|b:1:1" in few
    many = github.page(Report((found(IN_TEXT),) * 20_000, 1), Words())
    assert 900_000 < len(many.encode()) <= github.MOST_BYTES
    assert many.endswith("|\n")
