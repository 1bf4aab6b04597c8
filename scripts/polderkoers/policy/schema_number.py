"""Which schemas the data follow: the number that they say themselves, and what to do when it is another one than ours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import DataFile
from polderkoers.problems import Problem

INSTITUTION = "data/instelling.yaml"
# The data said nothing of their schemas before they said who publishes, which they do since the third.
UNSAID = 2


def said_by(data: Any) -> int | None:
    """Return the number that the data of data/instelling.yaml say; None when they say none."""
    number = data.get("schema") if isinstance(data, dict) else None
    if not isinstance(number, int) or isinstance(number, bool) or number <= 0:
        return None
    return number


def said_number(sources: Iterable[DataFile]) -> int | None:
    """Return the number that the files of a tree say; None when they say none, or the file that should cannot be read."""
    for source in sources:
        if source.file == INSTITUTION:
            document = read(source)
            if isinstance(document, Document):
                return said_by(document.data)
    return None


def other_number(documents: Iterable[Document], number: int) -> Problem | None:
    """De gegevens zeggen bij schema welke regels ze volgen, en dat zijn de regels van deze Polderkoers.

    De regels voor gegevens veranderen soms. Aan het nummer in data/instelling.yaml ziet Polderkoers welke er gelden. Is het nummer
    lager? Dan brengt 'polderkoers upgrade' de gegevens bij. Is het hoger? Dan heb je een nieuwere Polderkoers nodig. Zolang het
    nummer niet klopt, wordt er verder niets gecontroleerd: dat zou fouten geven die er niet zijn.

    Fout:

        # data/instelling.yaml
        schema: 2

    Goed:

        # data/instelling.yaml
        schema: 3
    """
    by_file = {document.file: document for document in documents}
    if institution := by_file.get(INSTITUTION):
        said = said_by(institution.data)
        if said in (None, number):
            return None
        return _wrong(institution, "/schema", said, number)
    places = by_file.get("data/plaatsen.yaml")
    if places and isinstance(places.data, dict) and "gemeente" in places.data and number > UNSAID:
        return _wrong(places, "/gemeente", UNSAID, number)
    return None


def _wrong(document: Document, path: str, said: int | None, number: int) -> Problem:
    place = document.place(path, key=True)
    message = f"Deze gegevens volgen schema {said}, en deze Polderkoers werkt met schema {number}. Verder is er niets gecontroleerd."
    hint = "geef de opdracht polderkoers upgrade. Die brengt alle gegevens bij."
    if said is not None and said > number:
        hint = "installeer een nieuwere Polderkoers. Verander het nummer niet met de hand."
    return Problem(document.file, place.line, place.column, "schema-nummer", message, hint, path)
