"""Writes the schemas of the data into schema/, for editors and other programs: `make schema`."""

from __future__ import annotations

from pathlib import Path

from polderkoers.policy.model.json_schema import as_text, schemas
from polderkoers.policy.model.kinds import KINDS
from polderkoers.policy.tree import SCHEMA_SUFFIX

if __name__ == "__main__":
    for name, schema in schemas(KINDS).items():
        Path("schema", f"{name}{SCHEMA_SUFFIX}").write_text(as_text(schema), encoding="utf-8")
