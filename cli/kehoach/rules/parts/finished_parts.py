"""Parts that a finished document lacks."""

import re
from collections.abc import Iterator
from itertools import islice

from kehoach.findings import Fault, Profile, Severity
from kehoach.finished import Finished, Role
from kehoach.kinds import Kind
from kehoach.phrases import citation
from kehoach.phrases.choices import bare
from kehoach.places import Place
from kehoach.rules.registry import INFO, WARNING, Grain, rule, since
from kehoach.rules.view import View

PARTS = {
    "letterhead": frozenset({Role.ISSUER}),
    "number": frozenset({Role.NUMBER}),
    "place_date": frozenset({Role.PLACE_DATE}),
    "kind": frozenset({Role.KIND}),
    "subject": frozenset({Role.SUBJECT}),
    "recipients": frozenset({Role.RECIPIENTS, Role.RECIPIENT}),
    "signed": frozenset({Role.AUTHORITY, Role.OFFICE, Role.SIGNER}),
}
END = "./."
# How many lines below the head may say, under a heading, what the document is based on.
FIRST = 8
TEXT = frozenset({Role.HEADING, Role.PARAGRAPH, Role.BULLET})
GRADUALLY = {**INFO, **since(Profile.SUBMIT, Severity.WARNING)}


@rule("SEC202", Grain.FINISHED, WARNING)
def part_present(finished: Finished, view: View) -> Iterator[Fault]:
    """A finished document has the parts of the official form.

    What is laid before a conference has neither bases nor recipients; that is said once, as information. A letter says
    to whom it goes and not its type.
    """
    at_conference = any(finished.of(Role.CONFERENCE))
    spared = {"recipients"} if at_conference else {"kind"} if _addressed(finished, view) else set()
    for part, roles in PARTS.items():
        if not any(finished.of(*roles)) and part not in spared:
            yield Fault("SEC202", _top(finished), part, {"part": part})
    if not at_conference and not _based(finished, view):
        yield Fault("SEC202", _top(finished), "bases", {"part": "bases"})


@rule("SEC211", Grain.FINISHED, INFO)
def closing_present(finished: Finished, view: View) -> Iterator[Fault]:
    """A sentence closes the document (*Trên đây là …*) and says who issues it; so does the mark at its end."""
    texts = [piece for piece in finished.pieces if not piece.annex and piece.role in TEXT]
    if texts and not any(finished.of(Role.CLOSING)) and not texts[-1].text.rstrip().endswith(END):
        yield Fault("SEC211", texts[-1].block.words.place)


@rule("SEC203", Grain.FINISHED, INFO)
def conference_paper(finished: Finished, view: View) -> Iterator[Fault]:
    """What is laid before a conference still gets its bases and recipients when it is issued."""
    mark = next(finished.of(Role.CONFERENCE), None)
    lacking = [not _based(finished, view), not any(finished.of(*PARTS["recipients"]))]
    if mark and any(lacking):
        which = "both" if all(lacking) else "bases" if lacking[0] else "recipients"
        yield Fault("SEC203", mark.block.words.place, "", {"lacking": which})


@rule("SEC204", Grain.FINISHED, GRADUALLY)
def section_present(finished: Finished, view: View) -> Iterator[Fault]:
    """A finished document has the sections that its kind demands of a plan or of it alone, such as one of targets.

    A section is told by its usual titles; they stand in the kind's file. A document of another subject than that of its
    kind has others.
    """
    kind = view.kinds.get(finished.kind)
    titles = [bare(piece.text) for piece in finished.of(Role.HEADING)]
    said = " ".join(bare(piece.text) for piece in finished.of(Role.KIND))
    for usual in kind.sections if kind and bare(kind.document) in said and _is_usual(kind, finished) else ():
        wanted = usual.required or usual.finished
        told = any(_stands(words, titles, view) for words in usual.titles) or _told(usual.id, titles, view)
        if kind and wanted and not told:
            yield Fault("SEC204", _top(finished), usual.id, {"title": usual.titles[0], "kind": kind.name})


def _based(finished: Finished, view: View) -> bool:
    """Whether the document says what it is based on: in lines of their own, in its opening, or in a first section."""
    verbs = view.lexicon.words("finished", "bases")
    opening = " ".join(piece.text for piece in finished.of(Role.OPENING))
    if any(finished.of(Role.BASIS)) or opening.startswith(verbs) or citation.find(opening, view.lexicon):
        return True
    grounds = view.lexicon.words("prose", "grounds")
    return any(piece.text.startswith(grounds) for piece in islice(finished.of(*TEXT), FIRST))


def _addressed(finished: Finished, view: View) -> bool:
    """Whether the document is a letter: it says to whom it goes."""
    addressees = view.lexicon.words("finished", "addressees")
    return any(piece.text.startswith(addressees) for piece in finished.of(Role.OPENING, Role.PARAGRAPH))


def _is_usual(kind: Kind, finished: Finished) -> bool:
    """Whether the subject says the words that the subject of *kind* has, as far as they are the same each year."""
    subject = " ".join(piece.text for piece in finished.of(Role.SUBJECT))
    return set(bare(re.sub(r"\{\{.*?\}\}", " ", kind.subject)).split()) <= set(bare(subject).split())


def _told(id: str, titles: list[str], view: View) -> bool:
    """Whether other words than the usual titles tell of such a section."""
    table = view.lexicon.table("finished", "section_words")
    words = view.lexicon.words("finished", "section_words", id) if id in table else ()
    return any(bare(word) in title for word in words for title in titles)


def _stands(usual: str, titles: list[str], view: View) -> bool:
    """Whether a usual title, or each of the parts that it joins, is one of *titles* or part of one."""
    words, parts = bare(usual), [bare(part) for part in re.split(r",|\s-\s", usual)]
    if any(words in title or (title in words and " " in title) for title in titles):
        return True
    if any(words.startswith(part) for title in titles for part in _joined(title, view)):
        return True
    return len(parts) > 1 and all(any(title.startswith(part) for title in titles) for part in parts)


def _joined(title: str, view: View) -> list[str]:
    """The parts of a plain *title* that joins several (*nội dung và chỉ tiêu*), each of two words at least."""
    parts = [part.strip() for part in title.split(f" {view.lexicon.words('documents', 'and')[0]} ")]
    return [part for part in parts if " " in part] if len(parts) > 1 else []


def _top(finished: Finished) -> Place:
    """The first line of the document: what is missing stands nowhere."""
    file = finished.manuscript.file
    words = finished.pieces[0].block.words.text[:40] if finished.manuscript.paragraphs and finished.pieces else None
    return Place(file, words=words)
