"""A site with little in it: each kind of little data builds, says what is not there yet, and shows nothing empty."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from polderkoers.instance.begin import begin
from polderkoers.instance.naming import Naming
from polderkoers.policy.load import load
from polderkoers.website.building.generate import OWN_WAY
from support.git import git
from support.links import dead_links
from support.site import BuiltSite, build_whole

PLAN = """\
soort: plan
id: enig-plan
titel: Het enige plan
versie: "0.1"
status: concept
vastgesteld_op: null
vastgesteld_door: null
bron: {document: eerste-document}
samenvatting: Wat we willen.
themas: [contact]
hoofdstukken:
  - id: hoofdstuk-begin
    naam: Waarom dit plan er is
    rubriek: aanleiding
    toelichting: Omdat het nodig is.
"""
GUIDE = """\
soort: wegwijzer
id: enige-wegwijzer
titel: Ik wil iets doen
versie: "0.1"
status: concept
vastgesteld_op: null
vastgesteld_door: null
bron: {document: eerste-document}
samenvatting: Zo begin je.
themas: [contact]
inleiding: Zo begin je.
routes:
  - id: zelf
    naam: Zelf beginnen
    stappen:
      - id: bellen
        naam: Bel de gemeente
"""
# Pages that have the same on every site: the messages and the building blocks.
_SAME = ("meedoen/",)


def only_a_plan(root: Path) -> None:
    """Leave one plan."""
    shutil.rmtree(root / "data" / "kernopgaven")
    (root / "data" / "plannen").mkdir()
    (root / "data" / "plannen" / "enig-plan.yaml").write_text(PLAN, encoding="utf-8")


def only_a_guide(root: Path) -> None:
    """Leave one wegwijzer."""
    shutil.rmtree(root / "data" / "kernopgaven")
    (root / "data" / "wegwijzers").mkdir()
    (root / "data" / "wegwijzers" / "enige-wegwijzer.yaml").write_text(GUIDE, encoding="utf-8")


def only_lists(root: Path) -> None:
    """Leave no policy at all."""
    shutil.rmtree(root / "data" / "kernopgaven")


def only_one_file(root: Path) -> None:
    """Leave one list, and nothing that says who publishes."""
    shutil.rmtree(root / "data" / "kernopgaven")
    for path in (root / "data").glob("*.yaml"):
        if path.name != "themas.yaml":
            path.unlink()


def nothing_committed(root: Path) -> None:
    """Leave everything, in a repository without a commit."""
    git(root, "init", "--quiet")


@pytest.mark.parametrize("little", [only_a_plan, only_a_guide, only_lists, only_one_file, nothing_committed])
def test_a_site_of_little_shows_nothing_empty(tmp_path, little):
    """No dead link, no heading of the same level without text, no empty list, no count of nothing, and no way to an absent page."""
    root = tmp_path / "site"
    begin(root, Naming("Veldkamp", "gemeente"), date(2026, 1, 1))
    little(root)
    assert [problem for problem in load(root).problems if problem.level == "fout"] == []
    site = root / "site"
    build_whole(root, site, **{OWN_WAY: "1"})
    assert dead_links(BuiltSite(site)) == []
    pages = {path.parent.relative_to(site).as_posix(): html.parse(path) for path in site.rglob("index.html")}
    own = {name: page.find(".//main") for name, page in pages.items() if not name.startswith(_SAME)}
    assert [name for name, shown in own.items() if re.search(r"(?<![\d.,-])\b0 [a-z]", text_of(shown))] == []
    assert [name for name, shown in own.items() if empty_headings(shown)] == []
    assert ("Er staat nog geen beleid op deze site." in text_of(own["."])) is (little in (only_lists, only_one_file))


def text_of(element) -> str:
    """Return the text of an element, a blank between its parts."""
    return " ".join(" ".join(element.itertext()).split())


def empty_headings(shown) -> list[str]:
    """Return the headings of sections, h2, behind which the next one follows at once."""
    found, heading, seen = [], "", True
    for element in shown.iter():
        if element.tag == "h2":
            found += [] if seen else [heading]
            heading, seen = text_of(element), False
        elif heading and not seen:
            inside = any(above.tag == "h2" for above in element.iterancestors())
            seen = not inside and bool(element.tag in ("input", "img") or (element.text or "").strip())
    return found + ([] if seen else [heading])
