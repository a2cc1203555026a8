"""The command ``plan``."""

import sys
from typing import TextIO

from kehoach.commands.shell.endings import run
from kehoach.patterns import keep_new


def main() -> None:
    """Run the command line and end with its status."""
    for stream in (sys.stdout, sys.stderr):
        speak_utf8(stream)
    status = run(sys.argv[1:])
    keep_new()
    sys.exit(status)


def speak_utf8(stream: TextIO) -> None:
    """Write UTF-8 whatever the console says that it can show."""
    if reconfigure := getattr(stream, "reconfigure", None):
        reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    main()
