"""The command that puts the data in its canonical form."""

from __future__ import annotations

import subprocess

import pytest

from polderkoers.cli import main
from support.git import git
from support.made_up import CASES, root_with

UNTIDY = """\
# Waarom dit er is.

id: themas
soort:   "themas"


themas:
    - naam: Wonen   # de naam
      id: wonen
      uitleg: 'Waar mensen wonen.'
"""


@pytest.fixture
def untidy(tmp_path):
    """Return a root with one file that is right, but not in the canonical form."""
    root = root_with(tmp_path)
    (root / "data" / "themas.yaml").write_text(UNTIDY, encoding="utf-8")
    main(["format", "--root", str(root)])
    (root / "data" / "themas.yaml").write_text(UNTIDY, encoding="utf-8")
    return root


def test_a_file_is_put_in_its_form_and_keeps_its_comments(untidy, capsys):
    """Formatting gives the order of the schema, one style, and every comment in its place; a second time does nothing."""
    capsys.readouterr()
    assert main(["format", "--root", str(untidy)]) == 0
    assert "data/themas.yaml staat nu in de vaste vorm." in capsys.readouterr().out
    text = (untidy / "data" / "themas.yaml").read_text(encoding="utf-8")
    assert "  - id: wonen\n    naam: Wonen  # de naam\n    uitleg: Waar mensen wonen.\n" in text
    assert text.index("soort: themas") < text.index("id: themas")
    assert "# Waarom dit er is.\n" in text
    assert "\n\n\n" not in text
    assert main(["format", "--root", str(untidy)]) == 0
    assert (untidy / "data" / "themas.yaml").read_text(encoding="utf-8") == text


def test_check_changes_nothing(untidy, capsys):
    """With --check nothing is written, the file is named, and the exit code is 1."""
    capsys.readouterr()
    assert main(["format", "--check", "--root", str(untidy)]) == 1
    printed = capsys.readouterr()
    assert printed.out == "data/themas.yaml heeft niet de vaste vorm.\n"
    assert printed.err == f"Hoe op te lossen: polderkoers format --root {untidy}\n"
    assert (untidy / "data" / "themas.yaml").read_text(encoding="utf-8") == UNTIDY


def test_a_file_with_a_fault_stays_as_it_is(tmp_path, capsys):
    """A file that cannot be read is left alone, the problem is shown, and the other files are formatted."""
    root = root_with(tmp_path, CASES / "haak-open")
    before = (root / "data/kernopgaven/fijn-wonen.yaml").read_bytes()
    (root / "data" / "themas.yaml").write_text(UNTIDY, encoding="utf-8")
    assert main(["format", "--root", str(root)]) == 1
    printed = capsys.readouterr()
    assert "data/kernopgaven/fijn-wonen.yaml:10:9: fout [yaml-syntaxis]" in printed.out
    assert "data/themas.yaml staat nu in de vaste vorm." in printed.out
    assert "1 bestand is niet veranderd, omdat er een fout in staat." in printed.err
    assert (root / "data/kernopgaven/fijn-wonen.yaml").read_bytes() == before


def test_a_change_of_one_word_is_a_change_of_one_line(untidy):
    """After formatting, a change in Git shows the change and nothing else."""
    main(["format", "--root", str(untidy)])
    git(untidy, "init", "--quiet")
    git(untidy, "add", ".")
    git(untidy, "commit", "--quiet", "--message", "Eerste")
    path = untidy / "data" / "themas.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Waar mensen wonen.", "Waar  iedereen woont."), encoding="utf-8"
    )
    path.write_text(
        path.read_text(encoding="utf-8").replace("Waar  ", "'Waar ").replace("woont.", "woont.'"), encoding="utf-8"
    )
    main(["format", "--root", str(untidy)])
    shown = subprocess.run(["git", "diff", "--numstat"], cwd=untidy, capture_output=True, text=True, check=True).stdout
    assert shown.split() == ["1", "1", "data/themas.yaml"]
