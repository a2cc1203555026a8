"""What a check found, ready to be said."""

from collections import Counter
from collections.abc import Mapping

from kehoach.findings import Finding, Severity
from kehoach.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of a run in printing order, how many files were looked at, and their texts.

    *texts* maps a file to its raw text, so that a line can be shown; a file may be missing there.
    """

    findings: tuple[Finding, ...]
    files: int
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity, the heaviest first."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in reversed(Severity)}

    def reaches(self, level: Severity) -> bool:
        """Whether a finding weighs as much as *level* or more."""
        order = list(Severity)
        return any(order.index(f.severity) >= order.index(level) for f in self.findings)
