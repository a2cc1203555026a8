"""The word lists: plain, composed, and each view built once."""

import unicodedata

import pytest

from kehoach.errors import KehoachError
from kehoach.phrases.lexicon import Lexicon


def test_words_are_composed_and_in_the_order_of_the_file() -> None:
    apart = unicodedata.normalize("NFD", "tối thiểu")
    lexicon = Lexicon.of({"quantities": {"at_least": ["ít nhất", apart]}})
    assert lexicon.words("quantities", "at_least") == ("ít nhất", "tối thiểu")


def test_a_view_is_built_once_for_each_lexicon() -> None:
    built: list[Lexicon] = []

    def view(lexicon: Lexicon) -> int:
        built.append(lexicon)
        return len(built)

    first, second = Lexicon.of({}), Lexicon.of({})
    assert [first.view(view), first.view(view), second.view(view)] == [1, 1, 2]


@pytest.mark.parametrize("path", [("quantities", "none"), ("quantities", "from"), ("none",)])
def test_a_missing_list_is_named(path: tuple[str, ...]) -> None:
    lexicon = Lexicon.of({"quantities": {"from": "từ"}})
    with pytest.raises(KehoachError) as caught:
        lexicon.words(*path)
    assert (caught.value.code, caught.value.arguments) == ("lexicon_incomplete", {"path": "/".join(path)})
