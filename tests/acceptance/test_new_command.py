"""Making a new file: explained, with every choice left open, and never over another."""

from __future__ import annotations

import re

import pytest

from polderkoers.cli import main
from polderkoers.policy.canonical import format_files
from polderkoers.policy.load import load
from polderkoers.policy.model.kinds import POLICY_KINDS
from polderkoers.policy.model.vertaling import TRANSLATION
from polderkoers.policy.new_file import NEW_KINDS, file_of
from polderkoers.policy.schema import Schemas
from support.made_up import root_with

OF_POLICY = sorted(POLICY_KINDS)
ONLY = sorted(kind for kind, folder in NEW_KINDS.items() if not folder)


@pytest.mark.parametrize("kind", OF_POLICY)
def test_a_new_file_explains_every_field_and_asks_for_each_choice(tmp_path, capsys, kind):
    """A starting file of every kind explains its fields in Dutch, and the check asks for as many places as the command says."""
    root = root_with(tmp_path)
    assert main(["new", kind, "iets-nieuws", "--root", str(root)]) == 0
    file = f"data/{NEW_KINDS[kind]}/iets-nieuws.yaml"
    said = capsys.readouterr().out
    text = (root / file).read_text(encoding="utf-8")
    assert "# De titel, precies zoals in de bron.\ntitel: Vul dit in.\n" in text
    assert "# Tegenstrijdigheden, leemten en twijfels in de bron.\n# let_op:" in text
    assert "#   - id: verander-dit-id-" in text
    assert "visie-2020" not in text
    problems = load(root).problems
    assert {(problem.rule, problem.file, problem.level) for problem in problems} == {("nog-invullen", file, "fout")}
    assert f"Gemaakt: {file}. De controle vraagt je nog {len(problems)} plekken in te vullen" in said
    assert file not in format_files(root, write=False).differing


def test_a_new_translation_asks_to_be_filled_in(tmp_path):
    """A language is begun as a file of its own, named after its code, in which the check asks for names and texts."""
    root = root_with(tmp_path)
    assert main(["new", TRANSLATION, "fy", "--root", str(root)]) == 0
    file = "data/vertalingen/fy.yaml"
    text = (root / file).read_text(encoding="utf-8")
    assert "# Hoe de taal zichzelf noemt: Polski.\neigen_naam: Vul dit in.\n" in text
    assert {(problem.rule, problem.file) for problem in load(root).problems} == {("nog-invullen", file)}


@pytest.mark.parametrize("kind", ONLY)
def test_the_only_file_of_a_kind_needs_no_id(tmp_path, capsys, kind):
    """A list, or who publishes, is begun under its own name, and asks only to be filled in."""
    root = root_with(tmp_path)
    file = file_of(kind, "")
    (root / file).unlink(missing_ok=True)
    assert main(["new", kind, "--root", str(root)]) == 0
    assert f"Gemaakt: {file}." in capsys.readouterr().out
    problems = [problem for problem in load(root).problems if problem.file == file]
    assert {problem.rule for problem in problems} <= {"nog-invullen"}
    assert main(["new", kind, "iets-anders", "--root", str(root)]) == 2
    assert f"polderkoers new {kind}" in capsys.readouterr().err


def test_who_publishes_is_begun_with_the_schema_of_today(tmp_path):
    """The number of the schema is not asked of anyone."""
    root = root_with(tmp_path)
    (root / "data/instelling.yaml").unlink()
    assert main(["new", "instelling", "--root", str(root)]) == 0
    assert f"\nschema: {Schemas(root).number}\n" in (root / "data/instelling.yaml").read_text(encoding="utf-8")


def test_a_new_report_shows_every_part_of_what_it_can_say(tmp_path):
    """Each part of a report is written out where it first stands, and none is said to be written as another."""
    root = root_with(tmp_path)
    assert main(["new", "verslag", "iets-nieuws", "--root", str(root)]) == 0
    text = (root / "data/verslagen/iets-nieuws.yaml").read_text(encoding="utf-8")
    assert all(f"#   {field}: " in text for field in ("bedrag", "waarom", "bestand"))
    assert "bij 'meldingen'" not in text
    assert {problem.rule for problem in load(root).problems} == {"nog-invullen"}


@pytest.mark.parametrize("kind", OF_POLICY)
def test_a_block_that_is_uncommented_asks_only_to_be_filled_in(tmp_path, kind):
    """Every optional block of a starting file is right once its first # is gone, but for what is to be filled in."""
    root = root_with(tmp_path)
    assert main(["new", kind, "iets-nieuws", "--root", str(root)]) == 0
    path = root / f"data/{NEW_KINDS[kind]}/iets-nieuws.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    held = {line.partition(":")[0] for line in lines if line and line[0].isalpha()}
    inside, out = False, []
    for line in lines:
        begins = re.match(r"# ([a-z_]+):$", line)
        inside = begins[1] not in held if begins else inside and line.startswith("#   ")
        out.append(line[2:] if inside and _has_more(line, lines) else line)
    path.write_text("\n".join(out) + "\n", encoding="utf-8")
    problems = load(root).problems
    assert {problem.rule for problem in problems} == {"nog-invullen"}
    assert any(problem.path.startswith("/let_op/0") for problem in problems)


def _has_more(line: str, lines: list[str]) -> bool:
    """Return whether a line begins or is part of a block that has lines of its own; a lone field has no value to check."""
    following = lines[lines.index(line) + 1] if line.endswith(":") and line != lines[-1] else "#   "
    return following.startswith("#   ")


def test_an_existing_file_is_never_overwritten(tmp_path, capsys):
    """An id that is taken, by a file of any kind, gives exit code 2 and changes nothing."""
    root = root_with(tmp_path)
    before = (root / "data/kernopgaven/fijn-wonen.yaml").read_bytes()
    assert main(["new", "kernopgave", "fijn-wonen", "--root", str(root)]) == 2
    assert main(["new", "plan", "fijn-wonen", "--root", str(root)]) == 2
    assert "Het bestand data/kernopgaven/fijn-wonen.yaml bestaat al." in capsys.readouterr().err
    assert (root / "data/kernopgaven/fijn-wonen.yaml").read_bytes() == before
    assert not (root / "data/plannen").exists()


@pytest.mark.parametrize("id_", ["Fijn Wonen", "../buiten", "a/b", "", "-x", "x" * 81])
def test_a_wrong_id_is_explained(tmp_path, capsys, id_):
    """An id with other signs, or a path, gives exit code 2 and no file."""
    root = root_with(tmp_path)
    assert main(["new", "--root", str(root), "--", "kernopgave", id_]) == 2
    assert "kan geen id zijn" in capsys.readouterr().err
    assert [path.name for path in (root / "data/kernopgaven").iterdir()] == ["fijn-wonen.yaml"]


def test_an_unknown_kind_names_the_known_ones(capsys):
    """A kind that does not exist gives the kinds that do."""
    assert main(["new", "kernopgaaf", "x"]) == 2
    assert (
        "Kies uit: besluiten, kernopgave, plan, programmalijn, verslag, vertaling, wegwijzer,"
        in capsys.readouterr().err
    )


def test_a_version_is_adopted_and_not_filled_in(tmp_path, capsys):
    """Asking for a version names the command that makes one, with the id that was typed."""
    root = root_with(tmp_path)
    assert main(["new", "versie", "2031", "--root", str(root)]) == 2
    assert "polderkoers vaststellen 2031 --datum" in capsys.readouterr().err
    assert not (root / "data" / "versies.yaml").exists()


def test_a_list_that_is_there_is_to_be_added_to(tmp_path, capsys):
    """The only file of its kind is never made twice, and no other id would help."""
    root = root_with(tmp_path)
    assert main(["new", "themas", "--root", str(root)]) == 2
    assert "vul dat bestand aan" in capsys.readouterr().err


def test_a_kind_that_the_organisation_does_not_use_is_not_begun(tmp_path, capsys):
    """With the kinds in data/instelling.yaml only those can be begun, and the message names them."""
    root = root_with(tmp_path)
    with (root / "data/instelling.yaml").open("a", encoding="utf-8") as file:
        file.write("soorten: [kernopgave, plan]\n")
    assert main(["new", "wegwijzer", "iets-nieuws", "--root", str(root)]) == 2
    assert "kies uit: kernopgave, plan." in capsys.readouterr().err
    assert main(["new", "plan", "iets-nieuws", "--root", str(root)]) == 0


def test_a_file_is_begun_by_the_word_of_the_organisation(tmp_path, capsys):
    """Who calls a kernopgave an ambition may type that; the list of parties may be named after its file, and nonsense is refused."""
    root = root_with(tmp_path)
    with (root / "data/instelling.yaml").open("a", encoding="utf-8") as file:
        file.write("woorden:\n  kernopgave: {enkelvoud: ambitie, meervoud: ambities, lidwoord: de}\n")
    assert main(["new", "ambitie", "schoon-water", "--root", str(root)]) == 0
    assert (root / "data/kernopgaven/schoon-water.yaml").is_file()
    assert main(["new", "roles", "--root", str(root)]) == 2
    assert "data/roles.yaml bestaat al" in capsys.readouterr().err
    assert main(["new", "ambitei", "x", "--root", str(root)]) == 2
    assert "Kies uit: besluiten, kernopgave, plan," in capsys.readouterr().err
