"""Processes that wait to be told what to do (``hands``); nothing is imported here that starting one does not need."""

import atexit
import sys
from contextlib import suppress
from subprocess import PIPE, Popen

START = "import sys; first, *sys.path = sys.argv[1:]; from kehoach.hands import serve; serve(first)"
_spare: "list[Popen[bytes]]" = []


def start_early(first: str) -> None:
    """Start one before it is known for what; it imports the module *first* while it waits."""
    _spare.append(_started(first))
    atexit.register(_let_go)


def taken() -> "Popen[bytes]":
    """One that was started early, else a new one."""
    return _spare.pop() if _spare else _started()


def end(process: "Popen[bytes]") -> None:
    """End *process*, and wait until it is gone."""
    process.kill()
    with suppress(OSError):
        process.communicate()


def _started(first: str = "") -> "Popen[bytes]":
    return Popen([sys.executable, "-c", START, first, *sys.path], stdin=PIPE, stdout=PIPE)


def _let_go() -> None:
    while _spare:
        end(_spare.pop())
