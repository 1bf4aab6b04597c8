"""Which version of the engine this is, and which one an instance was made with."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_NAME = "polderkoers"
REQUIREMENTS = "requirements.txt"
# By number, or by an address: the number stands behind it, or in the name of the file there.
_PINNED = re.compile(rf"^{_NAME}\s*(?:==\s*|@.*?# versie |@\s*\S*?{_NAME}-)(\d+(?:\.\d+)*)", re.MULTILINE)
_LINE = re.compile(rf"^{_NAME}\b.*$", re.MULTILINE)


def installed() -> str:
    """Return the version of the engine that runs; empty when it was never installed."""
    try:
        return distribution(_NAME).version
    except PackageNotFoundError:
        return ""


def _origin() -> dict[str, Any]:
    """Return where this engine was installed from, as its installer wrote it down; nothing when that is not known."""
    try:
        found = json.loads(distribution(_NAME).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def requirement() -> str:
    """Return the line that installs this very engine: by its number, or by the address on the internet that it came from."""
    origin = _origin()
    address = str(origin.get("url", ""))
    if urlsplit(address).scheme not in ("http", "https") or urlsplit(address).username:
        return f"{_NAME}=={installed()}"
    source = origin.get("vcs_info", {})
    if not source:
        return f"{_NAME} @ {address}  # versie {installed()}"
    where = f"{source.get('vcs', 'git')}+{address}@{source.get('commit_id', 'main')}"
    return f"{_NAME} @ {where}  # versie {installed()}"


def came_as_file() -> str:
    """Return what to do when this engine came as a file, which a forge cannot find; empty when it can be found by its requirement."""
    if urlsplit(str(_origin().get("url", ""))).scheme != "file":
        return ""
    return (
        f"Let op: Polderkoers kwam hier uit een bestand, en dat vinden GitHub en GitLab niet. Hoe op te lossen: zet het op een adres dat "
        f"begint met https://, en schrijf dat adres in {REQUIREMENTS}."
    )


def raised(text: str, was: str, now: str) -> str:
    """Return the text of a requirements.txt with this engine in the place of an older one; an address keeps its form."""
    ours = requirement()
    return _LINE.sub(lambda line: ours if "@" in ours else line[0].replace(was, now), text, count=1)


def pinned(root: Path) -> str:
    """Return the version that an instance says it was made with; empty when it does not say."""
    try:
        found = _PINNED.search((root / REQUIREMENTS).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return ""
    return found[1] if found else ""


def other_engine(root: Path) -> str:
    """Return in Dutch what to do when an instance was made with another version than the one that runs; empty when not."""
    made, here = pinned(root), installed()
    if not made or not here or _parts(made) == _parts(here):
        return ""
    told = f"Let op: deze site is gemaakt met Polderkoers {made}, en dit is Polderkoers {here}. Hoe op te lossen: "
    back = f"pip install -r {REQUIREMENTS}"
    if _parts(made) > _parts(here):
        return f"{told}zet de nieuwere neer, met: {back}"
    return f"{told}breng de site bij met: polderkoers upgrade. Of blijf bij de oude, met: {back}"


def _parts(version: str) -> tuple[int, ...]:
    numbers = list(map(int, re.findall(r"\d+", version)[:3]))
    return (*numbers, *[0] * (3 - len(numbers)))
