"""A made-up portal of two made-up municipalities, of which one is called as the other is not, and what those publish."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from polderkoers.policy.model.instelling import Deelnemer, Gelijkstelling
from polderkoers.website.portal.participants import Goal, Participant, PortalSubject
from support.instance import SETTINGS, instance
from support.made_up import BASIS
from support.site import build_whole

PORTAL = """\
soort: instelling
id: instelling
versie: "1.0"
status: null
schema: 3
naam: Polderland
type: samenwerking
gebied: polderland
portaal:
  - id: polderdam
    adres: https://polderdam.example/beleid/
  - id: vlietwijk
    adres: https://vlietwijk.example
    onderwerpen:
      - {hier: groen, daar: buiten}
"""
THEMES = """\
soort: themas
id: themas
versie: "1.0"
status: null
themas:
  - {id: wonen, naam: Wonen, uitleg: Waar mensen wonen.}
  - {id: groen, naam: Groen, uitleg: Bomen en parken.}
"""
PLACES = """\
soort: plaatsen
id: plaatsen
versie: "1.0"
status: null
plaatsen:
  - {id: polderland, naam: Polderland, soort: regio}
"""
# What the second municipality has otherwise: its name, its subjects and a goal.
OTHER = {
    "instelling.yaml": (("Polderdam", "Vlietwijk"),),
    "themas.yaml": (
        (
            "    uitleg: Waar mensen wonen.",
            "    uitleg: Waar mensen wonen.\n  - {id: buiten, naam: Buitenlucht, uitleg: Bomen.}\n  - {id: sport, naam: Sport, uitleg: Spelen.}",
        ),
    ),
    "kernopgaven/fijn-wonen.yaml": (
        ("themas: [wonen]", "themas: [buiten]"),
        ("naam: Genoeg huizen", "naam: Genoeg kastanjebomen"),
    ),
}


def data_of(root: Path) -> Path:
    """Write the data and settings of a portal whose participants have not been got yet, and return the root."""
    (root / "data").mkdir(parents=True)
    for name, text in (("instelling", PORTAL), ("themas", THEMES), ("plaatsen", PLACES)):
        (root / "data" / f"{name}.yaml").write_text(text, encoding="utf-8")
    (root / "mkdocs.yml").write_text(SETTINGS.format(name="Polderland"), encoding="utf-8")
    return root


def municipality(root: Path, *, other: bool) -> Path:
    """Write Polderdam, or the other municipality, and return the root."""
    instance(root)
    for name, changes in OTHER.items() if other else ():
        file = root / "data" / name
        text = file.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        file.write_text(text, encoding="utf-8")
    return root


def portal(root: Path) -> Path:
    """Write a portal with what its two participants publish, which were built for it, and return the root."""
    data_of(root)
    for name in ("polderdam", "vlietwijk"):
        own = municipality(root.with_name(f"{root.name}-{name}"), other=name == "vlietwijk")
        build_whole(own, own / "site")
        shutil.copytree(own / "site", root / "deelnemers" / name)
    return root


def participant(id_: str, *subjects: PortalSubject, same: Iterable[tuple[str, str]] = ()) -> Participant:
    """Return a participant with some subjects, of which the portal says that some are the `same` (here, there)."""
    equal = tuple(Gelijkstelling(hier=here, daar=there) for here, there in same)
    said = Deelnemer(id=id_, adres=f"https://{id_}.example/", onderwerpen=equal)
    name = id_.capitalize()
    return Participant(
        said=said,
        folder=BASIS,
        naam=name,
        full=f"de gemeente {name}",
        example=False,
        day="2026-03-12",
        version="",
        goals=("doel", "doelen"),
        subjects=subjects,
        files=(),
    )


def subject(id_: str, name: str, goals: int = 0, parts: int = 0) -> PortalSubject:
    """Return a subject of a participant with so many goals."""
    found = tuple(
        Goal(f"Doel {number}", "Het plan", 2020, "", f"plannen/het-plan/#doel-{number}") for number in range(goals)
    )
    return PortalSubject(id_, name, f"onderwerpen/{id_}/", parts or goals, found)


def published(**changed: Any) -> dict[str, Any]:
    """Return what a participant publishes, of which something may be otherwise."""
    usual = {
        "vorm": 2,
        "zoekprogramma": version("pagefind"),
        "naam": "Polderdam",
        "voluit": "de gemeente Polderdam",
        "code": None,
        "voorbeeld": False,
        "stand": "2026-03-12",
        "versie": None,
        "doelen_heten": ["doel", "doelen"],
        "onderwerpen": [],
        "zoeken": ["zoeken/paginas.json"],
    }
    return {**usual, **changed}


def write_participant(folder: Path, **changed: Any) -> Path:
    """Write what a participant publishes into a folder, with a search in which nothing is found, and return the folder."""
    (folder / "data").mkdir(parents=True)
    (folder / "zoeken").mkdir()
    (folder / "data" / "portaal.json").write_text(json.dumps(published(**changed)), encoding="utf-8")
    (folder / "zoeken" / "paginas.json").write_text('{"filters":{},"paginas":{},"woorden":{}}', encoding="utf-8")
    return folder
