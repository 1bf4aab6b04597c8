"""The check of types sees what is asked of the model: nothing asks for a field by a name in quotes."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys

import pytest

from support.made_up import ROOT

PACKAGE = ROOT / "scripts" / "polderkoers"
# Libraries that are not ours: what is asked of them need not be there.
ALLOWED = {"quick.py": {"CBaseLoader"}, "source_messages.py": {"context", "problem"}}
MODULES = sorted(PACKAGE.rglob("*.py"))


def literals(path):
    """Yield the names in quotes that `getattr` and `hasattr` are called with."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("getattr", "hasattr"):
            yield from (part.value for part in node.args[1:2] if isinstance(part, ast.Constant))


def test_no_field_is_asked_for_by_a_name_in_quotes():
    """A name in quotes stays what it is when a field gets another, and nobody is told."""
    asked = {str(path.relative_to(PACKAGE)): {*literals(path)} - ALLOWED.get(path.name, set()) for path in MODULES}
    assert {path: names for path, names in asked.items() if names} == {}


# Each takes half a minute.
@pytest.mark.whole
@pytest.mark.parametrize(
    ("file", "declared", "renamed"),
    [
        ("blocks.py", "    termijn: Annotated", "    periode: Annotated"),
        ("base.py", "    weergave: Annotated", "    vertoning: Annotated"),
        ("catalogues.py", "    voluit: Annotated", "    heel: Annotated"),
        ("files.py", "    samenvatting: Annotated", "    kort: Annotated"),
    ],
)
def test_a_field_with_another_name_fails_the_check_of_types(tmp_path, file, declared, renamed):
    """Whoever renames a field is told every place that asks for it."""
    shutil.copytree(PACKAGE, tmp_path / "scripts" / "polderkoers")
    model = tmp_path / "scripts" / "polderkoers" / "policy" / "model" / file
    text = model.read_text(encoding="utf-8")
    assert declared in text
    model.write_text(text.replace(declared, renamed), encoding="utf-8")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    command = [sys.executable, "-m", "mypy", "scripts", "--cache-dir", str(tmp_path / "cache")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout
    assert re.search(rf'has no attribute "{declared.split(":")[0].strip()}"', done.stdout), done.stdout
