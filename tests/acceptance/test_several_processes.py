"""Several processes make the very site that one makes, and say the same in the same order when something is wrong."""

from __future__ import annotations

import hashlib
import logging
import multiprocessing
import re
from pathlib import Path

import pytest
from mkdocs.commands import build as mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from polderkoers.website.building.crew import PROCESSES
from polderkoers.website.building.generate import OWN_WAY
from polderkoers.website.building.store import WITHOUT
from polderkoers.website.plugin import PolderkoersPlugin
from polderkoers.website.render import Renderer
from support.gemeente import FORGE, PUBLISHED, laid

# The ways of a build: that of MkDocs itself, and ours with one process and with two.
WAYS = (("0", "1"), ("1", "1"), ("1", "2"))


@pytest.fixture
def build(monkeypatch):
    """Return a function that builds a root in one of the ways, without index and with words for pictures, and returns a digest of each file."""
    monkeypatch.setattr("polderkoers.website.search.collect.write_index", lambda *_: None)
    # What a picture says, in the place of the picture.
    monkeypatch.setattr("polderkoers.website.social.painter.Painter.png", lambda _, words: repr(words).encode())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    monkeypatch.setenv(WITHOUT, "1")

    def built(root: Path, target: Path, way: tuple[str, str]) -> dict[str, str]:
        monkeypatch.setenv(OWN_WAY, way[0])
        monkeypatch.setenv(PROCESSES, way[1])
        monkeypatch.chdir(root)
        config = load_config(
            str(root / "mkdocs.yml"), site_dir=str(target), strict=True, site_url=PUBLISHED, edit_uri=FORGE
        )
        # MkDocs has one plugin for all builds of a process, also after a live preview.
        config.plugins["polderkoers"].keep(None)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs.build(config)
        finally:
            config.plugins.on_shutdown()
        files = (path for path in target.rglob("*") if path.is_file() and path.suffix != ".gz")
        return {str(path.relative_to(target)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    return built


def said(build, root: Path, target: Path, caplog) -> list[list[str]]:
    """Return what each way of building says of what is wrong."""
    found = []
    for way in WAYS:
        caplog.clear()
        with pytest.raises((Abort, ValueError)) as ended:
            build(root, target, way)
        lines = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
        found.append([*lines, str(ended.value)])
        assert multiprocessing.active_children() == []
    return found


def test_each_way_makes_the_same_site(build, tmp_path):
    """MkDocs by itself, one process of ours and two give the same bytes."""
    root = laid(tmp_path / "gemeente")
    alone, one, two = (build(root, tmp_path / "site", way) for way in WAYS)
    assert len(alone) > 100
    assert alone == one == two


def test_wrong_macros_are_told_all_at_once_and_in_order(build, tmp_path, monkeypatch, caplog):
    """What is wrong on pages that different processes make is one message, in the order of the pages, however many there are."""
    root = laid(tmp_path / "gemeente")
    (root / "docs" / "een.md").write_text("# Een\n\n{{ kaart('weg') }}\n", encoding="utf-8")
    (root / "docs" / "twee.md").write_text("# Twee\n\n{{ karat('weg') }}\n", encoding="utf-8")
    render = Renderer._render  # noqa: SLF001 - a fault of the engine itself

    def broken(self, template, here, *more, **values):
        if here == "kernopgaven/fijn-wonen/":
            raise ValueError("stuk")
        return render(self, template, here, *more, **values)

    monkeypatch.setattr(Renderer, "_render", broken)
    alone, one, two = said(build, root, tmp_path / "site", caplog)
    assert "docs/een.md:3: " in alone[0]
    assert re.search(r"een\.md.*twee\.md.*fijn-wonen.*dit ging mis: stuk", alone[0], re.DOTALL)
    assert alone == one == two


@pytest.mark.whole
def test_what_a_process_raises_is_raised_where_mkdocs_waits(build, tmp_path, monkeypatch, caplog):
    """A page that cannot be put in its frame ends the build with the words of the error, and the pages behind it are not told of."""
    root = laid(tmp_path / "gemeente")
    context = PolderkoersPlugin.on_page_context

    def broken(self, shown, page, config, nav):
        if page.url == "kernopgaven/fijn-wonen/":
            raise ValueError("stuk")
        return context(self, shown, page, config, nav)

    monkeypatch.setattr(PolderkoersPlugin, "on_page_context", broken)
    alone, one, two = said(build, root, tmp_path / "site", caplog)
    assert alone == ["Error building page 'kernopgaven/fijn-wonen.md': stuk", "stuk"]
    assert alone == one == two
