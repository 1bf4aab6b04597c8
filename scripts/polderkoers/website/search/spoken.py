"""Whether own policy of today says a word, and where: a word of residents may lead to a subject that never speaks of it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, partial
from itertools import chain, filterfalse, starmap
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from polderkoers.policy.model.blocks import Activiteit, Doel
from polderkoers.policy.model.having import plain_name_of
from polderkoers.policy.model.zoekwoorden import Zoekwoord
from polderkoers.policy.readability import sentences_of
from polderkoers.policy.texts import texts_of
from polderkoers.website.search.answer import Answer, Lead
from polderkoers.website.search.facets import left_out
from polderkoers.website.views.age import is_of_today
from polderkoers.website.words import one_line

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.site import Site

_WORD = re.compile(r"[^\W_]+")
# What Dutch puts behind a word, and what changes when it does: eenzaam, eenzame; huis, huizen; brief, brieven.
_END = re.compile(r"(?<=\w{3})(?:[ep]?t?jes?|heid|en|e|s)$")
_TWICE = re.compile(r"(\w)\1")
_SOFT = str.maketrans("zv", "sf")
# What a sentence with one of these says, it says of the one before it.
_POINTS_BACK = re.compile(
    r"\b(?:dan|dit|deze|zij|ze|hij|ook|(?:daar|hier)(?:door|mee|bij|voor|om|na|van|aan|in))\b|^(?:Zo|Dat|Die|Het)\b",
    re.IGNORECASE,
)
# A shorter word begins many others that have nothing to do with it.
_LONG = 5
# In these letters Dutch is written.
_LATIN = re.compile(r"[ '’a-zà-ïñ-öù-ü-]+", re.IGNORECASE)
_TWICE_VOWEL = re.compile(r"([aeou])\1(\w)$")
# What is left of a word without its end is the word itself when it is this long: veilig is not all that safety is.
_WHOLE = 7
# A word that more items say is about none of them.
_SHOWN, _MOST = 4, 6
# So begin the ids of the words of residents that are of another language.
_ABROAD = "andere-taal"
# In this order an item says more of a word than another.
_KINDS = (Doel, Activiteit)
_FIELDS = frozenset({"naam", "gewone_naam", "toelichting"})


def alike(text: str) -> str:
    """Return a text without accents, doubled letters and the difference between s and z and f and v, in small letters."""
    bare = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFD", text.casefold())))
    return _TWICE.sub(r"\1", bare.translate(_SOFT))


def stem(word: str) -> str:
    """Return what stands at the beginning of all forms of a word, in the letters of `alike`."""
    return _TWICE.sub(r"\1", alike(_END.sub("", word.casefold())))


class Spoken:
    """What own policy of today says in so many words."""

    def __init__(self, site: Site) -> None:
        """Look nothing up yet."""
        self._site = site

    @cached_property
    def _items(self) -> dict[str, str]:
        """The texts of the items of today that may be an answer, by reference, those first that say more."""
        entries: Iterator[Entry[Any]] = chain.from_iterable(map(self._site.policy.of, _KINDS))
        today = filter(partial(is_of_today, self._site), entries)
        return {entry.ref: " ".join(_told(entry)) for entry in today}

    @cached_property
    def _all(self) -> str:
        """Everything that own policy of today says, and the answers about subjects that were taken from it."""
        subjects = self._site.policy.of_kind("thema")
        today = filter(partial(is_of_today, self._site), self._site.policy.entries.values())
        return alike(_text_of((*today, *subjects)))

    @cached_property
    def _nothing(self) -> frozenset[str]:
        return frozenset(left_out(self._site.policy))

    def _meant(self, words: str) -> list[str]:
        """Return the words of a name that say something."""
        return list(filterfalse(self._nothing.__contains__, _WORD.findall(words.casefold())))

    def is_silent(self, words: str) -> bool:
        """Return whether no word of a name stands in own policy of today in any form, not even as a part of another word."""
        asked = self._meant(words)
        return bool(asked and self._items and _LATIN.fullmatch(words)) and not any(map(self._stands, asked))

    def _stands(self, word: str) -> bool:
        if word in self._foreign:
            return True
        if len(word) >= _LONG:
            return stem(word) in self._all or stem(word) in self._translated
        begins = re.compile(rf"\b{re.escape(stem(word))}")
        return any(map(begins.search, (self._all, self._translated)))

    @cached_property
    def _foreign(self) -> frozenset[str]:
        """The words of another language that lead to a page: nobody expects those in Dutch policy either."""
        found = (entry.item.woorden for entry in self._site.policy.of(Zoekwoord) if entry.item.id.startswith(_ABROAD))
        return frozenset(chain.from_iterable(map(_WORD.findall, map(str.casefold, chain.from_iterable(found)))))

    @cached_property
    def _translated(self) -> str:
        """What translations say: of a word of another language nobody expects that it stands in Dutch policy."""
        return alike(_text_of(self._site.policy.of_kind("vertaling")))

    def said_of(self, text: str) -> frozenset[str]:
        """Return the words of a text that say something, as their stems."""
        return frozenset(map(stem, filter(_is_long, self._meant(text))))

    def says(self, words: str, text: str) -> bool:
        """Return whether each word of a name that says something stands in a text, in a form of its own."""
        asked = self._meant(words)
        return bool(asked) and all(form.search(text.casefold()) for form in map(_forms, asked))

    def items(self, words: str) -> list[Entry]:
        """Return the items of today that say a name: those first that are called so, and then of which more parts say it."""
        refs = filter(lambda ref: self.says(words, self._items[ref]), self._items)
        found = map(self._site.policy.entries.__getitem__, refs)
        return sorted(found, key=lambda entry: (not self.is_called(words, entry), -self._times(words, entry)))

    def is_called(self, words: str, entry: Entry) -> bool:
        """Return whether the name of an item says a name."""
        return self.says(words, plain_name_of(entry.item))

    def _times(self, words: str, entry: Entry) -> int:
        """Return how often an item says a name, with what stands in it."""
        parts = (entry.ref, *map(attrgetter("ref"), self._site.policy.below(entry)))
        text = " ".join(self._items.get(ref, "") for ref in parts).casefold()
        return sum(map(len, (form.findall(text) for form in map(_forms, self._meant(words)))))

    def is_foreign(self, words: str) -> bool:
        """Return whether a translation of the site says a name."""
        return self.says(words, self._translated)

    def sentence(self, words: str, entry: Entry) -> str:
        """Return the first sentence of an item that says a name; nothing where only its own name does."""
        name = plain_name_of(entry.item)
        for told in map(one_line, _told(entry)):
            parts = list(sentences_of(told))
            for place, part in enumerate(parts):
                if part != name and self.says(words, part):
                    return _with_before(parts[: place + 1])
        return ""


def _with_before(parts: list[str]) -> str:
    """Return the last of some sentences, with those before it that it points back to: without them it may say what is not so."""
    place = len(parts) - 1
    while place and _POINTS_BACK.search(parts[place]):
        place -= 1
    return " ".join(parts[place:])


def _is_long(word: str) -> bool:
    return len(word) >= _LONG


def _text_of(entries: Iterable[Entry]) -> str:
    """Return everything that items say, in one text."""
    return " ".join(map(attrgetter("text"), chain.from_iterable(map(texts_of, entries))))


def _told(entry: Entry) -> Iterator[str]:
    """Yield what an item says itself, without what was noted with it."""
    for text in texts_of(entry):
        if text.field in _FIELDS:
            yield text.text


@cache
def _forms(word: str) -> re.Pattern[str]:
    """Return the forms of a word as they stand in a text: eenzaam is eenzame and eenzaamheid too, and so the other way around."""
    base = word.removesuffix("heid")
    if len(base) < _WHOLE:
        base = word
    forms = {re.escape(base), re.escape(_TWICE_VOWEL.sub(r"\1\2", base))}
    return re.compile(rf"\b(?:{'|'.join(sorted(forms))})(?:e|en|s|heid)?\b")


def spoken_answers(site: Site, spoken: Spoken, asked: Mapping[str, Answer]) -> Iterator[Answer]:
    """Yield an answer for the words of residents that items of today say: `asked` is by each word the answer that says nothing of it."""
    together: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for words in filter(partial(_is_word, spoken), asked):
        found = spoken.items(words)
        # One item that says a word in passing is not about it.
        about = len(found) > 1 or any(map(partial(spoken.is_called, words), found))
        if about and len(found) <= _MOST and spoken.sentence(words, found[0]):
            together[tuple(map(attrgetter("ref"), found[:_SHOWN]))].append(words)
    for refs, names in together.items():
        first, *others = map(site.policy.entries.__getitem__, refs)
        subjects = dict.fromkeys(map(attrgetter("title", "address"), map(asked.__getitem__, names)))
        leads = (*map(partial(spoken_lead, site), others), *starmap(Lead, subjects))
        yield Answer(
            site.words.one(first.item.soortnaam),
            plain_name_of(first.item),
            spoken.sentence(names[0], first),
            site.address(first) or "",
            tuple(names),
            heading="Lees ook",
            leads=leads,
        )


def _is_word(spoken: Spoken, words: str) -> bool:
    """Return whether a name is one Dutch word that is long enough to say something."""
    return len(words) > _LONG and " " not in words and not spoken.is_foreign(words)


def spoken_lead(site: Site, entry: Entry) -> Lead:
    """Return where an item stands, with its year."""
    return Lead(plain_name_of(entry.item), site.address(entry) or "", str(site.year(entry) or ""))
