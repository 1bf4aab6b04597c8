"""Two versions of the basis of comparisons, with edits between them."""

from __future__ import annotations

import pytest

from polderkoers.website.render import Renderer
from polderkoers.website.views.changes.compared import Compared
from support.change_pages import history_of
from support.changes import HERE, apply_edit
from support.made_up import root_with


@pytest.fixture
def renderer_of(tmp_path):
    """Make a renderer of a version without, and one with the given edits."""

    def run(*edits: dict[str, object], versions: int = 2) -> Renderer:
        roots = [root_with(tmp_path / str(place), HERE / "basis") for place in range(versions)]
        for edit in edits:
            apply_edit(roots[-1], edit)
        return Renderer(*history_of(*roots))

    return run


@pytest.fixture
def compared(renderer_of):
    """Compare a version without, and one with the given edits."""

    def run(*edits: dict[str, object]) -> Compared:
        made = renderer_of(*edits)
        old, new = made.history.versions
        return Compared(made.site, made.history, old, new)

    return run
