"""The date as of which the site speaks, so that two builds of one commit say the same."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from polderkoers.changes.git_call import answers
from polderkoers.errors import GitMissing, MomentWrong

# A reader in the Netherlands takes half past midnight on the first for the first, whatever day it is in Greenwich then.
_HERE = ZoneInfo("Europe/Amsterdam")
_SECONDS = re.compile("[0-9]{1,12}")
# The last day but one that a date can hold, so that no place on earth is past the end.
_LAST = int(datetime(9999, 12, 30, tzinfo=UTC).timestamp())


def reference_date() -> date:
    """Return the Dutch date of SOURCE_DATE_EPOCH, or of the last commit, or else today. Raises `MomentWrong`."""
    epoch = source_date_epoch()
    return (datetime.fromtimestamp(int(epoch), _HERE) if epoch else datetime.now(_HERE)).date()


def source_date_epoch(root: Path | None = None) -> str:
    """Return the moment of a build in seconds since 1970: as the environment says, or else that of the last commit.

    The commit is that of `root`, by default the working folder. Empty when nothing says it. Raises `MomentWrong` when the
    environment says something that is no moment. See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        return _last_commit(root)
    if not is_moment(given):
        raise MomentWrong(given)
    return given


def is_moment(text: str) -> bool:
    """Return whether a text is a number of seconds since 1970 that is a moment in a calendar."""
    return _SECONDS.fullmatch(text) is not None and int(text) <= _LAST


def _last_commit(root: Path | None) -> str:
    # `rev-list` and not `log`: settings of whoever builds do not change what it prints.
    said = told_by_git(root, "rev-list", "-1", "--format=%ct", "HEAD", "--").rpartition("\n")[2]
    return said if is_moment(said) else ""


def log_of_commits(root: Path) -> Path | None:
    """Return the file in which Git notes every commit that becomes the last one; None when there is no repository."""
    said = told_by_git(root, "rev-parse", "--git-path", "logs/HEAD")
    return root / said if said else None


def told_by_git(root: Path | None, *arguments: str) -> str:
    """Return what Git prints in a folder, by default the working folder; nothing when it is not there or cannot answer.

    Arguments that come from the data must follow `--end-of-options`.
    """
    try:
        return answers(root or Path(), *arguments)
    except (GitMissing, OSError):
        return ""
