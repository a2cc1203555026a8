"""Reading and rules joined: the plans of a workspace checked, and a report of it."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial
from typing import TypeVar

from kehoach.commands.rendering.pressing import standard
from kehoach.commands.shell.plans import Named
from kehoach.findings import Fault, Finding, Profile
from kehoach.leaves import named
from kehoach.numbering import numbers
from kehoach.plan import Plan
from kehoach.printed import Printer, printer
from kehoach.reading.issued import beside
from kehoach.reading.shelf import FILE
from kehoach.reading.workspace import Workspace
from kehoach.records import dataclass, field, replace
from kehoach.reporting.report import Report
from kehoach.reporting.words import Words
from kehoach.rules.engine import EVERYTHING, Judge, Scope, in_order, of_plan, of_tree, weighed
from kehoach.rules.standing import Standing, standing
from kehoach.rules.view import View

T = TypeVar("T")
# So many plans are kept in memory before those that are not needed just now are let go.
AT_HAND = 40


def asked(profile: str | None) -> Profile | None:
    """The profile that the command line asks for, if it does."""
    return Profile(profile) if profile else None


@dataclass
class Checker:
    """A workspace under a profile, or each plan under its usual one; *words* name the printed places."""

    workspace: Workspace
    words: Words
    profile: Profile | None = None
    _printers: dict[str, Printer] = field(default_factory=dict)
    _judges: dict[tuple[Profile, Scope], Judge] = field(default_factory=dict)
    _naming: dict[str, frozenset[str]] = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)

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
        self._asked.clear()
        return in_order(
            f for find in (of_plan, of_tree) for id in ids for f in find(self._view, id, self._judge(id, scope))
        )

    def judged(self, id: str) -> tuple[tuple[Finding, ...], frozenset[str]]:
        """What is wrong with the plan *id*, but for what only the whole tree shows, and what that rests on."""
        self._asked.clear()
        found = in_order(of_plan(self._view, id, self._judge(id)))
        return found, self.rests_on(id)

    def survey(self, id: str) -> tuple[Standing | None, frozenset[str]]:
        """How the plan *id* stands among the others, with its printed places, and what that rests on."""
        found = standing(id, self._view)
        if found and not found.printed:
            found = replace(found, printed={pointer: self._printed(id, pointer) for pointer in found.pointers})
            self.know(id, found)
        return found, frozenset(self._reached([id]))

    def know(self, id: str, found: Standing | None) -> None:
        """Take *found* for how the plan *id* stands among the others, so that it need not be read for that."""
        self._view.standings[id] = found

    def let_go(self, kept: Container[str]) -> None:
        """Forget the plans that are at hand, but for those *kept*, where they have become many."""
        if self.workspace.at_hand > AT_HAND:
            self.workspace.let_go(kept)
            self._view.let_go(kept)
            self._printers.clear()

    def rests_on(self, id: str) -> frozenset[str]:
        """The plans on which it rests what was found last, of the plan *id*."""
        return frozenset(self._reached({id, *self._asked}))

    def _reached(self, ids: Iterable[str]) -> Iterator[str]:
        """*ids* and every plan that one of them names, or one that those name."""
        waiting, seen = list(ids), set(ids)
        while waiting:
            yield (id := waiting.pop())
            new = self._named(id) - seen
            waiting += new
            seen |= new

    def _named(self, id: str) -> frozenset[str]:
        """The plans that the plan *id* names."""
        if id not in self._naming:
            file = self.workspace.written(id)
            self._naming[id] = frozenset(named(self._view.leaves(file)) if file else ())
        return self._naming[id]

    def on_tree(self, *ids: str) -> tuple[Finding, ...]:
        """What only the whole tree shows about the plans *ids*."""
        return in_order(finding for id in ids for finding in of_tree(self._view, id, self._judge(id)))

    def profile_of(self, id: str) -> Profile:
        """The profile asked for, else ``issued`` for an issued plan and ``draft`` for any other."""
        issued = beside(self.workspace.paths.get(id, "")) in self.workspace.files
        return self.profile or (Profile.ISSUED if issued else Profile.DRAFT)

    def _judge(self, id: str, scope: Scope = EVERYTHING) -> Judge:
        profile = self.profile_of(id)
        if (profile, scope) not in self._judges:
            self._judges[profile, scope] = Judge(profile, self._printed, scope)
        return self._judges[profile, scope]

    @cached_property
    def _view(self) -> View:
        space = self.workspace
        known = space.units, space.kinds, space.lexicon, space.language
        written, resolve = partial(self._noting, space.written), partial(self._noting, space.resolve)
        return View(tuple(space.plans()), written, resolve, *known, date.today(), space.finished)

    def _noting(self, find: Callable[[str], T], id: str) -> T:
        """What *find* finds of the plan *id*, noted for ``judged``."""
        self._asked.add(id)
        return find(id)

    @cached_property
    def _numbering(self) -> tuple[str, ...]:
        return tuple(rung.number for rung in standard(self.workspace).ladder)

    def _printed(self, id: str, pointer: str) -> str:
        known = self._view.standings.get(id)
        if known and pointer in known.printed:
            return known.printed[pointer]
        return self._printer(id)(pointer) if id and pointer else ""

    def _printer(self, id: str) -> Printer:
        """Where the pointers of the plan *id* are printed; nowhere where it cannot be resolved."""
        if id not in self._printers:
            plan = self.workspace.resolve(id)
            self._printers[id] = self._prints(plan) if plan else lambda pointer: ""
        return self._printers[id]

    def _prints(self, plan: Plan) -> Printer:
        return printer(plan, numbers(plan, self._numbering, prose=False), self.words.places())

    def _texts(self, plans: Named) -> Mapping[str, str]:
        written = (self.workspace.written(id) for id in plans.ids)
        texts = {file.file: file.text for file in written if file}
        if plans.register:
            texts[FILE] = self.workspace.source.read(FILE).decode("utf-8", "replace").removeprefix("\ufeff")
        return texts
