"""Write docs/rules.md from the words of the rules: run it after a change of schemas/words/rules."""

from pathlib import Path

from kehoach.commands.checking.rulebook import entries
from kehoach.reporting.rulebook import reference

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"

if __name__ == "__main__":
    PAGE.write_text(reference(entries().values()), encoding="utf-8", newline="\n")
