"""What a run was asked for before any command: the language and the folder to start from."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.records import dataclass
from kehoach.reporting.words import LANGUAGES, Words

if TYPE_CHECKING:
    from kehoach.reading.shelf import Shelf
    from kehoach.reading.workspace import Workspace

OPTION, VARIABLE = "--lang", "KEHOACH_LANG"


@dataclass
class Session:
    """The words to speak in, and where the workspace is looked for."""

    words: Words
    directory: Path = Path()

    @property
    def workspace(self) -> "Workspace":
        """The workspace around the folder; ``KehoachError`` where there is none."""
        from kehoach.reading.workspace import Workspace

        return Workspace.around(self.directory)

    @property
    def shelf(self) -> "Shelf":
        """The files of the workspace around the folder, for what needs to know no more."""
        from kehoach.reading.shelf import Shelf

        return Shelf.around(self.directory)


def language(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """The language asked for on the command line, else by the environment, else Vietnamese.

    It must be known before the command line is understood, so that even a wrong one is answered in it.
    """
    asked = environment.get(VARIABLE, "")
    for word, after in zip(arguments, [*arguments, ""][1:], strict=True):
        if word == OPTION:
            asked = after
        elif word.startswith(f"{OPTION}="):
            asked = word.partition("=")[2]
    return asked if asked in LANGUAGES else LANGUAGES[0]
