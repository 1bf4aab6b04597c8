"""The canonical form is given, not demanded: right edits in any form are green, and the patch puts them in it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from polderkoers.cli import main
from support.git import git
from support.made_up import root_with

FILE = "data/kernopgaven/fijn-wonen.yaml"


def replaced(old: str, new: str):
    """Return an edit that replaces a text once."""

    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


EDITS = {
    "plain date": replaced("vastgesteld_op: null", "vastgesteld_op: 2012-06-28"),
    "quoted date": replaced("vastgesteld_op: null", 'vastgesteld_op: "2012-06-28"'),
    "year": replaced("vastgesteld_op: null", "vastgesteld_op: 2012"),
    "date in a step": lambda text: re.sub(r"van: 2021, tot: 2022", "van: 2021-03-01, tot: 2022-04-30", text),
    "order of fields": lambda text: re.sub(r"(soort: .*\n)(id: .*\n)", r"\2\1", text, count=1),
    "list with dashes": lambda text: re.sub(r"themas: \[(\w+)\]", r"themas:\n  - \1", text),
    "needless quotes": lambda text: re.sub(r"^titel: (.*)$", r'titel: "\1"', text, count=1, flags=re.MULTILINE),
    "single quotes": lambda text: re.sub(r"^titel: (.*)$", r"titel: '\1'", text, count=1, flags=re.MULTILINE),
    "trailing space": lambda text: re.sub(r"^(titel: .*)$", r"\1  ", text, count=1, flags=re.MULTILINE),
    "comment with one space": lambda text: re.sub(r"^(themas: .*)$", r"\1 # nog vragen", text, count=1, flags=re.MULTILINE),
    "four spaces": lambda text: re.sub(r"^(?=  )", "  ", text, flags=re.MULTILINE),
    "a group over lines": lambda text: re.sub(r"^bron: \{(.*?), (.*)\}$", r"bron:\n  \1\n  \2", text, count=1, flags=re.MULTILINE),
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": lambda text: f"\ufeff{text}",
    "no last line end": lambda text: text.removesuffix("\n"),
    "long line": replaced("samenvatting: ", "samenvatting: Dit is zo. Dat gaat goed. Er is nog meer te doen. Dat komt later. Zo blijft het. "),
    "blank lines": lambda text: text.replace("\n", "\n\n\n", 3),
}  # fmt: skip


@pytest.fixture
def root(tmp_path):
    """A small project, kept in Git."""
    root = root_with(tmp_path / "project")
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "config", "core.autocrlf", "false")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=begin")
    return root


@pytest.mark.parametrize("name", EDITS)
def test_a_right_edit_is_green_in_any_form(root, capsysbinary, name):
    """The check finds no fault, making the patch succeeds, and with the patch the file is what `format` makes of it."""
    path = root / FILE
    before = path.read_bytes()
    path.write_bytes(EDITS[name](before.decode("utf-8")).encode("utf-8"))
    assert path.read_bytes() != before or name == "date in a step"
    assert main(["check", "--root", str(root)]) == 0, capsysbinary.readouterr().out.decode()
    capsysbinary.readouterr()
    assert main(["format", "--patch", "--root", str(root)]) == 0
    patch = capsysbinary.readouterr().out
    apply = ["git", "apply", "--whitespace=nowarn", "--allow-empty", "-"]
    done = subprocess.run(apply, cwd=root, input=patch, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    applied = path.read_bytes()
    assert main(["format", "--root", str(root)]) == 0
    assert path.read_bytes() == applied
    capsysbinary.readouterr()
    assert main(["format", "--patch", "--root", str(root)]) == 0
    assert capsysbinary.readouterr().out == b""


@pytest.mark.parametrize("name", ["plain date", "year", "date in a step"])
def test_a_date_as_the_hint_writes_it_is_canonical(root, capsys, name):
    """What a person writes for a date needs no quotes to be in the form."""
    path = root / FILE
    path.write_text(EDITS[name](path.read_text(encoding="utf-8")), encoding="utf-8")
    assert main(["format", "--check", "--root", str(root)]) == 0, capsys.readouterr().out


def test_a_checkout_with_other_line_ends_is_unchanged(root, capsys):
    """With the line ends of Windows and the mark that some editors write first, no file is changed or in another form."""
    for path in (root / "data").rglob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["format", "--check", "--root", str(root)]) == 0
    text = (root / FILE).read_bytes()
    (root / FILE).write_bytes(text.replace(b"titel: ", b"titl: ", 1))
    (root / "data" / "themas.yaml").write_bytes((root / "data" / "themas.yaml").read_bytes() + b"onzin: 1\r\n")
    git(root, "add", "data/themas.yaml")
    git(root, "commit", "--quiet", "--message=elders")
    capsys.readouterr()
    assert main(["check", "--changed-from", "HEAD", "--root", str(root)]) == 1
    changed, _, unchanged = capsys.readouterr().out.partition("In bestanden die niet veranderd zijn")
    assert f"{FILE}:" in changed
    assert "data/themas.yaml:" in unchanged


def test_a_file_that_cannot_be_written_is_exit_code_2(root, capsys, monkeypatch):
    """What the computer refuses is no fault of the data: `format` and `new` say so, and leave nothing half-written."""
    from polderkoers.policy.canonical import files  # noqa: PLC0415 - to stand in its way

    (root / FILE).write_text((root / FILE).read_text(encoding="utf-8") + "\n\n", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "x")

    monkeypatch.setattr(files, "replace_content", refuse)
    assert main(["format", "--root", str(root)]) == 2
    assert "omdat het niet kan worden geschreven" in capsys.readouterr().err
    opened = Path.open
    monkeypatch.setattr(
        Path, "open", lambda path, mode="r", **more: (refuse if mode == "x" else opened)(path, mode, **more)
    )
    assert main(["new", "kernopgave", "iets-nieuws", "--root", str(root)]) == 2
    assert "data/kernopgaven/iets-nieuws.yaml kan niet worden geschreven" in capsys.readouterr().err
    monkeypatch.undo()
    assert not (root / "data" / "kernopgaven" / "iets-nieuws.yaml").exists()


def test_an_odd_name_and_an_odd_end_fit_in_a_patch(tmp_path):
    """A patch of a name with a space or an accent, of lines without an end, and of a new end, is taken by Git."""
    from polderkoers.policy.canonical.patch import patch  # noqa: PLC0415 - only here

    git(tmp_path, "init", "--quiet")
    for name, old, new in [
        ("met spatie.yaml", b"a: 1", b"a: 1\n"),
        ("één.yaml", b"a: 1\r\nb: 2", b"a: 1\nb: 2\n"),
        ('aan"haling.yaml', "\ufeffa: é\n".encode(), b"a: 1"),
    ]:
        (tmp_path / name).write_bytes(old)
        made = patch(name, old, new)
        done = subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=made, capture_output=True, check=False)
        assert done.returncode == 0, (made, done.stderr)
        assert (tmp_path / name).read_bytes() == new
