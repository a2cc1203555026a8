"""Each shipped plan carried into later years, held against a calendar of its own."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

Plan = Callable[..., str]
PLANS = {
    "tinh_doan_lai_chau/2023-annual_programme": 2023,
    "quan_doan_binh_tan/2023-annual_programme": 2023,
    "doan_khoi_tra_vinh/2021-annual_programme": 2021,
    "doan_khoi_quang_nam/2024-annual_resolution": 2024,
    "huyen_doan_tam_duong/2023-youth_month_plan": 2023,
    "huyen_doan_thuy_nguyen/2023-youth_month_plan": 2023,
    "huyen_doan_tam_duong/2023-annual_programme": 2023,
}
MOVES = [(plan, year) for plan, old in PLANS.items() for year in range(old + 1, 2028)]
STANDING = [(plan, year) for plan, year in MOVES if not plan.startswith("huyen_doan_tam_duong")]

# Days that stay what they are: feasts, their eves, and the days that these plans say to be those of an event.
FEASTS = {
    (3, 2), (26, 3), (30, 4), (1, 5), (15, 5), (19, 5), (1, 6), (5, 6), (11, 6), (26, 7), (27, 7), (2, 9), (15, 10),
    (10, 10), (9, 11), (20, 11), (22, 12), (9, 1), (21, 4), (2, 12), (14, 8), (15, 7), (19, 8),
}  # fmt: skip
FOUNDED = {
    "Ngày thành lập Đảng": 1930,
    "Ngày thành lập Đoàn TNCS Hồ Chí Minh(?! tỉnh)": 1931,
    "Ngày Thương binh": 1947,
    "Ngày truyền thống lực lượng Thanh niên xung phong": 1950,
    "Ngày truyền thống học sinh": 1950,
    "Ngày giải phóng miền Nam": 1975,
    "Ngày sinh Chủ tịch Hồ Chí Minh": 1890,
    "Cách mạng tháng Tám": 1945,
    "Ngày Bác Hồ ra đi tìm đường cứu nước": 1911,
    "Ngày Bác Hồ về nước": 1941,
    "Ngày Bác Hồ ra lời kêu gọi": 1948,
    "thành lập và phát triển quận": 2003,
    "Ngày thành lập [Qq]uận": 2003,
}
DAY = re.compile(r"(?<![\d/])(\d{1,2})(?:-(\d{1,2}))?/(\d{1,2})(?:/(\d{4}))?(?![\d/])")
BOTH = re.compile(r"(\d+)\s+năm(?:(?!\d+\s+năm)[^():;])*\((?:\d+/\d+/)?(\d{4})\s*-\s*(?:\d+/\d+/)?(\d{4})\)")
HEADS = ("date:", "number:", "#", "- plan:", "previous:", "year:")


Carried = tuple[str, str, int, int]


@pytest.fixture(scope="session")
def texts() -> dict[tuple[str, int], str]:
    """What was carried already, by plan and year."""
    return {}


@pytest.fixture
def carried(request: pytest.FixtureRequest, workspace: Path, plan: Plan, texts: dict[tuple[str, int], str]) -> Carried:
    """The old and the new text of a plan carried into a later year, and the two years."""
    source, year = request.param
    if request.param not in texts:
        file = workspace / "plans/carried.yaml"
        plan("new", "--unit", source.split("/")[0], "--from", source, "--year", str(year), "-o", str(file))
        texts[request.param] = file.read_text(encoding="utf-8")
        file.unlink()
    old = (workspace / f"plans/{source}.yaml").read_text(encoding="utf-8")
    return old, texts[request.param], PLANS[source], year


def spoken(text: str) -> str:
    """The words of a file without its comments, figures kept of last year and keys of the head."""
    lines = (line for line in text.splitlines() if not line.strip().startswith(HEADS))
    return re.sub(r"\s+", " ", "\n".join(lines))


def days(text: str, year: int) -> Iterator[tuple[date, bool, str]]:
    """Every day that *text* writes, whether it is a time limit or stands in a cited document, and its words."""
    for match in DAY.finditer(text):
        first, last, month, written = match.groups()
        before = text[max(0, match.start() - 60) : match.start()]
        kept = re.search(r"(?:số \S+(?: và \S+)? ngày|trước ngày|đến hết ngày|Kết luận[^.;]*ngày) $", before)
        for day in (first, last) if last else (first,):
            with suppress(ValueError):
                yield date(int(written or year), int(month), int(day)), bool(kept), before[-30:] + match.group()


def before_the_founding_day(day: date, words: str) -> bool:
    """Whether a stretch that begins on *day* leads up to 26/3."""
    return "-" in words[-12:] and (26, 3) in {(day.day + n, day.month) for n in range(8)}


@pytest.mark.parametrize("carried", STANDING, indirect=True, ids=str)
def test_a_day_stays_its_feast_or_its_weekday(carried: Carried) -> None:
    before, after, old, new = carried
    was, now = list(days(spoken(before), old)), list(days(spoken(after), new))
    assert len(was) == len(now)
    for (then, kept, words), (today, _, said) in zip(was, now, strict=True):
        if then.year == today.year or abs(then.year - old) > 1:
            assert then == today, words
        elif kept or (then.day, then.month) in FEASTS or before_the_founding_day(then, words):
            assert (then.day, then.month) == (today.day, today.month), f"{words} > {said}"
        else:
            assert then.weekday() == today.weekday(), f"{words} > {said}"
            assert abs((then.replace(year=today.year) - today).days) <= 6, f"{words} > {said}"


@pytest.mark.parametrize("carried", MOVES, indirect=True, ids=str)
def test_every_anniversary_adds_up(carried: Carried) -> None:
    _, after, _, new = carried
    text = spoken(after)
    for count, since, until in BOTH.findall(text):
        assert int(until) - int(since) == int(count) and int(until) >= new
    for words, founded in FOUNDED.items():
        for count in re.findall(rf"(\d+) năm (?:{words})", text):
            assert int(count) == new - founded or (words.endswith("miền Nam") and founded + int(count) >= new), words


@pytest.mark.parametrize("carried", MOVES, indirect=True, ids=str)
def test_nothing_of_the_plan_stays_in_the_old_year(carried: Carried) -> None:
    _, after, old, new = carried
    text = re.sub(r"(?:giai đoạn|nhiệm kỳ|năm học) \d{4} - \d{4}", "", spoken(after))
    text = re.sub(rf"(?:so với năm|mùa đông|mùa Đông) {new - 1}\b", "", text)
    text = re.sub(r"(?:số|Nghị quyết số) [^;.]*?ngày \d+/\d+/\d{4}[^;.]*", "", text)
    assert re.findall(rf"[^.;]*(?<!Luật Thanh niên )\b{old}\b[^.;]*", text) == []
    assert str(new) in text


@pytest.mark.parametrize("carried", STANDING, indirect=True, ids=str)
def test_ids_and_comments_stay(carried: Carried) -> None:
    before, after, _, _ = carried
    keys = re.compile(r"^ *([a-z_0-9]+):", re.MULTILINE)
    gone = {"inherits", "bases", "phrase", "previous"}
    old, new = ([key for key in keys.findall(text) if key not in gone] for text in (before, after))
    assert old == new


def test_a_plan_carried_past_the_end_of_districts_names_them_all(plan: Plan, workspace: Path) -> None:
    source = "tinh_doan_lai_chau/2023-annual_programme"
    said = plan("new", "--unit", "tinh_doan_lai_chau", "--from", source, "--year", "2026", "-o",
                str(workspace / "plans/sau-2025.yaml"))  # fmt: skip
    (workspace / "plans/sau-2025.yaml").unlink()
    text = " ".join(said.split())
    merged = {
        "Thành đoàn Lai Châu": "Đoàn phường Đoàn Kết, Đoàn phường Tân Phong",
        "Huyện đoàn Than Uyên": "Đoàn xã Khoen On, Đoàn xã Mường Kim, Đoàn xã Mường Than, Đoàn xã Than Uyên",
        "Huyện đoàn Tân Uyên": "Đoàn xã Mường Khoa, Đoàn xã Nậm Sỏ, Đoàn xã Pắc Ta, Đoàn xã Tân Uyên",
    }
    for unit, into in merged.items():
        assert f"{unit} kết thúc ngày 30/06/2025; sáp nhập vào: {into}" in text
    for name in ("Tam Đường", "Phong Thổ", "Sìn Hồ", "Nậm Nhùn", "Mường Tè"):
        assert f"Huyện đoàn {name} kết thúc ngày 30/06/2025; sáp nhập vào:" in text


def test_a_plan_follows_the_parent_of_its_new_year(plan: Plan, workspace: Path) -> None:
    above, below = "tinh_doan_lai_chau/2023-annual_programme", "huyen_doan_tam_duong/2023-annual_programme"
    units = ("tinh_doan_lai_chau", "huyen_doan_tam_duong")
    files = [workspace / f"plans/{unit}/2024-annual_programme.yaml" for unit in units]
    plan("new", "--unit", "tinh_doan_lai_chau", "--from", above, "--year", "2024")
    plan("new", "--unit", "huyen_doan_tam_duong", "--from", below, "--year", "2024")
    text = files[1].read_text(encoding="utf-8")
    assert "inherits:\n  - tinh_doan_lai_chau/2024-annual_programme\n" in text
    assert "bases:\n  - plan: tinh_doan_lai_chau/2024-annual_programme\n" in text
    assert "value: 8.000\n        previous: 8.000\n" in text
    plan("validate", "huyen_doan_tam_duong/2024-annual_programme")
    for file in files:
        file.unlink()


FIGURES = """kind: annual_programme
unit: tinh_doan_lai_chau
year: 2023
sections:
  chi_tieu:
    title: Chỉ tiêu
    targets:
      tap_hop:
        text: Đoàn kết, tập hợp thanh niên tăng 2% so với năm 2022; kết nạp 900 đoàn viên mới.  # bàn với Ban Tổ chức
        figures:
          ty_le: tăng 2% so với năm 2022  # chưa chốt
          ket_nap: >-
            900 đoàn viên
            mới
"""


def test_a_figure_written_short_moves_and_keeps_its_comment(plan: Plan, workspace: Path) -> None:
    source, file = workspace / "plans/so-nam-truoc.yaml", workspace / "plans/so-nam-nay.yaml"
    source.write_text(FIGURES, encoding="utf-8")
    plan("new", "--unit", "tinh_doan_lai_chau", "--from", "so-nam-truoc", "--year", "2024", "-o", str(file))
    text = file.read_text(encoding="utf-8")
    assert "tăng 2% so với năm 2023; kết nạp 900 đoàn viên mới.  # bàn với Ban Tổ chức\n" in text
    assert "phrase: tăng 2% so với năm 2023\n            previous: tăng 2% so với năm 2022  # chưa chốt\n" in text
    assert "phrase: 900 đoàn viên mới\n            previous: 900 đoàn viên mới\n" in text
    plan("validate", "so-nam-nay")
    source.unlink()
    file.unlink()
