"""Several states of sites in one process, of which pages are made in any order."""

from __future__ import annotations

import re

import pytest

from polderkoers.website.build import Kept
from polderkoers.website.preview.stage import NoStage, Stage
from support import gemeente

PAGE = "kernopgaven/fijn-wonen/"
FILE = f"data/{PAGE.removesuffix('/')}.yaml"


def _laid(folder, title):
    root = gemeente.laid(folder)
    text = (root / FILE).read_text(encoding="utf-8")
    (root / FILE).write_text(text.replace("titel: Fijn wonen", f"titel: {title}", 1), encoding="utf-8")
    return root


def _text(root):
    return (root / "mkdocs.yml").read_text(encoding="utf-8")


def test_two_stages_each_make_their_own_pages(tmp_path):
    """A page of a stage is as if there were no other: its text, its links, its address at a werkbank and its menu."""
    one, other = _laid(tmp_path / "een", "Goed wonen"), _laid(tmp_path / "ander", "Mooi wonen")
    werkbank = "https://werkbank.polderdam.example"
    named = re.sub("  werkbank: .*", f"  werkbank: {werkbank}", _text(other))
    (other / "mkdocs.yml").write_text(named, encoding="utf-8")
    alone = Stage(one, Kept(one)).page(PAGE)
    first, second = Stage(one, Kept(one)), Stage(other, Kept(other))
    assert "Mooi wonen" in second.page("")[0]
    assert first.page(PAGE) == alone
    assert werkbank in second.page(PAGE)[0]
    assert [stage.plugin.renderer.site.pages[PAGE].entry.item.titel for stage in (first, second)] == [
        "Goed wonen",
        "Mooi wonen",
    ]


def test_a_stage_that_cannot_be_made_leaves_the_one_before_whole(tmp_path):
    """Whoever looks at a page keeps it, and can open all others, while a written page has a fault."""
    root = _laid(tmp_path / "site", "Goed wonen")
    stage = Stage(root, Kept(root))
    (root / "docs" / "index.md").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(NoStage):
        Stage(root, Kept(root))
    assert "Goed wonen" in stage.page(PAGE)[0]
