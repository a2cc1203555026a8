"""Write docs/language.md from the table of keys: run it after a change of schemas/plan.yaml."""

from pathlib import Path

from kehoach.reading.schema.manual import manual

PAGE = Path(__file__).parents[2] / "docs" / "language.md"

if __name__ == "__main__":
    PAGE.write_text(manual(), encoding="utf-8", newline="\n")
