"""Git repositories for tests."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path


def git(folder: Path, *arguments: str, given: str | None = None, within: Mapping[str, str] | None = None) -> str:
    """Run git in a folder with a made-up person, and return what it prints; `within` are more variables, `given` what it reads."""
    who = {"GIT_AUTHOR_NAME": "T", "GIT_AUTHOR_EMAIL": "t@polderdam.example", "GIT_CONFIG_GLOBAL": os.devnull}
    who |= {"GIT_COMMITTER_NAME": "T", "GIT_COMMITTER_EMAIL": "t@polderdam.example", "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **who, **(within or {})},
        check=True,
        capture_output=True,
        text=True,
        input=given,
    )
    return done.stdout.strip()


def save(root: Path, message: str = "x") -> str:
    """Commit all there is, and return the commit."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(root, "rev-parse", "HEAD")
