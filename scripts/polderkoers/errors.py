"""The exceptions of this package; each builds its own message in Dutch, and the command line prints it."""

from __future__ import annotations

from pathlib import Path


class PolderkoersError(Exception):
    """Root of all errors that mean wrong use or a wrong environment (exit code 2)."""


class FolderMissing(PolderkoersError):
    """The root does not hold a folder that the work needs."""

    def __init__(self, root: Path, folder: str) -> None:
        super().__init__(
            f"In {root} staat geen map '{folder}'. Hoe op te lossen: start de opdracht in de map van het project, "
            f"of wijs die aan met --root MAP."
        )


class SchemaBroken(PolderkoersError):
    """A file in schema/ cannot be used, which is the developers' fault and not the editor's."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"Het schema {file} is niet bruikbaar: {reason}. Meld dit bij de beheerder van de site.")


class FileThere(PolderkoersError):
    """A new file would overwrite one that is there."""

    def __init__(self, file: str) -> None:
        super().__init__(f"Het bestand {file} bestaat al. Er is niets veranderd. Hoe op te lossen: kies een ander id.")


class IdWrong(PolderkoersError):
    """An id does not have the form of an id."""

    def __init__(self, id_: str) -> None:
        super().__init__(
            f"'{id_}' kan geen id zijn. Hoe op te lossen: gebruik alleen kleine letters, cijfers en streepjes, "
            f"bijvoorbeeld mensen-doen-mee."
        )


class CatalogueEmpty(PolderkoersError):
    """A new file needs a source document and a theme to refer to."""

    def __init__(self) -> None:
        super().__init__(
            "Er is nog geen document in data/documenten.yaml of geen thema in data/themas.yaml. "
            "Hoe op te lossen: voeg die eerst toe, of verbeter eerst de fouten die 'polderkoers check' meldt."
        )
