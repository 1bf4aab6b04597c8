"""Which engine an instance was made with, and what is said when it is another than the one that runs."""

from __future__ import annotations

import json
from importlib.metadata import distribution

import pytest

from polderkoers.instance import engine


@pytest.mark.parametrize(
    ("line", "version"),
    [
        ("polderkoers==1.2.3", "1.2.3"),
        ("# uitleg\nmkdocs>=1.6\npolderkoers == 1.2\n", "1.2"),
        ("polderkoers @ https://voorbeeld.example/polderkoers-0.4.0-py3-none-any.whl", "0.4.0"),
        ("polderkoers @ git+https://voorbeeld.example/p.git@0123  # versie 0.5.1", "0.5.1"),
        ("polderkoers", ""),
        ("polderkoers-extra==9", ""),
    ],
)
def test_an_instance_says_which_engine_it_was_made_with(tmp_path, line, version):
    """The version stands in requirements.txt, by number or in the name of the file that is installed."""
    (tmp_path / "requirements.txt").write_text(line, encoding="utf-8")
    assert engine.pinned(tmp_path) == version


@pytest.mark.parametrize(
    ("made", "here", "told"),
    [
        ("1.2.0", "1.2", ""),
        ("1.10.0", "1.9.0", "zet de nieuwere neer, met: pip install -r requirements.txt"),
        ("1.2.0", "1.3.0", "breng de site bij met: polderkoers upgrade. Of blijf bij de oude, met: pip install"),
    ],
)
def test_another_engine_says_what_to_do(tmp_path, monkeypatch, made, here, told):
    """An older engine asks for the newer one, a newer one offers to upgrade, and the same one says nothing."""
    (tmp_path / "requirements.txt").write_text(f"polderkoers=={made}\n", encoding="utf-8")
    monkeypatch.setattr(engine, "installed", lambda: here)
    said = engine.other_engine(tmp_path)
    assert (told in said) if told else (said == "")


def test_a_folder_that_states_no_version_is_no_instance(tmp_path):
    """Without a requirements.txt, or with one that cannot be read, there is nothing to say."""
    assert engine.other_engine(tmp_path) == ""
    (tmp_path / "requirements.txt").write_bytes(b"\xff\xfe")
    assert engine.other_engine(tmp_path) == ""


class _From:
    """A distribution that says where it was installed from."""

    version = "0.1.0"

    def __init__(self, origin: object) -> None:
        self._origin = origin

    def read_text(self, _: str) -> str | None:
        return json.dumps(self._origin) if self._origin else None


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, "polderkoers==0.1.0"),
        ({"url": "file:///home/iemand/polderkoers.whl", "archive_info": {}}, "polderkoers==0.1.0"),
        (
            {"url": "https://x.example/p-0.1.0.whl", "archive_info": {}},
            "polderkoers @ https://x.example/p-0.1.0.whl  # versie 0.1.0",
        ),
        (
            {"url": "https://x.example/p.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            "polderkoers @ git+https://x.example/p.git@abc  # versie 0.1.0",
        ),
        ({"url": "https://naam:geheim@x.example/p.whl", "archive_info": {}}, "polderkoers==0.1.0"),
    ],
)
def test_the_line_that_installs_this_engine(monkeypatch, origin, line):
    """An engine from the internet is pinned by its address, any other by its number; a password is never written down."""
    monkeypatch.setattr(engine, "distribution", lambda _: _From(origin))
    assert engine.requirement() == line


@pytest.mark.parametrize(
    ("origin", "is_told"),
    [(None, False), ({"url": "file:///home/iemand/p.whl"}, True), ({"url": "https://x.example/p.whl"}, False)],
)
def test_an_engine_out_of_a_file_is_told_as_one_that_a_forge_cannot_find(monkeypatch, origin, is_told):
    """Who begins with a file on this machine hears that a forge needs an address."""
    monkeypatch.setattr(engine, "distribution", lambda _: _From(origin))
    assert ("schrijf dat adres in requirements.txt" in engine.came_as_file()) is is_told


def test_the_engine_that_runs_has_a_version():
    """What is installed here says its version."""
    assert engine.installed() == distribution("polderkoers").version


@pytest.mark.parametrize(
    ("origin", "was", "becomes"),
    [
        (None, "polderkoers==0.0.9", "polderkoers==0.1.0"),
        (
            None,
            "polderkoers @ https://x.example/polderkoers-0.0.9.whl",
            "polderkoers @ https://x.example/polderkoers-0.1.0.whl",
        ),
        (
            {"url": "https://x.example/p.git", "vcs_info": {"vcs": "git", "commit_id": "def"}},
            "polderkoers @ git+https://x.example/p.git@abc  # versie 0.0.9",
            "polderkoers @ git+https://x.example/p.git@def  # versie 0.1.0",
        ),
    ],
)
def test_the_line_of_an_older_engine_becomes_that_of_this_one(monkeypatch, origin, was, becomes):
    """A number is raised, also in an address; an engine that came from a repository is pinned by its own commit."""
    monkeypatch.setattr(engine, "distribution", lambda _: _From(origin))
    assert engine.raised(f"# uitleg\n{was}\nmkdocs\n", "0.0.9", "0.1.0") == f"# uitleg\n{becomes}\nmkdocs\n"
