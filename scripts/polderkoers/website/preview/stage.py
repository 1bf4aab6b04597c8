"""One state of a site of which any page can be made, without the others: what a build does for all pages, for one."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import unquote

from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from polderkoers.errors import PolderkoersError
from polderkoers.website import menu_names
from polderkoers.website.building.build import prepare as prepare_folder
from polderkoers.website.building.said import in_dutch
from polderkoers.website.environment import COMPILED
from polderkoers.website.frame import SettingsIncomplete
from polderkoers.website.layers import THEME
from polderkoers.website.loose_pages import is_page, with_head

if TYPE_CHECKING:
    from mkdocs.config.config_options import Plugins

    from polderkoers.website.build import Kept
    from polderkoers.website.plugin import PolderkoersPlugin

_log = logging.getLogger("mkdocs.plugins.polderkoers")
_NOT_FOUND = "404.html"


class NoStage(PolderkoersError):
    """The settings or the pages of a site have a fault, so that nothing of it can be made."""


class Stage:
    """A site as it is at one moment. Nothing of it is made before somebody asks; what was made is kept."""

    def __init__(self, root: Path, kept: Kept) -> None:
        """Read the settings and the data of the site in a folder.

        Raises `Faulty` when the data has faults, `NoStage` when the settings or pages have, and `NoSettings` when it is no site.
        """
        prepare_folder(root)
        self._kept = kept
        with _heard() as self._said:
            try:
                self._begin(root)
            except MkDocsException as error:
                raise NoStage(in_dutch("\n".join((*self._said, str(error))))) from error
        self._by_address = {_address(file): file for file in self._documents}
        self._by_source = {f"docs/{file.src_uri}": address for address, file in self._by_address.items()}
        self._others = {file.dest_uri: file for file in self._files if not file.is_documentation_page()}
        self._made: dict[str, tuple[str, tuple[str, ...]]] = {}

    def _begin(self, root: Path) -> None:
        """Do what MkDocs does in a build before it makes the first page."""
        config = self._settings(root)
        self.plugin = _plugin(config)
        self.plugin.keep(self._kept)
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files, env = get_files(config), config.theme.get_env()
        env.bytecode_cache = COMPILED
        files.add_files_from_theme(_ours(env, config), config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        self._env = config.plugins.on_env(env, config=config, files=files)
        self._config, self._files, self._nav = config, files, nav
        self._documents = files.documentation_pages()
        for page in nav.pages:
            self._name(page)
        self._tell_names()

    def _tell_names(self) -> None:
        """Say on every page what is wrong with a name in the menu, which stands there; it is no fault of who asks first."""
        try:
            self.plugin.refuse_faults()
        except MkDocsException as error:
            _log.warning(str(error))

    def _settings(self, root: Path) -> MkDocsConfig:
        """Return the settings of a site. Raises `NoStage` that names their file, which MkDocs does not always do."""
        try:
            with _plugins_of_its_own():
                return load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"), site_url="", strict=False)
        except MkDocsException as error:
            said = in_dutch("\n".join((*self._said, str(error))))
            above = "" if "mkdocs.yml" in said.partition("\n")[0] else "In mkdocs.yml klopt iets niet:\n"
            raise NoStage(f"{above}{said}") from error

    @property
    def said(self) -> tuple[str, ...]:
        """What is not right with the site as a whole, in words."""
        return tuple(self._said)

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of all pages, below the root of the site."""
        return tuple(self._by_address)

    @property
    def watched(self) -> tuple[Path, ...]:
        """The files and folders that this site is made of, beside those of every site."""
        own = self._config.theme.custom_dir
        return (*self.plugin.watched, *map(Path, (own,) if own else ()), *map(Path, self._config.watch))

    def address_of(self, file: str) -> str:
        """Return the address of the page that a file is behind, by its path from the folder of the site; empty when it has none."""
        site = self.plugin.renderer.site
        pages = (page.path for page in site.pages.values() if page.entry.is_file and page.data_file == file)
        return next(pages, self._by_source.get(file, ""))

    def is_menu_right(self) -> bool:
        """Return whether the menu has the overviews that it should have, which a state takes from the one before."""
        return self._kept.is_menu_right(self.plugin.renderer)

    def has(self, address: str) -> bool:
        """Return whether there is a page with an address."""
        return address in self._by_address

    def has_file(self, path: str) -> bool:
        """Return whether there is a file that is no page with a path."""
        return path in self._others

    def page(self, address: str) -> tuple[str, tuple[str, ...]]:
        """Return a page by its address, and what is not right with it, in words. Raises `KeyError` when there is no such page."""
        if address not in self._made:
            file = self._by_address[address]
            with _heard() as said:
                html = self._whole(file)
            self._made[address] = html, tuple(said)
        return self._made[address]

    def file(self, path: str) -> bytes:
        """Return a file that is no page by its path. Raises `KeyError` when there is no such file."""
        content = self._others[path].content_bytes
        if path.endswith((".html", ".htm")) and is_page(text := content.decode("utf-8", "replace")):
            return with_head(text).encode()
        return content

    def not_found(self) -> str:
        """Return the page that says that there is no such page."""
        context = get_context(self._nav, self._files, self._config, base_url="/")
        html = self._env.get_template(_NOT_FOUND).render(context)
        return self._config.plugins.on_post_template(html, template_name=_NOT_FOUND, config=self._config)

    def make_next(self) -> bool:
        """Make a page that was not made yet, and return whether there was one."""
        left = next((address for address in self._by_address if address not in self._made), None)
        if left is not None:
            self.page(left)
        return left is not None

    def write_search(self, folder: Path) -> None:
        """Make every page, and write what is searched into a folder. Raises `NoIndex` or `PortalFaults` when that cannot be made."""
        for address in self._by_address:
            self.page(address)
        self.plugin.write_search(folder)

    def _whole(self, file: File) -> str:
        """Return a page with everything around it, as MkDocs makes each page of a build."""
        config, plugins = self._config, self._config.plugins
        page = file.page or Page(None, file, config)
        config._current_page = page  # noqa: SLF001 - MkDocs says so who asks for it
        try:
            self._fill(page)
            page.active = True
            context = get_context(self._nav, self._documents, config, page)
            template = self._env.get_template(page.meta.get("template", "main.html"))
            context = plugins.on_page_context(context, page=page, config=config, nav=self._nav)
            html = plugins.on_post_page(template.render(context), page=page, config=config)
            for line in self.plugin.nowhere(html, page, self._by_address.keys() | self._others.keys()):
                _log.warning(line)
            return html
        finally:
            page.active = False
            config._current_page = None  # noqa: SLF001

    def _fill(self, page: Page) -> None:
        """Give a page its content."""
        config, plugins, files = self._config, self._config.plugins, self._files
        page = plugins.on_pre_page(page, config=config, files=files)
        _read(page, config)
        page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        self.plugin.refuse_faults()
        page.render(config, files)
        page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=files)

    def _name(self, page: Page) -> None:
        """Give a page of the menu its name, which stands on every page, without making it."""
        _read(page, self._config)
        menu_names.name(page, self._config)


@contextmanager
def _plugins_of_its_own() -> Iterator[None]:
    """Let MkDocs make its plugins anew: it keeps those that a build begins and ends with, and one of them then makes pages of two sites."""
    option = cast("Plugins", MkDocsConfig.plugins)
    kept, option.plugin_cache = option.plugin_cache, {}
    try:
        yield
    finally:
        option.plugin_cache = kept


def _plugin(config: MkDocsConfig) -> PolderkoersPlugin:
    found = config.plugins.get("polderkoers")
    if found is None:
        raise SettingsIncomplete("ontbreekt bij plugins: polderkoers", "plugins:\n  - polderkoers\n  - macros")
    return cast("PolderkoersPlugin", found)


def _read(page: Page, config: MkDocsConfig) -> None:
    """Read the source of a page. Raises `NoStage` when that is no text."""
    try:
        page.read_source(config)
    except ValueError as error:
        raise NoStage(
            f"docs/{page.file.src_uri} is geen tekst in UTF-8. Hoe op te lossen: bewaar het opnieuw als UTF-8, of haal het weg."
        ) from error


def _address(file: File) -> str:
    """Return where a page stands, as people write it: without the signs that an address in HTML has instead of others."""
    return "" if file.url in (".", "./") else unquote(file.url)


def _ours(env: Environment, config: MkDocsConfig) -> Environment:
    """Return an environment that knows only our theme and that of the site: of all others nothing is published."""
    own = (config.theme.custom_dir,) if config.theme.custom_dir else ()
    return env.overlay(loader=FileSystemLoader((*own, str(THEME))))


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Give what MkDocs warns of meanwhile: it is shown on the page, and not in the terminal."""
    ear, logger = _Ear(), logging.getLogger("mkdocs")
    logger.addHandler(ear)
    try:
        yield ear.said
    finally:
        logger.removeHandler(ear)
