"""Tells what is wrong with a macro on a page in Dutch, with file and line, and all of it at once.

The plugin mkdocs-macros tells it in English with a traceback, and then ends the program, the live preview too.
"""

from __future__ import annotations

import contextlib
import difflib
import logging
import os
import re
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError, UndefinedError
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from polderkoers.errors import DEBUG
from polderkoers.website.views.handwritten import AskedWrongly
from polderkoers.website.words import bullets

_log = logging.getLogger("mkdocs.plugins.mkdocs_macros.util")

# What Python calls a text that was given to Jinja as it is.
_TEMPLATE = "<template>"
_UNDEFINED = re.compile(r"'([^']+)' is undefined")
_LACKS = re.compile(r"object' has no attribute '([^']+)'")
_CALLED = re.compile(r"(\w+)\(\) (?:missing|got|takes)")
# How each macro is written, by its name.
USAGE = {
    "kaart": '{{ kaart("fijn-wonen") }}',
    "lijst": '{{ lijst(soort="doel", thema="wonen", hoogstens=3) }}',
    "cijfer": '{{ cijfer("fijn-wonen/cijfer-huizen") }}',
    "stand_van": "{{ stand_van() }}",
    "tweede_lezing": "{{ tweede_lezing() }}",
    "overzicht": '{{ overzicht("onderwerpen") }}',
}


@dataclass
class Faults:
    """What is wrong with macros in one build, a line per fault."""

    root: Path = field(default_factory=Path)
    lines: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """Return all that is wrong, for who wrote the pages."""
        return f"Op deze bladzijden klopt iets niet:\n{bullets(self.lines)}"

    def taken(self) -> tuple[str, ...]:
        """Return all that is wrong, and forget it."""
        taken = tuple(self.lines)
        self.lines.clear()
        return taken

    def start(self, root: Path, macros: Any) -> None:
        """Begin a build below a root: make the plugin mkdocs-macros hand over its faults instead of ending the program."""
        self.root = root
        self.lines.clear()
        if "render" in vars(macros):
            return  # a live preview builds more than once with one plugin
        render: Callable[..., str] = macros.render

        def watched(markdown: str, *more: Any, **named: Any) -> str:
            try:
                with _without_traceback():
                    return render(markdown, *more, **named)
            except SystemExit as end:
                # It ends while it handles what went wrong, so that Python keeps that beside it.
                self.add(macros.page, end.__context__)
                return ""

        macros.render = watched

    def add(self, page: Page, error: BaseException | None) -> None:
        """Note what went wrong on a page."""
        file = os.path.relpath(page.file.abs_src_path, self.root) if page.file.abs_src_path else page.file.src_uri
        line = _line(page, error)
        where = f"{file}:{line}" if line else file
        self.lines.append(f"{where}: {said(error)}")


@contextlib.contextmanager
def _without_traceback() -> Iterator[None]:
    """Leave out what mkdocs-macros tells of a fault, because we tell it; who looks for a fault in the program sees it."""
    if os.environ.get(DEBUG):
        yield
        return
    _log.addFilter(_is_no_fault)
    try:
        yield
    finally:
        _log.removeFilter(_is_no_fault)


def _is_no_fault(record: logging.LogRecord) -> bool:
    return record.levelno < logging.WARNING


def said(error: BaseException | None) -> str:
    """Return what went wrong in a macro, in Dutch, with how to mend it."""
    if isinstance(error, AskedWrongly):
        return str(error)
    if isinstance(error, TemplateSyntaxError):
        return (
            "tussen de accolades staat iets wat niet te lezen is. Hoe op te lossen: schrijf bijvoorbeeld "
            + USAGE["kaart"]
        )
    if isinstance(error, UndefinedError) and (found := _UNDEFINED.search(str(error))):
        return _unknown(found[1])
    if isinstance(error, UndefinedError) and (lacks := _LACKS.search(str(error))):
        return f"'{lacks[1]}' bestaat hier niet. Hoe op te lossen: kijk na wat er achter de punt staat."
    called = _CALLED.search(str(error))
    if isinstance(error, TypeError) and called and called[1] in USAGE:
        return f"zo kan '{called[1]}' niet gebruikt worden. Hoe op te lossen: schrijf bijvoorbeeld {USAGE[called[1]]}"
    return f"dit ging mis: {error}. Hoe op te lossen: kijk na wat er tussen de accolades staat."


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, USAGE, n=1)
    if near:
        return f"'{name}' bestaat niet. Hoe op te lossen: schrijf bijvoorbeeld {USAGE[near[0]]}"
    return f"'{name}' bestaat niet. Hoe op te lossen: gebruik {', '.join(USAGE)}; de bouwstenen van de site laten zien hoe."


def _line(page: Page, error: BaseException | None) -> int | None:
    """Return the line of the file that went wrong, or None when that is not known."""
    line = _in_template(error) if error else None
    return line + _above(page) if line else None


def _in_template(error: BaseException) -> int | None:
    """Return the line of what was given to Jinja that went wrong, or None when that is not known."""
    if isinstance(error, TemplateSyntaxError) and error.lineno:
        return error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno for frame in frames if frame.filename == _TEMPLATE), None)


def _above(page: Page) -> int:
    """Return how many lines of a page stand above its text: MkDocs gives a template what is below them."""
    source = page.file.content_string
    body, _ = get_data(source)
    return source.count("\n") - body.count("\n")
