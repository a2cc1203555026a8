"""Where the documents of a run are written."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from kehoach.commands.shell.session import Session
from kehoach.errors import KehoachError, Refusal, WrongUsage
from kehoach.reporting.words import Words


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


def refuse_taken(root: Path, words: Words, paths: Mapping[str, Path]) -> None:
    """Refuse to overwrite anything outside ``build/``, after saying what."""
    for path in paths.values():
        if path.exists() and not path.resolve().is_relative_to(root / "build"):
            taken = KehoachError("file_exists", file=path.as_posix())
            click.echo(words.term("stopped").format(sentence=words.error(taken)), err=True)
            raise Refusal("file_exists")


def _near(root: Path) -> Path:
    """*root* as it is seen from the working folder, for shorter messages."""
    here = Path.cwd()
    return root.relative_to(here) if root.is_relative_to(here) else root
