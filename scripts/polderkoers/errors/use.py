"""What may be asked that cannot be done, and what may be wrong with what it is asked of."""

from __future__ import annotations

import difflib
from pathlib import Path

from polderkoers.errors.base import PolderkoersError
from polderkoers.errors.guess import guess


class UsedWrongly(PolderkoersError):
    """A command was given something that it does not take."""

    def __init__(self, why: str, command: str = "polderkoers") -> None:
        super().__init__(f"{why} Uitleg: {command} --help")


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


class SourceTextRefused(PolderkoersError):
    """A file was given as the text of a source, and is no text."""

    def __init__(self, path: str, why: str, cure: str) -> None:
        super().__init__(f"Het bestand {path} kan niet naast het beleid: {why}. Hoe op te lossen: {cure}")


class TableRefused(PolderkoersError):
    """A file of public figures has a form that is not known."""

    def __init__(self, path: str, line: int, why: str, cure: str) -> None:
        super().__init__(f"{path}:{line}: {why}. Er is niets overgenomen. Hoe op te lossen: {cure}.")


class ReadingRefused(PolderkoersError):
    """Something cannot be marked as read."""

    def __init__(self, why: str, cure: str) -> None:
        super().__init__(f"{why} Hoe op te lossen: {cure}")


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
            f"bijvoorbeeld fijn-wonen."
        )


class RuleUnknown(PolderkoersError):
    """There is no rule of this name."""

    def __init__(self, rule: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"Er is geen regel '{rule}'.{guess(rule, known)} Hoe op te lossen: polderkoers explain toont alle regels."
        )


class CatalogueEmpty(PolderkoersError):
    """A new file needs a source document and a theme to refer to."""

    def __init__(self) -> None:
        super().__init__(
            "Er is nog geen document in data/documenten.yaml of geen thema in data/themas.yaml. "
            "Hoe op te lossen: voeg die eerst toe, of verbeter eerst de fouten die 'polderkoers check' meldt."
        )


class NameUnknown(PolderkoersError):
    """Something is asked for by its id or name that neither version of the policy has."""

    def __init__(self, what: str, name: str, known: tuple[str, ...], hint: str) -> None:
        super().__init__(f"Er is geen {what} '{name}'.{_nearest(name, known)} Hoe op te lossen: {hint}")


class SubjectUnknown(NameUnknown):
    """A kernopgave, programmalijn, plan or wegwijzer is asked for that neither version of the policy has."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        hint = "noem het id, dat is de naam van het bestand zonder .yaml."
        super().__init__("kernopgave, programmalijn, plan of wegwijzer", name, known, hint)


class MomentWrong(PolderkoersError):
    """The environment names a moment of the build that is none."""

    def __init__(self, given: str) -> None:
        said = f"daar staat nu '{given[:40]}'" if given else "die is nu leeg"
        super().__init__(
            f"De variabele SOURCE_DATE_EPOCH is geen aantal seconden sinds 1970; {said}. "
            "Hoe op te lossen: haal haar weg met 'unset SOURCE_DATE_EPOCH', of geef een heel getal, bijvoorbeeld 1767225600."
        )


class BugFound(PolderkoersError):
    """Something happened that we did not think of: a fault of ours, and none of whoever typed the command."""

    def __init__(self, error: Exception) -> None:
        said = " ".join(str(error).split())[:200]
        super().__init__(
            f"Dit had niet mogen gebeuren: er zit een fout in het programma zelf ({type(error).__name__}: {said}). "
            "Hoe op te lossen: meld dit bij de beheerder van de site, met de opdracht die je typte. Met POLDERKOERS_DEBUG=1 voor "
            "de opdracht zie je waar het misging."
        )


def _nearest(name: str, known: tuple[str, ...]) -> str:
    """Return the names that look most like a wrong one, as a sentence; all of them when there are few."""
    # Of an id and a name that differ only in capitals, the id comes first and is the one to type.
    by_form = {each.casefold(): each for each in reversed(known)}
    wanted = name.casefold()
    near = [by_form[form] for form in difflib.get_close_matches(wanted, by_form, n=3, cutoff=0.5)]
    near += [each for form, each in by_form.items() if wanted and wanted in form and each not in near]
    if near:
        guesses = "' of '".join(near[:3])
        return f" Bedoelde je '{guesses}'?"
    if not known or len(known) > 10:
        return ""
    return f" Deze zijn er: {', '.join(known)}."


class AdoptionRefused(PolderkoersError):
    """A version cannot be adopted as it was asked; nothing has changed."""

    def __init__(self, why: str, cure: str) -> None:
        super().__init__(f"{why} Er is niets vastgesteld. Hoe op te lossen: {cure}")


class RenameRefused(PolderkoersError):
    """Something cannot get another id as it was asked; nothing has changed."""

    def __init__(self, why: str, cure: str) -> None:
        super().__init__(f"{why} Er is niets veranderd. Hoe op te lossen: {cure}")


class ImportRefused(PolderkoersError):
    """A file of others cannot be taken over as it is; nothing has changed. `line` is where that shows, counted from 1."""

    def __init__(self, file: str, line: int, why: str, cure: str) -> None:
        super().__init__(f"{file}:{line}: {why}. Er is niets veranderd. Hoe op te lossen: {cure}.")


class ListThere(PolderkoersError):
    """The only file of its kind is there already."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"Het bestand {file} bestaat al. Er is niets veranderd. Hoe op te lossen: vul dat bestand aan."
        )


class VersionAdopted(PolderkoersError):
    """A version is asked for as if it were a file that someone fills in."""

    def __init__(self, id_: str) -> None:
        super().__init__(
            "Een versie vul je niet zelf in: zij wijst naar het beleid zoals het is vastgesteld. Hoe op te lossen, met de datum en wie "
            f'het besluit nam: polderkoers vaststellen {id_ or "2026"} --datum 2026-03-12 --door "Het bestuur"'
        )


class IdFixed(PolderkoersError):
    """A file is asked for that is the only one of its kind, under another name than it has."""

    def __init__(self, kind: str, id_: str) -> None:
        super().__init__(
            f"Er is maar één bestand van de soort {kind}, en dat heet {id_}. Hoe op te lossen: polderkoers new {kind}"
        )


class KindNotUsed(PolderkoersError):
    """A file is asked for of a kind that the organisation says it does not use."""

    def __init__(self, kind: str, used: tuple[str, ...]) -> None:
        super().__init__(
            f"Volgens data/instelling.yaml gebruikt deze organisatie geen {kind}. Hoe op te lossen: kies uit: {', '.join(used)}. "
            f"Of zet {kind} in data/instelling.yaml bij soorten."
        )


class DataNewer(PolderkoersError):
    """The data follow schemas that this program does not know yet."""

    def __init__(self, number: int, ours: int) -> None:
        super().__init__(
            f"Deze gegevens volgen schema {number}, en deze Polderkoers kent niet meer dan schema {ours}. "
            f"Hoe op te lossen: installeer een nieuwere Polderkoers."
        )
