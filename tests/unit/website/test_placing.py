"""A built site comes in the place of the one before, wherever that is, and nothing is lost when it cannot."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

import pytest

from polderkoers.website import placing
from polderkoers.website.placing import PlaceUnusable, SitePlace, check, place_of, recover, remove, swap

OURS = '<header class="pk-header">'
OLD = {"index.html": f"{OURS}oud", "weg/index.html": f"{OURS}weg", "assets/x.css": "oud"}
NEW = {"index.html": f"{OURS}nieuw", "erbij/index.html": f"{OURS}erbij", "assets/x.css": "nieuw"}


def fill(folder: Path, files: dict[str, str]) -> Path:
    """Write files into a folder and return it."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def files(folder: Path) -> dict[str, str]:
    """Return all files of a folder with their text."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


@pytest.fixture
def name(tmp_path) -> Path:
    """What the folder of the site is called in a project."""
    (tmp_path / "project").mkdir()
    return tmp_path / "project" / "site"


@pytest.fixture
def linked(tmp_path, name) -> Path:
    """A folder of a web server, to which the site of the project is a link."""
    target = fill(tmp_path / "www" / "html", OLD)
    name.symlink_to(target)
    return target


@pytest.fixture
def mounted(name, monkeypatch) -> Path:
    """A folder that is mounted: it is there and can be filled, and not be moved."""
    fill(name, OLD)
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == name)
    unmovable(monkeypatch, name)
    return name


def unmovable(monkeypatch, folder: Path, number: int = errno.EBUSY, *, after: int = 0) -> None:
    """Let the system refuse to move a folder, or every move after so many."""
    moves, real = [], os.rename

    def rename(source, target, **more):
        moves.append(source)
        if Path(source) == folder or 0 < after < len(moves) < after + 2:
            raise OSError(number, os.strerror(number), source)
        real(source, target, **more)

    monkeypatch.setattr(os, "rename", rename)


def build(name: Path, new: dict[str, str] = NEW) -> SitePlace:
    """Do what a build does, with made-up files for what the generator writes, and return where the site stands."""
    place = place_of(name)
    recover(place)
    check(place)
    fill(place.fresh, new)
    try:
        swap(place)
    finally:
        remove(place.fresh)
    remove(place.old)
    return place


def test_a_plain_folder_is_replaced_as_a_whole(name):
    """In the project itself the new folder takes the place of the old one, and a first site is put where none was."""
    build(name)
    assert files(name) == NEW
    fill(name, OLD)
    build(name)
    assert files(name) == NEW
    assert [path.name for path in name.parent.iterdir()] == ["site"]


def test_a_link_stays_and_the_folder_behind_it_is_replaced(name, linked):
    """A link to the folder of a web server stays a link, that folder holds the new site, and nothing is left beside it."""
    linked.chmod(0o2755)
    inode = linked.stat().st_ino
    build(name)
    assert name.is_symlink()
    assert files(linked) == files(name) == NEW
    assert linked.stat().st_ino != inode
    assert linked.stat().st_mode & 0o7777 == 0o2755
    assert [path.name for path in linked.parent.iterdir()] == ["html"]
    assert [path.name for path in name.parent.iterdir()] == ["site"]


def test_what_a_server_keeps_in_its_folder_stays(name, linked):
    """Hidden files of a web server come along, and a link among them stays one."""
    fill(linked, {".htaccess": "Deny", ".well-known/security.txt": "Contact:"})
    (linked / ".aan").symlink_to("index.html")
    build(name)
    assert files(linked) == {
        **NEW,
        ".htaccess": "Deny",
        ".well-known/security.txt": "Contact:",
        ".aan": NEW["index.html"],
    }
    assert (linked / ".aan").is_symlink()


def test_a_link_to_an_empty_folder_or_to_none_yet_is_filled(tmp_path, name):
    """The first site may come in an empty folder, or in one that is not there yet."""
    (tmp_path / "www").mkdir()
    name.symlink_to("../www/html")
    build(name)
    assert files(tmp_path / "www" / "html") == NEW
    name.unlink()
    (tmp_path / "leeg").mkdir()
    name.symlink_to(tmp_path / "leeg")
    build(name)
    assert files(tmp_path / "leeg") == NEW


@pytest.mark.parametrize("other", [{"klanten.sql": "x"}, {"index.html": "<h1>Iets anders</h1>"}, {"data/a.yaml": "x"}])
def test_a_folder_with_something_else_is_not_touched(name, linked, other):
    """A link to a folder that holds no site of ours is refused before anything is made."""
    remove(linked)
    fill(linked, other)
    with pytest.raises(PlaceUnusable, match="staat iets anders dan een site van Polderkoers"):
        build(name)
    assert files(linked) == other


def test_what_is_not_of_the_site_is_not_thrown_away(name, linked):
    """Something that stands beside an earlier site is named, and everything stays as it was."""
    fill(linked, {"folder.pdf": "x", "ander/index.html": "<h1>x</h1>"})
    before = files(linked)
    with pytest.raises(PlaceUnusable, match=r"niet van de site is: ander, folder\.pdf\. Dat zou verdwijnen"):
        build(name)
    assert files(linked) == before
    assert [path.name for path in linked.parent.iterdir()] == ["html"]


def test_a_mounted_folder_stays_and_gets_the_new_site(name, mounted):
    """In a folder that is mounted the contents are exchanged, hidden files stay, and nothing else is left."""
    fill(mounted, {".htaccess": "Deny", "lost+found/x": "x"})
    inode = mounted.stat().st_ino
    place = build(name)
    assert not place.whole
    assert mounted.stat().st_ino == inode
    assert files(mounted) == {**NEW, ".htaccess": "Deny", "lost+found/x": "x"}
    assert sorted(path.name for path in mounted.iterdir() if path.name.startswith(".")) == [".htaccess"]
    assert [path.name for path in name.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV, errno.EPERM])
def test_a_folder_that_turns_out_not_to_move_gets_the_new_site(name, monkeypatch, number):
    """A folder of which the system says only then that it cannot be moved is filled from within."""
    fill(name, OLD)
    unmovable(monkeypatch, name, number)
    build(name)
    assert files(name) == NEW
    assert sorted(path.name for path in name.parent.iterdir()) == ["site"]


def test_a_folder_that_turns_out_not_to_move_keeps_what_is_not_of_the_site(name, monkeypatch):
    """A mount that nothing tells of is only noticed by its move: what else stands in it is not thrown away either."""
    fill(name, {**OLD, "folder.pdf": "x"})
    unmovable(monkeypatch, name)
    with pytest.raises(PlaceUnusable, match=r"niet van de site is: folder\.pdf"):
        build(name)
    assert files(name) == {**OLD, "folder.pdf": "x"}


@pytest.mark.parametrize("after", range(1, 8))
def test_an_exchange_that_fails_is_undone(name, mounted, monkeypatch, after):
    """Whichever move fails, the old site is there whole, and the next build succeeds."""
    with monkeypatch.context() as patch:
        unmovable(patch, name, errno.EIO, after=after)
        with pytest.raises(OSError, match="Input/output error"):
            build(name)
    assert files(mounted) == OLD
    build(name)
    assert files(mounted) == NEW


@pytest.mark.parametrize("after", range(1, 10))
def test_an_exchange_that_is_killed_is_ended_by_the_next_build(name, mounted, monkeypatch, after):
    """After a kill at any moment the next build first makes one whole site of what is there: the old one or the new."""

    class Killed(BaseException):
        pass

    moves, real = [], os.rename

    def rename(source, target, **more):
        moves.append(source)
        if len(moves) == after:
            raise Killed
        real(source, target, **more)

    place = place_of(name)
    fill(place.fresh, NEW)
    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", rename)
        with contextlib.suppress(Killed):
            swap(place)
    recover(place)
    assert files(mounted) in (OLD, NEW)
    assert [path.name for path in mounted.iterdir() if path.name.startswith(".")] == []


def test_a_killed_swap_behind_a_link_is_mended(name, linked):
    """When the link leads to nothing because a build was killed in its swap, the old site is put back first."""
    place = place_of(name)
    linked.rename(place.old)
    recover(place_of(name))
    assert files(linked) == OLD


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda name: name.write_text("x"), "is een bestand en geen map"),
        (lambda name: name.symlink_to(fill(name.parent, {"bestand": "x"}) / "bestand"), "is een bestand en geen map"),
        (lambda name: name.symlink_to(name), "een link die naar zichzelf leidt"),
        (lambda name: name.symlink_to("weg/html"), "is er niet"),
        (lambda name: name.symlink_to(fill(name.parent, {"mkdocs.yml": "x"})), "staat iets anders dan een site"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_site_is_refused(name, make, why):
    """A file, a ring of links, a link to nowhere and a link to the project itself are refused with the way to mend it."""
    make(name)
    before = sorted(path.name for path in name.parent.iterdir())
    with pytest.raises(PlaceUnusable, match=why) as error:
        build(name)
    assert "Hoe op te lossen: " in str(error.value)
    assert sorted(path.name for path in name.parent.iterdir()) == before


def test_a_folder_of_somebody_else_is_refused(name, monkeypatch):
    """A site that another user made is named with its owner, and stays as it is."""
    fill(name, OLD)
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != name / "weg")
    monkeypatch.setattr(placing, "_owner", lambda _: "www-data")
    with pytest.raises(PlaceUnusable, match="weg is van www-data, en mag niet veranderd worden") as error:
        build(name)
    assert f"sudo chown -R $(id -un) '{name}'" in str(error.value)
    assert files(name) == OLD


def test_below_a_folder_that_may_not_change_the_site_is_filled_from_within(name, linked, monkeypatch):
    """Who may write the folder of a web server but not the one around it gets the new site in it; a missing one is refused."""
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != linked.parent)
    place = build(name)
    assert not place.whole
    assert files(linked) == NEW
    remove(linked)
    with pytest.raises(PlaceUnusable, match="mag je niets maken"):
        build(name)


def test_what_stands_in_the_way_is_cleared(name):
    """A file or link with the name of a folder of a build is no reason to fail."""
    (name.parent / ".site-nieuw").write_text("x")
    (name.parent / ".site-oud").symlink_to(name.parent)
    build(name)
    assert files(name) == NEW
    assert [path.name for path in name.parent.iterdir()] == ["site"]
