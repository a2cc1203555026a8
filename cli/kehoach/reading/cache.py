"""What was found out before, beside the workspace: safe to delete, and done without where it cannot be used."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from kehoach.records import dataclass

FOLDER, NAME = ".kehoach", "cache.sqlite"
PATIENCE = 0.5
TABLE = """CREATE TABLE IF NOT EXISTS kept
    (sort TEXT, name TEXT, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (sort, name))"""
ASKED = "SELECT key, value FROM kept WHERE sort = ? AND name = ?"
Row = tuple[str, str, Any]


@dataclass(frozen=True, slots=True)
class Cache:
    """Values of one *sort* by name, each with the key that it held for; one of another key is as good as none."""

    root: Path
    sort: str

    def kept(self, names: Iterable[str]) -> Mapping[str, tuple[str, str]]:
        """Key and JSON of those of *names* that have one; of none where the file is damaged, locked or missing."""
        if not self._file.is_file():
            return {}
        try:
            with closing(self._opened()) as store:
                found = {name: store.execute(ASKED, (self.sort, name)).fetchone() for name in names}
                return {name: (row[0], row[1]) for name, row in found.items() if row}
        except sqlite3.OperationalError:
            return {}
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            self._discard()
            return {}

    def keep(self, rows: Iterable[Row]) -> None:
        """Put *rows* (name, key, value) in the place of what had their names; silently not where that cannot be."""
        written = ((self.sort, name, key, json.dumps(value, ensure_ascii=False)) for name, key, value in rows)
        with suppress(sqlite3.Error, OSError):
            self._prepare()
            with closing(self._opened()) as store, store:
                store.execute(TABLE)
                store.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", written)

    @property
    def _file(self) -> Path:
        return self.root / FOLDER / NAME

    def _opened(self) -> sqlite3.Connection:
        """The file; what is lost with the power is found out again."""
        store = sqlite3.connect(self._file, timeout=PATIENCE)
        store.execute("PRAGMA synchronous = OFF")
        return store

    def _prepare(self) -> None:
        self._file.parent.mkdir(exist_ok=True)
        ignored = self._file.with_name(".gitignore")
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")

    def _discard(self) -> None:
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
