"""What was found out before, beside the workspace: safe to delete, and done without where it cannot be used."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from kehoach.records import dataclass

FOLDER, NAME = ".kehoach", "findings.sqlite"
PATIENCE = 0.5
TABLE = "CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, key TEXT NOT NULL, value TEXT NOT NULL)"
Row = tuple[str, str, Any]


@dataclass(frozen=True, slots=True)
class Cache:
    """Values by name, each with the key that it held for; one of another key is as good as none."""

    root: Path

    def kept(self) -> Mapping[str, tuple[str, str]]:
        """Key and JSON of every value, by name; nothing where the file is damaged, locked or not there."""
        if not self._file.is_file():
            return {}
        try:
            with closing(self._opened()) as store:
                return {name: (key, value) for name, key, value in store.execute("SELECT name, key, value FROM kept")}
        except sqlite3.OperationalError:
            return {}
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            self._discard()
            return {}

    def keep(self, rows: Iterable[Row]) -> None:
        """Put *rows* in the place of what had their names; silently not where that cannot be done."""
        written = [(name, key, json.dumps(value, ensure_ascii=False)) for name, key, value in rows]
        with suppress(sqlite3.Error, OSError):
            self._prepare()
            with closing(self._opened()) as store, store:
                store.execute(TABLE)
                store.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", written)

    @property
    def _file(self) -> Path:
        return self.root / FOLDER / NAME

    def _opened(self) -> sqlite3.Connection:
        return sqlite3.connect(self._file, timeout=PATIENCE)

    def _prepare(self) -> None:
        self._file.parent.mkdir(exist_ok=True)
        ignored = self._file.with_name(".gitignore")
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")

    def _discard(self) -> None:
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
