"""The list of generated pages: one per file of policy and per entry of a catalogue, and where each item is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from polderkoers.policy import addresses
from polderkoers.policy.addresses import ALONE, CALLED, FOLDERS, PARENTS, address_of_item, old_address_of_item
from polderkoers.policy.model.having import plain_name_of, samenvatting_of, tekst_of, uitleg_of, versie_of
from polderkoers.website.words import Words, one_line

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy

# What the others are called; where nothing is said here, by the word for what they list (`words.KINDS`).
_NAMES = {
    "besluiten": "Toezeggingen en moties",
    "wie": "Wie doet wat",
    "rollen": "Soorten rollen",
    "wijzigingen": "Wijzigingen",
    "voortgang": "Voortgang",
}
# Overviews that are not in the menu, and the entry of the menu under which they fall.
_UNDER = {"besluiten": "meepraten", "rollen": "wie", "organisaties": "wie", "bronnen": "plannen"}


@dataclass(frozen=True)
class GeneratedPage:
    """A page that is added at build time. `path` is its address below the root of the site, ending in a slash."""

    path: str
    title: str

    @property
    def source_uri(self) -> str:
        """The Markdown file that this page would be, relative to the documentation folder."""
        return f"{self.path.rstrip('/')}.md"


def address_of(source_uri: str) -> str:
    """Return the address of a generated page by the Markdown file that it would be."""
    return f"{source_uri.removesuffix('.md')}/"


@dataclass(frozen=True)
class ViewPage(GeneratedPage):
    """A page that is not about one item: the template that shows it, and the view that gives its values.

    `describe` gives what search engines show of it, `menu` is the Markdown file of the entry of the menu that it falls under, `under`
    the overviews above it as name and address. That there is such a page is known before anything on it is. Who searches does not find
    what `is_past`, nor what `is_double`: that other pages say it too. `language` is the code and the direction of a language other than Dutch.
    """

    describe: Callable[[], str]
    menu: str
    under: tuple[tuple[str, str], ...]
    template: str
    view: Callable[[], dict[str, Any]]
    is_past: bool = False
    language: tuple[str, str] = ("", "")
    is_double: bool = False

    @cached_property
    def description(self) -> str:
        """What the page is about, in a line."""
        return self.describe()

    @property
    def values(self) -> dict[str, Any]:
        """What the template shows. It is not kept: of thousands of changes or rows that would be much, and one page asks for it."""
        return self.view()


@dataclass(frozen=True)
class Page(GeneratedPage):
    """The page of one item of the policy."""

    description: str
    entry: Entry

    @property
    def data_file(self) -> str:
        """The YAML file behind the page, relative to the root of the project."""
        return self.entry.file.file

    @property
    def data_version(self) -> str:
        """The version of that file, empty when it has none."""
        return versie_of(self.entry.file)


@dataclass(frozen=True)
class ItemPage(Page):
    """The page of a goal, an activity or a step, below that of its file."""


@dataclass(frozen=True)
class OldPage(Page):
    """The page of a file of policy as it was in an earlier version."""


def folder_of(kind: str, words: Words = Words()) -> str | None:  # noqa: B008 - frozen
    """Return the folder of the pages of a kind, None when it has none."""
    return addresses.folder_of(kind, words.own)


def overview(name: str, words: Words) -> str:
    """Return the address of an overview, without a slash, by its name: that follows the plural of the organisation's word."""
    return addresses.overview(name, words.own)


def placed(path: str, words: Words) -> str:
    """Return an address in the site of an organisation, which may begin with the name of an overview."""
    first, slash, rest = path.partition("/")
    return f"{overview(first, words)}{slash}{rest}"


def files_elsewhere(words: Words) -> dict[str, str]:
    """Return the Markdown files of overviews that have another address in the site of an organisation, by the usual file."""
    return {f"{name}.md": f"{overview(name, words)}.md" for name in CALLED if overview(name, words) != name}


def parent_of(kind: str, words: Words) -> tuple[str, str]:
    """Return the overview above the pages of a kind, and its name in the breadcrumbs."""
    above = PARENTS[kind]
    if above in CALLED:
        return overview(above, words), words.all(CALLED[above])
    return above, _NAMES.get(above) or words.more(kind)


def pages(policy: Policy, words: Words = Words()) -> Iterator[Page]:  # noqa: B008 - frozen
    """Yield every generated page, in the order of the kinds and of the data."""
    for kind in FOLDERS:
        for entry in policy.of_kind(kind):
            item = entry.item
            description = samenvatting_of(item) or uitleg_of(item) or item.label
            yield Page(f"{folder_of(kind, words)}/{item.id}/", item.label, one_line(description), entry)
    for kind in sorted(ALONE):
        for entry in policy.of_kind(kind):
            if path := address(entry, words):
                yield ItemPage(
                    path, plain_name_of(entry.item), one_line(tekst_of(entry.item) or entry.item.label), entry
                )


def menu_entry(page: Page | ViewPage, words: Words = Words()) -> str:  # noqa: B008 - frozen
    """Return the Markdown file of the entry of the menu that a page falls under."""
    if isinstance(page, ViewPage):
        return files_elsewhere(words).get(page.menu, page.menu)
    if isinstance(page, OldPage):
        return menu_of("versie", words)
    return menu_of((page.entry.file if isinstance(page, ItemPage) else page.entry.item).soortnaam, words)


def menu_of(kind: str, words: Words) -> str:
    """Return the Markdown file of the entry of the menu that the pages of a kind fall under."""
    above = PARENTS[kind]
    return f"{overview(_UNDER.get(above, above), words)}.md"


def address(entry: Entry, words: Words = Words()) -> str | None:  # noqa: B008 - frozen
    """Return the address of the page and anchor where an item is shown, or None for a catalogue as a whole."""
    return address_of_item(entry, words.own)


def old_address(version: str, entry: Entry, words: Words = Words()) -> str:  # noqa: B008 - frozen
    """Return the address of a file or item of policy as it was in a version, given the id of that version."""
    return old_address_of_item(version, entry, words.own)
