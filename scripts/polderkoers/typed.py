"""Our commands in a text, written as they can be typed where the reader stands."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from functools import cache
from pathlib import Path

COMMAND = "polderkoers"
# Programs of ours: what they print is read by someone who started them here. A test or another program is none of those.
_OURS = {COMMAND, "mkdocs", "properdocs", "build_site"}
# A command is a word behind our name; "polderkoers" alone, in a path or in an address is our name, and behind "python -m" it is
# typed in full already.
_NAMED = re.compile(rf"(?<![\w/.\\-])(?<!-m ){COMMAND}(?= (?:--?[a-z]|[a-z]))")


def typed(text: str) -> str:
    """Return a text in which each command of ours begins with what starts it here."""
    return _NAMED.sub(lambda _: program(), text) if COMMAND in text else text


def command_line(*words: str) -> str:
    """Return a command of ours as it can be typed here, each word with quotes where it needs them."""
    return " ".join([program(), *map(quoted, words)])


def program() -> str:
    """Return what starts our command here: its name when it is on the path, or else the way to it from the working folder."""
    try:
        folder = str(Path.cwd())
    except OSError:  # the folder was removed while someone stands in it
        folder = os.sep
    return _program(sys.argv[0], folder)


def quoted(word: str) -> str:
    """Return a word as a shell reads it back."""
    if sys.platform == "win32":
        return f'"{word}"' if re.search(r"[^\w.\\/:=-]", word) else word
    return shlex.quote(word)


@cache
def _program(started: str, folder: str) -> str:
    place = Path(started)
    if place.name == "__main__.py" and COMMAND in (place.parent.name, place.parent.parent.name):
        return f"{quoted(nearest(Path(sys.executable), folder))} -m {COMMAND}"
    if place.stem not in _OURS:
        return COMMAND
    own = Path(sys.executable).with_name(f"{COMMAND}.exe" if sys.platform == "win32" else COMMAND)
    found = shutil.which(COMMAND)
    if not own.exists() or (found and Path(found).exists() and own.samefile(found)):
        return COMMAND
    return quoted(nearest(own, folder))


def nearest(path: Path, folder: str) -> str:
    """Return a path as it is shortest to type from a folder."""
    try:
        near = os.path.relpath(path, folder)
    except ValueError:  # another drive
        return str(path)
    return min(near, str(path), key=len)
