"""The joint with mkdocs-macros: two macros, one call per page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from polderkoers.website.build import prepare
from polderkoers.website.pages import relative
from polderkoers.website.render import Renderer


def define_env(env: Any) -> None:
    """Give the pages their macros. The policy itself was loaded when the build began: some generators call this once per page."""
    renderer = _renderer(env.conf)
    env.variables.update(renderer.variables)

    @env.macro  # type: ignore[untyped-decorator]
    def pagina(path: str) -> str:
        """Return a generated page by its address."""
        return renderer.page(path)

    @env.macro  # type: ignore[untyped-decorator]
    def overzicht(name: str) -> str:
        """Return an overview by its name, for the page that asks."""
        return renderer.overview(name, env.page.url)

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
    return prepare(Path(config["config_file_path"]).parent, without_history=True)[1]
