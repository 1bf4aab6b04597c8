"""Who visits the werkbank, and what that person may do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from polderkoers.werkbank.store.values import Person

_LONGEST = 200


class WebRole(IntEnum):
    """What somebody may do; each may do what those before it may."""

    NIETS = 0
    LEZEN = 1
    VOORSTELLEN = 2
    BESLISSEN = 3


ROLES = {"lezen": WebRole.LEZEN, "voorstellen": WebRole.VOORSTELLEN, "beslissen": WebRole.BESLISSEN}
"""The roles by the word that settings have for them."""


@dataclass(frozen=True)
class Visitor:
    """A person with a role; `person` is who becomes the author of what is saved."""

    person: Person
    role: WebRole

    def may(self, role: WebRole) -> bool:
        """Return whether the person may do what a role may."""
        return self.role >= role


def role_of(mail: str, groups: Iterable[str], given: Mapping[WebRole, frozenset[str]]) -> WebRole:
    """Return the highest role that settings give to a mail address, to one of the groups of its owner (`groep:…`), or to all (`*`)."""
    names = {mail.casefold(), "*", *(f"groep:{group.casefold()}" for group in groups)}
    return max((role for role, mentioned in given.items() if names & mentioned), default=WebRole.NIETS)


def person_of(name: str, mail: str) -> Person | None:
    """Return a person as Git can write one, and None without a name or an address: signs that Git's lines cannot hold are left out."""
    name, mail = _line(name), _line(mail)
    if not mail or "@" not in mail:
        return None
    return Person(name or mail, mail)


def _line(text: str) -> str:
    kept = "".join(sign for sign in text if unicodedata.category(sign)[0] != "C" and sign not in "<>")
    return " ".join(kept.split())[:_LONGEST]
