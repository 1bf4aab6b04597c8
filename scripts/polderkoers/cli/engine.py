"""What is said when an instance and the engine that runs do not fit."""

from __future__ import annotations

from pathlib import Path

from polderkoers.console import echo


def tell_engine(root: Path) -> None:
    """Say what to do when an instance was made with another engine than this, and give its editor the schemas of this one."""
    from polderkoers.instance.editor import keep_schemas
    from polderkoers.instance.engine import other_engine, pinned

    if not pinned(root):
        return
    keep_schemas(root)
    if told := other_engine(root):
        echo(told, err=True)
