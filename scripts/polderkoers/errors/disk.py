"""What a computer may refuse."""

from __future__ import annotations

import errno

from polderkoers.errors.base import PolderkoersError


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


class FilesUnwritable(PolderkoersError):
    """Files that change together could not all be written, so none of them has changed."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"Het bestand {file} kan niet worden geschreven. Er is niets veranderd. Hoe op te lossen: vraag de beheerder om "
            f"schrijfrechten in deze map, en kijk of de schijf niet vol is."
        )
