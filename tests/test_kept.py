"""What is kept beside the program is never old, never wrong, and may be lost."""

import marshal
import re
from collections.abc import Iterator
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from kehoach import kept, patterns
from kehoach.kept import made_of

PATTERNS = (r"(?P<day>\d{1,2})\s*/\s*(?P<month>\d{1,2})", r"(?<!\w)(?:ngày|tháng)(?!\w)", "[^\\W\\d_]+", "")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where patterns are kept for a while, by a program that knows none yet."""
    file = tmp_path / "patterns.pyc"
    monkeypatch.setattr(patterns, "PLACE", str(file))
    monkeypatch.setattr(patterns, "_new", {})
    _forget()
    yield file
    _forget()


def _forget() -> None:
    patterns._kept.cache_clear()
    patterns.compiled.cache_clear()


def test_what_is_made_of_a_file_is_made_once_for_its_bytes(tmp_path: Path) -> None:
    file, made = tmp_path / "data.yaml", []

    def make(content: bytes) -> str:
        made.append(content)
        return content.decode()

    for content in (b"one", b"one", b"two", b"one"):
        file.write_bytes(content)
        assert made_of(file, make) == content.decode()
    assert made == [b"one", b"two", b"one"]


@pytest.mark.parametrize(
    "broken", [b"", b"\xff\xff", marshal.dumps(7), marshal.dumps((kept.FORMAT - 1, b"one", "old"))]
)
def test_a_kept_copy_that_cannot_be_used_is_made_anew(tmp_path: Path, broken: bytes) -> None:
    file = tmp_path / "data.yaml"
    file.write_bytes(b"one")
    assert made_of(file, bytes.decode) == "one"
    [copy] = tmp_path.rglob("*.pyc")
    copy.write_bytes(broken)
    assert made_of(file, bytes.decode) == "one"


def test_where_nothing_can_be_kept_everything_is_made(tmp_path: Path) -> None:
    file = tmp_path / "data.yaml"
    file.write_bytes(b"one")
    (tmp_path / "__pycache__").write_bytes(b"")
    assert made_of(file, bytes.decode) == "one"


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.DOTALL | re.ASCII])
def test_a_pattern_taken_up_is_the_pattern_compiled(place: Path, pattern: str, flags: int) -> None:
    made = patterns.compiled(pattern, flags)
    patterns.keep_new()
    assert place.is_file()
    _forget()
    taken = patterns.compiled(pattern, flags)
    assert not patterns._new
    assert taken is not made
    assert made == taken
    assert (made.pattern, made.flags) == (pattern, re.compile(pattern, flags).flags)
    assert (taken.groups, taken.groupindex) == (made.groups, made.groupindex)
    for text in ("Từ NGÀY 12 / 3", "tháng 4\n", ""):
        assert [m.groupdict() for m in taken.finditer(text)] == [
            m.groupdict() for m in re.finditer(pattern, text, flags)
        ]


@pytest.mark.parametrize(
    "broken", [(0, b"", 0, {}, ()), (0, b"\x01\x02\x03", 0, {}, ()), ("x",), (0, b"\x07" * 64, 9, {}, ())]
)
def test_a_kept_pattern_that_python_refuses_is_compiled_anew(place: Path, broken: tuple[object, ...]) -> None:
    place.write_bytes(marshal.dumps((patterns.MAKER, {("a+", 0): broken})))
    found = patterns.compiled("a+").fullmatch("aaa")
    assert found


def test_patterns_of_another_python_are_not_taken_up(place: Path) -> None:
    patterns.compiled("a+")
    patterns.keep_new()
    _, known = marshal.loads(place.read_bytes())
    place.write_bytes(marshal.dumps(("another", known)))
    _forget()
    patterns.compiled("a+")
    assert patterns._new


def test_a_faulty_pattern_is_told_of_as_ever(place: Path) -> None:
    with pytest.raises(re.error):
        patterns.compiled("(")


def test_nothing_kept_bears_the_name_of_bytecode() -> None:
    names = {cache_from_source(str(file)) for file in Path(patterns.__file__).parent.glob("*.py")}
    assert patterns.PLACE not in names
    assert Path(patterns.PLACE).parent in {Path(name).parent for name in names}


def test_two_processes_that_keep_patterns_lose_none(place: Path) -> None:
    patterns._kept()
    for pattern in ("a+", "b+"):
        patterns.compiled(pattern)
        patterns.keep_new()
    _, known = marshal.loads(place.read_bytes())
    assert set(known) == {("a+", 0), ("b+", 0)}


def test_a_copy_that_cannot_be_put_in_its_place_leaves_nothing(tmp_path: Path) -> None:
    place = tmp_path / "a.pyc"
    (place / "taken").mkdir(parents=True)
    kept.keep(str(place), "value")
    assert list(tmp_path.iterdir()) == [place]
    assert kept.recall(str(place)) is None
