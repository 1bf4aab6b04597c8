"""The joint with mkdocs-macros: two macros, one call per page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from polderkoers.website.build import renderer
from polderkoers.website.pages import relative


def define_env(env: Any) -> None:
    """Give the pages their macros. The policy itself is cached elsewhere: some generators call this once per page."""
    root = Path(env.conf["config_file_path"]).parent
    env.variables.update(renderer(root).variables)

    @env.macro  # type: ignore[untyped-decorator]
    def pagina(path: str) -> str:
        """Return a generated page by its address."""
        return renderer(root).page(path)

    @env.macro  # type: ignore[untyped-decorator]
    def overzicht(name: str) -> str:
        """Return an overview by its name, for the page that asks."""
        return renderer(root).overview(name, env.page.url)

    @env.macro  # type: ignore[untyped-decorator]
    def adres(target: str) -> str:
        """Return the link from the page that asks to an address below the root of the site."""
        return relative(env.page.url, target)
