"""Docstrings: every public part of the package has one, and every test says its behaviour in one sentence."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from support.made_up import ROOT

TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
PACKAGE = sorted((ROOT / "scripts").rglob("*.py"))


def test_every_test_says_its_behaviour_in_one_sentence():
    """A test's docstring is one sentence, so that it can be read as a promise."""
    assert [f"{path.name}: {test.name}" for path in TESTS for test in promises_of(path) if not is_sentence(test)] == []


def promises_of(path: Path) -> list[ast.FunctionDef]:
    """Return the tests in a file."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [node for node in nodes if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]


def is_sentence(test: ast.FunctionDef) -> bool:
    """Return whether the docstring of a test is one sentence."""
    words = ast.get_docstring(test) or ""
    return words.endswith(".") and "\n\n" not in words


def test_every_public_part_of_the_package_is_explained():
    """Every module, public class, function and method has a docstring."""
    assert {str(path): names for path in PACKAGE if (names := list(unexplained(path)))} == {}


def unexplained(path: Path) -> Iterator[str]:
    """Yield the module itself and each public part of it, by name, that have no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if tree.body and not ast.get_docstring(tree):
        yield path.name
    yield from (part.name for part in public(tree) if not ast.get_docstring(part))


def public(node: ast.AST) -> Iterator[ast.ClassDef | ast.FunctionDef]:
    """Yield the classes and functions in a part of a module that others can use: not what is private or stands in a function."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.ClassDef | ast.FunctionDef):
            yield from public(child)
        elif not child.name.startswith("_"):
            yield child
            yield from public(child) if isinstance(child, ast.ClassDef) else ()
