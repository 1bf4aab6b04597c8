"""A version is adopted in a draft: without a working copy, in a clone and in a bare repository."""

from __future__ import annotations

from datetime import date

import pytest

from polderkoers.changes.git import GitTree, resolve
from polderkoers.errors.base import PolderkoersError
from polderkoers.errors.forms import WorkRefused
from polderkoers.instance.adopt import adoption_in
from polderkoers.instance.asked import Asked
from polderkoers.policy.load import load
from polderkoers.policy.source import parse
from polderkoers.policy.tree import WithFiles
from polderkoers.werkbank.jobs.adopting import adopt_version
from support.adopted import repository
from support.git import git

TODAY = date(2026, 11, 30)
LIST = "data/versies.yaml"
ASKED = Asked("2026", "1 maart 2026", "Gemeenteraad", bestanden=("fijn-wonen",))


def check(tree):
    """Return all that is wrong in a tree."""
    return load(tree).problems


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """A clone with a policy, and a bare repository of it."""
    folder = tmp_path_factory.mktemp("adopting")
    clone = repository(folder / "clone")
    git(folder, "clone", "--quiet", "--bare", str(clone), "bare.git")
    return {"clone": clone, "bare": folder / "bare.git"}


@pytest.mark.parametrize("place", ["clone", "bare"])
def test_a_version_is_adopted_without_a_working_copy(places, place):
    """The list of versions names it with its date, the file says so, and nothing is wrong with either."""
    root = places[place]
    tree = GitTree(root, resolve(root, "HEAD"))
    written = adopt_version(root, tree, ASKED, check, TODAY)
    entry = parse(written.files[LIST].decode(), LIST).data["versies"][-1]
    assert (entry["id"], entry["datum"]) == ("2026", "2026-03-01")
    assert written.sentence == "versie 2026 vastgesteld"
    assert not [each for each in check(WithFiles(tree, written.files)) if each.level == "fout"]


def test_both_places_adopt_the_same(places):
    """What a version holds does not depend on where it was adopted."""
    found = []
    for root in places.values():
        tree = GitTree(root, resolve(root, "HEAD"))
        found.append(adopt_version(root, tree, ASKED, check, TODAY).files)
    assert found[0] == found[1]


def test_with_faults_nothing_is_adopted(places):
    """While the check finds a fault it is refused with that fault."""
    root = places["clone"]
    tree = GitTree(root, resolve(root, "HEAD"))
    broken = WithFiles(tree, {"data/kernopgaven/fijn-wonen.yaml": b"soort: kernopgave\nid: fijn-wonen\n"})
    with pytest.raises(WorkRefused, match="Er is nog iets mis"):
        adopt_version(root, broken, ASKED, check, TODAY)
    assert adoption_in(root, broken, ASKED, check, TODAY).problems


def test_a_date_that_is_not_sure_is_refused(places):
    """Nobody adopts a version on a day that is a guess."""
    root = places["clone"]
    tree = GitTree(root, resolve(root, "HEAD"))
    with pytest.raises(PolderkoersError):
        adopt_version(root, tree, Asked("2026", "voorjaar", "Gemeenteraad", bestanden=("fijn-wonen",)), check, TODAY)
