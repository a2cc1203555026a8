"""Typst in a process of its own: ready while a document is still composed, and ended where it takes too long.

This module is both ends of the line. A request is a line of JSON, the answer a line with the length of the file
or with the reason why there is none, and then the file. The process goes when the line is cut.
"""

import atexit
import json
import signal
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from threading import Lock, Timer
from typing import IO, Any

from kehoach.errors import KehoachError, MissingProgram
from kehoach.records import dataclass, field

SECONDS = 60
# Fixed, so that the same document gives the same bytes.
EPOCH = 315532800
MISSING = "missing"


@dataclass(slots=True)
class Setter:
    """A line to a process that sets *template* with the faces in the folder *fonts*; one task at a time."""

    template: str
    fonts: str
    process: "Popen[bytes] | None" = None
    lock: Lock = field(default_factory=Lock)

    def ready(self) -> "Popen[bytes]":
        """The process, started if it is not there."""
        if self.process is None or self.process.poll() is not None:
            command = [sys.executable, "-m", __name__, self.template, self.fonts]
            self.process = Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)
            atexit.register(self.leave)
        return self.process

    def pdf(self, inputs: dict[str, str], seconds: float = SECONDS) -> bytes:
        """The file for *inputs*; ``KehoachError`` where there is none, or none within *seconds*."""
        with self.lock:
            process = self.ready()
            assert process.stdin and process.stdout
            watch = Timer(seconds, process.kill)
            watch.start()
            try:
                process.stdin.write(json.dumps(inputs).encode() + b"\n")
                process.stdin.flush()
                return _answer(process.stdout)
            except (OSError, ValueError) as error:
                if watch.finished.is_set():
                    raise KehoachError("typst_too_slow", seconds=round(seconds)) from error
                raise KehoachError("typst_failed", reason=str(process.wait())) from error
            finally:
                watch.cancel()

    def leave(self) -> None:
        """Let the process go."""
        atexit.unregister(self.leave)
        if self.process:
            self.process.kill()
            self.process.communicate()


def _answer(line: IO[bytes]) -> bytes:
    """What came back; ``ValueError`` where the line was cut."""
    said = json.loads(line.readline())
    if said["reason"] == MISSING:
        raise MissingProgram("typst_missing")
    if said["reason"]:
        raise KehoachError("typst_failed", reason=said["reason"])
    return line.read(said["length"])


def serve(template: str, fonts: str) -> None:
    """Set what is asked for until the line is cut; an interruption is the first process's affair."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for request in sys.stdin.buffer:
        made, reason = _set(template, fonts, json.loads(request))
        sys.stdout.buffer.write(json.dumps({"length": len(made), "reason": reason}).encode() + b"\n" + made)
        sys.stdout.buffer.flush()


def _set(template: str, fonts: str, inputs: dict[str, str]) -> tuple[bytes, str]:
    """The file, or nothing and why."""
    try:
        faces = _faces(fonts)
    except ImportError:
        return b"", MISSING
    import typst

    compiler = typst.Compiler(template, root=Path(template).parent, font_paths=faces, sys_inputs=inputs)
    try:
        made, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["a-2u"], timestamp=EPOCH)
    except typst.TypstError as error:
        return b"", error.message
    assert isinstance(made, bytes)
    return (b"" if warnings else made), "; ".join(warning.message for warning in warnings)


@cache
def _faces(folder: str) -> Any:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


if __name__ == "__main__":
    with suppress(ImportError):
        _faces(sys.argv[2])
    serve(*sys.argv[1:])
