"""The exceptions of this package; each builds its own message in Dutch, and the command line prints it."""

from __future__ import annotations

import difflib
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


class NotInData(PolderkoersError):
    """A file or folder was named that is not there, or not part of the data."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"'{path}' is geen bestand of map in de map data. Hoe op te lossen: noem een bestand zoals de melding het noemt, "
            f"bijvoorbeeld data/organisaties.yaml."
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


class RuleUnknown(PolderkoersError):
    """There is no rule of this name."""

    def __init__(self, rule: str, known: tuple[str, ...]) -> None:
        near = difflib.get_close_matches(rule, known, n=1)
        guess = f" Bedoelde je '{near[0]}'?" if near else ""
        super().__init__(f"Er is geen regel '{rule}'.{guess} Hoe op te lossen: polderkoers explain toont alle regels.")


class GitMissing(PolderkoersError):
    """The program git is not installed."""

    def __init__(self) -> None:
        super().__init__("Het programma git is niet te vinden. Hoe op te lossen: installeer git.")


class NoRepository(PolderkoersError):
    """The root is not inside a Git repository, so that there are no earlier versions."""

    def __init__(self, root: Path) -> None:
        super().__init__(
            f"De map '{root.resolve().name}' staat niet in een Git-archief; er zijn geen eerdere versies. "
            f"Hoe op te lossen: haal het project op met git clone."
        )


class VersionUnknown(PolderkoersError):
    """A version is asked for that is neither a known version, a Git reference, nor a folder."""

    def __init__(self, name: str, reason: str = "", known: tuple[str, ...] = ()) -> None:
        self.reason = reason
        guess = f" Deze versies zijn er: {', '.join(known)}." if known else ""
        super().__init__(
            f"De versie '{name}' is niet te vinden{f': {reason}' if reason else ''}.{guess} Hoe op te lossen: noem een versie uit "
            f"data/versies.yaml, een tag, tak of commit van Git, of een map."
        )


class CloneShallow(PolderkoersError):
    """The clone does not hold the history that is asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"De versie '{name}' zit niet in deze kopie van het project: de geschiedenis is niet helemaal opgehaald. "
            f"Hoe op te lossen: git fetch --unshallow --tags"
        )


class CatalogueEmpty(PolderkoersError):
    """A new file needs a source document and a theme to refer to."""

    def __init__(self) -> None:
        super().__init__(
            "Er is nog geen document in data/documenten.yaml of geen thema in data/themas.yaml. "
            "Hoe op te lossen: voeg die eerst toe, of verbeter eerst de fouten die 'polderkoers check' meldt."
        )


class PartyUnknown(PolderkoersError):
    """A party or organisation is asked for that neither version of the policy has."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"Er is geen partij of organisatie '{name}'.{_nearest(name, known)} Hoe op te lossen: noem een id of naam uit "
            f"data/roles.yaml of data/organisaties.yaml."
        )


class SubjectUnknown(PolderkoersError):
    """A kernopgave, programmalijn, plan or wegwijzer is asked for that neither version of the policy has."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"Er is geen kernopgave, programmalijn, plan of wegwijzer '{name}'.{_nearest(name, known)} "
            f"Hoe op te lossen: noem het id, dat is de naam van het bestand zonder .yaml."
        )


def _nearest(name: str, known: tuple[str, ...]) -> str:
    """Return the names that look most like a wrong one, as a sentence; all of them when there are few."""
    # Of an id and a name that differ only in capitals, the id comes first and is the one to type.
    by_form = {each.casefold(): each for each in reversed(known)}
    wanted = name.casefold()
    near = [by_form[form] for form in difflib.get_close_matches(wanted, by_form, n=3, cutoff=0.5)]
    near += [each for form, each in by_form.items() if wanted and wanted in form and each not in near]
    if not near and len(known) <= 10:
        return f" Deze zijn er: {', '.join(known)}." if known else ""
    guesses = "' of '".join(near[:3])
    return f" Bedoelde je '{guesses}'?" if near else ""
