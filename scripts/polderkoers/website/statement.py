"""What a site can say of its own accessibility: how it looks now, and what an examination found of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from polderkoers.website import outcome
from polderkoers.website.views.accessibility import Statement
from polderkoers.website.views.showcase.design import PAIRS


def statement_of(config: MkDocsConfig, contact: str, more: tuple[Path, ...]) -> Statement:
    """Return what a site with these settings says, and where it hears of reactions; `more` are files elsewhere that decide how it looks.

    Raises `OutcomeUnusable`.
    """
    docs, own = Path(config.docs_dir), config.theme.custom_dir
    mark = outcome.look(docs, Path(config.config_file_path), Path(own) if own else None, (*more, *hooks_of(config)))
    return Statement(mark, outcome.read(docs), len(PAIRS), contact)


def hooks_of(config: MkDocsConfig) -> Iterator[Path]:
    """Yield the files of code that a site adds: mkdocs.yml names them as seen from itself."""
    beside = Path(config.config_file_path).parent
    for hook in config.hooks:
        yield beside / hook
