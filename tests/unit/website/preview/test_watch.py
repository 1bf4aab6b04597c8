"""Seeing what changes in the files of a site."""

from __future__ import annotations

import os

from polderkoers.website.preview.watch import changed, state_of


def test_a_file_that_is_new_gone_or_other_is_seen(tmp_path):
    """What is added, taken away or written again is named, at any depth; what stays is not."""
    for name in ("stays.yaml", "other.yaml", "gone.yaml"):
        (tmp_path / name).write_text("a: 1\n")
    before = state_of([tmp_path])
    (tmp_path / "other.yaml").write_text("a: 12\n")
    (tmp_path / "gone.yaml").unlink()
    (tmp_path / "deep" / "down").mkdir(parents=True)
    (tmp_path / "deep" / "down" / "new.yaml").write_text("")
    names = {path.name for path in changed(before, state_of([tmp_path]))}
    assert names == {"other.yaml", "gone.yaml", "new.yaml"}


def test_a_file_that_was_put_in_place_of_another_is_seen(tmp_path):
    """An editor that writes beside a file and renames is seen, also when length and time are the same."""
    file, other = tmp_path / "x.yaml", tmp_path / "y"
    file.write_text("a: 1\n")
    before = state_of([file])
    other.write_text("a: 2\n")
    os.utime(other, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))
    other.replace(file)
    assert changed(before, state_of([file])) == {file}


def test_what_editors_leave_while_saving_is_not_looked_at(tmp_path):
    """Copies of an editor and folders of programs do not make a site be read again, and what is not there is no fault."""
    before = state_of([tmp_path, tmp_path / "nowhere"])
    for name in ("x.yaml~", ".x.yaml.swp", "x.tmp"):
        (tmp_path / name).write_text("")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("")
    assert changed(before, state_of([tmp_path])) == frozenset()
