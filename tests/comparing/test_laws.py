"""Laws of comparing, over plans that are made up."""

from collections.abc import Hashable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach.comparing.changes import Change
from kehoach.comparing.compare import compared
from kehoach.comparing.contrasting import Named, contrast
from kehoach.comparing.filters import TOPICS, filtered
from kehoach.comparing.order import out_of_order
from kehoach.phrases.lexicon import Lexicon

from .conftest import Space, side
from .generated import plans

LAWS = settings(derandomize=True, deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
by_ids = st.booleans()


def told(change: Change) -> Hashable:
    """All that a change says, as something to compare."""
    ends = (side and (side.entry.pointer, side.words) for side in (change.old, change.new))
    return change.what, change.field, tuple(ends), change.stretches, change.rolled, change.likeness


@LAWS
@given(plans(), by_ids)
def test_a_plan_against_itself_gives_nothing(space: Space, lexicon: Lexicon, text: str, by_id: bool) -> None:
    found = space({"a": text, "b": text})
    assert not compared(side(found, "a"), side(found, "b"), lexicon, by_id=by_id).changes


@LAWS
@given(plans(), plans(), by_ids)
def test_backwards_mirrors_forwards(space: Space, lexicon: Lexicon, old: str, new: str, by_id: bool) -> None:
    found = space({"old": old, "new": new})
    forwards = compared(side(found, "old"), side(found, "new"), lexicon, by_id=by_id)
    backwards = compared(side(found, "new"), side(found, "old"), lexicon, by_id=by_id)
    assert {told(one) for one in forwards.changes} == {told(one.mirrored) for one in backwards.changes}
    assert len(forwards.changes) == len(backwards.changes)


@LAWS
@given(plans(), plans())
def test_every_entry_stands_in_one_pair(space: Space, lexicon: Lexicon, old: str, new: str) -> None:
    found = space({"old": old, "new": new})
    pairs = compared(side(found, "old"), side(found, "new"), lexicon, by_id=False).pairs
    for entries in ([pair.old for pair in pairs if pair.old], [pair.new for pair in pairs if pair.new]):
        assert len({id(entry) for entry in entries}) == len(entries)
    assert all(pair.likeness is None or 0.5 <= pair.likeness <= 1 for pair in pairs)


@LAWS
@given(plans(), plans(), st.sampled_from(sorted(TOPICS)))
def test_filters_give_new_reports(space: Space, lexicon: Lexicon, old: str, new: str, topic: str) -> None:
    found = space({"old": old, "new": new})
    names = (Named(id, id, lambda entry: entry.pointer) for id in ("old", "new"))
    whole = contrast(compared(side(found, "old"), side(found, "new"), lexicon), *names)
    lines = list(whole.lines)
    only, rest = filtered(whole, (topic,), ()), filtered(whole, (), (topic,))
    assert list(whole.lines) == lines
    assert sorted(map(str, (*only.lines, *rest.lines))) == sorted(map(str, lines))
    assert all(TOPICS[topic](line) for line in only.lines)


@LAWS
@given(st.permutations(list("abcdefgh")))
def test_what_moved_is_the_same_from_either_side(new: list[str]) -> None:
    old = sorted(new)
    forwards = {new[n] for n in out_of_order(old, new, new)}
    backwards = {old[n] for n in out_of_order(new, old, old)}
    assert forwards == backwards
    stayed = [one for one in new if one not in forwards]
    assert stayed == sorted(stayed)
