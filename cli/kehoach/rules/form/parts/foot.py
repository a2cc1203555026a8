"""The parts below the text: recipients and signature."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass, replace
from kehoach.rules.form.parts.found import Found
from kehoach.rules.form.parts.wording import begins, spaced, words
from kehoach.sheet import Paragraph
from kehoach.standards.standard import Standard
from kehoach.tree import Element

LONGEST_AUTHORITY = 60
OTHER_SIGNS = "—*•·○ "
# How many lines above the recipients a signature may begin, where tabs put them beside each other.
ABOVE = 4


@dataclass(frozen=True, slots=True)
class Foot:
    """The parts found; *start* and *end* are positions among the paragraphs of the document."""

    found: tuple[Found, ...]
    start: int
    end: int


def foot(paragraphs: Sequence[Paragraph], after: int, standard: Standard, lexicon: Lexicon) -> Foot:
    """The foot of a document below its first *after* paragraphs; an empty one at the end where there is none."""
    start = _start(paragraphs, after, lexicon)
    if start is None:
        end = next(_annex(paragraphs, after, lexicon), len(paragraphs))
        return Foot((), end, end)
    cell = paragraphs[start].cell
    if cell:
        table = [n for n, one in enumerate(paragraphs) if one.cell and one.cell.table == cell.table]
        start, end = table[0], table[-1] + 1
    else:
        end = next(_annex(paragraphs, start, lexicon), len(paragraphs))
    return Foot(tuple(_found(paragraphs[start:end], standard, lexicon)), start, end)


def _start(paragraphs: Sequence[Paragraph], after: int, lexicon: Lexicon) -> int | None:
    """Where the recipients, else the signature, else the line of filing, are first spoken of."""
    below = list(enumerate(paragraphs))[after:]
    label, filing = words(lexicon, "recipients"), words(lexicon, "filing")
    told = (
        (n for n, one in below if begins(one.text, label)),
        (n for n, one in below if _is_authority(one.text, lexicon)),
        (n for n, one in below if marked(Found(None, one, one.text)) and begins(one.text.lstrip("-–+ \t"), filing)),
    )
    start = next(chain.from_iterable(told), None)
    return start if start is None else _with_authority(paragraphs, start, after, lexicon)


def _with_authority(paragraphs: Sequence[Paragraph], start: int, after: int, lexicon: Lexicon) -> int:
    """*start*, or where the lines of authority begin that stand right above it, outside of tables."""
    for n in range(start - 1, max(after, start - ABOVE) - 1, -1):
        one = paragraphs[n]
        if one.cell is None and _is_authority(one.text.strip(), lexicon):
            start = n
        elif not one.blank:
            break
    return start


def _annex(paragraphs: Sequence[Paragraph], start: int, lexicon: Lexicon) -> Iterator[int]:
    for n, one in enumerate(paragraphs[start:], start):
        if one.section != paragraphs[start].section or begins(one.text, words(lexicon, "annexes")):
            yield n


def _found(paragraphs: Sequence[Paragraph], standard: Standard, lexicon: Lexicon) -> Iterator[Found]:
    """The parts cell by cell; outside of tables all in one go, what tabs put at the right for itself."""
    recipients = words(lexicon, "recipients")
    for _, stretch in groupby(paragraphs, key=lambda one: one.cell):
        pieces = [piece for one in stretch if not one.blank for piece in _pieces(one)]
        aside = [piece for piece in pieces if piece.paragraph.cell is None and piece.side == 1]
        for block in ([one for one in pieces if one not in aside], aside):
            label = next((n for n, one in enumerate(block) if begins(one.text, recipients)), None)
            signed = next((n for n, one in enumerate(block) if _is_signed(one.text, lexicon)), len(block))
            listed = block[label or 0 : signed]
            if label is None:
                listed = [one for one in listed if marked(one)]
            yield from _recipients(listed, standard, lexicon)
            yield from _signature(block[signed:], lexicon)


def _pieces(paragraph: Paragraph) -> Iterator[Found]:
    """The lines of *paragraph*; outside of tables what tabs put into two columns, each piece with its side."""
    for line in filter(str.strip, paragraph.text.split("\n")):
        first, *others = (piece.strip() for piece in line.split("\t") if piece.strip())
        if paragraph.cell:
            yield Found(None, paragraph, line.strip(), side=paragraph.cell.column)
        elif others:
            yield Found(None, paragraph, first, side=0)
            yield Found(None, paragraph, others[-1], side=1)
        else:
            yield Found(None, paragraph, first, side=1 if line.startswith("\t") else None)


def _recipients(lines: Sequence[Found], standard: Standard, lexicon: Lexicon) -> Iterator[Found]:
    """The label and the lines below it; one without a dash begins where the one above it ends."""
    begun = False
    for one in lines:
        text = one.text.split("\t")[0].rstrip()
        label = begins(text, words(lexicon, "recipients"))
        if label:
            yield replace(one, role=Element.RECIPIENTS_LABEL, text=text)
        elif marked(one) or (begun and text.lstrip(OTHER_SIGNS)[:1].isupper()):
            sub = marked(one) in standard.bullets[1:]
            yield replace(one, role=Element.RECIPIENT_PART if sub else Element.RECIPIENT, text=text)
        begun = text.endswith((standard.recipients.end, ":") if label else standard.recipients.end)


def marked(line: Found) -> str:
    """The dash or plus sign that *line* begins with, typed or from a list."""
    first = line.paragraph.mark.strip() or line.text.strip()[:1]
    return first if first in {"-", "–", "+", "•"} else ""


def _signature(lines: Sequence[Found], lexicon: Lexicon) -> Iterator[Found]:
    role = None
    spoken = [one for one in lines if not begins(one.text.lstrip("([/ "), words(lexicon, "signed"))]
    for n, one in enumerate(spoken):
        if _is_authority(one.text, lexicon):
            role = Element.AUTHORITY
        elif begins(one.text, words(lexicon, "offices")):
            role = Element.OFFICE
        elif role and n == len(spoken) - 1 and (role is Element.OFFICE or not one.text.isupper()):
            role = Element.NAME
        if role:
            yield replace(one, role=role)


def _is_signed(text: str, lexicon: Lexicon) -> bool:
    return _is_authority(text, lexicon) or begins(text, words(lexicon, "offices"))


def _is_authority(text: str, lexicon: Lexicon) -> bool:
    """Whether the line begins with a way of signing for others (``TM. …``), which is written in capitals."""
    forms = "|".join(map(re.escape, words(lexicon, "authorities")))
    plain = spaced(text)
    dotted = bool(re.match(rf"(?:{forms})\s*\.\s*\w|(?:T/M|K/T|T/L)\s+\w", plain))
    return dotted or (len(plain) <= LONGEST_AUTHORITY and bool(re.match(r"(?:TM|KT|TL|TUQ)\s+\w", plain)))
