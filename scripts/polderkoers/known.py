"""Names of the model for what may not know the model: reading, and the help of commands, which must not take long.

`make schema` writes them into known.json, beside the schemas; a test holds them to the model.
"""

from __future__ import annotations

import json
from pathlib import Path

_NAMES = json.loads((Path(__file__).parent / "known.json").read_text(encoding="utf-8"))

FIELDS: frozenset[str] = frozenset(_NAMES["fields"])
"""The names of all fields of the data."""

FOLDERS: dict[str, str] = _NAMES["folders"]
"""The kind of file that stands in each folder below data/."""

NEW: tuple[str, ...] = tuple(_NAMES["new"])
"""The kinds of file that can be begun: those of policy, then the lists."""
