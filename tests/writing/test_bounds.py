"""What is too large or too deep is refused with a sentence before any engine sees it."""

import pytest

from kehoach.document.markdown import parse
from kehoach.errors import KehoachError
from kehoach.reporting.words import LANGUAGES, Words
from kehoach.standards.standard import Standard
from kehoach.writing import docx

ROW = "|" + "a|" * 100 + "\n"
TOO_MUCH = {
    "a table of 100,000 cells": (ROW + "|" + "-|" * 100 + "\n" + ROW * 1000, "document_too_many_parts"),
    "a list 1,000 deep": ("".join(f"{'  ' * n}- a\n" for n in range(1000)), "document_too_deep"),
    "emphasis 1,000 deep": ("*a **b " * 500 + "c** d*" * 500, "document_too_deep"),
    "a body of 20 MB": ("Một câu rất dài. " * 1_250_000, "document_too_large"),
}


@pytest.mark.parametrize(("source", "code"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_excess_is_refused(source: str, code: str) -> None:
    with pytest.raises(KehoachError) as caught:
        parse(source)
    assert caught.value.code == code
    assert all(Words(language).error(caught.value) for language in LANGUAGES)


def test_pandoc_does_not_take_all_memory(standard: Standard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "HEAP", ("+RTS", "-M16m", "-RTS"))
    with pytest.raises(KehoachError) as caught:
        docx.docx(parse("Một câu dài.\n\n" * 20_000), standard)
    assert caught.value.code == "pandoc_out_of_memory"
