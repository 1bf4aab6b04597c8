"""The joint with MkDocs: checks the data before anything is written, and adds a page per item of the policy."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from polderkoers.errors import PolderkoersError
from polderkoers.problems import has_errors
from polderkoers.report.formats import as_text
from polderkoers.website.build import prepare, renderer
from polderkoers.website.coverage import Coverage
from polderkoers.website.pages import Page, ViewPage, menu_entry

_log = logging.getLogger("mkdocs.hooks.polderkoers")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the policy. A fault stops the build here, before MkDocs empties the folder of the site."""
    try:
        loaded = prepare(_root(config))
    except PolderkoersError as error:
        raise PluginError(str(error)) from error
    renderer(_root(config)).parks = True
    if has_errors(loaded.problems):
        raise PluginError(f"De gegevens kloppen nog niet. De site is niet opnieuw gebouwd.\n{as_text(loaded.problems)}")
    for line in as_text(loaded.problems).splitlines():
        _log.info(line)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, and the data itself, so that a reader can see what stands behind a page."""
    root = _root(config)
    site = renderer(root).site
    for extra in renderer(root).view_pages.values():
        files.append(File.generated(config, extra.source_uri, content=_markdown(extra, extra.title)))
    for page in site.pages.values():
        file = File.generated(config, page.source_uri, content=_markdown(page, site.tab_title(page)))
        # Relative to docs/, as edit_uri in mkdocs.yml is.
        file.edit_uri = f"../{page.data_file}"
        files.append(file)
    for path in sorted({page.data_file for page in site.pages.values()}):
        files.append(File.generated(config, path, abs_src_path=str(root / path)))
    return files


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - MkDocs names them
    """Put back what was kept out of Markdown."""
    return renderer(_root(config)).unpark(html)


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Note what a page shows."""
    _coverage(config).see(page.url, output)
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Refuse a site that leaves out something of the data."""
    missing = _coverage(config).missing()
    if missing:
        raise PluginError(f"Dit staat in de gegevens, maar nergens op de site: {', '.join(missing)}")


def on_serve(server: Any, config: MkDocsConfig, **_: Any) -> Any:
    """Rebuild the live preview when the data, a schema or a template changes."""
    for folder in ("data", "schema", "scripts/polderkoers/website/templates"):
        server.watch(str(_root(config) / folder))
    return server


def _coverage(config: MkDocsConfig) -> Coverage:
    return renderer(_root(config)).coverage


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _markdown(page: Page | ViewPage, tab_title: str) -> str:
    title, description = _front_matter(tab_title), _front_matter(page.description)
    head = f"title: {title}\ndescription: {description}\nonderdeel: {menu_entry(page)}"
    return f'---\n{head}\n---\n\n{{{{ pagina("{page.path}") }}}}\n'


def _front_matter(text: str) -> str:
    # MkDocs puts these into its templates without escaping them, and mkdocs-macros renders a title that looks like
    # Jinja; as entities they stay text in both.
    return json.dumps(str(escape(text)).replace("{", "&#123;").replace("%}", "%&#125;"), ensure_ascii=False)
