"""What a line tells of itself, before anyone looks at where it stands."""

import re
from collections import Counter
from functools import cached_property

from kehoach.finished import Piece, Role
from kehoach.importing.parts.words import Words
from kehoach.manuscript import Block
from kehoach.patterns import compiled
from kehoach.records import dataclass

Claims = dict[int, Piece]
Taken = frozenset[int]

DRAWN = compiled(r"[\s*\-–—_=~¯─━.•]*[*\-–—_=~¯─━][\s*\-–—_=~¯─━.•]*")
STARS = compiled(r"[\s*]+")
QUOTED = compiled(r"[“\"”‘'].+[”\"“’'][.;]?", re.DOTALL)
BULLETS = frozenset("-–—+*•●○◦▪■□▫◼➢➤✓✔❖♦·§o\uf0b7\uf0a7\uf02d\uf0d8\uf0fc")
STAR = "*"
LONGEST_LINE = 110
STRONG = frozenset({Role.ORGANISATION, Role.NUMBER, Role.PLACE_DATE})


def spaced(block: Block) -> str:
    """The words of *block* with single plain spaces."""
    return " ".join(block.words.text.split())


def capitals(text: str) -> bool:
    """Whether all letters of *text*, and there are some, are capitals."""
    return text.isupper() and sum(map(str.isalpha, text)) > 1


def bulleted(block: Block) -> bool:
    """Whether it is marked with a bullet."""
    return block.mark in BULLETS


def numbered(block: Block) -> bool:
    """Whether it is marked with a number or letter."""
    return bool(block.mark) and block.mark not in BULLETS


def opening_words(text: str) -> tuple[str, ...]:
    """The two words that *text* begins with."""
    return tuple(text.split(maxsplit=2)[:2])


def quoted(text: str) -> bool:
    """Whether the whole of *text* stands in quotation marks."""
    return QUOTED.fullmatch(text) is not None


def is_name(text: str, words: Words) -> bool:
    """Whether *text* may be the name of a person: a few words with capital letters, or in capitals a known surname."""
    parts = words.foot.rank.sub("", text).split()
    if not 2 <= len(parts) <= 6 or not all(part.replace("'", "").replace(".", "").isalpha() for part in parts):
        return False
    if text.isupper():
        return parts[0].lower() in words.foot.surnames
    return all(part[0].isupper() for part in parts)


@dataclass(frozen=True)
class Lines:
    """The blocks of a manuscript with what each tells of itself."""

    blocks: tuple[Block, ...]
    words: Words

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words of each block with single spaces."""
        return tuple(map(spaced, self.blocks))

    @cached_property
    def told(self) -> tuple[Role | None, ...]:
        """What each line says that it is; None where only its surroundings can tell."""
        return tuple(told(block, self.words) for block in self.blocks)

    @cached_property
    def leading(self) -> Counter[tuple[str, ...]]:
        """How often lines without a mark that end with a colon begin with the same words."""
        pairs = zip(self.blocks, self.texts, strict=True)
        return Counter(opening_words(text) for block, text in pairs if not block.mark and text.endswith(":"))

    def __len__(self) -> int:
        return len(self.blocks)

    def piece(self, at: int, role: Role, column: str = "") -> Piece:
        """The block *at* as a piece of that role."""
        return Piece(self.blocks[at], role, column=column)

    def is_name(self, at: int) -> bool:
        """Whether the line is nothing but the name of a person."""
        return not self.blocks[at].mark and is_name(self.texts[at], self.words)

    def is_title(self, at: int) -> bool:
        """Whether the line stands out as titles do: in capitals, all bold, or in the middle."""
        block, text = self.blocks[at], self.texts[at]
        stands_out = capitals(text) or block.bold or block.align == "center" or bool(block.level)
        return stands_out and not block.mark and not block.note and block.cell is None


def told(block: Block, words: Words) -> Role | None:
    """The role that the words of *block* alone show."""
    text = spaced(block)
    if block.note:
        return Role.FOOTNOTE
    if DRAWN.fullmatch(block.mark + text):
        return Role.SEPARATOR if STARS.fullmatch(block.mark + text) else Role.DASHES
    if len(text) > LONGEST_LINE:
        return _long(text, words)
    return _short(block, text, words) or _long(text, words)


def _short(block: Block, text: str, words: Words) -> Role | None:
    """What a line that is no longer than those of head and foot shows."""
    if numbered(block):
        return None
    # A star before the date is the line below the bodies, not a bullet.
    listed = bulleted(block) and block.mark != STAR
    signs = words.foot.signs() if listed else (*words.head.signs(), *words.foot.signs())
    found = next((role for role, sign in signs if sign.match(text)), None)
    if block.mark or block.cell is not None:
        beside = block.cell is not None and block.cell.columns <= 2 and capitals(text)
        return None if found is Role.KIND and not beside else found
    return Role.ANNEX if found is None and _heads_annex(text, words) else found


def _heads_annex(text: str, words: Words) -> bool:
    return bool(words.text.annex.match(text) or (capitals(text) and words.text.annex_capitals.match(text)))


def _long(text: str, words: Words) -> Role | None:
    return next((role for role, sign in words.text.signs() if sign.match(text)), None)
