"""The date as of which the site speaks, so that two builds of one commit say the same."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime


def reference_date() -> date:
    """Return the date of SOURCE_DATE_EPOCH, or of the last commit, or else today.

    SOURCE_DATE_EPOCH: https://reproducible-builds.org/specs/source-date-epoch/ (seconds since 1970, UTC).
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or _last_commit()
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else datetime.now(UTC).date()


def _last_commit() -> str:
    try:
        found = subprocess.run(
            ["git", "log", "-1", "--format=%ct"],  # noqa: S607 - whichever git there is
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return found.stdout.strip()
