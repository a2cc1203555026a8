"""Finished Word documents held against the official form."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from kehoach.commands.shell.checking import Checker
from kehoach.commands.shell.pressing import standard
from kehoach.commands.shell.session import Session
from kehoach.errors import KehoachError
from kehoach.findings import Finding
from kehoach.reading.docx.document import read
from kehoach.rules.form.check import form_faults

ENDING = ".docx"


def parted(arguments: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """*arguments* that name plans, and those that name Word documents."""
    documents = tuple(argument for argument in arguments if argument.lower().endswith(ENDING))
    return tuple(argument for argument in arguments if argument not in documents), documents


def misformed(session: Session, checker: Checker, names: Sequence[str], name: str) -> tuple[list[Finding], int]:
    """What departs from the standard *name* in the documents, and the exit status of those that cannot be read."""
    found: list[Finding] = []
    status = 0
    for document in names:
        try:
            found += _findings(checker, session.directory / document, document, name)
        except KehoachError as error:
            sentence = session.words.term("stopped").format(sentence=session.words.error(error))
            click.echo(sentence, err=True)
            status = max(status, error.status)
    return found, status


def _findings(checker: Checker, path: Path, name: str, form: str) -> Iterator[Finding]:
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise KehoachError("file_missing", file=name) from error
    except OSError as error:
        raise KehoachError("file_unreadable", file=name, reason=error.strerror or "") from error
    space = checker.workspace
    faults = form_faults(read(data, name), standard(space, form), space.lexicon)
    yield from checker.weighed(faults)
