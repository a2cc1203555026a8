"""Write docs/language.md from the table of keys: run it after a change of schemas/plan.yaml."""

from collections.abc import Mapping
from pathlib import Path

from kehoach.language import Key
from kehoach.reading.schema.keys import language
from kehoach.reading.schema.table import table

PAGE = Path(__file__).parents[2] / "docs" / "language.md"
OPENING = """\
# Ngôn ngữ kế hoạch · The plan language

Trang này được lập từ bảng khóa trong `schemas/plan.yaml`: mỗi khóa đứng ở đâu, giữ gì, và kế hoạch cấp dưới nhận gì.
Mọi giá trị đều đọc là chữ: `60.000` là sáu mươi nghìn, `01` giữ số không. Chỗ chưa biết thì để trống.

This page is made from the table of keys in `schemas/plan.yaml`: where each key stands, what it holds, and what the
plans below get of it. Every value is read as text: `60.000` is sixty thousand, `01` keeps its zero. What is not known
yet stays blank.

| thừa kế · merge | kế hoạch cấp dưới nhận · what a plan below gets |
|---|---|
| field | từng khóa bên trong · key by key |
| whole | trọn giá trị, trừ khi viết giá trị riêng · all of it, unless it writes its own |
| never | không nhận · nothing |
"""
COLUMNS = "| khóa · key | giữ gì · holds | thừa kế · merge | mặc định · default | |\n|---|---|---|---|---|"


def manual() -> str:
    """``docs/language.md``: a table for each sort of mapping, in the order of the schema."""
    titles, keys = table("plan").titles, language()
    return "\n".join([OPENING, *(_chapter(titles[where], keys.names(where), where) for where in keys.places)])


def _chapter(title: Mapping[str, str], names: tuple[str, ...], where: str) -> str:
    rows = (_row(key) for name in names if (key := language().key(where, name)))
    return "\n".join([f"## {title['vi']} · {title['en']}", "", COLUMNS, *rows, ""])


def _row(key: Key) -> str:
    about = f"{key.about['vi']} · {key.about['en']}"
    name = f"`{key.name}`" + (" (bắt buộc · required)" if key.required else "")
    return "| " + " | ".join((name, _holds(key), key.merge, _default(key), about)) + " |"


def _default(key: Key) -> str:
    return _code(key.default) if key.default in (*key.values, "1") else key.default


def _holds(key: Key) -> str:
    return f"{key.type}: {', '.join(map(_code, key.values))}" if key.values else key.type


def _code(word: str) -> str:
    return f"`{word}`" if word else ""


if __name__ == "__main__":
    PAGE.write_text(manual(), encoding="utf-8", newline="\n")
