"""Where imported plans are written: into the workspace around the target, or into a new one."""

from pathlib import Path

from kehoach.errors import KehoachError, WrongUsage
from kehoach.reading.shelf import ENDING, FILE, root_above
from kehoach.records import dataclass, field

PLANS = "plans"


@dataclass
class Landing:
    """The workspace at *root* (*new*: it is made by this run), and the file or folder asked for below it."""

    root: Path
    new: bool
    file: Path | None = None
    folder: Path | None = None
    taken: set[Path] = field(default_factory=set)

    def place(self, unit: str, name: str, source: str) -> Path:
        """The file of a plan usually called *name*; where this run has used it already, more of *source* is added."""
        folder = self.folder or self.root / PLANS / unit
        wanted = self.file or folder / f"{name}{ENDING}"
        if wanted in self.taken:
            wanted = folder / f"{name}-{Path(source).stem}{ENDING}"
        count = 2
        while wanted in self.taken:
            wanted = folder / f"{name}-{Path(source).stem}-{count}{ENDING}"
            count += 1
        self.taken.add(wanted)
        return wanted


def landing(directory: Path, output: str | None, many: bool) -> Landing:
    """Where a run from *directory* writes that was asked to write to *output*.

    Raises ``KehoachError`` for a file outside of the plans of its workspace, ``WrongUsage`` for one file for *many*.
    """
    asked = (directory / output).resolve() if output else directory.resolve()
    single = bool(output) and asked.suffix == ENDING
    if single and many:
        raise WrongUsage("target_shared", file=output)
    try:
        root, new = root_above(asked), False
    except KehoachError:
        root, new = _new_root(asked, single), True
    return _within(Landing(root, new), asked, output, single) if output else Landing(root, new)


def _new_root(asked: Path, single: bool) -> Path:
    """The folder that becomes a workspace: what holds ``plans``, else the folder that was named."""
    above = [folder for folder in (asked, *asked.parents) if folder.name == PLANS]
    return above[0].parent if above else asked.parent if single else asked


def _within(land: Landing, asked: Path, output: str, single: bool) -> Landing:
    plans = land.root / PLANS
    if asked.is_relative_to(plans) and asked != plans:
        land.file, land.folder = (asked, asked.parent) if single else (None, asked)
    elif single and land.new:
        land.file, land.folder = plans / asked.name, plans
    elif single or (asked != land.root and asked != plans):
        raise KehoachError("import_outside", path=output)
    return land


def register_of(root: Path) -> Path:
    """The register of units of the workspace at *root*."""
    return root / FILE
