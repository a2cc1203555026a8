"""A report given out in the form that was asked for."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from kehoach.commands.shell.paint import paint, screen
from kehoach.commands.shell.session import Session
from kehoach.reporting import github, json, sarif, text
from kehoach.reporting.report import Report
from kehoach.reporting.words import Words

TEXT = "text"
# Where a workflow of GitHub takes the summary of a step from.
STEP_SUMMARY = "GITHUB_STEP_SUMMARY"


def say(report: Report, session: Session, format: str) -> None:
    """Show *report*; in a workflow of GitHub its summary is kept as well."""
    click.echo(FORMATS[format](report, session.words))
    kept = os.environ.get(STEP_SUMMARY) if format == "github" else None
    if kept:
        with Path(kept).open("a", encoding="utf-8", newline="\n") as page:
            page.write(github.page(report, session.words))


def _text(report: Report, words: Words) -> str:
    return "\n".join(text.lines(report, words, paint(), screen()))


def _sarif(report: Report, words: Words) -> str:
    from importlib.metadata import version

    return sarif.document(report, words, version("kehoach"))


def _github(report: Report, words: Words) -> str:
    return "\n".join(github.lines(report, words))


FORMATS: Mapping[str, Callable[[Report, Words], str]] = {
    TEXT: _text,
    "json": json.document,
    "sarif": _sarif,
    "github": _github,
}
