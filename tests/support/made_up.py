"""Made-up policies for tests, from a few lines of YAML."""

from __future__ import annotations

import shutil
from pathlib import Path

from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.policy.source import Document, parse

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
BASIS = CASES / "_basis"


def document(text: str, file: str = "data/x.yaml") -> Document:
    """Return a text as a document; the test fails when it cannot be read."""
    found = parse(text, file)
    assert isinstance(found, Document), found
    return found


def root_with(target: Path, *overlays: Path, own_schemas: bool = True) -> Path:
    """Make a small valid root in `target`, with the files of the overlays on top of it, and return it.

    Without schemas of its own it follows those of the engine.
    """
    if own_schemas:
        shutil.copytree(ROOT / "schema", target / "schema")
    for overlay in (BASIS, *overlays):
        shutil.copytree(overlay / "data", target / "data", dirs_exist_ok=True)
        if (overlay / "docs").is_dir():
            shutil.copytree(overlay / "docs", target / "docs", dirs_exist_ok=True)
    return target


def policy_of(*texts: str) -> Policy:
    """Return a policy of the basis and further files, without checking them."""
    basis = [path.read_text(encoding="utf-8") for path in sorted((BASIS / "data").glob("*.yaml"))]
    return Policy(build_file(document(text)) for text in (*basis, *texts))


KERNOPGAVE = (BASIS / "data" / "kernopgaven" / "fijn-wonen.yaml").read_text(encoding="utf-8")
# Documents of today, of before and of others, whatever day the tests run.
DOCUMENTS = """soort: documenten
id: documenten
versie: "1.0"
status: null
documenten:
  - {id: visie-2020, naam: Visie, uitgever: gemeente-polderdam, jaar: 2020, soort: Visie, uitleg: Een., van_wie: eigen, looptijd: {tekst: Tot 2095, tot: 2095}}
  - {id: visie-1990, naam: Oude visie, uitgever: gemeente-polderdam, jaar: 1990, soort: Visie, uitleg: Een., van_wie: eigen, looptijd: {tekst: Tot 2001, tot: 2001}}
  - {id: nota, naam: Nota, uitgever: gemeente-polderdam, jaar: 2021, soort: Nota, uitleg: Een., van_wie: ander}
"""


def policy_of_times(*more: str) -> Policy:
    """Return a policy with the same kernopgave three times: of today, `oud` of before, and `ander` of another government; and with further files."""
    basis = (path for path in (BASIS / "data").glob("*.yaml") if path.stem != "documenten")
    lists = (path.read_text(encoding="utf-8") for path in basis)
    older = KERNOPGAVE.replace("id: fijn-wonen", "id: oud").replace("visie-2020", "visie-1990")
    theirs = KERNOPGAVE.replace("id: fijn-wonen", "id: ander").replace("visie-2020", "nota")
    return Policy(build_file(document(text)) for text in (*lists, DOCUMENTS, KERNOPGAVE, older, theirs, *more))
