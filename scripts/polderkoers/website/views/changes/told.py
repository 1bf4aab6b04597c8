"""One change as a page shows it: its words, what was and will be, what it means and what it touches."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from urllib.parse import quote

from polderkoers.changes.cells import Cell, pair
from polderkoers.changes.change import Change, Subject
from polderkoers.changes.contents import Contents, contents
from polderkoers.changes.deciding.parts import LISTS, part_of
from polderkoers.changes.meaning_words import said_of
from polderkoers.changes.phrases import by_how_much, field_name, from_to, linked, noun, short_name
from polderkoers.changes.wording import sentence
from polderkoers.policy.dutch_words import capital
from polderkoers.policy.vocabulary import Vocabulary
from polderkoers.website.views.changes.compared import Compared
from polderkoers.website.views.link import Link
from polderkoers.website.words import one_line

KINDS = {"added": ("erbij", "Erbij"), "removed": ("weg", "Weg"), "changed": ("veranderd", "Veranderd"), "moved": ("verplaatst", "Verplaatst")}  # fmt: skip
# Per change; the page says at the top what all changes together touch.
_MOST = 6
_FIGURES = frozenset(
    {"doel-aangescherpt", "doel-afgezwakt", "doelcijfer-gewijzigd", "bedrag-gewijzigd", "cijfer-gewijzigd"}
)
_SHOWN = ("partijen", "organisaties", "plaatsen")


@dataclass(frozen=True)
class Wijziging:
    """A change. Its `number` is the same in the draft of a decision. `was` and `now` are pieces of text; `contents` is what is in an item that is new or gone.

    `sentence` says it all; `what` says only what the heading above it does not.
    """

    anchor: str
    number: str
    permalink: str
    kind: str
    kind_word: str
    significance: str
    part: str
    partijen: str
    label: str
    sentence: str
    what: str
    meanings: tuple[str, ...]
    was: Cell
    now: Cell
    difference: str
    contents: Contents | None
    touches: tuple[Link, ...]
    more: int
    samenhang: tuple[Link, ...]


def tell(pair_of_versions: Compared, change: Change) -> Wijziging:
    """Return a change as a page shows it."""
    names = pair_of_versions.names
    touched = pair_of_versions.touched_by(change)
    code, word = KINDS[change.kind]
    cells = pair(change, names)
    told = one_line(sentence(change, names))
    links = _links(pair_of_versions, change, *_SHOWN)
    others = _links(pair_of_versions, change, "onderdelen")
    return Wijziging(
        anchor=change.anchor,
        number=pair_of_versions.draft.number(change),
        permalink=f"#{quote(change.anchor)}",
        kind=code,
        kind_word=word,
        significance=change.significance,
        part=part_of(change),
        partijen=" ".join(each.ref.rpartition("/")[2] for each in touched if each.group == "partijen"),
        label=one_line(change.item.label),
        sentence=told,
        what=_what(change, told),
        meanings=meanings(change),
        was=cells.was,
        now=cells.now,
        difference=_difference(change),
        contents=contents(change, names),
        touches=links[:_MOST],
        more=max(0, len(links) - _MOST),
        samenhang=others[:_MOST],
    )


def meanings(change: Change) -> tuple[str, ...]:
    """Return what a change means, each in a few words."""
    found = (said_of(change, name) for name in change.meaning)
    return tuple(in_own_words(said.label, change.item.own) for said in found if said is not None)


def in_own_words(words: str, own: Vocabulary) -> str:
    """Return what a change means, with the organisation's own noun in the place of a goal."""
    goal = own.noun("doel")
    if goal is None or not words.startswith("Doel "):
        return words
    return f"{capital(goal.one)} {words.removeprefix('Doel ')}"


def heading(pair_of_versions: Compared, subject: Subject) -> tuple[str, str]:
    """Return the name of an item with its kind, and what it stands in when that is not the file itself."""
    if subject.block == "let_op":
        return "Opmerking van de redactie", ""
    if subject.parent is None:
        return f"{capital(noun(subject.block, own=subject.own).name)} als geheel", ""
    name = capital(noun(subject.block, subject.slot, subject.own).name)
    if subject.key is not None and subject.block == "samenhang":
        return one_line(f"{name} met {linked(subject, pair_of_versions.names)}"), _inside(subject)
    figure = f" {subject.number}" if subject.number is not None else ""
    return one_line(f"{name}{figure}: {subject.label}"), _inside(subject)


def _inside(subject: Subject) -> str:
    above = subject.parent
    if above is None or above.parent is None:
        return ""
    return one_line(f"bij {short_name(above)}")


def _what(change: Change, told: str) -> str:
    """Return the field that changed; of a move the whole sentence, and nothing for an item that is new or gone."""
    if change.kind == "changed":
        return capital(field_name(change.field or ""))
    if change.kind == "moved" and not change.field:
        return told
    return ""


def _links(pair_of_versions: Compared, change: Change, *groups: str) -> tuple[Link, ...]:
    """Return links to what of some groups a change touches and its item names itself, without what is in its own file.

    Of the name or the version of a whole file nobody can say that it touches all that the file names. A list of names is
    what is referred to.
    """
    whole = change.item.parent is None and change.kind == "changed"
    if change.significance == "redactioneel" or whole or part_of(change) == LISTS:
        return ()
    own = change.ref.partition("/")[0]
    named = _named(pair_of_versions, change)
    found = []
    for each in pair_of_versions.touched_by(change):
        is_named = each.ref in named or each.group == "onderdelen"
        if each.group in groups and is_named and each.ref.partition("/")[0] != own:
            found.append(pair_of_versions.link(each.ref, one_line(each.label)))
    return tuple(found)


def _named(pair_of_versions: Compared, change: Change) -> set[str]:
    """Return what an item refers to, in both versions; of a new or removed one also what is in it refers to."""
    found: set[str] = set()
    for subject, held in ((change.was, pair_of_versions.old), (change.now, pair_of_versions.new)):
        entry = held.policy.get(subject.ref) if subject is not None else None
        if entry is not None:
            inside = held.policy.below(entry) if change.field is None else ()
            links = chain.from_iterable(map(held.policy.outgoing, (entry, *inside)))
            found |= {link.target.ref for link in links if link.target is not None}
    return found


def _difference(change: Change) -> str:
    """Return by how much a figure moved, or a role on the ladder of influence; nothing for what is no figure."""
    amount = change.amount
    if change.money is not None:
        return capital(change.money.brief)
    if amount is None:
        return ""
    if amount.unit == "trede":
        return capital(f"{from_to(amount)} op de ladder van invloed")
    if not amount.difference or not _FIGURES.intersection(change.meaning):
        return ""
    return capital(by_how_much(amount))
