"""What becomes of texts in which the unit above names itself."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from kehoach.drafting.mentions import Speaker, prose, sentence, title
from kehoach.phrases.lexicon import Lexicon
from kehoach.units import State

HERE = Path(__file__).parent
PROVINCE = State(
    None,
    "Tỉnh đoàn Lai Châu",
    "Lai Châu",
    "tinh",
    "",
    bodies={
        "BCH": {"name": "Ban Chấp hành Tỉnh đoàn", "signing": "Ban Chấp hành"},
        "BTV": {"name": "Ban Thường vụ Tỉnh đoàn", "letterhead": "BCH Đoàn tỉnh Lai Châu"},
    },
    words={"area": "toàn tỉnh", "self": "Tỉnh đoàn", "below": "các huyện, thành đoàn, Đoàn trực thuộc"},
)
DISTRICT = State(
    None,
    "Huyện đoàn Sìn Hồ",
    "Sìn Hồ",
    "huyen",
    "tinh",
    bodies={"BTV": {"name": "Ban Thường vụ Huyện đoàn"}},
    words={"area": "toàn huyện", "self": "Huyện đoàn", "below": "các cơ sở Đoàn trực thuộc"},
)


@pytest.fixture
def speaker(lexicon: Lexicon) -> Speaker:
    """The province that speaks, and its district that takes its words over."""
    return Speaker.of(PROVINCE, DISTRICT, lexicon)


def cases(name: str) -> list[dict[str, str]]:
    """The cases of a file."""
    found: list[dict[str, str]] = YAML(typ="base", pure=False).load(HERE / name)
    return found


@pytest.mark.parametrize("case", cases("prose.yaml"), ids=lambda case: case["text"][:40])
def test_prose_never_speaks_as_the_unit_above(case: dict[str, str], speaker: Speaker) -> None:
    assert prose(case["text"], speaker) == case.get("becomes")


@pytest.mark.parametrize("case", cases("sentences.yaml"), ids=lambda case: case["text"][:40])
def test_a_sentence_never_speaks_as_the_unit_above(case: dict[str, str], speaker: Speaker) -> None:
    assert sentence(case["text"], speaker) == case["becomes"]


@pytest.mark.parametrize(
    ("above", "own"),
    [
        ("Tỉnh đoàn", "{{ unit.words.self }}"),
        ("Các huyện, thành đoàn, Đoàn trực thuộc", "{{ unit.words.below }}"),
        ("Một số hoạt động do Tỉnh đoàn tổ chức", "Một số hoạt động do {{ unit.words.self }} tổ chức"),
        ("Tổ chức thực hiện", "Tổ chức thực hiện"),
    ],
)
def test_a_title_names_the_unit_itself(above: str, own: str, speaker: Speaker) -> None:
    assert title(above, speaker) == own
