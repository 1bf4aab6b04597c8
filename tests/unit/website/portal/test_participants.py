"""Reading what participants publish: what cannot be used is refused, with the participant, the cause and the cure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.website.portal.participants import PortalFaults, participants
from support.made_up import document
from support.portal import PORTAL, write_participant


@pytest.fixture
def policy() -> Policy:
    """The policy of a portal."""
    return Policy([build_file(document(PORTAL))])


@pytest.fixture
def root(tmp_path) -> Path:
    """The root of a portal whose two participants were got."""
    write_participant(tmp_path / "deelnemers" / "polderdam")
    write_participant(tmp_path / "deelnemers" / "vlietwijk", naam="Vlietwijk")
    return tmp_path


def refused(root: Path, policy: Policy) -> str:
    """Return why a portal is refused."""
    with pytest.raises(PortalFaults) as told:
        participants(root, policy)
    return str(told.value)


def test_participants_are_read_in_the_order_of_the_data(root, policy):
    """Each participant has what it published, and its place in the data."""
    assert [(one.said.id, one.naam) for one in participants(root, policy)] == [
        ("polderdam", "Polderdam"),
        ("vlietwijk", "Vlietwijk"),
    ]


def test_a_site_that_is_no_portal_has_none(tmp_path):
    """Without participants in the data nothing is read."""
    assert participants(tmp_path, Policy([])) == ()


def test_participants_that_were_not_got_are_all_named_with_the_command_that_gets_them(tmp_path, policy):
    """A portal without the files of its participants names each of them, and what to type."""
    said = refused(tmp_path, policy)
    assert (
        "deelnemers/polderdam/data/portaal.json is er niet. Hoe op te lossen: polderkoers deelnemers polderdam" in said
    )
    assert (
        "deelnemers/vlietwijk/data/portaal.json is er niet. Hoe op te lossen: polderkoers deelnemers vlietwijk" in said
    )


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"vorm": 3}, "de gegevens hebben vorm 3, en dit portaal leest vorm 2. Hoe op te lossen: zet bij dit portaal een nieuwere Polderkoers"),
        ({"vorm": 1}, "dit portaal leest vorm 2. Hoe op te lossen: zet bij de site van vlietwijk een nieuwere Polderkoers"),
        ({"vorm": "2"}, "de gegevens hebben vorm 2"),
        ({"zoekprogramma": "0.9.0"}, "gemaakt met Pagefind 0.9.0, en dit portaal zoekt met Pagefind "),
        ({"naam": ""}, "klopt 'naam' niet"),
        ({"onderwerpen": {}}, "klopt 'onderwerpen' niet"),
        ({"onderwerpen": [{"id": "wonen"}]}, "klopt 'doelen' niet"),
        ({"doelen_heten": "doel"}, "klopt 'doelen_heten' niet"),
        ({"doelen_heten": ["doel"]}, "klopt 'doelen_heten' niet"),
        ({"zoeken": []}, "staat niet waar de zoekbestanden zijn"),
        ({"zoeken": ["zoeken/paginas.json", "zoeken/index/weg.pf_meta"]}, "het zoekbestand zoeken/index/weg.pf_meta ontbreekt"),
        ({"zoeken": ["zoeken/paginas.json", "zoeken/../../geheim"]}, "kan geen zoekbestand zijn"),
        ({"zoeken": ["zoeken/paginas.json", "/etc/passwd"]}, "kan geen zoekbestand zijn"),
        ({"zoeken": ["zoeken/paginas.json", "zoeken/index/pagefind.js"]}, "is geen zoekbestand van Polderkoers"),
        ({"zoeken": ["zoeken/paginas.json", "zoeken/index/x.mjs"]}, "is geen zoekbestand van Polderkoers"),
        ({"zoeken": ["zoeken/paginas.json", "zoeken/index/x.HTML"]}, "is geen zoekbestand van Polderkoers"),
        ({"zoeken": ["zoeken/paginas.json", "zoeken/index/x.htm"]}, "is geen zoekbestand van Polderkoers"),
        ({"zoeken": ["zoeken/paginas.json", "zoeken/index/x.svg"]}, "is geen zoekbestand van Polderkoers"),
        ({"zoeken": ["zoeken/paginas.json", "zoeken/index/x.xhtml"]}, "is geen zoekbestand van Polderkoers"),
        ({"zoeken": ["zoeken/paginas.json", "zoeken/index/wasm.unknown.pagefind"]}, "is geen zoekbestand van Polderkoers"),
        ({"zoeken": ["zoeken/paginas.json", "zoeken/index/zonder"]}, "is geen zoekbestand van Polderkoers"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_by_the_name_of_who_published_it(root, policy, changed, why):
    """Another form, another search, a value that is wrong or a file that is not there: the participant and the cause are named."""
    file = root / "deelnemers" / "vlietwijk" / "data" / "portaal.json"
    file.write_text(json.dumps({**json.loads(file.read_text(encoding="utf-8")), **changed}), encoding="utf-8")
    said = refused(root, policy)
    assert "- vlietwijk: " in said
    assert why in said
    assert "- polderdam: " not in said


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"3", b"\xff", b"[" * 100_000])
def test_a_broken_file_is_refused(root, policy, content):
    """Whatever stands in the file, a message comes of it."""
    (root / "deelnemers" / "vlietwijk" / "data" / "portaal.json").write_bytes(content)
    assert "- vlietwijk: " in refused(root, policy)


@pytest.mark.parametrize(
    "address", ["https://elders.example/", "//elders.example/", "javascript:alert(1)", "../../elders/", "\\\\elders"]
)
def test_an_address_leads_only_to_the_site_of_the_participant(root, policy, address):
    """A published address that leads elsewhere is refused: what a portal links to is what its makers listed."""
    file = root / "deelnemers" / "vlietwijk" / "data" / "portaal.json"
    subject = {"id": "wonen", "naam": "Wonen", "adres": address, "onderdelen": 0, "doelen": []}
    file.write_text(
        json.dumps({**json.loads(file.read_text(encoding="utf-8")), "onderwerpen": [subject]}), encoding="utf-8"
    )
    assert "klopt 'adres' niet" in refused(root, policy)
