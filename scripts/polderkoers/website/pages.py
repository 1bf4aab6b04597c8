"""The list of generated pages: one per file of policy and per entry of a catalogue, and where each item is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from polderkoers.policy.model.files import classes
from polderkoers.policy.model.having import samenvatting_of, uitleg_of, versie_of
from polderkoers.policy.model.kinds import POLICY_KINDS
from polderkoers.policy.schema_rules.naming import slug
from polderkoers.website.words import Words, one_line

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy

# The folder of the site for each kind that has pages of its own; that of policy follows the word that the organisation uses.
FOLDERS = {cls.soortnaam: cls.kind.page for cls in classes() if cls.kind.page}
# The overview above each folder.
PARENTS = {cls.soortnaam: cls.kind.overview or cls.kind.page for cls in classes() if cls.kind.page}
# The overviews that are called after a kind.
CALLED = {"onderwerpen": "thema", "plannen": "plan", "doelen": "doel"}
# What the others are called; where nothing is said here, by the word for what they list (`words.KINDS`).
_NAMES = {"wie": "Wie doet wat", "rollen": "Soorten rollen", "wijzigingen": "Wijzigingen"}
# Addresses that pages of another sort have.
_TAKEN = (
    frozenset(FOLDERS.values())
    | frozenset(PARENTS.values())
    | frozenset(
        "assets cijfers data deelnemers doelen feeds geld meedoen open-vragen over rode-draad search tijdlijn toegankelijkheid zoeken".split()  # noqa: SIM905
    )
)
# Overviews that are not in the menu, and the entry of the menu under which they fall.
_UNDER = {"rollen": "wie", "organisaties": "wie", "bronnen": "plannen"}


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
    the overviews above it as name and address. That there is such a page is known before anything on it is.
    """

    describe: Callable[[], str]
    menu: str
    under: tuple[tuple[str, str], ...]
    template: str
    view: Callable[[], dict[str, Any]]

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
class OldPage(Page):
    """The page of a file of policy as it was in an earlier version."""


@cache
def folder_of(kind: str, words: Words = Words()) -> str | None:  # noqa: B008 - frozen
    """Return the folder of the pages of a kind, None when it has none."""
    if kind == "thema":
        return overview(FOLDERS[kind], words)
    own = _plural(kind, words)
    # What stands at an address already keeps it.
    if kind in POLICY_KINDS and own and own not in _TAKEN:
        return own
    return FOLDERS.get(kind)


@cache
def overview(name: str, words: Words) -> str:
    """Return the address of an overview, without a slash, by its name: that follows the plural of the organisation's word.

    A word that two kinds have in common, or that names another page, gives no address.
    """
    if name not in CALLED:
        return name
    kind = CALLED[name]
    own = _plural(kind, words)
    others = {slug(other.more) for about, other in words.own.nouns if about != kind}
    return own if own and own not in _TAKEN | others else name


def _plural(kind: str, words: Words) -> str:
    """Return the word that the organisation has for more of a kind, as an address; empty where it has none."""
    noun = words.own.noun(kind)
    return slug(noun.more) if noun else ""


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


def menu_entry(page: Page | ViewPage, words: Words = Words()) -> str:  # noqa: B008 - frozen
    """Return the Markdown file of the entry of the menu that a page falls under."""
    if isinstance(page, ViewPage):
        return files_elsewhere(words).get(page.menu, page.menu)
    above = PARENTS["versie" if isinstance(page, OldPage) else page.entry.item.soortnaam]
    return f"{overview(_UNDER.get(above, above), words)}.md"


def address(entry: Entry, words: Words = Words()) -> str | None:  # noqa: B008 - frozen
    """Return the address of the page and anchor where an item is shown, or None for a catalogue as a whole."""
    folder = folder_of(entry.item.soortnaam, words)
    if folder is not None:
        return f"{folder}/{entry.item.id}/"
    if entry.is_file or entry.file.soortnaam not in FOLDERS:
        return None
    return f"{folder_of(entry.file.soortnaam, words)}/{entry.file.id}/#{entry.item.id}"


def old_address(version: str, entry: Entry, words: Words = Words()) -> str:  # noqa: B008 - frozen
    """Return the address of a file or item of policy as it was in a version, given the id of that version."""
    return f"{FOLDERS['versie']}/{version}/{address(entry, words) or ''}"


def relative(here: str, target: str) -> str:
    """Return `target` as a link from the page `here`, both addresses below the root of the site.

    Relative links keep the site working below any path of any server. An address elsewhere stays as it is.
    """
    if target.startswith(("https://", "mailto:")):
        return target
    if target.startswith(f"{here}#") and here:
        return target.removeprefix(here)
    return "../" * here.count("/") + target or "./"
