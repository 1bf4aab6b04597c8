"""Pages of proposals, as they will look."""

from __future__ import annotations

import pytest

from polderkoers.errors.showing import PageNowhere, ShownYet
from polderkoers.website.build import Kept
from polderkoers.website.preview.stage import Stage
from polderkoers.werkbank.shown.bench import Bench
from support.git import git

from .conftest import MADE

FILE = "data/kernopgaven/fijn-wonen.yaml"
PAGE = "kernopgaven/fijn-wonen/"


def _draft(drafts, words, start=""):
    return drafts.with_text(start or drafts.main, FILE, "Veel huizen zijn oud", words)


def test_a_page_has_what_the_draft_says(drafts, bench):
    """What somebody changed stands on the page, and a word above it says that it is no policy yet."""
    page = bench.page(_draft(drafts, "Een derde van de huizen is oud"), PAGE, MADE)
    assert "Een derde van de huizen is oud" in page.html
    assert "Veel huizen zijn oud" not in page.html
    assert "Voorbeeld van een voorstel" in page.html
    assert not page.problems


def test_a_page_is_that_of_the_site_but_for_the_word_above_it(drafts, bench, tmp_path):
    """Links, policy of contents and all else are as the site itself has them; above what is in force stands no word."""
    git(tmp_path, "clone", "--quiet", str(drafts.root), "kloon")
    alone, _ = Stage(tmp_path / "kloon", Kept(tmp_path / "kloon")).page(PAGE)
    assert bench.page(drafts.main, PAGE, MADE).html.split() == alone.split()
    html = bench.page(_draft(drafts, "Veel huizen zijn oud"), PAGE, MADE).html
    begin, end = html.index('<aside class="vb'), html.index("</aside>", html.index('<aside class="vb'))
    without = html[:begin] + html[end + len("</aside>") :]
    link = '<link rel="stylesheet" href="../../_voorbeeld/voorbeeld.css">'
    assert without.replace(link, "").split() == alone.split()
    assert "Content-Security-Policy" in html
    assert 'href="/' not in html


def test_proposals_do_not_show_in_each_other(drafts, bench):
    """More proposals than there is room for are each shown as they are, in any order."""
    words = [f"Veel huizen zijn {age} jaar oud" for age in (41, 42, 43, 44)]
    tips = [_draft(drafts, each) for each in words]
    for turn in (0, 1, 2, 0, 3, 1):
        html = bench.page(tips[turn], PAGE, MADE).html
        assert [each for each in words if each in html] == [words[turn]]


def test_a_page_that_was_not_asked_for_yet_is_there_after_other_drafts_were_shown(drafts, bench):
    """Each commit has a site of its own: what is made of another one meanwhile breaks none of its pages and does not show there."""
    tip = _draft(drafts, "Bijna alle huizen zijn oud")
    assert bench.page(drafts.main, "", MADE).html
    assert bench.page(tip, "", MADE).html
    assert "Veel huizen zijn oud" in bench.page(drafts.main, PAGE, MADE).html
    assert "Bijna alle huizen zijn oud" in bench.page(tip, PAGE, MADE).html
    assert bench.page(drafts.main, "doelen/", MADE).html


def test_files_that_come_and_go_are_shown_so(drafts, bench):
    """A file that a draft takes away has no page in it, and has one again in the next draft."""
    address = bench.address_of(drafts.main, "jaarverslag-2024", MADE)
    gone = drafts.with_file(drafts.main, "data/verslagen/jaarverslag-2024.yaml", None)
    assert bench.page(drafts.main, address, MADE).html
    with pytest.raises(PageNowhere):
        bench.page(gone, address, MADE)
    assert bench.page(_draft(drafts, "Weer een ander"), address, MADE).html


def test_a_draft_with_a_fault_says_it_and_shows_what_was_there_before(drafts, bench):
    """Nobody loses her page for a fault: the save before is shown, and says that it is."""
    good = _draft(drafts, "Huizen zijn oud")
    bad = drafts.with_text(good, FILE, "versie:", "versei:")
    worse = drafts.with_text(bad, FILE, "Huizen zijn oud", "Huizen zijn heel oud")
    page = bench.page(worse, PAGE, MADE)
    assert page.is_earlier
    assert "Huizen zijn oud" in page.html
    assert "Het veld &#39;versei&#39; hoort hier niet" in page.html
    assert {problem.level for problem in page.problems} == {"fout"}
    assert "Je laatste wijziging staat nog niet op deze pagina" in page.html
    mended = drafts.with_text(worse, FILE, "versei:", "versie:")
    assert "Huizen zijn heel oud" in bench.page(mended, PAGE, MADE).html


def test_a_link_in_the_data_is_a_fault_and_is_not_followed(drafts, bench, tmp_path):
    """What a file that is a link leads to is read by nobody."""
    secret = tmp_path / "geheim"
    secret.write_text("soort: geheim", encoding="utf-8")
    index = {"GIT_INDEX_FILE": str(tmp_path / "index")}
    git(drafts.root, "read-tree", drafts.main, within=index)
    blob = git(drafts.root, "hash-object", "-w", "--stdin", given=str(secret))
    git(drafts.root, "update-index", "--add", "--cacheinfo", f"120000,{blob},{FILE}", within=index)
    tree = git(drafts.root, "write-tree", within=index)
    linked = git(drafts.root, "commit-tree", tree, "-p", drafts.main, "-m", "x")
    page = bench.page(linked, PAGE, MADE)
    assert [problem.message for problem in page.problems] == ["Dit is een koppeling naar een andere plek."]
    assert "geheim" not in page.html


def test_items_are_found_at_their_place(drafts, bench):
    """An item leads to its page and its place there, in the draft that has it."""
    tip = drafts.with_text(drafts.main, FILE, "- id: ", "- id: nieuw-")
    names = [line.split()[-1] for line in drafts.text(tip, FILE).splitlines() if "id: nieuw-" in line]
    address = bench.address_of(drafts.main, f"fijn-wonen/{names[0].removeprefix('nieuw-')}", MADE)
    assert address.startswith("kernopgaven/fijn-wonen/")
    assert bench.address_of(drafts.main, "fijn-wonen/is-er-niet", MADE) == ""


def test_files_of_the_site_are_there(drafts, bench):
    """Styles and data come from the same site, with what they are; what is nowhere is told so."""
    assert bench.file(drafts.main, "_voorbeeld/voorbeeld.css", MADE).kind == "text/css; charset=utf-8"
    html = bench.page(drafts.main, "", MADE).html
    sheet = next(part.split('"')[0] for part in html.split('href="') if part.split('"')[0].endswith(".css"))
    assert b"{" in bench.file(drafts.main, sheet, MADE).content
    for nowhere in ("../geheim", "data/../../geheim", "er/niet", "_voorbeeld/anders.css"):
        with pytest.raises(PageNowhere):
            bench.file(drafts.main, nowhere, MADE)
    with pytest.raises(PageNowhere):
        bench.page(drafts.main, "er/niet/", MADE)


def test_who_has_no_patience_is_told_that_it_is_being_made(drafts):
    """A first page may take long: it is made all the same, and is there when it is asked for again."""
    with Bench(drafts.root, Kept) as slow:
        with pytest.raises(ShownYet, match="wordt gemaakt"):
            slow.page(drafts.main, PAGE, 0)
        assert slow.page(drafts.main, PAGE, MADE).html


def test_nothing_of_the_repository_is_touched(drafts, bench):
    """Previews leave no worktree, branch or index behind in the repository."""
    before = git(drafts.root, "for-each-ref"), sorted(path.name for path in drafts.root.iterdir())
    bench.page(_draft(drafts, "Nog wat anders"), PAGE, MADE)
    assert (git(drafts.root, "for-each-ref"), sorted(path.name for path in drafts.root.iterdir())) == before
    assert len(git(drafts.root, "worktree", "list").splitlines()) == 1


def test_a_site_in_a_folder_of_a_repository_is_shown(drafts, tmp_path):
    """An instance need not be all of a repository, nor the repository bare."""
    git(tmp_path, "clone", "--quiet", str(drafts.root), "geheel")
    whole = tmp_path / "geheel"
    (whole / "beleid").mkdir()
    git(whole, "mv", "data", "docs", "mkdocs.yml", "beleid")
    git(whole, "commit", "--quiet", "--message", "In een map")
    with Bench(whole / "beleid", Kept) as made:
        assert "Veel huizen zijn oud" in made.page(git(whole, "rev-parse", "HEAD"), PAGE, MADE).html


def test_what_is_in_force_may_move_on(drafts, tmp_path):
    """When the pages of the main branch become others, so do those of a draft that was shown before."""
    git(tmp_path, "clone", "--quiet", str(drafts.root), "werk")
    work = tmp_path / "werk"
    with Bench(work, Kept) as made:
        made.page(drafts.main, "", MADE)
        settings = (work / "mkdocs.yml").read_text(encoding="utf-8")
        name = next(line for line in settings.splitlines() if line.startswith("site_name:"))
        (work / "mkdocs.yml").write_text(settings.replace(name, "site_name: Heet nu anders"), encoding="utf-8")
        git(work, "commit", "--quiet", "--all", "--message", "Andere naam")
        assert "Heet nu anders" in made.page(drafts.main, "", MADE).html
