"""The date as of which the site speaks, so that two builds of one commit say the same."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path


def reference_date() -> date:
    """Return the date of SOURCE_DATE_EPOCH, or of the last commit, or else today."""
    epoch = source_date_epoch()
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else datetime.now(UTC).date()


def source_date_epoch(root: Path | None = None) -> str:
    """Return the moment of a build in seconds since 1970: as the environment says, or else that of the last commit.

    The commit is that of `root`, by default the working folder. Empty when nothing says it.
    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    return os.environ.get("SOURCE_DATE_EPOCH") or _last_commit(root)


def _last_commit(root: Path | None) -> str:
    return told_by_git(root, "log", "-1", "--format=%ct")


def told_by_git(root: Path | None, *arguments: str) -> str:
    """Return what Git prints in a folder, by default the working folder; nothing when it is not there or cannot answer.

    Arguments that come from the data must follow `--end-of-options`.
    """
    try:
        found = subprocess.run(  # noqa: S603 - a fixed program
            ["git", "--no-pager", *arguments],  # noqa: S607 - whichever git there is
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return found.stdout.strip()
