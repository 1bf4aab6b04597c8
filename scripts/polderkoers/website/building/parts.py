"""Parts of a build that several machines make: each keeps its share of the pages, and one of them makes the site of all shares.

A part is nothing but pages under the fingerprint of all that they were made of. So whoever makes the site takes only what
it would have made itself, and makes the rest: the site is that of a build on one machine, byte for byte.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from polderkoers.changes.memory import came_along
from polderkoers.errors import PolderkoersError
from polderkoers.website.words import bullets

# Beside the data, and named so that it is no hidden folder: programs that keep the results of a run leave those out.
FOLDER = "site-delen"
SHARE, MERGE = "POLDERKOERS_DEEL", "POLDERKOERS_DELEN_SAMEN"
_SAID = "deel.json"
_AT_MOST = 256


class NoParts(PolderkoersError):
    """Not all parts of a site are there."""

    def __init__(self, root: Path, why: str) -> None:
        super().__init__(
            f"{why}Hoe op te lossen: maak elk deel met polderkoers build --shard 1/2, 2/2 enzovoort, en zet de mappen met delen bij elkaar in "
            f"{root / FOLDER}."
        )


class PartsInGit(PolderkoersError):
    """The parts came along with the project, so that nobody knows who made them."""

    def __init__(self) -> None:
        super().__init__(
            f"De map {FOLDER} staat in Git. Zo kunnen de delen door iedereen zijn gemaakt die een voorstel doet. Hoe op te lossen: typ "
            f"git rm -r --cached {FOLDER} en maak de delen met polderkoers build --shard"
        )


class NotInParts(PolderkoersError):
    """A site that cannot be made in parts."""

    def __init__(self) -> None:
        super().__init__(
            "Deze site kan niet in delen worden gebouwd, want zij heeft eigen programma's, sjablonen of instellingen van Markdown. "
            "Hoe op te lossen: bouw de site in één keer: polderkoers build"
        )


@dataclass(frozen=True)
class Share:
    """Which part of how many: the first is 1."""

    number: int
    of: int

    def __str__(self) -> str:
        """Return it as it is asked for."""
        return f"{self.number}/{self.of}"

    @property
    def folder(self) -> str:
        """Where it is kept, from the folder of the site."""
        return f"{FOLDER}/{self.number}-van-{self.of}"


def share(text: str) -> Share | None:
    """Return the share that a text asks for, such as 2/4; None when it asks for none that can be."""
    number, slash, of = text.partition("/")
    if not slash or not (number + of).isascii() or not (number.isdigit() and of.isdigit()):
        return None
    found = Share(int(number), int(of))
    return found if 1 <= found.number <= found.of <= _AT_MOST else None


def asked() -> Share | None:
    """Return the share that this build is to make, None when it makes a site."""
    return share(os.environ.get(SHARE, ""))


def begin(root: Path, part: Share) -> Path:
    """Return the folder of a share, empty."""
    folder = root / part.folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    # It is no part of the policy, and Git need not ask about it.
    (root / FOLDER / ".gitignore").write_text("*\n", encoding="utf-8")
    return folder


def finish(folder: Path, part: Share) -> None:
    """Say in the folder of a share which it is, now that it is whole."""
    (folder / _SAID).write_text(json.dumps({"deel": part.number, "van": part.of}), encoding="utf-8")


def merged(root: Path) -> tuple[Path, ...]:
    """Return the folders of all parts of which this build makes a site; none when it makes all pages itself.

    Raises `NoParts`, or `PartsInGit`.
    """
    if os.environ.get(MERGE, "0") in ("", "0"):
        return ()
    if came_along(root, FOLDER):
        raise PartsInGit
    found = {part: folder for folder in sorted((root / FOLDER).glob("*/")) if (part := _part_in(folder))}
    counts = {part.of for part in found}
    if not counts:
        raise NoParts(root, "Er zijn geen delen van de site. ")
    if len(counts) > 1:
        raise NoParts(root, "De delen horen niet bij elkaar: het ene is van een ander aantal dan het andere. ")
    of = counts.pop()
    missing = [Share(number, of) for number in range(1, of + 1) if Share(number, of) not in found]
    if missing:
        raise NoParts(root, f"Deze delen van de site ontbreken:\n{bullets(map(str, missing))}\n")
    return tuple(found.values())


def _part_in(folder: Path) -> Share | None:
    try:
        said = json.loads((folder / _SAID).read_text(encoding="utf-8"))
        return share(f"{said['deel']}/{said['van']}")
    except (OSError, ValueError, KeyError, TypeError):
        return None
