"""The exceptions of this package; each builds its own message in Dutch, and the command line prints it."""

from __future__ import annotations

import difflib
import errno
from pathlib import Path

# With this in the environment a fault of our own is shown as it is.
DEBUG = "POLDERKOERS_DEBUG"


class PolderkoersError(Exception):
    """Root of all errors that mean wrong use or a wrong environment (exit code 2)."""


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


class SchemaBroken(PolderkoersError):
    """A file in schema/ cannot be used, which is the developers' fault and not the editor's."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"Het schema {file} is niet bruikbaar: {reason}. Meld dit bij de beheerder van de site.")


class FileThere(PolderkoersError):
    """A new file would overwrite one that is there."""

    def __init__(self, file: str) -> None:
        super().__init__(f"Het bestand {file} bestaat al. Er is niets veranderd. Hoe op te lossen: kies een ander id.")


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
            f'het besluit nam: polderkoers vaststellen {id_ or "2026"} --datum 2026-03-12 --door "Gemeenteraad"'
        )


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
        near = difflib.get_close_matches(rule, known, n=1)
        guess = f" Bedoelde je '{near[0]}'?" if near else ""
        super().__init__(f"Er is geen regel '{rule}'.{guess} Hoe op te lossen: polderkoers explain toont alle regels.")


class HistoryUnreadable(PolderkoersError):
    """The earlier versions cannot be read here, through no fault of the data; the message says why, and the cure."""


class GitMissing(HistoryUnreadable):
    """The program git is not installed."""

    def __init__(self) -> None:
        super().__init__("Het programma git is niet te vinden. Hoe op te lossen: installeer git.")


class NoRepository(HistoryUnreadable):
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


class CloneShallow(HistoryUnreadable):
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


class MomentWrong(PolderkoersError):
    """The environment names a moment of the build that is none."""

    def __init__(self, given: str) -> None:
        said = f"daar staat nu '{given[:40]}'" if given else "die is nu leeg"
        super().__init__(
            f"De variabele SOURCE_DATE_EPOCH is geen aantal seconden sinds 1970; {said}. "
            "Hoe op te lossen: haal haar weg met 'unset SOURCE_DATE_EPOCH', of geef een heel getal, bijvoorbeeld 1767225600."
        )


class NotWritten(PolderkoersError):
    """A file or folder cannot be written; nothing of it was left behind."""

    def __init__(self, place: str, error: OSError) -> None:
        super().__init__(
            f"{place} kan niet worden geschreven: {_reason(error)}. Er is niets veranderd. Hoe op te lossen: {_cure(error)}"
        )


class SystemRefuses(PolderkoersError):
    """The computer refuses something that the work needs, at a place where no more can be said about it."""

    def __init__(self, error: OSError) -> None:
        place = " ".join(str(error.filename).split())[:200] if error.filename else "De uitvoer of een bestand"
        super().__init__(f"{place} is niet te gebruiken: {_reason(error)}. Hoe op te lossen: {_cure(error)}")


class BugFound(PolderkoersError):
    """Something happened that we did not think of: a fault of ours, and none of whoever typed the command."""

    def __init__(self, error: Exception) -> None:
        said = " ".join(str(error).split())[:200]
        super().__init__(
            f"Dit had niet mogen gebeuren: er zit een fout in het programma zelf ({type(error).__name__}: {said}). "
            "Hoe op te lossen: meld dit bij de beheerder van de site, met de opdracht die je typte. Met POLDERKOERS_DEBUG=1 voor "
            "de opdracht zie je waar het misging."
        )


_REASONS = {
    errno.EACCES: "je hebt er geen rechten voor",
    errno.EPERM: "je hebt er geen rechten voor",
    errno.EROFS: "je mag daar alleen lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijf is vol",
    errno.EFBIG: "de schijf is vol",
    errno.ENOENT: "het is er niet",
    errno.EEXIST: "het is er al",
    errno.ENOTDIR: "het is geen map",
    errno.EISDIR: "het is een map",
    errno.ELOOP: "het is een koppeling die naar zichzelf wijst",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EIO: "de schijf geeft een fout",
}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, f"de computer zegt '{error.strerror or type(error).__name__}'")


def _cure(error: OSError) -> str:
    """Return what to do about an error of the disk."""
    if error.errno in _FULL:
        return "maak ruimte vrij op de schijf en probeer het opnieuw."
    if error.errno in _FORBIDDEN:
        return "zorg dat je daar mag lezen en schrijven, of vraag het de beheerder van de computer."
    return "kijk of de naam goed is en of de schijf het doet, en probeer het opnieuw."


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


class FilesUnwritable(PolderkoersError):
    """Files that change together could not all be written, so none of them has changed."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"Het bestand {file} kan niet worden geschreven. Er is niets veranderd. Hoe op te lossen: vraag de beheerder om "
            f"schrijfrechten in deze map, en kijk of de schijf niet vol is."
        )


class AdoptionRefused(PolderkoersError):
    """A version cannot be adopted as it was asked; nothing has changed."""

    def __init__(self, why: str, cure: str) -> None:
        super().__init__(f"{why} Er is niets vastgesteld. Hoe op te lossen: {cure}")


class TextNowhere(PolderkoersError):
    """The text of a version is in no commit that is known here."""

    def __init__(self) -> None:
        super().__init__("De tekst van deze versie is nergens te vinden.")


class NothingCommitted(HistoryUnreadable):
    """The repository holds no commit at all, such as one that was begun in a copy out of a zip file."""

    def __init__(self, root: Path) -> None:
        super().__init__(
            f"In het Git-archief van de map '{root.resolve().name}' is nog niets vastgelegd; er zijn geen eerdere versies. "
            f"Hoe op te lossen: haal het project op met git clone."
        )


class RepositoryAround(HistoryUnreadable):
    """The root stands inside a repository that does not know it, such as an unzipped copy in somebody's own project."""

    def __init__(self, root: Path, around: str) -> None:
        super().__init__(
            f"De map '{root.resolve().name}' staat in het Git-archief van iets anders (de map '{around}'). Daarin zijn de bestanden "
            f"van de map data niet vastgelegd; er zijn geen eerdere versies. Hoe op te lossen: haal het project op met git clone, "
            f"in een map buiten '{around}'."
        )


class OwnerOther(HistoryUnreadable):
    """Git refuses to read a repository of another user until its folder is called safe."""

    def __init__(self, root: Path, command: str) -> None:
        super().__init__(
            f"De map '{root.resolve().name}' is van een andere gebruiker. Daarom leest Git de geschiedenis niet. "
            f"Hoe op te lossen, als je deze map vertrouwt: {command}"
        )


class ObjectsMissing(HistoryUnreadable):
    """The clone was made with a filter: it knows the commits, but does not hold the files of then."""

    def __init__(self) -> None:
        super().__init__(
            "In deze kopie van het project zitten de bestanden van eerdere versies niet: zij is gemaakt met --filter. "
            "Hoe op te lossen: git fetch --refetch --no-filter, of haal het project opnieuw op met git clone zonder --filter."
        )


class RepositoryBroken(HistoryUnreadable):
    """Git finds the repository and cannot read it."""

    def __init__(self, said: str) -> None:
        words = f" Git zegt: {said}." if said else ""
        super().__init__(
            f"Het Git-archief van dit project is beschadigd.{words} Hoe op te lossen: haal het project opnieuw op met git clone, "
            f"en zet daarin wat je hebt veranderd."
        )


class SchemasMissing(PolderkoersError):
    """A version has no schemas, so that nothing says what its files mean."""

    def __init__(self, version: str) -> None:
        super().__init__(
            f"In {version} staat geen map schema. Daarom zijn de gegevens van toen niet te lezen. "
            f"Hoe op te lossen: kies een latere versie."
        )


class ContentOther(PolderkoersError):
    """A listed version names a commit that does not hold what the list says, and nothing else here holds it."""

    def __init__(self, version: str) -> None:
        super().__init__(
            f"De versie '{version}' is niet te vinden: de commit uit data/versies.yaml heeft een andere inhoud dan daar staat. "
            f"Hoe op te lossen: polderkoers check"
        )


class ListUnreadable(PolderkoersError):
    """The list of versions is there, and has a fault."""

    def __init__(self) -> None:
        super().__init__(
            "Het bestand data/versies.yaml is niet te lezen: er staat een fout in. Hoe op te lossen: polderkoers check zegt welke."
        )


class DataNewer(PolderkoersError):
    """The data follow schemas that this program does not know yet."""

    def __init__(self, number: int, ours: int) -> None:
        super().__init__(
            f"Deze gegevens volgen schema {number}, en deze Polderkoers kent niet meer dan schema {ours}. "
            f"Hoe op te lossen: installeer een nieuwere Polderkoers."
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
