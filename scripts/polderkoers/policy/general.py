"""What is known of Dutch and holds for every organisation: it ships with the engine, and an instance adds to it."""

from __future__ import annotations

import dataclasses
import re
from functools import cache
from importlib.resources import files
from pathlib import Path

from polderkoers.policy.index import SHIPPED, Policy
from polderkoers.policy.model.build import build_file
from polderkoers.policy.model.zoekwoorden import Zoekwoorden
from polderkoers.policy.source import Document, parse

_FOLDER = "kennis"
_COMMENT = re.compile(r"^ +#", re.MULTILINE)


@cache
def general_files() -> tuple[Document, ...]:
    """Return the files that ship with the engine, which follow the same schemas as those of an instance."""
    found = sorted(files("polderkoers.policy").joinpath(_FOLDER).iterdir(), key=lambda file: file.name)
    # A comment at the left is none that could be text, which lets the file be read quickly; every line stays where it is.
    texts = ((file.name, _COMMENT.sub("#", file.read_text(encoding="utf-8"))) for file in found)
    read = (parse(text, name) for name, text in texts if name.endswith(".yaml"))
    return tuple(document for document in read if isinstance(document, Document))


@cache
def general_policy() -> Policy:
    """Return all that ships with the engine, indexed; its files are named as a site publishes them."""
    built = map(build_file, general_files())
    return Policy(dataclasses.replace(file, file=f"{SHIPPED}{file.file}") for file in built)


def general_path(file: str) -> Path:
    """Return where a file that ships with the engine stands on this machine, by the name that a site publishes it under."""
    return Path(str(files("polderkoers.policy").joinpath(_FOLDER, file.removeprefix(SHIPPED))))


@cache
def general_left_out() -> tuple[str, ...]:
    """Return the Dutch words of a question that say nothing about what is looked for."""
    return next((file.weglaten for file in general_policy().files if isinstance(file, Zoekwoorden)), ())
