"""Puts a built site in the place of the one before: beside it and then in its place, or inside a folder that must stay.

The folder `site` may be a link to a folder elsewhere, such as that of a web server, or a folder that cannot be moved, such
as one that is mounted. Whatever happens, the previous site or the new one is there, and what is not of a site stays.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from polderkoers.errors import PolderkoersError

# Stands in every page that we make.
_OURS = b"pk-header"
# In the root of some file systems, and nobody's to move.
_LEFT = frozenset({"lost+found"})
_FIXED = frozenset({errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EACCES})


class PlaceUnusable(PolderkoersError):
    """The site cannot be put where it should stand without losing something."""

    def __init__(self, why: str, cure: str) -> None:
        super().__init__(f"{why} Hoe op te lossen: {cure}")


class Occupied(PolderkoersError):
    """Another build works in the folder in which the site should stand."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"Er wordt al een site gebouwd in de map {folder}. Hoe op te lossen: wacht tot dat klaar is.")


@dataclass(frozen=True)
class SitePlace:
    """Where a site stands: as it is called, where its files are, where the new one is made, and where the old one waits.

    `whole` says whether the folder itself may be moved; if not, the new and the old site stand within it for a moment.
    """

    name: Path
    target: Path
    whole: bool

    @property
    def fresh(self) -> Path:
        """The folder in which the new site is made."""
        return self._beside("nieuw") if self.whole else self.target / ".site-nieuw"

    @property
    def old(self) -> Path:
        """The folder in which the previous site waits."""
        return self._beside("oud") if self.whole else self.target / ".site-oud"

    @property
    def elsewhere(self) -> bool:
        """Whether the folder is not just one of this project, so that others may have put something into it."""
        return self.target != self.name or not self.whole

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that one build at a time may work in: that of the site, and the one around it."""
        return tuple(folder for folder in (self.target.parent, self.target) if folder.is_dir())

    def _beside(self, word: str) -> Path:
        return self.target.parent / f".{self.target.name}-{word}"


def place_of(name: Path) -> SitePlace:
    """Return where a site stands, given what it is called. Raises `PlaceUnusable` when it cannot be put there."""
    target = Path(os.path.realpath(name)) if name.is_symlink() else name
    if target.is_symlink():
        raise PlaceUnusable(f"{name} is een link die naar zichzelf leidt.", f"haal hem weg: rm '{name}'.")
    if not target.parent.is_dir():
        raise PlaceUnusable(
            f"{name} is een link naar {target}, en de map {target.parent} is er niet.",
            "maak die map, of laat de link ergens anders naar wijzen.",
        )
    if target.exists() and not target.is_dir():
        raise PlaceUnusable(f"{target} is een bestand en geen map.", "geef het een andere naam, of haal het weg.")
    may_move = os.access(target.parent, os.W_OK | os.X_OK)
    if not may_move and not target.exists():
        raise PlaceUnusable(
            f"De map {target} is er niet, en in {target.parent} mag je niets maken.",
            f"laat iemand die dat mag de map maken en aan jou geven, of laat {name} ergens anders naar wijzen.",
        )
    return SitePlace(name, target, may_move and not os.path.ismount(target))


def recover(place: SitePlace) -> None:
    """Mend what a build left that was killed in the middle of a swap, and clear the rest."""
    if place.whole and place.old.exists() and not place.target.exists():
        place.old.rename(place.target)
    if place.target.is_dir():
        _recover_inside(place.target)
    remove(place.fresh, place.old)


def check(place: SitePlace) -> None:
    """Raise `PlaceUnusable` when the folder is not ours to replace, or holds something else than a site of ours."""
    if not place.target.is_dir():
        return
    for folder in _folders(place.target):
        if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            raise PlaceUnusable(
                f"De map {folder} is van {_owner(folder)}, en mag niet veranderd worden door wie de site nu bouwt.",
                f"bouw de site als die gebruiker, of maak de map van jou: sudo chown -R $(id -un) '{place.target}'.",
            )
    entries = _entries(place.target)
    if place.elsewhere and entries and not _is_ours(place.target / "index.html"):
        raise PlaceUnusable(
            f"In {place.target} staat iets anders dan een site van Polderkoers: {_listed(entries)}.",
            "zet dat ergens anders, of laat site naar een lege map wijzen.",
        )


def swap(place: SitePlace) -> None:
    """Put the new site in the place of the old one. When that fails, the old one is back and the reason is raised."""
    if place.elsewhere and place.target.is_dir():
        _refuse_strangers(place.target, place.fresh)
    if not place.whole:
        _exchange(place.target, place.fresh)
        return
    if place.elsewhere and place.target.is_dir():
        _take_along(place.target, place.fresh)
    if place.target.exists():
        try:
            place.target.rename(place.old)
        except OSError as error:
            if error.errno not in _FIXED:
                raise
            _exchange_with(place.target, place.fresh)
            return
    try:
        place.fresh.rename(place.target)
    except OSError:
        if place.old.exists():
            place.old.rename(place.target)
        raise


def remove(*folders: Path) -> None:
    """Take folders away with all that is in them; what is no folder is taken away as it is."""
    for folder in folders:
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        else:
            shutil.rmtree(folder, ignore_errors=True)


def _refuse_strangers(target: Path, fresh: Path) -> None:
    """Raise `PlaceUnusable` when the swap would take away something that is of no site of ours."""
    new = {path.name for path in fresh.iterdir()}
    strangers = [path for path in _entries(target) if path.name not in new and not _is_ours(path)]
    if strangers:
        raise PlaceUnusable(
            f"In {target} staat ook iets dat niet van de site is: {_listed(strangers)}. Dat zou verdwijnen.",
            "zet het ergens anders.",
        )


def _take_along(target: Path, fresh: Path) -> None:
    """Give the new site what a server keeps beside a site, such as .htaccess and .well-known, and the rights of its folder."""
    for path in target.iterdir():
        if path.name.startswith(".") and not (fresh / path.name).exists():
            if path.is_dir() and not path.is_symlink():
                shutil.copytree(path, fresh / path.name, symlinks=True)
            else:
                shutil.copy2(path, fresh / path.name, follow_symlinks=False)
    shutil.copymode(target, fresh)


def _exchange_with(target: Path, beside: Path) -> None:
    """Put a new site from beside a folder into it, when it turns out that the folder itself cannot be moved."""
    _refuse_strangers(target, beside)
    inside = target / ".site-nieuw"
    remove(inside)
    try:
        shutil.copytree(beside, inside, symlinks=True)
        _exchange(target, inside)
    finally:
        remove(inside)


def _exchange(target: Path, fresh: Path) -> None:
    """Move the old site within a folder aside and the new one out of `fresh` into its place; undo that when it fails.

    The names of the folders say how far it has come, for `_recover_inside`.
    """
    old, ready, gone = _stages(target)
    remove(old, ready, gone)
    old.mkdir()
    try:
        _move(_entries(target), old)
        fresh.rename(ready)
        _move(_entries(ready), target)
        old.rename(gone)
    except OSError:
        if ready.is_dir():
            _move(_entries(target), ready)
        _move(_entries(old), target)
        remove(old, ready)
        raise
    remove(ready, gone)


def _recover_inside(target: Path) -> None:
    """End an exchange within a folder that was killed: to the new site when that was ready, and else back to the old one."""
    old, ready, gone = _stages(target)
    if ready.is_dir():
        _move(_entries(ready), target)
    elif old.is_dir():
        _move(_entries(old), target)
    remove(old, ready, gone)


def _stages(target: Path) -> tuple[Path, Path, Path]:
    """Return where in a folder the old site waits, where the new one is ready, and where the old one goes to be taken away."""
    return target / ".site-oud", target / ".site-klaar", target / ".site-weg"


def _move(paths: Iterable[Path], folder: Path) -> None:
    for path in paths:
        path.rename(folder / path.name)


def _folders(top: Path) -> Iterator[Path]:
    """Yield a folder and all folders in it, those too whose contents cannot be read."""
    yield top
    for folder, names, _ in os.walk(top):
        yield from map(Path(folder).joinpath, names)


def _entries(folder: Path) -> tuple[Path, ...]:
    """Return what stands in a folder and may be of a site: all but hidden files, which are of the server."""
    found = (path for path in folder.iterdir() if not path.name.startswith(".") and path.name not in _LEFT)
    return tuple(sorted(found))


def _is_ours(path: Path) -> bool:
    """Return whether a page, or a page in a folder, is one that we made."""
    if path.is_dir() and not path.is_symlink():
        return any(_OURS in page.read_bytes() for page in path.rglob("*.html"))
    return path.suffix == ".html" and path.is_file() and _OURS in path.read_bytes()


def _listed(paths: Iterable[Path]) -> str:
    names = [path.name for path in paths]
    named = ", ".join(names[:5])
    if len(names) > 5:
        named += f" en nog {len(names) - 5}"
    return named


def _owner(path: Path) -> str:
    try:
        return path.owner()
    except (KeyError, NotImplementedError):
        return "een andere gebruiker"
