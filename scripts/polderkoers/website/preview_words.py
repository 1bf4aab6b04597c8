"""What the live preview says while it runs: in Dutch, and nothing that an editor can do nothing with."""

from __future__ import annotations

import logging
import os
import re

from polderkoers.errors import DEBUG

# Who speaks: the parts of MkDocs and ProperDocs that preview, and mkdocs-macros.
_SPEAKERS = ("commands.serve", "commands.build", "livereload", "plugins.mkdocs_macros.util")
_GENERATORS = ("mkdocs", "properdocs")
# What they say and what an editor reads instead; nothing where it is no use.
_SAID = (
    (re.compile(r"^Building documentation\.\.\."), "De site wordt gemaakt …"),
    (re.compile(r"^Documentation built in .*"), "De site is klaar."),
    (re.compile(r"^.*Serving on (\S+).*"), r"Bekijk de site: \1 (stoppen: Ctrl+C)"),
    (re.compile(r"^.*Detected file changes.*"), "Er is iets veranderd."),
    (re.compile(r"^.*Reloading browsers.*"), "Je browser laat de nieuwe site zien."),
    (re.compile(r"^.*(?:Cleaning site directory|Watching paths|Browser connected|Shutting down|\[macros\]).*", re.DOTALL), ""),
)  # fmt: skip


def speak_dutch() -> None:
    """Make the live preview of this process speak Dutch; who looks for a fault in the program still hears all as it is."""
    if os.environ.get(DEBUG):
        return
    for generator in _GENERATORS:
        for speaker in _SPEAKERS:
            logging.getLogger(f"{generator}.{speaker}").addFilter(in_dutch)


def in_dutch(record: logging.LogRecord) -> bool:
    """Put what is said in Dutch, and return whether it is said at all; a warning and what is not known here stay as they are."""
    if record.levelno > logging.INFO:
        return True
    said = record.getMessage()
    for pattern, dutch in _SAID:
        if pattern.match(said):
            record.msg, record.args = pattern.sub(dutch, said), ()
            return bool(dutch)
    return True
