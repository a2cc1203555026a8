"""``^(80b)^``: words set small and high, as an inline rule of the Markdown parser."""

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

MARK = "^"
LONGEST = 40


def raised_plugin(parser: MarkdownIt) -> None:
    """Teach *parser* to read words between two ``^`` as ``raised``; an escaped ``^`` is itself."""
    parser.inline.ruler.after("emphasis", "raised", _raised)


def _raised(state: StateInline, silent: bool) -> bool:
    start = state.pos + 1
    if state.src[state.pos] != MARK:
        return False
    end = state.src.find(MARK, start, start + LONGEST)
    if end <= start or "\\" in state.src[start:end]:
        return False
    if not silent:
        state.push("raised_open", "", 1)
        state.push("text", "", 0).content = state.src[start:end]
        state.push("raised_close", "", -1)
    state.pos = end + 1
    return True
