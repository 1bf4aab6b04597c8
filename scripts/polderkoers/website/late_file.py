"""A file of a site that is written when somebody reads it: a live preview reads few of the hundreds that it has."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File


class LateFile(File):
    """A file that is made by the plugin. `make` gives what is in it, and is asked once."""

    make: Callable[[], str | bytes]
    made: str | bytes | None = None

    @classmethod
    def of(cls, config: MkDocsConfig, path: str, make: Callable[[], str | bytes]) -> LateFile:
        """Return the file at a path below the folder of the pages, with what `make` gives."""
        file = cast("LateFile", cls.generated(config, path, content=""))
        file.make, file.made = make, None
        return file

    # Whatever MkDocs does with a file that was generated, it takes its content from here.
    @property
    def _content(self) -> str | bytes | None:
        if self.made is None:
            self.made = self.make()
        return self.made

    @_content.setter
    def _content(self, value: str | bytes | None) -> None:
        self.made = value
