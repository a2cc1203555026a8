"""Colours, on a terminal only."""

import sys

import click

from kehoach.reporting.text import Paint, plain

COLOURS = {"error": "red", "warning": "yellow", "info": "blue", "caret": "green"}


def paint() -> Paint:
    """How texts are coloured on standard output: not at all where it is not a terminal."""
    return _coloured if sys.stdout.isatty() else plain


def _coloured(text: str, role: str) -> str:
    return click.style(text, fg=COLOURS.get(role), bold=role == "place")
