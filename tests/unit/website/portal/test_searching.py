"""The tables of pages of participants, joined to that of the portal."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from polderkoers.website.portal.participants import PortalFaults
from polderkoers.website.portal.portal import Portal
from polderkoers.website.portal.searching import add_participants
from support.made_up import policy_of
from support.portal import participant

KINDS = ["Plan", "Melding", "Overzicht"]


def table(folder: Path, pages: dict, leads: dict, themes: list[str], words: str = "") -> Path:
    """Write the search of a site with these pages and subjects, and return the folder."""
    (folder / "zoeken" / "index").mkdir(parents=True)
    found = {"filters": {"soort": KINDS, "thema": themes}, "paginas": pages, "woorden": leads}
    (folder / "zoeken" / "paginas.json").write_text(json.dumps(found), encoding="utf-8")
    (folder / "zoeken" / "woorden.txt").write_text(words, encoding="utf-8")
    (folder / "zoeken" / "index" / "nl.pf_meta").write_text(folder.name, encoding="utf-8")
    return folder


@pytest.fixture
def joined(tmp_path):
    """Join the searches of two participants to that of a portal, and return its folder and its table."""
    site = table(tmp_path / "site", {"nl_1": ["Thuis", 1, [2], []]}, {"huis": [0]}, ["Wonen"], "huis2\nweg1")
    one = table(
        tmp_path / "een",
        {"nl_2": ["Plan een", 0, [0], [1]], "nl_3": ["Melding", 3, [1], []], "nl_9": ["Gelijk", 1, [0], []]},
        {"huis": [0, 1], "straf": [1]},
        ["Groen", "Wonen"],
        "huis5\nboom1",
    )
    two = table(
        tmp_path / "twee",
        {"nl_4": ["Plan twee", 0, [0], [0]], "nl_9": ["Gelijk", 1, [0], []]},
        {"huis": [1]},
        ["Groen"],
    )
    files = ("zoeken/paginas.json", "zoeken/woorden.txt", "zoeken/index/nl.pf_meta")
    found = [dataclasses.replace(participant(each.name), folder=each, files=files) for each in (one, two)]
    add_participants(found, site)
    return site, json.loads((site / "zoeken" / "paginas.json").read_text(encoding="utf-8"))


def test_pages_keep_their_values_and_get_their_owner(joined):
    """Each page has the values of its own site, in the filters of all, and whose it is."""
    _, found = joined
    names = list(found["filters"])

    def values(id_: str) -> dict[str, list[str]]:
        return {
            name: [found["filters"][name][at] for at in row]
            for name, row in zip(names, found["paginas"][id_][2:], strict=True)
        }

    assert values("nl_1") == {"soort": ["Overzicht"], "thema": [], "deelnemer": ["Deze site"]}
    assert values("nl_2") == {"soort": ["Plan"], "thema": ["Wonen"], "deelnemer": ["Een"]}
    assert values("nl_4") == {"soort": ["Plan"], "thema": ["Groen"], "deelnemer": ["Twee"]}


def test_the_filter_calls_a_participant_as_the_list_does(tmp_path):
    """The list of participants leads to a search in one of them: by the very name in the filter, also when two have one name."""
    found = [
        dataclasses.replace(participant(id_), naam="gemeente A", folder=table(tmp_path / id_, {}, {}, []))
        for id_ in ("een", "twee")
    ]
    site = table(tmp_path / "site", {}, {}, [])
    add_participants(found, site)
    joined = json.loads((site / "zoeken" / "paginas.json").read_text(encoding="utf-8"))
    listed = [card.naam for card in Portal(policy_of(), tuple(found)).cards()]
    assert listed == ["Gemeente A", "Gemeente A (twee)"]
    assert joined["filters"]["deelnemer"][1:] == [each["naam"] for each in joined["deelnemers"]] == listed


def test_what_every_site_has_is_left_out(joined):
    """Messages and overviews of participants are not found: every site has those."""
    _, found = joined
    assert "nl_3" not in found["paginas"]


def test_a_page_that_two_sites_have_to_the_letter_stands_there_once(joined):
    """Such a page has one name in both indexes, and is of both."""
    _, found = joined
    assert [found["filters"]["deelnemer"][at] for at in found["paginas"]["nl_9"][-1]] == ["Een", "Twee"]


def test_words_of_residents_lead_to_the_pages_of_each_site(joined):
    """What words lead to is kept per site, so that no site comes before another; what is left out is not led to."""
    _, found = joined
    titles = [row[0] for row in found["paginas"].values()]
    assert [[titles[at] for at in pages] for pages in found["woorden"]["huis"]] == [["Thuis"], ["Plan een"], ["Gelijk"]]
    assert "straf" not in found["woorden"]


def test_indexes_are_copied_and_their_sites_named(joined):
    """The index of each participant stands in a folder by its id; the page for searching is told where its pages are."""
    site, found = joined
    assert [path.name for path in sorted((site / "zoeken" / "deelnemers").iterdir())] == ["een", "twee"]
    assert (site / "zoeken" / "deelnemers" / "een" / "nl.pf_meta").read_text(encoding="utf-8") == "een"
    assert found["deelnemers"] == [
        {"id": "een", "naam": "Een", "adres": "https://een.example/"},
        {"id": "twee", "naam": "Twee", "adres": "https://twee.example/"},
    ]


def test_words_that_may_be_meant_are_those_of_all(joined):
    """The list of words holds those of all sites, each as much used as where it is used most."""
    site, _ = joined
    assert (site / "zoeken" / "woorden.txt").read_text(encoding="utf-8").split("\n") == ["boom1", "huis5", "weg1"]


@pytest.mark.parametrize(
    "content",
    [
        "{}",
        "[]",
        '{"filters":{},"paginas":{"nl_2":["a"]},"woorden":{}}',
        '{"filters":{},"paginas":[],"woorden":{}}',
        '{"filters":[],"paginas":{"nl_2":["a",0]},"woorden":{}}',
        "[" * 100_000,
        "{",
    ],
)
def test_a_broken_table_is_told_by_the_name_of_its_site(tmp_path, content):
    """A table that is no table stops the build with whose it is."""
    site = table(tmp_path / "site", {}, {}, [])
    one = table(tmp_path / "een", {}, {}, [])
    (one / "zoeken" / "paginas.json").write_text(content, encoding="utf-8")
    with pytest.raises(PortalFaults, match=r"een: zoeken/paginas\.json is beschadigd"):
        add_participants([dataclasses.replace(participant("een"), folder=one, files=())], site)


def test_broken_words_are_told_by_the_name_of_their_site(tmp_path):
    """A list of words that is no text stops the build with whose it is."""
    site = table(tmp_path / "site", {}, {}, [])
    one = table(tmp_path / "een", {}, {}, [])
    (one / "zoeken" / "woorden.txt").write_bytes(b"huis\xff5")
    with pytest.raises(PortalFaults, match=r"een: zoeken/woorden\.txt is beschadigd"):
        add_participants([dataclasses.replace(participant("een"), folder=one, files=())], site)
