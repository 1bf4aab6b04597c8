"""The text of a draft decision, carried out on the text in force by a clerk who has nothing but that text, gives the new text."""

from __future__ import annotations

import copy
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polderkoers.changes.compare import compare, compare_data
from polderkoers.changes.versions import listed_versions_of, load_version, open_version
from polderkoers.policy.tree import Folder
from support.edits import EDIT, edited
from support.made_up import ROOT
from support.real import REAL
from support.replay import replay
from support.tries import tries

IN_ORDER = pytest.mark.parametrize(
    "in_order", [pytest.param(False, id="in-force"), pytest.param(True, id="in-order", marks=pytest.mark.whole)]
)
SETTINGS = settings(max_examples=tries(20), deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
# A file that gets another name leaves references to it that lead nowhere: no text to start from.
SOUND = st.lists(EDIT.filter(lambda edit: edit[0] != "file"), max_size=2)


def data_of(loaded):
    """Return the data of a version by file path."""
    return {document.file: document.data for document in loaded.documents}


@IN_ORDER
def test_the_decisions_between_all_versions_give_the_new_text(in_order):
    """Every listed version of the real policy, and the state of now, in every direction."""
    listed = listed_versions_of(Folder(ROOT))
    ids = [*(version.id for version in listed), "nu"]
    loaded = {id_: load_version(open_version(ROOT, id_, listed).tree, ROOT) for id_ in ids}
    for old, new in permutations(ids, 2):
        before, after = loaded[old], loaded[new]
        done = replay(data_of(before), data_of(after), compare(before, after), in_order=in_order)
        assert done.made == done.wanted, f"{old} - {new}"


@SETTINGS
@given(SOUND, st.lists(EDIT, min_size=1, max_size=6))
def test_the_decision_of_random_edits_gives_the_new_text(first, second):
    """Whatever is edited in the real data, the lines say it all, and can be read in one way only."""
    old, new = edited(REAL, first), edited(REAL, second)
    comparison = compare_data(old, new)
    for in_order in (False, True):
        done = replay(copy.deepcopy(old), new, comparison, in_order=in_order)
        assert done.made == done.wanted


@pytest.mark.parametrize(
    "text",
    [
        "Een “a” ‘b’ «c» ⟨d⟩ ⟦e⟧ naam",
        "Regel een\n\n- punt; **vet** | x\n> citaat\n1.1 Doel 1 vervalt.",
        "van doel 2 komt te luiden: “x”. Doel 3 vervalt.",
        "Bijlage 1. Iets anders",
        "    > Doel: Iets",
    ],
)
def test_a_text_that_looks_like_a_line_is_only_text(text):
    """Whatever stands in a name or text of the policy, before or after, it is not read as a line, mark or row of the decision."""
    path = "data/kernopgaven/platteland.yaml"
    strange = copy.deepcopy(REAL)
    goal = strange[path]["doelen"][0]
    goal["naam"], goal["toelichting"] = " ".join(text.split()), text
    strange[path]["doelen"].append({"id": "doel-nieuw", "naam": text, "toelichting": text})
    for old, new in ((REAL, strange), (strange, REAL)):
        done = replay(old, new, compare_data(old, new))
        assert done.made == done.wanted
