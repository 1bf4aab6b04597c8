"""The joint with mkdocs-macros: what a page can ask for between `{{` and `}}`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from polderkoers.policy.model.dates import datum_in_words
from polderkoers.website.build import prepare
from polderkoers.website.dates import reference_date
from polderkoers.website.pages import address_of
from polderkoers.website.relative import relative
from polderkoers.website.render import Renderer
from polderkoers.website.views.handwritten import ListChoice, figure_of, known_overview, tile_of, tiles_of
from polderkoers.website.views.second_reading import read_of_all

_TILES = "losse-tegels.md.j2"


def define_env(env: Any) -> None:
    """Give the pages their macros. The policy itself was loaded when the build began: some generators call this once per page."""
    renderer = _renderer(env.conf)
    env.variables.update(renderer.variables)

    @env.macro  # type: ignore[untyped-decorator]
    def pagina() -> str:
        """Return the generated page that asks."""
        return renderer.page(address_of(env.page.file.src_uri))

    @env.macro  # type: ignore[untyped-decorator]
    def overzicht(name: str) -> str:
        """Return an overview by its name, for the page that asks. Raises `AskedWrongly`."""
        return renderer.overview(known_overview(name, renderer.overviews), env.page.url)

    @env.macro  # type: ignore[untyped-decorator]
    def kaart(verwijzing: str) -> str:
        """Return an item as a card. Raises `AskedWrongly`."""
        return renderer.fragment(_TILES, env.page.url, tiles=(tile_of(renderer.site, verwijzing),))

    @env.macro  # type: ignore[untyped-decorator]
    def lijst(
        soort: str | None = None,
        thema: str | None = None,
        partij: str | None = None,
        plaats: str | None = None,
        hoogstens: int | None = None,
    ) -> str:
        """Return items as cards: all that pass every choice. Raises `AskedWrongly`."""
        choice = ListChoice(soort, thema, partij, plaats, hoogstens)
        return renderer.fragment(_TILES, env.page.url, tiles=tiles_of(renderer.site, choice))

    @env.macro  # type: ignore[untyped-decorator]
    def cijfer(verwijzing: str) -> str:
        """Return a figure. Raises `AskedWrongly`."""
        return renderer.fragment("los-cijfer.md.j2", env.page.url, cijfer=figure_of(renderer.site, verwijzing))

    @env.macro  # type: ignore[untyped-decorator]
    def tweede_lezing() -> str:
        """Return how much of the policy a second person laid beside its source, nothing when that is none of it."""
        return read_of_all(renderer.site)

    @env.macro  # type: ignore[untyped-decorator]
    def stand_van() -> str:
        """Return the date of the data in words."""
        return datum_in_words(reference_date().isoformat())

    @env.macro  # type: ignore[untyped-decorator]
    def adres(target: str) -> str:
        """Return the link from the page that asks to an address below the root of the site."""
        return relative(env.page.url, target)


def _renderer(config: Any) -> Renderer:
    """Return the renderer of the plugin that builds the site, or one of its own for a generator that knows no such plugin."""
    plugin = dict(config.get("plugins") or {}).get("polderkoers")
    if plugin is not None:
        found: Renderer = plugin.renderer
        return found
    _, site, history = prepare(Path(config["config_file_path"]).parent, without_history=True)
    return Renderer(site, history)
