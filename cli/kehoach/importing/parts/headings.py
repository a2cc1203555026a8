"""Which lines of the text are headings: by their words, their looks, what stands below them, and their siblings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach.finished import Role
from kehoach.importing.parts.ladder import ALONE, FIGURE, ROMAN_RUNG, SIDE, Rung, rung, value
from kehoach.importing.parts.told import Lines, bulleted, capitals, numbered, quoted

ENDED = re.compile(r"(?:[.;,…!?]|\./)[\"”’')\s]*$")
TWO_SENTENCES = re.compile(r"[^\W\d_]{2}[.!?]\s+[^\W\d_]")
LONGEST_TITLE, LONGEST_SIDE, LONGEST_ENDED, SHORT = 45, 16, 20, 8
LONGEST_ALONE, LONGEST_TWIN = 4, 8
LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, *at* its place among all lines; *rung* is None where it has no number."""

    at: int
    rung: Rung | None
    value: int | None


def headings(lines: Lines, region: Sequence[int]) -> dict[int, Rung]:
    """The headings among the lines *region* of the text, with their rungs."""
    marked = tuple(_marked(lines, region))
    bodies = {line.at: _has_body(lines, marked, n) for n, line in enumerate(marked)}
    found: dict[int, Rung] = {}
    for family in _families(marked):
        found |= {line.at: line.rung for line in _titles(lines, family, bodies) if line.rung}
    for line in marked:
        side = _unnumbered(lines, line, bodies[line.at])
        if side is not None:
            found[line.at] = side
    return dict(sorted(found.items()))


def _marked(lines: Lines, region: Sequence[int]) -> Iterator[Line]:
    before: Rung | None = None
    for at in region:
        block = lines.blocks[at]
        one = None if block.cell or block.note else rung(block, lines.words, before)
        before = one if one and one.weight == ROMAN_RUNG.weight else before
        yield Line(at, one, value(block.mark) if numbered(block) else None)


def _has_body(lines: Lines, marked: Sequence[Line], n: int) -> bool:
    """Whether what stands below the line may belong to it: not its sibling, nor a heading further out."""
    line, below = marked[n], marked[n + 1] if n + 1 < len(marked) else None
    if below is None or below.at != line.at + 1:
        return False
    if below.rung is None or line.rung is None:
        return not (line.rung is None and below.rung is None and _stands_out(lines, below.at))
    if line.rung.weight == SIDE:
        return FIGURE <= below.rung.weight < SIDE
    if below.rung.weight == SIDE:
        return not _beside(marked, n)
    return below.rung.weight >= line.rung.weight and below.rung != line.rung


def _beside(marked: Sequence[Line], n: int) -> bool:
    """Whether the line belongs to a list that begins below a starred title, and the next such title ends it."""
    own = marked[n]
    if own.rung is None or own.rung.weight != FIGURE:
        return False
    first = next((k for k in range(n, -1, -1) if marked[k].rung == own.rung and marked[k].value == 1), n)
    above = (line.rung for line in reversed(marked[:first]) if line.rung)
    return next(above, own.rung).weight == SIDE


def _families(marked: Sequence[Line]) -> Iterator[list[Line]]:
    """Numbers of one rung that count on, without a number further out between them."""
    open_families: list[list[Line]] = []
    for line in marked:
        if line.rung is None or line.rung.weight == SIDE:
            continue
        closed = [family for family in open_families if _closes(line, family[-1])]
        yield from closed
        open_families = [family for family in open_families if family not in closed]
        own = next((family for family in reversed(open_families) if _counts_on(family[-1], line)), None)
        if own is None:
            open_families.append([line])
        else:
            own.append(line)
            yield from _drop_inner(open_families, own)
    yield from open_families


def _drop_inner(families: list[list[Line]], own: list[Line]) -> list[list[Line]]:
    """The families opened below the last member of *own*, which are over."""
    inner = families[families.index(own) + 1 :]
    del families[families.index(own) + 1 :]
    return inner


def _closes(line: Line, last: Line) -> bool:
    return line.rung is not None and last.rung is not None and line.rung.weight < last.rung.weight


def _counts_on(last: Line, line: Line) -> bool:
    if last.rung != line.rung:
        return False
    return last.value is None or line.value is None or last.value < line.value


def _titles(lines: Lines, family: Sequence[Line], bodies: dict[int, bool]) -> Iterator[Line]:
    """The members of *family* that are titles."""
    likely = [line for line in family if _is_likely(lines, line, bodies[line.at])]
    with_text = [line for line in likely if bodies[line.at]]
    common = len(with_text) >= max(1, LEAST_SHARE * len(family))
    for line in likely:
        if common or _is_sure(lines, line):
            yield line


def _is_likely(lines: Lines, line: Line, body: bool) -> bool:
    text = lines.texts[line.at]
    count = len(text.split())
    if lines.blocks[line.at].level or (capitals(text) and count <= LONGEST_TITLE):
        return True
    if count > LONGEST_TITLE or TWO_SENTENCES.search(text):
        return False
    listed = text.endswith(".") and count <= LONGEST_ENDED and _lists_below(lines, line.at)
    return not ENDED.search(text) or (body and (count <= SHORT or listed))


def _is_sure(lines: Lines, line: Line) -> bool:
    """Whether its looks or its number alone make it a heading."""
    block = lines.blocks[line.at]
    outer = line.rung is not None and line.rung.weight <= ROMAN_RUNG.weight
    return bool(block.level) or outer or block.bold or capitals(lines.texts[line.at])


def _unnumbered(lines: Lines, line: Line, body: bool) -> Rung | None:
    """The rung of a heading without a number: in capitals, bold, starred, or leading on with a colon."""
    block, text = lines.blocks[line.at], lines.texts[line.at]
    told = lines.told[line.at] not in {None, Role.BASIS} or (lines.told[line.at] and not capitals(text))
    if numbered(block) or block.cell or told or (line.rung and line.rung.weight < SIDE):
        return None
    known = lines.words.text
    led = quoted(text) or text.startswith("(") or known.leading.match(text) or known.resolving.search(text)
    if led or (bulleted(block) and block.mark != "*"):
        return None
    count = len(text.split())
    if block.mark == "*":
        return line.rung if body and count <= LONGEST_SIDE and _leads(text, block.bold) else None
    if block.level:
        return Rung(f"level{block.level}", ALONE if block.level == 1 else SIDE - 10 + block.level)
    return _plain(lines, line, body, count)


def _plain(lines: Lines, line: Line, body: bool, count: int) -> Rung | None:
    block, text = lines.blocks[line.at], lines.texts[line.at]
    if capitals(text) and 1 < count <= LONGEST_TITLE and not ENDED.search(text):
        return Rung("ALONE", ALONE)
    if block.bold and count <= LONGEST_SIDE and body and not ENDED.search(text):
        return Rung("bold", SIDE - 5)
    leads = text.endswith(":") and body and text[:1].isupper() and _lists_below(lines, line.at)
    short = count <= LONGEST_ALONE or (count <= LONGEST_TWIN and _has_twin(lines, line.at))
    return Rung("alone:", SIDE - 2) if leads and short else None


def _has_twin(lines: Lines, at: int) -> bool:
    """Whether another line without a mark begins alike and ends with a colon too (*Đối với …:*)."""
    first = lines.texts[at].split()[:2]
    alike = (n for n, text in enumerate(lines.texts) if text.endswith(":") and text.split()[:2] == first)
    return any(n != at and not lines.blocks[n].mark for n in alike)


def _lists_below(lines: Lines, at: int) -> bool:
    return at + 1 < len(lines) and lines.blocks[at + 1].mark not in {"", "*"}


def _leads(text: str, bold: bool) -> bool:
    return bold or text.endswith(":") or not ENDED.search(text)


def _stands_out(lines: Lines, at: int) -> bool:
    return capitals(lines.texts[at]) or lines.blocks[at].bold
