"""What a reader calls an item, whatever its kind calls it."""

from __future__ import annotations

from polderkoers.policy.model.having import told_name_of
from support.gemeente import policy


def test_an_item_that_has_a_name_is_called_so_when_its_id_is_that_name_too():
    """A term whose id is its name to the letter is called by it: only what has no name is told by its text or its kind."""
    entries = [entry for entry in policy().entries.values() if entry.item.own_name]
    alike = [entry for entry in entries if entry.item.own_name == entry.item.id]
    assert alike
    assert [entry.ref for entry in entries if told_name_of(entry.item, entry.file) != entry.item.own_name] == []


def test_an_item_without_a_name_is_never_called_by_its_id():
    """What has no name is called by the beginning of its text, or by its kind and file."""
    entries = [entry for entry in policy().entries.values() if not entry.item.own_name]
    assert entries
    assert [entry.ref for entry in entries if told_name_of(entry.item, entry.file) == entry.item.id] == []
