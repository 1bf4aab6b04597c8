"""De uitkomst en de stemmen passen bij elkaar, en bij de soort.

Over een toezegging of een vraag stemt de raad niet. Wat is ingetrokken, aangehouden of vervallen, is niet in stemming gekomen. En zijn alle
stemmen bekend, dan zeggen zij wat de uitkomst is: staken de stemmen, dan is iets niet aangenomen. Noemt de bron alleen wie tegen was? Dan zegt de
controle niets over de uitkomst. Is iets verworpen, aangehouden, ingetrokken of vervallen, dan hoeft niemand er iets mee te doen: staat er ook hoe het is
afgedaan, dan waarschuwt de controle, en noemt de site de uitkomst. Alleen een politieke partij stemt. Een partij die verdeeld was, krijgt een regel voor elke kant.

Fout:

    # data/besluiten/besluiten-2022.yaml
    soort: besluiten
    id: besluiten-2022
    besluiten:
      - id: motie-bomen
        soort: motie
        naam: Een boom voor elk huis
        datum: 2022-04-02
        uitkomst: aangenomen
        stemmen:
          - {fractie: null, stem: voor, aantal: 6}
          - {fractie: null, stem: tegen, aantal: 9}

Goed:

    # data/besluiten/besluiten-2022.yaml
    soort: besluiten
    id: besluiten-2022
    besluiten:
      - id: motie-bomen
        soort: motie
        naam: Een boom voor elk huis
        datum: 2022-04-02
        uitkomst: verworpen
        stemmen:
          - {fractie: null, stem: voor, aantal: 6}
          - {fractie: null, stem: tegen, aantal: 9}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.model.besluiten import (
    ADOPTED,
    ADOPTED_AMENDED,
    AGAINST,
    IN_FAVOUR,
    NOT_TAKEN_ON,
    NOT_VOTED,
    REJECTED,
    UNVOTED_KINDS,
    Besluit,
)
from polderkoers.policy.model.catalogues import PARTY, Organisatie
from polderkoers.policy.rules.finding import Context, Finding

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry

_CARRIED = (ADOPTED, ADOPTED_AMENDED)


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for an outcome or votes that do not go with the kind or with what was done, for votes of who has none, for votes that say another outcome, and for a side that is told twice."""
    for entry in context.policy.of(Besluit):
        yield from _kind(entry)
        yield from _twice(entry)
        yield from _who(context, entry)
        yield from _outcome(entry)
        yield from _settled(entry)


def _who(context: Context, entry: Entry[Besluit]) -> Iterator[Finding]:
    """Yield a finding for every vote of an organisation that has no seat in a council."""
    for place, vote in enumerate(entry.item.stemmen):
        voter = context.policy.resolve(vote.fractie or "", "organisaties", entry.file)
        if voter is not None and isinstance(voter.item, Organisatie) and voter.item.soort != PARTY:
            message = f"'{vote.fractie}' is geen politieke partij, en stemt dus niet in de raad."
            hint = f"noem hier de partij die stemde. Is het er wel een? Schrijf dan in data/organisaties.yaml bij {vote.fractie}: soort: {PARTY}"
            yield Finding(entry, f"{entry.item.pointer}/stemmen/{place}/fractie", message, hint)


def _kind(entry: Entry[Besluit]) -> Iterator[Finding]:
    item = entry.item
    is_voted = item.soort not in UNVOTED_KINDS
    if not is_voted and item.uitkomst is not None and item.uitkomst not in NOT_VOTED:
        message = f"Een {item.soort} kan niet '{item.uitkomst}' zijn: er wordt niet over gestemd."
        hint = (
            "haal 'uitkomst' weg, en zeg bij 'afgedaan' wat ermee is gebeurd. Klopt de uitkomst? Verbeter dan 'soort'."
        )
        yield Finding(entry, f"{item.pointer}/uitkomst", message, hint)
    if item.stemmen and not is_voted:
        message = f"Over een {item.soort} wordt niet gestemd, en hier staan stemmen."
        yield Finding(entry, f"{item.pointer}/stemmen", message, "haal 'stemmen' weg, of verbeter 'soort'.")
    elif item.stemmen and item.uitkomst in NOT_VOTED:
        message = f"Wat {item.uitkomst} is, kwam niet in stemming, en hier staan stemmen."
        yield Finding(
            entry, f"{item.pointer}/stemmen", message, "kijk in de bron wat klopt: de uitkomst of de stemmen."
        )


def _twice(entry: Entry[Besluit]) -> Iterator[Finding]:
    seen: set[tuple[str | None, str]] = set()
    for place, vote in enumerate(entry.item.stemmen):
        side = (vote.fractie, vote.stem)
        if side in seen:
            who = "dezelfde partij" if vote.fractie else "de raad"
            message = f"De stemmen '{vote.stem}' van {who} staan hier twee keer."
            yield Finding(entry, f"{entry.item.pointer}/stemmen/{place}", message, "maak er één regel van.")
        seen.add(side)


def _outcome(entry: Entry[Besluit]) -> Iterator[Finding]:
    """Yield a finding when all votes are known and say another outcome."""
    item = entry.item
    counted = item.counted()
    if counted is None or item.uitkomst not in (*_CARRIED, REJECTED):
        return
    votes = f"{counted[IN_FAVOUR]} voor en {counted[AGAINST]} tegen"
    carried = counted[IN_FAVOUR] > counted[AGAINST]
    if carried != (item.uitkomst in _CARRIED):
        right = ADOPTED if carried else REJECTED
        message = f"De uitkomst is '{item.uitkomst}', maar met {votes} is iets {right}."
        yield Finding(
            entry, f"{item.pointer}/uitkomst", message, "kijk in de bron wat klopt: de uitkomst of de stemmen."
        )


def _settled(entry: Entry[Besluit]) -> Iterator[Finding]:
    """Yield a warning for what was dealt with though by its outcome nobody had to do anything."""
    item = entry.item
    if item.afgedaan is not None and item.uitkomst in NOT_TAKEN_ON:
        message = (
            f"Dit is '{item.uitkomst}', en hier staat ook hoe het is afgedaan. De site noemt het '{item.uitkomst}'."
        )
        hint = "kijk in de bron wat klopt. Is het toch gedaan? Verbeter dan 'uitkomst'. Zegt de tekst alleen hoe het liep? Zet haar dan in 'toelichting'."
        yield Finding(entry, f"{item.pointer}/afgedaan", message, hint, "waarschuwing")
