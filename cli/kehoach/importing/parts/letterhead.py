"""The letterhead: the bodies, number and marks at the left, the title, place and date at the right."""

from collections.abc import Iterator

from kehoach.finished import Role
from kehoach.importing.parts.told import LONGEST_LINE, STRONG, Claims, Lines, Taken, capitals, quoted

LEFT = frozenset({Role.SUPERIOR, Role.ISSUER, Role.SEPARATOR, Role.NUMBER, Role.CONFERENCE, Role.MARK})
# A date may also be the last line above these.
BELOW_DATE = frozenset({Role.KIND, Role.AUTHORITY, Role.OFFICE, Role.RECIPIENTS})
MOST_WORDS = 25
# Tables below the head may hold numbers and dates of their own.
HIGHEST = 30


def letterhead(lines: Lines, taken: Taken) -> Claims:
    """The pieces of every letterhead, wherever it stands; that of an annex too."""
    claims: Claims = {}
    for zone in _zones(lines, taken):
        named = _names(lines, zone)
        for at in zone:
            role = named.get(at) or _role(lines, at)
            column = "left" if role in LEFT else "right"
            claims[at] = lines.piece(at, role, column)
    return claims


def _zones(lines: Lines, taken: Taken) -> Iterator[list[int]]:
    """Stretches of lines that a letterhead may hold, with one at least that only a letterhead holds."""
    zone: list[int] = []
    for at in range(len(lines) + 1):
        if at < len(lines) and at not in taken and _may_stand(lines, at):
            zone.append(at)
            continue
        if _is_letterhead(lines, zone, at):
            yield _trimmed(lines, zone, at)
        zone = []


def _is_letterhead(lines: Lines, zone: list[int], end: int) -> bool:
    strong = [at for at in zone if lines.told[at] in STRONG]
    if zone and _tells_a_day(lines, zone, end):
        return False
    if any(lines.blocks[at].cell is None or lines.told[at] is Role.ORGANISATION for at in strong):
        return True
    if strong and strong[0] < HIGHEST:
        return True
    above_kind = end < len(lines) and lines.told[end] is Role.KIND
    return above_kind and any(_is_unit(lines, at) or lines.told[at] is Role.MARK for at in zone)


def _tells_a_day(lines: Lines, zone: list[int], end: int) -> bool:
    """Whether dates stand alone in the text below the type of the document, and neither type nor foot follows."""
    alone = all(lines.told[at] is Role.PLACE_DATE for at in zone)
    follows = lines.told[end] if end < len(lines) else None
    return alone and Role.KIND in lines.told[: zone[0]] and follows not in BELOW_DATE


def _trimmed(lines: Lines, zone: list[int], end: int) -> list[int]:
    """*zone* without the titles of an annex that stand above or below the letterhead."""
    known = [n for n, at in enumerate(zone) if lines.told[at] is not None or _is_unit(lines, at)]
    last = len(zone) if end < len(lines) and lines.told[end] is Role.KIND else known[-1] + 1
    notes = [n for n in range(known[0]) if _is_conference(lines, zone[n])]
    return zone[min([known[0], *notes]) : last]


def _may_stand(lines: Lines, at: int) -> bool:
    role, text, block = lines.told[at], lines.texts[at], lines.blocks[at]
    if role in STRONG or role in {Role.SEPARATOR, Role.MARK, Role.DASHES}:
        return True
    if role is not None or block.mark or len(text.split()) > MOST_WORDS:
        return False
    return capitals(text) or _is_unit(lines, at) or _is_conference(lines, at) or _is_half_title(lines, at)


def _is_unit(lines: Lines, at: int) -> bool:
    """Whether the line begins as the names of bodies and units do and says no more than a name."""
    text, words = lines.texts[at], lines.words
    named = words.head.issuer.match(text) or words.head.superior.match(text)
    return bool(named) and not text.endswith((".", ";", ":", ",")) and len(text) <= LONGEST_LINE


def _is_conference(lines: Lines, at: int) -> bool:
    text = lines.texts[at]
    return quoted(text) or (lines.words.head.conference.match(text) is not None and not text.endswith((".", ":", ";")))


def _is_half_title(lines: Lines, at: int) -> bool:
    return lines.texts[at].lower() in lines.words.head.title_parts


def _role(lines: Lines, at: int) -> Role:
    role = lines.told[at]
    if role is Role.DASHES:
        return Role.SEPARATOR
    if role is not None:
        return role
    if _is_half_title(lines, at):
        return Role.ORGANISATION
    return Role.CONFERENCE


def _names(lines: Lines, zone: list[int]) -> dict[int, Role]:
    """The lines that name bodies: those above the issuing one, then its own; each may stand in two lines."""
    named = [at for at in zone if lines.told[at] is None and not _is_half_title(lines, at) and not _is_note(lines, at)]
    first = _issuing(lines, named)
    return {at: Role.SUPERIOR if at < first else Role.ISSUER for at in named}


def _is_note(lines: Lines, at: int) -> bool:
    return _is_conference(lines, at) and not _is_unit(lines, at)


def _issuing(lines: Lines, named: list[int]) -> int:
    """The line where the issuing body begins: the first that says a body, else the last that begins a name."""
    bodies = (at for at in named if lines.words.head.body.match(lines.texts[at]))
    names = [at for at in named if _is_unit(lines, at)]
    return next(bodies, names[-1] if names else named[0] if named else 0)
