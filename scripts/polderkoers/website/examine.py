"""Examines a site that was built: what a reader would meet there that is wrong, whoever or whatever built it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import chain
from pathlib import Path

from polderkoers.errors import PolderkoersError
from polderkoers.policy import site_rules as rules
from polderkoers.policy.model.versies import Versie
from polderkoers.problems import Problem
from polderkoers.typed import quoted
from polderkoers.website.contrast import imported, too_low
from polderkoers.website.links import Dead, Links

_SITE = "site"
_TITLE = re.compile(r"<title>\s*(\S.*?)\s*</title>", re.DOTALL)
_LANGUAGE = re.compile(r"<html\b[^>]*\slang=[\"']?\w", re.IGNORECASE)
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL | re.IGNORECASE)
_SENT_ON = re.compile(r"<meta\b[^>]*http-equiv=[\"']?refresh", re.IGNORECASE)
_SHEET = re.compile(r"<link\b[^>]*rel=[\"']?stylesheet[^>]*>", re.IGNORECASE)
_HREF = re.compile(r"href=[\"']?([^\"'\s>]+)")
_BODY = re.compile(r"<body\b.*", re.DOTALL | re.IGNORECASE)
_NO_TEXT = re.compile(r"<(script|style|template)\b.*?</\1>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_PIECE = re.compile(r">([^<>]+)<")
# A whole element that only says that something is to come. Fewer words than the check of the data knows: a page has labels too.
_BLANK = re.compile(
    r"\[?(?:vul[ -]dit[ -]in|verander-dit-id(?:-\d+)?|to[ -]?do|tbd|x{3,}|(?:nog )?in te vullen|nog invullen|lorem ipsum.*)[.!:…\]]*",
    re.IGNORECASE,
)
# What explains the work to an editor speaks of empty places and of the example by name.
_MANUAL = "meedoen/"
# So much of a text stands on one line of its file.
_ENOUGH = 30


class SiteMissing(PolderkoersError):
    """A site is to be examined that was not built."""

    def __init__(self, root: Path) -> None:
        beside = "" if root == Path() else f" --root {quoted(str(root))}"
        super().__init__(
            f"Er is nog geen site om na te kijken: {root / _SITE / 'index.html'} is er niet. Hoe op te lossen: bouw haar eerst, met "
            f"polderkoers build{beside}"
        )


@dataclass(frozen=True)
class Html:
    """A page of the built site by its address below the root."""

    path: str
    file: str
    text: str

    @cached_property
    def words(self) -> str:
        """All that a reader sees of it, on one line."""
        body = _BODY.search(self.text)
        if body is None:
            return ""
        return " ".join(unescape(_TAG.sub(" ", _NO_TEXT.sub(" ", body[0]))).split())

    def pieces(self) -> Iterator[str]:
        """Yield the text between each two tags."""
        for piece in _PIECE.findall(_NO_TEXT.sub(" ", self.text)):
            yield " ".join(unescape(piece).split())

    def place(self, wanted: str) -> tuple[int, int]:
        """Return line and column of a piece of its text; the first of both when it stands there otherwise."""
        found = self.text.find(wanted)
        if found < 0:
            return 1, 1
        before = self.text[:found]
        return before.count("\n") + 1, found - before.rfind("\n")


@dataclass(frozen=True)
class Examined:
    """What was found on a site, and of how many pages."""

    problems: tuple[Problem, ...]
    pages: int


def examine(
    root: Path, listed: Iterable[Versie], example: Mapping[str, tuple[str, ...]], site_url: str = ""
) -> Examined:
    """Examine the site in `root`/site.

    `listed` are the versions that it must show, `example` texts that no policy holds, by the file that they came from. Raises `SiteMissing` when nothing was built.
    """
    site = root / _SITE
    if not (site / "index.html").is_file():
        raise SiteMissing(root)
    pages = tuple(_pages(site))
    policy = tuple(page for page in pages if not page.path.startswith(_MANUAL))
    found = (
        *_dead_links(pages, site, site_url),
        *map(rules.low_contrast, _colours(site, pages)),
        *_empty_places(policy),
        *_example(root, policy, example),
        *_versions(site, listed),
        *chain.from_iterable(map(_headings, pages)),
        *_outdated(root, site),
    )
    return Examined(tuple(sorted(found)), len(pages))


def _pages(site: Path) -> Iterator[Html]:
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        text = path.read_text(encoding="utf-8", errors="replace")
        yield Html(name.removesuffix("index.html"), f"{_SITE}/{name}", text)


def _dead_links(pages: tuple[Html, ...], site: Path, site_url: str) -> Iterator[Problem]:
    links = Links(site_url)
    for seen in pages:
        links.see(seen.path, seen.text)
    by_path = {page.path: page for page in pages}
    for first, others in _once(links.dead(site)):
        more = _also("Deze link", others)
        message = f"De link '{first.link}' leidt nergens heen: {first.why}{more}"
        yield rules.dead_link(*_place(first, by_path.get(first.page)), message)


def _place(dead: Dead, page: Html | None) -> tuple[str, int, int]:
    """Return file, line and column of a link; that of a style stands on no page, and at the start of its file."""
    if page is None:
        return f"{_SITE}/{dead.page}", 1, 1
    return page.file, *page.place(f'"{dead.link}"')


def _once(dead: Iterable[Dead]) -> Iterator[tuple[Dead, int]]:
    """Yield each reason once, with the number of other pages: a link of the menu stands on all of them."""
    by_reason: dict[str, list[Dead]] = {}
    for one in dead:
        by_reason.setdefault(one.why, []).append(one)
    for found in by_reason.values():
        yield found[0], len({one.page for one in found}) - 1


def _colours(site: Path, pages: tuple[Html, ...]) -> Iterator[str]:
    sheets = _sheets(site, pages)
    yield from imported(sheets, lambda name: _text(site / name))
    yield from too_low(sheets)


def _text(path: Path) -> str | None:
    if not path.is_file():
        return None
    return path.read_text(encoding="utf-8", errors="replace")


def _sheets(site: Path, pages: tuple[Html, ...]) -> dict[str, str]:
    """Return the styles that the first page of the site loads, by name, in that order."""
    home = next(page for page in pages if not page.path)
    sheets: dict[str, str] = {}
    for tag in _SHEET.findall(home.text):
        found = _HREF.search(tag)
        text = _text(site / found[1]) if found else None
        if found and text is not None:
            sheets[found[1]] = text
    return sheets


def _empty_places(pages: tuple[Html, ...]) -> Iterator[Problem]:
    """Yield each text that only says that something is to come, once, with the number of other pages that show it."""
    found: dict[str, list[Html]] = {}
    for page in pages:
        for text in dict.fromkeys(filter(_BLANK.fullmatch, page.pieces())):
            found.setdefault(text, []).append(page)
    cure = "vul hier iets in, of haal het weg. Bouw de site daarna opnieuw."
    for text, (first, *others) in found.items():
        more = _also("Dat", len(others))
        yield rules.left_over(first.file, *first.place(text), f"Op deze bladzijde staat nog '{text}'.{more}", cure)


def _example(root: Path, pages: tuple[Html, ...], example: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    """Yield for each file of the example which of its texts the site still shows."""
    cure = "zet hier de tekst van jullie zelf, of haal het weg. Bouw de site daarna opnieuw."
    for file, texts in example.items():
        shown = [text for text in texts if _page_with(text, pages)]
        if shown:
            more = f" en nog {len(shown) - 1} van die teksten" if len(shown) > 1 else ""
            message = f"Op de site staat nog het voorbeeld waarmee zij begon: '{shown[0]}'{more}."
            yield rules.left_over(*_stands(root, file, shown[0], pages), message, cure)


def _page_with(text: str, pages: tuple[Html, ...]) -> Html | None:
    return next((page for page in pages if text in page.words), None)


def _stands(root: Path, file: str, text: str, pages: tuple[Html, ...]) -> tuple[str, int, int]:
    """Return where a text can be changed: the line of its file in which it begins, or of the page when that file is gone."""
    page = _page_with(text, pages)
    if page and not (root / file).is_file():
        return page.file, *page.place(text)
    lines = (root / file).read_text(encoding="utf-8", errors="replace").splitlines()
    start = text[:_ENOUGH]
    return file, next((number for number, line in enumerate(lines, 1) if start in line), 1), 1


def _versions(site: Path, listed: Iterable[Versie]) -> Iterator[Problem]:
    for version in listed:
        if not (site / "versies" / version.id / "index.html").is_file():
            yield rules.version_missing(version.id, version.naam)


def _headings(page: Html) -> Iterator[Problem]:
    if _SENT_ON.search(page.text):
        return
    if not _LANGUAGE.search(page.text):
        yield rules.no_heading(page.file, "Deze bladzijde zegt niet in welke taal zij is.")
    if not _TITLE.search(page.text):
        yield rules.no_heading(page.file, "Deze bladzijde heeft geen titel.")
    if not any(_TAG.sub("", heading).strip() for heading in _HEADING.findall(page.text)):
        yield rules.no_heading(page.file, "Deze bladzijde heeft geen kop.")


def _outdated(root: Path, site: Path) -> Iterator[Problem]:
    """Yield the data files that the site shows beside its pages and that are other, or no more, in data/."""
    for path in sorted((site / "data").rglob("*.yaml")):
        name = path.relative_to(site).as_posix()
        now = root / name
        if not now.is_file():
            yield rules.outdated(name, f"De site is gemaakt met {name}, en dat bestand is er niet meer.")
        elif now.read_bytes() != path.read_bytes():
            yield rules.outdated(name, f"Het bestand {name} is veranderd nadat de site is gemaakt.")


def _also(what: str, others: int) -> str:
    """Return that something stands on so many other pages too; nothing when there are none."""
    if not others:
        return ""
    pages = "andere bladzijde" if others == 1 else "andere bladzijden"
    return f" {what} staat ook op {others} {pages}."
