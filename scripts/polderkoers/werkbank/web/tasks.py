"""The jobs with which somebody can begin who does not come from an item."""

from __future__ import annotations

from typing import NamedTuple


class Task(NamedTuple):
    """A job to begin with: where it is done, what it is called and what it is for."""

    address: str
    title: str
    text: str


TASKS = (
    Task("/klus/stap", "Een stap of activiteit toevoegen", "Kies eerst waar zij bij hoort."),
    Task("/klus/meting", "Een meting toevoegen", "Een nieuw cijfer bij een indicator."),
    Task("/klus/verslag", "Voortgang melden", "Zeg van meer onderdelen in één keer hoe het ervoor staat."),
    Task("/klus/besluit", "Een besluit vastleggen", "Wat de raad of het bestuur besloot."),
    Task("/nieuw/organisatie?bij=organisaties", "Een organisatie toevoegen", "Met wie je samenwerkt."),
    Task("/nieuw/begrip?bij=begrippen", "Een begrip toevoegen", "Een woord met uitleg in gewone taal."),
    Task("/nieuw/kernopgave", "Een kernopgave beginnen", "Een nieuw onderdeel van het beleid."),
    Task("/nieuw/plan", "Een plan beginnen", "Een document met hoofdstukken."),
    Task("/klus/versie", "Een versie vaststellen", "Leg vast wat de raad vaststelde."),
)
"""In the order of how often they are wanted."""
