"""Colours and the width of lines, on a terminal only."""

import os
import shutil
import sys

import click

from kehoach.reporting.text import Paint, plain

NO_COLOR = "NO_COLOR"
COLOURS = {"error": "red", "warning": "yellow", "info": "blue", "caret": "green"}


def paint() -> Paint:
    """How texts are coloured on standard output: not at all where it is not a terminal, or where nobody wants it.

    ``NO_COLOR`` says so by any value (no-color.org).
    """
    return _coloured if sys.stdout.isatty() and not os.environ.get(NO_COLOR) else plain


def screen() -> int | None:
    """How many columns the terminal has that standard output is; None where it is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _coloured(text: str, role: str) -> str:
    return click.style(text, fg=COLOURS.get(role), bold=role == "place")
