"""Where pandoc is, and whether it is new enough."""

import re
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from shutil import which

from kehoach.errors import MissingProgram

OLDEST = (3, 8)


@cache
def pandoc() -> Path:
    """The pandoc that came with the program, else the one on the path; else ``MissingProgram``."""
    for path in (_beside_package(), which("pandoc")):
        if path and _version(Path(path)) >= OLDEST:
            return Path(path)
    raise MissingProgram("pandoc_missing", oldest=".".join(map(str, OLDEST)))


def _beside_package() -> str | None:
    package = find_spec("pypandoc")
    for folder in (package.submodule_search_locations or ()) if package else ():
        if found := which("pandoc", path=str(Path(folder, "files"))):
            return found
    return None


def _version(program: Path) -> tuple[int, ...]:
    try:
        said = subprocess.run([program, "--version"], capture_output=True, timeout=20, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return ()
    found = re.search(rb"pandoc\S* (\d+(?:\.\d+)*)", said)
    return tuple(int(part) for part in found[1].split(b".")) if found else ()
