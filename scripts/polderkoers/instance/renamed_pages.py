"""Lets the pages that an instance writes by hand follow something that gets another id: their links, and what they ask of the policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from polderkoers.policy.addresses import ALONE, CONTINUED
from polderkoers.policy.index import Entry

_PAGES = "docs"
# What a page asks for, and the texts in it.
_ASKED = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_TEXT = re.compile(r"(?:(?P<by>\w+)\s*=\s*)?(?P<sign>[\"'])(?P<text>[^\"']*)(?P=sign)")
# By what a list of cards is chosen, with the lists that an id can be of.
_CHOICES = {"thema": ("themas",), "partij": ("roles", "organisaties"), "plaats": ("plaatsen",)}
# Where an address below the root of the site begins: one of another site, or of an earlier version, has something before it.
_BEGIN = r"(?<![^\s\"'(<=])((?:\.{0,2}/)*"


@dataclass(frozen=True)
class Followed:
    """What is called otherwise, with its reference and its address on the site before and after; empty for what has no address."""

    entry: Entry
    old: str
    new: str
    address: str
    leads_to: str

    def pages(self, root: Path) -> Iterator[tuple[str, tuple[bytes, int]]]:
        """Yield each page of an instance that names it with what the page becomes, and at how many places."""
        for path in sorted((root / _PAGES).rglob("*.md")):
            text = path.read_bytes().decode("utf-8", "surrogateescape")
            new, number = self.of_page(text)
            if number:
                yield path.relative_to(root).as_posix(), (new.encode("utf-8", "surrogateescape"), number)

    def of_page(self, text: str) -> tuple[str, int]:
        """Return the text of a page with the new id, and at how many places it stands there."""
        found = 0

        def asked(call: re.Match[str]) -> str:
            nonlocal found
            new, number = self._of_call(call[0])
            found += number
            return new

        text = _ASKED.sub(asked, text)
        for pattern, instead in self._addresses:
            text, number = pattern.subn(instead, text)
            found += number
        return text, found

    def _of_call(self, call: str) -> tuple[str, int]:
        found = 0

        def named(text: re.Match[str]) -> str:
            nonlocal found
            new = self._named(text["by"] or "", text["text"])
            found += new != text["text"]
            return text[0].replace(text["text"], new) if new != text["text"] else text[0]

        return _TEXT.sub(named, call), found

    def _named(self, by: str, wanted: str) -> str:
        """Return how a page names it from now on; the same when it names something else."""
        file, slash, rest = self.old.partition("/")
        if by in _CHOICES:
            chosen = slash and file in _CHOICES[by] and wanted == rest
            return self.new.rpartition("/")[2] if chosen else wanted
        inside = self.entry.is_file and wanted.startswith(f"{self.old}/")
        return f"{self.new}{wanted.removeprefix(self.old)}" if wanted == self.old or inside else wanted

    @cached_property
    def _addresses(self) -> tuple[tuple[re.Pattern[str], Any], ...]:
        """What leads to its address, and to those that are made of its id, each with what stands there from now on."""
        if not self.address:
            return ()
        return (_leading(self.address, self.leads_to), *self._of_places(), *self._of_documents())

    def _of_places(self) -> Iterator[tuple[re.Pattern[str], Any]]:
        """Yield what leads to the place on the page of its file, of what has a page of its own beside it."""
        if self.entry.item.soortnaam in ALONE and not self.entry.is_file:
            old, new = (address.rstrip("/").rpartition("/") for address in (self.address, self.leads_to))
            yield _leading(f"{old[0]}/#{old[2]}", f"{new[0]}/#{new[2]}")

    def _of_documents(self) -> Iterator[tuple[re.Pattern[str], Any]]:
        """Yield what leads to what became of a document in another one: its address names both."""
        if self.entry.item.soortnaam == "document":
            id_, instead = re.escape(self.entry.item.id), self.new.rpartition("/")[2]
            pair = re.compile(rf"{_BEGIN}{CONTINUED}/(?:[a-z0-9-]+/)?){id_}(?![a-z0-9-])")
            yield pair, lambda found: f"{found[1]}{instead}"


def _leading(address: str, leads_to: str) -> tuple[re.Pattern[str], Any]:
    """Return what leads to an address, with what stands there when that is another one."""
    page, _, anchor = address.partition("#")
    new_page, _, new_anchor = leads_to.partition("#")
    end = rf"#{re.escape(anchor)}(?![a-z0-9-])" if anchor else ""
    stem, into = re.escape(page.removesuffix("/")), f"#{new_anchor}" if anchor else ""
    leads = re.compile(rf"{_BEGIN}){stem}(/(?:index\.md|index\.html)?|\.md|\.html){end}")
    return leads, lambda found: f"{found[1]}{new_page.removesuffix('/')}{found[2]}{into}"
