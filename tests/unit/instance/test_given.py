"""What an upgrade does to the files that `init` gave: what nobody changed becomes today's, and nothing else is touched."""

from __future__ import annotations

from datetime import date

import pytest

from polderkoers.instance import given
from polderkoers.instance.begin import begin
from polderkoers.instance.naming import Naming
from polderkoers.instance.upgrade import upgrade_instance
from polderkoers.report.upgraded import upgrade_as_text
from support.made_up import ROOT

TODAY = date(2031, 2, 3)
FLOW, REPORT, GITLAB = ".github/workflows/voorstel.yml", ".github/workflows/verslag.yml", ".gitlab-ci.yml"
OLD = b"# zo was het\n"


@pytest.fixture
def site(tmp_path, monkeypatch):
    """An instance of which an older engine gave two files otherwise, and one not at all."""
    root = tmp_path / "site"
    begin(root, Naming("Veldkamp", "gemeente"), TODAY)
    older = {**given.marks(), FLOW: given._mark(OLD), GITLAB: given._mark(OLD)}  # noqa: SLF001 - the mark of a text
    del older[REPORT]
    monkeypatch.setattr(given, "generations", lambda: (older, given.marks()))
    (root / REPORT).unlink()
    (root / FLOW).write_bytes(OLD)
    (root / GITLAB).write_bytes(OLD.replace(b"\n", b"\r\n"))
    return root


def test_what_an_older_engine_wrote_becomes_what_this_one_writes(site):
    """Files that nobody changed, line ends aside, get today's text, and the new file that goes with them comes; twice is once."""
    told = upgrade_as_text(upgrade_instance(site, TODAY, write=True), written=True)
    assert {name: (site / name).read_bytes() for name in given.todays()} == given.todays()
    assert told == (
        f"{REPORT}: nieuw, en hoort bij de bestanden ernaast.\n{FLOW}: is nu zoals deze Polderkoers het maakt.\n"
        f"{GITLAB}: is nu zoals deze Polderkoers het maakt.\nKlaar. Kijk het na met: polderkoers check"
    )
    assert upgrade_instance(site, TODAY, write=True).steps == ()


def test_looking_at_an_upgrade_changes_no_given_file(site):
    """With --dry-run everything stays as it was."""
    assert [step.file for step in upgrade_instance(site, TODAY, write=False).steps] == [REPORT, FLOW, GITLAB]
    assert (site / FLOW).read_bytes() == OLD


def test_what_an_editor_changed_stays_and_its_difference_is_shown(site):
    """A file with a line of one's own is left alone; the patch says what this engine would change in it."""
    own = (site / ".gitattributes").read_text(encoding="utf-8") + "*.pdf binary\n"
    (site / ".gitattributes").write_text(own, encoding="utf-8")
    found = upgrade_instance(site, TODAY, write=True)
    assert (site / ".gitattributes").read_text(encoding="utf-8") == own
    told = upgrade_as_text(found, written=True)
    assert ".gitattributes: door jullie zelf veranderd, en daarom niet aangeraakt." in told
    assert told.endswith("\n-*.pdf binary")


def test_what_was_taken_away_stays_away(site):
    """A forge that an instance does not use gets no files again, and neither does a workflow that was taken away by itself."""
    (site / GITLAB).unlink()
    (site / ".github" / "workflows" / "publiceren.yml").unlink()
    upgrade_instance(site, TODAY, write=True)
    assert not (site / GITLAB).exists()
    assert not (site / ".github" / "workflows" / "publiceren.yml").exists()
    assert (site / REPORT).exists()


def test_a_site_that_init_did_not_make_keeps_its_files(site):
    """Without a requirements.txt that names the engine, the files of a forge are somebody's own."""
    (site / "requirements.txt").unlink()
    assert given.given_to(site) == given.Given({}, frozenset(), {})


def test_this_repository_keeps_its_own_files():
    """The files of the repository of the engine are no work of `init`."""
    assert given.given_to(ROOT).fresh == {}


def test_what_this_engine_gives_is_written_down():
    """A changed template must be known to later engines: `make schema` writes its mark."""
    assert given.generations()[-1] == given.marks()
