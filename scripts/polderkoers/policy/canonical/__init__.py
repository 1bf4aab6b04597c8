"""The one canonical form of the data files: same data and same comments, same bytes, however a file was typed."""

from __future__ import annotations

from polderkoers.policy.canonical.files import FormatResult, format_files, format_patch
from polderkoers.policy.canonical.form import canonical

__all__ = ["FormatResult", "canonical", "format_files", "format_patch"]
