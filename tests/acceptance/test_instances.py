"""A site is data and a few lines: what it does not have comes from the engine, what it has lies over that."""

from __future__ import annotations

import filecmp
import re
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from support.instance import SETTINGS, instance
from support.site import build, overlay


def built(root: Path, command: str = "mkdocs") -> Path:
    """Build an instance with a generator and return its site; the test fails with what the build said."""
    (root / "docs").mkdir(exist_ok=True)
    outcome = build(root, root / "site", command)
    assert outcome.returncode == 0, outcome.stderr
    return root / "site"


def text(site: Path, path: str = "") -> str:
    """Return a page of a site."""
    return (site / path / "index.html").read_text(encoding="utf-8")


def refused(root: Path) -> str:
    """Build an instance that must not be built with our own command, and return what that said."""
    outcome = subprocess.run(
        [sys.executable, "-m", "polderkoers", "build", "--root", root], capture_output=True, text=True, check=False
    )
    assert outcome.returncode != 0
    assert "Traceback" not in outcome.stderr
    assert not (root / "site").exists()
    return outcome.stderr


def in_this_process(root: Path, target: Path, without: str = "\0") -> None:
    """Build an instance as MkDocs does it, without a process of its own and without folders of themes that hold a word."""
    (root / "docs").mkdir(exist_ok=True)
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(target), strict=True)
    config.theme.dirs = [folder for folder in config.theme.dirs if without not in folder]
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    config.plugins.on_shutdown()


def test_two_sites_built_in_one_process_are_each_their_own(tmp_path, monkeypatch):
    """The second site has nothing of the first, and a third that is the first again is the same to the byte."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    first, second = instance(tmp_path / "een", "Polderdam"), instance(tmp_path / "twee", "Dijkstad")
    goal = second / "data" / "kernopgaven" / "fijn-wonen.yaml"
    goal.write_text(goal.read_text("utf-8").replace("titel: ", "titel: Heel "), encoding="utf-8")
    for number, root in enumerate((first, second)):
        in_this_process(root, tmp_path / f"site-{number}")
    in_this_process(first, tmp_path / "site-2")
    pages = [text(tmp_path / f"site-{number}", "kernopgaven/fijn-wonen") for number in range(3)]
    assert pages[0] == pages[2]
    assert "Polderdam" in pages[0]
    assert "Dijkstad" not in pages[0]
    assert "Heel " not in pages[0]
    assert "Dijkstad" in pages[1]
    assert "Polderdam</title>" not in pages[1]
    assert "Heel " in pages[1]


def test_without_material_the_site_is_the_same(tmp_path, monkeypatch):
    """The theme goes on without the one that it extends: the site is the same to the byte when that is not there."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    root = instance(tmp_path / "een")
    in_this_process(root, tmp_path / "met")
    in_this_process(root, tmp_path / "zonder", without="/material/templates")
    names = {path.relative_to(tmp_path / "met").as_posix() for path in (tmp_path / "met").rglob("*") if path.is_file()}
    assert names == {
        path.relative_to(tmp_path / "zonder").as_posix() for path in (tmp_path / "zonder").rglob("*") if path.is_file()
    }
    _, different, errors = filecmp.cmpfiles(tmp_path / "met", tmp_path / "zonder", names, shallow=False)
    # What is packed holds the second in which it was.
    assert ([name for name in different if not name.endswith(".gz")], errors) == ([], [])


@pytest.mark.parametrize("command", ["mkdocs", "properdocs"])
def test_pages_styles_and_templates_of_an_instance_lie_over_those_of_the_engine(tmp_path, command):
    """A page, a sheet and a part of the frame by the name of the engine's take its place; the rest stays."""
    root = instance(tmp_path / "een")
    (root / "mkdocs.yml").write_text(
        SETTINGS.format(name="Polderdam").replace("  name: polderkoers", "  name: polderkoers\n  custom_dir: eigen")
    )
    (root / "docs").mkdir()
    (root / "docs" / "plannen.md").write_text(
        '# Wat wij van plan zijn\n\n{{ overzicht("plannen") }}\n', encoding="utf-8"
    )
    (root / "eigen" / "partials").mkdir(parents=True)
    (root / "eigen" / "partials" / "footer.html").write_text("<footer>Van Polderdam zelf</footer>", encoding="utf-8")
    sheet = overlay(root, "assets/css/print.css")
    sheet.write_text(".eigen { margin: 0 }", encoding="utf-8")
    site = built(root, command)
    assert "Wat wij van plan zijn" in text(site, "plannen")
    assert "Van Polderdam zelf" in text(site, "doelen")
    assert "pk-header" in text(site, "doelen")
    (styles,) = (site / "assets" / "css").glob("site.*.css")
    assert ".eigen{margin:0}" in styles.read_text(encoding="utf-8")


def test_a_page_of_the_engine_can_be_left_out(tmp_path):
    """What `exclude_docs` names is not made, and neither the menu nor the home page leads to it."""
    site = built(instance(tmp_path / "een", more="exclude_docs: tijdlijn.md\n"))
    assert not (site / "tijdlijn").exists()
    assert 'href="tijdlijn/"' not in text(site)
    assert 'href="doelen/"' in text(site)


def test_a_site_without_pages_of_its_own_has_those_of_the_engine(tmp_path):
    """Without docs/ there is a home page about who publishes, a page about the site, and each overview that has something to show."""
    root = instance(tmp_path / "een")
    done = subprocess.run(
        [sys.executable, "-m", "polderkoers", "build", "--root", root], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    home = text(root / "site")
    assert re.search(r"<h1[^>]*>Wat wil de gemeente Polderdam\?", home)
    assert 'href="begrippen/"' in home
    assert 'href="over/"' in home
    assert 'href="plannen/"' in home
    assert 'href="cijfers/"' not in home


def test_the_data_may_stand_elsewhere(tmp_path):
    """`map` names the folder of the data, as seen from mkdocs.yml."""
    root = instance(tmp_path / "een")
    (root / "data").rename(tmp_path / "data")
    (root / "mkdocs.yml").write_text(
        SETTINGS.format(name="Polderdam").replace("  - polderkoers\n", "  - polderkoers:\n      map: ..\n")
    )
    assert "Fijn wonen" in text(built(root), "kernopgaven/fijn-wonen")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  - polderkoers\n", "  - polderkoers:\n      mapp: ..\n", "In mkdocs.yml staat bij plugins: polderkoers: mapp: deze instelling bestaat niet. Bedoelde je 'map'?"),
        ("  - macros\n", "", "In mkdocs.yml ontbreekt bij plugins: macros. Hoe op te lossen: zet daar deze regels:"),
        ("name: polderkoers", "name: material", "In mkdocs.yml staat niet dat de site er uitziet als Polderkoers. Hoe op te lossen: zet daar deze regels:"),
    ],
)  # fmt: skip
def test_settings_that_make_no_site_are_told_in_dutch(tmp_path, old, new, said):
    """A setting that nobody knows, a missing plugin and another theme stop the build with the lines that mend it."""
    root = instance(tmp_path / "een")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert said in refused(root)


def test_a_folder_that_is_no_site_is_told_so(tmp_path):
    """Without mkdocs.yml nothing is made, and the message says where to go."""
    done = subprocess.run(
        [sys.executable, "-m", "polderkoers", "build", "--root", tmp_path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert (
        f"In {tmp_path} staat geen mkdocs.yml. Hoe op te lossen: start de opdracht in de map van de site" in done.stderr
    )
    assert list(tmp_path.iterdir()) == []


def test_a_preview_serves_the_site_until_it_is_stopped(tmp_path):
    """`polderkoers serve` shows the site of a folder at the port that was asked for, and ends when it is told to."""
    root = instance(tmp_path / "een")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "polderkoers", "serve", "--root", root, "--port", str(port)],
        stderr=subprocess.PIPE,
        text=True,
    )
    said = []
    for line in process.stderr:
        said.append(line)
        if "Bekijk de site" in line:
            break
    try:
        assert "Bekijk de site" in said[-1], "".join(said)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/kernopgaven/fijn-wonen/") as answer:
            assert "Fijn wonen" in answer.read().decode()
    finally:
        process.terminate()
        process.communicate(timeout=60)
    assert process.returncode != 0


def test_a_hook_may_add_to_the_markdown_of_every_page(tmp_path):
    """What a hook puts below a generated page stands there, as Markdown, and in the table of contents."""
    root = instance(tmp_path / "een", more="hooks: [eigen.py]\n")
    (root / "eigen.py").write_text(
        'def on_page_markdown(markdown, **_):\n    return f"{markdown}\\n\\n## Zeg het ons {{#zeg}}\\n\\nWat *mist* er?\\n"\n',
        encoding="utf-8",
    )
    page = text(built(root), "kernopgaven/fijn-wonen")
    assert '<h2 id="bron-en-versie" aria-label="Bron en versie">Bron en versie<a' in page
    assert "<p>Wat <em>mist</em> er?</p>" in page
    contents = page[page.index('class="pk-toc__list"') :]
    assert contents.index('href="#bron-en-versie"') < contents.index('href="#zeg"')


def test_a_site_may_set_up_markdown_itself(tmp_path):
    """Settings for headings hold on generated pages too."""
    more = "markdown_extensions:\n  - toc:\n      permalink: false\n"
    page = text(built(instance(tmp_path / "een", more=more)), "kernopgaven/fijn-wonen")
    assert '<h2 id="bron-en-versie">Bron en versie</h2>' in page
