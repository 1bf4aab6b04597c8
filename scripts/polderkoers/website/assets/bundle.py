"""Puts the styles of the site into one sheet and its scripts into one file, and leaves out those of the theme."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

import rcssmin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_STYLES, _SCRIPTS = "assets/css/", "assets/js/"
# The theme's own sheets and scripts, which a reader would hardly use: our base.css and scripts take their place.
_OF_THE_THEME = ("assets/stylesheets/", "assets/javascripts/")


def bundle(files: Files, config: MkDocsConfig) -> None:
    """Replace what `config` lists as extra styles and scripts by one file of each, and minify the styles of single pages.

    Only what stands directly in our own folders is put together: anything else may load other things from beside it. The
    names hold a digest of the contents, so that a browser may keep such a file for as long as it likes.
    """
    for file in [file for file in files if file.src_uri.startswith(_OF_THE_THEME)]:
        files.remove(file)
    styles, others = _split(config.extra_css, files, _STYLES)
    if styles:
        text = minified("\n".join(_taken(styles, files)))
        config.extra_css = [_added(f"{_STYLES}site.{_digest(text)}.css", text, files, config), *others]
    scripts, others = _split(config.extra_javascript, files, _SCRIPTS)
    if scripts:
        # Not minified: that would save less than a kilobyte, and a reader may see what runs in the browser.
        text = "\n".join(_taken(scripts, files))
        config.extra_javascript = [_added(f"{_SCRIPTS}site.{_digest(text)}.js", text, files, config), *others]
    for file in [file for file in files if _is_in(file.src_uri, _STYLES) and not file.generated_by]:
        files.remove(file)
        _added(file.src_uri, minified(file.content_string), files, config)


def minified(css: str) -> str:
    """Return styles without comments and needless white space."""
    return str(rcssmin.cssmin(css))


def _split(listed: Iterable[Any], files: Files, folder: str) -> tuple[list[str], list[Any]]:
    """Return which entries of a list of the configuration are plain files of a folder, and the others."""
    ours: list[str] = []
    others: list[Any] = []
    for entry in listed:
        if isinstance(entry, str) and _is_in(entry, folder) and files.get_file_from_path(entry):
            ours.append(entry)
        else:
            others.append(entry)
    return ours, others


def _is_in(path: str, folder: str) -> bool:
    return path.startswith(folder) and "/" not in path.removeprefix(folder)


def _taken(paths: list[str], files: Files) -> Iterable[str]:
    """Yield the text of files that will not be published themselves."""
    for path in paths:
        file = files.get_file_from_path(path)
        if file is not None:
            files.remove(file)
            yield file.content_string


def _added(path: str, text: str, files: Files, config: MkDocsConfig) -> str:
    files.append(File.generated(config, path, content=text))
    return path


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:10]
