"""The ladder of numbers that the headings of a document climb."""

from collections import Counter
from collections.abc import Iterator, Sequence

from kehoach.importing.planning import marks
from kehoach.importing.planning.outline import Branch


def ladder_of(branches: Sequence[Branch], usual: tuple[str, ...]) -> tuple[str, ...]:
    """The forms of the numbers by depth, empty where they are the *usual* ones."""
    forms: dict[int, Counter[str]] = {}
    for depth, form in _forms(branches, 1):
        forms.setdefault(depth, Counter())[form] += 1
    found = tuple(forms[depth].most_common(1)[0][0] for depth in sorted(forms))
    return () if found == usual[: len(found)] else found


def _forms(branches: Sequence[Branch], depth: int) -> Iterator[tuple[int, str]]:
    for branch in branches:
        read = marks.read(branch.mark)
        if read:
            yield depth, read.form
        yield from _forms(branch.branches, depth + (read is not None))
