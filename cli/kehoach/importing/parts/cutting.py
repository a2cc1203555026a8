"""Blocks as the parts of a document want them: those that hold several parts are cut, those that make one joined."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kehoach.finished import Role
from kehoach.importing.parts.joining import whole_titles
from kehoach.importing.parts.told import LONGEST_LINE, STRONG, bulleted, capitals, is_name, numbered, told
from kehoach.importing.parts.words import Words
from kehoach.manuscript import Block, Emphasis, Manuscript
from kehoach.patterns import compiled
from kehoach.places import Place
from kehoach.scalars import cut
from kehoach.written import Scalar

NOWHERE = Place("")
GAP = compiled(r"\s*\t\s*|\s{3,}|\s*\n\s*")
LONGEST_PAIR = 220
LEAST_TEXT = 12
SIDE_BY_SIDE = STRONG | {Role.AUTHORITY, Role.OFFICE, Role.RECIPIENTS, Role.SEPARATOR, Role.MARK}
ROWS = SIDE_BY_SIDE | {Role.KIND}
WIDEST_RUN_IN = 90
DEEPEST_KIND = 30
QUOTES = '”"'


def parted(manuscript: Manuscript, words: Words) -> tuple[Block, ...]:
    """The blocks of *manuscript*, each with one part of the document only; their words stay in order."""
    pieces = [piece for block in manuscript.blocks for piece in _pieces(block, manuscript.text, words)]
    titled = _title_apart(_kind_apart(pieces, manuscript.text, words), manuscript.text, words)
    return tuple(whole_titles(titled, words, wrapped=not manuscript.paragraphs))


def _pieces(block: Block, text: str, words: Words) -> Iterator[Block]:
    at = _columns(block, text, words) if len(block.words.text) <= LONGEST_PAIR and not block.note else 0
    at = at or _label(block, words) or _annex(block, words) or _run_in(block, words)
    if not at:
        yield block
        return
    first, rest = _cut(block, text, 0, at), _cut(block, text, at, len(block.words.text))
    yield first
    yield from _pieces(replace(rest, mark="", listed=False, level=0), text, words)


def _cut(block: Block, text: str, start: int, end: int) -> Block:
    """That stretch of *block*, which stands out where all of it does."""
    scalar = cut(text, block.words, start, end)
    lead = start + len(block.words.text[start:end]) - len(block.words.text[start:end].lstrip())
    marks = tuple(_moved(block.emphases, lead, lead + len(scalar.text)))
    whole = [one for one in marks if one.start == 0 and one.end >= len(scalar.text.rstrip(" :."))]
    bold = block.bold or any(one.bold for one in whole)
    italic = block.italic or any(one.italic for one in whole)
    return replace(block, words=scalar, bold=bold, italic=italic, emphases=() if whole else marks)


def _moved(emphases: Iterable[Emphasis], start: int, end: int) -> Iterator[Emphasis]:
    for one in emphases:
        if one.start < end and one.end > start:
            yield replace(one, start=max(one.start, start) - start, end=min(one.end, end) - start)


def _columns(block: Block, source: str, words: Words) -> int:
    """Where the right column begins in a line that holds both; 0 where it holds one."""
    text = block.words.text
    if "\n" in text and any(_told(row, words) in ROWS for row in text.split("\n")):
        return text.index("\n") + 1
    if told(block, words) in STRONG:
        return 0
    wide = (end for start, end in _blanks(block) if _is_gap(block, source, start, end))
    beside = (end for end in wide if _beside(block, text[:end].rstrip(), text[end:], words))
    return _unspaced(block, words) or next(beside, 0)


def _blanks(block: Block) -> Iterator[tuple[int, int]]:
    return (blank.span() for blank in re.finditer(r"\s+", block.words.text) if blank.start())


def _is_gap(block: Block, source: str, start: int, end: int) -> bool:
    """Whether a tab, several blanks or the end of a line parts the words in the source."""
    offsets = block.words.offsets
    between = source[offsets[start] : offsets[end]] if offsets else ""
    return any(GAP.fullmatch(blank) for blank in (between, block.words.text[start:end]))


def _beside(block: Block, left: str, right: str, words: Words) -> bool:
    """Whether the two halves of a line are parts of their own."""
    sides = _told(left, words, block.mark), _told(right, words)
    if any(side in SIDE_BY_SIDE for side in sides) and max(len(left), len(right)) <= LONGEST_LINE:
        return True
    listed = bulleted(block) or words.foot.filing.match(left) is not None
    return (listed or is_name(left, words)) and is_name(right.strip(), words)


def _told(text: str, words: Words, mark: str = "") -> Role | None:
    return told(Block(Scalar(text.strip(), NOWHERE), mark), words)


def _unspaced(block: Block, words: Words) -> int:
    """Where the title or the date begins at the right of a name or number from which one blank parts it."""
    text = block.words.text
    if len(text) > LONGEST_LINE or numbered(block):
        return 0
    if bulleted(block):
        return next((end for start, end in _blanks(block) if _signs(text[:start], text[end:], words)), 0)
    return max((end for start, end in _blanks(block) if _fits(text[:start], text[end:], words)), default=0)


def _signs(left: str, right: str, words: Words) -> bool:
    """Whether an entry of the recipients ends where a line of the signature begins."""
    if not left.endswith((";", ".", ",")):
        return False
    signature = capitals(right) and _told(right, words) in {Role.AUTHORITY, Role.OFFICE}
    return signature or (words.foot.filing.match(left) is not None and is_name(right, words))


def _fits(left: str, right: str, words: Words) -> bool:
    if words.head.title.match(right):
        return capitals(left) and not words.head.body_alone.match(left) and not words.head.led_on.search(left)
    return words.head.number.match(left) is not None and words.head.place_date.match(right) is not None


def _label(block: Block, words: Words) -> int:
    """Where the first recipient begins behind the label in one line."""
    found = words.foot.recipients_label.match(block.words.text)
    return found.end() if found and not block.mark and found.end() < len(block.words.text.rstrip()) else 0


def _annex(block: Block, words: Words) -> int:
    """Where the title of an annex begins behind its number in one line."""
    text = block.words.text
    found = words.text.annex_first.match(text)
    if not found or block.mark or block.cell or text.rstrip().endswith(".") or len(text) > LONGEST_PAIR:
        return 0
    stands_out = capitals(found["annex"]) or block.bold or block.align == "center"
    return found.end() if stands_out else 0


def _run_in(block: Block, words: Words) -> int:
    """Where the text begins behind a title that stands in one line with it, told by its bold letters or its words."""
    text = block.words.text
    usual = words.text.run_in.match(text)
    if block.cell or not (block.mark == "*" or (usual and not bulleted(block))):
        return 0
    first = block.emphases[0] if block.emphases else None
    if first and first.bold and not first.start and first.end <= WIDEST_RUN_IN:
        return _behind_colon(text, first.end)
    long = usual is not None and numbered(block) and len(text[usual.end() :].split()) >= LEAST_TEXT
    return usual.end() if usual and long else 0


def _behind_colon(text: str, end: int) -> int:
    """Where the words begin behind the colon that ends the first *end* code points or stands next to them."""
    end = len(text[:end].rstrip())
    colon = end if text[end - 1 : end] == ":" else end + 1
    return colon if text[colon - 1 : colon] == ":" and text[colon:].strip() else 0


def _kind_apart(blocks: Sequence[Block], text: str, words: Words) -> Sequence[Block]:
    """*blocks* with the type of the document cut from the subject that stands on its line."""
    if any(told(block, words) is Role.KIND for block in blocks):
        return blocks
    for at, block in enumerate(blocks[:DEEPEST_KIND]):
        end = _kind_end(block, words)
        if end:
            rest = _cut(block, text, end, len(block.words.text))
            return [*blocks[:at], _cut(block, text, 0, end), rest, *blocks[at + 1 :]]
    return blocks


def _kind_end(block: Block, words: Words) -> int:
    found = words.head.kind_first.match(block.words.text)
    stands_out = block.bold or block.align == "center" or bool(block.level)
    if not found or block.mark or block.cell or not (stands_out or capitals(found["kind"])):
        return 0
    rest = block.words.text[found.end() :].strip()
    return found.end() if rest and not rest.endswith((".", ";", ":")) else 0


def _title_apart(blocks: Sequence[Block], text: str, words: Words) -> Iterator[Block]:
    """*blocks*, the subject cut from a theme on its line, and a theme from the basis behind it."""
    above: Role | None = None
    for block in blocks:
        rest, at = block, _next_part(block, above, words)
        while at:
            yield _cut(rest, text, 0, at)
            rest, above = _cut(rest, text, at, len(rest.words.text)), None
            at = _next_part(rest, above, words)
        yield rest
        above = told(block, words)


def _next_part(block: Block, above: Role | None, words: Words) -> int:
    """Where a theme begins behind the subject, which stands below the type, or a basis behind a quoted theme."""
    text = block.words.text
    wanted = words.text.theme if above is Role.KIND else words.text.basis
    if block.mark or not (above is Role.KIND or told(block, words) is Role.THEME):
        return 0
    ends = (end for start, end in _blanks(block) if above is Role.KIND or text[start - 1] in QUOTES)
    return next((end for end in ends if text[end : end + 1].isupper() and wanted.match(text, end)), 0)
