"""The rules as people read them, and the lines that run them elsewhere."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kehoach.commands.checking.rulebook import entries
from kehoach.reporting.rulebook import index, page, reference
from kehoach.reporting.words import Words

TOP = Path(__file__).parents[2]
SPACE = TOP / "tests" / "commands" / "workspace"


def test_the_reference_is_what_the_words_say() -> None:
    """After a change of the words run ``python tests/tools/rules_page.py``."""
    assert (TOP / "docs" / "rules.md").read_text(encoding="utf-8") == reference(entries().values())


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_rule_has_its_line_and_its_page(language: str) -> None:
    words = Words(language)
    listed = "\n".join(index(entries().values(), words))
    for code, entry in entries().items():
        assert f"  {code}  {words.title(code)}" in listed
        assert words.page(code) in "\n".join(page(entry, words))


@pytest.fixture
def space(tmp_path: Path) -> Path:
    """A workspace, and the command on the path."""
    shutil.copytree(SPACE, tmp_path / "space")
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "plan").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kehoach "$@"\n')
    (programs / "plan").chmod(0o755)
    return tmp_path / "space"


def run(line: str, space: Path) -> subprocess.CompletedProcess[str]:
    path = f"{space.parent / 'programs'}{os.pathsep}{os.environ['PATH']}"
    kept = {"GITHUB_STEP_SUMMARY": str(space / "summary.md"), "PATH": path}
    environment = {**os.environ, **kept}
    return subprocess.run(("sh", "-c", line), cwd=space, env=environment, capture_output=True, text=True)


@pytest.mark.skipif(os.name == "nt", reason="the lines are those of a POSIX shell")
def test_the_hooks_run_as_they_are_written(space: Path) -> None:
    hooks: list[dict[str, Any]] = YAML(typ="safe").load(TOP / ".pre-commit-hooks.yaml")
    for hook in hooks:
        good, bad = (f"{hook['entry']} {shlex.quote(file)}" for file in ("plans/huyen/2024-programme.yaml", LOI))
        assert run(good, space).returncode == 0, hook["id"]
        ended = run(bad, space)
        assert ended.returncode == 1, hook["id"]
        assert "INH101" in ended.stdout


LOI = "plans/huyen/loi.yaml"


@pytest.mark.skipif(os.name == "nt", reason="the lines are those of a POSIX shell")
def test_the_workflow_runs_as_it_is_written(space: Path) -> None:
    workflow: dict[str, Any] = YAML(typ="safe").load(TOP / "docs" / "github-workflow.yml")
    (job,) = workflow["jobs"].values()
    install, annotate, upload = (step["run"] for step in job["steps"] if "run" in step)
    assert install == "python -m pip install kehoach"
    ended = run(annotate, space)
    assert ended.returncode == 1
    assert f"::error file={LOI},line=5" in ended.stdout
    assert "INH101" in (space / "summary.md").read_text(encoding="utf-8")
    assert run(upload, space).returncode == 0
    assert '"ruleId": "INH101"' in (space / "ke-hoach.sarif").read_text(encoding="utf-8")
