"""One source, and what is asked of it: which passages a place names, and what does not stand in them."""

from __future__ import annotations

from polderkoers.beside.differing import Difference, Passage
from polderkoers.beside.places import WHOLE, FoundPlaces, Places
from polderkoers.beside.source_text import SourceText
from polderkoers.beside.told import NAME
from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.model.catalogues import Partij, Rolsoort
from polderkoers.policy.model.having import andere_namen_of


class SourceReader:
    """A source by who wrote it (the id of an organisation), its text, and all places that the data names in it."""

    def __init__(self, writer: str, source: SourceText, asked: list[str]) -> None:
        self._writer = writer
        self._source = source
        self._whole = Passage(source.text(0, len(source.lines)))
        self._places = Places(source, filter(None, asked))
        self._found: dict[str, FoundPlaces] = {}
        self._passages: dict[str, Passage | None] = {}

    def found(self, plek: str) -> FoundPlaces:
        """Return what a place names; an empty one names nothing."""
        if plek not in self._found:
            self._found[plek] = FoundPlaces()
            if plek and self._source.lines:
                self._found[plek] = self._places.find(plek)
        return self._found[plek]

    def texts(self, plek: str) -> tuple[str, ...]:
        """Return the passages of a place, an empty text for one that is the whole source."""
        length = len(self._source.lines)
        # The whole source is behind its last line.
        starts = ((place, {True: length, False: place.start}[place.how == WHOLE]) for place in self.found(plek).places)
        return tuple(self._source.text(start, place.end) for place, start in starts)

    def passage(self, plek: str) -> Passage | None:
        """Return what a text is held against: the passages of its place, or None when there are none."""
        if plek not in self._passages:
            self._passages[plek] = None
            if places := self.found(plek).places:
                texts = (self._source.text(place.start, place.end) for place in places)
                self._passages[plek] = Passage("\n\n".join(texts))
        return self._passages[plek]

    def only_in(self, plek: str, text: str) -> tuple[Difference, ...]:
        """Return the figures, years and names of a text that do not stand in the passages of a place."""
        passage = self.passage(plek)
        return () if passage is None else passage.only_in(text, self._whole)

    def unnamed(self, plek: str, item: Onderdeel) -> tuple[Difference, ...]:
        """Return that the passages of a place do not name something that the data has there; nothing when they do."""
        passage = self.passage(plek)
        if passage is None or self._names(passage, item):
            return ()
        if self._names(self._whole, item):
            return (Difference(NAME, (item.label,), elsewhere=(item.label,)),)
        return (Difference(NAME, (item.label,)),)

    def _names(self, passage: Passage, item: Onderdeel) -> bool:
        """Return whether a passage names something; who wrote it calls itself `we`, and a party goes by any of its words."""
        names = (item.label, *andere_namen_of(item))
        if isinstance(item, Partij | Rolsoort) and any(map(passage.has_stem_of, names)):
            return True
        is_writer = self._writer == item.id or (isinstance(item, Partij) and self._writer == item.organisatie)
        return (is_writer and passage.speaks_of_us()) or passage.names_one_of(names)
