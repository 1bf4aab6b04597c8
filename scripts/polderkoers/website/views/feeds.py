"""Which feeds there are, and what each of them tells: all changes, those of the policy, and those of one subject, place, party, document or goal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.policy.addresses import FOLDERS
from polderkoers.policy.in_force import why_not
from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.stones import Stones
from polderkoers.website.dates import reference_date
from polderkoers.website.pages import ViewPage
from polderkoers.website.views import feed_subjects
from polderkoers.website.views.messages import Message, StepMessages
from polderkoers.website.views.progress_messages import PATH, ProgressMessage
from polderkoers.website.words import Words, one_line

if TYPE_CHECKING:
    from polderkoers.website.history import History
    from polderkoers.website.views.calendar import Calendar


ALL, POLICY = "feeds/alles.xml", "feeds/beleid.xml"
_ABOUT_POLICY = "Alles wat in het beleid verandert, van versie naar versie. Zonder begrippen, zoekwoorden en andere lijsten, en zonder verbeteringen van alleen de tekst."
_ABOUT_ALL = "Alles wat in de gegevens verandert, van versie naar versie. Ook begrippen, zoekwoorden en andere lijsten."
_NOTHING = "Er zijn nog geen wijzigingen."
_HEADINGS = {"partij": "Wie doet wat", "plaats": "Dorpen en plaatsen"}
_ANCHORS = {"doel": "doelen"}
_NO_PAST = "Er is nog geen eerdere versie om mee te vergelijken. Daarom staan er nog geen berichten in."
_NO_CHANGES = "Over veranderingen staan er nu geen berichten in."
_NOT_SHOWN = "De site laat nu geen eerdere versies zien. Daarom staan er geen berichten in."


@dataclass(frozen=True)
class Feed:
    """One feed. `path` is its address below the root of the site, `page` that of the page that it belongs to.

    `about` says what it tells of; `find` gives its messages about changes, and `find_progress` those about what came of the policy, which are asked for once. `kind` is the kind of item that it is about,
    empty for the feed of all changes; `gone` says that the item is in no page of the site any more, and
    `file` in which file of policy a goal stands.
    """

    path: str
    page: str
    title: str
    about: str
    label: str
    history: History
    find: Callable[[], Iterable[Message]]
    find_progress: Callable[[], Iterable[ProgressMessage]] = tuple
    kind: str = ""
    gone: bool = False
    file: str = ""

    @property
    def anchor(self) -> str:
        """Where it stands on the page that lists all feeds."""
        return feed_subjects.anchor(self.path)

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        """What it tells, that of the newest version first."""
        return tuple(self.find())

    @property
    def subtitle(self) -> str:
        """What it tells of, and why it tells nothing where it does not."""
        if self.progress and not self.messages and not self.history.past:
            return f"{self.about} {_NO_CHANGES} Wat is gemeld en besloten, staat er wel in."
        told = _subtitle(self.about, self.messages, self.history)
        if self.progress:
            return f"{told} Ook wat is gemeld en besloten, staat erin."
        return told

    @cached_property
    def progress(self) -> tuple[ProgressMessage, ...]:
        """What it tells of reports and decisions, the newest first."""
        return tuple(self.find_progress())

    @property
    def count(self) -> int:
        """How many messages it has."""
        return len(self.messages) + len(self.progress)


def feeds(history: History, told: Callable[[], tuple[ProgressMessage, ...]] = tuple) -> tuple[Feed, ...]:
    """Return all feeds: first those of the policy and of all changes, then by kind in the order of the data.

    `told` gives the messages about what came of the policy, of which each feed has those about its item. What was in an earlier version and is gone keeps its feed, so that whoever follows it reads that it is gone.
    """
    steps = Steps(history)
    policy = Feed(
        POLICY, "wijzigingen/", "Wat er in het beleid verandert", _ABOUT_POLICY, "Het beleid", history, steps.of_policy
    )
    every = Feed(ALL, "wijzigingen/", "Alle wijzigingen", _ABOUT_ALL, "Alles", history, steps.messages, told)
    # What is only called otherwise has one feed, with what was told of it before.
    before = _former(history.versions[-1].policy)
    gone = {*chain.from_iterable(before.values())}
    followed = chain.from_iterable(feed_subjects.subjects(history, kind) for kind in feed_subjects.KINDS)
    return (
        policy,
        every,
        *(_feed(entry, steps, told, before.get(entry.ref, ())) for entry in followed if entry.ref not in gone),
    )


def _former(policy: Policy) -> dict[str, tuple[str, ...]]:
    """Return the former references of what was called otherwise, by what it is called now."""
    found: dict[str, tuple[str, ...]] = {}
    stones = Stones(policy)
    for stone in stones.by_was.values():
        if now := stones.renamed(stone):
            found[now.ref] = (*found.get(now.ref, ()), stone.adres.was)
    return found


class Steps:
    """The messages of each step from one version to the next, the newest first; nothing is compared before something asks."""

    def __init__(self, history: History) -> None:
        """Take the versions."""
        self.history = history

    @cached_property
    def _steps(self) -> tuple[StepMessages, ...]:
        newest_first = reversed(tuple(self.history.successive()))
        return tuple(StepMessages(self.history, old, new) for old, new in newest_first)

    @cached_property
    def _steps_of_policy(self) -> tuple[StepMessages, ...]:
        """Those in which the policy itself changed, as far as the editors know."""
        return tuple(step for step in self._steps if not step.is_of_text_alone)

    def messages(self) -> Iterator[Message]:
        """Yield the messages about all changes."""
        for step in self._steps:
            yield from step.messages()

    def of_policy(self) -> Iterator[Message]:
        """Yield the messages about all changes of policy, and so none about words, sources or other lists, or about the text alone."""
        for step in self._steps_of_policy:
            yield from filter(_is_of_policy, step.of_policy())

    def about(self, *refs: str) -> Iterator[Message]:
        """Yield the messages about the changes of policy in or around an item, by its references: of now and of before."""
        for step in self._steps_of_policy:
            told = filter(_is_of_policy, chain.from_iterable(map(step.about, refs)))
            yield from {message.name: message for message in told}.values()


def _is_of_policy(message: Message) -> bool:
    return message.significance != "redactioneel"


def _feed(
    entry: Entry, steps: Steps, told: Callable[[], tuple[ProgressMessage, ...]], before: tuple[str, ...] = ()
) -> Feed:
    history = steps.history
    kind, label = entry.item.soortnaam, _label(entry, history)
    page = feed_subjects.place(entry, history.words)
    is_gone = history.versions[-1].policy.get(entry.ref) is None
    if is_gone:
        page = "wijzigingen/"
    return Feed(
        feed_subjects.path(entry, history.words),
        page,
        f"{feed_subjects.title(kind, history.words)} {label}",
        feed_subjects.about(kind, label, history.words),
        label,
        history,
        partial(steps.about, entry.ref, *before),
        partial(_progress_about, told, entry.ref),
        kind,
        is_gone,
        _file_of(entry),
    )


def _progress_about(told: Callable[[], tuple[ProgressMessage, ...]], ref: str) -> Iterator[ProgressMessage]:
    for message in told():
        mine = message.only(frozenset({ref}))
        if mine is not None:
            yield mine


def _file_of(entry: Entry) -> str:
    """Return the name of the file that a goal stands in, nothing for what has a page of its own."""
    if entry.item.soortnaam == "doel":
        return one_line(entry.file.label)
    return ""


def _label(entry: Entry, history: History) -> str:
    policy = next(held.policy for held in reversed(history.versions) if held.policy.get(entry.ref))
    label, marked = one_line(entry.item.label), why_not(policy, entry, reference_date).lower()
    if not marked:
        return label
    return f"{label} ({marked})"


def _subtitle(about: str, messages: tuple[Message, ...], history: History) -> str:
    if messages:
        return f"{about} Elke wijziging is een bericht."
    if history.past:
        return f"{about} {_NOTHING}"
    if history.missing:
        return f"{about} {_NOT_SHOWN}"
    return f"{about} {_NO_PAST}"


@dataclass(frozen=True)
class FeedGroup:
    """The feeds of one kind under a heading, for the page that lists them; those of goals by the file that they stand in."""

    id: str
    heading: str
    feeds: tuple[Feed, ...]

    @property
    def by_file(self) -> tuple[tuple[str, tuple[Feed, ...]], ...]:
        """The feeds by file, where they have one."""
        return tuple((file, tuple(found)) for file, found in groupby(self.feeds, attrgetter("file")) if file)


def feed_page(
    found: tuple[Feed, ...], history: History, calendars: tuple[Calendar, ...] = (), of_progress: int = 0
) -> ViewPage:
    """Return the page that says what a feed and a calendar are and lists them; `of_progress` is how many messages tell what came of the policy."""
    return ViewPage(
        "feeds/",
        "Op de hoogte blijven",
        lambda: (
            "Volg wat er in het beleid verandert met een feed: van alles, of van een "
            f"{history.words.one('thema').lower()}, dorp, document of partij. En zet wat een datum heeft in je agenda."
        ),
        "wijzigingen.md",
        (("Wijzigingen", "wijzigingen/"),),
        "feeds.md.j2",
        lambda: {
            "everything": found[:2],
            "told": any(map(attrgetter("progress"), found)) or of_progress,
            "groups": tuple(_groups(found, history.words)),
            "calendars": calendars,
            "of_progress": of_progress,
            "progress_path": PATH,
            "history": history.past,
            "missing": history.missing,
        },
    )


def _groups(found: tuple[Feed, ...], words: Words) -> Iterator[FeedGroup]:
    for kind in feed_subjects.KINDS:
        mine = tuple(feed for feed in found if feed.kind == kind and not feed.gone)
        if mine:
            yield FeedGroup(
                _ANCHORS.get(kind) or FOLDERS[kind], _HEADINGS.get(kind) or words.some(len(mine), kind), mine
            )
    gone = tuple(filter(attrgetter("gone"), found))
    if gone:
        yield FeedGroup("vervallen", "Vervallen", gone)
