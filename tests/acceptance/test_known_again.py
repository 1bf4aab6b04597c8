"""A build that takes pages from an earlier one gives the very bytes of a build that makes them all, whatever was edited in between."""

from __future__ import annotations

import hashlib
import logging
import random
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from mkdocs.commands import build as mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from polderkoers.website.building.crew import PROCESSES
from polderkoers.website.building.generate import OWN_WAY
from polderkoers.website.building.parts import FOLDER as PARTS
from polderkoers.website.building.parts import MERGE, SHARE
from polderkoers.website.building.store import FOLDER, WITHOUT
from support.gemeente import FORGE, PUBLISHED, laid, with_history
from support.git import git
from support.site import NEW_KERNOPGAVE

# A line of the data with words of a reader.
TEXT = re.compile(
    r"^(?P<key>\s*(?:- )?(?:naam|toelichting|samenvatting|titel|uitleg|inleiding|waarom|tekst|voluit): )(?P<text>[^\"'>|{\[].*[^.])$",
    re.MULTILINE,
)
# What readers see of it stands on many pages, or on pages that say nothing of the file itself.
WIDE = (
    ("data/instelling.yaml", re.compile(r"^(titel: .*)$", re.MULTILINE), r"\1 en omgeving"),
    ("data/kernopgaven/fijn-wonen.yaml", re.compile(r"^status: .*$", re.MULTILINE), "status: concept"),
    ("data/documenten.yaml", re.compile(r"jaar: 2014"), "jaar: 2013"),
    ("data/roles.yaml", re.compile(r"^(\s+naam: )(.*)$", re.MULTILINE), r"\1De \2"),
    ("data/begrippen.yaml", re.compile(r"^(\s+uitleg: )(.*)$", re.MULTILINE), r"\1Kortweg: \2"),
    ("data/zoekwoorden.yaml", re.compile(r"woord: (\w+)"), r"woord: \1s"),
    ("mkdocs.yml", re.compile(r"^site_name: .*$", re.MULTILINE), "site_name: Anders"),
    ("docs/index.md", re.compile(r"\Z"), "\nEn nog een zin.\n"),
)
# How many edits are tried, and how many with --whole.
FEW, EDITS = 2, 12


@dataclass(frozen=True)
class Build:
    """What a build gave: a digest of each file, and how many pages it made of how many."""

    files: dict[str, str]
    made: int
    pages: int


@pytest.fixture
def build(monkeypatch, caplog):
    """Return a function that builds a root in this process, without the program that makes the index: what it gets is compared."""

    def write(pages, leads, leave_out, site, _):
        found = [repr(page) for page in sorted(pages, key=lambda page: page.path)]
        (site / "gezocht.txt").write_text("\n".join((*found, repr(leads), repr(sorted(leave_out)))), encoding="utf-8")

    monkeypatch.setattr("polderkoers.website.search.collect.write_index", write)
    # What a picture says, in the place of the picture.
    monkeypatch.setattr("polderkoers.website.social.painter.Painter.png", lambda _, words: repr(words).encode())
    monkeypatch.setenv(OWN_WAY, "1")
    monkeypatch.setenv(PROCESSES, "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    caplog.set_level(logging.DEBUG, "polderkoers.website.building")

    def built(root: Path, target: Path, *, without: bool = False, **settings: str) -> Build:
        monkeypatch.setenv(WITHOUT, str(int(without)))
        monkeypatch.chdir(root)
        caplog.clear()
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(target), strict=True, **settings)
        # MkDocs has one plugin for all builds of a process, also after a live preview.
        config.plugins["polderkoers"].keep(None)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs.build(config)
        finally:
            config.plugins.on_shutdown()
        counts = [record.args for record in caplog.records if "pages made" in record.msg]
        return Build(digests(target), *counts[-1])

    return built


def digests(folder: Path) -> dict[str, str]:
    """Return every file of a folder with a digest of its bytes; when that was packed stands in a packed sitemap."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".gz")
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def edit(root: Path, chance: random.Random) -> str:
    """Change something of a site, as an editor does, and return what."""
    kind = chance.choice(("text", "text", "text", "wide", "file"))
    if kind == "file":
        path = root / "data" / "kernopgaven" / "veilig-buiten.yaml"
        if path.exists():
            path.unlink()
        else:
            path.write_text(NEW_KERNOPGAVE, encoding="utf-8")
        return str(path)
    if kind == "wide":
        name, pattern, new = chance.choice(WIDE)
        path = root / name
        text = path.read_text(encoding="utf-8")
        path.write_text(pattern.sub(new, text, count=1), encoding="utf-8")
        return f"{name} {pattern.pattern}"
    path = chance.choice(sorted((root / "data").rglob("*.yaml")))
    text = path.read_text(encoding="utf-8")
    found = chance.choice([*TEXT.finditer(text)] or [None])
    if found is not None:
        changed = text[: found.end()] + " anders" + text[found.end() :]
        path.write_text(changed, encoding="utf-8")
    return f"{path.name} {found and found.group()}"


def contents(root: Path) -> dict[Path, bytes]:
    """Return the files that are edited."""
    files = [root / "mkdocs.yml", *(root / "data").rglob("*.yaml"), *(root / "docs").rglob("*.md")]
    return {path: path.read_bytes() for path in files}


def put_back(root: Path, before: dict[Path, bytes]) -> None:
    """Undo an edit."""
    for path in contents(root).keys() - before.keys():
        path.unlink()
    for path, content in before.items():
        path.write_bytes(content)


@pytest.mark.parametrize("seed", [1])
def test_pages_from_an_earlier_build_are_those_of_a_new_one(build, tmp_path, seed, whole):
    """After each of some random edits a build with the store is equal to one without it, byte for byte, and makes less."""
    root, chance = laid(tmp_path / "gemeente"), random.Random(seed)  # noqa: S311 - the same edits each time
    build(root, tmp_path / "een")
    saved = tried = 0
    wanted = EDITS if whole else FEW
    for _ in range(2 * wanted):
        before = contents(root)
        what = edit(root, chance)
        try:
            kept = build(root, tmp_path / "een", site_url=PUBLISHED)
        except Abort:
            # The data have a fault now.
            put_back(root, before)
            continue
        tried += 1
        new = build(root, tmp_path / "twee", without=True, site_url=PUBLISHED)
        assert kept.files == new.files, what
        assert new.made == new.pages
        saved += kept.pages - kept.made
        if tried == wanted:
            break
    assert tried == wanted
    assert saved > 0


def test_one_edit_makes_the_pages_anew_that_show_it(build, tmp_path):
    """When a sentence of one file changed, hardly more is made than what is made at every build: its page and what tells of it."""
    root = laid(tmp_path / "gemeente")
    first = build(root, tmp_path / "een")
    same = build(root, tmp_path / "een")
    path = root / "data" / "plannen" / "sportnota.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^(samenvatting: .*)$", r"\1 Echt.", text, count=1, flags=re.MULTILINE), encoding="utf-8")
    after = build(root, tmp_path / "een")
    assert first.made == first.pages
    assert same.made < first.made / 4
    assert same.files == first.files
    assert 0 < after.made - same.made <= 8


@pytest.mark.whole
def test_earlier_versions_are_known_again(build, tmp_path):
    """With a history and an address of its own, a site from the store is the site of a new build too."""
    root = with_history(tmp_path / "gemeente")
    settings = {"site_url": PUBLISHED, "edit_uri": FORGE}
    build(root, tmp_path / "een", **settings)
    again = build(root, tmp_path / "een", **settings)
    new = build(root, tmp_path / "twee", without=True, **settings)
    assert again.files == new.files
    assert again.made < again.pages / 2


def in_part(build, root: Path, target: Path, share: str, monkeypatch) -> None:
    """Make one part of a site; that ends the build without a fault."""
    monkeypatch.setenv(SHARE, share)
    with pytest.raises(Abort) as ended:
        build(root, target)
    assert ended.value.exit_code == 0
    monkeypatch.delenv(SHARE)


def test_a_site_of_parts_is_the_site_of_one_machine(build, tmp_path, monkeypatch):
    """Two parts that were made apart give the site of one build, and next to none of its pages are made again."""
    root = laid(tmp_path / "gemeente")
    whole = build(root, tmp_path / "een", without=True)
    for share in ("1/2", "2/2"):
        in_part(build, root, tmp_path / "deel", share, monkeypatch)
    monkeypatch.setenv(MERGE, "1")
    merged = build(root, tmp_path / "twee", without=True)
    assert merged.files == whole.files
    assert merged.made < merged.pages / 4


def test_a_part_makes_only_what_it_can_keep(build, tmp_path, monkeypatch, caplog):
    """A page that is made anew at every build, such as that of the feeds, is left to who makes the site of the parts."""
    root = laid(tmp_path / "gemeente")
    in_part(build, root, tmp_path / "deel", "1/1", monkeypatch)
    [(made, pages)] = [record.args for record in caplog.records if "pages made" in record.msg]
    kept = [path for path in (root / PARTS / "1-van-1").rglob("*") if path.is_file() and path.name != "deel.json"]
    assert len(kept) == made < pages


@pytest.mark.whole
def test_a_part_of_other_data_is_not_believed(build, tmp_path, monkeypatch):
    """When something was edited between the parts, the site is that of the data of now."""
    root = laid(tmp_path / "gemeente")
    in_part(build, root, tmp_path / "deel", "1/2", monkeypatch)
    path = root / "data" / "begrippen.yaml"
    path.write_text(
        re.sub(r"uitleg: (.*)", r"uitleg: Kortweg: \1", path.read_text("utf-8"), count=1).replace(
            "Kortweg: ", "Kortweg "
        ),
        "utf-8",
    )
    in_part(build, root, tmp_path / "deel", "2/2", monkeypatch)
    whole = build(root, tmp_path / "een", without=True)
    monkeypatch.setenv(MERGE, "1")
    assert build(root, tmp_path / "twee", without=True).files == whole.files


def add_to_git(root: Path, *names: str) -> None:
    """Make a repository of a root that has these, whatever is to be left out of it."""
    git(root, "init", "--quiet")
    git(root, "add", "--force", *names)


def test_parts_that_came_with_the_project_are_refused(build, tmp_path, monkeypatch, caplog):
    """Who may propose data could make any page in a folder of parts: when Git has that folder, no site is made of it."""
    root = laid(tmp_path / "gemeente")
    (root / PARTS / "1-van-1").mkdir(parents=True)
    (root / PARTS / "1-van-1" / "deel.json").write_text('{"deel": 1, "van": 1}')
    add_to_git(root, PARTS)
    monkeypatch.setenv(MERGE, "1")
    with pytest.raises(Abort) as ended:
        build(root, tmp_path / "een")
    assert ended.value.exit_code == 2
    assert "De map site-delen staat in Git." in caplog.text


def test_a_store_that_came_with_the_project_is_not_believed(build, tmp_path, caplog):
    """What somebody put into Git in the place of the store is no page that a build here made: nothing is taken from there, nor written."""
    root = laid(tmp_path / "gemeente")
    first = build(root, tmp_path / "een")
    add_to_git(root, FOLDER.parts[0])
    before = digests(root / FOLDER)
    again = build(root, tmp_path / "een")
    assert again.files == first.files
    assert again.made == again.pages
    assert digests(root / FOLDER) == before
    assert "De map .polderkoers staat in Git." in caplog.text


def test_a_store_that_is_a_link_in_git_is_not_followed(build, tmp_path):
    """A link that came with the project may lead anywhere: a build writes nothing there."""
    root = laid(tmp_path / "gemeente")
    (tmp_path / "elders").mkdir()
    (root / FOLDER.parts[0]).symlink_to(tmp_path / "elders")
    add_to_git(root, FOLDER.parts[0])
    build(root, tmp_path / "een")
    assert not list((tmp_path / "elders").iterdir())


@pytest.mark.whole
def test_who_wants_all_anew_gets_only_parts_from_before(build, tmp_path, monkeypatch):
    """A site of parts that is to be made without what was kept takes nothing from the builds of this machine."""
    root = laid(tmp_path / "gemeente")
    in_part(build, root, tmp_path / "deel", "1/1", monkeypatch)
    path = root / "mkdocs.yml"
    path.write_text(re.sub("site_name: .*", "site_name: Anders", path.read_text("utf-8")), "utf-8")
    build(root, tmp_path / "een")
    monkeypatch.setenv(MERGE, "1")
    new = build(root, tmp_path / "twee", without=True)
    assert new.made == new.pages


@pytest.mark.whole
def test_other_settings_of_macros_know_nothing_again(build, tmp_path):
    """What mkdocs.yml says of the macros decides which pages are read for them: with another word of it all pages are made anew."""
    root = laid(tmp_path / "gemeente")
    build(root, tmp_path / "een")
    path = root / "mkdocs.yml"
    settings = "  - macros:\n      j2_comment_start_string: '[#'\n"
    path.write_text(re.sub(r"^  - macros\n", settings, path.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    after = build(root, tmp_path / "een")
    assert after.made == after.pages


def test_a_part_that_is_not_there_is_missed(build, tmp_path, monkeypatch, caplog):
    """Of parts that are not all there no site is made, and the message names the part and the command that makes it."""
    root = laid(tmp_path / "gemeente")
    monkeypatch.setenv(MERGE, "1")
    with pytest.raises(Abort):
        build(root, tmp_path / "een")
    assert (
        "Er zijn geen delen van de site. Hoe op te lossen: maak elk deel met polderkoers build --shard 1/2"
        in caplog.text
    )
    (root / PARTS / "2-van-3").mkdir(parents=True)
    (root / PARTS / "2-van-3" / "deel.json").write_text('{"deel": 2, "van": 3}')
    with pytest.raises(Abort) as ended:
        build(root, tmp_path / "een")
    assert ended.value.exit_code == 2
    assert "Deze delen van de site ontbreken:\n- 1/3\n- 3/3\n" in caplog.text


def test_a_site_with_code_of_its_own_is_not_made_in_parts(build, tmp_path, monkeypatch, caplog):
    """What a hook of the site does with a page nobody knows: such a site is built as MkDocs does, and refuses to be made in parts."""
    root = laid(tmp_path / "gemeente")
    (root / "haak.py").write_text("def on_page_content(html, **_):\n    return html\n")
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text("utf-8") + "\nhooks: [haak.py]\n", "utf-8")
    monkeypatch.setenv(SHARE, "1/2")
    with pytest.raises(Abort):
        build(root, tmp_path / "een")
    assert "Deze site kan niet in delen worden gebouwd" in caplog.text
    assert not (root / FOLDER).exists()


def test_what_is_damaged_is_made_anew(build, tmp_path):
    """A page in the store that was cut off, changed, or put in the place of another is not believed."""
    root = laid(tmp_path / "gemeente")
    new = build(root, tmp_path / "een", without=True)
    build(root, tmp_path / "een")
    pages = sorted(path for path in (root / FOLDER).rglob("*") if path.is_file())
    first = pages[0].read_bytes()
    for number, path in enumerate(pages):
        content = path.read_bytes()
        damaged = (content[:-9], content[:-1] + b"x", first, b"", b"\x00" * 200)
        path.write_bytes(damaged[number % len(damaged)])
    after = build(root, tmp_path / "een")
    assert after.files == new.files
    assert after.made >= after.pages - 1


@pytest.mark.whole
def test_another_engine_knows_nothing_again(build, tmp_path, monkeypatch):
    """When anything of the engine changed, all pages are made anew."""
    root = laid(tmp_path / "gemeente")
    build(root, tmp_path / "een")
    monkeypatch.setattr("polderkoers.website.building.ground.engine", lambda: b"another")
    after = build(root, tmp_path / "een")
    assert after.made == after.pages


@pytest.mark.whole
def test_the_store_does_not_grow_for_ever(build, tmp_path):
    """Of pages that no build wanted for long only so many are kept as belong to a few builds."""
    root = laid(tmp_path / "gemeente")
    first = build(root, tmp_path / "een")
    for number in range(4):
        path = root / "mkdocs.yml"
        path.write_text(re.sub("site_name: .*", f"site_name: Anders {number}", path.read_text("utf-8")), "utf-8")
        build(root, tmp_path / "een")
    kept = [path for path in (root / FOLDER).rglob("*") if path.is_file()]
    assert len(kept) <= 3 * first.pages
