"""Says whether what builds keep came along with the project: then it is not what a build here made, but whatever somebody put there.

Who may propose a change of data may put a file in any folder of it, or a link in the place of a folder. A seal shows damage, and not who wrote it.
"""

from __future__ import annotations

from pathlib import Path

from polderkoers.website.dates import told_by_git
from polderkoers.website.sealed import is_off

# The folder that everything is kept in, by its first part: a link may stand there.
KEPT = ".polderkoers"


def in_git(root: Path, name: str) -> bool:
    """Return whether Git has a file below a root, or anything in a folder of that name; to some systems capitals are small letters."""
    return bool(told_by_git(root, "ls-files", "--", f":(icase){name}"))


def keeps(root: Path) -> bool:
    """Return whether a build below a root keeps something for the next, and takes what earlier ones kept."""
    return not is_off() and not in_git(root, KEPT)


def warning(root: Path) -> str:
    """Return what a build says of what came along with the project; nothing when nothing did, or nothing is to be kept at all."""
    if is_off() or keeps(root):
        return ""
    return (
        f"De map {KEPT} staat in Git. De bladzijden die daar zijn bewaard, kunnen door iedereen zijn gemaakt die een voorstel doet. Daarom wordt er "
        f"niets van gebruikt. Hoe op te lossen: typ git rm -r --cached {KEPT} en zet in .gitignore: {KEPT}/"
    )
