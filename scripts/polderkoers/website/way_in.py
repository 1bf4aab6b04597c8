"""How commands are typed in the folder of a site: with what its Makefile sets up, or in a virtual environment."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

_SHELL = re.compile(r"^shell\s*:", re.MULTILINE)
_EXPLAINED = ("CONTRIBUTING.md", "README.md")


def way_in(root: Path | None) -> dict[str, Any]:
    """Return what a page may name of the folder of a site: whether make opens a window for commands, and which file explains more."""
    if root is None:
        return {"met_make": False, "uitleg_bestand": _EXPLAINED[-1]}
    make = root / "Makefile"
    opens = make.is_file() and _SHELL.search(make.read_text("utf-8", "replace"))
    explained = next((name for name in _EXPLAINED if (root / name).is_file()), _EXPLAINED[-1])
    return {"met_make": bool(opens), "uitleg_bestand": explained}
