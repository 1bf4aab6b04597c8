"""A made-up instance: data and a few lines of settings, and nothing of the engine."""

from __future__ import annotations

import shutil
from pathlib import Path

from support.made_up import BASIS

SETTINGS = """\
site_name: {name}
theme:
  name: polderkoers
plugins:
  - polderkoers
  - macros
"""


def instance(root: Path, name: str = "Polderdam", more: str = "") -> Path:
    """Make an instance with the small data of the test cases in a folder, and return the folder."""
    shutil.copytree(BASIS / "data", root / "data")
    (root / "mkdocs.yml").write_text(SETTINGS.format(name=name) + more, encoding="utf-8")
    return root
