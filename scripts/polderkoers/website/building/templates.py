"""Keeps what templates were compiled to from one build to the next, as Python does with its own code, and beside that.

It is not in the folder of a project: whoever may put a file there need not be someone whose code is run.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from polderkoers.website.sealed import Sealed

FOLDER = Path(cache_from_source(__file__)).parent / "sjablonen"
_HEAD = b"polderkoers-sjabloon-1\n"
# What a template is at most, compiled: more is damage.
_BIGGEST = 16 << 20
# As many as a build may use.
_COUNT = 200


class Templates(BytecodeCache):
    """The templates of one set-up of Jinja."""

    def __init__(self, name: str, engine: bytes, folder: Path = FOLDER) -> None:
        """Take the name of the set-up, and a digest of all our code: what a filter makes of words in a template is compiled with it."""
        self._sealed = Sealed(folder, _HEAD, _BIGGEST)
        self._told = f"{name} {sys.implementation.cache_tag} {engine.hex()}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket when its very template was compiled before."""
        body = self._sealed.get(self._key(bucket))
        if body is not None:
            bucket.code = marshal.loads(body)  # noqa: S302 - sealed, and where only this program and its owner write

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to, where Python keeps such things too."""
        if not sys.dont_write_bytecode:
            self._sealed.put(self._key(bucket), marshal.dumps(bucket.code))

    def bound(self) -> None:
        """Let go of what belongs to an engine of long ago."""
        self._sealed.bound(_COUNT)

    def _key(self, bucket: Bucket) -> str:
        return hashlib.sha256(f"{self._told} {bucket.key} {bucket.checksum}".encode()).hexdigest()
