"""The theme of the year in whichever of its places a document has it."""

from kehoach.finished import Piece, Role
from kehoach.importing.planning.head import of
from kehoach.importing.planning.making import mapping, word
from kehoach.importing.planning.outline import Branch
from kehoach.importing.planning.wording import worded
from kehoach.importing.planning.work import Work
from kehoach.patterns import compiled
from kehoach.records import dataclass, replace
from kehoach.scalars import cut
from kehoach.written import Mapping, Node, Scalar

_QUOTED = compiled(r"[“\"](?P<words>[^“”\"]+)[”\"][.;]?\s*$")
NEAR = 60
_INSIDE = compiled(r"[“\"](?P<words>[^“”\"]+)[”\"]")


@dataclass(frozen=True, slots=True)
class Theme:
    """The theme as the plan says it; *spent* are the pieces that it prints, *opening* what is left for the opening."""

    node: Mapping | None = None
    spent: tuple[int, ...] = ()
    opening: tuple[Piece, ...] = ()


def theme(work: Work, first: Branch | None) -> Theme:
    """The theme of the document; *first* is its first section."""
    pieces = of(work.finished, Role.THEME)
    heads = [piece for piece in pieces if above_text(piece, work)]
    if heads:
        return _above(heads[0], work)
    if first is not None and first.head and work.words.themes.search(first.head.text):
        return _headed(first, work)
    found = _in_opening(work)
    return found if found.node or not pieces else _alone(pieces[0], work)


def above_text(piece: Piece, work: Work) -> bool:
    """Whether *piece* stands above the first heading."""
    for one in work.finished.pieces:
        if one is piece:
            return True
        if one.role is Role.HEADING:
            return False
    return True


def _alone(piece: Piece, work: Work) -> Theme:
    """A theme on a line of its own in the text, which goes on printing it."""
    words = worded(piece.block, plain=True)
    quoted = _QUOTED.search(words.text)
    return Theme(_node(words, quoted.span("words"), "text", "", work)) if quoted else Theme()


def _above(piece: Piece, work: Work) -> Theme:
    """A theme on a line of its own between the title and the first heading."""
    words = worded(piece.block, plain=True)
    quoted, colon = _QUOTED.search(words.text), words.text.find(":")
    start, end = quoted.span("words") if quoted else (colon + 1, len(words.text))
    label = words.text[: quoted.start() if quoted else colon].strip(" :")
    place = "first_line" if _after(piece, Role.DASHES, work) else "title"
    usual = work.lexicon.at("planning", "theme_label")
    said = "" if label.casefold() == str(usual).casefold() else label
    led = quoted is None and place == "first_line" and not of(work.finished, Role.BASIS)
    if led or _after(piece, Role.OPENING, work):
        node = _node(words, (start, end), "text", "", work)
        return Theme(node, (id(piece),), (piece,))
    return Theme(_node(words, (start, end), place, said, work), (id(piece),))


def _after(piece: Piece, role: Role, work: Work) -> bool:
    """Whether something of that *role* stands above *piece*."""
    for one in work.finished.pieces:
        if one.role is role:
            return True
        if one is piece:
            return False
    return False


def _headed(first: Branch, work: Work) -> Theme:
    """A theme in the first heading, or alone in the section below it."""
    assert first.head
    head = worded(first.head.block, plain=True)
    quoted = _QUOTED.search(head.text)
    if quoted and not first.entries and not first.branches:
        label = head.text[: quoted.start()].strip(" :")
        usual = str(work.lexicon.at("planning", "theme_heading"))
        said = "" if label.casefold() == usual.casefold() else label
        return Theme(_node(head, quoted.span("words"), "heading", said, work), (id(first.head),))
    if len(first.entries) == 1 and not first.branches:
        words = worded(first.entries[0].block, plain=True)
        alone = _QUOTED.fullmatch(words.text.strip()) if words.text.strip()[:1] in '“"' else None
        if alone and words.text == words.text.strip():
            usual = f"{work.lexicon.at('planning', 'theme_section')} {work.year}"
            said = "" if head.text.strip().casefold() == usual.casefold() else head.text.strip()
            node = _node(words, alone.span("words"), "section", said, work)
            return Theme(node, (id(first.head), id(first.entries[0])))
    return _somewhere([first.head, *first.entries], work)


def _in_opening(work: Work) -> Theme:
    found = _somewhere(of(work.finished, Role.OPENING), work)
    if found.node is None:
        return found
    return Theme(replace(found.node, entries={**found.node.entries, "place": word("opening", found.node.place)}))


def _somewhere(pieces: list[Piece], work: Work) -> Theme:
    """A theme that is quoted in the text, which goes on printing it."""
    others = set(work.lexicon.words("planning", "themes_of_others"))
    for piece in pieces:
        words = worded(piece.block, plain=True)
        for named in work.words.themes.finditer(words.text):
            quoted = _INSIDE.search(words.text, named.end())
            between = words.text[named.end() : quoted.start()] if quoted else ""
            if quoted and len(between) < NEAR and not others & set(between.split()):
                return Theme(_node(words, quoted.span("words"), "text", "", work))
    return Theme()


def _node(words: Scalar, span: tuple[int, int], place: str, label: str, work: Work) -> Mapping:
    text = cut(work.finished.manuscript.text, words, *span)
    entries: list[tuple[str, Node | None]] = [("text", text)]
    entries.append(("place", word(place, text.place) if place != "title" else None))
    entries.append(("label", word(label, text.place) if label else None))
    return mapping(entries, text.place)
