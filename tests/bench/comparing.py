"""How fast plans are compared; tells figures, judges nothing. Run ``python tests/bench/comparing.py [PAIRS]``.

Plans of about 60 KB: comparing two that are loaded against loading them, in pairs in one process, by id and by
likeness. Then a folder of pairs as whole processes: the seconds of ``-j 1`` and ``-j 2``, whether they say the same,
and the most memory that a process held, for a tenth of the pairs and for all.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
from multiprocessing import get_context
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from validate import MODELS, TOP, own

from kehoach.comparing.compare import Compared, compared
from kehoach.reading.workspace import Workspace

READY = "huyen_doan_thuy_nguyen/2023-youth_month_plan"
ROUNDS = 3
DIFF = (sys.executable, "-m", "kehoach", "diff", "plans/cu", "plans/moi")


def lay(folder: Path, count: int) -> None:
    """*count* pairs after real plans, the new one of each with other words and figures, in two folders."""
    random = Random(2024)
    shutil.copytree(TOP / "plans", folder / "plans")
    for side in ("cu", "moi"):
        (folder / "plans" / side).mkdir()
    for n in range(count):
        text = (TOP / "plans" / f"{MODELS[n % len(MODELS)]}.yaml").read_text(encoding="utf-8")
        old = own(text, n, random, shared=1)
        for side, words in (("cu", old), ("moi", _edited(old, n))):
            (folder / "plans" / side / f"p{n}.yaml").write_text(words, encoding="utf-8", newline="\n")


def _edited(text: str, n: int) -> str:
    return text.replace("phong trào", f"đợt hoạt động {n}", 12).replace("ít nhất", "trên", 3)


def ratio(folder: Path, n: int, by_id: bool) -> float:
    """How long comparing the *n*-th pair takes against loading it, where the data files stand ready."""
    space = Workspace.around(folder / "plans")
    lexicon, _ = space.lexicon, space.resolve(READY)
    start = perf_counter()
    old, new = (space.resolve(f"{side}/p{n}") for side in ("cu", "moi"))
    assert old
    assert new
    loaded = perf_counter()
    sides = [Compared(one, lambda value: value.text) for one in (old, new)]
    compared(sides[0], sides[1], lexicon, by_id=by_id)
    return (perf_counter() - loaded) / (loaded - start)


def paired(folder: Path) -> None:
    """Tell the ratios, each from a process of its own, which remembers nothing."""
    for by_id in (True, False):
        tasks = [(folder, n, by_id) for n in range(len(MODELS))] * ROUNDS
        with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
            found = pool.starmap(ratio, tasks, chunksize=1)
        name = "by id" if by_id else "by likeness"
        print(f"comparing against loading, {name}: {median(found):.2f}, at most {max(found):.2f}")


def run(folder: Path, jobs: int) -> tuple[float, bytes, int]:
    """The seconds of a whole run, what it said, and the most memory that a process held, in MB."""
    start = perf_counter()
    said = subprocess.run((*DIFF, "-j", str(jobs)), cwd=folder, stdout=subprocess.PIPE, check=False).stdout
    return perf_counter() - start, said, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def main(count: int) -> None:
    """Tell all figures."""
    said: dict[int, bytes] = {}
    for some in (max(count // 10, 4), count):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            lay(folder, some)
            if some != count:
                paired(folder)
            for jobs in (1, 2):
                seconds, said[jobs], held = run(folder, jobs)
                each = 1000 * seconds / some
                print(f"{some} pairs, -j {jobs}: {seconds:.1f} s, {each:.0f} ms a pair, {held} MB at most")
            print(f"the same bytes: {said[1] == said[2]}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
