"""The forms in which the policy beside its sources can be had."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from polderkoers.report.beside.html import as_html
from polderkoers.report.beside.json import as_json
from polderkoers.report.beside.laid_report import BesideReport
from polderkoers.report.beside.text import as_text

BESIDE_FORMS: Mapping[str, Callable[[BesideReport], str]] = {"text": as_text, "html": as_html, "json": as_json}
"""What writes each form."""
