"""Every plan of the repository, printed as a Word document, has the official form of every standard."""

import time
from pathlib import Path

import pytest

from kehoach.commands.rendering.pressing import press, standard
from kehoach.document.compose import markdown
from kehoach.document.markdown import parse
from kehoach.reading.docx.document import read
from kehoach.reading.workspace import Workspace
from kehoach.reporting.words import Words
from kehoach.rules.form.check import form_faults
from kehoach.shipped import shipped
from kehoach.writing.docx import docx

WORKSPACE = Workspace.around(Path(__file__).parents[2])
PLANS = [id for id in WORKSPACE.plans() if (plan := WORKSPACE.resolve(id)) and plan.complete]
STANDARDS = sorted(file.stem for file in (shipped("templates") / "standards").glob("*.yaml"))
SECONDS = 1.0


@pytest.mark.parametrize("name", STANDARDS)
@pytest.mark.parametrize("id", PLANS)
def test_a_plan_in_word_has_the_form(id: str, name: str) -> None:
    plan, layout = WORKSPACE.resolve(id), standard(WORKSPACE, name)
    assert plan
    press_ = press(WORKSPACE, plan, layout, Words(), None)
    written = docx(parse(markdown(plan, press_)), press_.standard.on(plan.day))
    start = time.process_time()
    assert list(form_faults(read(written, f"{id}.docx"), layout, WORKSPACE.lexicon)) == []
    assert time.process_time() - start < SECONDS
