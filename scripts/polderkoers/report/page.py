"""What reports as a page have in common: a page needs nothing else, so that its style stands in it and no script does."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

_FOLDER = "templates"
_SHARED = "basis.css"


class PageStyle(NamedTuple):
    """A style sheet, and the digest by which the page allows it and no other."""

    text: Markup
    digest: str


@cache
def style_of(package: str, name: str) -> PageStyle:
    """Return a style sheet from the templates of a package, with what all reports share before it."""
    shared, own = (_read(each, file) for each, file in ((__package__, _SHARED), (package, name)))
    text = f"{shared}\n{own}"
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
    return PageStyle(Markup(text), digest)  # noqa: S704 - our own style sheet


def _read(package: str, name: str) -> str:
    return resources.files(package).joinpath(_FOLDER, name).read_text(encoding="utf-8")


def environment(package: str, filters: Mapping[str, Callable[..., Any]]) -> Environment:
    """Return what fills the templates of a package: all that is put in is escaped, and what is not given is an error."""
    found = Environment(
        loader=PackageLoader(package, _FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters.update(filters)
    return found
