"""Wat in een lijst staat, wordt ergens gebruikt.

Elke organisatie, elk thema en elk document krijgt een eigen pagina. Verwijst niets ernaar, dan is die pagina leeg. In een
portaal geldt dat niet voor thema's: daar staat op die pagina wat de deelnemers willen.

Waarschuwing:

    # data/themas.yaml
    themas:
      - {id: wonen, naam: Wonen, uitleg: Waar mensen wonen.}
      - {id: sport, naam: Sport, uitleg: Bewegen en spelen.}

Goed:

    # data/themas.yaml
    themas:
      - {id: wonen, naam: Wonen, uitleg: Waar mensen wonen.}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.model.catalogues import Thema
from polderkoers.policy.model.instelling import Instelling
from polderkoers.policy.rules.finding import Context, Finding

# A glossary term is found by its words in the text, and a place or role type may complete a row.
_KINDS = ("organisatie", "thema", "document")


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every organisation, theme or document that nothing refers to."""
    if context.unread:
        return
    # On a portal a subject is what others say something about.
    of_others = any(entry.item.portaal for entry in context.policy.of(Instelling))
    for entry in context.policy.of_kind(*_KINDS):
        if not context.policy.backlinks(entry) and not (of_others and isinstance(entry.item, Thema)):
            yield Finding(
                entry,
                entry.item.pointer,
                f"Nergens in het beleid wordt verwezen naar '{entry.item.label}'.",
                "verwijs ernaar bij het onderdeel waar de bron het noemt, of haal het weg.",
                "waarschuwing",
            )
