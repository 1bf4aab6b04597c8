"""What a build says when it is done: where the site is, or what went wrong, in our own words where those help."""

from __future__ import annotations

import errno
import os
import re
import sys
from pathlib import Path

from polderkoers.errors import DEBUG
from polderkoers.typed import nearest, quoted

_TRACEBACK = "Traceback (most recent call last):"
_REPORT = (
    f"Hoe op te lossen: meld dit bij de beheerder van de site. Met {DEBUG}=1 voor de opdracht zie je waar het misging."
)
_FULL = tuple(f"[Errno {number}]" for number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
# How MkDocs tells of a setting of our plugin that is wrong.
_SETTING = re.compile(r"^.*Config value 'plugins': Plugin 'polderkoers' option '([^']+)': ", re.MULTILINE)
# What MkDocs puts before and behind what we say ourselves.
_PREFIX = re.compile(r"^(?:ERROR|WARNING) +-  ", re.MULTILINE)
_ABORTED = re.compile(r"^\s*Aborted with .*\n?", re.MULTILINE)


def in_dutch(said: str) -> str:
    """Return what went wrong, in our own words where an editor can do something about it."""
    if any(number in said for number in _FULL):
        return "De schijf is vol. Maak ruimte vrij en probeer het opnieuw."
    if not said.strip():
        return f"Het programma dat de site maakt, zei niet wat er mis is. Zo zie je het: {_again()}"
    if _SETTING.search(said):
        return _ABORTED.sub("", _SETTING.sub(r"In mkdocs.yml staat bij plugins: polderkoers: \1: ", said)).strip()
    *above, last = said.rstrip().split("\n")
    if os.environ.get(DEBUG):
        return said.rstrip()
    if _TRACEBACK not in above:
        return _PREFIX.sub("", _ABORTED.sub("", said)).strip() or said.strip()
    # What was said before it is ours; the rest is for who mends the program.
    told = above[: above.index(_TRACEBACK)]
    return "\n".join([*told, f"Het programma dat de site maakt, liep vast: {last}", _REPORT])


def not_built(why: str) -> str:
    """Return why there is no new site, and that the previous one is as it was."""
    return f"{why}\nDe site is niet opnieuw gebouwd. Een eerdere versie in de map site is niet veranderd."


def ready(site: Path) -> str:
    """Return where a site stands and how to look at it."""
    pages = sum(1 for _ in site.rglob("*.html"))
    return (
        f"De site staat in {site} ({pages} bladzijden).\n"
        f"Bekijken: {_python()} -m http.server 8000 --bind 127.0.0.1 --directory {quoted(nearest(site, str(Path.cwd())))}\n"
        "en open dan http://127.0.0.1:8000/ in je browser."
    )


def part_ready(folder: Path, part: str) -> str:
    """Return where a part of a site stands, and how a site is made of all of them."""
    return (
        f"Deel {part} van de site staat in {folder}.\n"
        f"Zet de mappen van alle delen bij elkaar in {folder.parent}, en maak de site met: polderkoers build --merge"
    )


def _again() -> str:
    return f"{_python()} -m mkdocs build --strict"


def _python() -> str:
    return quoted(nearest(Path(sys.executable), str(Path.cwd())))
