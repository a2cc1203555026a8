"""Where the data files that come with the program lie."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The shipped directory *name*: inside an installed package, or atop a checkout."""
    for root in (PACKAGE, PACKAGE.parents[1]):
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(f"{name} was not shipped with {PACKAGE}")
