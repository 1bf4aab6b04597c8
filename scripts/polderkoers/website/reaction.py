"""Where a reader goes who sees that something is wrong on a page, or not clear: that needs no account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlencode

from mkdocs.structure.pages import Page as MkDocsPage

if TYPE_CHECKING:
    from polderkoers.website.render import Renderer

_CONTACT = "contact/"


def shown(page: MkDocsPage, renderer: Renderer) -> dict[str, Any]:
    """Return what the template shows at the foot of a page, under `reactie`.

    `adres` is where a reaction goes, with the page and the version of its text filled in, `waarheen` the same as a reader sees it; both are
    empty when the site has none. `website` is that of who publishes, and `contact` the page with who can be turned to.
    """
    to, path = renderer.site.publisher.reactions, unquote(page.url).removeprefix("./")
    title = str((page.meta or {}).get("title") or page.title or "")
    version = str((page.meta or {}).get("versie") or "")
    return {
        "reactie": {
            "adres": address(to, title, path, version) if to else "",
            "waarheen": to,
            "website": renderer.site.publisher.website,
            "contact": _CONTACT if renderer.has(_CONTACT) else "",
        }
    }


def address(to: str, title: str, path: str, version: str) -> str:
    """Return an address for reactions (https, or a mail address) with a page and the version of its text filled in."""
    if to.startswith("https://"):
        told = {"pagina": f"/{path}", **({"versie": version} if version else {})}
        return f"{to}{'&' if '?' in to else '?'}{urlencode(told)}"
    about = f"Dit gaat over /{path}" + (f", versie {version}" if version else "") + "."
    return f"mailto:{to}?subject={quote(f'Reactie op: {title}')}&body={quote(f'{about}{chr(10)}{chr(10)}')}"
