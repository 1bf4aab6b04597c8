"""What a site gives a portal to read: its own policy, goal by goal, under what each says that it is about."""

from __future__ import annotations

import json

import jsonschema

from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.website.portal.participants import check_search_file
from polderkoers.website.portal.published import published, search_files, write_published
from polderkoers.website.views.site import Site
from support.made_up import BASIS, KERNOPGAVE, ROOT, document, policy_of
from support.site import NEW_KERNOPGAVE

SCHEMA = json.loads((ROOT / "schema" / "uitvoer" / "portaal.schema.json").read_text(encoding="utf-8"))
GOAL = "    naam: Genoeg huizen\n"


def subject(folder, *texts):
    """Return what is published of the only subject of the made-up policy, and that it follows its schema."""
    said = published(Site(policy_of(*texts)), folder)
    jsonschema.validate(said, SCHEMA)
    [found] = said["onderwerpen"]
    return found


def test_a_goal_is_about_what_its_file_is_about(tmp_path):
    """A goal that does not say what it is about is given under the subjects of its file, with file, year and address."""
    found = subject(tmp_path, KERNOPGAVE)
    assert found["adres"] == "onderwerpen/wonen/"
    assert found["doelen"] == [
        {
            "naam": "Genoeg huizen",
            "in": "Fijn wonen",
            "jaar": 2020,
            "merk": "",
            "adres": "kernopgaven/fijn-wonen/doel-genoeg-huizen/",
        }
    ]


def test_a_goal_that_says_what_it_is_about_is_given_there_alone(tmp_path):
    """What a goal says itself counts, and not what the whole file is about: nobody said that the goal is about that."""
    elsewhere = KERNOPGAVE.replace(GOAL, f"{GOAL}    themas: [groen]\n")
    assert subject(tmp_path, elsewhere)["doelen"] == []
    itself = KERNOPGAVE.replace("themas: [wonen]", "themas: [groen]").replace(GOAL, f"{GOAL}    themas: [wonen]\n")
    assert [goal["naam"] for goal in subject(tmp_path, itself)["doelen"]] == ["Genoeg huizen"]


def test_a_goal_that_is_not_in_force_says_so(tmp_path):
    """A goal of a draft has the mark of it, so that no portal shows it as what is decided."""
    draft = KERNOPGAVE.replace("status: vastgesteld", "status: concept")
    assert [goal["merk"] for goal in subject(tmp_path, draft)["doelen"]] == ["Concept"]


def test_a_withdrawn_goal_is_not_told_to_others(tmp_path):
    """What was withdrawn is no goal of today, on a portal neither."""
    gone = KERNOPGAVE.replace("status: vastgesteld", "status: ingetrokken")
    assert subject(tmp_path, gone)["doelen"] == []


def test_the_policy_of_others_is_left_out(tmp_path):
    """What a municipality shows of another government is not what it wants itself."""
    basis = [path.read_text(encoding="utf-8") for path in sorted((BASIS / "data").glob("*.yaml"))]
    texts = [text.replace("van_wie: eigen", "van_wie: ander") for text in (*basis, KERNOPGAVE)]
    [found] = published(Site(Policy(build_file(document(text)) for text in texts)), tmp_path)["onderwerpen"]
    assert (found["onderdelen"], found["doelen"]) == (0, [])


def test_a_site_without_goals_or_versions_gives_what_it_has(tmp_path):
    """A subject about which nothing is said is given as such; no search means no files of it."""
    assert subject(tmp_path)["onderdelen"] == 0
    write_published(Site(policy_of(NEW_KERNOPGAVE)), tmp_path)
    said = json.loads((tmp_path / "data" / "portaal.json").read_text(encoding="utf-8"))
    assert (said["versie"], said["zoeken"]) == (None, [])


def test_only_what_is_searched_is_given_and_no_program(tmp_path):
    """A portal takes no program from another site, whatever language that is made for: so none is given either."""
    names = ["index/pagefind.js", "index/wasm.unknown.pagefind", "index/a.pf_meta", "index/fragment/b.pf_fragment"]
    for name in (*names, "woorden.txt", "paginas.json"):
        path = tmp_path / "zoeken" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    found = sorted(search_files(tmp_path))
    assert found == [f"zoeken/{name}" for name in (*names[2:], "paginas.json", "woorden.txt")]
    for name in found:
        check_search_file(name)
