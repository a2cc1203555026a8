"""What ``--fix`` and ``--diff`` have in common: every safe cure made in memory."""

from collections.abc import Mapping

from kehoach.commands.checking.checker import Checker
from kehoach.commands.shell.plans import Named
from kehoach.reading.decode import encode
from kehoach.reading.source import Changed
from kehoach.reading.workspace import Workspace
from kehoach.records import dataclass
from kehoach.reporting.report import Report
from kehoach.rules.fixing import fixed

ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Cured:
    """Plans with every safe cure made: *before* and *after* are the texts of the files that change."""

    checker: Checker
    before: Mapping[str, str]
    after: Mapping[str, str]
    contents: Mapping[str, bytes]


def cured(checker: Checker, plans: Named) -> Cured:
    """The *plans* once nothing safe is left to fix; one cure may bring another fault to light."""
    space = checker.workspace
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    contents: dict[str, bytes] = {}
    for _ in range(ROUNDS):
        report = checker.report(plans)
        changed = _changed(report)
        if not changed:
            break
        before = {file: report.texts[file] for file in changed} | before
        after |= changed
        contents = {file: encode(text, space.source.read(file)) for file, text in after.items()}
        now = Workspace(space.root, Changed(space.source, contents))
        checker = Checker(now, checker.words, checker.profile)
    return Cured(checker, before, after, contents)


def _changed(report: Report) -> dict[str, str]:
    """The new texts of the files that have something safe to fix."""
    texts = {
        file: fixed(old, (f.fault for f in report.findings if f.fault.place.file == file))
        for file, old in report.texts.items()
    }
    return {file: text for file, text in texts.items() if text != report.texts[file]}
