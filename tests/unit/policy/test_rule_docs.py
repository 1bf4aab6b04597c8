"""The published page of every rule is true: its wrong example gives the problem, its right example does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from polderkoers.policy.load import load
from polderkoers.policy.rule_docs import Example, rule_docs
from polderkoers.problems import Problem
from support.made_up import BASIS, CASES, root_with

DOCS = rule_docs()
OF_HISTORY = {
    "versie-commit", "versie-herkomst", "versie-inhoud", "versie-ligt-vast", "versie-niet-opgehoogd", "versiedatum",
    "versievolgorde", "oude-naam", "id-veranderd", "woord-veranderd", "adres-vervalt",
}  # fmt: skip
# Of these no file of data is the cause, but a site that was built; tests/unit/website/test_examine.py brings them about.
OF_SITE = {"site-contrast", "site-kop", "site-link", "site-oud", "site-rest", "site-versie"}
# What an example goes on with in another file.
_NEXT_FILE = re.compile(r"^# (data/\S+\.yaml)\n", re.MULTILINE)
_TOP_KEY = re.compile(r"^([\w-]+):", re.MULTILINE)


def problems_of(root: Path, example: Example) -> tuple[Problem, ...]:
    """Put an example into the valid files of the cases, in place of the fields that it names, and check them."""
    first, *others = _NEXT_FILE.split(example.text)
    _put(root / example.file, first)
    for file, text in zip(others[::2], others[1::2], strict=True):
        _put(root / file, text)
    return load(root).problems


def _put(path: Path, example: str) -> None:
    path.parent.mkdir(exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    for key in set(_TOP_KEY.findall(example)):
        text = re.sub(rf"^{key}:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
    path.write_text(f"{text}{example}\n", encoding="utf-8")


@pytest.mark.parametrize("doc", [doc for doc in DOCS if doc.wrong.file], ids=lambda doc: doc.rule)
def test_the_wrong_example_gives_the_problem(tmp_path, doc):
    """The wrong example of a rule gives a problem of that rule, at the level that the page says."""
    found = problems_of(root_with(tmp_path), doc.wrong)
    assert (doc.rule, doc.level) in {(problem.rule, problem.level) for problem in found}


@pytest.mark.parametrize("doc", [doc for doc in DOCS if doc.right.file], ids=lambda doc: doc.rule)
def test_the_right_example_gives_no_problem(tmp_path, doc):
    """The right example of a rule gives no problem at all."""
    assert problems_of(root_with(tmp_path), doc.right) == ()


def test_only_what_yaml_cannot_show_is_told_in_words():
    """A rule shows its examples, except where a text file or a visible sign cannot show them."""
    assert {doc.rule for doc in DOCS if not doc.wrong.file} == {
        "bestand-leesbaar", "bestand-overgeslagen", "bestand-schrijfbaar", "onzichtbaar-teken", "opmerking-weg", "schema", "vaste-vorm", *OF_HISTORY, *OF_SITE,
    }  # fmt: skip


def test_every_rule_of_the_cases_has_a_page():
    """Every rule that any case reports has a page."""
    expected = "\n".join(path.read_text(encoding="utf-8") for path in CASES.rglob("verwacht.txt"))
    rules = set(re.findall(r": (?:fout|waarschuwing) \[([a-z-]+)\]", expected))
    assert rules - {doc.rule for doc in DOCS} == set()
    assert len(rules) > 20


def test_every_rule_has_a_case():
    """Every rule that can be brought about by a file has a case that shows its message."""
    expected = "\n".join(path.read_text(encoding="utf-8") for path in CASES.rglob("verwacht.txt"))
    # `schema` waits for a keyword that no schema of ours uses, three are of commands that write, some need a history.
    without = {"schema", "vaste-vorm", "bestand-schrijfbaar", "opmerking-weg", *OF_HISTORY, *OF_SITE} - {
        "versie-commit"
    }
    assert {doc.rule for doc in DOCS if f"[{doc.rule}]" not in expected} == without


def test_the_texts_are_for_an_editor():
    """Titles are one sentence without a full stop, texts are not empty, and no word of JSON Schema comes through."""
    for doc in DOCS:
        assert doc.title, doc.rule
        assert not doc.title.endswith("."), doc.rule
        assert len(doc.text) > 40, doc.rule
        assert not re.search(r"pattern|\benum\b|additionalProperties|minLength|string\b", doc.text), doc.rule


def test_the_basis_is_there():
    """The examples stand on the valid files of the cases."""
    assert (BASIS / "data/kernopgaven/fijn-wonen.yaml").exists()
