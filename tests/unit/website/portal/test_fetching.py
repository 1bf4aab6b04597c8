"""Getting what participants publish: all of it or nothing, and never outside its folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.policy.model.instelling import Deelnemer
from polderkoers.website.portal.fetching import (
    NoInstitution,
    NoParticipant,
    NoPortal,
    get_participant,
    over_https,
    to_get,
)
from polderkoers.website.portal.participants import Unusable
from support.made_up import document, policy_of
from support.portal import PORTAL, published
from support.site import serving

SAID = Deelnemer(id="polderdam", adres="https://polderdam.example/beleid/")
FILES = ["zoeken/paginas.json", "zoeken/index/a b.pf_meta"]


class Site:
    """A site that is not there; it notes what is asked of it."""

    def __init__(self, names: list[str], broken: str = "") -> None:
        self.asked: list[str] = []
        self._published = json.dumps(published(zoeken=names)).encode()
        self._broken = broken

    def __call__(self, address: str) -> bytes:
        self.asked.append(address)
        if self._broken and self._broken in address:
            raise Unusable("weg")
        return self._published if address.endswith("portaal.json") else address.encode()


def test_all_that_is_published_is_got_once(tmp_path):
    """Getting a participant asks once for each file that it names, and for nothing else, at its own address."""
    site = Site(FILES)
    assert get_participant(tmp_path, SAID, site) == 3
    assert sorted(site.asked) == [
        "https://polderdam.example/beleid/data/portaal.json",
        "https://polderdam.example/beleid/zoeken/index/a%20b.pf_meta",
        "https://polderdam.example/beleid/zoeken/paginas.json",
    ]
    folder = tmp_path / "deelnemers" / "polderdam"
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()) == [
        "data/portaal.json", "zoeken/index/a b.pf_meta", "zoeken/paginas.json",
    ]  # fmt: skip


def test_what_was_there_stays_when_something_cannot_be_got(tmp_path):
    """When one file cannot be got, all that was there before is there as it was, and nothing else."""
    get_participant(tmp_path, SAID, Site(FILES))
    with pytest.raises(Unusable, match="weg"):
        get_participant(tmp_path, SAID, Site([*FILES, "zoeken/nieuw.txt"], broken="nieuw"))
    assert [path.name for path in (tmp_path / "deelnemers").iterdir()] == ["polderdam"]
    assert (tmp_path / "deelnemers" / "polderdam" / "zoeken" / "index" / "a b.pf_meta").is_file()


def test_what_is_gone_there_is_gone_here(tmp_path):
    """A file that a participant no longer has does not stay behind."""
    get_participant(tmp_path, SAID, Site(FILES))
    get_participant(tmp_path, SAID, Site(FILES[:1]))
    assert not (tmp_path / "deelnemers" / "polderdam" / "zoeken" / "index").exists()


@pytest.mark.parametrize(
    "name", ["zoeken/../../../weg", "/etc/weg", "zoeken\\weg", "zoeken/a.js", "zoeken/a.svg", "data/x", "zoeken/\nweg"]
)
def test_a_file_outside_the_search_is_not_asked_for(tmp_path, name):
    """A name that leads out of the folder, or is a program, is refused before anything is asked or written."""
    site = Site([*FILES, name])
    with pytest.raises(Unusable):
        get_participant(tmp_path, SAID, site)
    assert len(site.asked) == 1
    assert not list((tmp_path / "deelnemers").iterdir())


@pytest.mark.parametrize("content", [b"", b"[]", b'{"zoeken": 3}', b'{"zoeken": [3]}', b"{}"])
def test_what_is_no_list_of_files_is_refused(tmp_path, content):
    """Whatever a site answers, a message comes of it."""
    with pytest.raises(Unusable, match="beschadigd"):
        get_participant(tmp_path, SAID, lambda _: content)


def test_an_answer_comes_from_the_site_or_is_told_in_words(tmp_path):
    """What stands at an address is given; what does not is told with the code of the answer and a cure."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "portaal.json").write_text("hier", encoding="utf-8")
    with serving(tmp_path) as address:
        assert over_https(f"{address}data/portaal.json") == b"hier"
        with pytest.raises(Unusable, match=r"gaf code 404\. Hoe op te lossen: kijk of het adres"):
            over_https(f"{address}data/weg.json")
    with pytest.raises(Unusable, match="is niet te bereiken"):
        over_https(f"{address}data/portaal.json")
    with pytest.raises(Unusable, match="is niet te bereiken"):
        over_https("https://[::/")


def test_who_is_to_be_got_follows_from_the_data():
    """All participants without a folder of their own are got, or those that are named."""
    with_folder = PORTAL.replace("beleid/\n", "beleid/\n    map: ../polderdam/site\n")
    policy = Policy([build_file(document(with_folder))])
    assert [said.id for said in to_get(policy, ())] == ["vlietwijk"]
    assert [said.id for said in to_get(policy, ("vlietwijk",))] == ["vlietwijk"]
    with pytest.raises(NoParticipant, match="kies uit: vlietwijk"):
        to_get(policy, ("polderdam",))


def test_a_site_that_is_no_portal_is_told_how_to_become_one():
    """A site without participants, and one whose settings cannot be read, get messages of their own."""
    with pytest.raises(NoPortal, match="portaal:\n  - id: polderdam"):
        to_get(policy_of(), ())
    with pytest.raises(NoInstitution, match="polderkoers check"):
        to_get(Policy([]), ())


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    """A file in the place of the folder gives a message with the place, and no traceback."""
    (tmp_path / "deelnemers").write_text("", encoding="utf-8")
    with pytest.raises(Exception, match="kan niet worden geschreven"):
        get_participant(Path(tmp_path), SAID, Site(FILES))
