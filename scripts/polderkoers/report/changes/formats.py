"""The forms in which a comparison can be written, by name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from polderkoers.report.changes.comparison import ComparisonReport

# Where each is written: `diff --format` and its help follow. By name, so that asking for the help loads none of them.
CHANGE_FORMATS = {
    "text": "polderkoers.report.changes.text:as_text",
    "markdown": "polderkoers.report.changes.markdown:as_markdown",
    "html": "polderkoers.report.changes.html:as_html",
    "besluit": "polderkoers.report.changes.besluit:as_besluit",
    "json": "polderkoers.report.changes.json:as_json",
}


def form_of(name: str) -> Callable[[ComparisonReport], str]:
    """Return the function that writes a comparison in a form of `CHANGE_FORMATS`."""
    module, _, function = CHANGE_FORMATS[name].partition(":")
    return cast("Callable[[ComparisonReport], str]", getattr(import_module(module), function))
