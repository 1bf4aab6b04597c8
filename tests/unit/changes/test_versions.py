"""The versions of a policy: any of them as it was, brought to the model of today."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from polderkoers.changes.compare import compare
from polderkoers.changes.upgrade import STEPS, number_of, upgrade
from polderkoers.changes.versions import available, listed_versions, load_version, open_version
from polderkoers.errors import CloneShallow, DataNewer, NoRepository, VersionUnknown
from polderkoers.policy.load import load
from polderkoers.policy.model.versies import NOW, Versie
from polderkoers.policy.schema import Schemas
from polderkoers.policy.tree import Folder
from support.gemeente import with_history
from support.git import git
from support.made_up import root_with

PLAN = "data/kernopgaven/fijn-wonen.yaml"


def versie(id_: str, commit: str) -> Versie:
    """Return a listed version."""
    return Versie(
        id=id_, naam=f"Versie {id_}", uitleg="x", datum="2020", vastgesteld_door=None, besluit=None, commit=commit
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with two tagged versions and a change since."""
    root = root_with(tmp_path / "root")
    git(root, "init", "--quiet", "--initial-branch", "main")
    for tag, old, new in (("v1", "", ""), ("v2", "Bouwen", "Sneller bouwen"), ("", "Sneller", "Nog sneller")):
        path = root / PLAN
        path.write_text(
            path.read_text(encoding="utf-8").replace(old, new) if old else path.read_text(encoding="utf-8"),
            encoding="utf-8",
        )
        git(root, "add", ".")
        git(root, "commit", "--quiet", "--allow-empty", "--message", tag or "nu")
        if tag:
            git(root, "tag", tag)
    return root


def step(root: Path, name: str, listed: tuple[Versie, ...] = ()) -> str:
    """Return the name of the step in a version."""
    return load_version(open_version(root, name, listed).tree, root).policy.get("fijn-wonen/stap-bouwen").item.naam


def test_a_version_is_read_by_its_id_a_tag_a_folder_or_as_now(repository, tmp_path):
    """Every way to name a version gives the policy of that version."""
    listed = (versie("2020", "v1"),)
    other = root_with(tmp_path / "other")
    assert step(repository, "2020", listed) == "Bouwen"
    assert step(repository, "v2", listed) == "Sneller bouwen"
    assert step(repository, NOW, listed) == "Nog sneller bouwen"
    assert step(repository, str(other), listed) == "Bouwen"
    assert open_version(repository, "2020", listed).listed == listed[0]


def test_an_unknown_version_names_those_that_there_are(repository):
    """The message lists the known versions."""
    with pytest.raises(VersionUnknown, match="Deze versies zijn er: 2020, nu"):
        open_version(repository, "2021", (versie("2020", "v1"),))


@pytest.mark.parametrize("name", ["--upload-pack=x", "../../etc", "v1:data/x", "", "a\0b"])
def test_a_name_that_is_an_option_or_a_path_is_no_version(repository, name):
    """Nothing but a safe name reaches Git."""
    with pytest.raises(VersionUnknown):
        open_version(repository, name, ())


def test_what_cannot_be_had_is_named_and_the_rest_is_there(repository):
    """A listed version whose commit is gone does not take the others with it."""
    found, missing = available(repository, (versie("2020", "v1"), versie("2021", "weg")))
    assert [version.id for version in found] == ["2020"]
    assert [(each.version.id, "weg is er niet in de geschiedenis van Git" in each.reason) for each in missing] == [
        ("2021", True)
    ]


@pytest.mark.parametrize(("what", "word"), [("HEAD^{tree}", "map"), ("HEAD:data/themas.yaml", "bestand")])
def test_a_number_of_something_else_is_called_what_it_is(repository, what, word):
    """A version that names the number of a folder or a file is not said to be gone from the history."""
    number = git(repository, "rev-parse", what)
    (missing,) = available(repository, (versie("2021", number),))[1]
    assert f": {number} is in Git het nummer van een {word}, niet van een commit." in missing.reason


def test_without_git_every_version_is_missing_with_a_reason(tmp_path):
    """A folder that is no repository has no earlier versions, and says what to do."""
    root = root_with(tmp_path)
    found, missing = available(root, (versie("2020", "v1"),))
    assert found == ()
    assert "git clone" in missing[0].reason
    with pytest.raises(NoRepository):
        open_version(root, "v1", ())


def test_a_shallow_clone_names_the_version_by_its_id(repository, tmp_path):
    """In a shallow clone the message names the version that was asked for."""
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--no-tags", repository.as_uri(), "shallow")
    with pytest.raises(CloneShallow, match="De versie '2020' zit niet in deze kopie"):
        open_version(tmp_path / "shallow", "2020", (versie("2020", "v1"),))


def make_two(root: Path) -> None:
    """Bring a root back to schema 2, in which the list of places said what the policy is about."""
    for path in (root / "schema").glob("*.json"):
        schema = json.loads(path.read_text(encoding="utf-8").replace("/schema/3/", "/schema/2/"))
        if path.name == "plaatsen.schema.json":
            schema["properties"]["gemeente"] = {"type": "string"}
            schema["required"].append("gemeente")
        path.write_text(json.dumps(schema), encoding="utf-8")
    (root / "schema" / "instelling.schema.json").unlink()
    (root / "data" / "instelling.yaml").unlink()
    with (root / "data" / "plaatsen.yaml").open("a", encoding="utf-8") as places:
        places.write("gemeente: polderdam\n")


def make_old(root: Path) -> None:
    """Bring a root back to schema 1, in which a catalogue had no version."""
    make_two(root)
    for path in (root / "schema").glob("*.json"):
        schema = json.loads(path.read_text(encoding="utf-8").replace("/schema/2/", "/schema/1/"))
        if "versie" in schema.get("properties", {}) and "titel" not in schema["properties"]:
            del schema["properties"]["versie"], schema["properties"]["status"]
            schema["required"] = [name for name in schema["required"] if name not in ("versie", "status")]
        path.write_text(json.dumps(schema), encoding="utf-8")
    for path in (root / "data").glob("*.yaml"):
        kept = [
            row for row in path.read_text(encoding="utf-8").splitlines() if not row.startswith(("versie:", "status:"))
        ]
        path.write_text("\n".join(kept) + "\n", encoding="utf-8")


@pytest.mark.parametrize("make", [make_old, make_two])
def test_data_of_an_older_schema_is_brought_to_today(tmp_path, make):
    """A version of an older schema loads by its own schema, and is then equal to the same policy of today."""
    today, old = root_with(tmp_path / "today"), root_with(tmp_path / "old")
    make(old)
    assert load(old).problems == ()
    loaded = load_version(Folder(old), today)
    assert loaded.problems == ()
    assert compare(loaded, load(today)).changes == ()


def test_what_cannot_be_brought_over_is_named(tmp_path):
    """A file that today's schema refuses is left out with the problem that says why."""
    today, old = root_with(tmp_path / "today"), root_with(tmp_path / "old")
    path = today / "schema" / "kernopgave.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    schema["required"].append("urgentie")
    path.write_text(json.dumps(schema), encoding="utf-8")
    loaded = load_version(Folder(old), today)
    assert [(problem.file, problem.rule) for problem in loaded.problems] == [(PLAN, "veld-ontbreekt")]
    assert loaded.policy.get("fijn-wonen") is None
    assert [problem.file for problem in compare(loaded, load(old)).skipped] == [PLAN]


def test_data_that_say_which_schema_they_follow_need_none_beside_them(tmp_path):
    """A version without a folder of schemas is read by the number in its data, and by the second where it says none."""
    today, old = root_with(tmp_path / "today"), root_with(tmp_path / "old")
    shutil.rmtree(old / "schema")
    assert number_of(Folder(old)) == 3
    loaded = load_version(Folder(old), today)
    assert (loaded.problems, len(loaded.documents)) == ((), len(load(today).documents))
    (old / "data" / "instelling.yaml").unlink()
    assert number_of(Folder(old)) == 2
    assert load_version(Folder(old), today).problems == ()


def test_what_no_schema_accepts_is_left_out_of_a_version_without_schemas(tmp_path):
    """The schemas of today refuse what is wrong in data that have none beside them."""
    today, old = root_with(tmp_path / "today"), root_with(tmp_path / "old")
    shutil.rmtree(old / "schema")
    path = old / PLAN
    path.write_text(path.read_text(encoding="utf-8") + "kleur: blauw\n", encoding="utf-8")
    loaded = load_version(Folder(old), today)
    assert [(problem.file, problem.rule) for problem in loaded.problems] == [(PLAN, "onbekend-veld")]


def test_data_of_a_newer_schema_are_not_read(tmp_path):
    """A version that follows schemas which are not made yet asks for a newer program."""
    today, newer = root_with(tmp_path / "today"), root_with(tmp_path / "newer")
    path = newer / "data" / "instelling.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("schema: 3", "schema: 9"), encoding="utf-8")
    with pytest.raises(DataNewer, match="volgen schema 9"):
        load_version(Folder(newer), today)


def test_the_number_of_a_schema_is_read_from_its_name(tmp_path):
    """Where the data say nothing, the schemas beside them say which version they are; those that say nothing are the first."""
    root = root_with(tmp_path)
    (root / "data" / "instelling.yaml").unlink()
    assert number_of(Folder(root)) == len(STEPS) + 1
    make_number(root, "/schema/12/")
    assert number_of(Folder(root)) == 12
    make_number(root, "/")
    assert number_of(Folder(root)) == 1


def make_number(root: Path, number: str) -> None:
    """Give the schemas of a root another number in their names."""
    for path in (root / "schema").glob("*.json"):
        text = re.sub(r"(example)/(schema/\d+/)?", rf"\1{number}", path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")


def test_the_schemas_of_today_are_as_new_as_the_steps_lead():
    """Whoever raises the number of the schemas writes the step that leads there."""
    from support.made_up import ROOT  # noqa: PLC0415 - only here

    assert Schemas(ROOT).number == len(STEPS) + 1


def test_the_step_to_schema_2_gives_a_catalogue_its_version():
    """A catalogue gets a version behind its id, a file of policy stays as it is."""
    assert list(upgrade({"soort": "themas", "id": "themas", "themas": []}, 1)) == [
        "soort",
        "id",
        "versie",
        "status",
        "themas",
    ]
    plan = {"soort": "plan", "id": "x"}
    assert upgrade(plan, 1) == plan
    assert upgrade({"soort": "themas", "id": "themas", "themas": []}, 2) == {
        "soort": "themas",
        "id": "themas",
        "themas": [],
    }


def test_the_versions_of_a_municipality_are_there_and_can_be_read(tmp_path):
    """The versions that are listed can be read, and the policy grew from one to the other."""
    root = with_history(tmp_path / "polderdam")
    found, missing = available(root, listed_versions(load(root).policy))
    assert (missing, [version.id for version in found]) == ((), ["2014", "2023"])
    old, new = (load_version(version.tree, root) for version in found)
    assert [problem for each in (old, new) for problem in each.problems if problem.level == "fout"] == []
    assert len(old.policy.of_kind("kernopgave")) == len(new.policy.of_kind("kernopgave")) == 3
    assert (len(old.policy.of_kind("programmalijn")), len(new.policy.of_kind("programmalijn"))) == (0, 2)
