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
