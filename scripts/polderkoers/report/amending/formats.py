"""The forms in which the outcome of amendments can be written, by name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from polderkoers.report.amending.outcome import AmendReport

# Where each is written; by name, so that asking for the help loads none of them.
AMEND_FORMATS = {
    "text": "polderkoers.report.amending.text:as_text",
    "markdown": "polderkoers.report.amending.markdown:as_markdown",
    "html": "polderkoers.report.amending.html:as_html",
    "json": "polderkoers.report.amending.json:as_json",
}


def form_of(name: str) -> Callable[[AmendReport], str]:
    """Return the function that writes the outcome in a form of `AMEND_FORMATS`."""
    module, _, function = AMEND_FORMATS[name].partition(":")
    return cast("Callable[[AmendReport], str]", getattr(import_module(module), function))
