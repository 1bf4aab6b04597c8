"""The plugin `polderkoers` of MkDocs: checks the data before anything is written, and makes a site of it."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from polderkoers.errors import HistoryUnreadable, PolderkoersError, SystemRefuses
from polderkoers.policy.dutch_words import capital
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.model.catalogues import Thema
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.problems import has_errors
from polderkoers.report.formats import as_text
from polderkoers.website import added, contrast, csp_settings, edit_link, footing, frame, reaction
from polderkoers.website.assets.bundle import bundle
from polderkoers.website.assets.tables import boxed, labelled
from polderkoers.website.build import Kept, judged, prepare
from polderkoers.website.building.along import keeps
from polderkoers.website.building.generate import OWN_WAY
from polderkoers.website.building.press import Press, put_in_place
from polderkoers.website.carried import pass_by_markdown, put_back
from polderkoers.website.csp import Guard
from polderkoers.website.dates import reference_date
from polderkoers.website.environment import read_once
from polderkoers.website.faulty import Faulty
from polderkoers.website.finished import guarded, refuse_gaps
from polderkoers.website.headings import told_apart
from polderkoers.website.history import History
from polderkoers.website.judged import remembered
from polderkoers.website.layers import PAGES, THEME, Layers
from polderkoers.website.left_out import tell_left_out
from polderkoers.website.links import DeadLinks, Links
from polderkoers.website.look import wear
from polderkoers.website.loose_pages import is_page, loose_pages, read, with_head
from polderkoers.website.macro_faults import Faults
from polderkoers.website.portal.joint import portal_of, publish
from polderkoers.website.preview_words import speak_dutch
from polderkoers.website.render import Renderer
from polderkoers.website.search.answers import write_beside
from polderkoers.website.settings import Settings
from polderkoers.website.social.painter import Painter, painter
from polderkoers.website.social.style import read_style
from polderkoers.website.statement import statement_of
from polderkoers.website.views.site import Site
from polderkoers.website.views.translated import frames

_log = logging.getLogger("mkdocs.plugins.polderkoers")
# Beside the logger of MkDocs: with --strict a warning of that one would end the live preview.
_preview_log = logging.getLogger("polderkoers.website.links")
# What a build tells of itself: neither a warning, which --strict refuses, nor silenced by --quiet.
_told_log = logging.getLogger("polderkoers.website.look")
_WITHOUT = "Of bouw de site zonder eerdere versies: polderkoers build --zonder-historie"
_FIRST, _LAST = 100, -100


class _WrongEnvironment(Abort):
    """Ends the build with the exit code that means: the fault is not in the data."""

    exit_code = 2


class PolderkoersPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """One site: what is known of it is kept here, and set anew at the start of every build."""

    def __init__(self) -> None:
        """Start with nothing built yet."""
        self._preview = False
        self._guard = Guard()
        self._links = Links()
        self._layers = Layers()
        self._look = wear.Worn(self._layers)
        self._faults = Faults()
        self._werkbank = ""
        self._loose: tuple[tuple[str, str], ...] = ()
        self._renderer: Renderer | None = None
        self._kept: Kept | None = None
        self._press: Press | None = None

    def keep(self, kept: Kept) -> None:
        """Make one state of a site after another, of which pages are made only when they are asked for: `kept` goes from one to the next."""
        self._kept = kept

    @property
    def renderer(self) -> Renderer:
        """What renders the pages, from the moment that the settings were read."""
        if self._renderer is None:
            raise PluginError("De plugin polderkoers is nog niet begonnen.")
        return self._renderer

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], **_: Any) -> None:
        """Note whether this is the live preview, whose pages get a script that is never the same twice.

        Stops with exit code 2 when the environment names a moment that is none: MkDocs would end in a traceback.
        """
        self._preview = command == "serve"
        if self._preview:
            speak_dutch()
        try:
            reference_date()
        except PolderkoersError as error:
            raise _WrongEnvironment(str(error)) from error

    @event_priority(_FIRST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check the policy. A fault stops the build here, before MkDocs empties the folder of the site."""
        try:
            loaded = self._begin(config)
        except Faulty:
            raise
        except HistoryUnreadable as error:
            raise PluginError(f"{error}\n{_WITHOUT}") from error
        except PolderkoersError as error:
            raise PluginError(str(error)) from error
        except OSError as error:
            raise PluginError(str(SystemRefuses(error))) from error
        # The footer and "Over deze site" say what comes from elsewhere.
        config.extra["andere_sites"] = csp_settings.outside(self._guard.added)
        config.extra["dag"] = reference_date().isoformat()
        config.extra["stand"] = datum_in_words(config.extra["dag"])
        if has_errors(loaded.problems):
            told = as_text(loaded.problems)
            raise PluginError(f"De gegevens kloppen nog niet. De site is niet opnieuw gebouwd.\n{told}")
        publisher = self.renderer.site.publisher
        config.extra["verzonnen"] = capital(publisher.full) if publisher.made_up else ""
        config.extra["talen"] = frames(self.renderer.site)
        for line in as_text(loaded.problems).splitlines():
            _log.info(line)
        if self._own_way:
            self._press = put_in_place(config, self)
        return config

    def on_shutdown(self) -> None:
        """Leave MkDocs as it was."""
        if self._press:
            self._press.take_away()
            self._press = None

    def _begin(self, config: MkDocsConfig) -> Loaded:
        """Set up everything that is kept for one build, and return the policy with its problems."""
        frame.settle(config)
        look = wear.put_on(config, Layers((Path(config.docs_dir), *map(Path, config.theme.dirs))))
        loaded, site, history = self._prepared()
        site.portal = portal_of(self._root, site.policy)
        site.own_drawings = wear.drawings_of(look, [subject.item.id for subject in site.policy.of(Thema)])
        renderer = Renderer(site, history)
        # From here on this is the site of now. Until here nothing of the one before was touched: a preview goes on showing it.
        self._faults.start(Path(config.config_file_path).parent, config.plugins["macros"])
        self._look, self._layers = look, look.layers
        self._guard, self._links = Guard(), Links(config.site_url or "")
        self._guard.preview, self._guard.asks = self._preview, self._kept is not None
        tell_left_out(renderer.history.missing)
        contrast.check(self._layers, map(str, config.extra_css))
        self._werkbank = edit_link.werkbank_of(config.extra.get("werkbank"))
        self._guard.added = csp_settings.added(config.extra.get("csp"))
        renderer.layers = self._layers
        for line in self._look.told:
            _told_log.warning(line)
        renderer.statement = statement_of(config, site.publisher.contact, self._look.watched)
        drawing = self._look.drawing
        renderer.cards.wear(self._look.shared, drawn=drawing.drawn if drawing.view is None else "")
        renderer.parks, renderer.makes_headings = True, frame.has_usual_markdown(config)
        self._renderer = renderer
        if config.site_url:
            self._painter()
        return loaded

    def _prepared(self) -> tuple[Loaded, Site, History]:
        if self._kept:
            return self._kept.prepare(without_history=self._without_history())
        take = remembered if self._own_way and keeps(self._root) else judged
        return prepare(self._root, without_history=self._without_history(), take=take)

    @property
    def _own_way(self) -> bool:
        """Whether this is a build of ours, which may know again what an earlier one found out."""
        return self._kept is None and not self._preview and os.environ.get(OWN_WAY, "0") != "0"

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Let the line that all generated pages consist of be read once."""
        read_once(config.plugins["macros"])

    @event_priority(_LAST)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages of the engine and of the policy, and make one sheet of the styles and one file of the scripts."""
        added.leave_out_other_themes(files, config)
        added.add_engine_pages(files, config, self.renderer.files_elsewhere, self.renderer.site.words)
        empty = self.renderer.empty if self._kept is None else self._kept.empty_of(self.renderer)
        added.leave_out_empty(files, config, self.renderer, empty)
        frame.add_menu(files, config, self.renderer.files_elsewhere)
        added.add_policy(files, config, self.renderer, self._root)
        wear.replace_sheets(self._layers, files, config)
        bundle(files, config)
        self._loose = tuple(loose_pages(files))
        return files

    @event_priority(_LAST)
    def on_page_markdown(self, markdown: str, page: MkDocsPage, **_: Any) -> str:
        """Keep what is HTML already out of Markdown."""
        pass_by_markdown(page, markdown, self.renderer.parking)
        return markdown

    def on_page_content(self, html: str, page: MkDocsPage, config: MkDocsConfig, **_: Any) -> str:
        """Give tables a box, put back what was kept out of Markdown, and say of each cell and link of a heading what it belongs to."""
        whole = labelled(put_back(page, boxed(html), self.renderer.parking))
        if language := page.meta.get("taal"):
            return told_apart(whole, config.extra["talen"][language]["woorden"]["vaste-link"])
        return told_apart(whole)

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs names them
        """Tell who makes the pages what all of them show."""
        if self._press:
            self._press.begin(nav, files)
        return nav

    def on_env(self, env: Any, **_: Any) -> Any:
        """Refuse pages with wrong macros, all of them at once; the site as it was is still there."""
        if self._press:
            self._press.make(env)
        self.refuse_faults()
        return env

    def refuse_faults(self) -> None:
        """Raise `PluginError` when something is wrong with the macros of the pages that were made so far, and forget it."""
        if self._faults.lines:
            said = str(self._faults)
            self._faults.lines.clear()
            raise PluginError(said)

    @property
    def faults(self) -> Faults:
        """What is wrong with the macros of the pages that were made so far."""
        return self._faults

    @property
    def links(self) -> Links:
        """The links of the pages that were made so far."""
        return self._links

    @property
    def watched(self) -> tuple[Path, ...]:
        """The files outside the folders of every site that this site is made of."""
        return self._look.watched

    def nowhere(self, html: str, page: MkDocsPage, known: Collection[str]) -> Iterator[str]:
        """Yield what is wrong with the links of one page, when `known` are all addresses and files of the site."""
        yield from self._links.on_page(page.url, html, known)

    def on_page_context(self, context: Any, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
        """Tell the template where a reader can react and mend a page, and which picture other programs may show with it.

        For a picture they need its full address, so that of the site.
        """
        context["voet"] = tuple(footing.foot_links(self.renderer))
        context.update(reaction.shown(page, self.renderer))
        context.update(edit_link.shown(page, self.renderer, editable=bool(config.edit_uri), werkbank=self._werkbank))
        if config.site_url:
            context["delen"] = self.renderer.cards.of(page, nav, config.site_name)
        return context

    @event_priority(_LAST)
    def on_post_page(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Note what a page shows, say what is in which language, and guard it; the guard comes last, because it counts what stands there."""
        if self._kept is None:
            self.renderer.coverage.see(page.url, output)
            self._links.see(page.url, output, self.source_of(page, config))
        self.renderer.searchable.see(page.url, str(page.title or ""), page.content or "", page.meta)
        told = output if page.meta.get("taal") else self.renderer.english.mark(output)
        return self._guarded(told, page.url, config)

    @event_priority(_LAST)
    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """Guard the page that is shown when a page is not found."""
        if not template_name.endswith(".html"):
            return output_content
        self._links.see(template_name, output_content)
        return self._guarded(output_content, template_name, config)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Refuse a site that leaves out something of the data, make it searchable, and paint the pictures that pages name."""
        refuse_gaps(self.renderer.coverage)
        site = Path(config.site_dir)
        try:
            self.write_search(site)
            if config.site_url:
                self.renderer.cards.write(site, self._painter())
            self._guard_loose(site, config)
            self._judge_links(site)
        except PolderkoersError as error:
            raise PluginError(str(error)) from error

    def write_search(self, folder: Path) -> None:
        """Write what is searched into a folder, and what a portal reads of it. Raises `NoIndex` or `PortalFaults`."""
        self.renderer.searchable.write(folder, self._press.kept_index(self._root) if self._press else None)
        write_beside(self.renderer.site, self.renderer.searchable, folder)
        publish(self.renderer.site, folder)

    def on_serve(self, server: Any, config: MkDocsConfig, **_: Any) -> Any:
        """Rebuild the live preview when the data, a template or a page of the engine changes."""
        own = config.theme.custom_dir
        folders = (self._root / "data", self._root / "schema", Path(own) if own else None)
        for folder in (*folders, PAGES, THEME, THEME.parent / "templates"):
            if folder and folder.is_dir():
                server.watch(str(folder))
        for path in self._look.watched:
            server.watch(str(path))
        return server

    @property
    def _root(self) -> Path:
        return Path(self.config.map)

    def _without_history(self) -> bool:
        return self.config.zonder_historie or os.environ.get("POLDERKOERS_ZONDER_HISTORIE", "") not in ("", "0")

    def _painter(self) -> Painter:
        return painter(read_style(self._layers, self._look.drawing))

    def _judge_links(self, site: Path) -> None:
        """Refuse a site with a link that leads nowhere; the live preview goes on, since its maker is in the middle of something."""
        try:
            self._links.judge(site)
        except DeadLinks as error:
            if not self._preview:
                raise
            _preview_log.warning("Let op. %s", error)

    def source_of(self, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Return the file that a page was made from, as an editor knows it: relative to the root of the project."""
        if not page.file.edit_uri:
            return ""
        return os.path.relpath(Path(config.docs_dir, page.file.edit_uri), self._root)

    def _guard_loose(self, site: Path, config: MkDocsConfig) -> None:
        """Give pages that were copied as they are the policy of all pages, and look at their links."""
        for path, source in self._loose:
            html, encoding = read(site / path) if (site / path).is_file() else ("", "")
            if is_page(html):
                address = path.removesuffix("index.html")
                self._links.see(address, html, os.path.relpath(Path(config.docs_dir, source), self._root))
                (site / path).write_bytes(self._guarded(with_head(html), address, config).encode(encoding))

    def _guarded(self, html: str, url: str, config: MkDocsConfig) -> str:
        return guarded(self._guard, html, url, config.site_url or "")
