"""A tree of plans that agree, and what is changed in it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kehoach.reading.source import Folder
from kehoach.reading.workspace import Workspace

HERE = Path(__file__).parent
TREE: dict[str, str] = YAML(typ="base").load(HERE / "tree.yaml")
DISTRICTS = [f"d{number}" for number in range(1, 9)]
Grown = Callable[[Mapping[str, Any]], Workspace]


def files(districts: list[str]) -> dict[str, str]:
    """The files of the tree by their paths."""
    made = {"plans/tinh.yaml": TREE["tinh"], "schemas/kinds/trial.yaml": TREE["kind"]}
    units = TREE["units"]
    for id in districts:
        units += TREE["unit"].format(id=id, name=f"Huyện đoàn {id.upper()}", level="huyen", parent="tinh")
        made[f"plans/{id}.yaml"] = TREE["huyen"].format(id=id)
        for commune in (f"{id}_x", f"{id}_y"):
            units += TREE["unit"].format(id=commune, name=f"Đoàn xã {commune.upper()}", level="xa", parent=id)
            made[f"plans/{commune}.yaml"] = TREE["xa"].format(id=commune, parent=id)
    return {**made, "plans/units.yaml": units}


@pytest.fixture
def grown(tmp_path: Path) -> Grown:
    """A workspace of the tree with the changes of a case: ``without`` units, ``replace`` in files.

    What a case replaces ``everywhere`` is replaced in the plans of the communes.
    """

    def grow(case: Mapping[str, Any]) -> Workspace:
        made = files([*DISTRICTS, *case.get("districts", [])])
        for gone in case.get("without", []):
            made = {path: text for path, text in made.items() if not path.startswith(f"plans/{gone}")}
        for file, pairs in case.get("replace", {}).items():
            for old, new in pairs:
                path = f"plans/{file}.yaml"
                assert old in made[path], (file, old)
                made[path] = made[path].replace(old, new)
        for old, new in case.get("everywhere", []):
            made.update({path: text.replace(old, new) for path, text in made.items() if path[-7:-5] in ("_x", "_y")})
        for path, text in made.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8", newline="\n")
        return Workspace(tmp_path, Folder(tmp_path))

    return grow
