"""The plans of a workspace checked by several processes, and only those of which nothing is known yet.

What was found in a plan, and how it stands among the others, holds as long as the program, the data, the day and
every plan on which it rests are the same; what only the whole tree shows, as long as every plan is, and is found from
the standings alone. How many work on it, and what was known before, never shows in what is found.
"""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

from kehoach.commands.checking.checker import Checker
from kehoach.commands.checking.texts import Texts
from kehoach.commands.shell.crew import Crew
from kehoach.commands.shell.fingerprints import WHOLE, Fingerprints
from kehoach.commands.shell.memory import Memory
from kehoach.commands.shell.plans import Named
from kehoach.commands.shell.progress import followed
from kehoach.errors import KehoachError
from kehoach.findings import Finding, Profile
from kehoach.keeping import Kept, found, kept
from kehoach.reading.families import in_families
from kehoach.reading.workspace import Workspace
from kehoach.records import dataclass
from kehoach.reporting.report import Report
from kehoach.reporting.words import Words
from kehoach.rules import standing
from kehoach.rules.engine import in_order

T = TypeVar("T")

LONGEST = 3600
# The most plans that a process is given at a time, and the least number of times that it is given some.
SHARE, SHARES = 16, 4
SELDOM = 500_000


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """What the plans of a run are checked with; equal only to itself."""

    root: Path
    words: Words
    profile: Profile | None


@dataclass(frozen=True, slots=True)
class Ask:
    """A plan of which its standing is asked, and, *judged*, what is wrong with it."""

    id: str
    judged: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """The standing of a plan and what is wrong with it, as plain lists, each with the plans on which it rests."""

    standing: Kept
    chain: tuple[str, ...]
    findings: Kept
    rests_on: tuple[str, ...]


@dataclass
class Inquiry:
    """Checks with *checker*, by *jobs* processes."""

    checker: Checker
    jobs: int = 1

    def report(self, plans: Named) -> Report:
        """Everything wrong with *plans*, and with the register of units if it was named."""
        told = self._findings(plans.ids)
        files = {self._space.paths.get(id) for id in plans.ids}
        register = self.checker.weighed(self._space.unit_faults if plans.register else ())
        findings = in_order((*register, *(one for one in told if one.fault.place.file in files)))
        said = dict.fromkeys(one.fault.place.file for one in findings if one.fault.place.file in self._space.files)
        return Report(findings, len(plans.ids) + plans.register, Texts(self._space.source, said))

    def _findings(self, ids: Sequence[str]) -> Iterator[Finding]:
        """What is wrong with *ids*, of which some may be known, and the others will be."""
        memory = self._memory(f"findings/{self.checker.profile or ''}")
        known = _understood(memory.recall((*ids, WHOLE)), _findings)
        judged = [id for id in ids if id not in known]
        new = self._answers(judged, whole=WHOLE not in known)
        memory.keep((id, new[id].rests_on, new[id].findings) for id in judged)
        for id in judged:
            yield from _findings(new[id].findings)
        if WHOLE not in known:
            known[WHOLE] = list(self.checker.on_tree(*self._space.paths))
            memory.keep([(WHOLE, (WHOLE,), [kept(one) for one in known[WHOLE]])])
        for findings in known.values():
            yield from findings

    def _answers(self, judged: Sequence[str], *, whole: bool) -> Mapping[str, Answer]:
        """The answers about the plans *judged*; for the *whole* tree the standing of every plan is made known too."""
        memory = self._memory("standings")
        stood = _understood(memory.recall(tuple(self._space.paths)), standing.found) if whole else {}
        wanted = {*judged, *(id for id in self._space.paths if whole and id not in stood)}
        asks = [Ask(id, id in judged) for id in in_families(wanted, self._space)]
        new = dict(self._asked(asks))
        memory.keep((id, answer.chain, answer.standing) for id, answer in new.items())
        for id, one in stood.items():
            self.checker.know(id, one)
        for id, answer in new.items() if self._crewed(asks) else ():
            self.checker.know(id, standing.found(answer.standing))
        return new

    def _memory(self, sort: str) -> Memory:
        return Memory(self._marks, f"{sort}/{self.checker.words.language}")

    @cached_property
    def _marks(self) -> Fingerprints:
        return Fingerprints(self._space)

    @property
    def _space(self) -> Workspace:
        return self.checker.workspace

    def _crewed(self, asks: Sequence[Ask]) -> bool:
        """Whether there is work for more than one process."""
        return min(self.jobs, len(list(_shared(asks, self.jobs)))) > 1

    def _asked(self, asks: Sequence[Ask]) -> Iterator[tuple[str, Answer]]:
        """The answers to *asks*, from as many processes as there is work for."""
        tasks = list(_shared(asks, self.jobs))
        results: Iterator[Sequence[Answer] | KehoachError]
        if self._crewed(asks):
            order = Order(self._space.root, self.checker.words, self.checker.profile)
            results = Crew(partial(answers, order), self.jobs, LONGEST).results(tasks)
        else:
            results = map(partial(_answered, self.checker), tasks)
        label = self.checker.words.term("checking")
        for task, result in zip(tasks, followed(results, len(tasks), label), strict=True):
            if isinstance(result, KehoachError):
                raise result
            yield from zip((ask.id for ask in task), result, strict=True)


def _understood(values: Mapping[str, Any], read: Callable[[Any], T]) -> dict[str, T]:
    """What *read* makes of each value; what is none of ours is as good as not known."""
    told: dict[str, T] = {}
    for id, value in values.items():
        with suppress(ValueError, TypeError, AttributeError, IndexError):
            told[id] = read(value)
    return told


def _findings(values: Kept) -> list[Finding]:
    return [found(one) for one in values]


def _shared(asks: Sequence[Ask], jobs: int) -> Iterator[Sequence[Ask]]:
    """*asks* in shares that keep *jobs* processes busy to the end; families stay together."""
    share = max(1, min(SHARE, len(asks) // (jobs * SHARES)))
    yield from (asks[at : at + share] for at in range(0, len(asks), share))


def answers(order: Order, asks: Sequence[Ask]) -> list[Answer]:
    """The answers to *asks*, in a process that does nothing else."""
    return _answered(_checker(order), asks)


@cache
def _checker(order: Order) -> Checker:
    return Checker(Workspace.around(order.root), order.words, order.profile)


def _answered(checker: Checker, asks: Sequence[Ask]) -> list[Answer]:
    gc.set_threshold(SELDOM)  # plans hold no circles, and to look for some among all that are kept takes long
    return [_answer(checker, ask) for ask in asks]


def _answer(checker: Checker, ask: Ask) -> Answer:
    told, rests_on = checker.judged(ask.id) if ask.judged else ((), frozenset())
    one, chain = checker.survey(ask.id)
    checker.let_go(rests_on | chain)
    plain = standing.kept(one) if one else []
    return Answer(plain, tuple(sorted(chain)), [kept(f) for f in told], tuple(sorted(rests_on)))
