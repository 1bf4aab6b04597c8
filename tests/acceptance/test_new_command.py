"""Making a new file: valid at once, explained, and never over another."""

from __future__ import annotations

import pytest

from polderkoers.cli import main
from polderkoers.policy.canonical import format_files
from polderkoers.policy.load import load
from polderkoers.policy.new_file import NEW_KINDS
from support.made_up import root_with


@pytest.mark.parametrize("kind", sorted(NEW_KINDS))
def test_a_new_file_is_valid_and_explains_every_field(tmp_path, capsys, kind):
    """A starting file of every kind gives no problem and carries the Dutch explanation of its fields."""
    root = root_with(tmp_path)
    assert main(["new", kind, "iets-nieuws", "--root", str(root)]) == 0
    file = f"data/{NEW_KINDS[kind]}/iets-nieuws.yaml"
    assert f"Gemaakt: {file}." in capsys.readouterr().out
    text = (root / file).read_text(encoding="utf-8")
    assert "# De titel, precies zoals in de bron.\ntitel: Vul dit in.\n" in text
    assert "# Tegenstrijdigheden, leemten en twijfels in de bron.\n# let_op:" in text
    loaded = load(root)
    assert loaded.problems == ()
    assert loaded.policy.get("iets-nieuws") is not None
    assert file not in format_files(root, write=False).differing


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
    assert "Kies uit: kernopgave, plan, programmalijn, wegwijzer." in capsys.readouterr().err
