"""What may be wrong with earlier versions, or with the history that holds them."""

from __future__ import annotations

import shlex
from pathlib import Path

from polderkoers.errors.base import PolderkoersError


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
        why = f": {reason}" if reason else ""
        super().__init__(
            f"De versie '{name}' is niet te vinden{why}.{guess} Hoe op te lossen: noem een versie uit "
            f"data/versies.yaml, een tag, tak of commit van Git, of een map."
        )


class CloneShallow(HistoryUnreadable):
    """The clone does not hold the history that is asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"De versie '{name}' zit niet in deze kopie van het project: de geschiedenis is niet helemaal opgehaald. "
            f"Hoe op te lossen: git fetch --unshallow --tags"
        )


class CloneCut(CloneShallow):
    """The clone does not hold what the list of versions said before."""

    def __init__(self) -> None:
        HistoryUnreadable.__init__(
            self,
            "In deze kopie van het project is de geschiedenis niet helemaal opgehaald. Daarom is niet te zien welke versies er "
            "eerder waren. Hoe op te lossen: git fetch --unshallow --tags",
        )


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


class BranchEmpty(HistoryUnreadable):
    """The branch that is checked out has no commit, while the repository has others."""

    def __init__(self, root: Path, branch: str, other: str) -> None:
        super().__init__(
            f"In het Git-archief van de map '{root.resolve().name}' staat op de tak '{branch}' nog niets. Daarom is niet te zien welke "
            f"versies er eerder waren. Hoe op te lossen: ga naar een tak met geschiedenis, bijvoorbeeld met git switch "
            f"{shlex.quote(other)}"
        )


class SettingsBroken(HistoryUnreadable):
    """Git stops at the settings of whoever runs it, in any folder: nothing is wrong with the repository."""

    def __init__(self, said: str) -> None:
        words = f" Git zegt: {said}." if said else ""
        super().__init__(
            f"Git kan zijn instellingen op deze computer niet lezen.{words} Hoe op te lossen: typ git config --list. Git noemt dan het "
            f"bestand en de regel. Verbeter die regel."
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
