"""What every site has in common in the settings of MkDocs, so that no mkdocs.yml has to say it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from polderkoers.errors import PolderkoersError
from polderkoers.website import headings
from polderkoers.website.layers import THEME

MACROS = "polderkoers.website.macros"
_STYLES = (
    "base",
    "tokens",
    "shell",
    "omhoog",
    "voorstellen",
    "prose",
    "components",
    "tekening",
    "beleid",
    "onderdeel",
    "voortgang",
    "antwoord",
    "kaart",
    "tabellen",
    "tijd",
    "beelden",
    "versies",
    "wijzigingen",
    "voorlezen",
    "talen",
    "print",
)
_SCRIPTS = ("shell", "omhoog", "reading", "begrippen", "filters", "tonen", "doorgeven", "wijzigingen", "voorlezen")
_EXTENSIONS: dict[str, dict[str, Any]] = {
    "admonition": {},
    "attr_list": {},
    "md_in_html": {},
    "tables": {},
    "toc": headings.SETTINGS,
}
# MkDocs adds some of its own.
_USUAL = frozenset({*_EXTENSIONS, "fenced_code"})
# Only overviews, called after what a reader asks: the menu stands on every page, so the pages of the policy stay out of it, and what
# only some look for stands at the foot of each page (`footing`).
MENU = (
    ("Home", "index.md"),
    ("", "onderwerpen.md"),
    ("Deelnemers", "deelnemers.md"),
    ("Wie ben je?", "wie.md"),
    ("In je buurt", "plaatsen.md"),
    ("", "plannen.md"),
    ("Wat komt eraan?", "tijdlijn.md"),
    ("Voortgang", "voortgang.md"),
    ("Wat veranderde er?", "wijzigingen.md"),
    ("Begrippen", "begrippen.md"),
    ("Meedoen", "meepraten.md"),
    ("Contact", "contact.md"),
)


class SettingsIncomplete(PolderkoersError):
    """mkdocs.yml lacks a line without which no site can be made."""

    def __init__(self, what: str, line: str) -> None:
        super().__init__(f"In mkdocs.yml {what}. Hoe op te lossen: zet daar deze regels:\n{line}")


def settle(config: MkDocsConfig) -> None:
    """Add to the settings of a site what all sites have; what mkdocs.yml says itself stays. Raises `SettingsIncomplete`."""
    if str(THEME) not in config.theme.dirs:
        raise SettingsIncomplete("staat niet dat de site er uitziet als Polderkoers", "theme:\n  name: polderkoers")
    _macros(config)
    _markdown(config)
    config.extra_css = [*(f"assets/css/{name}.css" for name in _STYLES), *config.extra_css]
    config.extra_javascript = [*(f"assets/js/{name}.js" for name in _SCRIPTS), *config.extra_javascript]
    # The pages of the policy are reached from the overviews; hundreds of lines that say so would hide a real message.
    config.validation.nav.omitted_files = logging.DEBUG


def _macros(config: MkDocsConfig) -> None:
    macros = config.plugins.get("macros")
    if macros is None:
        raise SettingsIncomplete("ontbreekt bij plugins: macros", "plugins:\n  - polderkoers\n  - macros")
    settings: Any = macros.config
    if MACROS not in settings["modules"]:
        settings["modules"] = [MACROS, *settings["modules"]]
    # A misspelled macro must stop the build instead of standing on the page.
    settings["on_undefined"] = "strict"
    settings["on_error_fail"] = True


def _markdown(config: MkDocsConfig) -> None:
    for name, settings in _EXTENSIONS.items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        own = config.mdx_configs.get(name) or {}
        if settings or own:
            config.mdx_configs[name] = {**settings, **own}


def has_usual_markdown(config: MkDocsConfig) -> bool:
    """Return whether Markdown is set up as in every site, so that we know what it makes of a heading; to be asked after `settle`."""
    settings = {name: own for name, own in config.mdx_configs.items() if own}
    return settings == {"toc": headings.SETTINGS} and set(config.markdown_extensions) == _USUAL


def add_menu(files: Files, config: MkDocsConfig, called: Mapping[str, str]) -> None:
    """Give a site that has no menu of its own the usual one, with the pages that it has."""
    if config.nav is not None:
        return
    config.nav = []
    for name, usual in MENU:
        path = called.get(usual, usual)
        if files.get_file_from_path(path):
            # A page without a name here is called what its heading says, in the words of the organisation.
            config.nav.append({name: path} if name else path)
