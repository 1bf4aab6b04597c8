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


def test_a_folder_called_site_is_only_passed_over_beside_the_settings(tmp_path):
    """What a build writes is not looked at; a folder of that name in docs/ is as any other."""
    for folder in (tmp_path, tmp_path / "docs"):
        (folder / "site").mkdir(parents=True)
        (folder / "site" / "x.md").write_text("")
    (tmp_path / "mkdocs.yml").write_text("")
    assert str(tmp_path / "site" / "x.md") not in state_of([tmp_path])
    assert str(tmp_path / "docs" / "site" / "x.md") in state_of([tmp_path])


def test_a_link_to_a_folder_is_followed_but_not_round_and_round(tmp_path):
    """What stands behind a link is seen as MkDocs sees it, and a link to a folder around it has an end."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "x.md").write_text("")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "link").symlink_to(tmp_path / "other")
    (docs / "round").symlink_to(docs)
    assert list(state_of([docs])) == [str(docs / "link" / "x.md")]


def test_a_folder_called_as_a_file_and_another_right_to_read_are_seen(tmp_path):
    """A folder x.yaml is a fault and is seen to come; so is a file that may not be read any more."""
    file = tmp_path / "a.yaml"
    file.write_text("a: 1\n")
    before = state_of([tmp_path])
    (tmp_path / "x.yaml").mkdir()
    file.chmod(0o600 if file.stat().st_mode & 0o044 else 0o644)
    assert changed(before, state_of([tmp_path])) == {file, tmp_path / "x.yaml"}
