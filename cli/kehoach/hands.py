"""Work in another process, which can be started early, be given task after task, and be ended where it is stuck.

Processes and not threads, as most of the work is Python's and as only a process can be ended, on every system. What
goes over the line is pickled; nothing but the two ends of this module ever writes to it. A hand goes by itself when
its line is cut, in the middle of a task too: that is also what happens when the first process is killed.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib import import_module
from queue import SimpleQueue
from subprocess import Popen
from threading import Lock, Thread, Timer
from typing import IO, Any, Generic, TypeVar

from kehoach.errors import KehoachError
from kehoach.garbage import look_rarely
from kehoach.processes import end, taken
from kehoach.records import dataclass, field

Task = TypeVar("Task")
Result = TypeVar("Result")
# The most memory that the work may take, where the system can hold it to that; far above what any document needs.
MOST_BYTES = 2_000_000_000


@dataclass(slots=True, eq=False)
class Hand(Generic[Task, Result]):
    """A process for *work*, a function of a module or a partial of one; *seconds* is the longest for a task."""

    work: Callable[[Task], Result]
    seconds: float
    _process: "Popen[bytes] | None" = None
    _turn: Lock = field(default_factory=Lock)

    def ready(self) -> "Popen[bytes]":
        """The process, started if it is not there."""
        if self._process is None:
            self._process = taken()
            _send(self._process.stdin, self.work)
        return self._process

    def prepare(self, first: Callable[[], object]) -> None:
        """Let *first*, of the same kind as the work, be done before the next task; where it fails, so will the task."""
        with suppress(OSError):
            _send(self.ready().stdin, _Preparation(first))

    def do(self, task: Task) -> Result:
        """The result of *task*; what went wrong with it, or with the process, is a ``KehoachError``."""
        with self._turn:
            return self.begin(task)()

    def begin(self, task: Task) -> Callable[[], Result]:
        """Give *task*; what is returned waits for its result as ``do`` does, and must before another task."""
        process = self.ready()
        watch = Timer(self.seconds, process.kill)
        watch.start()
        try:
            _send(process.stdin, task)
        except OSError:
            watch.cancel()
            return self._lost
        return partial(self._result, process, watch)

    def _result(self, process: "Popen[bytes]", watch: Timer) -> Result:
        try:
            done, answer = pickle.load(_open(process.stdout))
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            if not watch.finished.is_set():
                return self._lost()
            self.leave()
            raise KehoachError("work_too_slow", seconds=round(self.seconds)) from error
        finally:
            watch.cancel()
        if not done:
            raise answer
        result: Result = answer
        return result

    def _lost(self) -> Result:
        self.leave()
        raise KehoachError("work_lost")

    def leave(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process:
            end(process)


@dataclass(frozen=True, slots=True)
class _Preparation:
    """What is to be done without an answer."""

    work: Callable[[], object]


def _open(line: IO[bytes] | None) -> IO[bytes]:
    if line is None:
        raise OSError
    return line


def _send(line: IO[bytes] | None, thing: object) -> None:
    pickle.dump(thing, _open(line))
    _open(line).flush()


def serve(first: str) -> None:
    """Import the module *first*, if any, then do task after task until the line is cut.

    An interruption is the first process's affair.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    look_rarely()
    line = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    given: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_listen, args=(given,), daemon=True).start()
    _hold_memory()
    if first:
        import_module(first)
    work = given.get()
    while True:
        task = given.get()
        if isinstance(task, _Preparation):
            _answer(task.work)
        else:
            _send(line, _answer(work, task))


def _listen(given: "SimpleQueue[Any]") -> None:
    """Take in what comes, and end the process with the line, whatever it is at."""
    try:
        while True:
            given.put(pickle.load(sys.stdin.buffer))
    finally:
        os._exit(1)


def _answer(work: Callable[..., Any], *task: object) -> tuple[bool, object]:
    try:
        return True, work(*task)
    except KehoachError as error:
        return False, error
    except MemoryError:
        return False, KehoachError("work_too_large")


def _hold_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))
