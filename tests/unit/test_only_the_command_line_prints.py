"""What import-linter cannot say of the architecture; its contracts stand in pyproject.toml, and `make lint` holds them."""

from __future__ import annotations

import ast
from pathlib import Path

from support.made_up import ROOT

PACKAGE = ROOT / "scripts" / "polderkoers"
MODULES = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}


def test_only_the_command_line_prints_and_exits():
    """No other module prints, writes to the terminal or ends the program."""
    others = MODULES.keys() - {"polderkoers.cli", "polderkoers.console", "polderkoers.__main__"}
    assert {module: calls for module in others if (calls := _telling(MODULES[module]))} == {}


def _telling(path: Path) -> set[str]:
    """Return with what a module prints, writes to the terminal or ends the program."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return calls & {"print", "click.echo", "sys.exit", "exit", "sys.stdout.write", "sys.stderr.write"}
