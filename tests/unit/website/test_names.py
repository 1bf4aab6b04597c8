"""The names in views and templates: Dutch for the policy, English for layout and technique, and none that nothing has."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from jinja2 import nodes

from polderkoers.changes.deciding.parts import PARTS
from polderkoers.changes.money.budget_words import BUDGET_WORDS
from polderkoers.website.environment import environment
from support.made_up import ROOT

CODE = ROOT / "scripts" / "polderkoers"
TEMPLATES = sorted((CODE / "website" / "templates").glob("*.j2"))
# What views and templates once called in Dutch is not policy but layout or technique, and has an English name.
ENGLISH = {
    "aandeel", "aantal", "adressen", "alineas", "alle", "ander", "anderen", "anker", "balk", "balken", "bestand",
    "bestanden", "betekenis", "bij", "blok", "boven", "feiten", "geraakt", "gevonden", "gevraagd", "gewicht",
    "grafiek", "grafieken", "groepen", "heel", "historie", "ingang", "inhoud", "jaren", "kaarten", "keuzes",
    "kleuren", "kolommen", "kop", "koppen", "kort", "kruimels", "laatste", "leeg", "lijst", "lijsten", "merk",
    "momenten", "namen", "niveau", "ontbreekt", "oud", "paar", "pad", "paren", "punten", "raakt", "reeks", "regel",
    "relaties", "rij", "rijen", "secties", "soort", "soorten", "stand", "standen", "stuk", "stukken", "tegel",
    "tegels", "tekst", "telling", "tellingen", "titel", "vak", "vakken", "verloop", "verschil", "voet", "voluit",
    "vorm", "vragen", "zin", "zinnen",
}  # fmt: skip
# A loop of Jinja, and what the values that are plain text or a module of addresses can do.
PLAIN = {
    "first",
    "last",
    "index",
    "index0",
    "revindex",
    "previtem",
    "startswith",
    "endswith",
    "rstrip",
    "items",
    "CHOOSE",
    "FEEDS",
    "FOR_THE_COUNCIL",
}


def parsed(path) -> nodes.Template:
    """Return the tree of a template."""
    return environment().parse(path.read_text(encoding="utf-8"))


def fields() -> Iterator[tuple[str, str]]:
    """Yield every class of a view with each name that it gives to a part of it."""
    for path in sorted((CODE / "website" / "views").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield from ((node.name, name) for name in names_in(node))


def names_in(node: ast.ClassDef) -> Iterator[str]:
    """Yield the fields and the methods of a class."""
    for part in node.body:
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            yield part.target.id
        if isinstance(part, ast.FunctionDef):
            yield part.name


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_calls_layout_by_english_names(path):
    """No variable, argument, macro or attribute in a template has one of the Dutch names of before."""
    tree = parsed(path)
    found = {node.name for node in tree.find_all((nodes.Name, nodes.Macro))}
    found |= {node.attr for node in tree.find_all(nodes.Getattr)} | {node.key for node in tree.find_all(nodes.Keyword)}
    # A part of a comparison is called as in its JSON.
    assert sorted((found & ENGLISH) - set(PARTS)) == []


def test_a_view_calls_layout_by_english_names():
    """No field of a view has one of the Dutch names of before."""
    assert [found for found in fields() if found[1] in ENGLISH] == []


def test_a_template_asks_for_nothing_that_no_class_has():
    """A name that was changed in a class alone is found, also where no page of today comes."""
    known = {*PLAIN, *PARTS, *BUDGET_WORDS}
    for path in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                known |= set(names_in(node))
    macros = {node.name for path in TEMPLATES for node in parsed(path).find_all(nodes.Macro)}
    asked = {node.attr for path in TEMPLATES for node in parsed(path).find_all(nodes.Getattr)}
    assert sorted(asked - known - macros) == []
