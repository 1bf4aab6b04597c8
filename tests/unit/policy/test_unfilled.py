"""What is still to be filled in: only a whole value that says so, at its own place, with what can be chosen."""

from __future__ import annotations

import pytest

from polderkoers.policy.load import load
from polderkoers.policy.unfilled import unfilled
from support.made_up import KERNOPGAVE, document, root_with


@pytest.mark.parametrize(
    "text",
    ["Vul dit in.", "vul dit in", "[Vul dit in]", "TODO", "xxx", "Nog in te vullen", "Lorem ipsum dolor.", "...", "…"],
)
def test_a_value_that_only_says_that_it_is_to_come_is_unfilled(text):
    """A text that is nothing but a placeholder is found, however it is written."""
    assert unfilled(document(f'samenvatting: "{text}"\n')) == {"/samenvatting"}


@pytest.mark.parametrize(
    "text", ["Vul dit in. Stuur het op.", "Vul het formulier in.", "Wat doen we?", "n.t.b.", "Todos los santos", "null"]
)
def test_a_text_that_says_something_is_not_unfilled(text):
    """The same words inside a real text are no placeholder."""
    assert unfilled(document(f'samenvatting: "{text}"\n')) == frozenset()


def test_a_catalogue_that_cannot_be_read_is_not_called_empty(tmp_path):
    """When the subjects could not be read, the message names their file and does not say that there are none."""
    root = root_with(tmp_path)
    (root / "data/themas.yaml").write_text("soort: [", encoding="utf-8")
    path = root / "data/kernopgaven/fijn-wonen.yaml"
    path.write_text(KERNOPGAVE.replace("themas: [wonen]", "themas: [vul-dit-in]"), encoding="utf-8")
    found = [problem for problem in load(root).problems if problem.rule == "nog-invullen"]
    assert [problem.hint for problem in found] == ["noem hier het id van een thema uit data/themas.yaml."]


def test_a_reference_to_a_file_that_is_not_filled_in_is_not_blamed(tmp_path):
    """A file that is only begun is left out, and who refers to it hears nothing."""
    root = root_with(tmp_path)
    text = KERNOPGAVE.replace("id: fijn-wonen", "id: ook-wonen").replace("titel: Fijn wonen", "titel: Vul dit in.")
    (root / "data/kernopgaven/ook-wonen.yaml").write_text(text, encoding="utf-8")
    link = "samenhang:\n  - {met: ook-wonen, soort: zelfde onderwerp, waarom: Ook wonen., gelegd_door: redactie}\n"
    (root / "data/kernopgaven/fijn-wonen.yaml").write_text(KERNOPGAVE + link, encoding="utf-8")
    assert [(problem.rule, problem.path) for problem in load(root).problems] == [("nog-invullen", "/titel")]


def test_a_day_is_asked_for_as_a_date(tmp_path):
    """A day may be written as a year too, and still it is no number that is asked for."""
    root = root_with(tmp_path)
    report = "soort: verslag\nid: najaar\ntitel: Najaar\nvorm: brief\ndatum: vul-dit-in\nvastgesteld_door: null\nmeldingen:\n"
    (root / "data/verslagen").mkdir()
    entry = "  - {id: melding-een, over: fijn-wonen/stap-bouwen, stand: loopt}\n"
    (root / "data/verslagen/najaar.yaml").write_text(report + entry, encoding="utf-8")
    (problem,) = load(root).problems
    assert problem.hint.startswith("schrijf hier een datum, zoals 2026-10-14.")
