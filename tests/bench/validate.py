"""How fast plans are checked; tells figures, judges nothing. Run ``python tests/bench/validate.py [PLANS]``.

Plans of about 40 KB, as whole processes, against the time in which ruamel.yaml's C parser composes the same files:
from cold, by two processes, when nothing has changed, and when the plan of one province has. The parser's time is
taken before and after each run, so that a busy machine weighs on both. The plans are made twice: each in words of its
own, and alike, as those of the units of one province are.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from time import perf_counter

from ruamel.yaml import YAML

TOP = Path(__file__).parents[2]
MODELS = (
    "tinh_doan_lai_chau/2023-annual_programme",
    "quan_doan_binh_tan/2023-annual_programme",
    "doan_khoi_tra_vinh/2021-annual_programme",
    "doan_khoi_quang_nam/2024-annual_resolution",
)
CHANGED = MODELS[0]
VALIDATE = (sys.executable, "-m", "kehoach", "validate", "--format", "json", "--profile", "draft")
ROUNDS = 3
# Between these words and the next a number may stand, in lines of this length.
JOINTS, LONG = " (?:và|của|cho|các|trong) ", 90
# Of so many lines a plan that is like others has one in words of its own.
ALIKE = 16
KINDS = {"of its own": 1, "alike": ALIKE}


def lay(folder: Path, count: int, shared: int = 1) -> list[Path]:
    """*count* plans after real ones: of *shared* lines one has numbers of its own in its long sentences."""
    random = Random(2023)
    shutil.copytree(TOP / "plans", folder / "plans")
    made = []
    for n in range(count):
        model = MODELS[n % len(MODELS)]
        text = (TOP / "plans" / f"{model}.yaml").read_text(encoding="utf-8")
        file = folder / "plans" / f"{model}-{n}.yaml"
        file.write_text(own(text, n, random, shared), encoding="utf-8", newline="\n")
        made.append(file)
    return made


def own(text: str, n: int, random: Random, shared: int) -> str:
    """*text* with a number of its own in one of *shared* long sentences, and none in a time or a figure."""

    def marked(found: re.Match[str]) -> str:
        return f"{found[0]}{random.choice(('', f'đợt {n} '))}"

    def told(line: str) -> str:
        changed = len(line) > LONG and "{" not in line and (shared == 1 or random.randrange(shared) == 0)
        return re.sub(JOINTS, marked, line) if changed else line

    return "\n".join(map(told, text.split("\n")))


def composed(files: list[Path]) -> float:
    """The seconds in which the parser composes *files*."""
    texts = [file.read_text(encoding="utf-8") for file in files]
    start = perf_counter()
    for text in texts:
        YAML(typ="base").compose(text)
    return perf_counter() - start


def validated(folder: Path, jobs: int) -> tuple[float, bytes]:
    """The seconds of a whole run, and what it said."""
    start = perf_counter()
    said = subprocess.run([*VALIDATE, "-j", str(jobs)], cwd=folder, stdout=subprocess.PIPE, check=False).stdout
    return perf_counter() - start, said


def tell(name: str, folder: Path, files: list[Path], jobs: int = 1) -> tuple[float, bytes]:
    """Run once between two measures of the parser, and tell the ratio."""
    before = composed(files)
    seconds, said = validated(folder, jobs)
    parser = (before + composed(files)) / 2
    print(f"{name}: {seconds:.1f} s, {seconds / parser:.1f} times the parser's {parser:.1f} s")
    return seconds, said


def round_of(count: int, shared: int) -> None:
    """Tell all figures of plans of one kind."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = lay(folder, count, shared)
        cold, said = tell("cold, -j 1", folder, files)
        warm, again = tell("unchanged", folder, files)
        with (folder / "plans" / f"{CHANGED}.yaml").open("a", encoding="utf-8") as plan:
            plan.write("# changed\n")
        one, _ = tell("one plan changed", folder, files)
        shutil.rmtree(folder / ".kehoach")
        two, both = tell("cold, -j 2", folder, files, jobs=2)
        print(f"-j 2: {cold / two:.2f} times faster; unchanged: {warm / cold:.3f}; one changed: {one / cold:.3f}")
        print(f"the same bytes: {said == again and said == both}")


def main(count: int) -> None:
    """Tell all figures of both kinds of plans."""
    for _ in range(ROUNDS):
        for kind, shared in KINDS.items():
            print(f"-- {kind}")
            round_of(count, shared)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
