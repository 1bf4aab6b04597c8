"""Where a reader goes who sees that something is wrong on a page, or not clear: that needs no account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlencode

from mkdocs.structure.pages import Page as MkDocsPage

if TYPE_CHECKING:
    from polderkoers.website.render import Renderer

_CONTACT = "contact/"
_LINES = "\n\n"


def shown(page: MkDocsPage, renderer: Renderer) -> dict[str, Any]:
    """Return what the template shows at the foot of a page, under `reactie`.

    `adres` is where a reaction goes, with the page and the version of its text filled in, `waarheen` the same as a reader sees it; both are
    empty when the site has none. `website` is that of who publishes, and `contact` the page with who can be turned to.
    """
    to, meta = renderer.site.publisher.reactions, page.meta or {}
    said = [str(meta.get(name) or "") for name in ("title", "versie")]
    told = {"adres": "", "waarheen": to, "website": renderer.site.publisher.website, "contact": ""}
    if to:
        told["adres"] = address(to, said[0] or str(page.title or ""), unquote(page.url).removeprefix("./"), said[1])
    if renderer.has(_CONTACT):
        told["contact"] = _CONTACT
    return {"reactie": told}


def address(to: str, title: str, path: str, version: str) -> str:
    """Return an address for reactions (https, or a mail address) with a page and the version of its text filled in."""
    if to.startswith("https://"):
        joint = "&" if "?" in to else "?"
        return f"{to}{joint}{urlencode(_told(path, version))}"
    about = ", versie ".join(filter(None, (f"Dit gaat over /{path}", version)))
    return f"mailto:{to}?subject={quote(f'Reactie op: {title}')}&body={quote(f'{about}.{_LINES}')}"


def _told(path: str, version: str) -> dict[str, str]:
    told = {"pagina": f"/{path}"}
    return told | {"versie": version} if version else told
