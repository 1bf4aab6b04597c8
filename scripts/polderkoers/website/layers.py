"""Where the files of a site come from: those of the instance lie over those of the engine, by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent
# The frame of every page with its styles and scripts, and the pages that every site has.
THEME, PAGES = _HERE / "theme", _HERE / "docs"


@dataclass(frozen=True)
class Layers:
    """Folders in which the styles and scripts of a site are looked for; the first that has a file gives it."""

    folders: tuple[Path, ...] = (THEME,)

    def find(self, name: str | Path) -> Path | None:
        """Return the file with a name, relative to the folders, or None when none of them has it."""
        places = (folder / name for folder in self.folders)
        return next((place for place in places if place.is_file()), None)

    def own(self, name: str | Path) -> bool:
        """Return whether a file comes from the instance, or from nowhere, and not from the engine."""
        found = self.find(name)
        return found is None or not found.is_relative_to(THEME)


def of_engine(source: str | None) -> bool:
    """Return whether a file is a page that every site has, given its path; None is that of no file."""
    return bool(source) and Path(str(source)).is_relative_to(PAGES)


def is_engine_page(name: str) -> bool:
    """Return whether a page that a build adds is one that every site has, given its name below docs/."""
    return (PAGES / name).is_file()


def engine_pages() -> Iterator[tuple[str, Path]]:
    """Yield the pages that every site has, as the name below docs/ that overlays it and the file itself, in one order."""
    for path in sorted(PAGES.rglob("*.md")):
        yield path.relative_to(PAGES).as_posix(), path
