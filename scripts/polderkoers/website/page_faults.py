"""What a page written by hand does that the site promises not to do, and that no browser and no build tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from polderkoers.website.csp import inline
from polderkoers.website.csp_settings import Sources

_LOADED = re.compile(
    r"""<(?P<tag>img|script|iframe|video|audio|source|embed)\b[^>]*?\ssrc\s*=\s*["']?(?P<url>(?:https?:)?//[^"'\s>]+)""",
    re.IGNORECASE,
)
_SHEET = re.compile(
    r"""<(?P<tag>link)\b(?=[^>]*\srel\s*=\s*["']?stylesheet)[^>]*?\shref\s*=\s*["']?(?P<url>(?:https?:)?//[^"'\s>]+)""",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# By which directive a site may add an address; scripts and styles come from nowhere else.
_DIRECTIVES = {
    "img": "img-src",
    "iframe": "frame-src",
    "video": "media-src",
    "audio": "media-src",
    "source": "media-src",
}
_COLOUR = re.compile(r"--pk-color-[\w-]+(?=\s*:)")


def page_faults(html: str, url: str, added: Sources, site_url: str = "") -> Iterator[str]:
    """Yield in Dutch what will not work or cannot be promised on a page at an address below the root of the site.

    `added` is what mkdocs.yml adds to the policy, `site_url` where the site will stand.
    """
    shown = _COMMENT.sub("", html)
    for found in (*_LOADED.finditer(shown), *_SHEET.finditer(shown)):
        directive = _DIRECTIVES.get(found["tag"].lower(), "")
        if not _may_load(found["url"], (*added.get(directive, ()), *_origin(site_url))):
            yield _elsewhere(url, found["tag"].lower(), found["url"], directive)
    for name in _recoloured(html):
        yield (
            f"Pagina '{url}': in een <style> krijgt {name} een andere kleur. Of die te lezen is, wordt daar niet nagerekend. Hoe op te "
            f"lossen: zet de kleur in een stylesheet, en noem dat in mkdocs.yml bij extra_css."
        )


def _origin(site_url: str) -> Iterator[str]:
    """Yield the host of the site itself: what stands there may be loaded, whatever folder the site is in."""
    parts = urlsplit(site_url)
    if parts.netloc:
        yield f"{parts.scheme}://{parts.netloc}"


def _may_load(address: str, allowed: tuple[str, ...]) -> bool:
    whole = _whole(address).lower()
    return any(_allows(source.lower(), whole) for source in allowed)


def _allows(source: str, address: str) -> bool:
    """Return whether a source of a policy lets an address in: a path that does not end in a slash is one file, as browsers have it."""
    if urlsplit(source).path in ("", "/"):
        return f"{address}/".startswith(f"{source.rstrip('/')}/")
    if source.endswith("/"):
        return address.startswith(source)
    return address.partition("?")[0] == source


def _whole(address: str) -> str:
    return f"https:{address}" if address.startswith("//") else address


def _elsewhere(url: str, tag: str, address: str, directive: str) -> str:
    parts = urlsplit(_whole(address))
    # What is not encrypted, the policy lets in from nowhere.
    other = (
        f" Of noem https://{parts.netloc} in mkdocs.yml bij extra: csp: {directive}."
        if directive and parts.scheme == "https"
        else ""
    )
    return (
        f"Pagina '{url}': een browser laadt <{tag}> niet van {address}, want dat is een andere site. Hoe op te lossen: zet het bestand "
        f"zelf in de map docs, of haal het weg.{other}"
    )


def _recoloured(html: str) -> Iterator[str]:
    """Yield the colours of the site that a style in a page itself sets."""
    if "--pk-color-" not in html:
        return
    styles = " ".join(text for name, text in inline(html) if name == "style")
    yield from dict.fromkeys(_COLOUR.findall(styles))
