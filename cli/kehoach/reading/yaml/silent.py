"""What YAML reads without complaint and otherwise than it was meant."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.places import Edit
from kehoach.reading.yaml.rawtext import RawText
from kehoach.written import Scalar

AFTER = compiled(r"([ \t]*)(#[^\r\n]*)")
BULLET = compiled(r"(?:\r\n|\n|\r)[ \t]*((?:[-+–—•][ \t]*|\*[ \t]+)(?=[^\W\d_]))")
DASH = compiled(r"(?:\A|(?:\r\n|\n|\r)[ \t]*)-(?=[^\W\d_])")
PROSE_WORDS = 2
# A comment stands no farther behind a value than this.
BEHIND = 40


def in_flow(scalar: Scalar) -> Iterator[Fault]:
    """Prose between braces or brackets, where every comma begins another value."""
    if " " in scalar.text:
        yield Fault("DOC118", scalar.place, arguments={"text": scalar.text})


def doubtful(raw: RawText, end: int, scalar: Scalar) -> bool:
    """Whether an unquoted value may not be what was meant: ``plain`` tells."""
    place = scalar.place
    return scalar.text[:1] == "-" or place.line != place.end_line or raw.text.find("#", end, end + BEHIND) >= 0


def plain(raw: RawText, span: tuple[int, int], scalar: Scalar) -> Iterator[Fault]:
    """What happens to an unquoted value: cut at ``#``, or its list run together into one line."""
    start, end = span
    if raw.text.find("#", end, end + BEHIND) >= 0:
        yield from _cut(raw, span, scalar)
    if DASH.match(scalar.text):
        edits = tuple(Edit(start + at.end(), start + at.end(), " ") for at in DASH.finditer(raw.text[start:end]))
        yield Fault("DOC120", raw.place(start, start + 1), arguments={"text": scalar.text}, edits=edits)
    elif scalar.place.line != scalar.place.end_line and (bullet := BULLET.search(raw.text, start, end)):
        place = raw.place(bullet.start(1), bullet.start(1) + 1)
        yield Fault("DOC121", place, arguments={"sign": bullet[1][0]}, edits=raw.as_block(*span, style="|"))


def _cut(raw: RawText, span: tuple[int, int], scalar: Scalar) -> Iterator[Fault]:
    """A comment right behind prose: a hashtag, or one space instead of the two before a comment."""
    found = AFTER.match(raw.text, span[1])
    if found is None:
        return
    blanks, rest = found.groups()
    hashtag = re.match(r"#[^\s#]", rest) is not None
    prose = len(scalar.text.split()) >= PROSE_WORDS and len(blanks) == 1
    if hashtag or prose:
        start = span[0] if scalar.text else found.start(2)
        place = raw.place(found.start(2), found.end(2))
        yield Fault("DOC117", place, arguments={"rest": rest}, edits=raw.as_block(start, found.end(2)))
