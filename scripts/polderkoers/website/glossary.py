"""Turns text of the data into safe HTML in which glossary terms explain themselves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

from markupsafe import Markup, escape

from polderkoers.policy.addresses import FOLDERS
from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.model.catalogues import Begrip
from polderkoers.policy.model.having import jaar_of
from polderkoers.website.relative import relative

_FIRST = re.compile(r"\w+|.")
_PARAGRAPH = re.compile(r"\n\s*\n|\n")
_SENTENCE = re.compile(r"[^.?!]+")
# That a source does not explain a word is no place for an explanation of our own.
_SAYS_UNEXPLAINED = re.compile(
    r"\b(?:legt|leggen|legde)\b.*\bniet uit\b|\bbetekent\b.*\b(?:niet|geen)\b", re.DOTALL | re.IGNORECASE
)


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of forms that begin with one word. Python itself remembers fewer patterns than there are terms."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, forms))})(?![\w-])", re.IGNORECASE)


def _origin(policy: Policy, entry: Entry[Begrip]) -> str:
    """Return in a few words who explains a term: a document, the editors, or the makers of Polderkoers."""
    if entry.item.uitleg_van == "redactie":
        return "Uitleg van Polderkoers" if entry.is_shipped else "Uitleg van de redactie"
    document = policy.get(f"documenten/{entry.bron.document}") if entry.item.uitleg_van else None
    if document is None:
        return ""
    year = jaar_of(document.item)
    return f"Uit: {document.item.label} ({year})" if year else f"Uit: {document.item.label}"


def _unexplained(text: str) -> frozenset[int]:
    """Return the places of a text in a sentence that says that a word is not explained."""
    sentences = (found for found in _SENTENCE.finditer(text) if _SAYS_UNEXPLAINED.search(found.group()))
    return frozenset(chain.from_iterable(range(*found.span()) for found in sentences))


class Glossary:
    """All terms with the forms under which they stand in text; the longest form wins."""

    def __init__(self, policy: Policy, explains: Callable[[Begrip], bool] = lambda _: True) -> None:
        """Read the terms of a policy, or only those that `explains` picks."""
        self._terms: dict[str, Begrip] = {}
        self._origins: dict[str, str] = {}
        for entry in policy.of(Begrip):
            if explains(entry.item):
                self._origins[entry.item.id] = _origin(policy, entry)
                for form in (entry.item.naam, entry.item.voluit, *entry.item.andere_namen):
                    if form:
                        self._terms.setdefault(form.casefold(), entry.item)
        self._by_start = self._patterns()
        # A form begins with a word, or with one sign such as a bracket.
        signs = "".join(re.escape(start) for start in self._by_start if not start.isalnum())
        or_sign = f"|[{signs}]" if signs else ""
        self._start = re.compile(rf"(?<![\w-])(?:\w+{or_sign})")

    @cached_property
    def told(self) -> tuple[tuple[str, str, str], ...]:
        """All that a text gets from here: each form, in the order in which one comes before another, with the id and words of its term."""
        return tuple((form, term.id, f"{term.uitleg} {self.origin(term)}") for form, term in self._terms.items())

    def origin(self, term: Begrip) -> str:
        """Return in a few words who explains a term, nothing when that is not said."""
        return self._origins[term.id]

    def _patterns(self) -> dict[str, re.Pattern[str]]:
        """Return, by the word that a form begins with, a pattern of its forms, the longest first.

        One pattern of all forms would be tried at every sign of a text, which takes fifteen times as long.
        """
        by_start: dict[str, list[str]] = defaultdict(list)
        for form in sorted(self._terms, key=len, reverse=True):
            by_start[_FIRST.findall(form)[0]].append(form)
        return {start: _pattern(tuple(forms)) for start, forms in by_start.items()}

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        end = 0
        for word in self._start.finditer(text):
            pattern = self._by_start.get(word.group().casefold())
            if pattern and word.start() >= end and (found := pattern.match(text, word.start())):
                yield found
                end = found.end()

    def split(self, text: str, seen: set[str]) -> Iterator[tuple[str, Begrip | None]]:
        """Yield pieces of a text with the term that each is, the first time that a term is met (`seen` remembers)."""
        start, unexplained = 0, _unexplained(text)
        for match in self._matches(text):
            term = self._terms[match.group().casefold()]
            if term.id in seen or (term.uitleg_van != "bron" and match.start() in unexplained):
                continue
            seen.add(term.id)
            yield text[start : match.start()], None
            yield match.group(), term
            start = match.end()
        yield text[start:], None


@dataclass
class Prose:
    """Writes the texts of one page: escaped, in paragraphs, each term explained once."""

    glossary: Glossary
    here: str
    seen: set[str]

    def paragraphs(self, text: str | None) -> Markup:
        """Return a text of the data as `<p>` elements; a blank line in it begins a new one."""
        parts = [part.strip() for part in _PARAGRAPH.split(text or "") if part.strip()]
        return Markup().join(Markup("<p>{}</p>").format(self.inline(part)) for part in parts)

    def inline(self, text: str) -> Markup:
        """Return a line of text with its terms explained."""
        pieces = self.glossary.split(text, self.seen)
        return Markup().join(self._term(piece, term) if term else escape(piece) for piece, term in pieces)

    def _term(self, word: str, term: Begrip) -> Markup:
        # A link takes focus everywhere and still explains, on the page of the term, where there is no script.
        link = relative(self.here, f"{FOLDERS['begrip']}/{term.id}/")
        told = self.glossary.origin(term)
        origin = Markup(" <small>{}</small>").format(told) if told else ""
        return Markup(
            '<span class="pk-begrip"><a class="pk-begrip__woord" href="{link}" aria-describedby="uitleg-{id}">{word}</a>'
            '<span class="pk-begrip__uitleg" role="tooltip" id="uitleg-{id}" data-search-exclude>{uitleg}{origin}</span></span>'
        ).format(id=term.id, word=word, uitleg=term.uitleg.strip(), origin=origin, link=link)
