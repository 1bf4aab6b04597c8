"""Polderdam: the made-up municipality on which the engine is tested, laid down with or without its history in Git."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from polderkoers.changes.content import content_of
from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.policy.tree import Folder
from support.changes import apply_edit
from support.git import git
from support.made_up import document
from support.site import ROOT

# Where the variants say that they are published, where their forms are, and where their files can be edited.
PUBLISHED = "https://polderdam.example/beleid/"
WERKBANK = "https://werkbank.polderdam.example"
FORGE = "https://polderdam.example/bewerk/docs/"
INSTANCE = ROOT / "tests" / "gemeente"
# Its versions, the latest first: each is laid down as what stood otherwise in it than in the one after it.
VERSIONS = ("2023", "2014")
_NAMES = {"2014": "Toekomstvisie 2014", "2023": "Programma 2023"}
_DOCUMENTS = {"2014": "[toekomstvisie-2014]", "2023": "[toekomstvisie-2014, samen-vooruit-2023]"}
_HEAD = 'soort: versies\nid: versies\nversie: "1.0"\nstatus: null\nversies:\n'
# What the council decided led to a version, and a version says which decision that was.
_DECISIONS = {"2014": "null", "2023": "Raadsbesluit 2023-041\n    raadsbesluit: besluiten-2023/besluit-samen-vooruit"}
_LED_TO = "gaat_over: [samen-vooruit, prettig-wonen, gezond-en-actief]\n"
# Which reports say of which version they tell: by what stands before it.
_TOLD = {
    "jaarverslag-2024": "vastgesteld_door: gemeenteraad\n",
    "tussenstand-2024": "vastgesteld_door: college van burgemeester en wethouders\n",
}
_ENTRY = """\
  - id: "{id}"
    naam: {name}
    uitleg: Het beleid van Polderdam zoals het in {id} was.
    datum: {id}
    vastgesteld_door: gemeenteraad
    besluit: {decision}
    documenten: {documents}
    commit: {commit}
    inhoud: {content}
"""


def policy() -> Policy:
    """Return the policy of Polderdam as it is now."""
    paths = sorted((INSTANCE / "data").rglob("*.yaml"))
    files = (document(path.read_text(encoding="utf-8"), path.relative_to(INSTANCE).as_posix()) for path in paths)
    return Policy(map(build_file, files))


def laid(root: Path) -> Path:
    """Make a root with all that a build of Polderdam needs, without history, and return it."""
    root.mkdir(parents=True)
    for part in ("data", "docs"):
        shutil.copytree(INSTANCE / part, root / part)
    shutil.copy(INSTANCE / "mkdocs.yml", root)
    return root


def with_history(root: Path) -> Path:
    """Make the same root as a repository on branch main that holds and lists the versions of 2014 and 2023, and return it."""
    laid(root)
    git(root, "init", "--quiet", "--initial-branch=main")
    states = [_files(root)]
    for version in VERSIONS:
        _go_back(root, version)
        states.append(_files(root))
    entries = ""
    for version, state in zip(reversed(VERSIONS), reversed(states[1:]), strict=True):
        _put(root, state)
        commit = _commit(root, f"Beleid van {version}")
        names = {
            "id": version,
            "name": _NAMES[version],
            "documents": _DOCUMENTS[version],
            "decision": _DECISIONS[version],
        }
        entries += _ENTRY.format(**names, commit=commit, content=content_of(Folder(root)))
    _put(root, states[0])
    _commit(root, "Beleid van nu")
    (root / "data" / "versies.yaml").write_text(_HEAD + entries, encoding="utf-8")
    led_to = f'{_LED_TO}    leidde_tot: "2023"\n'
    apply_edit(root, {"in": "data/besluiten/besluiten-2023.yaml", "was": _LED_TO, "wordt": led_to})
    for report, before in _TOLD.items():
        told = f'{before}over_versie: "2023"\n'
        apply_edit(root, {"in": f"data/verslagen/{report}.yaml", "was": before, "wordt": told})
    _commit(root, "Noem de versies")
    return root


def _go_back(root: Path, version: str) -> None:
    """Change the data of the version after this one into those of this one."""
    for row in yaml.safe_load((INSTANCE / "eerder" / f"{version}.yaml").read_text(encoding="utf-8")):
        apply_edit(root, {"in": row["in"], "weg": True} if "weg" in row else _turned(row))


def _turned(row: dict[str, str]) -> dict[str, str]:
    return {"in": row["in"], "was": row["later"], "wordt": row["toen"]}


def _files(root: Path) -> dict[Path, bytes]:
    return {path.relative_to(root): path.read_bytes() for path in (root / "data").rglob("*.yaml")}


def _put(root: Path, files: dict[Path, bytes]) -> None:
    shutil.rmtree(root / "data")
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text)


def _commit(root: Path, message: str) -> str:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)
    return git(root, "rev-parse", "HEAD")
