"""The command ``plan``."""

import atexit
import os
import sys
from contextlib import suppress

# The commands that begin with a second process, and what it needs; it starts before the command line is understood.
IN_TWO = {"render": "kehoach.commands.rendering.bench"}


def main() -> None:
    """Run the command line and end with its status."""
    for command in IN_TWO.keys() & sys.argv[1:]:
        from kehoach.processes import start_early

        start_early(IN_TWO[command])
    from kehoach.commands.shell.endings import run
    from kehoach.garbage import look_rarely
    from kehoach.patterns import keep_new

    look_rarely()
    for stream in (sys.stdout, sys.stderr):
        speak_utf8(stream)
    status = run(sys.argv[1:])
    keep_new()
    _leave(status)


def speak_utf8(stream: object) -> None:
    """Write UTF-8 whatever the console says that it can show."""
    if reconfigure := getattr(stream, "reconfigure", None):
        reconfigure(encoding="utf-8", errors="backslashreplace")


def _leave(status: int) -> None:
    """End at once, after all that is to be done at the end; to free every value by itself would take longer."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
