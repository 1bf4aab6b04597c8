"""The joint with MkDocs: checks the data before anything is written, and adds a page per item of the policy."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from polderkoers.errors import HistoryUnreadable, PolderkoersError, SystemRefuses
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.problems import has_errors
from polderkoers.report.formats import as_text
from polderkoers.website import contrast, csp_settings, edit_link, outcome
from polderkoers.website.assets.bundle import bundle
from polderkoers.website.assets.tables import boxed
from polderkoers.website.build import prepare, renderer
from polderkoers.website.csp import Guard
from polderkoers.website.dates import reference_date
from polderkoers.website.feeds import Publisher, feed_files
from polderkoers.website.links import DeadLinks, Links
from polderkoers.website.pages import Page, ViewPage, menu_entry
from polderkoers.website.render import OVERVIEWS, Renderer
from polderkoers.website.social.painter import Painter, painter
from polderkoers.website.social.style import read_style
from polderkoers.website.views.accessibility import Statement
from polderkoers.website.views.showcase.design import PAIRS

_log = logging.getLogger("mkdocs.hooks.polderkoers")
# Beside the logger of MkDocs: with --strict a warning of that one would end the live preview.
_preview_log = logging.getLogger("polderkoers.website.links")
_guard = Guard()
_links = Links()
# Who searches, here or elsewhere, is looking for the policy of today.
_WITHOUT = "Of bouw de site zonder eerdere versies: make site ZONDER_HISTORIE=1"
_NOT_IN_SEARCH = "\nrobots: noindex\nsearch:\n  exclude: true"


class _WrongEnvironment(Abort):
    """Ends the build with the exit code that means: the fault is not in the data."""

    exit_code = 2


def on_startup(command: str, **_: Any) -> None:
    """Note whether this is the live preview, whose pages get a script that is never the same twice.

    Stops with exit code 2 when the environment names a moment that is none: MkDocs would end in a traceback.
    """
    _guard.preview = command == "serve"
    try:
        reference_date()
    except PolderkoersError as error:
        raise _WrongEnvironment(str(error)) from error


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the policy. A fault stops the build here, before MkDocs empties the folder of the site."""
    try:
        without = os.environ.get("POLDERKOERS_ZONDER_HISTORIE", "") not in ("", "0")
        loaded = prepare(_root(config), without_history=without)
        contrast.check(Path(config.docs_dir), map(str, config.extra_css))
        _guard.added = csp_settings.added(config.extra.get("csp"))
        _renderer(config).statement = _statement(config)
        if config.site_url:
            _painter(config)
    except HistoryUnreadable as error:
        raise PluginError(f"{error}\n{_WITHOUT}") from error
    except PolderkoersError as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        raise PluginError(str(SystemRefuses(error))) from error
    _renderer(config).parks = True
    # The footer and "Over deze site" say what comes from elsewhere.
    config.extra["andere_sites"] = csp_settings.outside(_guard.added)
    config.extra["stand"] = datum_in_words(reference_date().isoformat())
    if has_errors(loaded.problems):
        raise PluginError(f"De gegevens kloppen nog niet. De site is niet opnieuw gebouwd.\n{as_text(loaded.problems)}")
    for line in as_text(loaded.problems).splitlines():
        _log.info(line)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, and the data itself, so that a reader can see what stands behind a page."""
    root = _root(config)
    site = renderer(root).site
    _links.start(config.site_url or "")
    _leave_out(files, config)
    renderer(root).written = frozenset(unquote(file.url).removeprefix("./") for file in files.documentation_pages())
    for extra in renderer(root).view_pages.values():
        files.append(File.generated(config, extra.source_uri, content=_markdown(extra, extra.title)))
    feeds = {feed.page: feed.path for feed in renderer(root).feeds if feed.kind}
    for page in site.pages.values():
        more = f"\nfeed: {feeds[page.path]}" if page.path in feeds else ""
        file = File.generated(config, page.source_uri, content=_markdown(page, site.tab_title(page), more))
        # Relative to docs/, as edit_uri in mkdocs.yml is.
        file.edit_uri = f"../{page.data_file}"
        files.append(file)
    for old, page in renderer(root).archive.pages.values():
        content = _markdown(page, old.tab_title(page), _NOT_IN_SEARCH)
        files.append(File.generated(config, page.source_uri, content=content))
    for path in sorted({page.data_file for page in site.pages.values()}):
        files.append(File.generated(config, path, abs_src_path=str(root / path)))
    for path, feed in _feeds(config):
        files.append(File.generated(config, path, content=feed))
    bundle(files, config)
    return files


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - MkDocs names them
    """Give tables a box, and put back what was kept out of Markdown."""
    return _renderer(config).unpark(boxed(html))


def on_page_context(context: Any, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
    """Tell the template where a reader can mend a page, and which picture other programs may show with it.

    For a picture they need its full address, so that of the site.
    """
    context.update(edit_link.shown(page, _renderer(config)))
    if config.site_url:
        context["delen"] = _renderer(config).cards.of(page, nav, config.site_name)
    return context


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Note what a page shows, mark what is English, and guard it; the guard comes last, because it counts what stands there."""
    _renderer(config).coverage.see(page.url, output)
    _renderer(config).searchable.see(page.url, str(page.title or ""), page.content or "", page.meta)
    _links.see(page.url, output, _source(page, config))
    return _guarded(_renderer(config).english.mark(output), page.url)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001 - MkDocs names them
    """Guard the page that is shown when a page is not found."""
    if not template_name.endswith(".html"):
        return output_content
    _links.see(template_name, output_content)
    return _guarded(output_content, template_name)


def on_post_build(config: MkDocsConfig) -> None:
    """Refuse a site that leaves out something of the data, make it searchable, and paint the pictures that pages name."""
    missing = _renderer(config).coverage.missing()
    if missing:
        raise PluginError(f"Dit staat in de gegevens, maar nergens op de site: {', '.join(missing)}")
    try:
        _renderer(config).searchable.write(Path(config.site_dir))
        if config.site_url:
            _renderer(config).cards.write(Path(config.site_dir), _painter(config))
        _judge_links(Path(config.site_dir))
    except PolderkoersError as error:
        raise PluginError(str(error)) from error


def on_serve(server: Any, config: MkDocsConfig, **_: Any) -> Any:
    """Rebuild the live preview when the data, a schema or a template changes."""
    for folder in ("data", "schema", "scripts/polderkoers/website/templates"):
        server.watch(str(_root(config) / folder))
    return server


def _leave_out(files: Files, config: MkDocsConfig) -> None:
    """Take away the overviews that have nothing to show, from the menu too: nobody gains by an empty page."""
    empty = {f"{name}.md" for name in OVERVIEWS if _renderer(config).is_empty(name)}
    for file in list(files.documentation_pages()):
        if file.src_uri in empty:
            files.remove(file)
    config.nav = _without(config.nav, empty)


def _without(nav: Any, gone: set[str]) -> Any:
    """Return a menu without the pages that are gone, and without what has no entries left."""
    if isinstance(nav, list):
        kept = (_without(item, gone) for item in nav)
        return [item for item in kept if item not in (None, [], {})]
    if isinstance(nav, dict):
        inside = {title: _without(item, gone) for title, item in nav.items()}
        return {title: item for title, item in inside.items() if item not in (None, [])}
    return None if nav in gone else nav


def _feeds(config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    found = _renderer(config)
    publisher = Publisher.of(found.site, config.site_name, config.site_url)
    return feed_files(found.feeds, publisher, found.history.versions[-1], _root(config))


def _statement(config: MkDocsConfig) -> Statement:
    docs = Path(config.docs_dir)
    mark = outcome.look(docs, Path(config.config_file_path))
    return Statement(mark, outcome.read(docs), len(PAIRS), _renderer(config).site.publisher.contact)


def _judge_links(site: Path) -> None:
    """Refuse a site with a link that leads nowhere; the live preview goes on, since its maker is in the middle of something."""
    try:
        _links.judge(site)
    except DeadLinks as error:
        if not _guard.preview:
            raise
        _preview_log.warning("Let op. %s", error)


def _source(page: MkDocsPage, config: MkDocsConfig) -> str:
    """Return the file that a page was made from, as an editor knows it: relative to the root of the project."""
    return os.path.relpath(Path(config.docs_dir, page.file.edit_uri or ""), _root(config)) if page.file.edit_uri else ""


def _guarded(html: str, url: str) -> str:
    try:
        guarded, refused = _guard(html, url)
    except PolderkoersError as error:
        raise PluginError(str(error)) from error
    for tag in refused:
        _log.error(
            f"Pagina '{url}': een browser slaat {tag} over, want de beveiliging van de site laat dat niet toe. Hoe op te "
            "lossen: gebruik een class en een stylesheet; staat het in een tabel, haal dan de dubbele punt weg uit "
            "de streepjes onder de kop."
        )
    return guarded


def _renderer(config: MkDocsConfig) -> Renderer:
    return renderer(_root(config))


def _painter(config: MkDocsConfig) -> Painter:
    return painter(read_style(Path(config.docs_dir)))


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _markdown(page: Page | ViewPage, tab_title: str, more: str = "") -> str:
    title, description = _front_matter(tab_title), _front_matter(page.description)
    if isinstance(page, Page) and page.data_version:
        more += f"\nversie: {_front_matter(page.data_version)}"
    head = f"title: {title}\ndescription: {description}\nonderdeel: {menu_entry(page)}{more}"
    return f'---\n{head}\n---\n\n{{{{ pagina("{page.path}") }}}}\n'


def _front_matter(text: str) -> str:
    # MkDocs puts these into its templates without escaping them, and mkdocs-macros renders a title that looks like
    # Jinja; as entities they stay text in both.
    return json.dumps(str(escape(text)).replace("{", "&#123;").replace("%}", "%&#125;"), ensure_ascii=False)
