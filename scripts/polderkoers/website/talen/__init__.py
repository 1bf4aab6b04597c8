"""The fixed texts of pages in another language: a catalogue per language, which `woorden` of an instance go before."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

DUTCH = "nl"
_HERE = Path(__file__).parent


@cache
def shipped(language: str) -> Mapping[str, str]:
    """Return the fixed texts that ship in a language, by their names; none when it has no catalogue."""
    path = _HERE / f"{language}.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
