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
    outcome = known.outcome
    same = outcome is not None and outcome.vorm == known.look
    return {
        "vorm": known.look,
        "merk": MARK,
        "bestand": OUTCOME,
        "paren": known.pairs,
        "soorten": PARTS,
        "datum": datum_in_words(outcome.datum) if outcome else "",
        "onderzoek": outcome if same else None,
        "gevonden": tuple(part for part in outcome.onderdelen if part.meldingen) if outcome and same else (),
        "contact": known.contact,
        "contactlink": link_to(known.contact),
    }


def link_to(contact: str) -> str:
    """Return where a link to a contact leads, empty for what is no address."""
    if contact.startswith(("https://", "mailto:")):
        return contact
    return f"mailto:{contact}" if "@" in contact and " " not in contact else ""
