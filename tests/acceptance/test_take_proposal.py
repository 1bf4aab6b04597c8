"""Taking data/ out of a stranger's proposal, on a real repository with hostile proposals."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.made_up import KERNOPGAVE

COMMAND = [sys.executable, "-m", "polderkoers", "take-proposal"]
FILE, LINK, MODULE, FOLDER = "100644", "120000", "160000", "40000"
GOOD = KERNOPGAVE.encode()
ALONE = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_{what}": "toets@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


class Repository:
    """A repository with one commit of our own, in which proposals are made without checking anything out."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.git("init", "--quiet", "--initial-branch=main")
        own = {
            "data/kernopgaven/oud.yaml": b"oud",
            "data/themas.yaml": b"oud",
            "scripts/eigen.py": b"eigen",
            "mkdocs.yml": b"eigen",
        }
        for path, content in own.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=eigen")

    def git(self, *arguments: str, given: bytes = b"") -> str:
        """Run Git here and return what it says."""
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, env=ALONE, input=given, capture_output=True, check=True
        )
        return done.stdout.decode().strip()

    def blob(self, content: bytes) -> str:
        """Store a file and return its id."""
        return self.git("hash-object", "-w", "--stdin", given=content)

    def tree(self, entries: list[tuple[str, str, str]]) -> str:
        """Store a folder of (mode, name, id), also one that Git itself would not make, and return its id."""
        raw = b"".join(
            f"{mode} {name}\0".encode("utf-8", "surrogateescape") + bytes.fromhex(id_) for mode, name, id_ in entries
        )
        return self.git("hash-object", "-w", "-t", "tree", "--literally", "--stdin", given=raw)

    def proposal(self, tree: str) -> str:
        """Make a proposal with a tree on top of our own commit and return its id."""
        return self.git("commit-tree", tree, "-p", "HEAD", "-m", "voorstel")

    def with_data(self, *entries: tuple[str, str, str]) -> str:
        """Make a proposal whose data/ holds these entries beside one good file."""
        good = self.tree([(FILE, "goed.yaml", self.blob(GOOD))])
        data = self.tree([*entries, (FOLDER, "kernopgaven", good)])
        return self.proposal(self.tree([(FOLDER, "data", data)]))

    def take(self, head: str, *options: str, base: str = "HEAD") -> subprocess.CompletedProcess[str]:
        """Run the script and return what it said; it never ends in a traceback."""
        command = [*COMMAND, *options, "--root", self.root, "--", base, head]
        done = subprocess.run(command, env=ALONE, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stdout + done.stderr
        return done

    @property
    def files(self) -> dict[str, bytes]:
        """Everything in the working copy; a link shows as where it points."""
        found = (
            path for path in self.root.rglob("*") if ".git" not in path.parts and (path.is_symlink() or path.is_file())
        )
        return {
            path.relative_to(self.root).as_posix(): str(path.readlink()).encode()
            if path.is_symlink()
            else path.read_bytes()
            for path in found
        }


@pytest.fixture
def repository(tmp_path) -> Repository:
    """A fresh repository; nothing may ever appear beside it."""
    root = tmp_path / "project"
    root.mkdir()
    return Repository(root)


def test_only_data_of_a_proposal_is_taken(repository, tmp_path):
    """Data replaces data, and scripts, settings, pages and Git's own files of the stranger stay where they are."""
    evil = repository.blob(b"import os")
    folder = repository.tree([(FILE, "eigen.py", evil)])
    data = repository.tree([(FOLDER, "kernopgaven", repository.tree([("100755", "goed.yaml", repository.blob(GOOD))]))])
    head = repository.proposal(
        repository.tree(
            [
                (FILE, ".gitattributes", repository.blob(b"* filter=kwaad")),
                (FILE, ".gitmodules", evil),
                (FOLDER, "data", data),
                (FOLDER, "docs", folder),
                (FILE, "mkdocs.yml", evil),
                (FOLDER, "scripts", folder),
            ]
        )
    )
    done = repository.take(head)
    assert done.returncode == 0, done.stderr
    assert repository.files == {
        "data/kernopgaven/goed.yaml": GOOD,
        "scripts/eigen.py": b"eigen",
        "mkdocs.yml": b"eigen",
    }
    assert not os.access(repository.root / "data" / "kernopgaven" / "goed.yaml", os.X_OK)
    assert "overgenomen: 1 bestanden" in done.stdout
    assert (
        "Niet overgenomen, alleen door een beheerder te bekijken: .gitattributes, .gitmodules, docs, mkdocs.yml, scripts."
        in done.stdout
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project"]


HOSTILE = {
    "symlink": (LINK, "x.yaml", b"/etc/passwd", "data/x.yaml", "Dit is een koppeling naar een ander bestand."),
    "symlink inside": (LINK, "x.yaml", b"themas.yaml", "data/x.yaml", "Dit is een koppeling naar een ander bestand."),
    "submodule": (MODULE, "x", None, "data/x", "Dit is een verwijzing naar een ander project."),
    "device": ("20644", "x.yaml", b"a: b", "data/x.yaml", "Dit is een verwijzing naar een ander project."),  # as Git sees it
    "parent folder": (FILE, "../x.yaml", b"a: b", "data/../x.yaml", "Zo mag een bestand niet heten."),
    "parent": (FILE, "..", b"a: b", "data/..", "Zo mag een bestand niet heten."),
    "absolute": (FILE, "/x.yaml", b"a: b", "data//x.yaml", "Zo mag een bestand niet heten."),
    "git settings": (FILE, ".git", b"a: b", "data/.git", "Zo mag een bestand niet heten."),
    "git in capitals": (FILE, ".GIT/config.yaml", b"a: b", "data/.GIT/config.yaml", "Zo mag een bestand niet heten."),
    "git short name": (FILE, "git~1/config.yaml", b"a: b", "data/git~1/config.yaml", "Zo mag een bestand niet heten."),
    "hidden": (FILE, ".x.yaml", b"a: b", "data/.x.yaml", "Zo mag een bestand niet heten."),
    "option": (FILE, "--help.yaml", b"a: b", "data/--help.yaml", "Zo mag een bestand niet heten."),
    "backslash": (FILE, "..\\x.yaml", b"a: b", "data/..\\x.yaml", "Zo mag een bestand niet heten."),
    "line break": (FILE, "x\n::error::y.yaml", b"a: b", "data/x\\u000a::error::y.yaml", "Zo mag een bestand niet heten."),
    "reversed": (FILE, "x\u202elmay.yaml", b"a: b", "data/x\\u202elmay.yaml", "Zo mag een bestand niet heten."),
    "no UTF-8": (FILE, "x\udcff.yaml", b"a: b", "data/x\\xff.yaml", "Zo mag een bestand niet heten."),
    "too long": (FILE, "x" * 300 + ".yaml", b"a: b", f"data/{'x' * 195}…", "Zo mag een bestand niet heten."),
    "page": (FILE, "x.html", b"<script>", "data/x.html", "Dit bestand hoort hier niet."),
    "program": ("100755", "x.py", b"import os", "data/x.py", "Dit bestand hoort hier niet."),
    "too big": (FILE, "x.yaml", b"a" * 1_000_001, "data/x.yaml", "Dit bestand is groter dan 1 MB."),
}  # fmt: skip


@pytest.mark.parametrize("row", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_entry_is_refused_and_nothing_is_changed(repository, tmp_path, row):
    """One entry that cannot be trusted refuses the whole proposal, in one Dutch line, and leaves the data as it was."""
    mode, name, content, shown, message = row
    before = repository.files
    id_ = repository.blob(content) if content is not None else repository.git("rev-parse", "HEAD")
    done = repository.take(repository.with_data((mode, name, id_)))
    assert done.returncode == 1
    assert done.stdout.startswith(f"{shown}:1:1: fout [bestand-leesbaar] {message} Hoe op te lossen: ")
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == "Er is niets overgenomen uit het voorstel.\n"
    assert repository.files == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project"]


def test_all_refusals_are_said_at_once_as_annotations(repository):
    """Every entry that is refused is named, in the form that GitHub shows at the file."""
    link, page = repository.blob(b"/etc/passwd"), repository.blob(b"<script>")
    done = repository.take(repository.with_data((LINK, "a.yaml", link), (FILE, "b.html", page)), "--format", "github")
    assert done.returncode == 1
    assert [line.partition(",")[0] for line in done.stdout.splitlines()] == [
        "::error file=data/a.yaml",
        "::error file=data/b.html",
    ]


@pytest.mark.parametrize(
    "names", [("x.yaml", "X.yaml"), ("x.yaml", "x.yaml"), ("é.yaml", "e\u0301.yaml")], ids=["case", "twice", "accent"]
)
def test_two_names_that_a_disk_may_take_for_one_are_refused(repository, names):
    """No file can overwrite another one on a disk that does not see the difference."""
    blobs = [repository.blob(name.encode()) for name in names]
    done = repository.take(repository.with_data(*((FILE, name, id_) for name, id_ in zip(names, blobs, strict=True))))
    assert done.returncode == 1
    assert "fout" in done.stdout


def test_a_file_and_a_folder_of_one_name_are_refused(repository):
    """A tree that no disk can hold changes nothing and gives no traceback."""
    before = repository.files
    inside = repository.tree([(FILE, "y.yaml", repository.blob(b"a: b"))])
    done = repository.take(repository.with_data((FILE, "x.yaml", repository.blob(b"a: b")), (FOLDER, "x.yaml", inside)))
    assert done.returncode == 2
    assert "kan niet worden neergezet" in done.stderr
    assert repository.files == before


@pytest.mark.parametrize("mode", [LINK, FILE, MODULE])
def test_data_that_is_no_folder_is_refused(repository, mode):
    """A link, file or submodule in the place of data/ is not followed."""
    before = repository.files
    id_ = repository.git("rev-parse", "HEAD") if mode == MODULE else repository.blob(b"/etc")
    done = repository.take(repository.proposal(repository.tree([(mode, "data", id_)])))
    assert done.returncode == 1
    assert done.stdout.startswith("data:1:1: fout")
    assert repository.files == before


def test_a_proposal_without_data_is_refused(repository):
    """Removing data/ is said, and not done."""
    before = repository.files
    done = repository.take(repository.proposal(repository.tree([(FILE, "mkdocs.yml", repository.blob(b"x"))])))
    assert done.returncode == 1
    assert "In het voorstel staat geen map data." in done.stdout
    assert repository.files == before


def test_a_tree_that_holds_itself_many_times_over_is_not_unpacked(repository):
    """A few small objects that together are 100,000,000 files are refused as soon as there are too many."""
    tree = repository.tree([(FILE, f"{number}.yaml", repository.blob(b"a: b")) for number in range(10)])
    for _ in range(7):
        tree = repository.tree([(FOLDER, str(number), tree) for number in range(10)])
    done = repository.take(repository.proposal(repository.tree([(FOLDER, "data", tree), (FOLDER, "docs", tree)])))
    assert done.returncode == 1
    assert done.stdout.startswith("data:1:1: fout [bestand-leesbaar] In de map data staan meer dan 5000 bestanden.")


def test_files_that_are_too_big_together_are_refused(repository):
    """Many files of one megabyte are not unpacked."""
    id_ = repository.blob(b"a" * 999_999)
    done = repository.take(repository.with_data(*((FILE, f"{number}.yaml", id_) for number in range(60))))
    assert done.returncode == 1
    assert "De bestanden zijn samen groter dan 50 MB." in done.stdout


@pytest.mark.parametrize("name", ["bestaat-niet", "--upload-pack=touch kwaad", "HEAD:data", "x\n::error::y", ""])
def test_a_version_that_git_does_not_know_is_said_in_dutch(repository, name):
    """What looks like an option, a path or nothing at all is a version that is not there, and exit code 2."""
    for done in (repository.take(name), repository.take("HEAD", base=name)):
        assert done.returncode == 2
        assert "Hoe op te lossen: " in done.stderr
        assert len(done.stderr.splitlines()) == 1
    assert not (repository.root / "kwaad").exists()


def test_no_hook_or_filter_runs(repository):
    """Hooks and filters that lie in wait in the working copy are not started by taking a proposal."""
    witness = repository.root / "kwaad"
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        path = repository.root / ".git" / "hooks" / hook
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\ntouch {witness}\n", encoding="utf-8")
        path.chmod(0o755)
    repository.git("config", "filter.kwaad.smudge", f"touch {witness}")
    (repository.root / ".gitattributes").write_text("* filter=kwaad\n", encoding="utf-8")
    head = repository.with_data((FILE, "x.yaml", repository.blob(b"a: b")))
    witness.unlink(missing_ok=True)  # making the proposal may have run them
    assert repository.take(head).returncode == 0
    assert not witness.exists()


def test_what_is_taken_is_byte_for_byte_what_was_proposed(repository):
    """Line ends, a missing last line end and bytes that are no text come through as they are, for the check to judge."""
    contents = [b"a: b\r\n", b"", b"\n", b"\xff\xfe\x00", b"blob\n", "één".encode()]
    entries = [(FILE, f"{number}.yaml", repository.blob(content)) for number, content in enumerate(contents)]
    assert repository.take(repository.with_data(*entries)).returncode == 0
    assert [repository.files[f"data/{number}.yaml"] for number in range(len(contents))] == contents


def test_wrong_use_is_said_in_dutch():
    """Too few words or a wrong option give one Dutch line and exit code 2."""
    for arguments in ([], ["HEAD"], ["--fout", "HEAD", "HEAD"], ["a", "b", "c"]):
        done = subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert done.stderr.endswith(" take-proposal --help\n")
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "words"),
    [(".DS_Store", "De Finder van macOS"), ("._x.yaml", "De Finder van macOS"), (".~lock.x.yaml#", "LibreOffice")],
)
def test_a_file_that_a_program_left_is_refused_with_what_it_is(repository, name, words):
    """A file of the Finder or another program is named as such, and the cure is to take it away."""
    done = repository.take(repository.with_data((FILE, name, repository.blob(b"\0"))))
    assert done.returncode == 1
    assert done.stdout.startswith(f"data/{name}:1:1: fout [bestand-leesbaar] Dit is geen beleid. {words}")
    assert done.stdout.strip().endswith("Hoe op te lossen: haal het weg uit het voorstel.")


def test_what_git_wants_in_a_folder_is_no_reason_to_refuse(repository):
    """A .gitkeep or .gitignore holds no policy: the proposal is taken, without it."""
    done = repository.take(repository.with_data((FILE, ".gitkeep", repository.blob(b""))))
    assert done.returncode == 0
    assert "data/kernopgaven/goed.yaml" in repository.files
    assert "data/.gitkeep" not in repository.files


def test_a_damaged_repository_is_told_as_what_it_is(repository):
    """When Git misses a part of what a proposal is made of, the message is the same as that of every other command."""
    head = repository.with_data()
    tree = repository.git("rev-parse", f"{head}^{{tree}}")
    (repository.root / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    done = repository.take(head)
    assert done.returncode == 2
    assert done.stderr.startswith("Het Git-archief van dit project is beschadigd.")
