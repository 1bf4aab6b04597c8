"""The files that the benchmarks measure: valid, varied, the same for one seed, and changed as often as was asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from polderkoers.policy.load import load
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.source import Document, parse
from polderkoers.problems import has_errors
from support.made_up import ROOT


def make(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the generator from the root of the repository, as a developer does."""
    return subprocess.run(
        [sys.executable, "-m", "benchmarks.many", folder, *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def content(folder: Path) -> dict[str, bytes]:
    """Return every file of policy in a root by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.glob("data/*/*.yaml"))}


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A root of 42 files, three of each real one, and its second version with 9 files changed."""
    folder = tmp_path_factory.mktemp("benchmark") / "many"
    done = make(folder, "--count", "42", "--seed", "7", "--change", "9")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def loaded(made) -> Loaded:
    """What loading the made root gave."""
    return load(made)


@pytest.fixture(scope="module")
def second(made) -> Path:
    """The second version of the made root."""
    return made.with_name("many-changed")


def test_the_files_are_as_many_as_asked_and_have_no_fault(made, loaded):
    """All files are valid, references between them and to the catalogues included."""
    assert len(content(made)) == 42
    assert not has_errors(loaded.problems)
    catalogues = {path.name for path in (ROOT / "data").glob("*.yaml")} - {"adressen.yaml"}
    assert loaded.file_count == 42 + len(catalogues)


def test_every_kind_of_the_real_data_is_there(made):
    """The made files stand in the folders of the real ones, in the same proportions."""
    for folder in (ROOT / "data").iterdir():
        # A translation says the words of the real files again, and is made with none of them.
        if folder.is_dir() and folder.name != "vertalingen":
            assert len(list((made / "data" / folder.name).iterdir())) == 3 * len(list(folder.glob("*.yaml")))


def test_the_files_differ_from_each_other(loaded):
    """No two files have the same title, summary or list of items."""
    files = [file for file in loaded.policy.files if file.kind.folder]
    assert len({file.titel for file in files}) == len(files)
    assert len({file.samenvatting for file in files}) > len(files) * 0.8
    items = {
        tuple(sorted(entry.item.id for entry in loaded.policy.below(loaded.policy.entries[file.id]))) for file in files
    }
    assert len(items) > len(files) * 0.8


def test_files_refer_to_each_other(loaded):
    """Links between files are kept, to whole files and to items of another file."""
    links = [reference for reference in loaded.policy.references if reference.field == "met"]
    assert all(reference.target for reference in links)
    elsewhere = [link for link in links if link.target and link.target.file.id != link.source.file.id]
    assert any(link.target.is_file for link in elsewhere)
    assert any(not link.target.is_file for link in elsewhere)


def test_one_seed_gives_the_same_bytes_and_another_does_not(made, tmp_path):
    """The generator can be repeated, and varied."""
    assert make(tmp_path / "again", "--count", "42", "--seed", "7").returncode == 0
    assert make(tmp_path / "other", "--count", "42", "--seed", "8").returncode == 0
    assert content(tmp_path / "again") == content(made)
    assert content(tmp_path / "other").keys() != content(made).keys()


def test_the_second_version_changes_exactly_as_many_files_as_asked(made, second):
    """Nine files differ in what they say, all others are the same to the byte."""
    old, new = content(made), content(second)
    assert old.keys() == new.keys()
    assert sum(old[name] != new[name] for name in old) == 9
    for name in old:
        before, after = (parse(text[name].decode(), name) for text in (old, new))
        assert isinstance(before, Document)
        assert isinstance(after, Document)
        assert (before.data != after.data) == (old[name] != new[name])


def test_the_second_version_is_valid_too(second):
    """No edit breaks a reference or the schema."""
    assert not has_errors(load(second).problems)


def test_one_file_alone_is_valid(tmp_path):
    """References that can lead nowhere are left out, also when there is no other file at all."""
    assert make(tmp_path / "one", "--count", "1").returncode == 0
    assert not has_errors(load(tmp_path / "one").problems)


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path):
    """The generator never overwrites what it did not make."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "mijn.yaml").write_text("van: mij\n", encoding="utf-8")
    done = make(tmp_path, "--count", "2")
    assert done.returncode == 2
    assert "staat al iets anders" in done.stderr
    assert (tmp_path / "data" / "mijn.yaml").read_text(encoding="utf-8") == "van: mij\n"


@pytest.mark.parametrize("options", [("--count", "0"), ("--count", "2", "--change", "3"), ("--change", "-1")])
def test_wrong_numbers_are_refused(tmp_path, options):
    """Nothing is written when the numbers cannot be met."""
    done = make(tmp_path / "many", *options)
    assert done.returncode == 2
    assert "--count is minstens 1" in done.stderr
    assert not (tmp_path / "many").exists()


MAKE_ONE = "import sys; from pathlib import Path; from benchmarks.municipalities import make; make(Path(sys.argv[1]), int(sys.argv[2]))"


def test_made_up_municipalities_give_a_portal_what_it_reads_each_in_words_of_its_own(tmp_path):
    """Of two municipalities a portal gets subjects with goals and a search; of their words and subjects some are of one alone."""
    said = []
    for number in (1, 2):
        command = [sys.executable, "-c", MAKE_ONE, tmp_path / str(number), str(number)]
        subprocess.run(
            command, cwd=ROOT, check=True, timeout=120, env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'scripts'}"}
        )
        said.append(json.loads((tmp_path / str(number) / "data" / "portaal.json").read_text(encoding="utf-8")))
        assert (tmp_path / str(number) / "zoeken" / "paginas.json").is_file()
    assert said[0]["naam"] != said[1]["naam"]
    subjects = [{subject["id"] for subject in each["onderwerpen"]} for each in said]
    assert subjects[0] & subjects[1]
    assert subjects[0] - subjects[1]
    assert any(subject["doelen"] for subject in said[0]["onderwerpen"])
    words = [
        set((tmp_path / name / "zoeken" / "woorden.txt").read_text(encoding="utf-8").split()) for name in ("1", "2")
    ]
    assert len(words[0] - words[1]) > 100


def test_a_simulation_of_nothing_is_refused():
    """Without municipalities there is nothing to measure."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.land", "--made", "0"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "minstens 1" in done.stderr
