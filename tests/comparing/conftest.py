"""Plans to be compared."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kehoach.comparing.compare import Compared
from kehoach.phrases.lexicon import Lexicon
from kehoach.reading.source import Made
from kehoach.reading.workspace import Workspace

HERE = Path(__file__).parent
Space = Callable[[Mapping[str, str]], Workspace]


@pytest.fixture(scope="session")
def space() -> Space:
    """A workspace of plans given as text by their ids."""
    data = Workspace(Path(), Made({}))

    def made(texts: Mapping[str, str]) -> Workspace:
        units = (HERE / "units.yaml").read_bytes()
        plans = {f"plans/{id}.yaml": text.encode() for id, text in texts.items()}
        space = Workspace(Path(), Made({"plans/units.yaml": units, **plans}))
        space.__dict__ |= {name: getattr(data, name) for name in ("overlay", "lexicon", "kinds")}
        return space

    return made


@pytest.fixture(scope="session")
def lexicon(space: Space) -> Lexicon:
    """The word lists."""
    return space({}).lexicon


def side(space: Workspace, id: str) -> Compared:
    """The plan *id* as a side of a comparison, its texts as they are written."""
    plan = space.resolve(id)
    assert plan, space.written(id)
    return Compared(plan, lambda value: value.text)
