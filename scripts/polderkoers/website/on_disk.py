"""A file on disk for what a build puts away and looks at again: without a name, and gone with who asked for it."""

from __future__ import annotations

import weakref
from tempfile import TemporaryFile
from typing import IO


def put_away_for(owner: object) -> IO[bytes]:
    """Return an empty file that nobody else can open, and that is closed when its owner goes."""
    file = TemporaryFile()  # noqa: SIM115 - closed with its owner
    weakref.finalize(owner, file.close)
    return file
