"""What killed runs leave beside a file goes with the next run; what others are writing stays."""

import os
from pathlib import Path

from kehoach.writing.atomic import STALE, replace


def test_only_old_leftovers_of_the_file_go(tmp_path: Path) -> None:
    old, young, other = (tmp_path / name for name in (".a.pdf.01.part", ".a.pdf.02.part", ".b.pdf.03.part"))
    for part in (old, young, other):
        part.touch()
    long_ago = young.stat().st_mtime - 2 * STALE
    for part in (old, other):
        os.utime(part, (long_ago, long_ago))
    replace(tmp_path / "a.pdf", b"new")
    assert {file.name for file in tmp_path.iterdir()} == {"a.pdf", young.name, other.name}
