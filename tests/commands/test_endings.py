"""How runs end: statuses, streams, and letters on any console."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from kehoach.commands.shell import endings
from kehoach.commands.shell.session import language
from kehoach.errors import KehoachError, MissingProgram, WrongUsage
from kehoach.reporting.words import Words

WORKSPACE = Path(__file__).parent / "workspace"


def plan(*arguments: str, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """A run of the command in the workspace of the tests."""
    given = {**os.environ, "KEHOACH_LANG": "", **(environment or {})}
    command = [sys.executable, "-m", "kehoach", *arguments]
    return subprocess.run(command, cwd=WORKSPACE, env=given, capture_output=True, timeout=120)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([], 0),
        (["--version"], 0),
        (["validate", "tinh"], 0),
        (["validate"], 1),
        (["validate", "huyen/loi", "--fail-on", "warning"], 1),
        (["validate", "--nothing"], 2),
        (["validate", "--profile"], 2),
        (["render", "-j", "0"], 2),
        (["nothing"], 2),
        (["--lang", "fr", "validate"], 2),
        (["-C", "nowhere", "validate"], 3),
        (["validate", "nowhere"], 3),
        (["-C", "/", "validate"], 3),
    ],
)
def test_a_run_ends_with_its_status(arguments: list[str], status: int) -> None:
    ended = plan(*arguments)
    assert ended.returncode == status
    assert (status in {0, 1}) == (ended.stderr == b"")


def test_a_wrong_option_points_to_the_help_of_its_command() -> None:
    for arguments in (["validate", "--profile"], ["validate", "--nothing"]):
        assert plan(*arguments).stderr.decode("utf-8").rstrip().endswith("plan validate --help")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_a_full_disk_is_said_in_words() -> None:
    command = [sys.executable, "-m", "kehoach", "schema"]
    with open("/dev/full", "wb") as full:
        ended = subprocess.run(command, cwd=WORKSPACE, stdout=full, stderr=subprocess.PIPE, timeout=120)
    assert ended.returncode == 3
    said = Words("vi").error(KehoachError("disk_full", file=""))
    assert ended.stderr.decode("utf-8") == f"lỗi: {said}\n" and "  " not in said


def test_answers_are_utf_8_on_any_console() -> None:
    usual = plan("validate", "huyen/loi")
    narrow = plan("validate", "huyen/loi", environment={"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"})
    assert narrow.stdout == usual.stdout
    assert "không tìm thấy kế hoạch" in narrow.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = [sys.executable, "-m", "kehoach", "schema"]
    with subprocess.Popen(command, cwd=WORKSPACE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout and running.stderr
        running.stdout.close()
        said = running.stderr.read()
    assert (running.returncode, said) == (0, b"")


@pytest.mark.parametrize(
    ("raised", "status"),
    [
        (KehoachError("file_missing", file="x"), 3),
        (WrongUsage("command_unknown", name="x", known="y"), 2),
        (MissingProgram("git_missing"), 4),
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(), 0),
        (PermissionError(13, "no", "x"), 3),
        (RuntimeError("oops"), 5),
    ],
)
def test_what_stops_a_run_has_its_status(
    raised: BaseException, status: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> int:
        raise raised

    monkeypatch.setattr(endings, "_invoke", stop)
    monkeypatch.setattr(endings, "_unheard", lambda: 0)
    assert endings.run(["--lang", "en"]) == status
    assert ("Traceback" in capfd.readouterr().err) == (status == 5)


@pytest.mark.parametrize(
    ("arguments", "environment", "spoken"),
    [
        ([], {}, "vi"),
        ([], {"KEHOACH_LANG": "en"}, "en"),
        (["--lang", "en"], {}, "en"),
        (["--lang=en"], {}, "en"),
        (["--lang", "vi"], {"KEHOACH_LANG": "en"}, "vi"),
        (["--lang"], {}, "vi"),
        ([], {"KEHOACH_LANG": "fr"}, "vi"),
    ],
)
def test_the_language_is_known_first(arguments: list[str], environment: dict[str, str], spoken: str) -> None:
    assert language(arguments, environment) == spoken
