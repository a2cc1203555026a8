"""The rules that plans are held to: a module each, found by being there."""

from importlib import import_module
from pathlib import Path

_HERE = Path(__file__).parent

for _file in sorted(_HERE.rglob("*.py")):
    if _file.stem != "__init__":
        import_module(".".join((__name__, *_file.relative_to(_HERE).with_suffix("").parts)))
