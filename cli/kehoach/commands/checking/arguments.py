"""What the arguments of a check name: plans of the workspace, finished documents, and folders that may hold both."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kehoach.errors import KehoachError
from kehoach.reading.shelf import FILE
from kehoach.records import dataclass, replace

WORD = ".docx"
ENDINGS = (WORD, ".doc", ".pdf", ".txt", ".md")


@dataclass(frozen=True, slots=True)
class Parted:
    """The *plans* to check, the *documents* that were named, and those that were *found* in folders."""

    plans: tuple[str, ...]
    documents: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def has_plans(self) -> bool:
        """Whether plans are to be checked: some are named, or nothing is."""
        return bool(self.plans) or not (self.documents or self.found)


def parted(directory: Path, arguments: Sequence[str]) -> Parted:
    """*arguments*, which start from *directory*, by what they name."""
    plans: list[str] = []
    documents: list[str] = []
    found: list[str] = []
    for argument in arguments:
        folder = directory / argument
        if _is_document(argument) and not folder.is_dir():
            documents.append(argument)
            continue
        below = list(_below(folder, argument))
        found += below
        if not below or any(folder.rglob("*.yaml")):
            plans.append(argument)
    return Parted(tuple(plans), tuple(dict.fromkeys(documents)), tuple(dict.fromkeys(found)))


def without_workspace(directory: Path, arguments: Sequence[str]) -> Parted | None:
    """The documents that can be checked where there is no workspace around *directory*; None if plans are wanted.

    A folder is looked through, the one where we stand if nothing is named; one that is a workspace wants its plans.
    """
    wanted = parted(directory, arguments or (".",))
    if not (wanted.documents or wanted.found):
        return None
    folders = [directory / plan for plan in wanted.plans]
    if any(not folder.is_dir() or (folder / FILE).exists() for folder in folders):
        return None
    return replace(wanted, plans=())


def _is_document(name: str) -> bool:
    return name.lower().endswith(ENDINGS)


def _below(folder: Path, name: str) -> Iterator[str]:
    """The documents in *folder*, without what is hidden and what was rendered."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        inside = path.relative_to(folder)
        hidden = any(part.startswith((".", "~$")) for part in inside.parts) or inside.parts[0] == "build"
        if path.is_file() and _is_document(path.name) and not hidden:
            yield (Path(name) / inside).as_posix()


def content(path: Path, name: str) -> bytes:
    """The bytes of the document at *path*, which is called *name*; ``KehoachError`` where they cannot be had."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise KehoachError("file_missing", file=name) from error
    except OSError as error:
        raise KehoachError("file_unreadable", file=name, reason=error.strerror or "") from error
