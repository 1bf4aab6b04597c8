"""Builds a site once and keeps the Markdown of every page as it is after the macros: `capture ROOT FOLDER`.

It is a program of its own, so that building one root leaves nothing behind for the next.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_KEPT_FIELDS = ("title", "description")


def on_pre_build(config: Any) -> None:
    """Let Markdown make the headings: our own build makes them without it, and the rival is to make them too."""
    config["plugins"]["polderkoers"].renderer.makes_headings = False


def on_page_markdown(markdown: str, page: Any, config: Any, **_: Any) -> None:
    """Write a page as ready Markdown; MkDocs calls this after all plugins."""
    path = Path(config["extra"]["capture"]) / page.file.src_uri
    path.parent.mkdir(parents=True, exist_ok=True)
    head = "\n".join(
        f"{field}: {json.dumps(page.meta[field], ensure_ascii=False)}" for field in _KEPT_FIELDS if field in page.meta
    )
    # Our own build keeps its HTML out of Markdown; the rival gets all of it.
    whole = config["plugins"]["polderkoers"].renderer.unpark(markdown)
    path.write_text(f"---\n{head}\n---\n\n{whole}\n", encoding="utf-8")


on_page_markdown.mkdocs_priority = -100  # type: ignore[attr-defined]


def capture(root: Path, target: Path) -> None:
    """Build the site of a root and write the ready Markdown of all pages below `target`."""
    from mkdocs.commands.build import build  # noqa: PLC0415 - MkDocs loads this very file as a hook, and needs none of it
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.utils.yaml import yaml_load  # noqa: PLC0415

    path = root / "mkdocs.yml"
    with path.open("rb") as file:
        settings = yaml_load(file)
    with TemporaryDirectory() as site:
        config = load_config(
            str(path),
            hooks=[*settings.get("hooks", ()), __file__],
            extra={**settings.get("extra", {}), "capture": str(target)},
            site_dir=site,
        )
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()


if __name__ == "__main__":
    capture(Path(sys.argv[1]), Path(sys.argv[2]))
