"""What the live preview says."""

from __future__ import annotations

import logging

import pytest

from polderkoers.website.preview_words import in_dutch


def _heard(text: str, level: int = logging.INFO) -> str | None:
    record = logging.LogRecord("mkdocs.livereload", level, "", 0, text, (), None)
    return record.getMessage() if in_dutch(record) else None


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("Building documentation...", "De site wordt gemaakt …"),
        ("Documentation built in 12.62 seconds", "De site is klaar."),
        ("[10:07:59] Serving on http://127.0.0.1:8000/", "Bekijk de site: http://127.0.0.1:8000/ (stoppen: Ctrl+C)"),
        ("[10:07:59] Watching paths for changes: 'docs', 'data'", None),
        ("[macros] - Functions found: define_env", None),
        ("data/x.yaml:1:1: waarschuwing [ongebruikt] Dat.", "data/x.yaml:1:1: waarschuwing [ongebruikt] Dat."),
    ],
)
def test_what_is_no_use_to_an_editor_is_not_said(said, heard):
    """What the generator says of itself is Dutch or silent; what we say of the data stays as it is."""
    assert _heard(said) == heard


def test_a_warning_is_always_heard():
    """Nothing that may be wrong is kept silent, whatever it begins with."""
    assert _heard("[macros] - ERROR", logging.WARNING) == "[macros] - ERROR"
