"""Names that are written with other capitals, or other letters, than they have."""

from collections.abc import Iterator, Mapping

from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass
from kehoach.rules.prose.prose import prose
from kehoach.rules.view import View
from kehoach.written import Written


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A name as it is written wrong from *start* to *end* of a plan or a line, and as it is written *right*."""

    start: int
    end: int
    wrong: str
    right: str


def misnamed(file: Written, view: View) -> tuple[Misnamed, ...]:
    """The wrong names in *file*, in their order; of two that overlap the first, of two at one place the longer."""
    return view.once(_misnamed, file)


def inside(names: tuple[Misnamed, ...], start: int, end: int) -> bool:
    """Whether any of *names* stands at least in part from *start* to *end*."""
    return any(name.start < end and start < name.end for name in names)


def _misnamed(file: Written, view: View) -> tuple[Misnamed, ...]:
    found = prose(file, view).worded(_found, view.lexicon)
    return tuple(Misnamed(begin + name.start, begin + name.end, name.wrong, name.right) for begin, name in found)


@remembered
def _found(line: str, lexicon: Lexicon) -> tuple[Misnamed, ...]:
    wrong = [(wrong, right) for wrong, right in lexicon.view(_capitals).items() if wrong in line]
    found = sorted((name for one in wrong for name in _of(line, *one)), key=lambda name: (name.start, -name.end))
    kept: list[Misnamed] = []
    for name in found:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return tuple(kept)


def _of(line: str, wrong: str, right: str) -> Iterator[Misnamed]:
    """Where *wrong* stands in *line*, its words whole."""
    at = line.find(wrong)
    while at >= 0:
        end = at + len(wrong)
        if not line[max(at - 1, 0) : at].isalnum() and not line[end : end + 1].isalnum():
            yield Misnamed(at, end, wrong, right)
        at = line.find(wrong, end)


def _capitals(lexicon: Lexicon) -> Mapping[str, str]:
    return {wrong: str(right) for wrong, right in lexicon.table("prose", "capitals").items()}
