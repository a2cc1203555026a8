"""Several processes that do the same work side by side, each watched: one that is stuck or lost stops no other.

Processes and not threads, as most of the work is Python's; started anew (``spawn``) on every system, so that
nothing of the first process leaks into the others. A hand goes by itself when its line is cut, which is also
what happens when the first process is killed.
"""

import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import wait
from time import monotonic
from typing import Any, Generic, TypeVar

from kehoach.errors import KehoachError
from kehoach.records import dataclass, field

Task = TypeVar("Task")
Result = TypeVar("Result")
PARTING = 10


@dataclass(slots=True, eq=False)
class _Hand:
    """One process, the line to it, and the task that it is at, with the moment by which that must be done."""

    process: Any
    line: Any
    at: int = -1
    until: float = 0.0

    def leave(self, patience: float) -> None:
        self.line.close()
        self.process.join(patience)
        self.process.kill()
        self.process.join()


@dataclass
class Crew(Generic[Task, Result]):
    """*count* processes for *work*, a function of a module or a partial of one; *seconds* is the longest for a task."""

    work: Callable[[Task], Result]
    count: int
    seconds: float
    _busy: list[_Hand] = field(default_factory=list)

    def results(self, tasks: Sequence[Task]) -> Iterator[Result | KehoachError]:
        """The result of each of *tasks* in their order; an error where the process was stuck or lost."""
        waiting = list(enumerate(tasks))[::-1]
        finished: dict[int, Result | KehoachError] = {}
        try:
            for _ in range(min(self.count, len(tasks))):
                self._give(self._hired(), waiting)
            for at in range(len(tasks)):
                while at not in finished:
                    self._listen(finished, waiting)
                yield finished.pop(at)
        finally:
            for hand in self._busy:
                hand.leave(PARTING)

    def _hired(self) -> _Hand:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self.work), daemon=True)
        process.start()
        theirs.close()
        return _Hand(process, ours)

    def _give(self, hand: _Hand, waiting: list[tuple[int, Task]]) -> None:
        hand.at, task = waiting.pop()
        hand.until = monotonic() + self.seconds
        self._busy.append(hand)
        hand.line.send(task)

    def _listen(self, finished: dict[int, Result | KehoachError], waiting: list[tuple[int, Task]]) -> None:
        first = min(hand.until for hand in self._busy)
        ready = wait([hand.line for hand in self._busy], max(0.0, first - monotonic()))
        now = monotonic()
        for hand in [hand for hand in self._busy if hand.line in ready or hand.until <= now]:
            self._busy.remove(hand)
            finished[hand.at], next_hand = self._heard(hand, hand.line in ready)
            if waiting:
                self._give(next_hand or self._hired(), waiting)
            elif next_hand:
                next_hand.leave(PARTING)

    def _heard(self, hand: _Hand, spoke: bool) -> tuple[Result | KehoachError, _Hand | None]:
        try:
            if spoke:
                return hand.line.recv(), hand
        except (EOFError, OSError):
            hand.leave(PARTING)
            return KehoachError("work_lost"), None
        hand.leave(0)
        return KehoachError("work_too_slow", seconds=round(self.seconds)), None


def _serve(line: Any, work: Callable[[Any], Any]) -> None:
    """Do task after task until the line is cut; an interruption is the first process's affair."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while True:
            line.send(work(line.recv()))
    except (EOFError, OSError):
        return
