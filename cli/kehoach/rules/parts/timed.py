"""Activities of a finished document that have no time."""

from collections import defaultdict
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.rules.calendar.dated import dated
from kehoach.rules.passages import Passage, passages
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

# One in five may lack it; a time that the head of a quarter says is not said by the activity.
LEAST, SHARE = 5, 5
UNSAID = "no"


@rule("SEC217", Grain.WRITTEN, INFO)
def activity_timed(file: Written, view: View) -> Iterator[Fault]:
    """In a finished document's list of activities, each has a time where nearly all have.

    Whoever follows the list up finds nothing to follow in an entry without.
    """
    if file.id not in view.finished:
        return
    hidden = {passage.item for passage in passages(file, view) if passage.key == "show" and passage.text == UNSAID}
    timed = {time.passage.item for time in dated(file, view) if time.passage.item} - hidden
    lists: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages(file, view):
        if passage.sort == "activities" and passage.key == "text":
            lists[_list(passage)].append(passage)
    for held in lists.values():
        without = [passage for passage in held if passage.item not in timed]
        if without and len(held) >= LEAST and len(without) * SHARE <= len(held):
            for passage in without:
                yield Fault("SEC217", passage.whole, passage.pointer, {"text": " ".join(passage.text.split()[:8])})


def _list(passage: Passage) -> str:
    """The list that an activity stands in."""
    return passage.item.rpartition("/")[0]
