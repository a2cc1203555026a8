"""The grammar of syllables, and the lists that go with it."""

from pathlib import Path

import pytest

from kehoach.phrases.lexicon import Lexicon
from kehoach.reading.source import Folder
from kehoach.reading.workspace import Workspace
from kehoach.rules.prose.spelling.likeness import alike
from kehoach.rules.prose.spelling.lists import lists
from kehoach.rules.prose.spelling.proposals import proposals
from kehoach.rules.prose.spelling.syllable import folded, spoken

ROOT = Path(__file__).parents[2]
GOOD = "hòa hoà hoàn quý quí quốc gì giếng giết gìn nguyễn khuỷu yên uống kỷ ngoằn ngoèo thuở huơ oanh huỳnh rượu"
BAD = "hòan đươc viêc hoat nghành ngiệp gía truờng đôỉ đaọ qủa tòan cuả kao gề thúôc chuơng phất́"
FOLDED = {"hòa": "hoà", "khỏe": "khoẻ", "thủy": "thuỷ", "kỹ": "kĩ", "quý": "quý", "hoàn": "hoàn", "ý": "ý"}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Workspace(ROOT, Folder(ROOT)).lexicon


@pytest.mark.parametrize("word", GOOD.split())
def test_what_can_be_said(word: str, lexicon: Lexicon) -> None:
    assert spoken(word, lexicon)


@pytest.mark.parametrize("word", BAD.split())
def test_what_cannot_be_said(word: str, lexicon: Lexicon) -> None:
    assert not spoken(word, lexicon)


def test_words_are_looked_up_in_one_form() -> None:
    assert {word: folded(word) for word in FOLDED} == FOLDED
    assert {folded(word) for word in FOLDED.values()} == set(FOLDED.values())


def test_the_lists_are_in_that_form_and_can_be_said(lexicon: Lexicon) -> None:
    known = lists(lexicon)
    assert {word for word in known.alone | known.syllables if folded(word) != word} == set()
    assert {word for word in known.alone if not spoken(word, lexicon)} == set()
    strange = {word for word in known.syllables if not spoken(word, lexicon)} - known.loans
    assert len(strange) < len(known.syllables) // 50


def test_a_slip_says_something_else_than_it_is(lexicon: Lexicon) -> None:
    known = lists(lexicon)
    for slips in known.slips.values():
        for slip in slips:
            assert slip.right != " ".join(slip.wrong)
            assert len(slip.wrong) > 1


def test_every_proposal_is_a_term(lexicon: Lexicon) -> None:
    near = proposals(lexicon)
    assert near.of(("chuyên", "đổi")) == (("chuyển", "đổi"),)
    assert near.of(("chuyển", "đổi")) == ()
    assert near.of(("các", "đổi")) == ()


@pytest.mark.parametrize("pair", ["niên nhiên", "đổi đồi", "xuất suất", "tình trình", "hoạt hoat", "nhằm hnằm"])
def test_what_a_hurried_hand_takes_for_another(pair: str) -> None:
    one, other = pair.split()
    assert alike(one, other) and alike(other, one) and not alike(one, one)


@pytest.mark.parametrize("pair", ["đoàn toàn", "hội hợp", "xây dựng", "thanh thiếu"])
def test_what_it_does_not(pair: str) -> None:
    one, other = pair.split()
    assert not alike(one, other)
