"""Quarters or months that head dated activities: the groups in which a plan prints them by itself."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from kehoach.importing.planning.contexts import context
from kehoach.importing.planning.ids import Ids
from kehoach.importing.planning.items import SORTS
from kehoach.importing.planning.listing import Listing, listing, numbering
from kehoach.importing.planning.outline import Branch
from kehoach.importing.planning.work import ACTIVITIES, Context, Work
from kehoach.phrases import period
from kehoach.phrases.period import Grain
from kehoach.phrases.roman import roman
from kehoach.records import dataclass, replace
from kehoach.written import Mapping, Scalar
from kehoach.written import Sequence as Listed

SIDE = "*"
GROUPS = {Grain.QUARTER: "quarter", Grain.MONTH: "month"}


@dataclass(frozen=True, slots=True)
class Groups:
    """What stands under a section that groups its items by *sort*; *heads* are how many headings that takes."""

    sort: str
    heads: int
    held: Listing


@dataclass(frozen=True, slots=True)
class _Head:
    """A quarter or month as a head: its sort, and which one of the year it is."""

    sort: str
    order: int


def groups(branch: Branch, here: Context, work: Work, trail: str) -> Groups | None:
    """The first headings below *branch* as groups, if printing them by their times gives the same lines again."""
    heads = list(takewhile(lambda one: one[1], ((child, _head(child, work)) for child in branch.branches)))
    told = [head for _, head in heads if head]
    forms = {numbering(child.entries, trail) for child, _ in heads}
    forms |= {numbering(branch.entries, trail)} if branch.entries else set()
    ascending = all(one.sort == next.sort and one.order < next.order for one, next in pairwise(told))
    if not told or not ascending or len(forms) != 1:
        return None
    trial = replace(work, ids=Ids(work.ids.reserved), notes=[])
    parts = [_listing(child, context(child, here, work), trial, trail) for child, _ in heads]
    if not all(_fits(part, head, work) for part, head in zip(parts, told, strict=True)):
        return None
    if branch.entries and not _free(_listing(branch, here, trial, trail)):
        return None
    return Groups(told[0].sort, len(told), _together(branch, here, work, trail, len(told)))


def _head(child: Branch, work: Work) -> _Head | None:
    """What *child* heads, if a plan would print the same words for it."""
    title = " ".join(child.head.text.split()).rstrip(": ") if child.head else ""
    if child.mark != SIDE or child.branches or not child.entries or not work.words.quarters.fullmatch(title):
        return None
    means = period.parse(f"{title}/{work.year}", work.year, work.lexicon)
    sort = GROUPS.get(means.grain, "") if means else ""
    if not means or not sort:
        return None
    month = means.first.month
    order = month if means.grain is Grain.MONTH else (month + 2) // 3
    number = str(order) if means.grain is Grain.MONTH else roman(order)
    return _Head(sort, order) if title.split()[0].istitle() and title.split()[1] == number else None


def _listing(branch: Branch, context: Context, work: Work, trail: str) -> Listing:
    return listing(branch.entries, context, work, numbering(branch.entries, trail))


def _fits(part: Listing, head: _Head, work: Work) -> bool:
    """Whether all that stands under *head* are activities whose own times put them there."""
    if part.body is not None or set(part.items) != {ACTIVITIES}:
        return False
    return all(_order(node, head.sort, work) == head.order for node in part.items[ACTIVITIES].values())


def _free(part: Listing) -> bool:
    """Whether nothing in it has a time, so that it is printed before all groups."""
    return not any("when" in node for held in part.items.values() for node in held.values())


def _order(node: Mapping, sort: str, work: Work) -> int:
    """Which quarter or month of the year an activity is printed in; 0 where none of its times is read."""
    when = node.get("when")
    texts = [one.text for one in when.items if isinstance(one, Scalar)] if isinstance(when, Listed) else []
    read = (period.parse(text, work.year, work.lexicon) for text in texts)
    first = next((means for means in read if means), None)
    if first is None:
        return 0
    return first.first.month if sort == GROUPS[Grain.MONTH] else (first.first.month + 2) // 3


def _together(branch: Branch, here: Context, work: Work, trail: str, count: int) -> Listing:
    """The section's own entries and those of its first *count* headings as one listing."""
    own = [_listing(branch, here, work, trail)] if branch.entries else []
    parts = [*own, *_under(branch.branches[:count], here, work, trail)]
    found: dict[str, dict[str, Mapping]] = {}
    for sort in SORTS:
        merged = {id: node for part in parts for id, node in part.items.get(sort, {}).items()}
        found |= {sort: merged} if merged else {}
    said = next((part.numbering for part in parts if part.numbering), "")
    return Listing(own[0].body if own else None, found, said)


def _under(heads: Sequence[Branch], here: Context, work: Work, trail: str) -> Iterator[Listing]:
    for child in heads:
        yield _listing(child, context(child, here, work), work, trail)
