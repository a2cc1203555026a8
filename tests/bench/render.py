"""How fast documents are made; tells figures, judges nothing. Run ``python tests/bench/render.py``.

The longest plan as DOCX and PDF against pandoc, then pandoc and Typst, from the same Markdown, in pairs of whole
processes; and many plans with ``-j 2`` against ``-j 1``, with the processors that were kept busy.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from kehoach.writing.glyphs import fonts
from kehoach.writing.programs import pandoc

TOP = Path(__file__).parents[2]
LONGEST = "tinh_doan_lai_chau/2023-annual_programme"
REAL = (
    LONGEST,
    "huyen_doan_tam_duong/2023-annual_programme",
    "quan_doan_binh_tan/2023-annual_programme",
    "huyen_doan_thuy_nguyen/2023-youth_month_plan",
    "huyen_doan_tam_duong/2023-youth_month_plan",
)
PAIRS, PLANS = 7, 200
STAT = Path("/proc/stat")
PLAN = (sys.executable, "-m", "kehoach", "render")
SET = """import sys, typst
faces = typst.Fonts(include_system_fonts=False, font_paths=[sys.argv[2]])
typst.compile(sys.argv[1], output=sys.argv[1] + ".pdf", font_paths=faces)"""


def workspace(folder: Path) -> Path:
    """A copy of the plans to work in."""
    shutil.copytree(TOP / "plans", folder / "plans")
    return folder


def copies(folder: Path) -> list[str]:
    """The ids of ``PLANS`` copies of the real plans under other names."""
    named = [f"{REAL[n % len(REAL)]}-{n}" for n in range(PLANS)]
    for n, id in enumerate(named):
        shutil.copyfile(folder / "plans" / f"{REAL[n % len(REAL)]}.yaml", folder / "plans" / f"{id}.yaml")
    return named


def timed(commands: Sequence[Sequence[str | Path]], folder: Path) -> tuple[float, float]:
    """The seconds that whole processes took one after the other, and the processor's seconds in them."""
    before, start = os.times(), perf_counter()
    for command in commands:
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return perf_counter() - start, used


def one(folder: Path) -> None:
    """Tell the ratio for the longest plan, when nothing is known of it and when it was rendered before."""
    subprocess.run([*PLAN, LONGEST, "--to", "md", "-o", "a.md"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    theirs: list[list[str | Path]] = [
        [pandoc(), "a.md", "-o", "a.docx"],
        [pandoc(), "a.md", "-s", "-o", "a.typ"],
        [sys.executable, "-c", SET, "a.typ", fonts()],
    ]
    print(f"{LONGEST}, {PAIRS} pairs each")
    for name, cold in (("cold", True), ("rendered before", False)):
        pairs = [(_ours(folder, cold), timed(theirs, folder)) for _ in range(PAIRS)]
        for what, at in (("seconds", 0), ("processor's seconds", 1)):
            mine, other = ([pair[who][at] for pair in pairs] for who in (0, 1))
            ratios = [one / two for one, two in zip(mine, other, strict=True)]
            print(f"{name}, {what}: {median(mine):.2f}, pandoc and typst {median(other):.2f}, ", end="")
            print(f"ratio: median {median(ratios):.2f}, from {min(ratios):.2f} to {max(ratios):.2f}")


def _ours(folder: Path, cold: bool) -> tuple[float, float]:
    if cold:
        shutil.rmtree(folder / ".kehoach", ignore_errors=True)
    return timed([[*PLAN, LONGEST, "--to", "docx,pdf"]], folder)


def many(folder: Path) -> None:
    """Tell the ratio of two processes to one."""
    ids = copies(folder)
    taken: dict[int, float] = {}
    for jobs in (1, 2):
        before = worked()
        taken[jobs], _ = timed([[*PLAN, *ids, "-j", str(jobs)]], folder)
        busy = (worked() - before) / taken[jobs]
        print(f"{PLANS} plans, -j {jobs}: {taken[jobs]:.1f} s, {busy:.2f} processors of the machine busy")
    print(f"-j 2 against -j 1: {taken[2] / taken[1]:.2f}")


def worked() -> float:
    """The seconds that all processors have worked since the start, where the system tells (Linux), else 0.

    A process that was ended counts nowhere among the children of another.
    """
    if not STAT.exists():
        return 0
    user, nice, system, *_ = (int(one) for one in STAT.read_text().split("\n", 1)[0].split()[1:])
    return (user + nice + system) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Tell all figures."""
    for measure in (one, many):
        with tempfile.TemporaryDirectory() as folder:
            measure(workspace(Path(folder)))


if __name__ == "__main__":
    main()
