"""The kind of file that the page about adding one speaks of: one that the organisation uses, in its own words."""

from __future__ import annotations

from dataclasses import dataclass

from polderkoers.policy.dutch_words import listing
from polderkoers.policy.index import Policy
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.model.instelling import Instelling
from polderkoers.policy.schema_rules.naming import slug
from polderkoers.website.pages import folder_of
from polderkoers.website.words import Words

# The page of the engine, by the name that an instance overlays it with.
PAGE = "meedoen/kernopgave-toevoegen.md"
_KINDS = ("kernopgave", "programmalijn", "plan", "wegwijzer")
_NUMBERED = frozenset({"kernopgave", "programmalijn"})


@dataclass(frozen=True)
class NewFile:
    """A kind of file: its name in the data, its word in small letters, the folder of its files, and what refers back to it.

    `others` names the other kinds that are used, as words of a sentence; `path` is the address of the page, `pages` the folder of
    theirs, `numbered` whether its files have a number.
    """

    kind: str
    one: str
    folder: str
    that: str
    she: str
    path: str
    pages: str
    numbered: bool
    others: str

    @property
    def page(self) -> str:
        """The Markdown file that the page is made of, relative to the folder of the pages."""
        return f"{self.path.rstrip('/')}.md"


def new_file_of(policy: Policy, words: Words) -> NewFile:
    """Return what a new file is of: the first kind that the organisation names, or that it has files of."""
    used = next((each.soorten for each in policy.files if isinstance(each, Instelling)), ())
    kinds = tuple(kind for kind in _KINDS if kind in used) or _KINDS
    kind = next(filter(policy.of_kind, kinds), kinds[0])
    one = words.one(kind).lower()
    that, she = ("dat", "het") if words.the(kind).startswith("het ") else ("die", "zij")
    return NewFile(
        kind,
        one,
        KINDS[kind].kind.folder,
        that,
        she,
        f"meedoen/{slug(one) or kind}-toevoegen/",
        folder_of(kind, words) or "",
        kind in _NUMBERED,
        listing([f"een {words.one(other).lower()}" for other in kinds if other != kind], "of"),
    )
