"""What every test may ask for."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from kehoach.phrases.lexicon import Lexicon
from kehoach.shipped import shipped


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--accept`` writes the goldens anew."""
    parser.addoption("--accept", action="store_true", help="write the golden documents anew")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are to be written anew."""
    return bool(request.config.getoption("--accept", default=False))


def strings(file: Path) -> object:
    """The content of a YAML file, every scalar a string."""
    return YAML(typ="base", pure=False).load(file)


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The shipped word lists."""
    data = {file.stem: strings(file) for file in sorted((shipped("schemas") / "lexicon").glob("*.yaml"))}
    commemorations = shipped("schemas") / "commemorations.yaml"
    if commemorations.is_file():
        data["commemorations"] = strings(commemorations)
    return Lexicon.of(data)
