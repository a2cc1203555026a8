"""Which lines of the text are headings: by their words, their looks, what stands below them, and their siblings."""

from collections.abc import Iterator, Sequence

from kehoach.finished import Role
from kehoach.importing.parts.ladder import ALONE, ROMAN_RUNG, SIDE, Rung
from kehoach.importing.parts.siblings import Line, families, has_body, marked
from kehoach.importing.parts.told import Lines, bulleted, capitals, numbered, opening_words, quoted
from kehoach.patterns import compiled

ENDED = compiled(r"(?:[.;,…!?]|\./)[\"”’')\s]*$")
TWO_SENTENCES = compiled(r"[^\W\d_]{2}[.!?]\s+[^\W\d_]")
# In words: titles, starred ones, those with a full stop, those that say little; lines that lead on with a colon
# alone, and where another begins alike.
LONGEST_TITLE, LONGEST_SIDE, LONGEST_ENDED, SHORT = 45, 16, 20, 8
LONGEST_ALONE, LONGEST_TWIN = 4, 8
LEAST_SHARE = 0.5


def headings(lines: Lines, region: Sequence[int]) -> dict[int, Rung]:
    """The headings among the lines *region* of the text, with their rungs."""
    row = tuple(marked(lines, region))
    bodies = {line.at: has_body(lines, row, n) for n, line in enumerate(row)}
    found: dict[int, Rung] = {}
    for family in families(row):
        found |= {line.at: line.rung for line in _titles(lines, family, bodies) if line.rung}
    for line in row:
        side = _unnumbered(lines, line, bodies[line.at])
        if side is not None:
            found[line.at] = side
    return dict(sorted(found.items()))


def _titles(lines: Lines, family: Sequence[Line], bodies: dict[int, bool]) -> Iterator[Line]:
    """The members of *family* that are titles."""
    likely = [line for line in family if _is_likely(lines, line, bodies[line.at])]
    with_text = [line for line in likely if bodies[line.at]]
    common = len(with_text) >= max(1, LEAST_SHARE * len(family))
    for line in family:
        # Articles among titled ones end what stands above them, however much they say.
        article = common and len(with_text) > 1 and line.rung is not None and line.rung.weight < ALONE
        if article or (line in likely and (common or _is_sure(lines, line))):
            yield line


def _is_likely(lines: Lines, line: Line, body: bool) -> bool:
    text = lines.texts[line.at]
    count = len(text.split())
    if count <= LONGEST_TITLE and (lines.blocks[line.at].level or capitals(text)):
        return True
    if count > LONGEST_TITLE or text[:1].islower() or TWO_SENTENCES.search(text):
        return False
    if not ENDED.search(text):
        return True
    listed = text.endswith(".") and count <= LONGEST_ENDED and _lists_below(lines, line.at)
    return body and ": " not in text and (count <= SHORT or listed)


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
    if block.level and (count <= LONGEST_TITLE or not ENDED.search(text)):
        return Rung(f"level{block.level}", ALONE if block.level == 1 else SIDE - 10 + block.level)
    return _plain(lines, line, body, count)


def _plain(lines: Lines, line: Line, body: bool, count: int) -> Rung | None:
    block, text = lines.blocks[line.at], lines.texts[line.at]
    if capitals(text) and 1 < count <= LONGEST_TITLE and not ENDED.search(text):
        return Rung("ALONE", ALONE)
    if block.bold and count <= LONGEST_SIDE and body and not ENDED.search(text):
        return Rung("bold", SIDE - 5)
    leads = text.endswith(":") and body and text[:1].isupper() and _lists_below(lines, line.at)
    short = count <= LONGEST_ALONE or (count <= LONGEST_TWIN and lines.leading[opening_words(text)] > 1)
    return Rung("alone:", SIDE - 2) if leads and short else None


def _lists_below(lines: Lines, at: int) -> bool:
    return at + 1 < len(lines) and lines.blocks[at + 1].mark not in {"", "*"}


def _leads(text: str, bold: bool) -> bool:
    return bold or text.endswith(":") or not ENDED.search(text)
