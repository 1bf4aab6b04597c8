"""Which item of one version is which of the other."""

from __future__ import annotations

from polderkoers.changes.items import read_files
from polderkoers.changes.match import match


def pairs_of(old, new):
    """Return the references that were matched, old and new, where they differ."""
    before, after = ({f"data/{name}.yaml": data for name, data in side.items()} for side in (old, new))
    found = match(read_files(before), read_files(after))
    return {(was.ref, now.ref) for now, was in found.old_of.items() if was.ref != now.ref}


def file(name, *items, soort="kernopgave"):
    """Return the data of a file with some goals."""
    return {"id": name, "soort": soort, "titel": name, "doelen": list(items)}


GOAL = {"id": "doel-a", "naam": "Wonen voor iedereen in het dorp", "cijfers": [{"id": "cijfer-a", "wat": "huizen"}]}
OTHER = {"id": "doel-b", "naam": "Iets heel anders"}


def test_an_item_that_went_to_another_file_is_found_with_all_in_it():
    """An item is the same one in another file when it is alike, and so is what it holds."""
    found = pairs_of({"x": file("x", GOAL, OTHER), "y": file("y")}, {"x": file("x", OTHER), "y": file("y", GOAL)})
    assert found == {("x/doel-a", "y/doel-a"), ("x/cijfer-a", "y/cijfer-a")}


def test_the_same_id_with_another_text_is_another_item():
    """An id that two files use for different things does not make these one."""
    other = {"id": "doel-a", "naam": "Schoon water"}
    assert pairs_of({"x": file("x", GOAL), "y": file("y")}, {"x": file("x"), "y": file("y", other)}) == set()


def test_two_candidates_are_no_certainty():
    """When an item could have gone to two places, it went to neither."""
    old = {"x": file("x", GOAL), "y": file("y"), "z": file("z")}
    new = {"x": file("x"), "y": file("y", GOAL), "z": file("z", GOAL)}
    assert pairs_of(old, new) == set()


def test_a_file_with_a_new_id_is_the_same_file_when_its_items_are():
    """A renamed file takes its items along; a file of another kind is another file."""
    assert pairs_of({"x": file("x", GOAL, OTHER)}, {"y": file("y", GOAL, OTHER)}) >= {
        ("x", "y"),
        ("x/doel-b", "y/doel-b"),
    }
    assert ("x", "y") not in pairs_of({"x": file("x", GOAL)}, {"y": file("y", GOAL, soort="plan")})
