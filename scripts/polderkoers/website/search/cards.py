"""The answers that are in the policy: what a subject, place or word is, and the goals about it; and each goal itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial
from itertools import chain, filterfalse
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.policy.answers import answer_of
from polderkoers.policy.model.blocks import Doel
from polderkoers.policy.model.catalogues import Begrip, Partij, Thema
from polderkoers.policy.model.contact import Contactpunt
from polderkoers.policy.model.files import Wegwijzer
from polderkoers.policy.model.having import andere_namen_of, plain_name_of, prose_of, voluit_of
from polderkoers.policy.model.plaatsen import Plaats
from polderkoers.policy.texts import texts_of
from polderkoers.website.search.answer import GOAL, GROUP, PLACE, Answer, Lead
from polderkoers.website.search.spoken import Spoken, spoken_answers
from polderkoers.website.views.drawings import drawing_of
from polderkoers.website.views.named_places import times_named_now
from polderkoers.website.views.subject_page import own_goals
from polderkoers.website.words import one_line

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.policy.model.base import Onderdeel
    from polderkoers.website.pages import Page
    from polderkoers.website.views.site import Site

# In this order one comes before another that answers to the same words.
_KINDS = (
    "thema", "wegwijzer", "plaats", "partij", "begrip", "organisatie", "kernopgave", "programmalijn", "plan", "rolsoort", "document",
)  # fmt: skip
# The page for searching shows those of these that say most of what is asked for.
_GOALS = 12
_CONTACTS = 2
# What the page for searching weighs apart.
_SORTS: Mapping[type, str] = {Plaats: PLACE, Partij: GROUP}
# What of the answer of a subject is told, in this order.
_UNSAID = "niet"
_ANSWERED = ("wil", _UNSAID)
# With so many words in common, what is not in the policy is about what a term means.
_SAME = 3
# A goal that names no subject of its own is about all of its plan.
_ALL = 99
_LONGEST = 180
_LONG_NAME = 5
_AND = " en "
# Behind a letter by itself, as in o.a. and J. Jansen, or a word that is cut short, a sentence does not end.
_END = re.compile(
    r"(?<!\b[^\W\d_])(?<!\bbv)(?<!\bca)(?<!\bnr)(?<!\bSt)(?<!\bdhr)(?<!\bmevr)(?<!\bmw)(?<!\bbijv)(?<!\bincl)(?<!\benz)(?<!\betc)[.?!](?= \W*[A-ZÀ-Þ])"
)


def in_order(site: Site) -> list[Page]:
    """Return the pages of items in the order in which a reader may mean them, without what is not in force."""
    pages = (page for page in site.pages.values() if page.entry.item.soortnaam in _KINDS and not site.mark(page.entry))
    return sorted(pages, key=lambda page: _KINDS.index(page.entry.item.soortnaam))


class PolicyAnswers:
    """The answers of one policy. `leads` says to which pages the words of residents lead, the best first."""

    def __init__(self, site: Site, leads: Mapping[str, list[str]]) -> None:
        """Look nothing up yet."""
        self._site = site
        self._leads = leads
        self._spoken = Spoken(site)

    def __iter__(self) -> Iterator[Answer]:
        """Yield the answers, what comes before another first."""
        cards = tuple(self._about(page.entry, page.path) for page in in_order(self._site))
        yield from spoken_answers(self._site, self._spoken, self._unspoken(cards))
        yield from cards
        yield from map(self._goal, self.goals)

    @cached_property
    def goals(self) -> tuple[Entry[Doel], ...]:
        """The goals of the publisher itself that are in force, the newest first."""
        site = self._site
        own = (goal for goal in site.policy.of(Doel) if not site.is_foreign(goal) and not site.mark(goal))
        return tuple(sorted(own, key=lambda goal: (-(site.year(goal) or 0), len(goal.item.themas) or _ALL)))

    @cached_property
    def _words(self) -> dict[str, list[str]]:
        """The words of residents that lead to a page before all others."""
        found = defaultdict(list)
        for words, paths in self._leads.items():
            for first in paths[:1]:
                found[first].append(words)
        return found

    @cached_property
    def _texts(self) -> dict[str, str]:
        """The name and explanation of each goal, in small letters."""
        return {goal.ref: f"{goal.item.naam} {goal.item.toelichting or ''}".casefold() for goal in self.goals}

    def _about(self, entry: Entry, path: str) -> Answer:
        item, site = entry.item, self._site
        names = (item.label, voluit_of(item), *andere_namen_of(item))
        words = self._led(item, path)
        silent = tuple(filter(self._spoken.is_silent, words))
        leads = tuple(map(self._lead, self._goals_of(entry, names)[:_GOALS]))
        heading = site.words.some(len(leads), "doel")
        if not leads:
            heading, leads = "Lees ook", tuple(self._subjects(path))
        text = " ".join(filter(None, (self._said(entry), self._named(entry), self._unsaid(entry, path))))
        return Answer(
            site.words.one(item.soortnaam),
            item.label,
            text,
            path,
            _each(
                (
                    *names[1:],
                    *_parts(item),
                    _said_by(item),
                    *filterfalse(silent.__contains__, self._words.get(path, ())),
                )
            ),
            (),
            heading,
            leads,
            tuple(self._contacts(entry)),
            drawing_of(site, entry),
            _SORTS.get(type(item), ""),
            silent,
        )

    def _led(self, item: Onderdeel, path: str) -> Iterable[str]:
        """Return the words of residents that lead to what explains something: only of those a reader expects that they stand there."""
        if isinstance(item, Thema | Begrip):
            return self._words.get(path, ())
        return ()

    def _unspoken(self, cards: Iterable[Answer]) -> dict[str, Answer]:
        """Return the words of residents that lead to a subject whose card does not say them, each with that card."""
        pages = self._site.pages
        found: dict[str, Answer] = {}
        for card in cards:
            if isinstance(pages[card.address].entry.item, Thema):
                told = " ".join(map(attrgetter("text"), texts_of(pages[card.address].entry)))
                said = filterfalse(partial(self._spoken.says, text=told), self._words.get(card.address, ()))
                found.update(dict.fromkeys(said, card))
        return found

    def _subjects(self, path: str) -> Iterator[Lead]:
        """Yield the subjects that words of residents lead to which lead to a page as well."""
        every = (paths for paths in self._leads.values() if path in paths)
        for other in dict.fromkeys(chain.from_iterable(every)):
            page = self._site.pages.get(other)
            if page and other != path and isinstance(page.entry.item, Thema):
                yield Lead(page.title, other)

    def _unsaid(self, entry: Entry, path: str) -> str:
        """Return of a term what the subject that it belongs to says is not in the policy, when that is about the same."""
        if not isinstance(entry.item, Begrip):
            return ""
        about, policy = self._spoken.said_of(prose_of(entry.item)), self._site.policy
        subjects = (self._site.pages[lead.address].entry for lead in self._subjects(path))
        for part in chain.from_iterable(map(partial(answer_of, policy), subjects)):
            if part.name == _UNSAID and len(about & self._spoken.said_of(part.said.tekst)) >= _SAME:
                return _short(part.said.tekst)
        return ""

    def _said(self, entry: Entry) -> str:
        """Return of a subject what is wanted and what is not in the policy, as far as that is written; else what an item is."""
        answer = {part.name: part.said.tekst for part in answer_of(self._site.policy, entry)}
        return " ".join(_short(answer[name]) for name in _ANSWERED if name in answer) or _short(prose_of(entry.item))

    def _contacts(self, entry: Entry) -> Iterator[Lead]:
        """Yield who can be turned to about a subject, without who is there for everything."""
        own = [each for each in self._site.policy.of(Contactpunt) if entry.item.id in each.item.themas]
        for each in own[:_CONTACTS] if isinstance(entry.item, Thema) else ():
            yield Lead(each.item.naam, f"{self._site.address(entry)}#contact-{each.item.id}")

    def _named(self, entry: Entry) -> str:
        """Return how often policy of today names a place, as its page says it; nothing for anything else."""
        if not isinstance(entry.item, Plaats):
            return ""
        if total := times_named_now(self._site, entry):
            return f"Het beleid van nu noemt {entry.item.label} {total} keer."
        return f"Het beleid van nu noemt {entry.item.label} niet apart."

    def _naming(self, entry: Entry) -> set[str]:
        """Return the references of the items that name an item."""
        return {reference.source.ref for reference in self._site.policy.backlinks(entry)}

    def _goals_of(self, entry: Entry, names: Iterable[str]) -> list[Entry[Doel]]:
        """Return the goals about an item, the newest first, and of those what is about the fewest subjects.

        Of a subject those are the goals on its page, those first that its answer is taken from; of anything else those that name it,
        themselves or in what stands in them, or have its name in their text.
        """
        if isinstance(entry.item, Thema):
            sources = chain.from_iterable(part.sources for part in answer_of(self._site.policy, entry))
            told = set(map(attrgetter("ref"), sources))
            return sorted(own_goals(self._site, entry), key=lambda goal: (goal.ref not in told, len(goal.item.themas)))
        naming = self._naming(entry)
        return [goal for goal in self.goals if self._is_named(goal, naming) or self._speaks_of(goal, entry, names)]

    def _is_named(self, goal: Entry, naming: set[str]) -> bool:
        """Return whether a goal, what stands in it or the group that it stands in is among the names of items."""
        groups = filterfalse(attrgetter("is_file"), goal.ancestors())
        return not naming.isdisjoint(map(attrgetter("ref"), (goal, *groups, *self._site.policy.below(goal))))

    def _speaks_of(self, goal: Entry[Doel], entry: Entry, names: Iterable[str]) -> bool:
        """Return whether the name of a term stands in the text of a goal."""
        text = self._texts[goal.ref]
        return isinstance(entry.item, Begrip) and any(_begins_in(name, text) for name in names if name)

    def _lead(self, goal: Entry[Doel]) -> Lead:
        year = self._site.year(goal)
        return Lead(plain_name_of(goal.item), self._site.address(goal), str(year or ""))

    def _goal(self, goal: Entry[Doel]) -> Answer:
        site = self._site
        plan = Lead(goal.file.label, site.address(goal).partition("#")[0], str(site.year(goal) or ""))
        return Answer(
            site.words.one("doel"), plain_name_of(goal.item), _short(goal.item.toelichting or ""), site.address(goal), (goal.item.naam,), (),
            "Staat in", (plan,), sort=GOAL,
        )  # fmt: skip


def _begins_in(name: str, text: str) -> bool:
    """Return whether a word in a text begins with a name; an abbreviation is a word by itself."""
    word = rf"(?<!\w){re.escape(name.casefold())}"
    if len(name) < _LONG_NAME:
        word += r"(?!\w)"
    return re.search(word, text) is not None


def _said_by(item: Onderdeel) -> str:
    """Return what a reader says who wants a guide or is one of a group, nothing where the data do not say it."""
    return (item.aanspreking or "") if isinstance(item, Partij | Wegwijzer) else ""


def _parts(item: Onderdeel) -> Iterator[str]:
    """Yield what the name of a subject is made of: who asks for money asks for the subject of money and debts."""
    if isinstance(item, Thema) and _AND in item.label:
        yield from item.label.split(_AND)


def _each(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))


def _short(text: str) -> str:
    """Return the beginning of a text, up to the end of a sentence as far as that is not too long."""
    line = one_line(text)
    if len(line) <= _LONGEST:
        return line
    ends = [end.end() for end in _END.finditer(line, 0, _LONGEST + 2)]
    if not ends:
        return line[:_LONGEST].rpartition(" ")[0] + " …"
    return line[: ends[-1]]
