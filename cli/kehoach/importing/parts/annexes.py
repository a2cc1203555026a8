"""The annexes: where each begins, its title, and the words that tie it to the document."""

from collections.abc import Iterator

from kehoach.finished import Role
from kehoach.importing.parts.titling import titling
from kehoach.importing.parts.told import Claims, Lines, capitals, numbered

MOST_TITLE_LINES = 5
MOST_LINES = 8
LONGEST_TITLE = 40
DRAWN = frozenset({Role.DASHES, Role.SEPARATOR})


def annexes(lines: Lines, taken: Claims) -> Claims:
    """The lines that head the annexes, each counted."""
    claims: Claims = {}
    for at in _starts(lines, taken):
        if at not in claims:
            stretch = range(at, min(at + MOST_LINES, len(lines)))
            claims |= titling(lines, stretch, frozenset(taken), {}, _role)
    return claims


def _starts(lines: Lines, taken: Claims) -> Iterator[int]:
    after_foot = False
    for at in range(len(lines)):
        if at in taken:
            after_foot = after_foot or taken[at].column == "right"
            continue
        titled = lines.is_title(at) and _is_line(lines, at)
        if lines.told[at] is Role.ANNEX or (titled and (_tied(lines, at, taken) or after_foot)):
            yield at
        after_foot = False


def _is_line(lines: Lines, at: int) -> bool:
    text = lines.texts[at]
    return lines.told[at] is None and not text.endswith((";", ",")) and len(text.split()) <= LONGEST_TITLE


def _tied(lines: Lines, at: int, taken: Claims) -> bool:
    """Whether the words that tie an annex to the document stand below these lines of a title."""
    for below in range(at + 1, min(at + MOST_TITLE_LINES, len(lines))):
        if lines.told[below] is Role.ANNEX_REFERENCE:
            return True
        if below in taken or not (lines.is_title(below) and _is_line(lines, below)):
            return False
    return False


def _role(lines: Lines, at: int, claims: Claims) -> Role | None:
    told = lines.told[at]
    roles = {piece.role for piece in claims.values()}
    if told is Role.ANNEX:
        return Role.ANNEX_TITLE if roles == {Role.ANNEX} and at - 1 in claims else None if roles else Role.ANNEX
    if told is Role.ANNEX_REFERENCE:
        return Role.ANNEX_REFERENCE
    if told in DRAWN:
        return Role.DASHES
    if numbered(lines.blocks[at]) or not _is_line(lines, at):
        return None
    return Role.ANNEX_TITLE if _titles(lines, at, roles) else None


def _titles(lines: Lines, at: int, roles: set[Role]) -> bool:
    """Whether the line belongs to the title: it stands out as one, or is the first below the annex's own line."""
    if Role.ANNEX_REFERENCE in roles and Role.ANNEX_TITLE in roles:
        return False
    block, text = lines.blocks[at], lines.texts[at]
    if lines.is_title(at):
        return True
    plain = not block.mark and block.cell is None and not text.endswith((".", ";", ":")) and not capitals(text)
    return plain and (roles == {Role.ANNEX} or (Role.ANNEX in roles and _heads_list(lines, at)))


def _heads_list(lines: Lines, at: int) -> bool:
    return at + 1 < len(lines) and numbered(lines.blocks[at + 1])
