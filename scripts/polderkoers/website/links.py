"""Holds the promise that every link of the site leads somewhere: to a page, a file, and the place on it."""

from __future__ import annotations

import difflib
import os
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from polderkoers.errors import PolderkoersError
from polderkoers.website.tokens import without_comments
from polderkoers.website.words import bullets

# What stands in a comment, a script or a title is no tag, whatever it looks like.
_TAG = re.compile(
    r"""<!--.*?-->|<(script|style|textarea|title)\b([^>]*+)>.*?</\1|<([a-z][^\s>/]*+)((?:[^>"']++|"[^"]*+"|'[^']*+')*+)>""",
    re.DOTALL | re.IGNORECASE,
)
_WANTED = re.compile(
    r"(?:^|[\s\"'/])(?:href|src|srcset|xlink:href|(?:form)?action|poster|data|content|id|name)\s*=", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_LINKS = frozenset({"href", "src", "action", "formaction", "poster", "xlink:href"})
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_IN_CSS = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
_NO_SIGN = str.maketrans("", "", "\t\n\r")
# How a page sends its reader on to another.
_REFRESH = re.compile(r"""\s*[\d.]+\s*[;,]\s*url\s*=\s*["']?(?P<to>[^"']+?)["']?\s*""", re.IGNORECASE)
# Stands before the value of a meta element, which is a link only when it begins with the address of the site.
_META = "\0"
# A browser goes to the top of a page for these, whether or not it has a place of that name.
_TOP = frozenset({"", "top"})
_AT_MOST = 25
_OUTSIDE = "dat adres ligt buiten de site."
# What a build makes after its pages.
_MADE_LAST = ("zoeken/", "assets/delen/", "sitemap.xml")


class DeadLinks(PolderkoersError):
    """Links of the site lead nowhere."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        shown = bullets(lines[:_AT_MOST])
        more = f"\n- en nog {len(lines) - _AT_MOST} andere" if len(lines) > _AT_MOST else ""
        super().__init__(
            f"Deze links leiden nergens heen:\n{shown}{more}\nHoe op te lossen: haal de link weg, laat hem wijzen naar iets "
            f"wat er wel is, of zet terug wat er niet meer is."
        )


@dataclass(frozen=True)
class Noted:
    """What a page holds: its links as they are written, the names of its places, and the file it was made from."""

    links: frozenset[str]
    places: frozenset[str]
    source: str = ""


@dataclass(frozen=True)
class Dead:
    """A link that leads nowhere: the page it stands on, as it is written, and why."""

    page: str
    link: str
    why: str


def noted(html: str, source: str = "") -> Noted:
    """Return the links and places of a page."""
    links: set[str] = set()
    places: set[str] = set()
    for script, its_attributes, tag, attributes in _TAG.findall(html):
        if its_attributes or attributes:
            its_links, its_places = _of_tag(script or tag, its_attributes or attributes)
            links.update(its_links)
            places.update(its_places)
    return Noted(frozenset(links), frozenset(places), source)


# Half of the tags of a page are those of its header and footer, which stand on hundreds of pages.
@lru_cache(maxsize=8192)
def _of_tag(tag: str, attributes: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the links and places in the attributes of a tag."""
    if not _WANTED.search(attributes):
        return (), ()
    links: list[str] = []
    places: list[str] = []
    for name, *values in _ATTRIBUTE.findall(attributes):
        kind, value = (tag.lower(), name.lower()), "".join(values)
        if kind == ("meta", "content"):
            onward = _REFRESH.fullmatch(value)
            links.append(onward["to"] if onward else f"{_META}{value}")
        elif kind[1] in _LINKS or kind == ("object", "data"):
            links.append(value)
        elif kind[1] == "srcset":
            links += [part.split()[0] for part in value.split(",") if part.strip()]
        elif kind[1] == "id" or kind == ("a", "name"):
            places.append(unescape(value))
    return tuple(links), tuple(places)


class Links:
    """Collects the links of the pages of a build, and says which of them lead nowhere."""

    def __init__(self, site_url: str = "") -> None:
        """Start with nothing seen. `site_url` is where the site will stand, empty when that is not known."""
        self.start(site_url)

    def start(self, site_url: str) -> None:
        """Forget what was seen: a new build begins."""
        self._pages: dict[str, Noted] = {}
        # With its last slash, so that https://x.nl/beleid is not taken for https://x.nl/beleidsregels.
        self._site_url = f"{site_url.rstrip('/')}/" if site_url else ""
        self._base = urlsplit(self._site_url).path or "/"

    def see(self, path: str, html: str, source: str = "") -> None:
        """Note what a page holds, by its address below the root of the site, and the file that it was made from."""
        self._pages[unquote(path)] = noted(html, source)

    def of(self, path: str) -> Noted | None:
        """Return what was noted of a page, None when nothing was."""
        return self._pages.get(unquote(path))

    def note(self, path: str, found: Noted) -> None:
        """Note what a page holds that was seen elsewhere."""
        self._pages[unquote(path)] = found

    def judge(self, site: Path) -> None:
        """Raise `DeadLinks` when a link of a page that was seen, or of a style in `site`, leads to nothing in that folder."""
        lines = tuple(self._said(self.dead(site)))
        if lines:
            raise DeadLinks(lines)

    def on_page(self, path: str, html: str, known: Collection[str]) -> Iterator[str]:
        """Yield what is wrong with the links of one page, while no other page was made.

        `known` are all addresses and files of the site; of a place on another page nothing is known.
        """
        page = noted(html)
        for link in sorted(page.links):
            target = _target(unquote(path), self._asked(link))
            if target and (why := self._wrong_alone(target, unquote(path), page, known)):
                yield f"De link '{link.removeprefix(_META)}' leidt nergens heen: {why}"

    def _wrong_alone(self, target: tuple[str, str], here: str, page: Noted, known: Collection[str]) -> str:
        path, place = target
        if path == here:
            return self._no_place(path, place, page.places)
        if path.startswith("../"):
            return _OUTSIDE
        names = {path, quote(path), path.removesuffix("index.html"), f"{path}/", f"{quote(path)}/", f"{path}index.html"}
        if names.isdisjoint(known) and not path.startswith(_MADE_LAST):
            return _no_page(path, known)
        return ""

    def dead(self, site: Path) -> tuple[Dead, ...]:
        """Return the links of pages that were seen, and of the styles in `site`, that lead to nothing in that folder."""
        files = frozenset(_files(site))
        for path in files:
            if path.endswith(".css"):
                text = without_comments((site / path).read_text(encoding="utf-8", errors="replace"))
                self._pages.setdefault(path, Noted(frozenset(_IN_CSS.findall(text)), frozenset()))
        return tuple(self._dead(site, files))

    def _dead(self, site: Path, files: frozenset[str]) -> Iterator[Dead]:
        # Most links of a page stand on all pages.
        right: set[tuple[str, str]] = set()
        asked = cache(self._asked)
        for page, found in sorted(self._pages.items()):
            for link in sorted(found.links):
                target = _target(page, asked(link))
                if target is None or target in right:
                    continue
                if why := self._wrong(target, site, files):
                    yield Dead(page, link.removeprefix(_META), why)
                else:
                    right.add(target)

    def _asked(self, link: str) -> tuple[str, str] | None:
        """Return the path and place that a link asks for; nothing when that is not of this site. A path that begins with `/` is from the root."""
        address = unescape(link).strip().translate(_NO_SIGN)
        if self._site_url and address.removeprefix(_META).startswith(self._site_url):
            address = self._base + address.removeprefix(_META).removeprefix(self._site_url)
        if address.startswith((_META, "//")) or _SCHEME.match(address):
            return None
        address, _, place = address.partition("#")
        path = unquote(address.partition("?")[0])
        if not path.startswith("/"):
            return path, place
        if path.startswith(self._base):
            return f"/{path.removeprefix(self._base)}", place
        # Another part of the same server, of which we know nothing.
        return None

    def _wrong(self, target: tuple[str, str], site: Path, files: frozenset[str]) -> str:
        """Return why a target is not there, and nothing when it is."""
        path, place = target
        if path.startswith("../"):
            return _OUTSIDE
        page = self._page_at(path, site, files)
        if page is None and path in files:
            return ""
        if page is None:
            return _no_page(path, self._pages)
        return self._no_place(path, place, page.places)

    def _no_place(self, path: str, place: str, places: frozenset[str]) -> str:
        """Return that a page has no place of a name, and nothing when it has."""
        # A place may be said with a part for the browser alone, which looks for words (https://wicg.github.io/scroll-to-text-fragment/).
        name = place.partition(":~:")[0]
        if name in _TOP or name in places or unquote(name) in places:
            return ""
        near = difflib.get_close_matches(unquote(name), places, n=1)
        return f"op /{path} is er geen plek '{unquote(name)}'.{_guess(near)}"

    def _page_at(self, path: str, site: Path, files: frozenset[str]) -> Noted | None:
        """Return the page at a path, read from the built site when it did not come by; nothing when it is no page."""
        # A server sends who leaves out the last slash to the page.
        for name in (path.removesuffix("index.html"), f"{path}/"):
            if name in self._pages and not name.endswith(".css"):
                return self._pages[name]
        for name in (path, f"{path}index.html", f"{path}/index.html"):
            if name in files and name.endswith(".html"):
                self._pages[path] = noted((site / name).read_text(encoding="utf-8", errors="replace"))
                return self._pages[path]
        return None

    def _said(self, dead: Iterable[Dead]) -> Iterator[str]:
        """Yield what is wrong, a line for each: a link that stands on many pages, such as one of the menu, once."""
        by_reason: dict[str, list[Dead]] = {}
        for one in dead:
            by_reason.setdefault(one.why, []).append(one)
        for why, found in by_reason.items():
            first = found[0]
            source = self._pages[first.page].source
            more = len({one.page for one in found}) - 1
            where = f"{first.page} ({source})" if source else first.page
            yield f"'{first.link}' op /{where}{_on_more(more)}: {why}"


def _no_page(path: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(path, known, n=1, cutoff=0.8)
    kind = "de pagina" if path.endswith("/") else "het bestand"
    return f"{kind} /{path} is er niet.{_guess([f'/{name}' for name in near])}"


def _on_more(pages: int) -> str:
    """Return on how many more pages a link stands; nothing when there are none."""
    if not pages:
        return ""
    word = "pagina" if pages == 1 else "pagina’s"
    return f" en op nog {pages} {word}"


def _guess(near: list[str]) -> str:
    return f" Bedoelde je '{near[0]}'?" if near else ""


def _target(page: str, asked: tuple[str, str] | None) -> tuple[str, str] | None:
    """Return where a page gets with what a link asks for, as path below the root and place. A path that begins with `../` leads out of the site."""
    if asked is None:
        return None
    path, place = asked
    if not path:
        return page, place
    if path.startswith("/"):
        return _joined("", path[1:]), place
    return _joined(page.rpartition("/")[0], path), place


def _joined(folder: str, path: str) -> str:
    """Return a path as seen from a folder, without `.` and `..`; what leads out of the root begins with `../`."""
    parts: list[str] = []
    *steps, last = f"{folder}/{path}".split("/")
    for step in steps:
        if step == ".." and not parts:
            return f"../{path}"
        if step == "..":
            parts.pop()
        elif step not in {"", "."}:
            parts.append(step)
    if last == "..":
        return _joined("/".join(parts), "../")
    return "/".join((*parts, "" if last == "." else last))


def _files(site: Path) -> Iterator[str]:
    """Yield every file of a folder, in the letters that it is written with: some systems find /A/ when there is /a/."""
    for folder, _, names in os.walk(site):
        below = Path(folder).relative_to(site).as_posix()
        for name in names:
            yield posixpath.normpath(f"{below}/{name}")
