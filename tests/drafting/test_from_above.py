"""From each shipped plan to a draft of a unit below it: sound, printable, and never speaking as the unit above."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

Plan = Callable[..., str]
BELOW = {
    "tinh_doan_lai_chau/2023-annual_programme": "huyen_doan_phong_tho",
    "quan_doan_binh_tan/2023-annual_programme": "doan_phuong_tan_tao",
    "doan_khoi_tra_vinh/2021-annual_programme": "doan_dien_luc_tra_vinh",
    "doan_khoi_quang_nam/2024-annual_resolution": "doan_toa_an_quang_nam",
    "huyen_doan_tam_duong/2023-annual_programme": "doan_xa_ban_bo",
    "huyen_doan_tam_duong/2023-youth_month_plan": "doan_xa_ban_hon",
}
# The unit above is spoken of behind one of these; "để" only before what it does itself.
SPOKEN_OF = re.compile(r"(?:về|do|để|Văn phòng|về Ban Thường vụ) $")
CITED = re.compile(r"(?:Nghị quyết|Kế hoạch|Chương trình|Đại hội)[^.;]*$")
QUOTED = re.compile(r"“[^”]*$")


@pytest.fixture(params=BELOW, ids=lambda source: source)
def drafted(request: pytest.FixtureRequest, workspace: Path, plan: Plan) -> tuple[str, str]:
    """The plan above, and the id of a draft under it."""
    source, unit = request.param, BELOW[request.param]
    id = f"{unit}/{source.split('/')[1]}"
    if not (workspace / "plans" / f"{id}.yaml").exists():
        plan("new", "--unit", unit, "--from", source)
    return source, id


def test_a_draft_is_sound_and_prints_at_once(drafted: tuple[str, str], workspace: Path, plan: Plan) -> None:
    _, id = drafted
    plan("validate", id)
    plan("render", id, "--to", "docx,pdf,txt")
    assert all((workspace / "build" / f"{id}.{ending}").stat().st_size > 1000 for ending in ("docx", "pdf", "txt"))


def test_a_draft_never_speaks_as_the_unit_above(drafted: tuple[str, str], workspace: Path, plan: Plan) -> None:
    source, id = drafted
    plan("render", id, "--to", "txt")
    text = (workspace / "build" / f"{id}.txt").read_text(encoding="utf-8")
    body = re.split(r"\nNơi nhận", text.split("-----------", 1)[1])[0]
    lines = [line for line in body.splitlines() if not line.startswith("Căn cứ")]
    assert list(speaking(lines, names(workspace, source.split("/")[0]))) == []


def speaking(lines: list[str], names: set[str]) -> Iterator[str]:
    """The lines in which one of *names* speaks."""
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))), re.IGNORECASE)
    for line in lines:
        for match in pattern.finditer(line):
            before = line[: match.start()]
            if not any(frame.search(before) for frame in (SPOKEN_OF, CITED, QUOTED)):
                yield f"{match.group()}: {line}"


def names(workspace: Path, unit: str) -> set[str]:
    """Every name of a unit in the register: whole, short, its own word for itself, its bodies."""
    register: dict[str, Any] = YAML(typ="base", pure=False).load(workspace / "plans" / "units.yaml")
    entry = register["units"][unit]
    found = {entry["name"], entry["short"], entry["words"]["self"]}
    bodies = {name for body in entry["bodies"].values() for name in body.values()}
    return found | (bodies - {"Ban Chấp hành", "Ban Thường vụ"})


def test_every_blank_figure_is_listed_with_the_figure_above(workspace: Path, plan: Plan) -> None:
    said = plan("new", "--unit", "huyen_doan_sin_ho", "--from", "tinh_doan_lai_chau/2023-annual_programme", "--force")
    file = workspace / "plans/huyen_doan_sin_ho/2023-annual_programme.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    listed = re.findall(r"2023-annual_programme\.yaml:(\d+): … .*; cấp trên: (.+)", said)
    assert [above for _, above in listed] == ["2.000 thanh niên", "10.000 lượt thanh thiếu nhi"]
    assert all("{{ gap }}" in lines[int(number)] for number, _ in listed)
    assert sum("{{ gap }}" in line for line in lines) == len(listed)


def test_a_month_takes_only_what_is_in_it(workspace: Path, plan: Plan) -> None:
    plan(
        "new", "--unit", "huyen_doan_tam_duong", "--from", "huyen_doan_tam_duong/2023-annual_programme",
        "--kind", "youth_month_plan", "-o", "plans/huyen_doan_tam_duong/thang-thanh-nien.yaml",
    )  # fmt: skip
    shown = plan("show", "huyen_doan_tam_duong/thang-thanh-nien")
    assert "Ngày Đoàn viên (26/3/2023)" in shown and "(19/3)" in shown
    assert "23/7" not in shown and "Hội thi Nghi thức Đội" not in shown.split("không lấy")[0]
    plan("validate", "huyen_doan_tam_duong/thang-thanh-nien")
