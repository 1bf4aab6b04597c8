"""Hears what MkDocs and its plugins say while one page is made, so that it can be said later, in the order of the pages."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

# MkDocs counts what is said here, and its plugins say it below.
_NAME = "mkdocs"


class _Recorder(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message as text: what it was made from may not be able to leave this process."""
        record.msg, record.args, record.exc_info = record.getMessage(), None, None
        self.heard.append(record)


@contextmanager
def heard() -> Iterator[list[logging.LogRecord]]:
    """Give a list that fills with all that is said meanwhile; nobody else hears it."""
    logger, ear = logging.getLogger(_NAME), _Recorder()
    others, propagate = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [ear], False
    try:
        yield ear.heard
    finally:
        logger.handlers, logger.propagate = others, propagate


def say(records: Iterable[logging.LogRecord]) -> None:
    """Say what was heard, as if it is said now."""
    for record in records:
        logging.getLogger(record.name).handle(record)
