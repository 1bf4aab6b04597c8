"""The files that a build adds to those of a site, and what it leaves out: the pages of the engine and of the policy, its data and its feeds."""

from __future__ import annotations

import json
import os
from codecs import BOM_UTF8
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from polderkoers.policy.general import general_path
from polderkoers.policy.index import SHIPPED
from polderkoers.website.calendar_file import calendar_files
from polderkoers.website.divided.divided import ONLY_DIVIDED
from polderkoers.website.feeds import FeedPublisher, feed_files, progress_feed
from polderkoers.website.late_file import LateFile
from polderkoers.website.layers import THEME, engine_pages, of_engine
from polderkoers.website.moved import moved, sent_on
from polderkoers.website.overview_table import PLAIN
from polderkoers.website.pages import Page, ViewPage, menu_entry
from polderkoers.website.words import Words

if TYPE_CHECKING:
    from polderkoers.website.render import Renderer
    from polderkoers.website.views.site import Site
    from polderkoers.website.views.stones import FormerData


# What stands on a generated page: the same on all, so that it is read once.
_ASKS = "{{ pagina() }}"
# Who searches, here or elsewhere, is looking for the policy of today.
_NOT_FOUND_HERE = "\nsearch:\n  exclude: true"
_NOT_IN_SEARCH = f"\nrobots: noindex{_NOT_FOUND_HERE}"


def add_engine_pages(files: Files, config: MkDocsConfig, called: Mapping[str, str], words: Words) -> None:
    """Add the pages that every site has, except those that the instance has by the same name or leaves out (`exclude_docs`).

    `called` gives the pages that have another address here, because that follows a word of the organisation.
    """
    for name, path in engine_pages():
        left_out = config.exclude_docs is not None and config.exclude_docs.match_file(name)
        own = files.get_file_from_path(name)
        if own is None and not left_out:
            files.append(File.generated(config, called.get(name, name), abs_src_path=str(path)))
        elif own is not None and name in called and called[name] != name:
            files.remove(own)
            file = File.generated(config, called[name], abs_src_path=str(own.abs_src_path))
            file.edit_uri = own.edit_uri
            files.append(file)
    for name, kind in PLAIN.items():
        if files.get_file_from_path(f"{name}.md") is None:
            files.append(File.generated(config, f"{name}.md", content=_plain_page(name, words.more(kind))))
    config.nav = _renamed(config.nav, called)


def _plain_page(name: str, title: str) -> str:
    """Return the page of an overview for which nobody has written one."""
    head = json.dumps({"title": title, "description": f"{title} in het beleid."}, ensure_ascii=False)
    return f'---\n{head}\n---\n\n# {title}\n\n{{{{ overzicht("{name}") }}}}\n'


def _renamed(nav: Any, called: Mapping[str, str]) -> Any:
    """Return a menu with the pages that have another address here by that address."""
    if isinstance(nav, list):
        return [_renamed(item, called) for item in nav]
    if isinstance(nav, dict):
        return {title: _renamed(item, called) for title, item in nav.items()}
    return called.get(nav, nav)


def leave_out_empty(files: Files, config: MkDocsConfig, renderer: Renderer, names: Collection[str]) -> None:
    """Take away the overviews of the engine that have nothing to show, from the menu too: nobody gains by an empty page.

    `names` are those of the overviews. A page of the instance itself stays: it may say more than the overview in it.
    """
    called = renderer.files_elsewhere
    empty = {called.get(f"{name}.md", f"{name}.md") for name in names}
    pages = files.documentation_pages()
    gone: set[str] = set()
    for file in pages:
        if file.src_uri in empty and of_engine(file.abs_src_path):
            gone.add(file.src_uri)
            files.remove(file)
    config.nav = _without(config.nav, gone)


def _without(nav: Any, gone: set[str]) -> Any:
    """Return a menu without the pages that are gone, and without what has no entries left."""
    if isinstance(nav, list):
        kept = (_without(item, gone) for item in nav)
        return [item for item in kept if item not in (None, [], {})]
    if isinstance(nav, dict):
        inside = {title: _without(item, gone) for title, item in nav.items()}
        return {title: item for title, item in inside.items() if item not in (None, [])}
    return None if nav in gone else nav


def leave_out_other_themes(files: Files, config: MkDocsConfig) -> None:
    """Take out what comes from the theme that ours extends: no page asks for it."""
    ours = (str(THEME), config.theme.custom_dir)
    others = tuple(f"{folder}{os.sep}" for folder in config.theme.dirs if folder not in ours)
    for file in list(files):
        if file.abs_src_path and file.abs_src_path.startswith(others):
            files.remove(file)


def add_policy(files: Files, config: MkDocsConfig, renderer: Renderer, root: Path) -> None:
    """Add a page per item of the policy, and the data itself, so that a reader can see what stands behind a page."""
    renderer.written = frozenset(map(_address, files.documentation_pages()))
    for file in (*_view_pages(config, renderer), *_policy_pages(config, renderer, root), *_old_pages(config, renderer)):
        files.append(file)
    for path in sorted({page.data_file for page in renderer.site.pages.values()}):
        files.append(File.generated(config, path, abs_src_path=str(_on_disk(root, path))))
    for former in renderer.site.former.data_files():
        if files.get_file_from_path(former.path) is None:
            files.append(LateFile.of(config, former.path, partial(_former_data, former, root)))
    publisher = FeedPublisher.of(renderer.site, config.site_name, config.site_url)
    followed = feed_files(renderer.feeds, publisher, renderer.history.versions[-1], root)
    for path, write in (
        *followed,
        *progress_feed(renderer.progress_messages, publisher),
        *calendar_files(renderer.calendars, publisher, renderer.site.day()),
    ):
        files.append(LateFile.of(config, path, write))
    divided = tuple(chain(renderer.divided.files(), renderer.divided_pages.files(), renderer.series.files()))
    for path, make in divided:
        files.append(LateFile.of(config, path, make))
    if not divided:
        _leave_out(files, ONLY_DIVIDED)
    _keep_addresses(files, config, renderer.site)


def _former_data(former: FormerData, root: Path) -> bytes:
    """Return what stands where the data of a file stood: programs that read it go on, and people read where it is now."""
    comment = former.comment.encode("utf-8")
    if not former.file:
        return comment
    return comment + _on_disk(root, former.file).read_bytes().removeprefix(BOM_UTF8)


def _leave_out(files: Files, paths: Iterable[str]) -> None:
    """Take out files that no page asks for."""
    for path in paths:
        if file := files.get_file_from_path(path):
            files.remove(file)


def _keep_addresses(files: Files, config: MkDocsConfig, site: Site) -> None:
    """Make what was published under an earlier word of the organisation or another id answer at that address too.

    Such a page sends its reader on; a feed says the same in both places, because programs that read feeds are not sent on by a page.
    """
    by_address = {_address(file): file for file in files}
    known = [address for address, file in by_address.items() if file.is_documentation_page() or _is_feed(address)]
    renamed = dict(_called_otherwise(chain(site.former.redirects(), site.former.pairs(known)), by_address))
    # A page that was called otherwise may also have stood below another word.
    words = {former: renamed.get(to, to) for former, to in moved((*known, *renamed), site.words)}
    for former, address in (renamed | words).items():
        if _is_feed(address):
            files.append(File.generated(config, former, content=by_address[address].content_bytes))
        else:
            files.append(File.generated(config, f"{former}index.html", content=sent_on(former, address)))


def _called_otherwise(pages: Iterable[tuple[str, str]], known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the former addresses of pages and of their feeds, as far as nothing stands there, with those of today."""
    for former, address in pages:
        for old, new in ((former, address), (_feed_of(former), _feed_of(address))):
            if new in known and old not in known:
                yield old, new


def _feed_of(page: str) -> str:
    return f"feeds/{page.rstrip('/')}.xml"


def _address(file: File) -> str:
    """Return where a file stands below the root of the site."""
    return unquote(file.url).removeprefix("./")


def _is_feed(address: str) -> bool:
    return address.startswith("feeds/") and address.endswith(".xml")


def _on_disk(root: Path, path: str) -> Path:
    """Return where a data file stands that the site publishes: in the instance, or beside the engine when it ships with that."""
    return general_path(path) if path.startswith(SHIPPED) else root / path


def _view_pages(config: MkDocsConfig, renderer: Renderer) -> Iterator[File]:
    words = renderer.site.words
    for page in renderer.view_pages.values():
        yield LateFile.of(config, page.source_uri, partial(_markdown, page, page.title, _found_by(page), words=words))


def _found_by(page: ViewPage) -> str:
    """Return what a page says of itself about who may find it."""
    if page.is_past:
        return _NOT_IN_SEARCH
    return _NOT_FOUND_HERE if page.is_double else _in_language(*page.language)


def _in_language(code: str, direction: str) -> str:
    """Return what the page of another language says of itself. Words are looked for in Dutch, so that the search does not find it."""
    return f"\ntaal: {code}\nrichting: {direction}\nsearch:\n  exclude: true" if code else ""


def _policy_pages(config: MkDocsConfig, renderer: Renderer, root: Path) -> Iterator[File]:
    site = renderer.site
    feeds = {feed.page: feed.path for feed in renderer.feeds if feed.kind}
    for page in site.pages.values():
        more = f"\nfeed: {feeds[page.path]}" if page.path in feeds else ""
        file = LateFile.of(config, page.source_uri, partial(_page_of, site, page, more))
        # Relative to the folder of the pages, as edit_uri in mkdocs.yml is. What ships is not for an instance to change.
        behind = Path(os.path.relpath(root / page.data_file, config.docs_dir)).as_posix()
        file.edit_uri = None if page.entry.is_shipped else behind
        yield file


def _old_pages(config: MkDocsConfig, renderer: Renderer) -> Iterator[File]:
    for old, page in renderer.archive.pages.values():
        yield LateFile.of(config, page.source_uri, partial(_page_of, old, page, _NOT_IN_SEARCH))


def _page_of(site: Site, page: Page, more: str) -> str:
    return _markdown(page, site.tab_title(page), more, site.words)


def _markdown(page: Page | ViewPage, tab_title: str, more: str = "", words: Words = Words()) -> str:  # noqa: B008 - frozen
    title, description = _front_matter(tab_title), _front_matter(page.description)
    if isinstance(page, Page) and page.data_version:
        more += f"\nversie: {_front_matter(page.data_version)}"
    head = f"title: {title}\ndescription: {description}\nonderdeel: {menu_entry(page, words)}{more}"
    return f"---\n{head}\n---\n\n{_ASKS}\n"


def _front_matter(text: str) -> str:
    # MkDocs puts these into its templates without escaping them, and mkdocs-macros renders a title that looks like
    # Jinja; as entities they stay text in both.
    return json.dumps(str(escape(text)).replace("{", "&#123;").replace("%}", "%&#125;"), ensure_ascii=False)
