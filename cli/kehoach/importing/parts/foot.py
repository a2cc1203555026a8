"""The foot: recipients and signature, side by side, one below the other, or line by line in turns."""

from dataclasses import dataclass, replace

from kehoach.finished import Role
from kehoach.importing.parts.told import LONGEST_LINE, STRONG, Claims, Lines, bulleted, capitals, numbered

SIGNED = frozenset({Role.AUTHORITY, Role.OFFICE, Role.SIGNER})
BEGINS = frozenset({Role.RECIPIENTS, Role.AUTHORITY})
ENDS = STRONG | {Role.KIND, Role.ANNEX, Role.ANNEX_REFERENCE, Role.FOOTNOTE, Role.CLOSING}
LONGEST_ENTRY = 40
LONGEST_LOOSE_ENTRY = 16
MOST_BODY_LINES = 3
MOST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the foot has shown so far, and its last role."""

    label: bool = False
    filed: bool = False
    signature: bool = False
    last: Role | None = None

    def after(self, role: Role, filed: bool) -> "_Seen":
        label, signature = self.label or role is Role.RECIPIENTS, self.signature or role in SIGNED
        return replace(self, label=label, filed=self.filed or filed, signature=signature, last=role)


def foot(lines: Lines) -> Claims:
    """The pieces of every foot."""
    claims: Claims = {}
    at = 0
    while at < len(lines):
        role = _begins(lines, at)
        if role is None:
            at += 1
            continue
        seen = _Seen()
        while role is not None:
            claims[at] = lines.piece(at, role, "right" if role in SIGNED else "left")
            seen, at = seen.after(role, _is_filing(lines, at)), at + 1
            role = _role(lines, at, seen) if at < len(lines) else None
    return claims | _filed(lines, claims)


def _begins(lines: Lines, at: int) -> Role | None:
    """The role of a line that begins a foot."""
    told, cell = lines.told[at], lines.blocks[at].cell
    if cell is not None and cell.columns > MOST_COLUMNS:
        return None
    if told in BEGINS and (told is Role.RECIPIENTS or not lines.blocks[at].mark):
        return told
    if _is_bare_office(lines, at):
        return Role.OFFICE
    return Role.AUTHORITY if _is_bare_authority(lines, at) else None


def _is_bare_authority(lines: Lines, at: int) -> bool:
    """Whether a body signs without a word of authority: its name in capitals below the closing sentence."""
    above = range(max(0, at - MOST_BODY_LINES), at)
    return _names_body(lines, at) and any(lines.told[one] is Role.CLOSING for one in above)


def _names_body(lines: Lines, at: int) -> bool:
    """Whether the line is the name of a body in capitals, and no head begins with it."""
    text = lines.texts[at]
    if lines.blocks[at].mark or not capitals(text) or not lines.words.head.body.match(text) or len(text) > LONGEST_LINE:
        return False
    return not any(lines.told[one] in STRONG for one in range(at + 1, min(at + MOST_BODY_LINES, len(lines))))


def _is_bare_office(lines: Lines, at: int) -> bool:
    """Whether the line says an office above the name of who holds it."""
    named = any(lines.is_name(one) for one in range(at + 1, min(at + 3, len(lines))))
    return lines.told[at] is Role.OFFICE and capitals(lines.texts[at]) and named


def _role(lines: Lines, at: int, seen: _Seen) -> Role | None:
    """What the line is in a foot; None where the foot has ended above it."""
    told, block = lines.told[at], lines.blocks[at]
    if told is Role.RECIPIENTS or (told in SIGNED and not block.mark):
        return told
    if not seen.signature and _names_body(lines, at):
        return Role.AUTHORITY
    if told in ENDS or numbered(block) or _leads_to_annex(lines, at):
        return None
    if seen.label and not seen.filed and _is_entry(lines, at):
        return Role.RECIPIENT
    return _signature(lines, at, seen) if seen.signature and not block.mark else None


def _leads_to_annex(lines: Lines, at: int) -> bool:
    """Whether the line is the title of an annex: the words that tie it to the document stand below."""
    below = range(at + 1, min(at + 4, len(lines)))
    return any(lines.told[one] is Role.ANNEX_REFERENCE for one in below) and not lines.is_name(at)


def _is_filing(lines: Lines, at: int) -> bool:
    return lines.words.foot.filing.match(lines.texts[at]) is not None


def _is_entry(lines: Lines, at: int) -> bool:
    block, text = lines.blocks[at], lines.texts[at]
    if bulleted(block):
        return len(text.split()) <= LONGEST_ENTRY
    if _is_filing(lines, at) and len(text.split()) <= LONGEST_LOOSE_ENTRY:
        return True
    ended = text.endswith((";", ",")) or (text.rstrip("/").endswith(".") and not capitals(text))
    return ended and len(text.split()) <= LONGEST_LOOSE_ENTRY


def _signature(lines: Lines, at: int, seen: _Seen) -> Role | None:
    text = lines.texts[at]
    if lines.words.foot.office.match(text):
        return Role.OFFICE
    if lines.words.foot.signed.match(text):
        return Role.UNPLACED
    if seen.last is Role.AUTHORITY and capitals(text) and not lines.is_name(at) and _signs_below(lines, at):
        return Role.AUTHORITY
    return Role.SIGNER if lines.is_name(at) else None


def _signs_below(lines: Lines, at: int) -> bool:
    """Whether an office or a name follows at once: the line belongs to the words of authority."""
    below = range(at + 1, min(at + 3, len(lines)))
    return any(lines.words.foot.office.match(lines.texts[one]) or lines.is_name(one) for one in below)


def _filed(lines: Lines, claims: Claims) -> Claims:
    """Recipients without a label: the short entries that end with the line of filing."""
    if any(piece.role is Role.RECIPIENTS for piece in claims.values()):
        return {}
    found: Claims = {}
    for at in reversed(range(len(lines))):
        filed = _is_filing(lines, at) and bulleted(lines.blocks[at])
        if at in claims or not (filed or found) or not _is_short_entry(lines, at):
            if found:
                break
            continue
        found[at] = lines.piece(at, Role.RECIPIENT, "left")
    return found


def _is_short_entry(lines: Lines, at: int) -> bool:
    return bulleted(lines.blocks[at]) and len(lines.texts[at].split()) <= LONGEST_LOOSE_ENTRY
