"""Building: a new file is enough, a faulty one stops the build, and text stays text."""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.gemeente import FORGE, PUBLISHED
from support.hostile import NASTY
from support.site import NEW_KERNOPGAVE, ROOT, BuiltSite, build, build_whole


def test_a_new_kernopgave_file_makes_its_page_appear(project, built):
    """Adding one valid YAML file adds its page, and links to it from the overview and the subject."""
    (project / "data/kernopgaven/veilig-buiten.yaml").write_text(NEW_KERNOPGAVE, encoding="utf-8")
    site = built()
    assert "Meer licht" in site.html("kernopgaven/veilig-buiten/")
    assert "Veilig buiten" in site.html("plannen/")
    assert "Veilig buiten" in site.html("onderwerpen/leefbaarheid/")
    assert "Meer licht" in site.html("doelen/")


def test_a_faulty_file_stops_the_build_with_the_problem_and_leaves_the_site(project):
    """A fault stops the build, says where it is, and leaves an earlier site as it was."""
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("oud", encoding="utf-8")
    (project / "data/kernopgaven/veilig-buiten.yaml").write_text(
        NEW_KERNOPGAVE.replace("nummer: 7", "numer: 7"), encoding="utf-8"
    )
    outcome = build(project, site)
    assert outcome.returncode != 0
    assert "data/kernopgaven/veilig-buiten.yaml:3:1: fout [onbekend-veld]" in outcome.stderr
    assert "Bedoelde je 'nummer'?" in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "oud"


def test_the_build_command_swaps_the_site_only_when_it_is_whole(project):
    """`polderkoers build` keeps the old site when the build fails halfway, and says so in Dutch."""
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("oud", encoding="utf-8")
    (project / "docs/stuk.md").write_text("{{ bestaat_niet() }}", encoding="utf-8")
    outcome = subprocess.run(
        [sys.executable, "-m", "polderkoers", "build", "--root", project],
        env={**os.environ, "POLDERKOERS_ZONDER_HISTORIE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode != 0
    assert "Git-archief" not in outcome.stderr
    assert "Een eerdere versie in de map site is niet veranderd." in outcome.stderr
    assert (site / "index.html").read_text(encoding="utf-8") == "oud"


def test_an_item_without_a_place_on_the_site_fails_the_build(project):
    """A template that forgets a list of items fails the build and names them."""
    for part in ("scripts", "schema"):
        shutil.copytree(ROOT / part, project / part, ignore=shutil.ignore_patterns("__pycache__"))
    template = project / "scripts/polderkoers/website/templates/blokken.j2"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("{{ let_op(k.let_op, k.let_op_bij, href, paragraphs) }}", ""), encoding="utf-8")
    outcome = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", project / "site"],
        cwd=project,
        env={
            "PYTHONPATH": str(project / "scripts"),
            "PATH": "",
            "NO_MKDOCS_2_WARNING": "1",
            "POLDERKOERS_ZONDER_HISTORIE": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode != 0
    assert "Dit staat in de gegevens, maar nergens op de site: fijn-wonen/letop-huizen" in outcome.stderr


@pytest.mark.whole
def test_the_same_configuration_builds_with_the_fork_of_mkdocs(polderdam, site, tmp_path):
    """ProperDocs makes the same pages as MkDocs from the same mkdocs.yml."""
    outcome = build(polderdam, tmp_path / "site", "properdocs")
    assert outcome.returncode == 0, outcome.stderr
    other = BuiltSite(tmp_path / "site")
    assert other.paths == site.paths
    assert all(other.html(path) == site.html(path) for path in site.paths)


def test_two_builds_of_the_same_data_are_the_same(polderdam, published, tmp_path):
    """Building twice gives the same pages, styles, feeds and pictures, byte for byte, whatever Python's hashes begin from."""
    more = {"PYTHONHASHSEED": "7", "POLDERKOERS_SITE_URL": PUBLISHED, "POLDERKOERS_EDIT_URI": FORGE}
    build_whole(polderdam, tmp_path / "site", **more)
    names = [path.relative_to(published.folder).as_posix() for path in published.folder.rglob("*") if path.is_file()]
    assert {Path(name).suffix for name in names} > {".html", ".css", ".xml", ".png", ".json"}
    _, different, errors = filecmp.cmpfiles(published.folder, tmp_path / "site", names, shallow=False)
    assert (different, errors) == ([], [])


@pytest.mark.parametrize("name", NASTY)
def test_text_of_the_data_is_shown_as_text(hostile, name):
    """HTML, Jinja, Markdown and attributes in a value appear literally, in titles and headings too."""
    page = hostile.page(f"kernopgaven/gemeen-{name}/")
    shown = " ".join(NASTY[name].split())
    headings = page.all("h1")
    assert [" ".join(heading.text.split()) for heading in headings] in ([shown], [f"{shown}¶"])
    assert page.all("title")[0].text.startswith(shown)
    assert sum(shown in " ".join(element.text.split()) for element in page.all("p")) >= 3
    assert not [element for element in page.elements if any(key.startswith("on") for key in element.attributes)]
    assert not [link for link in page.all("a") if link.attributes.get("href", "").startswith("javascript")]
    for path in ("plannen/", "doelen/", "onderwerpen/leefbaarheid/", "rode-draad/"):
        assert shown in " ".join(hostile.page(path).all("main")[0].text.split()), path
