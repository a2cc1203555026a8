"""The door to Jinja: templates that print words escaped unless they are Markdown of ours already."""

from collections.abc import Callable

from jinja2 import FunctionLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kehoach.document.escape import Markdown, escaped


def environment(load: Callable[[str], str | None]) -> ImmutableSandboxedEnvironment:
    """An environment for the templates that *load* gives by name (None: there is none of that name)."""
    return ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )


def _printed(value: object) -> str:
    return value if isinstance(value, Markdown) else escaped(str(value))
