"""What all pages of a site have in common: when anything of it is another, none of them is known again."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from polderkoers.website.building.prints import NoPrint, Prints

if TYPE_CHECKING:
    from polderkoers.website.render import Renderer

_ENGINE = Path(__file__).parents[2]
_LIBRARIES = ("jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-macros-plugin", "pyyaml")
# What code is compiled to stands beside it, and is another on another machine.
_COMPILED = "__pycache__"
# Where things stand on this machine, how strict it is, and what is asked about by itself (Markdown in `frame`, code in `usual`): no page shows it.
_NOT_SHOWN = frozenset(
    {
        "config_file_path",
        "dev_addr",
        "docs_dir",
        "exclude_docs",
        "draft_docs",
        "hooks",
        "markdown_extensions",
        "mdx_configs",
        "nav",
        "not_in_nav",
        "plugins",
        "site_dir",
        "strict",
        "theme",
        "validation",
        "watch",
    }
)


def ground(config: MkDocsConfig, nav: Navigation, renderer: Renderer, prints: Prints) -> bytes:
    """Return the fingerprint of all that a page is made with, beside what is its own. Raises `NoPrint`."""
    return prints.of(
        (
            engine(),
            tuple(_settings(config)),
            _menu(nav.items),
            nav.homepage.url if nav.homepage else None,
            sorted(renderer.addresses),
            renderer.site.publisher,
            _plain(renderer.site.words.own),
            sorted(renderer.site.words.alone),
            renderer.new_file,
            renderer.english.words,
        )
    )


@cache
def engine() -> bytes:
    """Return a digest of all code and templates, and of what they run on."""
    found = hashlib.sha256(platform.python_version().encode())
    for library in _LIBRARIES:
        found.update(f"{library} {version(library)}\n".encode())
    for path in sorted(_ENGINE.rglob("*")):
        if path.is_file() and _COMPILED not in path.parts:
            content = path.read_bytes()
            found.update(f"{path.relative_to(_ENGINE).as_posix()} {len(content)}\n".encode())
            found.update(content)
    return found.digest()


def _settings(config: MkDocsConfig) -> Iterator[tuple[str, Any]]:
    for name in sorted(config):
        if name not in _NOT_SHOWN:
            yield name, _plain(config[name])
    for name, value in sorted(config.theme.items()):
        yield f"theme: {name}", _plain(value)
    # They say which pages are read for macros at all, and by what signs.
    yield "macros", _plain(config.plugins["macros"].config)


def _plain(value: Any) -> Any:
    """Return a setting as values of Python itself. Raises `NoPrint` when that cannot be."""
    if isinstance(value, Mapping):
        return [(str(name), _plain(held)) for name, held in value.items()]
    if isinstance(value, (list, tuple)):
        return list(map(_plain, value))
    if isinstance(value, (set, frozenset)):
        return sorted(map(repr, value))
    if type(value).__name__ == "Locale":
        return str(value)
    return value


def _menu(items: Any) -> tuple[Any, ...]:
    """Return what every page shows of the menu."""
    return tuple(map(_menu_item, items))


def _menu_item(item: Any) -> tuple[Any, ...]:
    if item.is_section:
        return "section", str(item.title), _menu(item.children)
    where = item.file.src_uri if item.is_page else ""
    return str(item.title), str(item.url), where, item.is_page


__all__ = ["NoPrint", "ground"]
