"""The forms in which a comparison can be written, by name."""

from __future__ import annotations

from collections.abc import Callable

from polderkoers.report.changes.comparison import ComparisonReport
from polderkoers.report.changes.html import as_html
from polderkoers.report.changes.json import as_json
from polderkoers.report.changes.markdown import as_markdown
from polderkoers.report.changes.text import as_text

CHANGE_FORMATS: dict[str, Callable[[ComparisonReport], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "html": as_html,
    "json": as_json,
}
