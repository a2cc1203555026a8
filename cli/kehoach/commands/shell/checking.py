"""Reading and rules joined: the plans of a workspace checked, and a report of it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from kehoach.commands.shell.plans import Named
from kehoach.commands.shell.pressing import standard
from kehoach.findings import Fault, Finding, Profile
from kehoach.numbering import numbers
from kehoach.printed import printed
from kehoach.reading.units import FILE
from kehoach.reading.workspace import Workspace
from kehoach.records import dataclass, field
from kehoach.reporting.report import Report
from kehoach.reporting.words import Words
from kehoach.rules.engine import EVERYTHING, Judge, Scope, findings, in_order, weighed
from kehoach.rules.view import View


def asked(profile: str | None) -> Profile | None:
    """The profile that the command line asks for, if it does."""
    return Profile(profile) if profile else None


@dataclass
class Checker:
    """A workspace under a profile, or each plan under its usual one; *words* name the printed places."""

    workspace: Workspace
    words: Words
    profile: Profile | None = None
    _numbers: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def report(self, plans: Named) -> Report:
        """Everything wrong with *plans*, and with the register of units if it was named."""
        register = self.workspace.unit_faults if plans.register else ()
        found = in_order((*self.weighed(register), *self.findings(*plans.ids)))
        return Report(found, len(plans.ids) + plans.register, self._texts(plans))

    def weighed(self, faults: Iterable[Fault]) -> Iterator[Finding]:
        """*faults* of what is no plan, with their weight at the profile asked for."""
        return weighed("", faults, Judge(self.profile or Profile.DRAFT, self._printed))

    def findings(self, *ids: str, scope: Scope = EVERYTHING) -> tuple[Finding, ...]:
        """What is wrong with the plans *ids*, each under its profile, within *scope*."""
        by_profile = {profile: [id for id in ids if self.profile_of(id) is profile] for profile in Profile}
        judges = ((Judge(profile, self._printed, scope), some) for profile, some in by_profile.items() if some)
        groups = (findings(self._view, some, judge) for judge, some in judges)
        return in_order(finding for group in groups for finding in group)

    def profile_of(self, id: str) -> Profile:
        """The profile asked for, else ``issued`` for an issued plan and ``draft`` for any other."""
        file = self.workspace.written(id)
        return self.profile or (Profile.ISSUED if file and file.issued else Profile.DRAFT)

    @cached_property
    def _view(self) -> View:
        space = self.workspace
        known = space.units, space.kinds, space.lexicon, space.language
        return View(tuple(space.plans()), space.written, space.resolve, *known, date.today(), space.finished)

    def _printed(self, id: str, pointer: str) -> str:
        plan = self.workspace.resolve(id) if id and pointer else None
        if plan is None:
            return ""
        if id not in self._numbers:
            rungs = standard(self.workspace).ladder
            self._numbers[id] = numbers(plan, [rung.number for rung in rungs])
        return printed(plan, self._numbers[id], pointer, self.words.places())

    def _texts(self, plans: Named) -> Mapping[str, str]:
        written = (self.workspace.written(id) for id in plans.ids)
        texts = {file.file: file.text for file in written if file}
        if plans.register:
            texts[FILE] = self.workspace.source.read(FILE).decode("utf-8", "replace").removeprefix("\ufeff")
        return texts
