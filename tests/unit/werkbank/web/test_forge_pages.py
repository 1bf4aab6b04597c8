"""What was decided on a forge comes in by a button, for who may propose."""

from __future__ import annotations

import pytest

from polderkoers.werkbank.forges.settings import ADDRESS, KIND
from polderkoers.werkbank.store.values import ProposalState
from support.git import git
from support.werkbank import Visitor

GOAL = "/onderdeel/fijn-wonen/doel-genoeg-huizen"
BUTTON = "Haal op wat is overgenomen"


@pytest.fixture
def forge(fresh, tmp_path, monkeypatch):
    """A repository that stands for a forge, where the proposals of the werkbank go."""
    root = tmp_path / "forge"
    git(tmp_path, "clone", "--quiet", str(fresh.state.workplace.root), str(root))
    git(root, "switch", "--quiet", "--detach")
    git(root, "config", "receive.advertisePushOptions", "true")
    monkeypatch.setenv(KIND, "gitlab")
    monkeypatch.setenv(ADDRESS, str(root))
    return root


def test_what_was_merged_on_the_forge_is_brought_in_by_a_button(fresh, forge):
    """A proposal that was handed in and merged there is taken over here, and what is said of nothing new is true."""
    anna = Visitor(fresh, "Anna de Vries")
    anna.open(GOAL).form("/onderdeel/").fill("naam", "Genoeg goede huizen").press("Opslaan")
    (made,) = fresh.state.workplace.store.proposals()
    anna.open(f"/voorstel/{made.id}").form(f"/voorstel/{made.id}").fill("reden", "Zo heet het.")
    anna.press("Bewaar titel en reden").do(f"/voorstel/{made.id}/inleveren", "Inleveren")
    assert "Op GitLab is niets nieuws." in anna.open("/voorstellen").do("/voorstellen", BUTTON).text
    git(forge, "switch", "--quiet", "main")
    git(forge, "merge", "--quiet", "--no-ff", "-m", "Merge", f"voorstel/{made.id}")
    assert "wat op GitLab geldt, geldt nu ook hier" in anna.open("/voorstellen").do("/voorstellen", BUTTON).text
    assert fresh.state.workplace.store.proposal(made.id).state is ProposalState.OVERGENOMEN
    assert "Genoeg goede huizen" in anna.open(GOAL).text


def test_a_forge_that_does_not_answer_is_told_on_the_page(fresh, forge, monkeypatch):
    """Nothing changes, and the page of proposals says what to do."""
    anna = Visitor(fresh, "Anna de Vries").open("/voorstellen")
    monkeypatch.setenv(ADDRESS, str(forge / "weg"))
    anna.do("/voorstellen", BUTTON)
    assert anna.answer.status_code == 409
    assert "Hoe op te lossen" in anna.text


def test_without_a_forge_there_is_no_button(fresh, monkeypatch):
    """Who works without a forge, or may only look, sees none."""
    monkeypatch.setenv(KIND, "geen")
    assert BUTTON not in Visitor(fresh, "Anna de Vries").open("/voorstellen").text
    monkeypatch.setenv(KIND, "gitlab")
    assert BUTTON not in Visitor(fresh, "Lezer").open("/voorstellen").text
