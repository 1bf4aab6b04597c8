"""Reads the files of a house style that mkdocs.yml names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from polderkoers.website.look import css_form, json_form
from polderkoers.website.look.found import HouseTokens, TokensUnusable

# Far more than any house style, and far less than what would keep a machine busy.
_MOST = 20_000_000
_FORMS = {".json": json_form.read, ".css": css_form.read}


def read(root: Path, names: Iterable[str]) -> tuple[HouseTokens, HouseTokens]:
    """Return the light and the dark tokens of files below a root; a later file holds over an earlier one. Raises `TokensUnusable`."""
    light, dark = HouseTokens(), HouseTokens()
    for name in names:
        in_light, in_dark = _read(root, name)
        light, dark = light.layered(in_light), dark.layered(in_dark)
    return light, dark


def _read(root: Path, name: str) -> tuple[HouseTokens, HouseTokens]:
    form = _FORMS.get(Path(name).suffix.lower())
    if form is None:
        what = "de naam eindigt niet op .json of .css."
        raise TokensUnusable(name, what, "wijs een bestand met tokens aan, zoals tokens.json of root.css.")
    return form(_text(root / name, name), name)


def _text(path: Path, name: str) -> str:
    try:
        content = path.read_bytes() if path.stat().st_size < _MOST else b""
    except OSError as error:
        cure = "zet het bestand daar neer, of verander het pad in mkdocs.yml bij theme: tokens:."
        raise TokensUnusable(name, "dit bestand is er niet of kan niet gelezen worden.", cure) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise TokensUnusable(name, "dit is geen tekst in UTF-8.", "bewaar het bestand als UTF-8.", line) from error
    if not text.strip():
        raise TokensUnusable(name, "dit bestand is leeg of te groot.", "wijs een bestand met tokens aan.")
    return text
