"""Where documents are composed and made into files: everything that the second process of a render holds."""

from functools import cache, cached_property
from typing import TYPE_CHECKING

from kehoach.commands.rendering.making import Copy, Form, Made
from kehoach.commands.rendering.pressing import standard, templates
from kehoach.document.markdown import parse
from kehoach.patterns import keep_new
from kehoach.reading.shelf import Shelf
from kehoach.records import dataclass
from kehoach.standards.standard import Standard
from kehoach.writing.formats import USUAL, made, written_by
from kehoach.writing.programs import pandoc

if TYPE_CHECKING:
    from kehoach.document.templates import Templates
    from kehoach.kinds import Kind
    from kehoach.phrases.lexicon import Lexicon
    from kehoach.plan import Plan
    from kehoach.units import Units


@dataclass(frozen=True)
class Bench:
    """What the documents made by *form* have in common, read once."""

    form: Form

    @cached_property
    def shelf(self) -> Shelf:
        """The files of the workspace."""
        return Shelf.around(self.form.directory)

    @cached_property
    def layout(self) -> Standard:
        """The standard."""
        return standard(self.shelf, self.form.standard)

    @cached_property
    def lexicon(self) -> "Lexicon":
        """The word lists of the phrases."""
        from kehoach.reading.data.lexicon import lexicon

        return lexicon(self.shelf.overlay)

    @cached_property
    def templates(self) -> "Templates":
        """The templates of the workspace, each compiled once."""
        return templates(self.shelf)

    def prepare(self, composing: bool) -> None:
        """Read and compile what most documents need; with *composing*, also what composing them does."""
        for name in USUAL:
            written_by(name)
        _ = self.layout, pandoc()
        if composing:
            import kehoach.document.compose  # noqa: F401
            from kehoach.document.templates import compiled

            compiled(self.templates)

    def made(self, copy: Copy) -> Made:
        """*copy* composed and made."""
        source = copy.source if copy.plan is None else self._source(*copy.plan)
        layout = self.layout.on(copy.day)
        files = made(parse(source), layout, copy.formats, self.form.duplex)
        keep_new()
        return Made(source, files)

    def _source(self, plan: "Plan", kind: "Kind", units: "Units") -> str:
        from kehoach.document.compose import markdown
        from kehoach.document.press import Press

        words = self.form.words.places()
        return markdown(plan, Press(kind, units, self.layout, self.lexicon, words, self.templates, self.form.draft))


@cache
def bench(form: Form) -> Bench:
    """That of *form*, the same one every time."""
    return Bench(form)
