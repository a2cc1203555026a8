"""Help pages, made of ``help.toml`` and the options of a command."""

from collections.abc import Iterator

import click

from kehoach.commands.shell.session import Session
from kehoach.errors import WrongUsage
from kehoach.reporting.words import Table, table


class HelpedCommand(click.Command):
    """A command whose help and labels come from the words, in the language of the session."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options and arguments; ``WrongUsage`` for an argument too many."""
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        if rest and not isinstance(self, click.Group):
            raise WrongUsage("argument_unexpected", argument=rest[0], command=ctx.command_path)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        formatter.write_usage(ctx.command_path, " ".join(_pieces(self, ctx)), f"{label(ctx, 'usage')} ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        formatter.write_text(_words(ctx, entry(self), "text"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each option does."""
        with formatter.section(label(ctx, "options")):
            formatter.write_dl([(_spelled(param, ctx), _about(param, self, ctx)) for param in self.get_params(ctx)])

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
    name = _key(param)
    known = getattr(param.type, "known", None)
    if isinstance(param, click.Option) and param.is_flag:
        return spelled
    own = entry(ctx.command).get("labels", {})
    if known:
        return f"{spelled} {'|'.join(known)}"
    return f"{spelled} {_words(ctx, own, name) if name in own else label(ctx, name)}"


def _about(param: click.Parameter, command: click.Command, ctx: click.Context) -> str:
    name = _key(param)
    own = entry(command).get("options", {})
    about: Table = own[name] if name in own else table("help")["options"][name]
    return str(about[_language(ctx)])


def _key(param: click.Parameter) -> str:
    """How the words name a parameter: an option as it is spelled, without its dashes."""
    spelled = param.opts[-1].lstrip("-") if isinstance(param, click.Option) else param.name or ""
    return spelled.replace("-", "_")
