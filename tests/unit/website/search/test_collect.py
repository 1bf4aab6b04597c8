"""Which pages can be found, and how much they count."""

from __future__ import annotations

import json

import pytest

from polderkoers.website.search.collect import Searchable, rank_of
from polderkoers.website.views.site import Site
from support.made_up import KERNOPGAVE, policy_of, policy_of_times

CONTENT = "<h1>Kop</h1><p>Eerst.</p><h2>Dan</h2><p>Later woord.</p>"


@pytest.fixture
def found(tmp_path):
    """Write the index of some pages and return title and rank of each that is in it."""

    def run(*pages: tuple[str, dict]) -> dict[str, int]:
        searchable = Searchable(Site(policy_of(KERNOPGAVE)))
        for path, meta in pages:
            searchable.see(path, f"Titel van {path}", CONTENT, meta)
        searchable.write(tmp_path)
        table = json.loads((tmp_path / "zoeken/paginas.json").read_text(encoding="utf-8"))
        return {row[0]: row[1] for row in table["paginas"].values()}

    return run


def test_pages_for_residents_come_before_terms_and_rules(found):
    """A subject and a kernopgave have the first rank, a term the second, an explained message the last."""
    ranks = found(
        ("onderwerpen/wonen/", {}),
        ("kernopgaven/fijn-wonen/", {}),
        ("begrippen/wmo/", {}),
        ("meedoen/meldingen/x/", {}),
    )
    assert list(ranks.values()) == [1, 0, 3, 0]


def test_policy_of_others_comes_after_our_own():
    """What another government wants counts less than the same of our own."""
    site = Site(policy_of_times())
    ours, others = (site.policy.entries[ref] for ref in ("fijn-wonen", "ander"))
    assert (rank_of(site, ours), rank_of(site, others)) == (0, 2)


@pytest.mark.parametrize("meta", [{"robots": "noindex"}, {"search": {"exclude": True}}])
def test_pages_that_are_kept_out_are_not_found(found, meta):
    """Earlier versions and pages that say so themselves are not in the index."""
    assert list(found(("doelen/", {}), ("versies/2012/x/", meta))) == ["Titel van doelen/"]


def test_comparisons_of_versions_are_not_found(found):
    """What changed between versions repeats the policy in old and new words; only its entrance is found."""
    assert list(found(("wijzigingen/", {}), ("wijzigingen/2012-2025/", {}))) == ["Titel van wijzigingen/"]


def test_of_an_overview_only_the_head_is_searched(found, tmp_path):
    """An overview repeats what stands on other pages, so it is found by its title and first words."""
    found(("doelen/", {}))
    assert "later" not in (tmp_path / "zoeken/woorden.txt").read_text(encoding="utf-8")
