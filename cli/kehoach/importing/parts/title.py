"""The title: the type of the document, its subject, the theme below it, the line that ends it."""

from kehoach.finished import Role
from kehoach.importing.parts.titling import titling
from kehoach.importing.parts.told import Claims, Lines, Taken, bulleted, capitals, quoted
from kehoach.patterns import compiled

YEAR = compiled(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
MOST_LINES = 8
HIGHEST = 20
LONGEST_LINE = 60
STOPS = frozenset({Role.ANNEX, Role.RECIPIENTS, Role.AUTHORITY, Role.CLOSING, Role.FOOTNOTE})


def title(lines: Lines, taken: Taken) -> Claims:
    """The pieces of the title; none where no line says a type of document."""
    at = kind_at(lines, taken)
    role = Role.KIND
    if at is None:
        at, role = _subject_at(lines, taken), Role.SUBJECT
    if at is None:
        return {}
    stretch = range(at + 1, min(at + 1 + MOST_LINES, len(lines)))
    return titling(lines, stretch, taken, {at: lines.piece(at, role)}, _role)


def kind_at(lines: Lines, taken: Taken) -> int | None:
    """The line that says the type of the document."""
    return next((at for at, role in enumerate(lines.told) if role is Role.KIND and at not in taken), None)


def _subject_at(lines: Lines, taken: Taken) -> int | None:
    """The subject of a document that says no type: what a letter is about, or a title with its year."""
    for at in range(min(HIGHEST, len(lines))):
        if at in taken or lines.told[at] is not None:
            continue
        if lines.blocks[at].mark or len(lines.texts[at].split()) > LONGEST_LINE:
            return None
        titled = lines.is_title(at) and YEAR.search(lines.texts[at])
        if titled or lines.words.text.about.match(lines.texts[at]):
            return at
    return None


def _role(lines: Lines, at: int, claims: Claims) -> Role | None:
    """What the line is for the title; None where the title has ended above it."""
    told, text = lines.told[at], lines.texts[at]
    subject = [one for one, piece in claims.items() if piece.role is Role.SUBJECT]
    if told in {Role.DASHES, Role.SEPARATOR}:
        return Role.DASHES
    if lines.blocks[at].mark or lines.blocks[at].cell or told in STOPS or len(text.split()) > LONGEST_LINE:
        return None
    if lines.words.text.addressees.match(text):
        return None
    if told is Role.THEME or (subject and quoted(text)):
        return Role.THEME if subject else None
    listed = bool(subject) and lines.texts[subject[-1]].endswith(",")
    if (text.endswith((":", ";", ".")) and not listed) or (subject and not _goes_on(lines, at, subject)):
        return None
    return Role.SUBJECT


def _goes_on(lines: Lines, at: int, subject: list[int]) -> bool:
    """Whether the subject goes on in the line: in the midst of a phrase, or of one look with the line above."""
    above = lines.texts[subject[-1]]
    if above.endswith(",") or lines.texts[at][:1].islower() or lines.words.text.about.match(lines.texts[at]):
        return True
    if lines.told[at] is Role.BASIS or any(part.match(lines.texts[at]) for part in lines.words.text.parts):
        return False
    dated = any(YEAR.search(lines.texts[one]) for one in subject)
    if dated and capitals(lines.texts[at]) and at + 1 < len(lines) and bulleted(lines.blocks[at + 1]):
        return False
    last, block = lines.blocks[subject[-1]], lines.blocks[at]
    alike = capitals(lines.texts[at]) == capitals(above)
    return alike and last.bold == block.bold and last.align == block.align and not block.level
