"""Which feeds there are, and what each of them tells: all changes, and those of one document, subject or party."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.policy.addresses import FOLDERS
from polderkoers.policy.in_force import why_not
from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.stones import Stones
from polderkoers.website.dates import reference_date
from polderkoers.website.pages import ViewPage, folder_of
from polderkoers.website.views.messages import Message, StepMessages
from polderkoers.website.words import Words, one_line

if TYPE_CHECKING:
    from polderkoers.website.history import History


ALL = "feeds/alles.xml"
# The kinds that have feeds, in the order in which a reader looks for them.
_KINDS = ("thema", "partij", "kernopgave", "programmalijn", "plan")
_NOTHING = "Er zijn nog geen wijzigingen."
_NO_PAST = "Er is nog geen eerdere versie om mee te vergelijken. Daarom staan er nog geen berichten in."
_NOT_SHOWN = "De site laat nu geen eerdere versies zien. Daarom staan er geen berichten in."


@dataclass(frozen=True)
class Feed:
    """One feed. `path` is its address below the root of the site, `page` that of the page that it belongs to.

    `about` says what it tells of and `find` gives its messages, which are asked for once. `kind` is the kind of item that it is about,
    empty for the feed of all changes; `gone` says that the item is in no page of the site any more.
    """

    path: str
    page: str
    title: str
    about: str
    label: str
    history: History
    find: Callable[[], Iterable[Message]]
    kind: str = ""
    gone: bool = False

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        """What it tells, that of the newest version first."""
        return tuple(self.find())

    @property
    def subtitle(self) -> str:
        """What it tells of, and why it tells nothing where it does not."""
        return _subtitle(self.about, self.messages, self.history)


def feeds(history: History) -> tuple[Feed, ...]:
    """Return all feeds: first that of all changes, then by kind in the order of the data.

    What was in an earlier version and is gone keeps its feed, so that whoever follows it reads that it is gone.
    """
    steps = Steps(history)
    about = "Alles wat in het beleid verandert, van versie naar versie."
    first = Feed(ALL, "wijzigingen/", "Alle wijzigingen", about, "Alles", history, steps.messages)
    # What is only called otherwise has one feed, with what was told of it before.
    before = _former(history.versions[-1].policy)
    subjects = chain.from_iterable(_subjects(history, kind) for kind in _KINDS)
    gone = {*chain.from_iterable(before.values())}
    return (
        first,
        *(_feed(entry, steps, history, before.get(entry.ref, ())) for entry in subjects if entry.ref not in gone),
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
        self._history = history

    @cached_property
    def _steps(self) -> tuple[StepMessages, ...]:
        newest_first = reversed(tuple(self._history.successive()))
        return tuple(StepMessages(self._history, old, new) for old, new in newest_first)

    def messages(self) -> Iterator[Message]:
        """Yield the messages about all changes."""
        for step in self._steps:
            yield from step.messages()

    def about(self, *refs: str) -> Iterator[Message]:
        """Yield the messages about the changes in a file, or that touch a party or theme, by its references: of now and of before."""
        for step in self._steps:
            told = chain.from_iterable(map(step.about, refs))
            yield from {message.name: message for message in told}.values()


def _subjects(history: History, kind: str) -> tuple[Entry, ...]:
    """Return the items of a kind in any version, as they are in the newest that has them."""
    found: dict[str, Entry] = {}
    for version in reversed(history.versions):
        for entry in version.policy.of_kind(kind):
            found.setdefault(entry.ref, entry)
    return tuple(found.values())


def _feed(entry: Entry, steps: Steps, history: History, before: tuple[str, ...] = ()) -> Feed:
    kind, label = entry.item.soortnaam, _label(entry, history)
    gone = history.versions[-1].policy.get(entry.ref) is None
    address = f"{folder_of(kind, history.words)}/{entry.item.id}"
    page = "wijzigingen/" if gone else f"{address}/"
    return Feed(
        f"feeds/{address}.xml",
        page,
        f"{_title(kind, history.words)} {label}",
        _about(kind, label, history.words),
        label,
        history,
        partial(steps.about, entry.ref, *before),
        kind,
        gone,
    )


def _label(entry: Entry, history: History) -> str:
    policy = next(held.policy for held in reversed(history.versions) if held.policy.get(entry.ref))
    label, marked = one_line(entry.item.label), why_not(policy, entry, reference_date).lower()
    if not marked:
        return label
    return f"{label} ({marked})"


def _title(kind: str, words: Words) -> str:
    """Return how the title of a feed begins, before the name of what it is about."""
    if kind == "thema":
        return f"Wijzigingen over {words.the(kind)}"
    if kind == "partij":
        return "Wijzigingen voor:"
    if kind == "plan" and not words.own.noun(kind):
        return "Wijzigingen in"
    return f"Wijzigingen in {words.one(kind).lower()}"


def _about(kind: str, label: str, words: Words) -> str:
    if kind == "thema":
        return f"Wat er in het beleid verandert over {words.the(kind)} {label}."
    if kind == "partij":
        return f"Wat er in het beleid verandert dat te maken heeft met: {label}."
    return f"Wat er verandert in {words.one(kind).lower()} {label}."


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
    """The feeds of one kind under a heading, for the page that lists them."""

    id: str
    heading: str
    feeds: tuple[Feed, ...]


def feed_page(found: tuple[Feed, ...], history: History) -> ViewPage:
    """Return the page that says what a feed is and lists them."""
    return ViewPage(
        "feeds/",
        "Op de hoogte blijven",
        lambda: (
            "Volg wat er in het beleid verandert met een feed: van alles, of van een "
            f"{history.words.one('thema').lower()}, document of partij."
        ),
        "wijzigingen.md",
        (("Wijzigingen", "wijzigingen/"),),
        "feeds.md.j2",
        lambda: {
            "everything": found[0],
            "groups": tuple(_groups(found, history.words)),
            "history": history.past,
            "missing": history.missing,
        },
    )


def _groups(found: tuple[Feed, ...], words: Words) -> Iterator[FeedGroup]:
    for kind in _KINDS:
        mine = tuple(feed for feed in found if feed.kind == kind and not feed.gone)
        if mine:
            heading = "Wie doet wat" if kind == "partij" else words.some(len(mine), kind)
            yield FeedGroup(FOLDERS[kind], heading, mine)
    gone = tuple(feed for feed in found if feed.gone)
    if gone:
        yield FeedGroup("vervallen", "Vervallen", gone)
