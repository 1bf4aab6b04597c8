"""What several commands do: which files they are asked for, and how they tell things."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from polderkoers.console import echo
from polderkoers.errors import NotInData
from polderkoers.policy.tree import Folder, Lines
from polderkoers.problems import Problem
from polderkoers.report.formats import FORMATS, Report
from polderkoers.typed import command_line


def within_data(root: Path, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return files and folders relative to the root, as the data names them. Raises `NotInData` for any other."""
    return tuple(_in_data(root, path) for path in paths)


def _in_data(root: Path, path: str) -> str:
    # From the folder where someone is, or as a message names it: from the root.
    for place in (Path(path), root / path):
        if place.exists() and place.resolve().is_relative_to((root / "data").resolve()):
            return place.resolve().relative_to(root.resolve()).as_posix()
    raise NotInData(path)


def is_in(file: str, only: tuple[str, ...]) -> bool:
    """Return whether a file is one of those asked for, or below one; all are when none is asked for."""
    return not only or any(file == each or file.startswith(f"{each}/") for each in only)


def on_a_terminal() -> bool:
    """Return whether colours are wanted (https://no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def tell_problems(root: Path, problems: tuple[Problem, ...], *, err: bool = False) -> None:
    """Print problems as text, if there are any."""
    if problems:
        echo(FORMATS["text"](Report(problems, Lines(Folder(root)))), err=err)


def again_as(command: str, root: Path) -> str:
    """Return a command as it can be typed here for the same root."""
    if root == Path():
        return command_line(command)
    return command_line(command, "--root", str(root))
