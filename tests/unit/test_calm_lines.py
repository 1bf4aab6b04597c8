"""A line says one thing: what makes lines dense has a budget, which only goes down."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from support.made_up import ROOT

PACKAGE = ROOT / "scripts" / "polderkoers"
MODULES = sorted(PACKAGE.rglob("*.py"))
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
# Per 100 lines that are not blank. Lower these after making lines calmer, and never raise them.
CONDITIONALS = 1.8
COMPREHENDED = 3.4


@dataclass(frozen=True)
class Seen:
    """What there is to know of a module; its nodes are too many to keep."""

    dense: list[str]
    choices: int
    loops: int
    classes: list[str]


@cache
def seen(path: Path) -> Seen:
    """Return what there is to know of a module, which is read once for all tests."""
    nodes = nodes_of(path)
    return Seen(
        list(dense(path, nodes)),
        sum(isinstance(node, ast.IfExp) for node in nodes),
        sum(isinstance(node, COMPREHENSIONS) for node in nodes),
        [node.name for node in nodes if isinstance(node, ast.ClassDef)],
    )


def nodes_of(path: Path) -> list[ast.AST]:
    """Return the nodes of a module, each with the one around it as `parent`."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    for node in nodes:
        for child in ast.iter_child_nodes(node):
            child.parent = node
    return nodes


def around(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what a node stands in, the nearest first, up to its statement."""
    while not isinstance(node, ast.stmt):
        node = node.parent
        yield node


def dense(path: Path, nodes: list[ast.AST]) -> Iterator[str]:
    """Yield what in the nodes of a module says more than one thing in a line, with its place."""
    counted = Counter()
    name = path.relative_to(PACKAGE)
    for node in nodes:
        place = f"{name}:{getattr(node, 'lineno', 0)}"
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
            yield f"{name}:{statement.lineno} {number} choices in one statement"


def test_a_line_says_one_thing():
    """No choice stands inside a choice or a text, no statement makes two, and a comprehension has one loop."""
    assert list(chain.from_iterable(seen(path).dense for path in MODULES)) == []


def test_lines_grow_no_denser():
    """There are no more choices and comprehensions per line than there were."""
    lines = sum(bool(line.strip()) for path in MODULES for line in path.read_text(encoding="utf-8").splitlines())
    choices = sum(seen(path).choices for path in MODULES)
    loops = sum(seen(path).loops for path in MODULES)
    assert 100 * choices / lines <= CONDITIONALS
    assert 100 * loops / lines <= COMPREHENDED


def test_a_class_has_its_name_for_itself():
    """No two classes of the package have the same name."""
    places = defaultdict(list)
    for path in MODULES:
        for name in seen(path).classes:
            places[name].append(str(path.relative_to(PACKAGE)))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
