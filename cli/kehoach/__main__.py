"""The command ``plan``."""

import atexit
import os
import sys
from contextlib import suppress
from typing import NoReturn, TextIO

from kehoach.garbage import look_rarely
from kehoach.patterns import keep_new

# The commands that begin with a second process; it starts while the first still imports what the command line needs.
IN_TWO = {"render"}


def main() -> None:
    """Run the command line and end with its status."""
    look_rarely()
    for stream in (sys.stdout, sys.stderr):
        speak_utf8(stream)
    if IN_TWO.intersection(sys.argv[1:]):
        from kehoach.hands import start_early

        start_early()
    from kehoach.commands.shell.endings import run

    status = run(sys.argv[1:])
    keep_new()
    _leave(status)


def speak_utf8(stream: TextIO) -> None:
    """Write UTF-8 whatever the console says that it can show."""
    if reconfigure := getattr(stream, "reconfigure", None):
        reconfigure(encoding="utf-8", errors="backslashreplace")


def _leave(status: int) -> NoReturn:
    """End at once, after all that is to be done at the end; to free every value by itself would take longer."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
