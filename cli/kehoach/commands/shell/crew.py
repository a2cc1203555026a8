"""Several hands that do the same work side by side: one that is stuck or lost stops no other."""

from collections.abc import Callable, Iterator, Sequence
from queue import SimpleQueue
from typing import Generic

from kehoach.errors import KehoachError
from kehoach.hands import Hand, Result, Task
from kehoach.records import dataclass


@dataclass
class Crew(Generic[Task, Result]):
    """*count* processes for *work*, a function of a module or a partial of one; *seconds* is the longest for a task."""

    work: Callable[[Task], Result]
    count: int
    seconds: float

    def results(self, tasks: Sequence[Task]) -> Iterator[Result | KehoachError]:
        """The result of each of *tasks* in their order; an error where the process was stuck or lost."""
        from concurrent.futures import ThreadPoolExecutor

        hands = [Hand(self.work, self.seconds) for _ in range(min(self.count, len(tasks)))]
        free: SimpleQueue[Hand[Task, Result]] = SimpleQueue()
        for hand in hands:
            hand.ready()
            free.put(hand)
        watchers = ThreadPoolExecutor(max(1, len(hands)))
        try:
            yield from watchers.map(lambda task: _done(task, free), tasks)
        finally:
            watchers.shutdown(wait=False, cancel_futures=True)
            for hand in hands:
                hand.leave()


def _done(task: Task, free: "SimpleQueue[Hand[Task, Result]]") -> Result | KehoachError:
    """The result from whichever hand is free."""
    hand = free.get()
    try:
        return hand.do(task)
    except KehoachError as error:
        return error
    finally:
        free.put(hand)
