"""The hash of what a version holds is the one that Git gives the tree of data/."""

from __future__ import annotations

from polderkoers.changes.content import content_id
from polderkoers.changes.git import blob_id
from support.git import git

FILES = {"data/a.yaml": b"a\n", "data/a/b.yaml": b"b\n", "data/a-b.yaml": b"c\n", "data/z/y/x.yaml": b"d\n"}


def ids(files: dict[str, bytes]) -> dict[str, str]:
    """Return the ids of contents by their path."""
    return {path: blob_id(content) for path, content in files.items()}


def test_the_hash_is_the_one_git_gives(tmp_path):
    """Git names the same files, in folders that sort before and after their like, by the same hash."""
    git(tmp_path, "init", "--quiet")
    for path, content in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    git(tmp_path, "add", "data")
    git(tmp_path, "commit", "--quiet", "-m", "Een")
    assert content_id(ids(FILES)) == git(tmp_path, "rev-parse", "HEAD:data").strip()


def test_what_stands_beside_a_version_does_not_count():
    """An entry can name the content that it stands beside, and reading it changes nothing in it; what is outside data/ is no policy."""
    more = {
        "data/versies.yaml": b"x",
        "data/gelezen.yaml": b"y",
        "data/vertalingen/en.yaml": b"z",
        "schema/x.schema.json": b"{}",
    }
    assert content_id(ids(FILES | more)) == content_id(ids(FILES))


def test_any_other_content_has_another_hash():
    """A letter or a name that differs gives another hash."""
    assert content_id(ids(FILES | {"data/a.yaml": b"A\n"})) != content_id(ids(FILES))
    assert content_id(ids({"data/c.yaml": b"a\n"})) != content_id(ids({"data/a.yaml": b"a\n"}))
