"""The folders of data/ of which nothing is part of a version: translations, and what came of the policy."""

from __future__ import annotations

TRANSLATIONS = "vertalingen"
REPORTS = "verslagen"
DECISIONS = "besluiten"
BESIDE = (TRANSLATIONS, REPORTS, DECISIONS)
