"""What a change touches through references."""

from __future__ import annotations

import pytest

from polderkoers.changes.compare import compare
from polderkoers.changes.impact import impact, touches
from polderkoers.policy.load import load
from support.changes import HERE, apply_edit
from support.made_up import root_with


@pytest.fixture
def touched(tmp_path):
    """Return a function that edits the basis and gives what the changes touch, by group."""

    def edit(was, wordt, path="data/kernopgaven/fijn-wonen.yaml"):
        roots = [root_with(tmp_path / name, HERE / "basis") for name in ("old", "new")]
        apply_edit(roots[1], {"in": path, "was": was, "wordt": wordt})
        old, new = (load(root) for root in roots)
        changes = compare(old, new).changes
        found = impact(changes, old.policy, new.policy)
        assert all(touches(one.changes[0], old.policy, new.policy, {one.ref}) for one in found)
        assert not touches(changes[0], old.policy, new.policy, {"plaatsen/bestaat-niet"})
        assert all(one.label for one in found)
        groups = {one.group: [] for one in found}
        for one in found:
            groups[one.group].append(one.ref)
        return groups

    return edit


def test_both_the_old_and_the_new_party_are_touched(touched):
    """Who was responsible and who becomes so are both touched."""
    found = touched("verantwoordelijk: [gemeente]", "verantwoordelijk: [inwoners]")
    assert found["partijen"] == ["roles/gemeente", "roles/inwoners"]
    assert found["organisaties"] == ["organisaties/bouwgoed"]


def test_an_item_touches_the_theme_of_its_document(touched):
    """A goal touches what it names itself, the remark about it, what it leads to, and the subject of its document."""
    found = touched("minstens 10", "minstens 12")
    assert found["plaatsen"] == ["plaatsen/polderdam"]
    assert found["themas"] == ["themas/wonen"]
    assert set(found["onderdelen"]) == {"fijn-wonen/letop-huizen", "plan-2020", "prettig-leven"}


@pytest.mark.parametrize("standing", ["status: ingetrokken", "status: vastgesteld\ntreedt_in_werking: 2031-01-01"])
def test_whether_a_document_is_in_force_touches_all_that_is_in_it(touched, standing):
    """Who must do something in a plan, and where, is touched when that plan is withdrawn or comes into force."""
    found = touched("status: vastgesteld", standing)
    assert found["partijen"] == ["roles/gemeente"]
    assert found["organisaties"] == ["organisaties/bouwgoed"]
    assert found["plaatsen"] == ["plaatsen/polderdam"]


def test_the_title_of_a_document_touches_nobody_in_it(touched):
    """Another title is not about who does something in the plan."""
    assert "partijen" not in touched("titel: Fijn wonen", "titel: Goed wonen")


def test_an_item_does_not_touch_the_place_that_only_its_document_names(tmp_path):
    """A role without a place of its own is not about the place of its whole kernopgave."""
    path = "data/kernopgaven/fijn-wonen.yaml"
    roots = [root_with(tmp_path / name, HERE / "basis") for name in ("old", "new")]
    for root in roots:
        apply_edit(root, {"in": path, "was": "themas: [wonen]", "wordt": "themas: [wonen]\nplaatsen: [polderdam]"})
    apply_edit(roots[1], {"in": path, "was": "houdt de regie", "wordt": "houdt de volledige regie"})
    old, new = (load(root) for root in roots)
    named = {link.wanted for link in new.policy.outgoing(new.policy.entries["fijn-wonen"])}
    assert "polderdam" in named
    found = {one.ref for one in impact(compare(old, new).changes, old.policy, new.policy)}
    assert "roles/gemeente" in found
    assert "plaatsen/polderdam" not in found


def test_an_entry_of_a_catalogue_touches_who_refers_to_it(touched):
    """An organisation with another name touches itself and every item that names it."""
    found = touched("naam: Bouwgoed", "naam: Bouwbeter", "data/organisaties.yaml")
    assert found["organisaties"] == ["organisaties/bouwgoed"]
    assert found["onderdelen"] == ["fijn-wonen/act-spreekuur"]


def test_nothing_changed_touches_nothing(tmp_path):
    """Equal versions have no impact."""
    loaded = load(root_with(tmp_path, HERE / "basis"))
    assert impact(compare(loaded, loaded).changes, loaded.policy, loaded.policy) == ()


def test_what_a_report_says_of_an_item_is_not_touched(touched, tmp_path):
    """An entry of a report is no policy, and has no name that a reader could follow."""
    for name in ("old", "new"):
        folder = tmp_path / name / "data" / "verslagen"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "brief.yaml").write_text(
            "soort: verslag\nid: brief\ntitel: Brief\nvorm: brief\ndatum: 2021-01-01\nvastgesteld_door: null\nmeldingen:\n"
            "  - {id: melding-een, over: fijn-wonen/doel-genoeg-huizen, stand: loopt}\n",
            encoding="utf-8",
        )
    found = touched("minstens 10", "minstens 12")
    assert set(found["onderdelen"]) == {"fijn-wonen/letop-huizen", "plan-2020", "prettig-leven"}
