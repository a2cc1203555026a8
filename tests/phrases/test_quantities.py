"""What quantity phrases say: the figures of five real documents, made-up hard ones, and laws."""

import time
import unicodedata
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import (
    Counting,
    Found,
    Op,
    Quantity,
    Reach,
    canonical,
    find,
    number,
    number_written,
    parse,
    with_number,
)

HERE = Path(__file__).parent
LAW = settings(derandomize=True, deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))


def cases(file: Path) -> dict[str, Any]:
    """The cases of a YAML file, every scalar a string."""
    loaded: dict[str, Any] = YAML(typ="base").load(file)
    return loaded


SENTENCES = {
    f"{file.stem}: {name}": case
    for file in sorted((HERE / "quantities").glob("*.yaml"))
    for name, case in cases(file).items()
}
QUOTED = cases(HERE / "quoted_quantities.yaml")


def said(quantity: Quantity) -> str:
    """The comparator and the number, as the cases write them."""
    numbers = [number_written(value) for value in (quantity.low, quantity.high) if value is not None]
    return f"{quantity.op} {' - '.join(numbers)}{'%' if quantity.percent else ''}"


def marks(quantity: Quantity) -> list[str]:
    """All else that a phrase says, as the cases write it."""
    growth = quantity.growth
    words = {
        "bare": quantity.bare,
        "ambition": quantity.ambition,
        "doubled": quantity.doubled,
        str(quantity.counting): quantity.counting is not Counting.THINGS,
        f"every {quantity.every}": bool(quantity.every),
    }
    listed = [word for word, holds in words.items() if holds]
    if growth:
        kind = ("growth" if growth.up else "decline") + (" in points" if growth.points else "")
        listed.append(kind + (f" from {growth.baseline}" if growth.baseline else ""))
    return listed


def reaching(found: Found) -> list[str]:
    """What the sentence adds to a phrase, as the cases write it."""
    carried = found.carried
    words = {
        f"carried {carried.op}": carried.op is not None,
        "carried ambition": carried.ambition,
        f"carried every {carried.every}": bool(carried.every),
        f"each {carried.each}": bool(carried.each),
        "scope": found.scope,
        "unsure": found.unsure,
    }
    return [word for word, holds in words.items() if holds]


def row(text: str, found: Found) -> dict[str, object]:
    """A found quantity as the cases write it."""
    listed = [*marks(found.quantity), *reaching(found)]
    return {
        "phrase": text[found.start : found.end],
        "says": said(found.quantity),
        **({"unit": found.quantity.unit} if found.quantity.unit else {}),
        **({"marks": sorted(listed)} if listed else {}),
    }


@pytest.mark.parametrize("case", SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_holds_these_quantities(case: dict[str, Any], lexicon: Lexicon) -> None:
    expected = [{**one, "marks": sorted(one["marks"])} if "marks" in one else one for one in case["finds"]]
    assert [row(case["text"], found) for found in find(case["text"], lexicon)] == expected


@pytest.mark.parametrize("text", QUOTED)
def test_a_quoted_phrase_says(text: str, lexicon: Lexicon) -> None:
    quantity, expected = parse(text, lexicon), QUOTED[text]
    assert quantity is not None
    start, end = quantity.number_span
    assert (said(quantity), quantity.unit, quantity.qualifier, sorted(marks(quantity))) == (
        expected["says"],
        expected.get("unit", ""),
        expected.get("qualifier", ""),
        sorted(expected.get("marks", [])),
    )
    assert (text[start:end], canonical(quantity, lexicon)) == (expected["number"], expected["canonical"])


@pytest.mark.parametrize("text", cases(HERE / "not_quantities.yaml"))
def test_this_is_no_quantity(text: str, lexicon: Lexicon) -> None:
    assert parse(text, lexicon) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("60.000", 60000),
        ("01", 1),
        ("2,5", Fraction(5, 2)),
        ("1.234.567,5", Fraction(2469135, 2)),
        ("0,125", Fraction(1, 8)),
        ("2,0", 2),
        ("2,500", None),
        ("1.23", None),
        ("60 000", None),
        ("30 %", None),
        ("", None),
        ("٣", None),
        ("9" * 5000, None),
    ],
)
def test_a_number_is_exact_or_none(text: str, value: object) -> None:
    read = number(text)
    assert read == value and type(read) is type(value)


def test_numbers_are_written_with_dots_and_zeros() -> None:
    assert [number_written(n, pad=True) for n in (1, 12, 60000, Fraction(5, 2))] == ["01", "12", "60.000", "2,5"]
    with pytest.raises(ValueError, match="1/3"):
        number_written(Fraction(1, 3))


@pytest.mark.parametrize(
    ("written", "typed", "rewritten"),
    [
        ("**5.000 lượt** thanh thiếu nhi", "600", "**600 lượt** thanh thiếu nhi"),
        ("**05 tỷ** đồng", "07", "**07 tỷ** đồng"),
        ("Phấn đấu có 215 đoàn viên ưu tú", "040", "Phấn đấu có 040 đoàn viên ưu tú"),
        ("từ 70 - 80 đoàn viên ưu tú", "30 - 35", "từ 30 - 35 đoàn viên ưu tú"),
        ("**70** - **80** đoàn viên", "40", "**40** đoàn viên"),
        ("ít nhất 65% trở lên", "70", "ít nhất 70% trở lên"),
        ("1 quý/1 lần", "02", "1 quý/02 lần"),
    ],
)
def test_only_the_number_is_rewritten(written: str, typed: str, rewritten: str, lexicon: Lexicon) -> None:
    quantity = parse(written, lexicon)
    assert quantity is not None and with_number(quantity, typed) == rewritten


def test_what_is_carried_is_meant(lexicon: Lexicon) -> None:
    _, second = find("Phấn đấu có ít nhất 50% đoàn viên, 78% chi đoàn hoàn thành tốt.", lexicon)
    assert second.carried == Reach(op=Op.AT_LEAST, ambition=True)
    assert (second.meant.op, second.meant.bare, second.meant.ambition) == (Op.AT_LEAST, False, True)


def test_a_set_phrase_of_ones_own_may_begin_with_a_word(lexicon: Lexicon) -> None:
    phrases = {"set_phrases": {**lexicon.table("set_phrases"), "phrases": ["Nhóm N trụ cột", "N nền tảng"]}}
    own = Lexicon.of({**lexicon.sections, **phrases})
    assert find("Mỗi chi đoàn giữ nhóm 4 trụ cột và 5 nền tảng.", own) == ()
    assert find("Mỗi chi đoàn giữ nhóm 4 trụ cột và 5 nền tảng.", lexicon)


def test_quotation_marks_and_case_do_not_change_the_measure(lexicon: Lexicon) -> None:
    quoted, plain = parse("10 “Góc phố tôi yêu”", lexicon), parse("01 góc  phố tôi yêu", lexicon)
    assert quoted and plain and quoted.measure == plain.measure


NUMBERS = st.one_of(
    st.integers(1, 99).map(lambda n: f"{n:02}"),
    st.integers(1, 2_000_000).filter(lambda n: not 1900 <= n <= 2099).map(number_written),
    st.integers(1, 999).map(lambda n: number_written(Fraction(n, 10))),
)
AMOUNTS = st.one_of(NUMBERS, st.tuples(NUMBERS, st.sampled_from([" - ", "-", " – ", " đến "]), NUMBERS).map("".join))
LEADS = st.sampled_from(
    [
        "",
        "ít nhất ",
        "tối thiểu ",
        "trên ",
        "không quá ",
        "dưới ",
        "khoảng ",
        "từ ",
        "đạt từ ",
        "mỗi quý ",
        "tăng ",
        "giảm ",
        "phấn đấu ",
        "phấn đấu có ",
        "Phấn đấu kết nạp ít nhất ",
        "mỗi tháng ít nhất ",
    ]
)
MEASURES = st.sampled_from(
    ["", "%", " %", "% đoàn viên", "% cơ sở Đoàn, Hội, Đội", " đoàn viên, thanh niên", " cây xanh", " thôn, bản",
     " tỷ đồng", " triệu đồng/hộ", " lượt người dân", " lần/năm", " hoạt động/quý", " “Góc phố tôi yêu”",
     " nghìn lượt", " ngày công", " Khu dân cư Xanh - Sạch", " cán bộ Đoàn - Hội - Đội"]
)  # fmt: skip
TAILS = st.sampled_from(["", " trở lên", " trở xuống"])
PHRASES = st.tuples(LEADS, AMOUNTS, MEASURES, TAILS).map("".join)
TOKENS = st.sampled_from(
    ["Phấn đấu", "phần đấu", "ít nhất", "từ", "đến", "trên", "tăng", "mỗi quý,", "mỗi", "có", "được", "và", "hoặc", ",",
     ";", ".", "\n", "-", "“", "”", '"', "(", ")", "**", "*", "%", "/", "/năm", "01", "20.000", "2,5", "2023", "26/3",
     "70-80", "50%", "tỷ", "đồng", "đoàn viên", "thanh niên", "chi đoàn", "cơ sở Đoàn", "phường", "cây xanh", "lần",
     "năm", "tháng", "ngày", "số", "tại", "tham gia", "trở lên", "so với", "năm 2022", "tổng số", "khá", "{{ year }}"]
)  # fmt: skip
TEXTS = st.lists(TOKENS, max_size=25).map(" ".join)


@LAW
@given(text=PHRASES)
def test_a_phrase_keeps_its_words_and_its_meaning(text: str, lexicon: Lexicon) -> None:
    quantity = parse(text, lexicon)
    assert quantity is not None and quantity.written == text
    usual = canonical(quantity, lexicon)
    again = parse(usual, lexicon)
    assert again is not None and again == quantity
    assert canonical(again, lexicon) == usual


@LAW
@given(text=PHRASES)
def test_spelling_of_the_same_phrase_does_not_matter(text: str, lexicon: Lexicon) -> None:
    quantity = parse(text, lexicon)
    assert parse(text[0].swapcase() + text[1:], lexicon) == quantity
    assert parse(unicodedata.normalize("NFD", text), lexicon) == quantity
    assert parse(text.replace(" ", "\u00a0"), lexicon) == quantity
    assert quantity is not None
    start, end = quantity.number_span
    assert parse(f"{text[:start]}**{text[start:end]}**{text[end:]}", lexicon) == quantity


@LAW
@given(text=PHRASES, typed=st.integers(1, 1899).map(number_written))
def test_another_number_reads_as_that_number(text: str, typed: str, lexicon: Lexicon) -> None:
    quantity = parse(text, lexicon)
    assert quantity is not None
    other, written = parse(with_number(quantity, typed), lexicon), number(text[slice(*quantity.number_span)])
    assert other is not None
    if written is not None:
        assert Fraction(other.low) / Fraction(number(typed) or 0) == Fraction(quantity.low) / Fraction(written)
    assert (other.unit, other.percent, other.every) == (quantity.unit, quantity.percent, quantity.every)


@LAW
@given(text=st.one_of(TEXTS, st.lists(PHRASES, max_size=4).map(", ".join), st.text(max_size=40)))
def test_what_is_found_reads_alike_and_never_overlaps(text: str, lexicon: Lexicon) -> None:
    end = 0
    for found in find(text, lexicon):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        assert parse(text[found.start : found.end], lexicon) == found.quantity
        assert found.quantity.written == text[found.start : found.end]
        assert parse(canonical(found.quantity, lexicon), lexicon) == found.quantity


@LAW
@given(text=TEXTS)
def test_the_same_is_found_however_it_is_encoded(text: str, lexicon: Lexicon) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert [f.meant for f in find(apart, lexicon)] == [f.meant for f in find(text, lexicon)]


def test_a_long_document_is_read_at_once(lexicon: Lexicon) -> None:
    sentences = "\n".join(case["text"] for case in SENTENCES.values())
    document = (sentences * 8)[:60_000]
    find(document, lexicon)
    start = time.perf_counter()
    assert len(find(document, lexicon)) > 300
    assert time.perf_counter() - start < 1  # a fifth of it on an idle machine


@pytest.mark.parametrize(
    "stretch",
    ["{{ ", "1", "1 ", "1 - ", "1.", "01 thôn, ", "“1", "mỗi ", "phấn đấu ", "10 và ", " ", "A-1", "1/", "*", "a"],
)
def test_no_text_takes_long(stretch: str, lexicon: Lexicon) -> None:
    text = "5" + stretch * (30_000 // len(stretch))
    start = time.perf_counter()
    find(text, lexicon)
    parse(text, lexicon)
    assert time.perf_counter() - start < 5
