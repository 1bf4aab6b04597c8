"""Examining a site that was built: what a reader would meet that is wrong, and where an editor mends it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from polderkoers.cli import main
from polderkoers.instance.example import example_texts
from polderkoers.policy.model.versies import Versie
from polderkoers.website.examine import SiteMissing, examine
from polderkoers.website.layers import THEME
from support.made_up import root_with

# Without its font, which these sites do not have.
TOKENS = re.sub(
    r"@font-face\s*\{.*?\}", "", (THEME / "assets" / "css" / "tokens.css").read_text("utf-8"), flags=re.DOTALL
)
PAGE = """<!doctype html>
<html lang="nl"><head><title>{title}</title><link rel="stylesheet" href="assets/site.css"></head>
<body><h1 id="boven">{title}</h1>
<p>{body}</p></body></html>
"""


def site(root: Path, **pages: str) -> Path:
    """Write a small site of a first page and others below a root, with the colours of the engine, and return the root."""
    folder = root / "site"
    (folder / "assets").mkdir(parents=True)
    (folder / "assets" / "site.css").write_text(TOKENS, encoding="utf-8")
    (folder / "index.html").write_text(PAGE.format(title="Begin", body="Welkom."), encoding="utf-8")
    for name, body in pages.items():
        place = folder / name
        place.mkdir()
        text = body if body.startswith("<html") else PAGE.format(title=name, body=body).replace("assets/", "../assets/")
        (place / "index.html").write_text(text, encoding="utf-8")
    return root


def found(root: Path, *listed: Versie, site_url: str = "") -> list[tuple[str, str]]:
    """Return the file and rule of what is wrong with the site of a root."""
    problems = examine(root, listed, example_texts(), site_url).problems
    return [(problem.file, problem.rule) for problem in problems]


def test_a_site_in_which_nothing_is_wrong(tmp_path):
    """A site with working links and headings gives nothing, and is counted."""
    site(tmp_path, wonen='<a href="../#boven">Naar boven</a>')
    assert (examine(tmp_path, (), {}).problems, examine(tmp_path, (), {}).pages) == ((), 2)


def test_without_a_site_there_is_nothing_to_examine(tmp_path):
    """Before anything was built the cure is the command that builds."""
    with pytest.raises(SiteMissing, match=f"polderkoers build --root {tmp_path}$"):
        examine(tmp_path, (), {})


@pytest.mark.parametrize("link", ["../weg/", "../#nergens", "../plaatje.png", "https://beleid.example/weg/"])
def test_a_link_that_leads_nowhere_is_named_where_it_stands(tmp_path, link):
    """A page, a place on it, a file, and the full address of the site itself are all followed."""
    site(tmp_path, wonen=f'Lees <a href="{link}">meer</a>.', water=f'<a href="{link}">x</a>')
    (problem,) = examine(tmp_path, (), {}, "https://beleid.example/").problems
    assert (problem.file, problem.rule, problem.line) == ("site/water/index.html", "site-link", 4)
    assert f"'{link}' leidt nergens heen" in problem.message
    assert "op 1 andere bladzijde" in problem.message


def test_links_to_others_are_not_followed(tmp_path):
    """Another site, a mail address and a part of the same server that is not ours may be anything."""
    site(tmp_path, wonen='<a href="https://elders.example/weg/">x</a> <a href="mailto:a@b.example">y</a>')
    assert found(tmp_path, site_url="https://beleid.example/site/") == []


def test_colours_that_meet_too_softly_are_named(tmp_path):
    """The colours of the sheet that the site loads are reckoned, whatever built it."""
    site(tmp_path)
    sheet = tmp_path / "site" / "assets" / "site.css"
    sheet.write_text(TOKENS.replace("--pk-color-text: #10262c", "--pk-color-text: #bbbbbb"), encoding="utf-8")
    problems = examine(tmp_path, (), {}).problems
    assert {problem.rule for problem in problems} == {"site-contrast"}
    assert "--pk-color-text #bbbbbb" in problems[0].message


def test_a_sheet_with_a_broken_letter_is_read_all_the_same(tmp_path):
    """One byte that is no letter makes no colour unreadable, and ends nothing."""
    site(tmp_path)
    sheet = tmp_path / "site" / "assets" / "site.css"
    sheet.write_bytes(b"/* caf\xe9 */" + sheet.read_bytes())
    assert examine(tmp_path, (), {}).problems == ()


def test_empty_places_are_found_but_not_in_the_manual(tmp_path):
    """What a new file asks to fill in may stand only where editors read how that works."""
    site(
        tmp_path,
        over="Vul dit in.",
        meedoen="<em>Vul dit in.</em>",
        wonen="Wil je iets melden? Vul dit in: naam en adres.",
    )
    assert found(tmp_path) == [("site/over/index.html", "site-rest")]


@pytest.mark.parametrize("text", ["vul dit in", "Vul&nbsp;dit in", "vul-dit-in", "TODO", "xxx", "nog in te vullen"])
def test_an_element_that_says_nothing_else_is_an_empty_place(tmp_path, text):
    """Any words for something that is to come are found, and counted over the pages that show them."""
    site(tmp_path, over=text, wonen=f"<strong>{text}</strong> en meer")
    (problem,) = examine(tmp_path, (), {}).problems
    assert (problem.file, problem.rule) == ("site/over/index.html", "site-rest")
    assert "Dat staat ook op 1 andere bladzijde." in problem.message


def test_what_is_left_of_the_example_is_named_in_its_file(tmp_path):
    """A text of the example points at the data that it comes from, or at the page where those are gone; folds do not hide it."""
    site(
        tmp_path,
        wonen="Wie een brief krijgt, moet weten\n wat er gaat gebeuren en wat hij zelf moet doen. Nu bellen mensen omdat ze de brief niet begrijpen.",
    )
    (problem,) = examine(tmp_path, (), example_texts()).problems
    assert (problem.file, problem.rule) == ("site/wonen/index.html", "site-rest")
    (tmp_path / "data" / "kernopgaven").mkdir(parents=True)
    text = "soort: kernopgave\ninleiding: >-\n  Wie een brief krijgt, moet weten wat er gaat gebeuren en wat\n  hij zelf moet doen.\n"
    (tmp_path / "data" / "kernopgaven" / "voorbeeld.yaml").write_text(text, encoding="utf-8")
    (problem,) = examine(tmp_path, (), example_texts()).problems
    assert (problem.file, problem.line) == ("data/kernopgaven/voorbeeld.yaml", 3)


def test_every_listed_version_is_on_the_site(tmp_path):
    """A version whose pages are missing is named, with what to do in a clone without history."""
    site(tmp_path)
    (tmp_path / "site" / "versies" / "2030").mkdir(parents=True)
    (tmp_path / "site" / "versies" / "2030" / "index.html").write_text(
        PAGE.format(title="2030", body=""), encoding="utf-8"
    )
    versions = [
        Versie(id=id_, naam=f"Visie {id_}", uitleg="x", datum=id_, vastgesteld_door=None, besluit=None, documenten=(), commit=None, inhoud="0" * 40)
        for id_ in ("2030", "2031")
    ]  # fmt: skip
    problems = [problem for problem in examine(tmp_path, versions, {}).problems if problem.rule == "site-versie"]
    assert [problem.file for problem in problems] == ["data/versies.yaml"]
    assert "De versie 2031 (Visie 2031)" in problems[0].message
    assert "git fetch --unshallow --tags" in problems[0].hint


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<html lang="nl"><title>x</title><body><h2>x</h2>', "heeft geen kop"),
        ('<html lang="nl"><title>x</title><body><h1> <span></span> </h1>', "heeft geen kop"),
        ('<html lang="nl"><title> </title><body><h1>x</h1>', "heeft geen titel"),
        ("<html><title>x</title><body><h1>x</h1>", "zegt niet in welke taal"),
    ],
)
def test_a_page_has_a_title_a_heading_and_a_language(tmp_path, html, told):
    """What a page needs to be read aloud is asked of every page."""
    site(tmp_path, over=html)
    (problem,) = examine(tmp_path, (), {}).problems
    assert (problem.file, problem.rule) == ("site/over/index.html", "site-kop")
    assert told in problem.message


def test_a_page_that_only_sends_on_needs_no_heading(tmp_path):
    """An old address that leads to a new one is not read by anyone."""
    site(tmp_path, oud='<html lang="nl"><title>x</title><meta http-equiv="refresh" content="0; url=../">')
    assert found(tmp_path) == []


def test_a_site_of_other_data_is_an_old_site(tmp_path):
    """Data that changed or went after the build are named."""
    site(tmp_path)
    for folder, text in (("site/data", "a: 1\n"), ("data", "a: 2\n")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "themas.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "site" / "data" / "weg.yaml").write_text("b: 1\n", encoding="utf-8")
    assert found(tmp_path) == [("data/themas.yaml", "site-oud"), ("data/weg.yaml", "site-oud")]


def test_check_with_site_tells_both_and_its_exit_code_counts_both(tmp_path, capsys):
    """The command examines data and site in the form that is asked for; 1 for a fault of the site, 2 when nothing was built."""
    root = root_with(tmp_path)
    assert main(["check", "--root", str(root), "--site"]) == 2
    assert "polderkoers build" in capsys.readouterr().err
    site(root, over="Vul dit in.")
    assert main(["check", "--root", str(root), "--site", "--format", "json"]) == 1
    said = capsys.readouterr()
    assert [problem["rule"] for problem in json.loads(said.out)["problems"]] == ["site-rest"]
    assert "2 bladzijden van de site nagekeken." in said.err
    assert main(["check", "--root", str(root)]) == 0
    (root / "site" / "over" / "index.html").unlink()
    assert main(["check", "--root", str(root), "--site"]) == 0
    assert "Alles klopt." in capsys.readouterr().out
