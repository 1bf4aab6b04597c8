"""A build that fails, is stopped or runs out of disk leaves the previous site whole, and two builds give the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.gemeente import laid

WHOLE = {"index.html": "<h1>De vorige site</h1>", "onderwerpen/index.html": "Onderwerpen", "assets/x.css": "p{}"}
UNTOUCHED = "Een eerdere versie in de map site is niet veranderd."
# Runs in the generator, because Python imports a module of this name before anything else. After some writes to the new site, the
# disk is full: what the kernel would say, without a disk to fill.
FULL_DISK = """
import builtins, errno, os
left, real = int(os.environ["WRITES_LEFT"]), builtins.open
def guarded(file, mode="r", *args, **more):
    global left
    if isinstance(file, (str, bytes, os.PathLike)) and ".site-nieuw" in os.fsdecode(file) and set(mode) & set("wxa+"):
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), file)
    return real(file, mode, *args, **more)
builtins.open = guarded
"""
# Runs in our own command: a signal to itself just before or after a rename of the swap.
SIGNAL_AT = """
import json, os
number, moment, count = json.loads(os.environ["SIGNAL_AT"])
if "polderkoers" in " ".join(__import__("sys").orig_argv):
    real = os.rename
    def rename(source, target, **more):
        global count
        count -= 1
        if count == 0 and moment == "before":
            os.kill(os.getpid(), number)
        real(source, target, **more)
        if count == 0 and moment == "after":
            os.kill(os.getpid(), number)
    os.rename = rename
"""
# Stands in for MkDocs where what matters is what we do around it: it writes a home page, waits until it may go on, and writes the rest.
QUICK = """
import pathlib, sys, time
target, here = pathlib.Path(sys.argv[sys.argv.index("-d") + 1]), pathlib.Path(__file__).parent
(target / "index.html").write_text('<h1>Nieuw</h1>pk-header')
end = time.monotonic() + 60
while (here / "wacht").exists() and time.monotonic() < end:
    time.sleep(0.01)
page = target / "kernopgaven" / "fijn-wonen" / "index.html"
page.parent.mkdir(parents=True)
page.write_text("Fijn wonen")
"""


@pytest.fixture
def project(tmp_path) -> Path:
    """The made-up municipality, with a previous site in it."""
    root = laid(tmp_path / "project")
    for name, text in WHOLE.items():
        path = root / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def quick(project) -> Path:
    """The same, whose pages are made by a program that takes no time."""
    folder = project / ".proef"
    folder.mkdir()
    # Python finds it before MkDocs itself.
    (folder / "mkdocs.py").write_text(QUICK, encoding="utf-8")
    return project


@pytest.fixture
def waiting(quick) -> Path:
    """The same, whose program waits halfway until `go_on`."""
    (quick / ".proef" / "wacht").touch()
    return quick


def go_on(root: Path) -> None:
    """Let the program that makes the pages go on."""
    (root / ".proef" / "wacht").unlink()


def start(root: Path, patch: str = "", **more) -> subprocess.Popen[str]:
    """Start a build, with a module that changes how Python behaves in it."""
    folder = root / ".proef"
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(patch, encoding="utf-8")
    limits = {"preexec_fn": more.pop("limit")} if "limit" in more else {}
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder), **more}
    return subprocess.Popen(
        [sys.executable, "-m", "polderkoers", "build", "--root", root],
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **limits,
    )


def run(root: Path, patch: str = "", **more) -> tuple[int, str]:
    """Run a build to its end and return its exit code and what it said."""
    process = start(root, patch, **more)
    out, said = process.communicate(timeout=120)
    return process.returncode, out + said


def is_whole(root: Path) -> bool:
    """Return whether the previous site is there, and nothing else is in it."""
    found = {path.relative_to(root / "site").as_posix(): path for path in (root / "site").rglob("*") if path.is_file()}
    return {name: path.read_text(encoding="utf-8") for name, path in found.items()} == WHOLE


def rubbish(root: Path) -> list[str]:
    """Return what a build left beside the site."""
    return sorted(path.name for path in root.glob(".site*"))


def wait_for(path: Path) -> None:
    """Wait until a file is there."""
    end = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < end, path
        time.sleep(0.005)


def builds_well(root: Path) -> None:
    """The next build succeeds and leaves nothing behind."""
    code, said = run(root)
    assert code == 0, said
    assert (root / "site" / "kernopgaven" / "fijn-wonen" / "index.html").is_file()
    assert not (root / "site" / "assets" / "x.css").exists()
    assert rubbish(root) == []


def test_a_build_replaces_the_site_and_leaves_nothing_behind(project):
    """A build that goes well puts the new site in the place of the old one, as a whole."""
    builds_well(project)


@pytest.mark.parametrize("writes", [0, pytest.param(40, marks=pytest.mark.whole)])
def test_a_full_disk_leaves_the_previous_site(project, writes):
    """When the disk is full after some files, the previous site is untouched, and the message says so in Dutch."""
    code, said = run(project, FULL_DISK, WRITES_LEFT=str(writes))
    assert code == 1
    assert said.splitlines() == [
        "De schijf is vol. Maak ruimte vrij en probeer het opnieuw.",
        f"De site is niet opnieuw gebouwd. {UNTOUCHED}",
    ]
    assert is_whole(project)
    assert rubbish(project) == []


def test_a_limit_of_the_system_on_files_leaves_the_previous_site(project):
    """When the system itself refuses to write more into a file, the previous site is untouched."""
    code, said = run(project, limit=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)))
    assert code == 1
    assert "De schijf is vol." in said
    assert "Traceback" not in said
    assert is_whole(project)
    assert rubbish(project) == []


def stopped(root: Path, process: subprocess.Popen[str], number: int) -> None:
    """Stop a build that is busy; it says so, and leaves the previous site and nothing else."""
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 128 + number, said
    assert said.splitlines() == ["Het bouwen is gestopt.", f"De site is niet opnieuw gebouwd. {UNTOUCHED}"]
    assert is_whole(root)
    assert rubbish(root) == []
    time.sleep(0.2)
    assert rubbish(root) == []


@pytest.mark.parametrize(
    ("number", "moment"),
    [
        (signal.SIGINT, ".site-nieuw"),
        (signal.SIGTERM, ".site-nieuw/index.html"),
        (signal.SIGHUP, ".site-nieuw/index.html"),
        *(
            pytest.param(*each, marks=pytest.mark.whole)
            for each in (
                (signal.SIGINT, ".site-nieuw/index.html"),
                (signal.SIGTERM, ".site-nieuw"),
                (signal.SIGHUP, ".site-nieuw"),
            )
        ),
    ],
)
def test_a_build_that_is_stopped_leaves_the_previous_site(waiting, number, moment):
    """Ctrl-C, a stop of the system and a closed window end the build and the generator, and clear what they made."""
    process = start(waiting)
    wait_for(waiting / moment)
    stopped(waiting, process, number)
    go_on(waiting)
    builds_well(waiting)


def test_mkdocs_itself_is_stopped_while_it_writes(project):
    """A stop that comes while MkDocs writes pages ends it with all that it started."""
    process = start(project)
    wait_for(project / ".site-nieuw" / "index.html")
    stopped(project, process, signal.SIGTERM)


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_in_the_swap_waits_until_the_new_site_is_there(quick, number, moment, count):
    """A signal that comes while the sites change places does not part them: the new site is there, whole."""
    code, said = run(quick, SIGNAL_AT, SIGNAL_AT=json.dumps([number, moment, count]))
    assert code == 0, said
    site_of(quick / "site")
    assert rubbish(quick) == []


def test_a_build_that_is_killed_between_the_two_renames_is_mended_by_the_next(quick):
    """When the system kills the build with no site in place, the next build first puts the previous one back."""
    code, _ = run(quick, SIGNAL_AT, SIGNAL_AT=json.dumps([signal.SIGKILL, "after", 1]))
    assert code == -signal.SIGKILL
    assert not (quick / "site").exists()
    (quick / ".proef" / "mkdocs.py").write_text("raise SystemExit('Er is iets mis.')", encoding="utf-8")
    code, said = run(quick)
    assert code != 0
    assert "Er is iets mis." in said
    assert is_whole(quick)
    (quick / ".proef" / "mkdocs.py").write_text(QUICK, encoding="utf-8")
    builds_well(quick)


def test_a_build_that_is_killed_leaves_the_previous_site_and_the_next_clears_the_rest(waiting):
    """When the system kills the build halfway, the previous site is whole and the next build starts when the generator is done."""
    process = start(waiting)
    wait_for(waiting / ".site-nieuw" / "index.html")
    process.kill()
    process.wait(timeout=60)
    assert is_whole(waiting)
    assert rubbish(waiting) == [".site-nieuw"]
    assert "Er wordt al een site gebouwd in deze map." in run(waiting)[1]
    go_on(waiting)
    for _ in range(100):
        code, said = run(waiting)
        if code == 0:
            break
        assert "Er wordt al een site gebouwd in deze map." in said
    # What it started held its pipes open.
    process.communicate(timeout=60)
    builds_well(waiting)


def test_two_builds_at_once_do_not_get_in_each_others_way(waiting):
    """A second build while one is running says so and touches nothing."""
    process = start(waiting)
    wait_for(waiting / ".site-nieuw")
    code, said = run(waiting)
    assert code == 2
    assert "Er wordt al een site gebouwd in deze map." in said
    go_on(waiting)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    site_of(waiting / "site")


def test_a_site_that_cannot_be_replaced_stays(quick):
    """When the new site cannot be put in place, the previous one is back and the message says what is wrong."""
    patch = SIGNAL_AT.replace(
        "os.kill(os.getpid(), number)\n        real", 'raise PermissionError(13, "geen rechten", target)\n        real'
    )
    code, said = run(quick, patch, SIGNAL_AT=json.dumps([0, "before", 2]))
    assert code == 2
    assert "je hebt er geen rechten voor" in said
    assert "Traceback" not in said
    assert is_whole(quick)
    assert rubbish(quick) == []


def site_of(folder: Path) -> None:
    """The made-up policy stands in a folder as a site."""
    assert (folder / "kernopgaven" / "fijn-wonen" / "index.html").is_file()


def test_a_site_that_is_a_link_is_built_behind_the_link(quick):
    """When `site` is a link to the folder of a web server, that folder gets the new site and the link stays."""
    web = quick.parent / "www"
    web.mkdir()
    (quick / "site").rename(quick / "vorige")
    (quick / "site").symlink_to("../www")
    for _ in range(2):
        code, said = run(quick)
        assert code == 0, said
        assert (quick / "site").is_symlink()
        site_of(web)
        assert [path.name for path in quick.parent.iterdir() if path.name.startswith(".")] == []
        assert rubbish(quick) == []


def test_two_projects_with_one_site_do_not_build_at_once(waiting):
    """A second project whose site is a link to that of the first is refused while the first builds, and touches nothing."""
    other = waiting.parent / "tweede"
    shutil.copytree(waiting, other, ignore=shutil.ignore_patterns("site"))
    (other / "site").symlink_to(waiting / "site")
    first = start(waiting)
    wait_for(waiting / ".site-nieuw")
    code, said = run(other)
    assert code == 2
    assert f"Er wordt al een site gebouwd in de map {waiting}." in said
    go_on(waiting)
    go_on(other)
    _, said = first.communicate(timeout=120)
    assert first.returncode == 0, said
    code, said = run(other)
    assert code == 0, said
    assert (other / "site").is_symlink()
    site_of(waiting / "site")
    assert rubbish(waiting) == rubbish(other)[1:] == []


def test_a_build_that_begins_in_the_swap_of_another_is_refused(quick):
    """Between the two renames of a swap, when there is no site for a moment, a build for the same folder is refused."""
    other = quick.parent / "tweede"
    shutil.copytree(quick, other, ignore=shutil.ignore_patterns("site"))
    (other / "site").symlink_to(quick / "site")
    slow = SIGNAL_AT.replace(
        "os.kill(os.getpid(), number)\n    os.rename", "__import__('time').sleep(number)\n    os.rename"
    )
    first = start(quick, slow, SIGNAL_AT=json.dumps([15, "after", 1]))
    wait_for(quick / ".site-oud")
    assert not (quick / "site").exists()
    code, said = run(other)
    assert code == 2, said
    assert "Er wordt al een site gebouwd" in said
    assert first.communicate(timeout=120)
    assert first.returncode == 0
    site_of(quick / "site")
    assert rubbish(quick) == []


def test_a_file_in_the_place_of_the_site_stays(quick):
    """When `site` is a file, nothing is built, and the message says what it is and what to do."""
    shutil.rmtree(quick / "site")
    (quick / "site").write_text("geen map", encoding="utf-8")
    code, said = run(quick)
    assert code == 2
    assert f"{quick / 'site'} is een bestand en geen map. Hoe op te lossen: geef het een andere naam" in said
    assert (quick / "site").read_text(encoding="utf-8") == "geen map"
    assert rubbish(quick) == []


def test_a_link_to_something_else_is_refused(quick):
    """When `site` is a link to a folder with other things, these stay and the message names them."""
    shutil.rmtree(quick / "site")
    (quick / "site").symlink_to("data")
    code, said = run(quick)
    assert code == 2
    assert "staat iets anders dan een site van Polderkoers: " in said
    assert (quick / "data" / "kernopgaven" / "fijn-wonen.yaml").is_file()
    assert rubbish(quick) == []


def digests(folder: Path) -> dict[str, str]:
    """Return every file of a folder with a digest of its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.whole
def test_two_builds_of_one_commit_give_the_same_bytes(project):
    """Pages, search index, sitemap and all other files are the same, on another day, in another place, by another user's settings."""
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=x", "-c", "user.email=x@voorbeeld.example", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *arguments], cwd=project, check=True)
    elsewhere = project.parent / "ergens anders" / "project"
    subprocess.run(["git", "clone", "-q", project, elsewhere], check=True)
    plain = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    assert run(project, **{**plain, "PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"})[0] == 0
    for path in [*elsewhere.rglob("*")]:
        if path.is_file():
            os.utime(path, (1_000_000_000, 1_000_000_000))
    later = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C"}
    code, said = run(elsewhere, ANOTHER_DAY, **{**plain, **later})
    assert code == 0, said
    first, second = digests(project / "site"), digests(elsewhere / "site")
    assert "sitemap.xml.gz" in first
    assert first == second


# It is three years later in every module that asks.
ANOTHER_DAY = """
import time
real = time.time
time.time = lambda: real() + 3 * 365 * 86400
import datetime
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(days=3 * 365)
datetime.datetime = Later
"""
