"""Finished documents checked: by the rules for plans, and a Word document also against the official form."""

from collections.abc import Iterator

import click

from kehoach.commands.checking.arguments import WORD, Parted, content
from kehoach.commands.checking.checker import Checker
from kehoach.commands.importing.finished import FinishedPlan, finished_plan
from kehoach.commands.rendering.pressing import standard
from kehoach.commands.shell.session import Session
from kehoach.errors import KehoachError
from kehoach.findings import Fault, Finding
from kehoach.finished import Finished, Role
from kehoach.places import Place
from kehoach.reading.docx.document import read
from kehoach.reading.workspace import Workspace
from kehoach.records import dataclass, field, replace
from kehoach.reporting.report import Report
from kehoach.rules.engine import in_order
from kehoach.rules.form.check import form_faults

UNREAD = "DOC134"
UNKNOWN_UNIT, UNKNOWN_YEAR = "import_unit_unknown", "import_year_unknown"
# What the official form says of a Word document, or leaves open: numbers, missing parts, signature, end mark, filing.
TOLD_BY_FORM = frozenset({"SEC201", "SEC202", "SEC206", "SEC207", "SEC221"})
# What the form says of the line of the number, and rules on symbols say again.
NUMBER_LINE, SYMBOL = frozenset({"FMT311", "FMT312"}), frozenset({"REF101", "REF102", "REF103", "REF120"})
# What asks for an end mark, which not every standard has.
END_MARKED, END_MARK = frozenset({"SEC207"}), "./."
# One of these at least stands in whatever was drawn up as a document.
OFFICIAL = (Role.SUPERIOR, Role.ISSUER, Role.NUMBER, Role.PLACE_DATE, Role.KIND, Role.RECIPIENTS, Role.AUTHORITY)
NAMED_AT_MOST = 3


@dataclass
class Looking:
    """A run's look at documents, by the standard *form* and the workspace of *checker*; *alone*: there is none.

    *texts* holds those that could be read, *passed* those found in a folder that are no plans.
    """

    session: Session
    checker: Checker
    form: str
    alone: bool = False
    findings: list[Finding] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    passed: list[str] = field(default_factory=list)
    status: int = 0

    def look(self, wanted: Parted) -> "Looking":
        """Find what is wrong with the documents *wanted*; one that cannot be read stops no other."""
        for name in dict.fromkeys((*wanted.documents, *wanted.found)):
            self._look_at(name, found=name not in wanted.documents)
        self._say_passed()
        return self

    def _look_at(self, name: str, *, found: bool) -> None:
        """One document; if it was only *found*, and is no plan, it is passed over."""
        told: list[Finding] = []
        try:
            plan = self._told(name, told)
        except KehoachError as error:
            if found and error.code == UNKNOWN_YEAR:
                self.passed.append(name)
            else:
                self.findings += (*told, self._unread(name, error))
            return
        if found and not _official(plan.finished):
            self.passed.append(name)
            return
        self.findings += told
        self.texts[name] = plan.written.text

    def _told(self, name: str, told: list[Finding]) -> FinishedPlan:
        """The document *name* as a plan; what is wrong with it is added to *told* as it is found."""
        is_word = name.lower().endswith(WORD)
        if is_word:
            told += self._against_form(name)
        plan = self._planned(name)
        lines = {one.fault.place.line for one in told if one.fault.code in NUMBER_LINE}
        found = self._as_plan(plan, TOLD_BY_FORM if is_word else self._left_open(plan))
        told += [one for one in found if one.fault.code not in SYMBOL or one.fault.place.line not in lines]
        return plan

    def _left_open(self, plan: FinishedPlan) -> frozenset[str]:
        """The rules on what the standard does not ask for."""
        ends_marked = standard(plan.workspace, self.form).closing.end == END_MARK
        return frozenset() if ends_marked else END_MARKED

    def _against_form(self, name: str) -> Iterator[Finding]:
        """Hold a Word document against the official form."""
        space, data = self.checker.workspace, content(self.session.directory / name, name)
        faults = form_faults(read(data, name), standard(space, self.form), space.lexicon)
        return self.checker.weighed(faults)

    def _as_plan(self, plan: FinishedPlan, known: frozenset[str]) -> Iterator[Finding]:
        """Check what the document says as a plan, but for what is *known*; nothing in it can be mended by us."""
        checker = self._checker(plan.workspace)
        yield from checker.weighed(plan.finished.manuscript.remarks)
        for one in checker.findings(plan.written.id):
            if one.fault.code not in known:
                yield replace(one, fault=replace(one.fault, edits=()))

    def _planned(self, name: str) -> FinishedPlan:
        """The document as a plan of the workspace, or of one of its own where the workspace lacks its unit."""
        path = self.session.directory / name
        try:
            return finished_plan(path, name, None if self.alone else self.checker.workspace)
        except KehoachError as error:
            if error.code != UNKNOWN_UNIT:
                raise
            return finished_plan(path, name, None)

    def _checker(self, space: Workspace) -> Checker:
        """A checker of *space*, whose plans are looked up anew: a document has just been taken in."""
        return Checker(space, self.session.words, self.checker.profile)

    def _unread(self, name: str, error: KehoachError) -> Finding:
        """What kept the document *name* from being checked, as a finding."""
        self.status = max(self.status, error.status)
        arguments = {"reason": error.code, "sentence": self.session.words.error(error).rstrip(".")}
        (finding,) = self.checker.weighed([Fault(UNREAD, error.place or Place(name), arguments=arguments)])
        return finding

    def _say_passed(self) -> None:
        if self.passed:
            shown = ", ".join(self.passed[:NAMED_AT_MOST])
            more = ", …" if len(self.passed) > NAMED_AT_MOST else ""
            said = self.session.words.term("passed_over").format(count=len(self.passed), files=shown + more)
            click.echo(said, err=True)

    def added_to(self, report: Report) -> Report:
        """*report* with what was found here."""
        findings = in_order((*report.findings, *self.findings))
        texts = {**report.texts, **self.texts} if self.texts else report.texts
        return Report(findings, report.files + len(self.texts), texts)


def _official(finished: Finished) -> bool:
    return next(finished.of(*OFFICIAL), None) is not None
