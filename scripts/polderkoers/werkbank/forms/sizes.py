"""How long a text in a form may be: what the model says, and where it says nothing a bound that no text of people reaches."""

from __future__ import annotations

from polderkoers.policy.model.facts import FieldOf
from polderkoers.policy.numbers import in_dutch
from polderkoers.werkbank.forms.form import Control
from polderkoers.werkbank.forms.shown import control_of, longest_of

NAME, TEXT = 200, 20_000
"""The most signs of a text of one line, and of one with lines, where the model says nothing."""


def too_long(each: FieldOf, text: str) -> str:
    """Return in Dutch that a text is too long for a field, empty when it is not; of a list each line counts, and all together."""
    control = control_of(each)
    if control is Control.LINES:
        longest = max(map(len, text.split("\n")))
        return _said(longest, longest_of(each) or NAME, "een van de regels") or _said(len(text), TEXT, "deze lijst")
    # The data parts paragraphs by one line break, and people by a blank line.
    length = len(text.replace("\n\n", "\n"))
    return _said(length, longest_of(each) or {Control.AREA: TEXT}.get(control, NAME), "deze tekst")


def too_long_name(text: str) -> str:
    """Return in Dutch that a name to look for or to choose is too long, empty when it is not."""
    return _said(len(text), NAME, "deze naam")


def _said(length: int, most: int, what: str) -> str:
    if length <= most:
        return ""
    return (
        f"Niet opgeslagen: {what} heeft {in_dutch(length)} tekens, en hier passen er hoogstens {in_dutch(most)}. "
        "Maak de tekst korter."
    )
