"""The forms in which a merge can be told, by name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from polderkoers.report.merging.outcome import MergeReport

# Where each is written; by name, so that asking for the help loads none of them.
MERGE_FORMATS = {
    "text": "polderkoers.report.merging.text:as_text",
    "json": "polderkoers.report.merging.json:as_json",
}


def form_of(name: str) -> Callable[[MergeReport], str]:
    """Return the function that tells a merge in a form of `MERGE_FORMATS`."""
    module, _, function = MERGE_FORMATS[name].partition(":")
    return cast("Callable[[MergeReport], str]", getattr(import_module(module), function))
