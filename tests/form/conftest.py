"""The document without a fault, and the check of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.document.markdown import parse
from kehoach.findings import Fault
from kehoach.phrases.lexicon import Lexicon
from kehoach.reading.data.datafile import read_data
from kehoach.reading.docx.document import read
from kehoach.rules.form.check import form_faults
from kehoach.shipped import shipped
from kehoach.standards.standard import Standard
from kehoach.writing.docx import docx
from kehoach.written import plain

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def standard() -> Standard:
    """The Youth Union's own standard."""
    file = shipped("templates") / "standards" / "doan.yaml"
    figures = plain(read_data(file.read_bytes(), file.name))
    assert isinstance(figures, dict)
    return Standard.of(figures)


@pytest.fixture(scope="session")
def programme(standard: Standard) -> bytes:
    """A district's programme as a Word document in the form of the standard."""
    return docx(parse((HERE / "programme.md").read_text(encoding="utf-8")), standard)


@pytest.fixture(scope="session")
def faults_of(standard: Standard, lexicon: Lexicon) -> Callable[[bytes], list[Fault]]:
    """The faults of a Word document."""
    return lambda data: list(form_faults(read(data, "made.docx"), standard, lexicon))
