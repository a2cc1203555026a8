"""What an import recognised and what a person must look at, as text and as JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence

from kehoach.findings import Fault
from kehoach.places import Place
from kehoach.records import dataclass
from kehoach.reporting.words import Words, name, table

SCHEMA_VERSION = 1
HEAD = ("kind", "subject", "unit", "year", "number", "date", "theme", "name")
LISTED = frozenset({"bases", "recipients", "unplaced"})
MOST = 40


@dataclass(frozen=True, slots=True)
class ImportReport:
    """One document: its name, the file that it became, the fields of its head, how many of each there are."""

    source: str
    file: str
    head: Mapping[str, str]
    counts: Mapping[str, int]
    notes: tuple[Fault, ...] = ()


def sentence(key: str, words: Words, **arguments: object) -> str:
    """A sentence of the report."""
    template: str = table("importing")[key][words.language]
    return template.format(**arguments)


def lines(report: ImportReport, words: Words) -> Iterator[str]:
    """The report for reading, the first line what was made."""
    yield sentence("made", words, file=report.file, source=report.source)
    head = (sentence(key, words, value=report.head[key]) for key in HEAD if report.head.get(key))
    yield "  " + " · ".join(head)
    yield "  " + ", ".join(_counted(key, count, words) for key, count in report.counts.items() if count)
    yield "  " + sentence("look" if report.notes else "nothing", words, count=len(report.notes))
    for note in report.notes:
        yield f"    {place(note.place, words)}: {words.message(note)}; {words.cure(note)} [{note.code}]"


def place(where: Place, words: Words) -> str:
    """The line of a text, or the paragraph of a Word document and how it begins."""
    if where.words is None:
        return words.term("source_line").format(line=where.line)
    opening = f" “{where.words[:MOST]}…”" if where.words else ""
    return words.term("source_paragraph").format(line=where.line) + opening


def document(reports: Sequence[ImportReport], words: Words) -> str:
    """The reports as JSON, for other programs."""
    files = [_file(report, words) for report in reports]
    return json.dumps({"schema_version": SCHEMA_VERSION, "files": files}, ensure_ascii=False, indent=2)


def _file(report: ImportReport, words: Words) -> dict[str, object]:
    return {
        "source": report.source,
        "file": report.file,
        "head": dict(report.head),
        "counts": dict(report.counts),
        "notes": [_note(note, words) for note in report.notes],
    }


def _note(note: Fault, words: Words) -> dict[str, object]:
    word = note.place.words is not None
    return {
        "code": note.code,
        "name": name(note.code),
        "line": None if word else note.place.line,
        "column": None if word else note.place.column,
        "paragraph": note.place.line if word else None,
        "text": note.place.words,
        "message": words.message(note),
        "cure": words.cure(note),
        "arguments": dict(note.arguments),
    }


def _counted(key: str, count: int, words: Words) -> str:
    return sentence(f"{key}_count" if key in LISTED else key, words, count=count)
