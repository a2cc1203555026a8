"""The grammar of periods: a bare time in one of the forms, and the words around it."""

import re
from collections.abc import Mapping

from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times.form import Form, core
from kehoach.phrases.times.forms import forms
from kehoach.phrases.times.frame import Frame, frame
from kehoach.phrases.times.units_of_time import ranged
from kehoach.phrases.times.when import Grain, Period, Recurrence
from kehoach.records import dataclass, replace

# A list of fifty dates is shorter; a text that is longer is no period, and trying all its parts would take long.
LONGEST = 400


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The forms, the words around them, and the words that join two forms."""

    forms: tuple[Form, ...]
    frame: Frame
    ranged: re.Pattern[str]
    within: re.Pattern[str]
    yearly: re.Pattern[str]

    def period(self, text: str, year: int) -> Period | None:
        """What the whole of *text* means, or None; the words around the time are taken off one by one."""
        around: dict[str, str] = {}
        while len(text) <= LONGEST:
            bare = self.bare(text, year)
            if bare:
                open_end = "opening" in around and not self.ranged.search(text)
                return None if open_end else self.frame.around(bare, around)
            token = self.frame.opened(text)
            if token:
                text = text[token.end() :]
            elif token := self.frame.closed(text):
                text = text[: token.start()]
            else:
                return None
            around |= _said(token)
        return None

    def bare(self, text: str, year: int) -> Period | None:
        """The time itself: one form, or two forms in one."""
        simple = self._simple(text, year)
        return simple or self._yearly(text, year) or self._recurring_within(text, year) or self._mixed(text, year)

    def _simple(self, text: str, year: int) -> Period | None:
        return next((found for form in self.forms if (found := form.period(text, year))), None)

    def _yearly(self, text: str, year: int) -> Period | None:
        """``ngày 26/3 hằng năm``."""
        match = self.yearly.search(text)
        found = self._simple(text[: match.start()], year) if match else None
        if found is None or found.recurrence:
            return None
        return replace(found, recurrence=Recurrence(Grain.YEAR))

    def _recurring_within(self, text: str, year: int) -> Period | None:
        """``thứ Sáu hằng tuần trong tháng 3``."""
        for match in self.within.finditer(text):
            rhythm, span = self._simple(text[: match.start()], year), self.bare(text[match.end() :], year)
            if rhythm and rhythm.recurrence and span and not span.recurrence:
                return replace(span, recurrence=rhythm.recurrence)
        return None

    def _mixed(self, text: str, year: int) -> Period | None:
        """A range between two unlike times (``ngày 1/3 đến hết tháng 6``): counted in days."""
        for match in self.ranged.finditer(text):
            first, last = self._simple(text[: match.start()], year), self._simple(text[match.end() :], year)
            if first and last and first.recurrence is None is last.recurrence and first.first <= last.last:
                return core(((first.first, last.last),), Grain.DAY)
        return None


def _said(token: re.Match[str]) -> Mapping[str, str]:
    said = {name: words for name, words in token.groupdict().items() if words}
    return {"tentative": said.pop("said"), **said} if "said" in said else said


def grammar(lexicon: Lexicon) -> Grammar:
    """The grammar of periods; a view of the lexicon."""
    yearly = choice(lexicon.words("periods", "recurrences", "year"))
    return Grammar(
        forms=lexicon.view(forms),
        frame=lexicon.view(frame),
        ranged=compiled(rf"\s*{ranged(lexicon)}\s*", re.IGNORECASE),
        within=compiled(rf"\s+{choice(lexicon.words('periods', 'of'))}\s+", re.IGNORECASE),
        yearly=compiled(rf"\s+{yearly}$", re.IGNORECASE),
    )
