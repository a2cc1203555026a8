"""Finished documents checked: by the rules for plans, and a Word document also against the official form."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from kehoach.commands.checking.checker import Checker
from kehoach.commands.importing.finished import FinishedPlan, finished_plan
from kehoach.commands.rendering.pressing import standard
from kehoach.commands.shell.session import Session
from kehoach.errors import KehoachError
from kehoach.findings import Finding
from kehoach.reading.docx.document import read
from kehoach.reading.workspace import Workspace
from kehoach.records import dataclass, field
from kehoach.reporting.report import Report
from kehoach.rules.engine import in_order
from kehoach.rules.form.check import form_faults

WORD = ".docx"
ENDINGS = (WORD, ".doc", ".pdf", ".txt", ".md")
UNKNOWN_UNIT = "import_unit_unknown"
# What the official form says of a Word document, or leaves open: numbers, missing parts, signature, end mark.
TOLD_BY_FORM = frozenset({"SEC201", "SEC202", "SEC206", "SEC207"})


def parted(session: Session, arguments: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """*arguments* that name plans, and the documents that they name; a folder may hold both."""
    plans: list[str] = []
    documents: list[str] = []
    for argument in arguments:
        below = list(_below(session.directory / argument, argument))
        documents += [argument] if _is_document(argument) else below
        if not _is_document(argument) and (not below or _plans_below(session.directory / argument)):
            plans.append(argument)
    return tuple(plans), tuple(documents)


def _is_document(name: str) -> bool:
    return name.lower().endswith(ENDINGS)


def _below(folder: Path, name: str) -> Iterator[str]:
    """The documents in *folder*, without what is hidden and what was rendered."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        inside = path.relative_to(folder)
        hidden = any(part.startswith((".", "~$")) for part in inside.parts) or inside.parts[0] == "build"
        if path.is_file() and _is_document(path.name) and not hidden:
            yield (Path(name) / inside).as_posix()


def _plans_below(folder: Path) -> bool:
    return any(folder.rglob("*.yaml"))


@dataclass
class Looking:
    """A run's look at documents, by the standard *form* and the workspace of *checker*; *alone*: there is none."""

    session: Session
    checker: Checker
    form: str
    alone: bool = False
    findings: list[Finding] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    status: int = 0

    def look(self, names: Sequence[str]) -> "Looking":
        """Find what is wrong with the documents *names*; one that cannot be read stops no other."""
        for name in names:
            self.texts.setdefault(name, "")
            try:
                if name.lower().endswith(WORD):
                    self._against_form(name)
                self._as_plan(name)
            except KehoachError as error:
                sentence = self.session.words.term("stopped").format(sentence=self.session.words.error(error))
                click.echo(f"{name}: {sentence}", err=True)
                self.status = max(self.status, error.status)
        return self

    def _against_form(self, name: str) -> None:
        """Hold a Word document against the official form."""
        space, data = self.checker.workspace, _bytes(self.session.directory / name, name)
        faults = form_faults(read(data, name), standard(space, self.form), space.lexicon)
        self.findings += self.checker.weighed(faults)

    def _as_plan(self, name: str) -> None:
        """Check what the document says as a plan."""
        found = self._planned(name)
        checker = self._checker(found.workspace)
        told = TOLD_BY_FORM if name.lower().endswith(WORD) else frozenset()
        self.findings += checker.weighed(found.finished.manuscript.remarks)
        self.findings += (one for one in checker.findings(found.written.id) if one.fault.code not in told)
        self.texts[name] = found.written.text

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

    def added_to(self, report: Report) -> Report:
        """*report* with what was found here."""
        findings = in_order((*report.findings, *self.findings))
        texts = {**report.texts, **self.texts} if self.texts else report.texts
        return Report(findings, report.files + len(self.texts), texts)


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise KehoachError("file_missing", file=name) from error
    except OSError as error:
        raise KehoachError("file_unreadable", file=name, reason=error.strerror or "") from error
