"""The architecture: imports run one way, and only the command line prints."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from support.made_up import ROOT

PACKAGE = ROOT / "scripts" / "polderkoers"
MODULES = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
SHARED = {"problems", "errors", "typed"}
# Each station of policy/ imports only those before it; a name covers the module and all below it.
STATIONS = (
    "numbers", "number_words", "figures", "placeholders", "markup_signs", "garbled", "signs", "source_rules", "site_rules", "passed_over", "tree", "source_messages", "syntax_clues", "file_names", "source", "dutch_dates", "spans", "in_text", "schema_words", "schema_rules", "schema_place", "schema_number", "schema", "canonical", "model", "index", "general", "without", "publisher", "vocabulary", "lookup", "texts", "underlay", "unfilled", "nothing_said", "starter", "misplaced", "threads", "readability", "rules", "wanted", "rule_docs", "load", "mending", "cache", "new_file",
)  # fmt: skip
ENDS = {
    "website": {"policy", "report", "changes"},
    "report": {"policy", "changes", "instance"},
    "forge": {"policy", "changes", "console"},
    "instance": {"policy", "changes"},
    "changes": {"policy"},
    "policy": set(),
}


def imports(text: str) -> Iterator[str]:
    """Yield the modules that a source text imports."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def wrong_imports(module: str, text: str) -> list[str]:
    """Return the imports of a module that run against the direction of the data."""
    wrong = []
    parts = module.split(".")[1:]
    for target in imports(text):
        names = target.split(".")
        if names[0] in ("mkdocs", "properdocs") and parts[:1] != ["website"]:
            wrong.append(target)
        if names[0] != "polderkoers" or len(names) < 2 or names[1] in SHARED or parts[0] not in ENDS:
            continue
        if names[1] == parts[0]:
            wrong += [target] if parts[0] == "policy" and not is_earlier(parts, names[1:]) else []
        elif names[1] not in ENDS[parts[0]]:
            wrong.append(target)
    return wrong


def is_earlier(module: list[str], target: list[str]) -> bool:
    """Return whether a station may import another: itself or an earlier one."""
    if len(module) < 2 or len(target) < 2 or target[1] not in STATIONS:
        return True
    return STATIONS.index(target[1]) <= STATIONS.index(module[1])


@pytest.mark.parametrize("module", MODULES)
def test_imports_run_only_with_the_data(module):
    """No module imports a later station, another end of the road, or MkDocs outside the site."""
    assert wrong_imports(module, MODULES[module].read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("polderkoers.policy.source", "from polderkoers.policy.index import Policy"),
        ("polderkoers.policy.index", "import polderkoers.website.render"),
        ("polderkoers.report.formats", "from polderkoers.website import pages"),
        ("polderkoers.policy.load", "import mkdocs.config"),
        ("polderkoers.policy.model.blocks", "from polderkoers.policy import rules"),
    ],
)
def test_a_wrong_import_is_noticed(module, text):
    """The check itself notices each kind of wrong import."""
    assert wrong_imports(module, text) != []


def test_every_station_is_known():
    """A new module of policy/ must get its place in the order."""
    found = {module.split(".")[2] for module in MODULES if module.startswith("polderkoers.policy.")}
    assert found == set(STATIONS)


@pytest.mark.parametrize(
    "module",
    [module for module in MODULES if module not in ("polderkoers.cli", "polderkoers.console", "polderkoers.__main__")],
)
def test_only_the_command_line_prints_and_exits(module):
    """No other module prints, writes to the terminal or ends the program."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert not calls & {"print", "click.echo", "sys.exit", "exit", "sys.stdout.write", "sys.stderr.write"}
