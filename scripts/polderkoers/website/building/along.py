"""Says whether a build may keep something for the next, and what it tells when the project came with the folder for that."""

from __future__ import annotations

from pathlib import Path

from polderkoers.changes.memory import came_along
from polderkoers.policy.cache import KEPT
from polderkoers.website.sealed import is_off


def keeps(root: Path) -> bool:
    """Return whether a build below a root keeps something for the next, and takes what earlier ones kept."""
    return not is_off() and not came_along(root, KEPT)


def warning(root: Path) -> str:
    """Return what a build says of what came along with the project; nothing when nothing did, or nothing is to be kept at all."""
    if is_off() or keeps(root):
        return ""
    return (
        f"De map {KEPT} staat in Git. De bladzijden die daar zijn bewaard, kunnen door iedereen zijn gemaakt die een voorstel doet. Daarom wordt er "
        f"niets van gebruikt. Hoe op te lossen: typ git rm -r --cached {KEPT} en zet in .gitignore: {KEPT}/"
    )
