"""What a page that is written by hand may name, beside its macros: who publishes, in which words, and what there is on the site."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from polderkoers.changes.meaning_words import MEANINGS
from polderkoers.website.words import KINDS, Words, one_line

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site


def markdown_escape(text: str) -> Markup:
    """Return text that Markdown and HTML show as it is: every sign of ASCII that could mean something as an entity."""
    safe = (char if char.isalnum() or char == " " or ord(char) > 127 else f"&#{ord(char)};" for char in one_line(text))
    return Markup("".join(safe))  # noqa: S704 - every sign that could mean something is an entity by now


def variables_of(site: Site, **more: Callable[[str], bool]) -> dict[str, Any]:
    """Return what a page may name of a site, by name: all texts as Markdown shows them as they are. `more` are the questions that it may ask."""
    publisher = dataclasses.asdict(site.publisher)
    return {
        "uitgever": {name: _shown_as_it_is(value) for name, value in publisher.items()},
        "woorden": {kind: _forms(site.words, kind) for kind in KINDS},
        "betekenissen": MEANINGS,
        "deelnemers": site.participant_count,
        **more,
    }


def _shown_as_it_is(value: Any) -> Any:
    return markdown_escape(value) if isinstance(value, str) else value


def _forms(words: Words, kind: str) -> dict[str, Markup | bool]:
    """Return the words for a kind in small letters, by the name of the form that a page asks for, and whether there is just one of it."""
    forms = {"one": words.one(kind), "more": words.more(kind), "all": words.all(kind), "the": words.the(kind)}
    return {**{name: markdown_escape(word.lower()) for name, word in forms.items()}, "alone": kind in words.alone}
