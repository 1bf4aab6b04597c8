"""What stands in the data folder and is no part of the policy: hidden files, and files and folders that stand elsewhere."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from polderkoers.policy.source_rules import not_read, unreadable
from polderkoers.problems import Problem

# What Git and editors want there, and nobody takes for policy.
QUIET = frozenset({".gitkeep", ".gitignore", ".gitattributes", ".editorconfig", ".yamllint"})
_ORIGINS = (
    (re.compile(r"\.DS_Store|\._.*"), "De Finder van macOS zet zo'n bestand neer"),
    (re.compile(r"\.~lock\..*"), "LibreOffice zet zo'n bestand neer zolang iemand een document open heeft"),
    (re.compile(r".+\.sw[nop]"), "De editor Vim zet zo'n bestand neer zolang iemand een bestand open heeft"),
    (re.compile(r"\.#.*"), "De editor Emacs zet zo'n bestand neer zolang iemand een bestand open heeft"),
    (re.compile(r"\.(?:fuse_hidden|nfs).*"), "Een netwerkschijf zet zo'n bestand neer"),
)


def passed_over(root: Path) -> Iterator[Problem]:
    """Yield what is passed over below `root`/data: a warning of what is hidden, a fault of what is elsewhere.

    Git keeps of a link where it leads, and not what stands there. So a file that is a link is in no version and in no proposal,
    though it can be read here. One that leads nowhere, or out of the project, is told of by whoever reads it. A folder that is closed stops the reading itself.
    """
    if (root / "data").is_symlink():
        message = "Dit is een koppeling naar een andere map. Git bewaart dan niet wat daarin staat."
        yield unreadable("data", message, "zet de map data zelf in de map van het project.")
    for folder, folders, files in os.walk(root / "data"):
        folders.sort()
        here = Path(folder).relative_to(root)
        for name in sorted(files):
            if name.startswith("."):
                yield from hidden((here / name).as_posix())
            elif _is_link_inside(root, root / here / name):
                message = "Dit is een koppeling naar een ander bestand. Git bewaart dan niet wat daarin staat."
                yield unreadable((here / name).as_posix(), message, "zet het bestand zelf in de map data.")
        for name in tuple(folders):
            if name.startswith("."):
                folders.remove(name)
                yield from hidden((here / name).as_posix())
            elif (root / here / name).is_symlink():
                message = "Dit is een koppeling naar een andere map; wat daarin staat, wordt niet gelezen."
                yield unreadable((here / name).as_posix(), message, "zet de bestanden zelf in de map data.")


def _is_link_inside(root: Path, path: Path) -> bool:
    return path.is_symlink() and path.is_file() and path.resolve().is_relative_to(root.resolve())


def hidden(file: str) -> Iterator[Problem]:
    """Yield that a file or folder is not read because its name begins with a point; nothing of what belongs there."""
    name = PurePosixPath(file).name
    if name not in QUIET:
        yield not_read(file, *explained(name))


def left_by(name: str) -> str:
    """Return in Dutch which program leaves files of such a name; nothing when it is not known."""
    return next((words for form, words in _ORIGINS if form.fullmatch(name)), "")


def explained(name: str) -> tuple[str, str]:
    """Return message and hint for a hidden file by its name."""
    message = "Dit bestand wordt niet gelezen: de naam begint met een punt, en is daarmee verborgen."
    if origin := left_by(name):
        return f"{message} {origin}; er staat geen beleid in.", "haal het weg."
    return message, "haal het weg. Staat er beleid in? Geef het dan een naam zonder punt aan het begin."
