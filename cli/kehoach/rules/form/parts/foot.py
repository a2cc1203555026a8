"""The parts below the text: recipients and signature."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass
from kehoach.rules.form.parts.found import Found
from kehoach.rules.form.parts.wording import begins, spaced, words
from kehoach.sheet import Paragraph
from kehoach.standards.standard import Standard
from kehoach.tree import Element

LONGEST_AUTHORITY = 60


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
        (n for n, one in below if marked(one) and begins(one.text.lstrip("-–+ \t"), filing)),
    )
    return next(chain.from_iterable(told), None)


def _annex(paragraphs: Sequence[Paragraph], start: int, lexicon: Lexicon) -> Iterator[int]:
    for n, one in enumerate(paragraphs[start:], start):
        if one.section != paragraphs[start].section or begins(one.text, words(lexicon, "annexes")):
            yield n


def _found(paragraphs: Sequence[Paragraph], standard: Standard, lexicon: Lexicon) -> Iterator[Found]:
    """The parts cell by cell; outside of tables all in one go."""
    for _, stretch in groupby(paragraphs, key=lambda one: one.cell):
        block = [one for one in stretch if not one.blank]
        label = next((n for n, one in enumerate(block) if begins(one.text, words(lexicon, "recipients"))), None)
        signed = next((n for n, one in enumerate(block) if _is_signed(one.text, lexicon)), len(block))
        listed = block[label:signed] if label is not None else [one for one in block[:signed] if marked(one)]
        yield from _recipients(listed, standard, lexicon)
        yield from _signature(block[signed:], lexicon)


def _recipients(lines: Sequence[Paragraph], standard: Standard, lexicon: Lexicon) -> Iterator[Found]:
    """The label and the lines below it; one without a dash begins where the one above it ends."""
    begun = False
    for one in lines:
        text = one.text.strip().split("\t")[0].rstrip()
        side = one.cell.column if one.cell else None
        label = begins(text, words(lexicon, "recipients"))
        if label:
            yield Found(Element.RECIPIENTS_LABEL, one, text, side=side)
        elif marked(one) or (begun and text[:1].isupper()):
            sub = marked(one) in standard.bullets[1:]
            yield Found(Element.RECIPIENT_PART if sub else Element.RECIPIENT, one, text, side=side)
        begun = text.endswith((standard.recipients.end, ":") if label else standard.recipients.end)


def marked(paragraph: Paragraph) -> str:
    """The dash or plus sign that the line begins with, typed or from a list."""
    first = paragraph.mark.strip() or paragraph.text.strip()[:1]
    return first if first in {"-", "–", "+", "•"} else ""


def _signature(lines: Sequence[Paragraph], lexicon: Lexicon) -> Iterator[Found]:
    role = None
    for n, one in enumerate(lines):
        text = one.text.strip()
        if _is_authority(text, lexicon):
            role = Element.AUTHORITY
        elif begins(text, words(lexicon, "offices")):
            role = Element.OFFICE
        elif role and n == len(lines) - 1 and (role is Element.OFFICE or not text.isupper()):
            role = Element.NAME
        if role:
            yield Found(role, one, text, side=one.cell.column if one.cell else None)


def _is_signed(text: str, lexicon: Lexicon) -> bool:
    return _is_authority(text, lexicon) or begins(text, words(lexicon, "offices"))


def _is_authority(text: str, lexicon: Lexicon) -> bool:
    """Whether the line begins with a way of signing for others (``TM. …``), which is written in capitals."""
    forms = "|".join(map(re.escape, words(lexicon, "authorities")))
    plain = spaced(text)
    dotted = bool(re.match(rf"(?:{forms})\s*\.\s*\w|(?:T/M|K/T|T/L)\s+\w", plain))
    return dotted or (len(plain) <= LONGEST_AUTHORITY and bool(re.match(r"(?:TM|KT|TL|TUQ)\s+\w", plain)))
