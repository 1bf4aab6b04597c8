"""After something came in force the command of the settings runs, and people read how that went."""

from __future__ import annotations

import json
import shutil
import sys
import time
from dataclasses import replace

import pytest

from polderkoers.werkbank.store.values import ProposalState
from polderkoers.werkbank.web.after import AfterTaking
from support.git import git
from support.werkbank import TOGETHER, Visitor, correct_date, hand_in, opened, proposal_of

WRITES = (
    "import json, os, pathlib;"
    "pathlib.Path('../gemaakt.json').write_text(json.dumps([os.environ['POLDERKOERS_COMMIT'], sorted(os.environ)]))"
)


def of_python(*words: str) -> tuple[str, ...]:
    """Return the command that runs a piece of Python."""
    return (sys.executable, "-c", *words)


@pytest.fixture
def taken(polderdam, tmp_path):
    """What makes a werkbank with a command, in which a proposal was taken over; gives it with who decided, and the commit."""
    root = tmp_path / "polderdam"
    shutil.copytree(polderdam, root)

    def take(app) -> tuple[Visitor, str]:
        correct_date(Visitor(app, "Anna de Vries"), "2019")
        name = proposal_of(app, "Anna de Vries").id
        hand_in(Visitor(app, "Anna de Vries"), name)
        chief = Visitor(app, "Chris Chef", "redactie")
        chief.open(f"/voorstel/{name}").do(f"/voorstel/{name}/beslissen", "Neem over")
        assert proposal_of(app, "Anna de Vries").state is ProposalState.OVERGENOMEN
        return chief, f"/voorstel/{name}"

    return root, take


def ended(visitor: Visitor, address: str) -> Visitor:
    """Look at a page until the command is done."""
    for _ in range(100):
        if "opnieuw gemaakt, sinds" not in visitor.open(address).text:
            break
        time.sleep(0.1)
    return visitor


def test_the_site_is_made_again_after_something_was_taken_over(taken, tmp_path, monkeypatch):
    """The command runs in the folder of the instance, knows the commit and no secret, and the page says that it is done."""
    monkeypatch.setenv("POLDERKOERS_FORGE_TOKEN", "geheim")
    root, take = taken
    with opened(root, replace(TOGETHER, after=of_python(WRITES))) as app:
        chief, address = take(app)
        assert "De site is opnieuw gemaakt, vandaag om" in ended(chief, address).text
        assert "De site is opnieuw gemaakt" in chief.open("/voorstellen").text
        commit, names = json.loads((tmp_path / "gemaakt.json").read_text(encoding="utf-8"))
        assert commit == git(root, "rev-parse", "main")
        assert "PATH" in names
        assert not [name for name in names if "TOKEN" in name or "GEHEIM" in name]
    assert git(root, "status", "--porcelain") == ""


def test_a_command_that_fails_is_told_and_what_it_said_only_to_who_decides(taken):
    """The policy is in force all the same; the end of what the command said is text, whatever is in it."""
    root, take = taken
    with opened(root, replace(TOGETHER, after=of_python("print('<b>kapot</b>'); raise SystemExit(3)"))) as app:
        chief, address = take(app)
        assert "De site opnieuw maken is mislukt" in ended(chief, address).text
        assert "<b>kapot</b>" in chief.text
        anna = Visitor(app, "Anna de Vries").open(address)
        assert "mislukt" in anna.text
        assert "kapot" not in anna.answer.text


@pytest.mark.parametrize("command", [("/bestaat/niet",), of_python("raise SystemExit(1)")])
def test_a_command_that_cannot_run_is_told(taken, command):
    """A program that is not there is a failure, and no fault of the werkbank."""
    root, _ = taken
    after = AfterTaking(root, command)
    after.begin(git(root, "rev-parse", "main"))
    after.close()
    assert AfterTaking(root, command).last.state == "mislukt"


def test_without_a_command_the_page_says_what_happens(taken):
    """Nothing runs, and the page says that somebody has to make the site again."""
    root, take = taken
    with opened(root) as app:
        chief, address = take(app)
        assert "De site verandert pas als iemand haar opnieuw maakt." in chief.open(address).text
        assert not (root / ".git" / "polderkoers" / "na-overnemen.json").exists()
