"""The manual is run: every console block of ``tests/commands/*.md`` and of the README files.

A block is ``% plan …``, what it prints (standard output and errors as on a screen), and ``=> status`` where that
is not 0. A line ``…`` stands for any lines. The blocks of a page run one after the other in a copy of
``tests/commands/workspace``, those of a README beside a copy of ``plans/``.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TOP = HERE.parents[1]
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
CALL = re.compile(r"^% (?P<call>.*)\n(?P<said>(?:(?!% ).*\n)*)", re.MULTILINE)
ANY = "…"
INCOMING = "den"
PAGES = [*sorted(HERE.glob("*.md")), *sorted(TOP.glob("README*.md"))]


def run(call: str, folder: Path) -> str:
    """What the call of ``plan`` prints, and its status where that is not 0."""
    program, *arguments = shlex.split(call)
    assert program == "plan", call
    environment = {**os.environ, "KEHOACH_LANG": "", "COLUMNS": "80"}
    ended = subprocess.run(
        [sys.executable, "-m", "kehoach", *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
    )
    said = ended.stdout.decode("utf-8").replace("\r\n", "\n")
    return said + (f"=> {ended.returncode}\n" if ended.returncode else "")


def matches(said: str, expected: str) -> bool:
    """Whether *said* is *expected*, where a line ``…`` stands for any lines."""
    pattern = "".join(r"(?:.*\n)*?" if line == ANY else re.escape(f"{line}\n") for line in expected.splitlines())
    return re.fullmatch(pattern, said) is not None


def calls(page: str) -> Iterator[re.Match[str]]:
    """Every call of a page with what it is said to print."""
    for block in BLOCK.finditer(page):
        yield from CALL.finditer(page, block.start(), block.end())


@pytest.fixture
def folder(tmp_path: Path, page: Path) -> Path:
    """A fresh folder to run a page in."""
    source = TOP if page.parent == TOP else HERE / "workspace"
    shutil.copytree(source / "plans", tmp_path / "plans")
    if (source / INCOMING).is_dir():
        shutil.copytree(source / INCOMING, tmp_path / INCOMING)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_tells_what_happens(page: Path, folder: Path, request: pytest.FixtureRequest) -> None:
    text = page.read_text(encoding="utf-8")
    new, end = "", 0
    for call in calls(text):
        said = run(call["call"], folder)
        keep = matches(said, call["said"])
        assert keep or request.config.getoption("--accept", default=False), f"% {call['call']}\n{said}"
        new += text[end : call.start("said")] + (call["said"] if keep else said)
        end = call.end("said")
    if new + text[end:] != text:
        page.write_text(new + text[end:], encoding="utf-8", newline="\n")


@pytest.mark.parametrize("page", sorted(HERE.glob("*.md")), ids=lambda page: page.name)
def test_a_page_runs_its_command(page: Path) -> None:
    assert any(f"plan {page.stem} " in f"{call['call']} " for call in calls(page.read_text(encoding="utf-8")))
