"""What a second person laid beside the source: data/gelezen.yaml, which is no policy but says how sure its text is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from polderkoers.policy.model.base import Catalogus
from polderkoers.policy.model.declared import Deel, Fact, Kind, Role, Shown
from polderkoers.policy.model.forms import MARK, Datum, KorteNaam, Slug, choice, pattern

READINGS = "gelezen"
"""The kind and the id of the list of readings."""
RIGHT, MENDED = "klopt", "verbeterd"
"""What can come of a reading."""


@dataclass(frozen=True, kw_only=True)
class Lezing(Deel):
    """What one person read of one file on one day, with one outcome.

    Each of `kenmerken` is a mark: the id of an item (of the file itself, its own), a blank, and the hash of what it said then.
    """

    kind: ClassVar[Kind] = Kind(
        "lezing",
        "de lezing",
        "lezingen",
        "Wat een tweede lezer van een bestand naast de bron heeft gelegd.",
    )
    bestand: Annotated[
        Slug, Fact("Bestand", "Het id van het bestand dat is gelezen.", "het bestand", shown=Shown.NOWHERE)
    ]
    op: Annotated[Datum, Fact("Op", "De dag waarop het is gelezen.", "de dag", shown=Shown.OWN)]
    door: Annotated[
        KorteNaam,
        Fact(
            "Door",
            "Wie het las. Een functie of groep is genoeg: het bestand staat op de site.",
            "wie het las",
            shown=Shown.NOWHERE,
        ),
    ]
    uitkomst: Annotated[
        str,
        choice(RIGHT, MENDED),
        Fact(
            "Uitkomst",
            "klopt: de tekst zegt wat de bron zegt. verbeterd: er stond een fout, en die is hersteld.",
            "de uitkomst",
            shown=Shown.NOWHERE,
        ),
    ]
    kenmerken: Annotated[
        tuple[Annotated[str, pattern(f"^[a-z0-9]+(-[a-z0-9]+)* {MARK}$")], ...],
        Fact(
            "Kenmerken",
            "Wat is gelezen: het id, en een kenmerk van de tekst van toen. De opdracht 'polderkoers trouw' schrijft ze. Verandert "
            "de tekst, dan klopt het kenmerk niet meer en telt de lezing niet.",
            "de kenmerken",
            role=Role.TECHNICAL,
            plural=True,
            least=1,
            ordered=False,
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Gelezen(Catalogus):
    """data/gelezen.yaml."""

    kind: ClassVar[Kind] = Kind(
        READINGS,
        "de lijst van lezingen",
        "lijst van lezingen",
        "Welke onderdelen een tweede lezer naast de bron heeft gelegd, wanneer, en met welke uitkomst. De opdracht 'polderkoers trouw' schrijft in deze lijst.",
        title="Gelezen naast de bron",
    )
    gelezen: Annotated[tuple[Lezing, ...], Fact("Gelezen", "Lezingen.", "de lezingen", plural=True)]
