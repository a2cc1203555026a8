"""Sums, shares and growth are reckoned exactly, and only with what is written."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.cascade.asking import alike, asked_of, comparable, looser
from kehoach.cascade.converting import Ground, in_terms_of
from kehoach.cascade.sums import Total, Verdict, gap, total, verdict
from kehoach.phrases import quantity
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Op, Quantity
from kehoach.plan import Cascade


def read(text: str, lexicon: Lexicon) -> Quantity:
    found = quantity.parse(text, lexicon)
    assert found, text
    return found


@pytest.mark.parametrize(
    ("own", "asked", "ground", "low"),
    [
        ("40 đoàn viên", "65% số đoàn viên ưu tú", {"whole": "60 đoàn viên ưu tú"}, "39"),
        ("40 đoàn viên", "65% số đoàn viên ưu tú", {"whole": "61 đoàn viên ưu tú"}, "40"),
        ("40 đoàn viên", "65% số đoàn viên ưu tú", {}, None),
        ("40 đoàn viên", "65% số đoàn viên ưu tú", {"whole": "60 lượt đoàn viên"}, None),
        ("64% thanh niên", "tăng 2% so với năm 2022", {"baseline": "62% thanh niên", "growth": "points"}, "64"),
        ("64% thanh niên", "tăng 2% so với năm 2022", {"baseline": "62% thanh niên", "growth": "relative"}, "1581/25"),
        ("64% thanh niên", "tăng 2% so với năm 2022", {"baseline": "62% thanh niên"}, None),
        ("64% thanh niên", "tăng 2 điểm phần trăm so với năm 2022", {"baseline": "62% thanh niên"}, "64"),
        ("1.300 đoàn viên", "tăng 10% so với năm 2022", {"baseline": "1.200 đoàn viên"}, "1320"),
        ("1.300 đoàn viên", "tăng 100 đoàn viên", {"baseline": "1.250 đoàn viên"}, "1350"),
        ("1.300 đoàn viên", "tăng 100 đoàn viên", {}, None),
        ("tăng 3% so với năm 2022", "tăng 2% so với năm 2022", {}, "2"),
        ("10.000 thanh niên", "10.000 lượt thanh niên", {}, None),
    ],
)
def test_what_is_asked_in_the_terms_of_the_answer(
    own: str, asked: str, ground: dict[str, str], low: str | None, lexicon: Lexicon
) -> None:
    told = {key: read(text, lexicon) for key, text in ground.items() if key != "growth"}
    rests = Ground(told.get("whole"), told.get("baseline"), ground.get("growth", ""))
    meant = in_terms_of(read(own, lexicon), read(asked, lexicon), rests)
    assert (meant and Fraction(meant.low)) == (Fraction(low) if low else None)


def test_growth_downwards_becomes_a_ceiling(lexicon: Lexicon) -> None:
    rests = Ground(baseline=read("20 vụ", lexicon))
    own = read("không quá 19 vụ", lexicon)
    meant = in_terms_of(own, read("giảm 10% so với năm 2022", lexicon), rests)
    assert meant and meant.op is Op.AT_MOST and meant.low == 18
    assert looser(own, meant)


@pytest.mark.parametrize(
    ("own", "asked", "answer"),
    [
        ("02 công trình", "ít nhất 02 công trình", False),
        ("02 công trình", "trên 02 công trình", True),
        ("trên 02 công trình", "trên 02 công trình", False),
        ("từ 01 - 03 công trình", "ít nhất 02 công trình", True),
        ("không quá 5 vụ", "dưới 5 vụ", True),
        ("dưới 5 vụ", "không quá 5 vụ", False),
        ("10 vụ", "không quá 12 vụ", False),
        ("13 vụ", "không quá 12 vụ", True),
        ("từ 10 - 13 vụ", "không quá 12 vụ", True),
        ("ít nhất 10 vụ", "không quá 12 vụ", True),
        ("tối đa 10 vụ", "ít nhất 5 vụ", True),
        ("1.000 thanh niên", "2.000 lượt thanh niên", False),
        ("2 lần/năm", "4 lần/quý", False),
        ("giảm 3% so với năm 2025", "giảm 5% so với năm 2025", True),
        ("tăng 5% so với năm 2025", "giảm 5% so với năm 2025", True),
        ("giảm 5% so với năm 2024", "giảm 5% so với năm 2025", False),
    ],
)
def test_looser(own: str, asked: str, answer: bool, lexicon: Lexicon) -> None:
    assert looser(read(own, lexicon), read(asked, lexicon)) is answer


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("900 lượt thanh niên", "900 thanh niên", False),
        ("05 tỷ đồng", "400 triệu đồng", True),
        ("05 tỷ đồng", "05 công trình", False),
        ("80% thanh niên", "800 thanh niên", False),
        ("2 lần/năm", "1 lần/quý", False),
        ("20 hộ gia đình", "20 công trình", True),
        ("20 ha rừng", "20 cây xanh", False),
        ("20 ha", "20 hecta rừng", True),
        ("5 km đường", "5 ha đường", False),
        ("5 km đường", "5 tuyến đường", False),
    ],
)
def test_comparable_is_mutual(one: str, other: str, alike: bool, lexicon: Lexicon) -> None:
    assert comparable(read(one, lexicon), read(other, lexicon)) is alike
    assert comparable(read(other, lexicon), read(one, lexicon)) is alike


@pytest.mark.parametrize(
    ("own", "asked", "answer"),
    [
        ("2.600 công trình", "20.000 cây xanh", False),
        ("2.600 cây", "20.000 cây xanh", True),
        ("500 em", "600 suất quà", False),
        ("05 đội hình", "06 câu lạc bộ", True),
        ("05 mái ấm", "06 căn nhà", True),
        ("05 cá nhân", "06 tập thể", True),
    ],
)
def test_only_what_counts_the_same_adds_up(own: str, asked: str, answer: bool, lexicon: Lexicon) -> None:
    sides = read(own, lexicon), read(asked, lexicon)
    assert alike(*sides, Cascade.SUM) is answer
    assert alike(*sides, Cascade.EACH)


@pytest.mark.parametrize(
    ("headline", "share", "low"),
    [
        ("05 tỷ đồng", "0,5", 500_000_000),
        ("05 tỷ đồng", "400 triệu đồng", 400_000_000),
        ("từ 70 - 80 đoàn viên", "08 - 09", 8),
        ("80% thanh niên", "85", 85),
        ("80% thanh niên", "85%", 85),
    ],
)
def test_a_share_is_put_into_the_phrase(headline: str, share: str, low: int, lexicon: Lexicon) -> None:
    meant = asked_of(read(headline, lexicon), share, lexicon)
    assert meant and meant.low == low and comparable(meant, read(headline, lexicon))


@pytest.mark.parametrize(
    ("headline", "share", "written"),
    [
        ("ít nhất 40% thanh niên", "35%", "ít nhất 35% thanh niên"),
        ("không quá 5 % chi đoàn", "4,5 %", "không quá 4,5 % chi đoàn"),
        ("tăng 2% so với năm 2023", "62%", "62%"),
        ("ít nhất 40% thanh niên", "35% đoàn viên", "35% đoàn viên"),
    ],
)
def test_a_share_of_no_base_is_put_into_a_share(headline: str, share: str, written: str, lexicon: Lexicon) -> None:
    meant = asked_of(read(headline, lexicon), share, lexicon)
    assert meant and meant.written == written


def test_a_comparator_beside_the_phrase_holds_for_shares(lexicon: Lexicon) -> None:
    from kehoach.records import replace

    headline = replace(read("31 chi hội", lexicon), op=Op.MORE_THAN, bare=False)
    meant = asked_of(headline, "03", lexicon)
    assert meant and meant.op is Op.MORE_THAN


def test_more_than_a_number_needs_one_more(lexicon: Lexicon) -> None:
    asked = read("trên 1.200 đoàn viên ưu tú", lexicon)
    assert verdict(asked, Total(1200, 1200), complete=True) is Verdict.MISSED
    assert gap(asked, 1200) == 1 and gap(asked, 1201) == 0 and gap(asked, 1150) == 51
    ceiling = read("dưới 16 vụ", lexicon)
    assert verdict(ceiling, Total(16, 16), complete=True) is Verdict.MISSED
    assert verdict(ceiling, Total(16, 16, strict=True), complete=True) is Verdict.REACHED
    assert verdict(asked, Total(1201, 1201), complete=True) is Verdict.REACHED


NUMBERS = st.integers(0, 500)
RANGES = st.tuples(NUMBERS, NUMBERS).map(lambda pair: Quantity("", min(pair), max(pair)))
ASKED = st.builds(lambda low, op: Quantity("", low, op=op), NUMBERS, st.sampled_from(list(Op)))


@settings(derandomize=True, max_examples=300)
@given(ASKED, st.lists(RANGES, max_size=6), RANGES)
def test_what_is_to_come_never_undoes_what_is_known(asked: Quantity, parts: list[Quantity], more: Quantity) -> None:
    now, then = total(parts), total([*parts, more])
    before = verdict(asked, now, complete=False)
    if before is not Verdict.UNKNOWN:
        assert verdict(asked, then, complete=False) is before
    assert verdict(asked, then, complete=True) is not Verdict.UNKNOWN


@settings(derandomize=True, max_examples=300)
@given(st.lists(RANGES, max_size=6))
def test_the_order_of_the_units_does_not_matter(parts: list[Quantity]) -> None:
    turned = list(reversed(parts))
    assert total(parts) == total(turned) and total([*parts, None]) == total(parts)
