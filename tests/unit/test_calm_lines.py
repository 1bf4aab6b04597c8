"""A line says one thing: what makes lines dense has a budget, which only goes down."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from support.made_up import ROOT

PACKAGE = ROOT / "scripts" / "polderkoers"
MODULES = sorted(PACKAGE.rglob("*.py"))
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
# Per 100 lines that are not blank. Lower these after making lines calmer, and never raise them.
CONDITIONALS = 1.8
COMPREHENDED = 3.4


@cache
def tree_of(path: Path) -> ast.AST:
    """Return the parsed module, each node with the one around it as `parent`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            child.parent = node
    return tree


def around(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what a node stands in, the nearest first, up to its statement."""
    while not isinstance(node, ast.stmt):
        node = node.parent
        yield node


def dense(path: Path) -> Iterator[str]:
    """Yield what in a module says more than one thing in a line, with its place."""
    counted = Counter()
    for node in ast.walk(tree_of(path)):
        place = f"{path.relative_to(PACKAGE)}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.IfExp):
            *inside, statement = around(node)
            counted[statement] += 1
            if any(isinstance(outer, ast.IfExp) for outer in inside):
                yield f"{place} a choice inside a choice"
            if any(isinstance(outer, ast.FormattedValue) for outer in inside):
                yield f"{place} a choice inside a text"
        if isinstance(node, COMPREHENSIONS):
            if len(node.generators) > 1:
                yield f"{place} two loops in one comprehension"
            if any(isinstance(outer, COMPREHENSIONS) for outer in around(node)):
                yield f"{place} a comprehension inside a comprehension"
    for statement, number in counted.items():
        if number > 1:
            yield f"{path.relative_to(PACKAGE)}:{statement.lineno} {number} choices in one statement"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_line_says_one_thing(path):
    """No choice stands inside a choice or a text, no statement makes two, and a comprehension has one loop."""
    assert list(dense(path)) == []


def test_lines_grow_no_denser():
    """There are no more choices and comprehensions per line than there were."""
    lines = sum(bool(line.strip()) for path in MODULES for line in path.read_text(encoding="utf-8").splitlines())
    nodes = [node for path in MODULES for node in ast.walk(tree_of(path))]
    choices = sum(isinstance(node, ast.IfExp) for node in nodes)
    loops = sum(isinstance(node, COMPREHENSIONS) for node in nodes)
    assert 100 * choices / lines <= CONDITIONALS
    assert 100 * loops / lines <= COMPREHENDED


def test_a_class_has_its_name_for_itself():
    """No two classes of the package have the same name."""
    places = defaultdict(list)
    for path in MODULES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(str(path.relative_to(PACKAGE)))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
