"""What a section is about, and who carries what stands in it, by its title and by those above it."""

from kehoach.importing.planning.carriers import BELOW, OWN
from kehoach.importing.planning.outline import Branch
from kehoach.importing.planning.work import ACTIVITIES, PURPOSES, TARGETS, Context, Work
from kehoach.records import replace


def context(branch: Branch, above: Context, work: Work) -> Context:
    """Where the entries of *branch* stand, a part of what *above* is."""
    works = above.works or (above.about == TARGETS and bool(work.words.own_works.search(branch.title)))
    carrier = OWN if works else _carrier(branch.title, above, work)
    quarter = work.words.quarters.fullmatch(branch.title.strip(" :."))
    about = _about(branch.title, above, work)
    return replace(
        above, about=about, carrier=carrier, works=works, quarter=branch.title.strip(" :.") if quarter else ""
    )


def side(branch: Branch, work: Work) -> str:
    """The block that *branch* heads: ``own``, ``below``, or nothing where it is a section like others."""
    if branch.head is None or any(letter.isalnum() for letter in branch.mark) or branch.branches:
        return ""
    return head(branch.title, work)


def head(title: str, work: Work) -> str:
    """Whose work *title* is the head of."""
    if work.words.own_head.match(title) or work.ours.match(title):
        return OWN
    return BELOW if work.words.below_head.match(title) else ""


def _about(title: str, above: Context, work: Work) -> str:
    words = work.words
    if words.targets.search(title) and not words.not_targets.search(title):
        return TARGETS
    if words.activities.match(title):
        return ACTIVITIES
    if words.purposes.match(title):
        return PURPOSES
    return above.about


def _carrier(title: str, above: Context, work: Work) -> str:
    words = work.words
    if words.asked.search(title):
        return BELOW
    if words.by.search(title):
        return OWN
    return head(title, work) or above.carrier
