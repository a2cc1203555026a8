"""The text of a document or annex: headings with their depths, paragraphs, bullets, cells, footnotes."""

from collections.abc import Mapping, Sequence

from kehoach.finished import Piece, Role
from kehoach.importing.parts.ladder import Rung, depths
from kehoach.importing.parts.told import Claims, Lines, bulleted, quoted
from kehoach.records import replace

# How far inside a bullet usually lies; those of one weight nest in the order they come in.
WEIGHTS = {"*": 0, "-": 1, "•": 1, "●": 1, "+": 2}
DASHES = "–—"
LONGEST_THEME = 40


def text(lines: Lines, region: Sequence[int], heads: Mapping[int, Rung]) -> Claims:
    """The pieces of the lines *region*, of which *heads* are the headings."""
    deep = dict(zip(heads, depths(heads.values()), strict=True))
    claims: Claims = {}
    bullets: list[str] = []
    for at in region:
        block = lines.blocks[at]
        if at in deep or not bulleted(block):
            bullets = []
        if at in deep:
            claims[at] = replace(lines.piece(at, Role.HEADING), depth=deep[at])
        elif block.cell is None and not block.note and bulleted(block):
            claims[at] = replace(lines.piece(at, Role.BULLET), depth=_depth(block.mark, bullets))
        else:
            claims[at] = lines.piece(at, _role(lines, at, claims))
    return claims


def _role(lines: Lines, at: int, claims: Claims) -> Role:
    block = lines.blocks[at]
    if block.note:
        return Role.FOOTNOTE
    if block.cell is not None:
        return Role.CELL
    if lines.told[at] in {Role.DASHES, Role.SEPARATOR}:
        return Role.DASHES
    above = claims.get(at - 1)
    return Role.THEME if above and _is_theme(lines, at, above) else Role.PARAGRAPH


def _is_theme(lines: Lines, at: int, above: Piece) -> bool:
    """Whether the line is the theme in the section that is called after it."""
    named = above.role is Role.HEADING and lines.words.text.theme_heading.match(above.text.strip())
    line = lines.texts[at]
    short = len(line.split()) <= LONGEST_THEME and not lines.blocks[at].mark
    return bool(named) and short and (quoted(line) or lines.told[at] is Role.THEME)


def _depth(mark: str, opened: list[str]) -> int:
    """The depth of a bullet below those *opened*, which it joins."""
    mark = "-" if mark in DASHES else mark
    if mark in opened:
        del opened[opened.index(mark) :]
    while opened and WEIGHTS.get(opened[-1], 2) > WEIGHTS.get(mark, 2):
        opened.pop()
    opened.append(mark)
    return len(opened)
