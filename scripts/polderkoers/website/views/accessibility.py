"""The statement on accessibility: what is known of this site as it is now, and what is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from polderkoers.policy.model.dates import datum_in_words
from polderkoers.website.outcome import MARK, OUTCOME, PARTS, Outcome


@dataclass(frozen=True)
class Statement:
    """What a statement is written from.

    `look` is the mark of the site that is being built, `pairs` how many pairs of colours the build has reckoned with,
    `contact` where a reader can report a problem: an address, a mail address or words; empty when that is not known.
    """

    look: str = ""
    outcome: Outcome | None = None
    pairs: int = 0
    contact: str = ""


def statement(known: Statement) -> dict[str, Any]:
    """Return what the template shows; of an examination of another look only that it took place."""
    date = datum_in_words(known.outcome.datum) if known.outcome else ""
    outcome = _of_this_look(known)
    examined = outcome.onderdelen if outcome else ()
    return {
        "look": known.look,
        "mark": MARK,
        "file": OUTCOME,
        "pairs": known.pairs,
        "kinds": PARTS,
        "datum": date,
        "outcome": outcome,
        "found": tuple(part for part in examined if part.meldingen),
        "contact": known.contact,
        "contact_link": link_to(known.contact),
    }


def _of_this_look(known: Statement) -> Outcome | None:
    """Return the examination, when it was one of the very look that is being built."""
    if known.outcome is None or known.outcome.vorm != known.look:
        return None
    return known.outcome


def link_to(contact: str) -> str:
    """Return where a link to a contact leads, empty for what is no address."""
    if contact.startswith(("https://", "mailto:")):
        return contact
    if "@" in contact and " " not in contact:
        return f"mailto:{contact}"
    return ""
