"""Gives every page its content security policy: what a browser may load and run, with the hash of anything inline."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser

from polderkoers.errors import PolderkoersError
from polderkoers.website.csp_settings import Sources

# Nothing unless it is named, here or in mkdocs.yml (`csp_settings`). What a page cannot say of itself (frame-ancestors) is said by the web server: see deploy/.
_DIRECTIVES = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
}
# Only where one searches: Pagefind gets parts of its index, and looks through them with WebAssembly.
_MORE = {"zoeken/": {"script-src": ["'wasm-unsafe-eval'"], "connect-src": ["'self'"]}}
# A page that asks for what stands in the parts of an overview says so.
_ASKS, _TO_ASK = "data-pk-delen", {"connect-src": ["'self'"]}

_INLINE = re.compile(
    r"""<(?P<name>script|style)\b(?P<tag>(?:"[^"]*"|'[^']*'|[^>"'])*)>(?P<text>.*?)</(?P=name)""",
    re.DOTALL | re.IGNORECASE,
)
_SRC = re.compile(r"(?:^|\s)src\s*=", re.IGNORECASE)
_TYPE = re.compile(r"""(?:^|\s)type\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
# All other types are data, which no browser runs and no policy is asked about.
_RUNS = re.compile(r"|(?:text|application)/(?:x-)?(?:java|ecma)script|module|importmap|speculationrules", re.IGNORECASE)
# Each begins with letters as they are, in bytes that are small already: so all of a page is looked through in no time.
_SUSPECT = (re.compile(rb"style\s*="), re.compile(rb"on[a-z]+\s*="))
_BEFORE_NAME = frozenset(b" \t\n\r\f\v\"'/")
# Elsewhere, as in a description, "javascript:" is a word like any other.
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "data", "xlink:href"})
_HEAD = re.compile(r"<head\b[^>]*>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)
_OTHER = re.compile(r"""[ \t]*<meta http-equiv=["']?Content-Security-Policy\b[^>]*>\n?""", re.IGNORECASE)


class NoHead(PolderkoersError):
    """A page has no head to put a policy in."""

    def __init__(self, url: str) -> None:
        super().__init__(f"De pagina '{url}' heeft geen <head>, en dus geen plek voor haar beveiliging.")


def policy(html: str, url: str = "", added: Sources | None = None) -> str:
    """Return the content security policy of a page at an address below the root of the site, with what a site adds to it."""
    allowed = {name: list(sources) for name, sources in _DIRECTIVES.items()}
    more = _TO_ASK if _ASKS in html else _MORE.get(url, {})
    for name, sources in (*more.items(), *(added or {}).items()):
        allowed[name] = list(dict.fromkeys((*allowed.get(name, ()), *sources)))
    for name, text in inline(html):
        source = f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
        if source not in allowed[f"{name}-src"]:
            allowed[f"{name}-src"].append(source)
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in allowed.items())


def with_policy(html: str, url: str = "", added: Sources | None = None) -> str:
    """Return a page with its policy before all that it loads, in the place of any other; raises `NoHead`."""
    element = f'\n  <meta http-equiv="Content-Security-Policy" content="{policy(html, url, added)}">'
    guarded, heads = _HEAD.subn(lambda head: head.group() + element, without_policy(html), count=1)
    if not heads:
        raise NoHead(url)
    return guarded


def without_policy(html: str) -> str:
    """Return a page without the policy that it has, if it has any."""
    return _OTHER.sub("", html) if b"content-security-policy" in _small(html) else html


def _small(html: str) -> bytes:
    return html.encode(errors="replace").lower()


def inline(html: str) -> Iterator[tuple[str, str]]:
    """Yield the scripts that run and the styles that stand in a page itself, as name (script or style) and text."""
    for found in _INLINE.finditer(html):
        name, tag = found["name"].lower(), found["tag"]
        kind = _TYPE.search(tag)
        if name == "style" or not (_SRC.search(tag) or (kind and not _RUNS.fullmatch(kind[1]))):
            # A browser reads every end of a line as one sign.
            yield name, found["text"].replace("\r\n", "\n").replace("\r", "\n")


def refused(html: str) -> list[str]:
    """Return what stands in a page that no hash allows, so that a browser leaves it out: as the start of its tag."""
    # Looking through all of a page takes long, and hardly any page has something to look for.
    if not _is_suspect(_small(html)):
        return []
    finder = _RefusedFinder()
    finder.feed(html)
    return finder.found


def _is_suspect(html: bytes) -> bool:
    """Return whether a page in small letters may hold an attribute that is style or script."""
    return b"javascript:" in html or any(_names(html, sign) for sign in _SUSPECT)


def _names(html: bytes, sign: re.Pattern[bytes]) -> bool:
    return any(html[found.start() - 1] in _BEFORE_NAME for found in sign.finditer(html))


class _RefusedFinder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note attributes that are style or script."""
        for name, value in attrs:
            if _is_refused(name, value or ""):
                self.found.append(f'<{tag} {name}="{value or ""}">')


def _is_refused(name: str, value: str) -> bool:
    """Return whether an attribute is style or script."""
    if name in _ADDRESSES:
        return value.strip().lower().startswith("javascript:")
    return name == "style" or name.startswith("on")


class Guard:
    """Guards the pages of a build; in the preview of MkDocs it only looks, because no hash allows what that puts into a page."""

    def __init__(self) -> None:
        """Begin as for a build; `asks` is for a preview of ours, whose pages ask for news."""
        self.preview = False
        self.asks = False
        # What mkdocs.yml adds to the policy of every page.
        self.added: Sources = {}

    def __call__(self, html: str, url: str = "") -> tuple[str, list[str]]:
        """Return a page with its policy, and what a browser will leave out of it; raises `NoHead`."""
        if self.preview:
            return without_policy(html), refused(html)
        return with_policy(html, url, self._allowed), refused(html)

    @property
    def _allowed(self) -> Sources:
        if not self.asks:
            return self.added
        return {**self.added, "connect-src": (*self.added.get("connect-src", ()), "'self'")}
