"""Where the documents of a run are written."""

from collections.abc import Sequence
from pathlib import Path

from kehoach.commands.shell.session import Session
from kehoach.errors import WrongUsage


def targets(
    session: Session, root: Path, ids: Sequence[str], formats: Sequence[str], output: str | None
) -> dict[str, dict[str, Path]]:
    """A path for each plan and format: ``build/<plan id>.<ending>``, or below the folder *output*.

    *output* may name the file itself where one plan is written in the format of its ending.
    """
    folder = session.directory / output if output else _near(root) / "build"
    if output and Path(output).suffix.removeprefix(".") in formats:
        if len(ids) != 1 or len(formats) != 1:
            raise WrongUsage("target_shared", file=output)
        return {ids[0]: {formats[0]: folder}}
    return {id: {format: folder / f"{id}.{format}" for format in formats} for id in ids}


def _near(root: Path) -> Path:
    """*root* as it is seen from the working folder, for shorter messages."""
    here = Path.cwd()
    return root.relative_to(here) if root.is_relative_to(here) else root
