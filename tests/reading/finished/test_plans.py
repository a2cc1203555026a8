"""Every plan of the repository, rendered and read back: the same words, the same paragraphs."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from kehoach.commands.rendering.pressing import press, standard
from kehoach.document.compose import markdown
from kehoach.document.markdown import parse
from kehoach.manuscript import Manuscript
from kehoach.reading.finished import read
from kehoach.reading.workspace import Workspace
from kehoach.reporting.words import Words
from kehoach.tree import Document
from kehoach.writing.formats import made

ROOT = Path(__file__).parents[3]
PLANS = sorted(file.relative_to(ROOT / "plans").with_suffix("").as_posix() for file in ROOT.glob("plans/*/*.yaml"))
ENDINGS = ("docx", "pdf", "md", "txt")
BULLETS = {"-", "+", "•"}


@pytest.fixture(scope="module", params=PLANS)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A plan in every format."""
    workspace = Workspace.around(ROOT)
    plan = workspace.resolve(request.param)
    assert plan
    if not plan.complete:
        pytest.skip("a plan on paper is not rendered")
    form = standard(workspace)
    tree: Document = parse(markdown(plan, press(workspace, plan, form, Words("vi"), None)))
    folder = tmp_path_factory.mktemp("plan")
    for ending, content in made(tree, form, ENDINGS).items():
        (folder / f"plan.{ending}").write_bytes(content)
    return {ending: folder / f"plan.{ending}" for ending in ENDINGS}


def words(found: Manuscript) -> list[str]:
    """All words, without bullets, which differ between formats, and without case, which the form changes."""
    texts = (f"{block.mark} {block.words.text}" for block in found.blocks)
    return [word for text in texts for word in text.casefold().split() if word not in BULLETS]


def printed(file: Path) -> list[str]:
    """The words of the plain text, taken without our reader."""
    text = unicodedata.normalize("NFC", file.read_text(encoding="utf-8")).casefold()
    return [word for word in text.split() if word not in BULLETS]


@pytest.mark.parametrize("ending", ENDINGS)
def test_words_come_back(ending: str, written: dict[str, Path]) -> None:
    found, expected = words(read(written[ending], f"plan.{ending}")), printed(written["txt"])
    assert Counter(found) == Counter(expected)
    if ending in {"docx", "txt"}:
        assert found == expected


@pytest.mark.parametrize("ending", ["pdf", "md"])
def test_paragraphs_come_back(ending: str, written: dict[str, Path]) -> None:
    def body(name: str) -> list[tuple[str, str]]:
        blocks = read(written[name], f"plan.{name}").blocks
        return [(block.mark.strip("-+•"), block.words.text.casefold()) for block in blocks if not block.cell]

    assert body(ending) == body("docx")
