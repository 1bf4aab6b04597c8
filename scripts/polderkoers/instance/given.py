"""The files that an instance was given beside its data: which of them an older engine wrote so, and nobody changed since.

Only such a file may be replaced. `given.json` keeps a mark of each text that an engine gave, a generation per entry, the newest last.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from polderkoers.instance.engine import REQUIREMENTS, pinned
from polderkoers.instance.first import first_files
from polderkoers.instance.naming import Naming
from polderkoers.policy.canonical.patch import patch
from polderkoers.policy.tree import own_schemas

_KEPT = Path(__file__).with_name("given.json")
# What is filled in for one organisation, or is its own from the first day.
_OWN = ("data/", "README.md", "mkdocs.yml", REQUIREMENTS)

Generation = Mapping[str, str]


@dataclass(frozen=True)
class Given:
    """What is to be done to the files that an instance was given: what replaces which, and what was changed by hand.

    `fresh` are the new texts by path; `new` are those among them that no older engine gave. `changed` holds for each file that was
    changed by hand the patch from it to the text of today.
    """

    fresh: Mapping[str, bytes]
    new: frozenset[str]
    changed: Mapping[str, str]


def given_to(root: Path) -> Given:
    """Return what this engine gives otherwise than an instance has it; nothing when `init` did not make the instance."""
    if not pinned(root) or own_schemas(root):
        return Given({}, frozenset(), {})
    texts, former = todays(), generations()
    there = {file: text for file in texts if (text := _text(root / file)) is not None}
    older = {file for file, text in there.items() if text != texts[file] and _is_given(file, text, former)}
    new = {file for file in texts if not (root / file).exists() and _came_with(file, older, there, former)}
    changed: dict[str, str] = {}
    for file, text in there.items():
        if text != texts[file] and file not in older:
            changed[file] = patch(file, text, texts[file]).decode("utf-8")
    return Given({file: texts[file] for file in sorted(older | new)}, frozenset(new), changed)


@cache
def todays() -> dict[str, bytes]:
    """Return the files that this engine gives to every instance alike."""
    files = first_files(Naming("Voorbeeld", "gemeente"), date.min)
    return {file: content for file, content in files.items() if not file.startswith(_OWN)}


@cache
def generations() -> tuple[Generation, ...]:
    """Return the marks of what engines gave, by file; the newest last."""
    return tuple(json.loads(_KEPT.read_text(encoding="utf-8")))


def marks() -> dict[str, str]:
    """Return the marks of what this engine gives."""
    return {file: _mark(content) for file, content in sorted(todays().items())}


def keep(*, released: bool = False) -> None:
    """Write down what this engine gives, in the place of the newest generation, or behind it when that was released."""
    former = generations() if released else generations()[:-1]
    _KEPT.write_text(json.dumps([*former, marks()], indent=1) + "\n", encoding="utf-8")


def _mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _text(path: Path) -> bytes | None:
    """Return the text of a file with the line ends that we write; None when there is none to be read."""
    try:
        text = path.read_bytes().replace(b"\r\n", b"\n")
        text.decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return text


def _is_given(file: str, text: bytes, former: tuple[Generation, ...]) -> bool:
    return any(generation.get(file) == _mark(text) for generation in former)


def _came_with(file: str, older: set[str], there: Mapping[str, bytes], former: tuple[Generation, ...]) -> bool:
    """Return whether a file that is not there belongs to one beside it that is older than the file itself.

    What an older engine did give, and is not there, was taken away on purpose.
    """
    neighbours = (beside for beside in older if Path(beside).parent == Path(file).parent)
    return any(not _gave(file, _of(beside, there[beside], former)) for beside in neighbours)


def _gave(file: str, generations_: Iterator[Generation]) -> bool:
    """Return whether each of these generations has a file."""
    return all(file in generation for generation in generations_)


def _of(file: str, text: bytes, former: tuple[Generation, ...]) -> Iterator[Generation]:
    """Yield the generations in which a file had a text."""
    return (generation for generation in former if generation.get(file) == _mark(text))
