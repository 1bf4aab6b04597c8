"""Writes what follows from the model and stands in a file: the schemas of the data, and the names for what may not know the model.

`make schema` runs it at the root of the repository.
"""

from __future__ import annotations

from pathlib import Path

from polderkoers.policy.model.files import KINDS
from polderkoers.policy.model.json_schema import as_text, known_names, schemas
from polderkoers.policy.tree import SCHEMA_SUFFIX

_KNOWN = Path(__file__).parents[2] / "known.json"

if __name__ == "__main__":
    for name, schema in schemas(KINDS).items():
        Path("schema", f"{name}{SCHEMA_SUFFIX}").write_text(as_text(schema), encoding="utf-8")
    _KNOWN.write_text(as_text(known_names(KINDS)), encoding="utf-8")
