"""``^(80b)^``: words set small and high; ``~“Tuổi trẻ”~``: words that keep their letters among capitals.

Both are inline rules of the Markdown parser; an escaped mark is itself.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

MARK, KEPT = "^", "~"
LONGEST = 40


def raised_plugin(parser: MarkdownIt) -> None:
    """Teach *parser* to read words between two ``^`` as ``raised``, and between two ``~`` as ``as_written``."""
    parser.inline.ruler.after("emphasis", "raised", _raised)
    parser.inline.ruler.after("emphasis", "as_written", _as_written)


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


def _as_written(state: StateInline, silent: bool) -> bool:
    start = state.pos + 1
    end = _end(state, start) if state.src[state.pos] == KEPT else -1
    if end <= start:
        return False
    if not silent:
        most = state.posMax
        state.push("as_written_open", "", 1)
        state.pos, state.posMax = start, end
        state.md.inline.tokenize(state)
        state.posMax = most
        state.push("as_written_close", "", -1)
    state.pos = end + 1
    return True


def _end(state: StateInline, start: int) -> int:
    """Where the next mark stands that is not escaped; -1 where there is none."""
    at = state.src.find(KEPT, start, state.posMax)
    while at > 0 and state.src[at - 1] == "\\":
        at = state.src.find(KEPT, at + 1, state.posMax)
    return at
