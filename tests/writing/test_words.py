"""Every fault that reading Markdown or writing files can raise has its sentence in both languages."""

import re
import tomllib
from pathlib import Path

import pytest

import kehoach
from kehoach.shipped import shipped

PACKAGE = Path(kehoach.__file__).parent
OURS = ("document/markdown", "document/blocks", "document/inlines", "standards/standard", "standards/figures")
MODULES = [*(PACKAGE / "writing").glob("*.py"), *(PACKAGE / f"{name}.py" for name in OURS)]
CODE = re.compile(r'(?:KehoachError|WrongUsage|MissingProgram|_wrong)\(\s*"([a-z_]+)"')
WORDS = tomllib.loads((shipped("schemas") / "words" / "errors_writing.toml").read_text(encoding="utf-8"))
BLANK = re.compile(r"\{(\w+)\}")


def test_every_code_has_words_and_all_words_are_used() -> None:
    source = "\n".join(one.read_text(encoding="utf-8") for one in MODULES)
    assert set(CODE.findall(source)) | {"markdown_container_unknown"} == set(WORDS)


@pytest.mark.parametrize("code", WORDS)
def test_both_languages_have_the_same_blanks(code: str) -> None:
    both = WORDS[code]
    assert set(both) == {"vi", "en"}
    assert set(BLANK.findall(both["vi"])) == set(BLANK.findall(both["en"]))
