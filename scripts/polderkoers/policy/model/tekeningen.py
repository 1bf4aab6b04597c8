"""The drawings of subjects that ship with the site, by name: what stands on each. Their lines are in `website/theme/assets/tekeningen.svg`."""

from __future__ import annotations

NEUTRAAL = "land"
"""The drawing of a subject that chose none: land, and nothing that speaks of a subject."""
TEKENINGEN = {
    "plein": "mensen op een plein, van wie een in een rolstoel",
    "bedrijf": "een bedrijf met een bestelauto",
    "school": "een school met kinderen op het plein",
    "munten": "stapels munten",
    "fiets": "twee mensen op de fiets",
    "zorghuis": "een huis met een hart in de gevel",
    "helpers": "iemand die een rolstoel duwt",
    "huizen": "een rij huizen",
    "dorp": "een dorp met een kerk en een bankje",
    "dorpshuis": "een dorpshuis met een bushalte",
    "akkers": "een boerderij met een trekker",
    "brug": "mensen op een brug",
    "windmolens": "windmolens en zonnepanelen",
    "bomen": "bomen bij een vijver",
    "water": "een huis aan het water, met een zeilboot",
    "weg": "een weg met een auto",
    "vuurtoren": "een vuurtoren aan het water",
    "podium": "een podium met publiek",
}
"""The drawings that a subject can choose, each with what stands on it."""
