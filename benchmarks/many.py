"""Makes a root with as many valid, varied files of policy as you like, out of the real ones; the same for one seed."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.edits import edited
from benchmarks.mending import World, mended
from benchmarks.originals import Unreadable, originals
from benchmarks.variation import MadeFile, made_from
from benchmarks.writing import FolderTaken, write


def made_up(count: int, seed: int) -> tuple[MadeFile, ...]:
    """Return made-up files, in the proportions of the real kinds. Raises `Unreadable`."""
    known = originals()
    loose = [made_from(known.files[number % len(known.files)], number + 1, seed, known) for number in range(count)]
    world = World(loose)
    return tuple(mended(file, world, seed) for file in loose)


def make(folder: Path, count: int, seed: int, change: int = 0) -> None:
    """Write a root, and with `change` a second version of it in FOLDER-changed. Raises `Unreadable`, `FolderTaken`."""
    files = made_up(count, seed)
    write(folder, files)
    if change:
        write(changed_folder(folder), edited(files, change, seed, originals()))


def changed_folder(folder: Path) -> Path:
    """Return where the second version of a root stands."""
    return folder.with_name(f"{folder.name}-changed")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 2 for wrong use."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.many",
        description="Maakt een map met veel verschillende beleidsbestanden, op basis van de echte.",
    )
    parser.add_argument("folder", type=Path, metavar="MAP", help="waar data/ en schema/ komen te staan")
    parser.add_argument("--count", type=int, default=1000, metavar="AANTAL", help="hoeveel bestanden (1000)")
    parser.add_argument("--seed", type=int, default=1, metavar="GETAL", help="zelfde getal, zelfde bestanden (1)")
    parser.add_argument(
        "--change",
        type=int,
        default=0,
        metavar="AANTAL",
        help="maak ook MAP-changed, waarin zoveel bestanden anders zijn",
    )
    chosen = parser.parse_args(arguments)
    if chosen.count < 1 or not 0 <= chosen.change <= chosen.count:
        parser.error("--count is minstens 1, en --change hoogstens zo groot als --count.")
    try:
        make(chosen.folder.absolute(), chosen.count, chosen.seed, chosen.change)
    except (Unreadable, FolderTaken) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"{chosen.count} bestanden staan in {chosen.folder}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
