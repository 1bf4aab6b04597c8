"""Why a preview has no page to show."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.exceptions import MkDocsException

from polderkoers.errors import PolderkoersError


class PageFailed(PolderkoersError):
    """A page cannot be made, and never could since the preview began."""


class NothingYet(PolderkoersError):
    """There is no state of the site that can be shown."""

    def __init__(self) -> None:
        super().__init__("Er is nog geen site om te laten zien.")


@contextmanager
def in_words() -> Iterator[None]:
    """Raise `PageFailed` for whatever goes wrong meanwhile: a browser gets an answer, also when the program has a fault."""
    try:
        yield
    except Exception as error:
        raise PageFailed(words(error)) from error


def words(error: BaseException) -> str:
    """Return what went wrong; of what is no message for an editor, where it went wrong too."""
    if isinstance(error, (PolderkoersError, MkDocsException)):
        return str(error)
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = "".join(f" ({Path(frame.filename).name}, regel {frame.lineno})" for frame in last)
    return f"Het programma dat de site maakt, liep vast: {type(error).__name__}: {error}{where}"
