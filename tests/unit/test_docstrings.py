"""Docstrings: every public part of the package has one, and every test says its behaviour in one sentence."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from support.made_up import ROOT

TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
PACKAGE = sorted((ROOT / "scripts").rglob("*.py"))


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.name)
def test_every_test_says_its_behaviour_in_one_sentence(path):
    """A test's docstring is one sentence, so that it can be read as a promise."""
    functions = [
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)
    ]
    for test in (function for function in functions if function.name.startswith("test_")):
        words = ast.get_docstring(test) or ""
        assert words.endswith("."), test.name
        assert "\n\n" not in words, test.name


@pytest.mark.parametrize("path", PACKAGE, ids=lambda path: path.as_posix().split("scripts/")[1])
def test_every_public_part_of_the_package_is_explained(path):
    """Every module, public class, function and method has a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree) or not tree.body
    assert [part.name for part in public(tree) if not ast.get_docstring(part)] == []


def public(node: ast.AST) -> Iterator[ast.ClassDef | ast.FunctionDef]:
    """Yield the classes and functions in a part of a module that others can use: not what is private or stands in a function."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.ClassDef | ast.FunctionDef):
            yield from public(child)
        elif not child.name.startswith("_"):
            yield child
            yield from public(child) if isinstance(child, ast.ClassDef) else ()
