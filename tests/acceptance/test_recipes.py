"""The recipes of CONTRIBUTING.md for the model, walked in a copy of the engine: a text field, a block and a catalogue."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.gemeente import laid
from support.made_up import ROOT

pytestmark = pytest.mark.whole

FIELD = """    leeftijd: Annotated[Regel | None, Fact("Leeftijd", "Voor wie het is, in jaren.", "de leeftijd")] = None
"""
BLOCK = """@dataclass(frozen=True, kw_only=True)
class Kans(Blok):
    \"\"\"Something that may help.\"\"\"

    kind: ClassVar[Kind] = Kind("kans", "de kans", "kansen", "Iets dat kan helpen.")
    naam: Annotated[Regel, NAAM]
    toelichting: Annotated[Tekst | None, TOELICHTING] = None
    grootte: Annotated[str | None, choice("klein", "groot"), Fact("Grootte", "Hoe groot.", "de grootte")] = None


"""
HELD = """    kansen: Annotated[tuple[Kans, ...], Fact("Kansen", "Wat kan helpen.", "de kansen", plural=True)] = ()
"""
CATALOGUE = """

@dataclass(frozen=True, kw_only=True)
class Gebouw(Onderdeel):
    \"\"\"A building.\"\"\"

    kind: ClassVar[Kind] = Kind("gebouw", "het gebouw", "gebouwen", "Een gebouw.", page="gebouwen")
    naam: Annotated[Regel, NAAM]
    uitleg: Annotated[Tekst, UITLEG]


@dataclass(frozen=True, kw_only=True)
class Gebouwen(Catalogus):
    \"\"\"data/gebouwen.yaml.\"\"\"

    kind: ClassVar[Kind] = Kind("gebouwen", "de lijst van gebouwen", "lijst van gebouwen", "Gebouwen.", title="Gebouwen")
    gebouwen: Annotated[tuple[Gebouw, ...], Fact("Gebouwen", "Gebouwen.", "de gebouwen", plural=True)]
"""
BUILDINGS = """soort: gebouwen
id: gebouwen
versie: "1.0"
status: null

gebouwen:
  - id: molen
    naam: De molen
    uitleg: Een gebouw om graan te malen.
"""


def put(path: Path, before: str, new: str) -> None:
    """Put text in a file before the first place where another stands."""
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, f"{new}{before}", 1), encoding="utf-8")


@pytest.fixture(scope="module")
def engine(tmp_path_factory) -> Path:
    """Return a copy of the engine with one field, one block and one catalogue more, each declared in the model alone."""
    copy = tmp_path_factory.mktemp("motor")
    for part in ("scripts", "schema"):
        shutil.copytree(ROOT / part, copy / part)
    model = copy / "scripts" / "polderkoers" / "policy" / "model"
    put(model / "blocks.py", "    deelopgaven: Annotated[", FIELD)
    put(model / "blocks.py", "@dataclass(frozen=True, kw_only=True)\nclass Hoofdstuk(", BLOCK)
    put(model / "files.py", "    urgentie: Annotated[", HELD)
    put(model / "files.py", "    Punt,\n", "    Kans,\n")
    catalogues = model / "catalogues.py"
    catalogues.write_text(catalogues.read_text(encoding="utf-8") + CATALOGUE, encoding="utf-8")
    run(copy, copy, "polderkoers.policy.model")
    for folder in (".vscode", ".idea"):
        (copy / folder).mkdir()
    run(copy, copy, "polderkoers.instance")
    return copy


def asked(engine: Path, folder: Path, *module: str) -> subprocess.CompletedProcess[str]:
    """Run a module of that engine in a folder, and return how that went."""
    environment = {**os.environ, "PYTHONPATH": str(engine / "scripts")}
    command = [sys.executable, "-m", *module]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def run(engine: Path, folder: Path, *module: str) -> str:
    """Run a module of that engine in a folder, and return what it printed; the test fails with it when it went wrong."""
    done = asked(engine, folder, *module)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def project(engine, tmp_path_factory) -> Path:
    """Return Polderdam with a value for each, built with that engine."""
    root = laid(tmp_path_factory.mktemp("beleid") / "polderdam")
    goals = root / "data" / "kernopgaven" / "fijn-wonen.yaml"
    text = goals.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^(doelen:\n  - id: .*\n)", r"\1    leeftijd: vanaf achttien\n", text, count=1)
    chance = "kansen:\n  - id: kans-leeg-pand\n    naam: Een leeg pand in het dorp\n    toelichting: Daar kan een huis in.\n    grootte: groot\n"
    goals.write_text(text.replace("\ndoelen:\n", f"\n{chance}doelen:\n", 1), encoding="utf-8")
    (root / "data" / "gebouwen.yaml").write_text(BUILDINGS, encoding="utf-8")
    run(engine, root, "polderkoers", "build")
    return root


def page(project: Path, address: str) -> str:
    """Return a page of the built site."""
    return (project / "site" / address / "index.html").read_text(encoding="utf-8")


def test_a_new_field_is_on_its_card_under_its_label(project):
    """One line in the model brings a field to the page of its goal."""
    assert re.search(r"<dt>Leeftijd</dt>\s*<dd>vanaf achttien</dd>", page(project, "kernopgaven/fijn-wonen"))


def test_a_new_block_has_a_section_with_its_cards(project):
    """A class and a list of it bring a section, in the singular for one, with what is known of the item."""
    found = page(project, "kernopgaven/fijn-wonen")
    assert re.search(r'<h2 id="kansen">Kans<', found)
    assert "Een leeg pand in het dorp" in found
    assert "Daar kan een huis in." in found
    assert re.search(r"<dt>Grootte</dt>\s*<dd>Groot</dd>", found)


def test_a_new_catalogue_has_an_overview_and_a_page_for_each_entry(project):
    """Two classes bring a page per entry and an overview that leads there."""
    assert re.search(r'href="[^"]*molen/"[^>]*>De molen<', page(project, "gebouwen"))
    assert "Een gebouw om graan te malen." in page(project, "gebouwen/molen")


def test_no_item_may_have_the_anchor_of_a_new_section(engine, project):
    """The heading of the new section keeps its id, without a list that says so."""
    root = project.with_name("anker")
    shutil.copytree(project, root, ignore=shutil.ignore_patterns("site"))
    goals = root / "data" / "kernopgaven" / "fijn-wonen.yaml"
    goals.write_text(goals.read_text(encoding="utf-8").replace("id: kans-leeg-pand", "id: kansen"), encoding="utf-8")
    said = asked(engine, root, "polderkoers", "check").stdout
    assert "fout [gereserveerd-id] Het id 'kansen'" in said


def test_editors_and_later_engines_know_a_new_catalogue(engine):
    """Both editors get the schema of the new list."""
    for file in (".vscode/settings.json", ".idea/jsonSchemas.xml"):
        assert "data/gebouwen.yaml" in (engine / file).read_text(encoding="utf-8")


def test_what_is_new_is_known_to_the_commands(engine, project):
    """A list can be begun, and a change of the field is told with its words."""
    older = project.with_name("toen")
    shutil.copytree(project, older, ignore=shutil.ignore_patterns("site"))
    goals = older / "data" / "kernopgaven" / "fijn-wonen.yaml"
    goals.write_text(goals.read_text(encoding="utf-8").replace("vanaf achttien", "vanaf twaalf"), encoding="utf-8")
    told = run(engine, project, "polderkoers", "diff", str(older), "nu")
    assert "de leeftijd" in told.casefold()
    begun = older / "data" / "gebouwen.yaml"
    begun.unlink()
    run(engine, older, "polderkoers", "new", "gebouwen")
    assert "soort: gebouwen" in begun.read_text(encoding="utf-8")
