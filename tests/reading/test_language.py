"""The table of keys, the manual and the schema for editors are one and the same."""

from pathlib import Path
from runpy import run_path

from kehoach.language import Merge
from kehoach.reading.schema.editors import json_schema
from kehoach.reading.schema.keys import language
from kehoach.reading.schema.table import table

PAGE = Path(__file__).parents[2] / "docs" / "language.md"
TOOL = Path(__file__).parents[1] / "tools" / "language_page.py"


def test_the_manual_is_the_one_that_the_table_makes() -> None:
    assert PAGE.read_text(encoding="utf-8") == run_path(str(TOOL))["manual"]()


def test_every_key_says_what_it_is_in_both_languages() -> None:
    for key in language().keys.values():
        assert key.about["vi"].endswith(".") and key.about["en"].endswith("."), key
        assert key.about["vi"] != key.about["en"]


def test_every_sort_of_mapping_has_a_title() -> None:
    assert set(language().places) == set(table("plan").titles)


def test_the_head_is_never_inherited_save_the_theme_and_what_hangs_on_ids() -> None:
    inherited = {name for name in language().names("plan") if language().merge("plan", name) is not Merge.NEVER}
    assert inherited == {"theme", "sections", "deadlines", "annexes"}


def test_an_unknown_key_is_never_inherited() -> None:
    assert language().key("target", "tittle") is None
    assert language().merge("target", "tittle") is Merge.NEVER


def test_editors_are_offered_short_forms_and_every_key() -> None:
    schema = json_schema()
    assert set(schema["properties"]) == set(language().names("plan"))
    assert schema["required"] == ["kind", "unit", "year"]
    assert schema["properties"]["theme"]["anyOf"] == [{"type": ["string", "number"]}, {"$ref": "#/$defs/theme"}]
    when = schema["$defs"]["activity"]["properties"]["when"]["anyOf"]
    assert when[0] == {"type": ["string", "number", "null"]} and when[1]["type"] == "array"
    assert schema["$defs"]["section"]["properties"]["live"]["enum"] == [True, False]
    assert schema["$defs"]["basis"].get("required") is None
    targets = schema["$defs"]["section"]["properties"]["targets"]
    assert targets["description"] == "Các chỉ tiêu, theo id." and targets["propertyNames"] == {
        "pattern": "^[a-z][a-z0-9_]*$"
    }
