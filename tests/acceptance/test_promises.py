"""The site does not promise what it does not know: links, colours, accessibility, the security policy and where to change a page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from polderkoers.website.outcome import AuditPart, Outcome, write
from support.gemeente import FORGE
from support.outcome import mark_of
from support.site import build, overlay


def refused(project: Path) -> str:
    """Build a project that must not be built, and return what the build said."""
    outcome = build(project, project / "site")
    assert outcome.returncode == 1
    assert "Traceback" not in outcome.stderr
    return outcome.stderr


def change(path: Path, old: str, new: str) -> None:
    """Change a text in a file, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# Links


def test_a_page_that_is_linked_everywhere_cannot_be_taken_away(project):
    """Taking away a page to which the foot of every page leads stops the build, naming link and page, once."""
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("exclude_docs: meedoen/meldingen.md\n")
    said = refused(project)
    assert "Deze links leiden nergens heen:" in said
    assert "de pagina /meedoen/meldingen/ is er niet." in said
    assert said.count("'../'") <= 1


def test_a_dead_link_of_data_or_page_stops_the_build(project):
    """A link of a hand-written page to a page, a place and a file that are not there is named with its file."""
    with (project / "docs" / "over.md").open("a", encoding="utf-8") as page:
        page.write(
            '\n<a href="../weg/">a</a> <a href="../doelen/#nergens">b</a> <img src="../assets/weg.png" alt="">\n'
        )
    said = refused(project)
    assert "'../weg/' op /over/ (docs/over.md): de pagina /weg/ is er niet." in said
    assert "'../doelen/#nergens' op /over/ (docs/over.md): op /doelen/ is er geen plek 'nergens'." in said
    assert "'../assets/weg.png' op /over/ (docs/over.md): het bestand /assets/weg.png is er niet." in said


@pytest.mark.whole
def test_a_whole_site_has_no_dead_link_at_the_root_of_a_host(built, monkeypatch):
    """The site builds at the root of a host too; without an address and below a path it does for all tests."""
    monkeypatch.setenv("POLDERKOERS_SITE_URL", "https://beleid.polderdam.example/")
    built()


def test_the_live_preview_tells_a_dead_link_and_goes_on(project):
    """Who is busy hears of a dead link in the live preview, and still gets the page."""
    with (project / "docs" / "over.md").open("a", encoding="utf-8") as page:
        page.write('\n<a href="../weg/">a</a>\n')
    process = subprocess.Popen(
        [Path(sys.executable).parent / "mkdocs", "serve", "--strict", "--dev-addr", "127.0.0.1:0"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
        stderr=subprocess.PIPE,
        text=True,
    )
    said = []
    end = time.monotonic() + 120
    for line in process.stderr:
        said.append(line)
        if "Bekijk de site" in line or time.monotonic() > end:
            break
    process.terminate()
    process.communicate(timeout=60)
    assert "Bekijk de site" in said[-1], "".join(said)
    assert "'../weg/' op /over/ (docs/over.md): de pagina /weg/ is er niet." in "".join(said)


# Colours and accessibility


def test_a_pale_text_stops_the_build(project):
    """The text colour of the finding is refused with the pair, its contrast, what is needed and a colour that would do."""
    change(overlay(project, "assets/css/tokens.css"), "--pk-color-text: #10262c", "--pk-color-text: #bbbbbb")
    said = refused(project)
    assert "--pk-color-text #bbbbbb op --pk-color-bg #fff heeft een contrast van 1,91. Nodig is 7." in said
    assert "De dichtstbijzijnde kleur die wel kan, is #4d4d4d." in said
    assert not (project / "site").exists()


def test_a_sheet_of_ones_own_is_looked_at(project):
    """Colours in a sheet that mkdocs.yml adds are reckoned with as well."""
    (project / "docs" / "eigen.css").write_text("body[data-md-color-scheme] { --pk-color-link: #eee }")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("extra_css: [eigen.css]\n")
    assert "Links (licht): --pk-color-link #eee op --pk-color-bg #fff" in refused(project)


def test_the_statement_is_of_this_very_site(site, project, built):
    """Without an examination nothing is claimed; with one of this look its outcome; after a change of the look nothing again."""
    assert "Deze site is nog niet onderzocht." in site.html("toegankelijkheid/")
    part = AuditPart("wcag", "axe-core 9.9.9", "Licht en donker", 80, 0)
    write(project / "docs", Outcome(mark_of(site), "2026-11-03", None, 80, "Chromium 1", (part,)))
    told = built().html("toegankelijkheid/")
    assert "axe-core 9.9.9" in told
    assert "<strong>3 november 2026</strong>" in told
    assert (project / "site" / "toegankelijkheid-uitkomst.json").is_file()
    change(overlay(project, "assets/css/shell.css"), "/*", "/* Anders. */\n/*")
    told = built().html("toegankelijkheid/")
    assert "De site is in deze vorm nog niet onderzocht." in told
    assert "axe-core" not in told


def test_an_outcome_that_is_broken_stops_the_build(project):
    """A file with an outcome that cannot be read is no reason to say nothing of it."""
    (project / "docs" / "toegankelijkheid-uitkomst.json").write_text("{")
    assert "docs/toegankelijkheid-uitkomst.json is niet bruikbaar" in refused(project)


# The security policy


def test_what_the_settings_add_is_in_every_page_and_readers_are_told(project, built):
    """A site from which pictures may come stands in the policy of every page, in its foot and on the page about the site."""
    change(project / "mkdocs.yml", "csp: {}", 'csp: {img-src: ["data:", "https://beeld.polderdam.example"]}')
    site = built()
    for path in [*site.paths, "404.html"]:
        text = (project / "site" / path).read_text(encoding="utf-8") if path.endswith(".html") else site.html(path)
        assert "img-src 'self' data: https://beeld.polderdam.example;" in text
        told = "Er wordt iets geladen van beeld.polderdam.example."
        assert (told if 'lang="nl"' in text[:200] else '<span dir="ltr">beeld.polderdam.example</span>') in text
        assert "niets geladen van andere sites" not in text
    assert "Er kan iets komen <strong>van andere sites</strong>: beeld.polderdam.example." in site.html("over/")


def test_without_settings_nothing_comes_from_elsewhere(site):
    """As it is, the policy allows nothing from elsewhere and readers are told so."""
    assert "img-src 'self';" in site.html("")
    assert "Geen cookies. Er wordt niets geladen van andere sites." in site.html("")
    assert "Er komt <strong>niets van andere sites</strong>" in site.html("over/")


def test_a_page_of_html_that_is_copied_keeps_the_promises_too(project, built):
    """It gets the policy of all pages; the file by which a service knows an owner stays as it is."""
    (project / "docs" / "los.html").write_bytes("<title>Los</title><p>caf\xe9".encode("latin-1"))
    (project / "docs" / "kenmerk.html").write_text("kenmerk: 1", encoding="utf-8")
    built()
    loose = (project / "site" / "los.html").read_bytes().decode("latin-1")
    assert "Content-Security-Policy\" content=\"default-src 'none'" in loose
    assert loose.endswith("</head><title>Los</title><p>caf\xe9")
    assert (project / "site" / "kenmerk.html").read_text(encoding="utf-8") == "kenmerk: 1"


def test_a_page_that_loads_from_elsewhere_or_leads_nowhere_stops_the_build(project):
    """A copied page is looked at as the others are, and so are pictures and styles of a page by hand."""
    (project / "docs" / "los.html").write_text('<script src="https://volgt.example/a.js"></script><a href="weg/">x</a>')
    with (project / "docs" / "over.md").open("a", encoding="utf-8") as page:
        page.write('\n<img src="https://beeld.example/a.png" alt="">\n<style>:root{--pk-color-text:#eee}</style>\n')
    said = refused(project)
    assert "Pagina 'los.html': een browser laadt <script> niet van https://volgt.example/a.js" in said
    assert "'weg/' op /los.html (docs/los.html): de pagina /weg/ is er niet." in said
    assert "Pagina 'over/': een browser laadt <img> niet van https://beeld.example/a.png" in said
    assert "Pagina 'over/': in een <style> krijgt --pk-color-text een andere kleur." in said


@pytest.mark.parametrize(
    "setting",
    ['"default-src *; script-src *"', "{script-src: \"'unsafe-inline'\"}", "{connect-src: https://a.example}"],
)
def test_a_policy_that_breaks_the_promise_stops_the_build(project, setting):
    """What would let anybody's script in, or send something away, is refused before anything is built."""
    change(project / "mkdocs.yml", "csp: {}", f"csp: {setting}")
    assert "In mkdocs.yml staat bij extra: csp: " in refused(project)
    assert not (project / "site").exists()


# Proposing a change


_EDIT = '<p class="pk-edit">'


def test_a_change_can_be_proposed_where_the_file_holds_what_the_page_shows(polderdam, published):
    """An overview leads to how to propose and not to a file with a macro; an item of a list says what to look for."""
    site = published
    for path in site.paths:
        for link in re.findall(r'<a href="([^"]+)" rel="edit"', site.html(path)):
            file = polderdam / "docs" / link.removeprefix(FORGE)
            assert file.is_file(), link
            assert "overzicht(" not in file.read_text(encoding="utf-8"), path
    assert f'href="{FORGE}../data/kernopgaven/fijn-wonen.yaml" rel="edit"' in site.html("kernopgaven/fijn-wonen/")
    assert "Zoek in het bestand" not in site.html("kernopgaven/fijn-wonen/")
    goals = site.html("doelen/")
    assert "Deze pagina wordt gemaakt uit andere bestanden." in goals
    assert '<a href="../meedoen/wijziging-voorstellen/">Lees hoe dat gaat</a>' in goals
    assert _EDIT in goals
    assert _EDIT not in site.html("zoeken/")
    assert "Zoek in het bestand naar <code>id: gemeente</code>." in site.html("wie/gemeente/")


def test_without_a_forge_no_page_offers_a_change(site):
    """Without the address of a forge no page says that something can be changed there."""
    assert _EDIT not in site.html("doelen/")
