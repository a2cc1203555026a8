"""The group of all commands; a command's module is imported only when that command is called."""

from importlib import import_module
from keyword import iskeyword
from pathlib import Path

import click

from kehoach.commands.shell.help import HelpedCommand, brief, label
from kehoach.commands.shell.options import OneOf
from kehoach.commands.shell.session import Session
from kehoach.errors import KehoachError, WrongUsage
from kehoach.reporting.words import LANGUAGES, table


class Commands(HelpedCommand, click.Group):
    """The commands that ``help.toml`` names, in its order; each is ``commands/<name>.py``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(table("help")["commands"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; ``WrongUsage`` where there is none."""
        known = self.list_commands(ctx)
        if cmd_name not in known:
            raise WrongUsage("command_unknown", name=cmd_name, known=", ".join(known))
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = import_module(f"kehoach.commands.{module}").command
        assert isinstance(command, click.Command)
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands with a few words on each."""
        super().format_options(ctx, formatter)
        with formatter.section(label(ctx, "commands")):
            formatter.write_dl([(name, brief(ctx, name)) for name in self.list_commands(ctx)])


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        from importlib.metadata import version

        click.echo(f"kehoach {version('kehoach')}")
        ctx.exit()


def _folder(path: str) -> Path:
    if not Path(path).is_dir():
        raise KehoachError("folder_missing", folder=path)
    return Path(path)


@click.command("plan", cls=Commands, no_args_is_help=False, invoke_without_command=True)
@click.option("-C", "directory", default=".")
@click.option("--lang", "lang", type=OneOf(LANGUAGES), expose_value=False)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version)
@click.pass_context
def plan(ctx: click.Context, directory: str) -> None:
    """Write, check and print the plans of the Youth Union."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
    session = ctx.find_object(Session)
    assert session
    session.directory = _folder(directory)
