"""Headings with what stands under them as sections of a plan."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from kehoach import counters
from kehoach.finished import Piece, Role
from kehoach.importing.planning import marks
from kehoach.importing.planning.contexts import context, side
from kehoach.importing.planning.groups import groups
from kehoach.importing.planning.ids import Ids
from kehoach.importing.planning.items import items
from kehoach.importing.planning.listing import Listing, listing, numbering
from kehoach.importing.planning.making import mapping, prefixed, word
from kehoach.importing.planning.outline import Branch
from kehoach.importing.planning.wording import worded
from kehoach.importing.planning.work import BARE_TITLE, OWN_NUMBER, Context, Work
from kehoach.places import Place
from kehoach.records import dataclass, field, replace
from kehoach.scalars import cut
from kehoach.written import Mapping, Node, Scalar

SIDE = "*"
Entries = Iterator[tuple[str, Node | None]]


@dataclass
class Rung:
    """Sections side by side: the form of their numbers, the figures above, and how many there were."""

    ladder: tuple[str, ...]
    depth: int = 1
    trail: str = ""
    count: int = 0
    words: dict[str, int] = field(default_factory=dict)

    @property
    def form(self) -> str:
        """The form of the numbers here."""
        return self.ladder[min(self.depth, len(self.ladder)) - 1]

    def below(self, number: str) -> "Rung":
        """The rung below the section with that *number*; a sign takes no rung of its own."""
        if not counters.is_number(number):
            return Rung(self.ladder, self.depth, self.trail)
        return Rung(self.ladder, self.depth + 1, counters.trail(number))


def sections(branches: Sequence[Branch], above: Context, work: Work, rung: Rung) -> Mapping | None:
    """The sections that *branches* make, by id; None where there are none."""
    made = dict(chain.from_iterable(_section(branch, above, work, rung) for branch in branches))
    place = next(iter(made.values())).place if made else None
    return mapping(made.items(), place) if place else None


def untitled(branch: Branch, above: Context, work: Work) -> Iterator[tuple[str, Mapping]]:
    """What stands above the first heading, as a section without a title."""
    if branch.entries:
        held = listing(branch.entries, replace(above, untitled=True), work, numbering(branch.entries, ""))
        place = branch.entries[0].block.words.place
        yield _id(branch, work), mapping(_listed(held, _place(branch)), place)


def _place(branch: Branch) -> Place:
    """Where *branch* begins."""
    return (branch.head or branch.entries[0]).block.words.place


def _section(branch: Branch, above: Context, work: Work, rung: Rung) -> Iterator[tuple[str, Mapping]]:
    assert branch.head
    place = branch.head.block.words.place
    if not branch.entries and not branch.branches:
        lead = f"{branch.mark} " if branch.mark else ""
        work.note(BARE_TITLE, place, title=branch.head.text.strip())
        body = prefixed(lead, worded(branch.head.block, plain=True))
        yield _id(branch, work), mapping([("body", body)], place)
        return
    here = context(branch, above, work)
    heading, number = _numbered(branch, rung, work)
    entries: list[tuple[str, Node | None]] = [("title", _title(branch, heading, work))]
    entries.append(("heading", word(heading, place) if heading else None))
    id = _id(branch, work)
    under = rung.below(number)
    entries += _content(branch, here, work, under)
    yield id, mapping(entries, place)


def _content(branch: Branch, here: Context, work: Work, under: Rung) -> Entries:
    grouped = groups(branch, here, work, under.trail)
    blocks = [] if grouped else _blocks(branch, here, work, under.trail)
    rest = branch.branches[grouped.heads if grouped else len(blocks) :]
    form = numbering(branch.entries, under.trail)
    held = grouped.held if grouped else listing(branch.entries, here, work, form)
    said = [one for one in (held, *(block for _, _, block in blocks)) if one.numbering]
    place = _place(branch)
    yield "numbering", word(said[0].numbering, place) if said else None
    yield "group", word(grouped.sort, place) if grouped else None
    yield from held.entries(place)
    for name, head, block in blocks:
        yield name, mapping(block.entries(_place(head)), _place(head))
    yield "sections", sections(rest, here, work, under)


def _blocks(branch: Branch, here: Context, work: Work, trail: str) -> list[tuple[str, Branch, Listing]]:
    """The first headings below *branch* that head the blocks of the unit's own work and of that below."""
    heads: list[tuple[str, Branch]] = []
    for child in branch.branches:
        name = side(child, work)
        if not name or name in dict(heads) or (heads and heads[-1][0] == "below") or not child.entries:
            break
        heads.append((name, child))
    if not heads:
        return []
    forms = {numbering(child.entries, trail) for _, child in heads}
    forms |= {numbering(branch.entries, trail)} if branch.entries else set()
    if len(forms) != 1 or not all(_labelled(name, child, work) for name, child in heads) or _direct(branch, here, work):
        return []
    form = forms.pop()
    made = []
    for name, child in heads:
        at = replace(here, carrier=name, blocked=True)
        made.append((name, child, listing(child.entries, at, work, form)))
    return made


def _direct(branch: Branch, here: Context, work: Work) -> bool:
    """Whether the section holds items of its own, which would slip into the blocks."""
    trial = replace(work, ids=Ids(), notes=[])
    return any(items(branch.entries, here, trial))


def _labelled(name: str, child: Branch, work: Work) -> bool:
    """Whether the heading is the plan's label for the block *name*; the first one becomes it, as most spell it."""
    assert child.head
    label = _label(child.head)
    if name not in work.labels:
        spelt = (_label(piece) for piece in work.finished.of(Role.HEADING))
        work.labels[name] = Counter(one for one in spelt if one.casefold() == label.casefold()).most_common(1)[0][0]
    return work.labels[name].casefold() == label.casefold()


def _label(head: Piece) -> str:
    return " ".join(head.text.split()).rstrip(": ")


def _numbered(branch: Branch, rung: Rung, work: Work) -> tuple[str, str]:
    """What ``heading`` says (nothing where the number follows from the order), and the number as it is printed."""
    mark = branch.mark
    if not any(letter.isalnum() for letter in mark):
        return (SIDE if mark else marks.FREE), ""
    word_, _, rest = mark.partition(" ")
    if word_.isalpha() and len(word_) > 1 and rest:
        return _divided(word_, mark, rung), ""
    expected = counters.number(rung.form, rung.count + 1, rung.trail)
    if counters.bare(expected) == _bare(mark):
        rung.count += 1
        return "", expected
    work.note(OWN_NUMBER, _place(branch), number=mark, expected=expected)
    rung.count = counters.counted(mark, rung.form) or rung.count
    return mark, mark


def _bare(mark: str) -> str:
    return "".join(mark.split()).strip("().:/-–")


def _divided(word: str, mark: str, rung: Rung) -> str:
    """``Phần`` where the parts are counted in Roman figures, else the mark as it is."""
    name = word[:1].upper() + word[1:].lower()
    rung.words[name] = rung.words.get(name, 0) + 1
    expected = counters.number("I.", rung.words[name])
    return name if mark.split()[1].rstrip(".:") == expected.rstrip(".") else mark


def _listed(held: Listing, place: Place) -> Entries:
    yield "numbering", word(held.numbering, place) if held.numbering else None
    yield from held.entries(place)


def _id(branch: Branch, work: Work) -> str:
    title = branch.title or (branch.entries[0].text if branch.entries else "")
    return work.ids.given(title, work.nameless("sections"), _usual(branch.title, work))


def _title(branch: Branch, heading: str, work: Work) -> Scalar:
    """The title, a usual one in its usual letters; the colon behind a side head is the form's own."""
    assert branch.head
    title = worded(branch.head.block, plain=True)
    if heading == SIDE:
        title = cut(work.finished.manuscript.text, title, 0, len(title.text.rstrip(": ")))
    _, usual = _known(branch.title, work)
    if not usual or not title.text.isupper():
        return title
    text = usual + title.text[len(usual) :]
    return replace(title, text=text) if len(text) == len(title.text) else title


def _usual(title: str, work: Work) -> str:
    """The id of the usual section of that title, empty where the kind knows none."""
    return _known(title, work)[0]


def _known(title: str, work: Work) -> tuple[str, str]:
    """The id and the words of the usual section of that title."""
    bare = title.strip(" :.")
    for section in work.kind.sections:
        for words in section.titles:
            for usual in (words, f"{words} {work.lexicon.at('periods', 'written', 'year')} {work.year}"):
                if bare == usual.lower():
                    return section.id, usual
    return "", ""
