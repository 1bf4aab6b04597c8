"""check-jsonschema in an environment of its own, and our schemas as the one file that it takes."""

from __future__ import annotations

import json
import subprocess
import venv
from pathlib import Path
from typing import Any

from benchmarks.measure import Command, NotMeasured

VERSION = "0.39.0"


def install(folder: Path) -> Path:
    """Return the program, installed once in a folder. Raises `NotMeasured` when that cannot be done here."""
    program = folder / "bin" / "check-jsonschema"
    if program.exists():
        return program
    try:
        venv.create(folder, clear=True, with_pip=True)
        pip: list[str | Path] = [
            folder / "bin" / "python",
            "-m",
            "pip",
            "install",
            "--quiet",
            f"check-jsonschema=={VERSION}",
        ]
        subprocess.run(pip, check=True, capture_output=True, timeout=600)  # noqa: S603 - our own command
    except subprocess.CalledProcessError as error:
        last = (error.stderr.decode(errors="replace").strip().splitlines() or ["zonder uitleg"])[-1]
        raise NotMeasured(f"check-jsonschema {VERSION} kan hier niet worden geïnstalleerd: {last}") from error
    except (OSError, subprocess.SubprocessError) as error:
        raise NotMeasured(f"check-jsonschema {VERSION} kan hier niet worden geïnstalleerd: {error}") from error
    return program


def bundle(root: Path, target: Path) -> Path:
    """Write the schemas of a root as one, that chooses by `soort`, and return where it is.

    One call with one schema is the fairest there is: a call per kind would start the program eleven times.
    """
    schemas = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((root / "schema").glob("*.schema.json"))]
    kinds = [schema for schema in schemas if "soort" in schema.get("properties", {})]
    whole: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://polderkoers.example/schema/benchmark.json",
        "type": "object",
        "properties": {"soort": {"enum": [_kind(schema) for schema in kinds]}},
        "required": ["soort"],
        "allOf": [
            {"if": {"properties": {"soort": {"const": _kind(schema)}}}, "then": {"$ref": schema["$id"]}}
            for schema in kinds
        ],
        "$defs": {str(place): schema for place, schema in enumerate(schemas)},
    }
    target.write_text(json.dumps(whole), encoding="utf-8")
    return target


def command(program: Path, schema: Path, root: Path) -> Command:
    """Return the command that checks all data of a root."""
    files = sorted((root / "data").rglob("*.yaml"))
    return Command([program, "--quiet", "--schemafile", schema, *files], root, {})


def _kind(schema: dict[str, Any]) -> str:
    kind: str = schema["properties"]["soort"]["const"]
    return kind
