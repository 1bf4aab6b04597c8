"""What the parts of a comparison are called wherever one is told."""

from __future__ import annotations

from typing import NamedTuple

from polderkoers.changes.deciding.parts import EDITORIAL, LISTS, NOTES, POLICY, Part


class PartWords(NamedTuple):
    """The words for a part: behind a number, beside one change, above all of them, and what it holds.

    What is policy has no heading: it needs no setting apart.
    """

    counted: str
    mark: str
    heading: str = ""
    about: str = ""


PART_WORDS: dict[Part, PartWords] = {
    POLICY: PartWords("inhoudelijk", "inhoudelijk"),
    EDITORIAL: PartWords(
        "redactioneel",
        "redactioneel",
        "Alleen anders geschreven",
        "Dit zijn redactionele wijzigingen. Het beleid blijft hetzelfde: er staat bijvoorbeeld een typefout minder.",
    ),
    NOTES: PartWords(
        "in opmerkingen van de redactie",
        "opmerking",
        "Van de redactie",
        "Dit is geen beleid. De redactie schrijft opmerkingen waar een bron zichzelf tegenspreekt of niet duidelijk is. Ook staan "
        "hier noten, plekken in een bron, verbanden die de redactie legde en versienummers.",
    ),
    LISTS: PartWords(
        "in lijsten met namen",
        "lijst",
        "Lijsten",
        "Namen en begrippen waar het beleid naar verwijst. Een nieuwe naam in een lijst verandert het beleid niet.",
    ),
}
"""In the order in which the parts are told."""
