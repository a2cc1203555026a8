"""How fast a document is made a plan; tells figures, judges nothing. Run ``python tests/bench/importing.py [KB]``.

A plan of this repository is printed as text and as a Word document, sections added until it is as large as asked
for, and imported as a whole process. An empty Python process is timed before
and after each run, so that a busy machine weighs on both.
"""

import re
import resource
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from kehoach.commands.rendering.pressing import press, standard
from kehoach.document.compose import markdown
from kehoach.document.markdown import parse
from kehoach.reading.workspace import Workspace
from kehoach.reporting.words import Words
from kehoach.writing.formats import made

PLANS = Path(__file__).parents[2] / "plans"
MODEL = "quan_doan_binh_tan/2023-annual_programme"
HEAD = re.compile(r"^[IVX]+\. ", re.MULTILINE)
ROUNDS = 3


def printed(format: str) -> bytes:
    """The model in *format*."""
    space = Workspace.around(PLANS)
    plan = space.resolve(MODEL)
    assert plan
    tree = parse(markdown(plan, press(space, plan, standard(space), Words(), None)))
    return made(tree, standard(space).on(plan.day), [format])[format]


def enlarged(text: str, size: int) -> str:
    """*text* with its longest section said again, below a number of its own, until it has *size* bytes."""
    starts = [found.start() for found in HEAD.finditer(text)]
    first, last = max(pairwise(starts), key=lambda pair: pair[1] - pair[0])
    body, count = text[first:last].splitlines(), 0
    while len(text.encode()) < size:
        count += 1
        more = "\n".join(line if HEAD.match(line) else f"{line} Đợt {count}." for line in body[: 40 + count])
        text = f"{text[:last]}{more}\n{text[last:]}"
    return text


def spent(*command: str) -> tuple[float, float]:
    """The seconds of a whole process, by the clock and of the processor."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run([sys.executable, *command], stdout=subprocess.DEVNULL, check=True)
    clock, after = perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def tell(file: Path, folder: Path) -> None:
    """Import *file* once between two empty processes, and tell the ratio."""
    command = ("-m", "kehoach", "import", str(file), "-o", str(folder / "out"), "--force")
    before, (clock, used), after = spent("-c", "pass"), spent(*command), spent("-c", "pass")
    empty = (before[0] + after[0]) / 2
    size = file.stat().st_size / 1024
    print(
        f"{file.name}, {size:.0f} KB: {clock:.2f} s ({used:.2f} s of the processor), {clock / empty:.0f} times `pass`"
    )


def main(size: int) -> None:
    """Tell all figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = folder / "plan.txt"
        text.write_text(enlarged(printed("txt").decode(), size * 1024), encoding="utf-8")
        word = folder / "plan.docx"
        word.write_bytes(printed("docx"))
        for _ in range(ROUNDS):
            tell(text, folder)
            tell(word, folder)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
