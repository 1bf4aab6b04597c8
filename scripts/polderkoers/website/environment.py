"""The templates of the package, set up once for all that fill them in."""

from __future__ import annotations

from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket

from polderkoers.website.folding import shares

# How many texts are kept: pages that are written by hand come in between, and each of those is another text.
_KEPT = 8


class Compiled(BytecodeCache):
    """What templates were compiled to in this process: a preview sets up its templates at every change, and they stay the same."""

    def __init__(self) -> None:
        """Start with nothing compiled."""
        self._held: dict[str, tuple[str, CodeType]] = {}
        # What earlier processes compiled, when this one is to know.
        self.earlier: BytecodeCache | None = None

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket when its very template was compiled before."""
        checksum, code = self._held.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
        elif self.earlier:
            self.earlier.load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        if bucket.code is not None:
            self._held[bucket.key] = (bucket.checksum, bucket.code)
            if self.earlier:
                self.earlier.dump_bytecode(bucket)


COMPILED = Compiled()


def environment() -> Environment:
    """Return a fresh environment: every template escapes, and an unknown name in one stops the build."""
    found = Environment(
        loader=PackageLoader("polderkoers.website"),
        autoescape=True,
        undefined=StrictUndefined,
        # Jinja's own signs for a comment are how Markdown gives a heading its anchor.
        comment_start_string="{##",
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=COMPILED,
        # Who builds again sets up the templates again; to look at each file for each page is of no use.
        auto_reload=False,
    )
    found.globals["shares"] = shares
    return found


def read_once(macros: Any) -> None:
    """Make mkdocs-macros keep what it read last, because all generated pages say the same; it would read that again for each."""
    macros.env.from_string = lru_cache(maxsize=_KEPT)(macros.env.from_string)
