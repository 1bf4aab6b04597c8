"""Writes what follows from the kinds of file for editors, and the mark by which a later engine knows what this one gave.

`make schema` runs it at the root of the repository, after the schemas; `make released`, with `--released`, once a release is out.
"""

from __future__ import annotations

import sys
from pathlib import Path

from polderkoers.instance.first import editor_settings
from polderkoers.instance.given import keep
from polderkoers.policy.schema import Schemas

if __name__ == "__main__":
    for file, text in editor_settings("schema", Schemas(Path())).items():
        Path(file).write_text(text, encoding="utf-8")
    keep(released=sys.argv[1:] == ["--released"])
