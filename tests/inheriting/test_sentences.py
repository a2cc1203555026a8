"""A target's sentence: its figures move with the words, and only the number changes when it should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.inheriting.sentences import Sentence, number_stretch, overridden
from kehoach.phrases.lexicon import Lexicon
from kehoach.plan.items import GAP
from kehoach.quoting import occurrences

TEXT = "Phát triển mới 3.600 đoàn viên, giới thiệu 560 đoàn viên ưu tú."
SPANS = {"moi": (15, 30), "gioi_thieu": (43, 62)}


def sentence() -> Sentence:
    return Sentence(TEXT, SPANS)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("40", "Phát triển mới 40 đoàn viên, giới thiệu 560 đoàn viên ưu tú."),
        ("70 - 80", "Phát triển mới 70 - 80 đoàn viên, giới thiệu 560 đoàn viên ưu tú."),
        ("ít nhất 40 đoàn viên", "Phát triển mới ít nhất 40 đoàn viên, giới thiệu 560 đoàn viên ưu tú."),
        (GAP, "Phát triển mới {{ gap }} đoàn viên, giới thiệu 560 đoàn viên ưu tú."),
    ],
)
def test_a_bare_number_replaces_the_number_and_anything_else_the_phrase(
    words: str, expected: str, lexicon: Lexicon
) -> None:
    said = overridden(sentence(), "moi", words, lexicon)
    assert said.text == expected
    assert said.phrase("gioi_thieu") == "560 đoàn viên ưu tú"


@pytest.mark.parametrize(
    ("phrase", "words", "expected"),
    [
        ("ít nhất 40% thanh niên", "35%", "ít nhất 35% thanh niên"),
        ("80 % thanh niên", "62,5%", "62,5 % thanh niên"),
        ("60 - 70% thanh niên", "30 - 40%", "30 - 40% thanh niên"),
        ("phấn đấu {{ gap }}% thanh niên", "35 %", "phấn đấu 35% thanh niên"),
        ("ít nhất 40% thanh niên", "trên 35%", "trên 35%"),
        ("ít nhất 40% thanh niên", "35% đoàn viên", "35% đoàn viên"),
        ("tăng 2% so với năm 2023", "62%", "62%"),
        ("ít nhất 40 thanh niên", "35%", "35%"),
    ],
)
def test_a_share_of_no_base_replaces_the_number_of_a_share(
    phrase: str, words: str, expected: str, lexicon: Lexicon
) -> None:
    said = overridden(Sentence(phrase, {"value": (0, len(phrase))}), "value", words, lexicon)
    assert said.text == expected


def test_a_gap_takes_a_number_again(lexicon: Lexicon) -> None:
    blank = overridden(sentence(), "gioi_thieu", GAP, lexicon)
    assert blank.phrase("gioi_thieu") == "{{ gap }} đoàn viên ưu tú"
    assert overridden(blank, "gioi_thieu", "560", lexicon) == sentence()


@given(st.sampled_from(sorted(SPANS)), st.text(st.characters(codec="utf-8"), max_size=12))
def test_rewriting_one_figure_leaves_the_other_as_it_stands(figure: str, words: str) -> None:
    other = next(f for f in SPANS if f != figure)
    said = sentence().rewrite(figure, SPANS[figure], words)
    assert said.phrase(figure) == words
    assert said.phrase(other) == sentence().phrase(other)


def test_a_phrase_is_only_found_as_whole_words() -> None:
    assert list(occurrences("100 em, 10 em, 1.10 em", "10 em")) == [8]


def test_the_number_of_a_phrase_without_one_is_all_of_it(lexicon: Lexicon) -> None:
    assert number_stretch("đoàn viên", lexicon) == (0, 9)
