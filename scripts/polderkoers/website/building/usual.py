"""Says whether a site is made by us alone, so that its pages may be made in any order and in any process."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, takewhile
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from polderkoers.website.frame import MACROS
from polderkoers.website.layers import THEME

_OURS = frozenset({"polderkoers", "macros"})
# What a page may ask mkdocs-macros that depends on which pages were made before it.
_LOOKS_AROUND = re.compile(r"\{[{%][^}]*\b(?:navigation|files|context|macros_info|plugin)\b")


def is_usual(config: MkDocsConfig) -> bool:
    """Return whether no code and no template but ours takes part in a build; to be asked before it begins."""
    return not (set(config.plugins) - _OURS or config.hooks or _has_templates(config) or _has_macros(config))


def look_around(files: Files) -> bool:
    """Return whether a page that is written by hand may ask what other pages are called."""
    written = (file for file in files.documentation_pages() if file.abs_src_path)
    return any(_LOOKS_AROUND.search(_text(Path(str(file.abs_src_path)))) for file in written)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def _has_templates(config: MkDocsConfig) -> bool:
    # Before our theme comes the folder of the site itself, and a theme of others that extends ours.
    before = takewhile(lambda folder: folder != str(THEME), config.theme.dirs)
    templates = chain.from_iterable(Path(folder).rglob("*.html") for folder in before)
    return bool(config.extra_templates) or _has_any(templates)


def _has_any(paths: Iterable[Path]) -> bool:
    return next(iter(paths), None) is not None


def _has_macros(config: MkDocsConfig) -> bool:
    """Return whether a site has macros of its own, in a module beside mkdocs.yml or elsewhere."""
    macros = config.plugins.get("macros")
    if macros is None:
        return True
    settings: Any = macros.config
    own = Path(config.config_file_path).parent / str(settings["module_name"])
    return set(settings["modules"]) - {MACROS} != set() or own.is_dir() or own.with_suffix(".py").is_file()
