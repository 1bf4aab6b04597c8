"""One row of the tables: a way to break made-up data, where the message stands, and what it says and has people do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from support.made_up import CASES

BASIS = Path(__file__).parent / "basis"
KERN = "data/kernopgaven/veilig-buiten.yaml"
_WHERE = (BASIS, CASES / "_basis")

# Files by path, to be put on top of the basis; None takes one away.
Files = Mapping[str, str | bytes | None]


@dataclass(frozen=True, kw_only=True)
class Row:
    """A broken input: what is put on top of the basis, and what an editor must hear.

    `at` is `line:column` in `file`. `says` are parts of the message, `hint` parts of the cure, and `never` stands nowhere.
    The cure is tried where it is certain: `typed` is a part of the hint that replaces the line, `mended` are the files that
    differ from the basis after doing what the hint says, and `repaired` says that `check --herstel` does it.
    """

    name: str
    files: Files
    at: str
    rule: str = "yaml-syntaxis"
    file: str = KERN
    says: tuple[str, ...] = ()
    hint: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    typed: str = ""
    mended: Files | None = None
    repaired: bool = False
    count: int = 1


def basis(file: str) -> str:
    """Return the text of a file of the basis."""
    return next((text for folder in _WHERE if (text := _text(folder / file))), "")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def changed(*edits: tuple[str, str], file: str = KERN) -> dict[str, str]:
    """Return a file of the basis with pieces of its text replaced; each must stand in it once."""
    text = basis(file)
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} staat er {text.count(old)} keer"
        text = text.replace(old, new)
    return {file: text}
