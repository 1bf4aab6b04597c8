"""The moment of a build: as the environment says, or that of the last commit, whatever the settings of Git."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date

import pytest

from polderkoers.errors import MomentWrong
from polderkoers.website.dates import is_moment, reference_date, source_date_epoch
from support.git import git
from support.made_up import ROOT

WRONG = ["", "abc", "-1", "1.5", " 5", "1e9", "²", "0x10", "9" * 12, "9" * 40, "NaN"]


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository whose last commit is of 1 December, half past midnight in the Netherlands."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2025-12-01T00:30:00+01:00")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message=begin")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_date_is_that_of_the_netherlands(repository, monkeypatch):
    """Half past midnight on the first is the first, also when it is still the day before in Greenwich; in summer too."""
    assert source_date_epoch(repository) == "1764545400"
    assert reference_date() == date(2025, 12, 1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1751320800")
    assert reference_date() == date(2025, 7, 1)


@pytest.mark.parametrize(
    "settings",
    [
        {"log.showSignature": "true"},
        {"color.ui": "always"},
        {"log.date": "iso", "log.decorate": "full", "format.pretty": "fuller"},
        {"core.pager": "false", "pager.rev-list": "true", "i18n.logOutputEncoding": "UTF-16"},
        {"diff.external": "false", "log.follow": "true", "log.mailmap": "true"},
    ],
)
def test_settings_of_git_do_not_change_it(repository, settings):
    """What someone likes Git to print for people does not get into the date."""
    for name, value in settings.items():
        git(repository, "config", name, value)
    assert source_date_epoch(repository) == "1764545400"


@pytest.mark.parametrize("given", WRONG)
def test_a_moment_that_is_none_is_refused(monkeypatch, given):
    """Words, fractions, negative and endless numbers, and nothing at all, are refused with what to do."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(MomentWrong, match="SOURCE_DATE_EPOCH is geen aantal seconden"):
        reference_date()


@pytest.mark.parametrize("given", ["0", "1700000000", "253402128000"])
def test_a_moment_may_be_any_day_of_the_calendar(monkeypatch, given):
    """From the first second on, up to the year 9999."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert is_moment(given)
    assert 1970 <= reference_date().year <= 9999


@pytest.mark.parametrize(
    "command",
    [
        ["-m", "mkdocs", "build", "-q"],
        ["-m", "properdocs", "build", "-q", "-f", "mkdocs.yml"],
        ["scripts/build_site.py"],
    ],
    ids=["mkdocs", "properdocs", "make site"],
)
def test_every_way_to_build_says_it_in_dutch(command, tmp_path):
    """No generator ends in a traceback: one line in Dutch, and exit code 2."""
    target = [] if "scripts" in command[0] else ["-d", str(tmp_path)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "morgen", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, *command, *target], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    said = done.stdout + done.stderr
    assert done.returncode == 2, said
    assert "Traceback" not in said
    assert "daar staat nu 'morgen'" in said


def test_windows_is_told_what_does_work(tmp_path):
    """Where the system has no such locks, the script says how to build instead."""
    (tmp_path / "fcntl.py").write_text("raise ImportError\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "-c", f"import runpy; runpy.run_path({str(ROOT / 'scripts' / 'build_site.py')!r})"]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert ".venv\\Scripts\\mkdocs build --strict" in done.stderr
    assert "Traceback" not in done.stderr
