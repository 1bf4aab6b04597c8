"""Tokens in a JSON file: of Style Dictionary, of the W3C draft, of Token Studio, a list, or bare values."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from polderkoers.website.look.found import HouseTokens, TokensUnusable, joined

_DARK = re.compile(r"dark|donker", re.IGNORECASE)
# What says something about a token, and is none.
_ABOUT = frozenset(
    {"type", "comment", "description", "original", "attributes", "path", "filepath", "issource", "name", "key", "extensions", "themeable"}
)  # fmt: skip
_SETS = frozenset({"$metadata", "$themes"})
_SIGN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')

Path = tuple[str, ...]
Leaf = tuple[Path, str, Path]


def read(text: str, file: str) -> tuple[HouseTokens, HouseTokens]:
    """Return the light and the dark tokens of a JSON file. Raises `TokensUnusable` when it is no JSON, or holds no tokens."""
    data = _loaded(text, file)
    looks: tuple[list[Leaf], list[Leaf]] = ([], [])
    for found, is_dark in _sets(data):
        looks[is_dark].extend(found)
    if not any(looks):
        raise TokensUnusable(file, "er staan geen tokens in.", "wijs een bestand met tokens aan.")
    light, dark = (joined(_parts(leaves, text), file) for leaves in looks)
    return light, dark


def _loaded(text: str, file: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        what = f"dit is geen goede JSON (bij teken {error.colno} van de regel)."
        raise TokensUnusable(file, what, "haal het bestand opnieuw op, of herstel die regel.", error.lineno) from error
    except RecursionError as error:
        raise TokensUnusable(file, "er zit te veel in elkaar.", "haal het bestand opnieuw op.") from error


def _sets(data: Any) -> Iterator[tuple[list[Leaf], bool]]:
    """Yield the tokens of a file in the order in which they hold, with whether they are for dark."""
    if isinstance(data, list):
        yield list(_listed(data)), False
    elif isinstance(data, dict) and not _SETS.isdisjoint(data):
        for name in _names_of_sets(data):
            yield list(_walked(data.get(name), (), (name,))), bool(_DARK.search(name))
    elif isinstance(data, dict):
        yield list(_walked(data, (), ())), False


def _names_of_sets(data: dict[str, Any]) -> list[str]:
    """Return the names of the sets of Token Studio that hold: those of the first theme, or else all, in their order."""
    names = _in_order(data)
    themes = data.get("$themes")
    first = themes[0] if isinstance(themes, list) and themes else None
    chosen = _at(first, "selectedTokenSets")
    if isinstance(chosen, dict):
        return [name for name in names if chosen.get(name) in ("enabled", "source")]
    return names


def _in_order(data: dict[str, Any]) -> list[str]:
    order = _at(data.get("$metadata"), "tokenSetOrder")
    if isinstance(order, list):
        return list(map(str, order))
    return [name for name in data if name[0] != "$"]


def _at(node: Any, key: str) -> Any:
    """Return what an object has at a key; None when it has nothing there, or is no object."""
    return node.get(key) if isinstance(node, dict) else None


def _listed(entries: list[Any]) -> Iterator[Leaf]:
    """Yield the tokens of a list, each an object with its path and value."""
    for place, entry in enumerate(entries):
        path = _at(entry, "path")
        if isinstance(path, list):
            yield from _leaf(entry, tuple(map(str, path)), (str(place),))


def _walked(node: Any, path: Path, place: Path) -> Iterator[Leaf]:
    """Yield the tokens below a node, with their names and where their values stand."""
    if isinstance(node, str | int | float) and path:
        yield path, str(node), place
    elif isinstance(node, dict):
        yield from _leaf(node, path, place)
        is_token = any(not isinstance(node.get(key, {}), dict) for key in ("value", "$value", "$type", "type"))
        for key, child in node.items():
            about = key.lower().lstrip("$") in _ABOUT and (is_token or not isinstance(child, dict))
            if not about and not key.startswith("$") and not (is_token and not isinstance(child, dict)):
                yield from _walked(child, (*path, key), (*place, key))


def _leaf(node: dict[str, Any], path: Path, place: Path) -> Iterator[Leaf]:
    key = next((key for key in ("$value", "value") if key in node), None)
    if key is None or not path:
        return
    text = _text(node[key])
    if text is None:
        return
    if _is_modified(node):
        text = f"modify({text})"
    yield path, text, (*place, key)


def _is_modified(node: dict[str, Any]) -> bool:
    """Return whether Token Studio makes another colour of a value, lighter or darker: what it says is not what is meant."""
    about = node.get("$extensions", node.get("extensions"))
    studio = _at(about, "studio.tokens")
    return isinstance(studio, dict) and "modify" in studio


def _text(value: Any) -> str | None:
    """Return a value as CSS writes it; None when it is of many parts, such as a shadow."""
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    if not isinstance(value, dict):
        return None
    if "unit" in value and "value" in value:
        return f"{value['value']}{value['unit']}"
    if "hex" in value and value.get("alpha", 1) == 1:
        return str(value["hex"])
    return _of_components(value)


def _of_components(value: dict[str, Any]) -> str | None:
    parts = value.get("components")
    known = isinstance(parts, list) and all(isinstance(part, int | float) for part in parts)
    if value.get("colorSpace") != "srgb" or not known or value.get("alpha", 1) != 1:
        return None
    return f"rgb({' '.join(str(part * 255) for part in parts or ())})"


def _parts(leaves: list[Leaf], text: str) -> Iterator[tuple[str, str, partial[int]]]:
    for path, value, place in leaves:
        yield ".".join(path), value, partial(_line_of, text, place)


def _line_of(text: str, place: Path) -> int:
    """Return the line on which the value at a place stands, or 1 when it cannot be found."""
    for found, at in _places(text):
        if found == place:
            return text.count("\n", 0, at) + 1
    return 1


def _places(text: str) -> Iterator[tuple[Path, int]]:
    """Yield the place of every value in a text that is JSON, and where it begins."""
    keys: list[str] = []
    # For each bracket that is open: how many values of a list came before, or -1 in an object.
    counts: list[int] = []
    last = ""
    for sign in _SIGN.finditer(text):
        word = sign.group()
        if word in "]}":
            counts.pop()
            del keys[len(counts) :]
        elif word == ":":
            keys[len(counts) - 1 :] = [json.loads(last)]
        elif word == ",":
            continue
        else:
            if counts and counts[-1] >= 0:
                keys[len(counts) - 1 :] = [str(counts[-1])]
                counts[-1] += 1
            yield tuple(keys), sign.start()
            if word in "[{":
                counts.append(-1 if word == "{" else 0)
            last = word
