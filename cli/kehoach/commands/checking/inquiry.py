"""The plans of a workspace checked by several processes, and only those of which nothing is known yet.

What was found in a plan holds as long as the program, the data, the day and every plan on which it rests are the
same; what only the whole tree shows, as long as every plan is. How many work on it, and what was known before,
never shows in what is found.
"""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import Any

from kehoach.commands.checking.checker import Checker
from kehoach.commands.shell.crew import Crew
from kehoach.commands.shell.fingerprints import WHOLE
from kehoach.commands.shell.memory import Memory
from kehoach.commands.shell.plans import Named
from kehoach.commands.shell.progress import followed
from kehoach.errors import KehoachError
from kehoach.findings import Finding, Profile
from kehoach.keeping import found, kept
from kehoach.reading.decode import decode
from kehoach.reading.workspace import Workspace
from kehoach.records import dataclass
from kehoach.reporting.report import Report
from kehoach.reporting.words import Words
from kehoach.rules.engine import in_order

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
class Answer:
    """What was found about a plan, or about the whole tree, and the plans on which that rests."""

    rests_on: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass
class Inquiry:
    """Checks with *checker*, by *jobs* processes."""

    checker: Checker
    jobs: int = 1

    def report(self, plans: Named) -> Report:
        """Everything wrong with *plans*, and with the register of units if it was named."""
        told = self._findings((WHOLE, *plans.ids))
        files = {self._space.paths.get(id) for id in plans.ids}
        register = self.checker.weighed(self._space.unit_faults if plans.register else ())
        findings = in_order((*register, *(one for one in told if one.fault.place.file in files)))
        return Report(findings, len(plans.ids) + plans.register, self._texts(findings))

    def _findings(self, ids: Sequence[str]) -> Iterator[Finding]:
        """What is wrong with *ids*, of which some may be known, and the others will be."""
        memory = Memory(self._space, f"findings/{self.checker.profile or ''}/{self.checker.words.language}")
        known = dict(_understood(memory.recall(ids)))
        new = dict(self._asked([id for id in ids if id not in known]))
        memory.keep((id, answer.rests_on, [kept(one) for one in answer.findings]) for id, answer in new.items())
        for answer in new.values():
            yield from answer.findings
        for findings in known.values():
            yield from findings

    @property
    def _space(self) -> Workspace:
        return self.checker.workspace

    def _asked(self, ids: Sequence[str]) -> Iterator[tuple[str, Answer]]:
        """The answers about *ids*, from as many processes as there is work for."""
        tasks = list(_shared(ids, self.jobs))
        results: Iterator[Sequence[Answer] | KehoachError]
        if min(self.jobs, len(tasks)) > 1:
            order = Order(self._space.root, self.checker.words, self.checker.profile)
            results = Crew(partial(answers, order), self.jobs, LONGEST).results(tasks)
        else:
            results = map(partial(_answers, self.checker), tasks)
        label = self.checker.words.term("checking")
        for task, result in zip(tasks, followed(results, len(tasks), label), strict=True):
            if isinstance(result, KehoachError):
                raise result
            yield from zip(task, result, strict=True)

    def _texts(self, findings: Sequence[Finding]) -> Mapping[str, str]:
        """The texts of the files that something is said about."""
        files = dict.fromkeys(finding.fault.place.file for finding in findings)
        return {file: decode(self._space.source.read(file), file)[0] for file in files if file in self._space.files}


def _understood(values: Mapping[str, Any]) -> Iterator[tuple[str, list[Finding]]]:
    """The findings of each plan; what is none of ours is as good as not known."""
    for id, findings in values.items():
        with suppress(ValueError, TypeError, AttributeError):
            yield id, [found(one) for one in findings]


def _shared(ids: Sequence[str], jobs: int) -> Iterator[Sequence[str]]:
    """*ids* in shares that keep *jobs* processes busy to the end; the whole tree, the longest, by itself and first."""
    if WHOLE in ids:
        yield (WHOLE,)
    plans = [id for id in ids if id != WHOLE]
    share = max(1, min(SHARE, len(plans) // (jobs * SHARES)))
    yield from (plans[at : at + share] for at in range(0, len(plans), share))


def answers(order: Order, ids: Sequence[str]) -> list[Answer]:
    """The answers about *ids*, in a process that does nothing else."""
    return _answers(_checker(order), ids)


@cache
def _checker(order: Order) -> Checker:
    return Checker(Workspace.around(order.root), order.words, order.profile)


def _answers(checker: Checker, ids: Sequence[str]) -> list[Answer]:
    gc.set_threshold(SELDOM)  # plans hold no circles, and to look for some among all that are kept takes long
    return [_answer(checker, id) for id in ids]


def _answer(checker: Checker, id: str) -> Answer:
    if id == WHOLE:
        return Answer((WHOLE,), checker.on_tree(*checker.workspace.paths))
    told, rests_on = checker.judged(id)
    return Answer(tuple(sorted(rests_on)), told)
