"""Plans are put in an order in which each follows what it inherits."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.reading.families import in_families
from kehoach.reading.shelf import Shelf
from kehoach.reading.source import Made

NAMES = [*(f"{letter}/{year}-plan" for letter in "abcdef" for year in (2023, 2024)), "top", "đỉnh"]
FORMS = (
    "inherits: {0}\n",
    "inherits: [{0}]\n",
    "inherits: # theo cấp trên\n  - {0}\n",
    "inherits:\n  - {0}\n",
    "inherits:\n- {0} # trên\n",
    'inherits: "{0}"\n',
)


def shelf(above: dict[str, tuple[str, str]]) -> Shelf:
    """Plans, each inheriting another in one of the forms in which that is written."""
    files = {
        f"plans/{id}.yaml": f"kind: plan\n{form.format(parent)}subject: x\n".encode() if parent else b"kind: plan\n"
        for id, (parent, form) in above.items()
    }
    return Shelf(Path(), Made(files))


@given(st.dictionaries(st.sampled_from(NAMES), st.tuples(st.sampled_from(["", *NAMES]), st.sampled_from(FORMS))))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_every_plan_comes_once_whatever_it_inherits(above: dict[str, tuple[str, str]]) -> None:
    order = in_families(above, shelf(above))
    assert sorted(order) == sorted(above)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=12), st.sampled_from(FORMS), st.randoms(use_true_random=False))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_each_follows_its_parent_and_brings_its_own(parents: list[int], form: str, random: object) -> None:
    names = [f"u{'abcdefghijklm'[at]}/2024-plan" for at in range(len(parents) + 1)]
    above = {names[0]: ("", form)}
    above |= {name: (names[of % (at + 1)], form) for at, (name, of) in enumerate(zip(names[1:], parents, strict=True))}
    order = in_families(above, shelf(above))
    for id, (parent, _) in above.items():
        if parent:
            assert order.index(parent) < order.index(id)
            between = order[order.index(parent) + 1 : order.index(id)]
            assert all(_under(other, parent, above) for other in between)


def _under(id: str, top: str, above: dict[str, tuple[str, str]]) -> bool:
    parent = above[id][0]
    return parent == top or (bool(parent) and _under(parent, top, above))


def test_a_plan_stands_beside_that_of_the_year_before() -> None:
    above = {"a/2023-p": ("", ""), "b/2023-p": ("a/2023-p", FORMS[0]), "c/2023-p": ("a/2023-p", FORMS[0])}
    above |= {"a/2024-p": ("", ""), "b/2024-p": ("a/2024-p", FORMS[0]), "c/2024-p": ("a/2024-p", FORMS[0])}
    order = in_families(above, shelf(above))
    assert order == ("a/2023-p", "a/2024-p", "b/2023-p", "b/2024-p", "c/2023-p", "c/2024-p")


def test_the_units_of_one_plan_stand_together_though_it_is_not_asked_for() -> None:
    above = {"a/p": ("", ""), "z/p": ("", ""), "b/p": ("z/p", FORMS[3]), "c/p": ("a/p", FORMS[3])}
    above |= {"d/p": ("z/p", FORMS[0]), "e/p": ("a/p", FORMS[1])}
    order = in_families({"b/p", "c/p", "d/p", "e/p"}, shelf(above))
    assert order == ("c/p", "e/p", "b/p", "d/p")
