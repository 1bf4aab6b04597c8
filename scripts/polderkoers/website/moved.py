"""Keeps the addresses of a site alive after a word of the organisation changed: the old ones lead to the new."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from markupsafe import escape

from polderkoers.policy.addresses import CALLED, FOLDERS
from polderkoers.policy.schema_rules.naming import slug
from polderkoers.website.pages import folder_of, overview
from polderkoers.website.relative import relative
from polderkoers.website.words import Words

# Where a folder may stand below another: what is told of it, and how it was in a version.
_FEEDS, _VERSIONS = "feeds", FOLDERS["versie"]
# The overview that is called after a kind.
_OVERVIEWS = {kind: name for name, kind in CALLED.items()}
# A browser that is sent on by the page itself loses the place on it (#doel-1); the script keeps that.
_SCRIPT = "location.replace(document.links[0].href.split('#')[0] + location.hash);"


def moved(addresses: Collection[str], words: Words) -> Iterator[tuple[str, str]]:
    """Yield each address that a site had under an earlier word, with the address that stands in its place now.

    `addresses` are those of all pages and feeds of the site, below its root. What has an address today keeps it.
    """
    folders = tuple(_folders(words))
    seen = set(addresses)
    for address in addresses:
        for new, old in folders:
            former = _former(address, new, old)
            if former and former not in seen:
                seen.add(former)
                yield former, address


def _folders(words: Words) -> Iterator[tuple[str, str]]:
    """Yield the folder or overview of a kind with each name that it had before."""
    for kind, noun in words.own.nouns:
        names = {folder_of(kind, words), overview(_OVERVIEWS[kind], words) if kind in _OVERVIEWS else None}
        for new in sorted(filter(None, names)):
            yield from ((new, slug(word)) for word in noun.before if slug(word) not in ("", new))


def _former(address: str, new: str, old: str) -> str:
    """Return what an address was when its folder had another name; nothing when it does not stand in that folder."""
    parts = address.split("/")
    at = {_FEEDS: 1, _VERSIONS: 2}.get(parts[0], 0)
    if len(parts) <= at + 1 or parts[at] != new:
        return ""
    return "/".join((*parts[:at], old, *parts[at + 1 :]))


def sent_on(former: str, address: str) -> str:
    """Return the page that stands at a former address and leads to the new one, given both below the root of the site."""
    to = escape(relative(former, address))
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f'<title>Deze bladzijde heeft een ander adres</title>\n<link rel="canonical" href="{to}">\n'
        f'<noscript><meta http-equiv="refresh" content="0; url={to}"></noscript>\n</head>\n<body>\n<main>\n'
        f'<h1>Deze bladzijde heeft een ander adres</h1>\n<p><a href="{to}">Ga naar het nieuwe adres</a></p>\n</main>\n'
        f"<script>{_SCRIPT}</script>\n</body>\n</html>\n"
    )
