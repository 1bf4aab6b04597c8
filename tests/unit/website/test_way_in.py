"""How the site says that commands are typed where it stands."""

from __future__ import annotations

from polderkoers.website.way_in import way_in


def test_a_folder_without_make_needs_none(tmp_path):
    """An instance has no Makefile, and its README explains how to begin."""
    (tmp_path / "README.md").write_text("Zo begin je.")
    assert way_in(tmp_path) == {"met_make": False, "uitleg_bestand": "README.md"}
    assert way_in(None) == {"met_make": False, "uitleg_bestand": "README.md"}


def test_a_folder_with_make_says_so(tmp_path):
    """Where make opens a window for commands, the page says that; a file for who helps goes before that for who looks."""
    for name, text in (("Makefile", "shell: ready\n"), ("README.md", ""), ("CONTRIBUTING.md", "")):
        (tmp_path / name).write_text(text)
    assert way_in(tmp_path) == {"met_make": True, "uitleg_bestand": "CONTRIBUTING.md"}
