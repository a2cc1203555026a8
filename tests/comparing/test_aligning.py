"""Rows of paragraphs and words of sentences laid beside one another."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.comparing.aligning import aligned
from kehoach.comparing.spans import changed_spans

LAWS = settings(derandomize=True, deadline=None, max_examples=80)
texts = st.text(st.sampled_from("ab ,.đ"), max_size=24)
rows = st.lists(
    st.sampled_from(["một hai ba", "hai ba bốn", "năm sáu bảy", "tám chín mười", "", "một hai ba bốn"]), max_size=7
)


@LAWS
@given(rows, rows)
def test_each_paragraph_stands_once_and_in_order(old: list[str], new: list[str]) -> None:
    found = aligned(old, new)
    assert [i for i, _ in found if i is not None] == list(range(len(old)))
    assert [j for _, j in found if j is not None] == list(range(len(new)))
    assert all(i is not None or j is not None for i, j in found)


@LAWS
@given(rows)
def test_a_row_is_its_own_mate(row: list[str]) -> None:
    assert aligned(row, row) == tuple((n, n) for n in range(len(row)))


@LAWS
@given(texts, texts)
def test_changed_spans_rebuild_both_texts(old: str, new: str) -> None:
    at, made = 0, ""
    last = 0
    for (start, end), (first, stop) in changed_spans(old, new):
        assert old[at:start] == new[last:first]
        made += old[at:start] + new[first:stop]
        at, last = end, stop
    assert made + old[at:] == new
