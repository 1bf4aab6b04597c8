"""Another organisation begins: from the wheel alone, with one command and three edits, to a site that is all its own."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from support.made_up import ROOT
from support.wheel import done, installed

# What only the first municipality that used the engine would say; a licence has years of its own.
OTHERS = re.compile(rb"Noordoostpolder|Emmeloord|Dronten|Flevoland|\b2012\b|\b2025\b", re.IGNORECASE)
_LICENCE = "LICENSE"
DOCUMENT = {
    "Voorbeeld: een plan dat niet bestaat": "Waterplan",
    "Dit document bestaat niet. Zet hier het document waar jullie beleid in staat, en zeg in een zin wat erin staat.": (
        "In dit plan staat hoe het waterschap voor schoon water zorgt."
    ),
    "soort: Voorbeeld": "soort: Plan",
}
TASK = """\
soort: kernopgave
id: schoon-water
titel: Schoon water in elke sloot
versie: "0.1"
status: concept
vastgesteld_op: null
vastgesteld_door: null
bron: {document: eerste-document, plek: Hoofdstuk 2}
samenvatting: Iedereen kan veilig zwemmen in de plassen.
themas: [water]
nummer: 1
inleiding: Het water is op veel plekken nog niet schoon.
doelen:
  - id: doel-helder-water
    naam: Helder water
rollen:
  - id: rol-meten
    partijen: [waterschap]
    als: [uitvoerder]
    naam: Meet hoe schoon het water is
  - id: rol-melden
    partijen: [inwoners]
    naam: Melden het als het water stinkt
"""


@pytest.fixture(scope="module")
def adopted(tmp_path_factory) -> Path:
    """A site that was begun, edited three times, checked, built and examined with the installed engine; tells how long it took."""
    command = installed(tmp_path_factory.mktemp("wiel")).with_name("polderkoers")
    home = tmp_path_factory.mktemp("thuis")
    began = time.monotonic()
    done(
        command,
        "init",
        "brede-vaart",
        "--naam",
        "Waterschap De Brede Vaart",
        "--woord",
        "kernopgave=opgave,opgaven,de",
        cwd=home,
    )
    root = home / "brede-vaart"
    documents = (root / "data" / "documenten.yaml").read_text(encoding="utf-8")
    for old, new in DOCUMENT.items():
        assert old in " ".join(documents.split()) or old in documents
        documents = re.sub(r"\s+".join(map(re.escape, old.split())), new, documents)
    (root / "data" / "documenten.yaml").write_text(documents, encoding="utf-8")
    (root / "data" / "kernopgaven" / "voorbeeld.yaml").unlink()
    (root / "data" / "kernopgaven" / "schoon-water.yaml").write_text(TASK, encoding="utf-8")
    themes = (root / "data" / "themas.yaml").read_text(encoding="utf-8")
    (root / "data" / "themas.yaml").write_text(
        re.sub(r"(?i)contact$", "water", themes, flags=re.MULTILINE), encoding="utf-8"
    )
    address = {"POLDERKOERS_SITE_URL": "https://beleid.brede-vaart.example/"}
    assert "Alles klopt." in done(command, "check", cwd=root)
    done(command, "build", cwd=root, **address)
    assert "bladzijden van de site nagekeken" in done(command, "check", "--site", cwd=root, **address)
    print(f"\nvan niets tot een nagekeken site: {time.monotonic() - began:.0f} seconden")  # noqa: T201 - asked for, and no promise
    return root


def test_an_adopted_site_is_about_its_own_organisation(adopted):
    """The organisation, its kind and its own words are on the pages and in the addresses."""
    home = (adopted / "site" / "index.html").read_text(encoding="utf-8")
    page = (adopted / "site" / "opgaven" / "schoon-water" / "index.html").read_text(encoding="utf-8")
    assert "waterschap De Brede Vaart" in home
    assert "Schoon water in elke sloot" in page
    assert "Opgave 1" in page
    assert "Kernopgave 1" not in page


def test_no_word_of_another_policy_is_in_any_file_of_an_adopted_site(adopted):
    """No page, feed, picture, data file, script or address holds a name or year of the first municipality."""
    for path in sorted((adopted / "site").rglob("*")):
        name = path.relative_to(adopted).as_posix()
        assert not OTHERS.search(name.encode()), name
        if path.is_file() and path.name != _LICENCE:
            assert (name, OTHERS.findall(path.read_bytes())) == (name, [])


def test_an_instance_holds_no_code(adopted):
    """All that someone keeps is data, settings and words."""
    kept = [
        path
        for path in adopted.rglob("*")
        if path.is_file() and not {"site", ".polderkoers"} & set(path.relative_to(adopted).parts)
    ]
    assert {path.suffix for path in kept} <= {".yaml", ".yml", ".md", ".json", ".xml", ".txt", ""}
    settings = (adopted / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    assert len(settings) < 30
    assert str(ROOT) not in "".join(path.read_text(encoding="utf-8") for path in kept)
