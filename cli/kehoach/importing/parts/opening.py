"""What stands between the title and the first heading: bases, theme, opening; and the sentence that closes."""

from collections.abc import Iterable, Sequence

from kehoach.finished import Role
from kehoach.importing.parts.told import Claims, Lines, bulleted, numbered, quoted

SHORT_THEME = 40


def opening(lines: Lines, region: Iterable[int], headed: bool) -> Claims:
    """The pieces above the first heading, which are the lines *region*; *headed*: there is a heading at all."""
    claims: Claims = {}
    themed = False
    for at in region:
        role = _role(lines, at)
        if role is None:
            break
        role = Role.OPENING if role is Role.THEME and themed else role
        themed = themed or (role is Role.THEME and not lines.texts[at].endswith(":"))
        claims[at] = lines.piece(at, role)
        if not headed and role is Role.OPENING and lines.words.text.lead.search(lines.texts[at]):
            break
    return claims


def _role(lines: Lines, at: int) -> Role | None:
    """What the line is; None where the text begins with it."""
    block, text = lines.blocks[at], lines.texts[at]
    if lines.told[at] is Role.DASHES:
        return Role.DASHES
    if numbered(block) or block.cell or block.note:
        return None
    if lines.told[at] is Role.BASIS:
        return Role.OPENING if lines.words.text.lead.search(text) else Role.BASIS
    if bulleted(block):
        return None
    if lines.told[at] is Role.THEME and len(text.split()) <= SHORT_THEME:
        return Role.THEME
    return Role.THEME if quoted(text) else Role.OPENING


def strays(lines: Lines, region: Iterable[int]) -> Claims:
    """The bases, and the theme, that an extraction has put above the title, among the lines *region*."""
    wanted = {Role.BASIS, Role.THEME}
    found = {at: _role(lines, at) for at in region if lines.told[at] in wanted}
    return {at: lines.piece(at, role) for at, role in found.items() if role is not None}


def closing(lines: Lines, region: Iterable[int]) -> Claims:
    """The sentence that closes the document, and what stands below it, among the lines *region*."""
    left = list(region)
    first = next((n for n in reversed(range(len(left))) if _closes(lines, left[n])), None)
    first = len(left) - 1 if first is None and _closes_last(lines, left) else first
    if first is None:
        return {}
    claims: Claims = {}
    for at in left[first:]:
        if lines.blocks[at].mark or lines.blocks[at].cell or (claims and at - 1 not in claims):
            break
        claims[at] = lines.piece(at, Role.CLOSING)
    return claims


def _closes(lines: Lines, at: int) -> bool:
    return lines.told[at] is Role.CLOSING and not lines.blocks[at].mark and lines.blocks[at].cell is None


def _closes_last(lines: Lines, left: Sequence[int]) -> bool:
    """Whether the last line, below something marked, turns to those who carry out the plan."""
    if len(left) < 2 or lines.blocks[left[-1]].mark or lines.blocks[left[-1]].cell:
        return False
    return bool(lines.blocks[left[-2]].mark and lines.words.text.closing_last.match(lines.texts[left[-1]]))
