"""Every field of the model reaches a reader, and tells of itself when it changes."""

from __future__ import annotations

import ast
import copy
import re
from typing import Any

import pytest

from injection.filled import Filler
from polderkoers.changes.compare import compare_data
from polderkoers.policy.load import load
from polderkoers.policy.model.base import Bestand
from polderkoers.policy.model.declared import Role, Shown
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.files import classes
from polderkoers.policy.model.kinds import LIST_KINDS, POLICY_KINDS, compared
from polderkoers.policy.schema import Schemas
from polderkoers.website.coverage import Coverage
from support.made_up import KERNOPGAVE, ROOT, policy_of

SITE = ROOT / "scripts" / "polderkoers" / "website"
TEXTS = frozenset({Role.NAME, Role.PROSE, Role.LINE, Role.LABEL, Role.REMARK})
# Of a field that is shown at a place of its own the built site proves that its words are there; of others some view must read it.
READ_BY_VIEWS = [
    (cls, each)
    for cls in classes()
    for each in fields_of(cls)
    if each.shown in (Shown.OWN, Shown.WITHIN) and (each.role not in TEXTS or each.shown is Shown.WITHIN)
]
# What a view gets in another way than by its name: an item that another hangs together with is the target of a reference (`links_of`),
# the parts of an answer come from
# `answer_of`, an own word is asked for by the name of its kind (`Vocabulary.noun`), and who publishes in which words is read before there is a site
# (`publisher_of`, `vocabulary_of`).
READ_OTHERWISE = {
    ("Samenhang", "met"),
    ("Thema", "antwoord"),
    *(("Antwoord", part) for part in ("wil", "merk", "tijd", "niet")),
    ("Instelling", "voorbeeld"),
    ("Instelling", "verzonnen"),
    ("Lezing", "op"),
    ("Woord", "enkelvoud"),
    ("Woord", "meervoud"),
    *(("Woorden", kind) for kind in ("kernopgave", "programmalijn", "plan", "wegwijzer")),
    *(("Woorden", block) for block in ("doel", "activiteit", "stap", "indicator")),
}


def name_of(part: Any) -> str:
    """Return what a case of a test is called."""
    return getattr(part, "name", None) or part.__name__


@pytest.fixture(scope="module")
def read_by_site() -> frozenset[str]:
    """Return all that the code and the templates of the site ask of anything, by name."""
    code = [asked_in_code(file.read_text(encoding="utf-8")) for file in SITE.rglob("*.py")]
    templates = [asked_in_template(file.read_text(encoding="utf-8")) for file in (SITE / "templates").rglob("*.j2")]
    return frozenset().union(*code, *templates)


def asked_in_code(text: str) -> frozenset[str]:
    """Return the names of all that a module asks of anything."""
    return frozenset(node.attr for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Attribute))


def asked_in_template(text: str) -> frozenset[str]:
    """Return what stands behind a full stop in the code of a template, and not in its texts."""
    code = " ".join(re.findall(r"\{[{%](.*?)[%}]\}", text, re.DOTALL))
    return frozenset(re.findall(r"\.(\w+)", re.sub(r"\"[^\"]*\"|'[^']*'", "", code)))


def test_a_name_that_only_stands_somewhere_is_not_asked_for():
    """What a text, an import, a name of its own or an argument is called reads no field; what is asked of something does."""
    code = 'from a.naam import b\ntitel = make(waarde=1)\n"x.wat"\nitem.eenheid\n'
    assert asked_in_code(code) == {"eenheid"}
    assert asked_in_template('<p class="a.wat">{{ titel ~ "x.naam" }}{% if item.jaar %}</p>') == {"jaar"}


@pytest.mark.parametrize(("cls", "each"), READ_BY_VIEWS, ids=name_of)
def test_what_has_a_place_of_its_own_is_read_by_a_view(cls, each, read_by_site):
    """A field that no view reads has to be told under its label, or to say that it is shown nowhere."""
    assert (each.name in read_by_site) != ((cls.__name__, each.name) in READ_OTHERWISE), f"{cls.__name__}.{each.name}"


def test_only_what_programs_use_is_shown_nowhere():
    """What someone can read is not hidden: an id, a version of a file, words to search with and what comparing asks are all that is."""
    hidden = {each.name for cls in classes() for each in fields_of(cls) if each.shown is Shown.NOWHERE}
    assert hidden == {
        *("id", "soort", "versie", "status", "engels", "woorden", "weglaten", "bij", "inhoud"),
        *("code", "website", "reacties", "feeds", "eerder", "zonder", "map", "daar", "beter", "was", "nu"),
        *("bestand", "door", "uitkomst", "kenmerken", "kenmerk"),
        *("onderdeel", "veld", "woord"),
    }


def test_a_text_that_no_page_shows_is_named():
    """Of a file that was built without one of its texts that text is named, with its field."""
    coverage = Coverage(policy_of(KERNOPGAVE))
    shown = "<main>Fijn wonen. Genoeg huizen, dat is het doel.</main>"
    coverage.see("kernopgaven/fijn-wonen/", shown)
    unseen = {(text.entry.ref, text.field) for text in coverage.unseen()}
    assert ("fijn-wonen", "titel") not in unseen
    assert ("fijn-wonen/stap-bouwen", "naam") in unseen


def test_what_explains_a_term_does_not_part_a_text():
    """An explanation in the middle of a text leaves the text as it is, and is no text of the data itself."""
    coverage = Coverage(policy_of(KERNOPGAVE))
    tip = '<span class="pk-begrip__uitleg" role="tooltip">Uitleg.</span>'
    coverage.see("kernopgaven/fijn-wonen/", f"<main>Fijn <a>{tip}</a> wonen</main>")
    assert not [text for text in coverage.unseen() if text.field == "titel" and text.entry.ref == "fijn-wonen"]


def test_a_comparison_shows_a_text_that_the_policy_of_today_does_not():
    """A page of another time does not count: what only a comparison or an old version shows is shown nowhere."""
    policy = policy_of(KERNOPGAVE)
    for path, seen in (
        ("wijzigingen/2020-nu/", False),
        ("versies/2020/kernopgaven/fijn-wonen/", False),
        ("home/", True),
    ):
        coverage = Coverage(policy)
        coverage.see("kernopgaven/fijn-wonen/", "<main></main>")
        coverage.see(path, "<main>Fijn wonen</main>")
        unseen = {(text.entry.ref, text.field) for text in coverage.unseen()}
        assert (("fijn-wonen", "titel") not in unseen) is seen


def test_a_text_of_signs_alone_is_not_asked_for():
    """A title of three stars has no word by which a page could be found to show it."""
    policy = policy_of(KERNOPGAVE.replace("titel: Fijn wonen", 'titel: "***"'))
    coverage = Coverage(policy)
    coverage.see("kernopgaven/fijn-wonen/", "<main>***</main>")
    assert not [text for text in coverage.unseen() if text.field == "titel" and text.entry.ref == "fijn-wonen"]


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> dict[str, Any]:
    """Return data in which every field of policy and lists is filled, by file."""
    root = tmp_path_factory.mktemp("gevuld")
    Filler(Schemas(ROOT), 2, lambda row, marker: f"Tekst {row} {marker}").fill(root)
    found = {document.file: document.data for document in load(root).documents}
    for data in found.values():
        if data["soort"] in POLICY_KINDS:
            data["ingetrokken_op"] = "2021-01-01"
    return found


KINDS_COMPARED = [
    cls for cls in compared() if not issubclass(cls, Bestand) or cls.soortnaam in (*POLICY_KINDS, *LIST_KINDS)
]
# Not filled with texts: the versions, and the words to search with.
NOT_FILLED = frozenset({"versies", "versie", "zoekwoorden", "zoekwoord"})


def groups(data: Any, kind: str):
    """Yield every group of fields in the data of a file with the name of its kind."""
    by_name = {cls.soortnaam: cls for cls in classes()}
    yield kind, data
    for each in fields_of(by_name[kind]):
        held = data.get(each.name)
        if each.held is not None and held:
            for part in held if each.many else [held]:
                yield from groups(part, each.held.soortnaam)


def test_a_change_of_any_field_is_told(filled):
    """When any field of a kind that is filled is emptied, or is no where it was yes, the comparison has a change about it."""
    kinds = [cls for cls in KINDS_COMPARED if cls.soortnaam not in NOT_FILLED]
    fields = [(cls.soortnaam, each.name) for cls in kinds for each in fields_of(cls)]
    asked = [(kind, name) for kind, name in fields if name not in {"soort", "id"}]
    assert [(kind, name) for kind, name in asked if not _is_told(filled, kind, name)] == []


def _is_told(filled: dict[str, Any], kind: str, name: str) -> bool:
    changed = copy.deepcopy(filled)
    for data in changed.values():
        for found, group in groups(data, data["soort"]):
            if found == kind and group.get(name) not in (None, []):
                group[name] = _other(group[name])
                return bool(compare_data(filled, changed).changes)
    return False


def _other(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    return [] if isinstance(value, list) else None
