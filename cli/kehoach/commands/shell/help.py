"""Help pages, made of ``help.toml`` and the options of a command."""

from collections.abc import Iterator

import click

from kehoach.commands.shell.session import Session
from kehoach.reporting.words import Table, table

WIDEST = 100


class HelpedCommand(click.Command):
    """A command whose help and labels come from the words, in the language of the session."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        formatter.write_usage(ctx.command_path, " ".join(_pieces(self, ctx)), f"{label(ctx, 'usage')} ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        formatter.write(_words(ctx, entry(self), "text"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each option does."""
        rows = [(_spelled(param, ctx), _about(param, self, ctx)) for param in self.get_params(ctx) if param.name]
        with formatter.section(label(ctx, "options")):
            formatter.write_dl([row for row in rows if row[1]])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write an example of a call."""
        with formatter.section(label(ctx, "example")):
            for line in _words(ctx, entry(self), "example").splitlines():
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows this page and ends the run."""
        return click.Option(["--help"], is_flag=True, is_eager=True, expose_value=False, callback=_show)


def _show(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


def entry(command: click.Command) -> Table:
    """The words of a command."""
    help = table("help")
    words: Table = help["group"] if isinstance(command, click.Group) else help["commands"][command.name]
    return words


def label(ctx: click.Context, name: str) -> str:
    """A heading or a placeholder of a help page."""
    return _words(ctx, table("help")["labels"], name)


def brief(ctx: click.Context, name: str) -> str:
    """A command in a few words."""
    return _words(ctx, table("help")["commands"][name], "short")


def _words(ctx: click.Context, of: Table, part: str) -> str:
    words: str = of[part][_language(ctx)]
    return words


def _language(ctx: click.Context) -> str:
    session = ctx.find_object(Session)
    assert session
    return session.words.language


def _pieces(command: click.Command, ctx: click.Context) -> Iterator[str]:
    yield f"[{label(ctx, 'option_piece')}]"
    for param in command.get_params(ctx):
        if isinstance(param, click.Argument):
            yield _metavar(param, ctx)
    if isinstance(command, click.Group):
        yield label(ctx, "command_piece")


def _metavar(param: click.Parameter, ctx: click.Context) -> str:
    name = label(ctx, param.name or "")
    many = f"{name}..." if param.nargs == -1 else name
    return many if param.required else f"[{many}]"


def _spelled(param: click.Parameter, ctx: click.Context) -> str:
    if isinstance(param, click.Argument):
        return _metavar(param, ctx)
    spelled = ", ".join(param.opts)
    known = getattr(param.type, "known", None)
    if isinstance(param, click.Option) and param.is_flag:
        return spelled
    return f"{spelled} {'|'.join(known) if known else label(ctx, param.name or '')}"


def _about(param: click.Parameter, command: click.Command, ctx: click.Context) -> str:
    name = param.name or ""
    own = entry(command).get("options", {}).get(name) or table("help")["options"].get(name)
    return str(own[_language(ctx)])
