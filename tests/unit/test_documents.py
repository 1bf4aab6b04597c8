"""What the documents for developers name is there: files, modules, classes, and the commands as they are printed."""

from __future__ import annotations

import ast
import re
import subprocess

import pytest

from support.commands import commands
from support.made_up import ROOT

PACKAGE = ROOT / "scripts" / "polderkoers"
# A name in a document may be shortened to the part that it is about.
_WEBSITE = PACKAGE / "website"
_THEME = _WEBSITE / "theme"
FROM = (
    *(ROOT, ROOT / "schema", ROOT / ".github" / "workflows", ROOT / "tests" / "cases" / "_basis", PACKAGE),
    *(_WEBSITE, _WEBSITE / "templates", _WEBSITE / "views", _THEME, _THEME / "assets" / "css"),
)
DOCUMENTS = [ROOT / f"{name}.md" for name in ("ARCHITECTURE", "CONTRIBUTING", "README", "SECURITY", "CODE_OF_CONDUCT")]
# What a build, a command or somebody else makes, and a folder of the built site.
MADE = {
    "site/", "base.html", "docs/rollen.md", "data/versies.yaml", "data/kernopgaven/veilig-buiten.yaml", "docs/toegankelijkheid-uitkomst.json",
    "docs/assets/css/tokens.css", "requirements.txt", "verwacht.txt", "vorm.patch", "meegeleverd/", ".polderkoers/", "zoeken/", "doelen/",
    "zoeken/deelnemers/ID/", "deelnemers/", "data/portaal.json", "data/adressen.yaml", "data/gelezen.yaml",
}  # fmt: skip
# Set from outside.
_ENVIRONMENT = {
    "POLDERKOERS_SITE_URL",
    "POLDERKOERS_EDIT_URI",
    "POLDERKOERS_WERKBANK",
    "POLDERKOERS_ZONDER_HISTORIE",
    "POLDERKOERS_TOKEN",
    "SOURCE_DATE_EPOCH",
    "GITHUB_SHA",
}
_QUOTED = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"[\w.-]+(?:/[\w.*-]+)*(?:/|\.(?:py|md|yaml|yml|toml|j2|css|html|json|lock|js))")


def missing(text: str) -> list[str]:
    """Return the files and folders that a text names in quotes of code, and that are not there."""
    named = {name for name in _QUOTED.findall(text) if _PATH.fullmatch(name)} - MADE
    return sorted(name for name in named if not any(list(folder.glob(name.rstrip("/"))) for folder in FROM))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_names_only_files_that_exist(path):
    """A module or file that a document names can be opened by that name."""
    assert missing(path.read_text(encoding="utf-8")) == []


def test_a_file_that_is_gone_is_noticed():
    """The test itself sees a module and a folder that are not there, and takes a shortened name."""
    assert missing("`policy/nergens.py`, `nergens/` and `policy/load.py`") == ["nergens/", "policy/nergens.py"]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_names_only_tables_that_exist(path):
    """A table or constant that a recipe names is assigned in a module of the package."""
    named = set(re.findall(r"`(_?[A-Z][A-Z_]{3,})`", path.read_text(encoding="utf-8"))) - _ENVIRONMENT
    sources = [module.read_text(encoding="utf-8") for module in PACKAGE.rglob("*.py")]
    found = set(re.findall(r"^(_?[A-Z][A-Z_]+)(?:\s*=|:)", "\n".join(sources), re.MULTILINE))
    assert sorted(named - found) == []


def test_the_glossary_names_what_the_code_has():
    """Every class of the glossary stands in a file that its row names, so that renaming one changes the glossary."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in text.partition("## Glossary")[2].partition("\n## ")[0].splitlines()]
    wrong = []
    for row in rows:
        wanted = set(re.findall(r"`([A-Z]\w+)`", row[0])) if len(row) == 3 else set()
        wrong += sorted(wanted - {name for place in _QUOTED.findall(row[-1]) for name in _classes(place)})
    assert wrong == []
    assert len(rows) > 20


def test_the_readme_lists_every_command():
    """The commands that the README lists are those that the command line has, for who works by hand."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = re.search(r"lists the commands \(in Dutch\): ([^;]+);", text)
    assert listed
    named = _QUOTED.findall(listed[1])
    for_machines = {"help", "merge-driver", "take-proposal"}
    assert named == sorted(set(commands()) - for_machines)


def test_the_readme_says_what_stands_at_the_top():
    """Every tracked folder and file at the top has its place in the list of the README."""
    listed = (ROOT / "README.md").read_text(encoding="utf-8").partition("## What is where")[2]
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    tops = {path.partition("/")[0] for path in tracked.splitlines()}
    assert sorted(name for name in tops if name not in listed) == []


def test_each_release_says_what_to_do():
    """Each release begins with what it asks of who has an instance."""
    releases = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1:]
    assert [text.splitlines()[0] for text in releases if "\n### Wat moet je doen\n" not in text] == []
    assert releases


def _classes(place: str) -> set[str]:
    path = PACKAGE / place
    modules = sorted(path.rglob("*.py")) if path.is_dir() else [path] if path.suffix == ".py" else []
    trees = [ast.parse(module.read_text(encoding="utf-8")) for module in modules]
    return {node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
