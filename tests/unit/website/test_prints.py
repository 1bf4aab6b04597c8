"""A fingerprint is the same for the same values only, and none where a value may become another without that showing."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, replace

import pytest

from polderkoers.policy.index import Entry
from polderkoers.website.building.prints import NoPrint, Prints
from polderkoers.website.render import Renderer
from polderkoers.website.views.link import Link
from polderkoers.website.views.site import Site
from support.gemeente import policy

# Prints the fingerprint of a page of the made-up municipality.
IN_A_PROCESS = """
from polderkoers.website.building.prints import Prints
from polderkoers.website.render import Renderer
from polderkoers.website.views.site import Site
from support.gemeente import policy
renderer = Renderer(Site(policy()))
print(Prints().of(renderer.content("kernopgaven/fijn-wonen/").values).hex())
"""


@dataclass(frozen=True)
class Late:
    """A value that finds out more when it is asked."""

    find: object


def test_equal_values_have_one_fingerprint() -> None:
    """Values that are equal but were made apart have the same fingerprint, and another address or mark gives another."""
    one, two = Link("Wonen", "wonen/"), Link("wonen".capitalize(), "wonen/")
    assert Prints().of((one, one)) == Prints().of((one, two))
    assert Prints().of(one) != Prints().of(replace(one, mark="Concept"))
    assert Prints().of(("a", "b")) != Prints().of(("ab",))


@pytest.mark.parametrize("value", [Late(lambda: 1), Late(iter(())), object(), Late(Site), [Late(len)]])
def test_what_may_become_another_has_none(value: object) -> None:
    """A function, something that is read once, and an object of which nobody knows what it holds have no fingerprint."""
    with pytest.raises(NoPrint):
        Prints().of(value)


def test_an_item_is_known_by_all_of_its_file() -> None:
    """A template may ask an item for anything of the file in which it stands: another word there gives another fingerprint."""
    entry = policy().entries["fijn-wonen"]
    other = replace(entry, file=replace(entry.file, titel="Anders"))
    assert isinstance(entry, Entry)
    assert Prints().of(entry) != Prints().of(other)


def test_what_was_found_out_about_a_value_does_not_count() -> None:
    """A value that remembers what somebody asked it before has the fingerprint of one that was never asked."""
    renderer = Renderer(Site(policy()))
    fresh = Prints().of(renderer.content("kernopgaven/fijn-wonen/").values)
    for path in list(renderer.site.pages):
        renderer.page(path)
    assert Prints().of(renderer.content("kernopgaven/fijn-wonen/").values) == fresh


def test_processes_agree_on_a_fingerprint() -> None:
    """The order that Python chooses anew in each process for the signs of a set has no part in it."""
    found = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "tests"}
        done = subprocess.run(
            [sys.executable, "-c", IN_A_PROCESS], capture_output=True, text=True, env=environment, check=True
        )
        found.add(done.stdout)
    assert len(found) == 1


def test_a_template_asks_for_nothing_that_is_not_in_the_key() -> None:
    """Who gives all templates something more must put that in the fingerprint of what pages have in common (`ground.py`)."""
    environment = vars(Renderer(Site(policy())))["_environment"]
    usual = {"range", "dict", "lipsum", "cycler", "joiner", "namespace"}
    # What is code alone is the same for all sites, and in the print of the engine.
    assert set(environment.globals) - usual - {"shares"} == {
        "bar",
        "width",
        "is_er",
        "uitgever",
        "woorden",
        "nieuw_bestand",
    }
