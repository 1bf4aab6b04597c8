"""Where the files of a site come from: those of the instance lie over those of the engine, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_HERE = Path(__file__).parent
# The frame of every page with its styles and scripts, and the pages that every site has.
THEME, PAGES = _HERE / "theme", _HERE / "docs"


@dataclass(frozen=True)
class Layers:
    """Folders in which the styles and scripts of a site are looked for; the first that has a file gives it.

    `made` holds texts that are made for a site and take the place of a file, by their names.
    """

    folders: tuple[Path, ...] = (THEME,)
    made: Mapping[str, str] = field(default_factory=dict)

    def find(self, name: str | Path) -> Path | None:
        """Return the file with a name, relative to the folders, or None when none of them has it."""
        places = (folder / name for folder in self.folders)
        return next((place for place in places if place.is_file()), None)

    def text(self, name: str | Path) -> str | None:
        """Return the text that a site has by a name, or None when it has none. Raises `OSError` when it cannot be read."""
        made = self.made.get(Path(name).as_posix())
        found = self.find(name)
        return found.read_text(encoding="utf-8", errors="replace") if made is None and found else made

    def own(self, name: str | Path) -> bool:
        """Return whether a file comes from the instance, or from nowhere, and not from the engine."""
        found = self.find(name)
        return found is None or not found.is_relative_to(THEME)


def of_engine(source: str | None) -> bool:
    """Return whether a file is a page that every site has, given its path; None is that of no file."""
    return bool(source) and Path(str(source)).is_relative_to(PAGES)


def engine_pages() -> Iterator[tuple[str, Path]]:
    """Yield the pages that every site has, as the name below docs/ that overlays it and the file itself, in one order."""
    for path in sorted(PAGES.rglob("*.md")):
        yield path.relative_to(PAGES).as_posix(), path
