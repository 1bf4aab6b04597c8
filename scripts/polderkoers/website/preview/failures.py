"""Why a preview has no page to show."""

from __future__ import annotations

from polderkoers.errors import PolderkoersError


class PageFailed(PolderkoersError):
    """A page cannot be made, and never could since the preview began."""


class NothingYet(PolderkoersError):
    """There is no state of the site that can be shown."""

    def __init__(self) -> None:
        super().__init__("Er is nog geen site om te laten zien.")
