"""The lines of the recipients, as values to print."""

from kehoach.document.escape import Markdown, escaped, trimmed
from kehoach.document.press import Writer
from kehoach.plan import Recipient
from kehoach.records import dataclass

ENDS = " ;,.:"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the recipients: what stands before its end, what behind it, and the parts with lines of their own."""

    words: Markdown
    purpose: Markdown | None
    copies: Markdown
    after_end: Markdown
    parts: tuple[Markdown, ...]


def recipients(writer: Writer) -> tuple[Line, ...]:
    """The lines of the recipients, in the order of the plan."""
    return tuple(_line(recipient, writer) for recipient in writer.plan.head.recipients)


def _line(recipient: Recipient, writer: Writer) -> Line:
    form = writer.press.standard.recipients
    words, copies = trimmed(writer.words(recipient.to), ENDS), _copies(recipient, writer)
    parts = tuple(trimmed(writer.words(part), ENDS) for part in recipient.parts)
    if form.parts and parts:
        words, parts = Markdown(f"{words}: {form.parts.join(parts)}"), ()
    behind = recipient.archive and form.copies_after_end
    purpose = recipient.purpose
    return Line(
        _filed(words, writer) if recipient.archive else words,
        writer.words(purpose) if purpose and purpose.text else None,
        Markdown("") if behind else copies,
        copies if behind else Markdown(""),
        parts,
    )


def _filed(words: Markdown, writer: Writer) -> Markdown:
    """The filing line as the standard writes it, whatever the plan says before the place of filing."""
    form = writer.press.standard.recipients
    verb, _, _ = form.filing.partition("{words}")
    place = words.removeprefix(verb.strip(" :")).lstrip(" :")
    firsts = [form.filing_first] if form.filing_first and not place.startswith(form.filing_first) else []
    return Markdown(form.filing.format(words=", ".join(filter(None, (*firsts, place)))))


def _copies(recipient: Recipient, writer: Writer) -> Markdown:
    form = writer.press.standard.recipients
    if not recipient.copies or not recipient.copies.text:
        return Markdown("")
    words = escaped(form.copies.format(copies=writer.words(recipient.copies)))
    return Markdown(f"^{words}^" if form.copies_raised else f" {words}")
