"""Every plan of the repository, printed as a Word document, has the official form."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.commands.shell.pressing import press
from kehoach.document.compose import markdown
from kehoach.document.markdown import parse
from kehoach.findings import Fault
from kehoach.reading.workspace import Workspace
from kehoach.reporting.words import Words
from kehoach.standards.standard import Standard
from kehoach.writing.docx import docx

ROOT = Path(__file__).parents[2]
WORKSPACE = Workspace.around(ROOT)
SECONDS = 1.0


@pytest.mark.parametrize("id", list(WORKSPACE.plans()))
def test_a_plan_in_word_has_the_form(id: str, standard: Standard, faults_of: Callable[[bytes], list[Fault]]) -> None:
    plan = WORKSPACE.resolve(id)
    assert plan
    if not plan.complete:
        return
    words = markdown(plan, press(WORKSPACE, plan, standard, Words(), None))
    written = docx(parse(words), standard)
    start = time.process_time()
    assert faults_of(written) == []
    assert time.process_time() - start < SECONDS
