"""Plans without ids: a second year, made by scripted edits whose pairs are known, is paired by its words."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from kehoach.comparing.entries import LEAVES, TITLED, Entry, Sort, entries
from kehoach.comparing.pairing import paired
from kehoach.reading.workspace import Workspace

PLANS = Path(__file__).parent.parent.parent / "plans"
EDITS = 40
FOUND, WRONG = 0.9, 0.02
SPOKEN = "phối hợp đẩy mạnh nâng cao chất lượng công tác tham mưu đa dạng hình thức phù hợp thực tế đơn vị"
OTHER = tuple(SPOKEN.split())
Truth = dict[Entry, Entry]


def plan_ids() -> Iterator[str]:
    """The plans of the workspace that have prose enough to be edited forty times."""
    space = Workspace.around(PLANS)
    for id in space.plans():
        plan = space.resolve(id)
        if plan and plan.complete:
            yield id


class Edited:
    """A tree that can be edited while it remembers where everything came from."""

    def __init__(self, root: Entry, random: Random) -> None:
        self.random, self.root = random, root
        self.held = {one: list(one.children) for one in root.walk()}
        self.words = {one: one.words.replace("2023", "2024") for one in root.walk()}
        self.above = {child: one for one in root.walk() for child in one.children}
        self.live = [one for one in root.walk() if one.sort in LEAVES | TITLED]

    def edit(self) -> None:
        """One edit of a kind and at a place that chance chooses."""
        one = self.random.choice(self.live)
        edits = [self._reword, self._reword, self._insert]
        if one.sort in LEAVES:
            edits += [self._move, self._remove]
        self.random.choice(edits)(one)

    def _reword(self, one: Entry) -> None:
        words = self.words[one].split()
        for _ in range(max(1, len(words) // 4)):
            words[self.random.randrange(len(words))] = self.random.choice(OTHER)
        self.words[one] = " ".join(words)

    def _insert(self, one: Entry) -> None:
        said = " ".join(self.random.choice(OTHER) for _ in range(self.random.randrange(12, 30)))
        made = Entry(Sort.PASSAGE, "", said, "new")
        self.held[made], self.words[made] = [], said
        row = self.held[self.above[one]]
        row.insert(row.index(one), made)

    def _move(self, one: Entry) -> None:
        self.held[self.above[one]].remove(one)
        there = self.random.choice([other for other in self.live if other.sort is Sort.SECTION])
        self.held[there].append(one)
        self.above[one] = there

    def _remove(self, one: Entry) -> None:
        self.held[self.above[one]].remove(one)
        self.live.remove(one)

    def made(self, truth: Truth) -> Entry:
        """The edited tree; *truth* learns of each of its entries which one it was."""
        return self._made(self.root, truth)

    def _made(self, one: Entry, truth: Truth) -> Entry:
        children = tuple(self._made(child, truth) for child in self.held[one])
        new = replace(one, words=self.words[one], children=children)
        if one.pointer != "new":
            truth[new] = one
        return new


@pytest.mark.parametrize("id", list(plan_ids()))
def test_a_second_year_is_paired_by_its_words(id: str) -> None:
    plan = Workspace.around(PLANS).resolve(id)
    assert plan
    old, truth = entries(plan, lambda value: value.text), Truth()
    edited = Edited(old, Random(20240101))
    for _ in range(EDITS):
        edited.edit()
    new = edited.made(truth)
    told = [pair for pair in paired(old, new, {}, by_id=False) if pair.new and pair.new.sort in LEAVES | TITLED]
    known = [pair for pair in told if pair.new in truth]
    right = [pair for pair in known if pair.new and pair.old is truth[pair.new]]
    wrong = [pair for pair in told if pair.new and pair.old and pair.old is not truth.get(pair.new)]
    assert len(right) >= FOUND * len(known)
    assert len(wrong) <= WRONG * len(told)
