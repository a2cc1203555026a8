"""How every run ends: what is said last, and the exit status."""

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from kehoach.commands.shell.group import plan
from kehoach.commands.shell.help import label
from kehoach.commands.shell.session import Session, language
from kehoach.errors import KehoachError, WrongUsage
from kehoach.reporting.words import Words

BUG, INTERRUPTED = 5, 130


def run(arguments: Sequence[str]) -> int:
    """Do what the command line asks; the exit status."""
    words = Words(language(arguments))
    try:
        return _invoke(arguments, words)
    except KehoachError as error:
        return _stopped(error, words)
    except BrokenPipeError:
        return _unheard()
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except OSError as error:
        return _stopped(_input_output(error), words)
    except Exception:
        sys.excepthook(*sys.exc_info())
        click.echo(words.term("bug"), err=True)
        return BUG


def _input_output(error: OSError) -> KehoachError:
    """The same in our words; what has no file is one of the streams."""
    file = error.filename or ""
    if error.errno == errno.ENOSPC:
        return KehoachError("disk_full", file=file)
    return KehoachError("input_output", file=file, reason=errno.errorcode.get(error.errno or 0, ""))


def _invoke(arguments: Sequence[str], words: Words) -> int:
    try:
        with plan.make_context("plan", list(arguments), obj=Session(words)) as ctx:
            plan.invoke(ctx)
        sys.stdout.flush()
    except click.exceptions.Exit as ending:
        sys.stdout.flush()
        return ending.exit_code
    except click.UsageError as error:
        raise _usage(error) from error
    return 0


def _usage(error: click.UsageError) -> WrongUsage:
    """The same in our words."""
    command = error.ctx.command_path if error.ctx else "plan"
    match error:
        case click.NoSuchOption():
            return WrongUsage("option_unknown", option=error.option_name, command=command)
        case click.MissingParameter():
            assert error.ctx and error.param and error.param.name
            return WrongUsage("argument_missing", argument=label(error.ctx, error.param.name), command=command)
        case click.BadOptionUsage():
            code = "option_value_missing" if "requires" in error.message else "option_misused"
            return WrongUsage(code, option=error.option_name, command=command)
        case _:
            return WrongUsage("usage_wrong", command=command)


def _stopped(error: KehoachError, words: Words) -> int:
    place = f"{error.place}: " if error.place else ""
    click.echo(place + words.term("stopped").format(sentence=words.error(error)), err=True)
    return error.status


def _unheard() -> int:
    """The reader has gone away: nothing is wrong, and nothing more can be said."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
