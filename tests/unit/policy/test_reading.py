"""What is remembered of files that were read: a content is read once, also of drafts that take turns."""

from __future__ import annotations

from polderkoers.policy.reading import Found, Memory
from polderkoers.policy.tree import DataFile


def source(key: str) -> DataFile:
    """Return a file that a tree knows by a key, and that nobody should open."""
    return DataFile("data/plannen/groen.yaml", lambda: b"x", key)


def test_drafts_that_take_turns_do_not_make_each_other_read_again():
    """Each content of one file is read once, however often they are asked for by turns."""
    memory, read = Memory(), []

    def reading(file: DataFile) -> Found:
        read.append(file.key)
        return Found(unread={file.key})

    for _ in range(3):
        for key in ("een", "twee", "drie"):
            assert memory.of_file(source(key), reading).unread == {key}
    assert read == ["een", "twee", "drie"]
    assert memory.knows(source("twee"))
    assert not memory.knows(source("vier"))


def test_what_was_asked_for_longest_ago_is_forgotten_first():
    """There is room for twice the files of a tree, and some."""
    memory = Memory()
    memory.expect(10)
    for number in range(121):
        memory.of_file(source(str(number)), lambda _: Found())
    assert not memory.knows(source("0"))
    assert memory.knows(source("1"))
    assert memory.knows(source("120"))
