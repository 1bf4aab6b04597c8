"""Earlier versions as they were, and the past of what a page shows."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from polderkoers.policy.load import load
from polderkoers.problems import has_errors
from polderkoers.website.history import History
from polderkoers.website.pages import menu_entry
from polderkoers.website.render import Renderer
from polderkoers.website.trails import Trails
from polderkoers.website.views.history_lines import file_history
from polderkoers.website.views.item_past import item_lines, short, spoken
from polderkoers.website.views.site import Site
from support.git import git
from support.lenient import lenient
from support.made_up import root_with

WONEN = "data/kernopgaven/fijn-wonen.yaml"
GROEN = "data/kernopgaven/groen-dorp.yaml"
BEGRIPPEN = "data/begrippen.yaml"
PLAATSEN = "data/plaatsen.yaml"
VERSIES = "data/versies.yaml"

NEW_GOAL = "doelen:\n  - id: doel-betaalbaar\n    naam: Betaalbare huizen\n"
LINK = """\
samenhang:
  - {met: groen-dorp/doel-bomen, soort: zelfde onderwerp, waarom: Bomen en huizen., gelegd_door: redactie}
"""
PLACE = "  - id: oud-dorp\n    naam: Oud-Dorp\n    soort: dorp\n    ligt_in: polderdam\n"
TERM = "  - id: doorstroming\n    naam: doorstroming\n    uitleg: Mensen verhuizen naar een huis dat past.\n"


@dataclass(frozen=True)
class Project:
    """A repository whose versions are made one by one."""

    root: Path

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace a text that stands in a file once."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, (file, old)
        path.write_text(text.replace(old, new), encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        """Write a file."""
        (self.root / file).write_text(text, encoding="utf-8")

    def release(self, *versions: str) -> None:
        """Commit everything as the last of the versions, and list all of them."""
        git(self.root, "add", "--all")
        git(self.root, "commit", "--quiet", "--allow-empty", "--message", versions[-1])
        git(self.root, "tag", f"v{versions[-1]}")
        self.list(*versions)

    def list(self, *versions: str) -> None:
        """List versions in data/versies.yaml."""
        rows = "".join(
            f'  - {{id: "{id_}", naam: Visie {id_}, uitleg: Zo was het., datum: 2020, vastgesteld_door: null, besluit: null,'
            f' documenten: [visie-2020], commit: "v{id_}"}}\n'
            for id_ in versions
        )
        self.write(VERSIES, f'soort: versies\nid: versies\nversie: "1.0"\nstatus: null\nversies:\n{rows}')

    def renderer(self) -> Renderer:
        """Return a renderer of the state of now; the test fails when that is wrong."""
        loaded = load(self.root)
        assert not has_errors(loaded.problems), loaded.problems
        history = History(self.root, loaded)
        return Renderer(Site(loaded.policy, Trails(history)), history)


@pytest.fixture
def empty(tmp_path) -> Project:
    """A repository without a version."""
    root = root_with(tmp_path / "root")
    git(root, "init", "--quiet", "--initial-branch", "main")
    return Project(root)


@pytest.fixture
def project(empty) -> Project:
    """Two versions and changes since: texts, a new goal, a file that is gone, a place and a term that are gone."""
    empty.edit(PLAATSEN, "plaatsen:\n", f"plaatsen:\n{PLACE}")
    empty.edit(BEGRIPPEN, "begrippen:\n", f"begrippen:\n{TERM}")
    empty.edit(WONEN, "plaatsen: [polderdam]", "plaatsen: [polderdam, oud-dorp]")
    empty.edit(WONEN, "dat iedereen fijn woont", "doorstroming en de Wmo regelen")
    base = (empty.root / WONEN).read_text(encoding="utf-8")
    groen = base.split("inleiding:")[0].replace("fijn-wonen", "groen-dorp").replace("Fijn wonen", "Groen dorp")
    groen = groen.replace("nummer: 1", "nummer: 2")
    empty.write(GROEN, f"{groen}inleiding: Meer groen.\ndoelen:\n  - {{id: doel-bomen, naam: Meer bomen}}\n")
    empty.edit(WONEN, "let_op:\n", f"{LINK}let_op:\n")
    empty.release("2020")
    empty.edit(WONEN, "doelen:\n", NEW_GOAL)
    empty.edit(WONEN, "naam: Bouwen", "naam: Sneller bouwen")
    empty.release("2020", "2021")
    empty.edit(WONEN, "tot en met 2022, van: 2021, tot: 2022", "tot en met 2024, van: 2021, tot: 2024")
    empty.edit(WONEN, "De gemeente houdt de regie", "De gemeente houd de regie")
    empty.edit(WONEN, LINK, "")
    empty.edit(WONEN, ", oud-dorp]", "]")
    empty.edit(PLAATSEN, PLACE, "")
    empty.edit(BEGRIPPEN, TERM, "")
    (empty.root / GROEN).unlink()
    return empty


def lines(renderer: Renderer, ref: str) -> list[tuple[str, str]]:
    """Return the words and addresses of the past of an item of now."""
    found = item_lines(renderer.site, renderer.site.policy.entries[ref])
    return [(line.link.text, line.link.address) for line in found]


def past(renderer: Renderer, ref: str = "fijn-wonen"):
    """Return the past of a file of now."""
    return file_history(renderer.site, renderer.site.policy.entries[ref])


def text_of(html: str) -> str:
    """Return the words of a page without its tags."""
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def test_every_file_of_every_version_has_a_page_below_that_version(project):
    """The files of a version stand in the same folders as those of now, below the address of the version."""
    assert sorted(project.renderer().archive.pages) == [
        "versies/2020/kernopgaven/fijn-wonen/",
        "versies/2020/kernopgaven/groen-dorp/",
        "versies/2021/kernopgaven/fijn-wonen/",
        "versies/2021/kernopgaven/groen-dorp/",
    ]


def test_an_old_page_shows_the_text_of_then(project):
    """Each version has its own words for a step, and what came later is not on it."""
    renderer = project.renderer()
    first = renderer.page("versies/2020/kernopgaven/fijn-wonen/")
    second = renderer.page("versies/2021/kernopgaven/fijn-wonen/")
    assert "Bouwen" in first
    assert "Sneller bouwen" not in first
    assert "Betaalbare huizen" not in first
    assert "Sneller bouwen" in second
    assert "2021 tot en met 2022" in text_of(second)
    assert "pk-historie" not in second


def test_every_item_of_a_version_stands_on_its_page(project):
    """Nothing of an old file is left out of its page."""
    renderer = project.renderer()
    for path, (site, page) in renderer.archive.pages.items():
        html = renderer.page(path)
        assert [e.ref for e in site.policy.below(page.entry) if f'id="{e.item.id}"' not in html] == [], path


def test_the_banner_leads_to_now_and_to_what_changed(project):
    """An old page says that it is not of now, of which version it is, and where to find now and the changes."""
    page = project.renderer().page("versies/2020/kernopgaven/fijn-wonen/")
    banner = page[page.index("pk-oud") : page.index("\n# ")]
    assert "Dit is niet de tekst van nu" in banner
    assert "de versie van 2020" in banner
    assert 'href="../../../../kernopgaven/fijn-wonen/"' in banner
    assert 'href="../../../../wijzigingen/2020-nu/#bestand-fijn-wonen"' in banner
    assert 'href="../../../../versies/2020/"' in banner


def test_a_file_that_is_gone_says_so(project):
    """The old page of a file that does not exist any more does not lead to a page that is not there."""
    page = project.renderer().page("versies/2021/kernopgaven/groen-dorp/")
    assert "Deze tekst bestaat niet meer" in page
    assert "wijzigingen/2021-nu/#bestand-groen-dorp" in page
    assert 'href="../../../../kernopgaven/groen-dorp/' not in page


def test_a_file_that_did_not_change_since_says_so(project):
    """The banner names no changes when there are none, and does not take the notes of the editors for any."""
    git(project.root, "checkout", "--quiet", "--", WONEN, GROEN, PLAATSEN, BEGRIPPEN)
    page = project.renderer().page("versies/2021/kernopgaven/fijn-wonen/")
    assert "Sindsdien niet gewijzigd. " in page
    project.edit(WONEN, "De bron zegt niet hoeveel huizen.", "De bron noemt geen aantal.")
    renderer = project.renderer()
    page = renderer.page("versies/2021/kernopgaven/fijn-wonen/")
    assert "Sindsdien niet gewijzigd, op opmerkingen van de redactie na. " in page
    assert past(renderer).since == "Ongewijzigd sinds de versie van 2021, op opmerkingen van de redactie na"


def test_links_of_an_old_page_stay_in_the_version_or_lead_to_what_is_there_now(project):
    """Other files lead to the same version, places and terms to their page of now, and what is gone is plain text."""
    page = project.renderer().page("versies/2020/kernopgaven/fijn-wonen/")
    assert 'href="../../../../versies/2020/kernopgaven/groen-dorp/#doel-bomen"' in page
    assert 'href="../../../../plaatsen/polderdam/"' in page
    assert 'href="../../../../begrippen/wmo/"' in page
    assert "Oud-Dorp" in page
    assert "plaatsen/oud-dorp/" not in page
    assert "doorstroming" in page
    assert "begrippen/doorstroming/" not in page
    assert 'href="../../../../"' in page  # the crumb to the home page
    assert page.count('href="../../../../"') == 1


def test_a_gone_source_is_plain_text(project):
    """A source document that is no longer listed is named on the old page without a link."""
    for file in (WONEN, "data/roles.yaml"):
        path = project.root / file
        path.write_text(path.read_text(encoding="utf-8").replace("visie-2020", "visie-2"), encoding="utf-8")
    project.edit("data/documenten.yaml", "visie-2020", "visie-2")
    path = project.root / VERSIES
    path.write_text(path.read_text(encoding="utf-8").replace("visie-2020", "visie-2"), encoding="utf-8")
    page = project.renderer().page("versies/2020/kernopgaven/fijn-wonen/")
    assert "<dd>Visie (2020), Hoofdstuk 1</dd>" in page


def test_an_old_page_names_where_its_data_is_and_has_no_link_to_that_of_now(project):
    """The data behind an old page is named with its commit; the file of now is something else."""
    page = project.renderer().page("versies/2020/kernopgaven/fijn-wonen/")
    assert f"<dd>{WONEN}, commit v2020 in Git</dd>" in page
    assert f'href="../../../../{WONEN}"' not in page


def test_the_title_of_an_old_page_names_its_version(project):
    """The tabs of a browser tell versions apart, also when two files of a version have one name."""
    renderer = project.renderer()
    titles = [site.tab_title(page) for site, page in renderer.archive.pages.values()]
    assert titles == ["Fijn wonen (2020)", "Groen dorp (2020)", "Fijn wonen (2021)", "Groen dorp (2021)"]
    project.write(GROEN, git(project.root, "show", f"v2020:{GROEN}").replace("titel: Groen dorp", "titel: Fijn wonen"))
    project.edit(WONEN, "let_op:\n", f"{LINK}let_op:\n")
    project.release("2020", "2021", "2022")
    renderer = project.renderer()
    site, page = renderer.archive.pages["versies/2022/kernopgaven/groen-dorp/"]
    assert site.tab_title(page) == "Fijn wonen (kernopgave, 2022)"
    assert menu_entry(page) == "wijzigingen.md"


def test_the_entrance_lists_files_and_comparisons(project):
    """The page of a version leads to all its files, to what came with it, and to what changed since."""
    page = project.renderer().page("versies/2021/")
    for target in (
        "versies/2021/kernopgaven/fijn-wonen/", "versies/2021/kernopgaven/groen-dorp/", "kernopgaven/fijn-wonen/",
        "wijzigingen/2020-2021/", "wijzigingen/2021-nu/", "wijzigingen/2021-nu/#bestand-groen-dorp",
    ):  # fmt: skip
        assert f'href="../../{target}"' in page, target
    assert "Deze tekst bestaat niet meer" in page
    assert "wijzigingen/2020-nu/" not in page


def test_files_of_then_that_cannot_be_shown_are_named(project):
    """A file of an old version that is refused today is named on the page of that version."""
    text = (project.root / WONEN).read_text(encoding="utf-8")
    project.edit(WONEN, "nummer: 1\ninleiding", "nummer: een\ninleiding")
    project.release("2020", "2021", "2022")
    project.write(WONEN, text)
    page = project.renderer().page("versies/2022/")
    assert "niet meer te tonen" in page
    assert WONEN in page


def test_an_item_that_never_changed_has_no_line(project):
    """No clutter: only what differs between versions says so."""
    renderer = project.renderer()
    assert lines(renderer, "fijn-wonen/letop-huizen") == []
    page = renderer.page("kernopgaven/fijn-wonen/")
    assert page.count('class="pk-historie"') == 4


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("doel-betaalbaar", [("Nieuw in 2021", "2020-2021/#fijn-wonen.doel-betaalbaar--added")]),
        (
            "stap-bouwen",
            [
                ("Gewijzigd na 2021", "2021-nu/#fijn-wonen.stap-bouwen--wanneer"),
                ("Gewijzigd in 2021", "2020-2021/#fijn-wonen.stap-bouwen--naam"),
            ],
        ),
        ("rol-gemeente-regie", [("Schrijfwijze aangepast na 2021", "2021-nu/#fijn-wonen.rol-gemeente-regie--naam")]),
        ("doel-genoeg-huizen", [("Gewijzigd na 2021", "2021-nu/#fijn-wonen.doel-genoeg-huizen--plaatsen")]),
    ],
)
def test_an_item_says_when_it_came_and_changed(project, item, expected):
    """Each item says what happened to it, the newest first, with a link to the change."""
    found = lines(project.renderer(), f"fijn-wonen/{item}")
    assert found == [(words, f"wijzigingen/{address}") for words, address in expected]


@pytest.mark.parametrize(
    ("field", "marked"),
    [
        ("gewone_naam: Genoeg plek om te wonen", []),
        ("voor: [inwoners]", []),
        ("beter: hoger", ["Gewijzigd na 2021"]),
    ],
)
def test_what_editors_add_for_readers_marks_no_change(project, field, marked):
    """A plain name, and for whom it is where nothing was said, are no other policy; any other field may be."""
    git(project.root, "checkout", "--quiet", "--", WONEN, GROEN, PLAATSEN, BEGRIPPEN)
    project.edit(WONEN, "  - id: doel-genoeg-huizen\n", f"  - id: doel-genoeg-huizen\n    {field}\n")
    assert [words for words, _ in lines(project.renderer(), "fijn-wonen/doel-genoeg-huizen")] == marked


def test_where_only_texts_were_improved_nothing_says_that_policy_changed(project):
    """When the editors say that the policy stayed the same after a version, an item and its file say that the text is better."""
    versions = (project.root / VERSIES).read_text(encoding="utf-8")
    project.write(VERSIES, versions.replace('commit: "v2021"', 'commit: "v2021", beleid_gelijk: true'))
    renderer = project.renderer()
    assert lines(renderer, "fijn-wonen/stap-bouwen")[0][0] == "Tekst verbeterd na 2021"
    assert lines(renderer, "fijn-wonen/stap-bouwen")[1][0] == "Gewijzigd in 2021"
    assert past(renderer).since == "Tekst verbeterd na de versie van 2021"


def test_an_item_that_moved_says_so_and_keeps_its_past(project):
    """An item that goes to another file is moved, and what happened to it there before is still told."""
    git(project.root, "checkout", "--quiet", "--", WONEN, GROEN, PLAATSEN, BEGRIPPEN)
    step = """\
  - id: stap-bouwen
    termijn: kort
    naam: Sneller bouwen
    trekker: [gemeente]
    wanneer: {tekst: 2021 tot en met 2022, van: 2021, tot: 2022}
"""
    project.edit(WONEN, f"stappen:\n{step}", "")
    project.write(GROEN, f"{(project.root / GROEN).read_text(encoding='utf-8')}stappen:\n{step}")
    assert lines(project.renderer(), "groen-dorp/stap-bouwen") == [
        ("Verplaatst na 2021", "wijzigingen/2021-nu/#groen-dorp.stap-bouwen--moved"),
        ("Gewijzigd in 2021", "wijzigingen/2020-2021/#fijn-wonen.stap-bouwen--naam"),
    ]


def test_a_file_says_what_changed_last(project):
    """A page tells since when it is as it is, its last changes, and where to read it as it was."""
    found = past(project.renderer())
    assert found.since == "Gewijzigd na de versie van 2021"
    assert found.when == "Na 2021"
    assert len(found.last) == 3
    assert all(link.address.startswith("wijzigingen/2021-nu/#fijn-wonen") for link in found.last)
    assert found.all_changes is not None
    assert found.all_changes.address == "wijzigingen/2021-nu/#bestand-fijn-wonen"
    assert re.fullmatch(r"Alle \d wijzigingen na 2021", found.all_changes.text)
    assert [(link.text, link.address) for link in found.earlier] == [
        ("Visie 2020", "versies/2020/kernopgaven/fijn-wonen/"),
        ("Visie 2021", "versies/2021/kernopgaven/fijn-wonen/"),
    ]
    assert found.missing == ""


def test_a_file_that_did_not_change_says_since_when(project):
    """Without a change the page names the oldest version with the same text; the last change before it is still told."""
    git(project.root, "checkout", "--quiet", "--", WONEN, GROEN, PLAATSEN, BEGRIPPEN)
    renderer = project.renderer()
    assert past(renderer, "groen-dorp").since == "Ongewijzigd sinds de versie van 2020"
    assert past(renderer, "groen-dorp").last == ()
    wonen = past(renderer)
    assert wonen.since == "Ongewijzigd sinds de versie van 2021"
    assert wonen.when == "In 2021"
    assert {link.address for link in wonen.last} == {
        "wijzigingen/2020-2021/#fijn-wonen.doel-betaalbaar--added",
        "wijzigingen/2020-2021/#fijn-wonen.stap-bouwen--naam",
    }


def test_a_new_file_is_new_as_a_whole(project):
    """A file that came with or after a version says so once, and none of its items repeats it."""
    text = (project.root / WONEN).read_text(encoding="utf-8")
    text = (
        text.replace("fijn-wonen", "nog-een").replace("Fijn wonen", "Nog een").replace("nummer: 1\nin", "nummer: 3\nin")
    )
    project.write("data/kernopgaven/nog-een.yaml", text)
    renderer = project.renderer()
    found = past(renderer, "nog-een")
    assert found.since == "Nieuw na de versie van 2021"
    assert (found.last, found.earlier) == ((), ())
    assert found.all_changes is not None
    assert found.all_changes.address == "wijzigingen/2021-nu/#bestand-nog-een"
    assert "pk-historie" not in renderer.page("kernopgaven/nog-een/")
    project.release("2020", "2021", "2022")
    renderer = project.renderer()
    assert past(renderer, "nog-een").since == "Nieuw sinds de versie van 2022, daarna niet gewijzigd"
    assert [link.address for link in past(renderer, "nog-een").earlier] == ["versies/2022/kernopgaven/nog-een/"]


def test_a_file_with_another_id_keeps_its_past(project):
    """A file that was given another id leads to its old pages, and these lead back to it."""
    git(project.root, "checkout", "--quiet", "--", WONEN, GROEN, PLAATSEN, BEGRIPPEN)
    text = (project.root / GROEN).read_text(encoding="utf-8")
    (project.root / GROEN).unlink()
    project.write("data/kernopgaven/groener.yaml", text.replace("id: groen-dorp", "id: groener"))
    project.edit(WONEN, "met: groen-dorp/", "met: groener/")
    renderer = project.renderer()
    assert past(renderer, "groener").earlier[0].address == "versies/2020/kernopgaven/groen-dorp/"
    assert 'href="../../../../kernopgaven/groener/"' in renderer.page("versies/2020/kernopgaven/groen-dorp/")
    assert lines(renderer, "groener/doel-bomen") == []


def test_without_git_the_pages_say_what_is_missing(project, tmp_path):
    """A copy without history says in plain words that earlier versions cannot be read, and names no folder."""
    shutil.copytree(project.root, tmp_path / "kopie", ignore=shutil.ignore_patterns(".git"))
    renderer = Project(tmp_path / "kopie").renderer()
    assert renderer.archive.pages == {}
    for path in ("kernopgaven/fijn-wonen/", "versies/2020/"):
        page = renderer.page(path)
        assert "Eerdere versies zijn in deze kopie van de site niet te lezen" in page
        assert str(tmp_path) not in page
    assert "Zo was het in" not in renderer.page("kernopgaven/fijn-wonen/")
    assert "pk-historie" not in renderer.page("kernopgaven/fijn-wonen/")


def test_a_shallow_clone_says_what_is_missing(project, tmp_path):
    """A copy with only the last commit is a site that says so."""
    git(project.root, "add", "--all")
    git(project.root, "commit", "--quiet", "--message", "nu")
    git(tmp_path, "clone", "--quiet", "--no-tags", "--depth", "1", f"file://{project.root}", "kopie")
    renderer = Project(tmp_path / "kopie").renderer()
    assert renderer.archive.pages == {}
    assert "Eerdere versies zijn in deze kopie van de site niet te lezen" in renderer.page("versies/2020/")


def test_a_missing_tag_leaves_the_other_versions(project):
    """One version that is not there is named, and the rest can be read."""
    git(project.root, "tag", "--delete", "v2020")
    renderer = project.renderer()
    assert [path.split("/")[1] for path in renderer.archive.pages] == ["2021", "2021"]
    assert past(renderer).missing == "De versie van 2020 is in deze kopie van de site niet te lezen."
    assert "De versie van 2020" in renderer.page("versies/2020/")


def test_without_listed_versions_nothing_is_said(empty):
    """A policy that lists no versions has pages without a past."""
    page = empty.renderer().page("kernopgaven/fijn-wonen/")
    assert "Wijzigingen</dt>" not in page
    assert "niet te lezen" not in page


def test_text_of_an_old_version_is_text(empty):
    """HTML, Markdown and Jinja in old data are shown as they are."""
    nasty = "<script>x</script> {{ 7*7 }} # kop **vet**"
    empty.edit(WONEN, "naam: Genoeg huizen", f"naam: '{nasty}'")
    empty.edit(WONEN, "titel: Fijn wonen", f"titel: '{nasty}'")
    empty.release("2020")
    empty.edit(WONEN, f"naam: '{nasty}'", "naam: '<b>nu</b>'")
    with lenient():
        renderer = empty.renderer()
    for path in ("versies/2020/kernopgaven/fijn-wonen/", "versies/2020/", "kernopgaven/fijn-wonen/"):
        page = renderer.page(path)
        assert "<script>" not in page, path
        assert "<b>" not in page, path
        assert not [line for line in page.splitlines() if line.startswith("# ") and "vet" in line and "**" in line]


@pytest.mark.parametrize(
    ("id_", "few", "many"),
    [
        ("2012", "2012", "de versie van 2012"),
        ("herziening", "versie 'Eerste herziening'", "versie 'Eerste herziening'"),
        ("nu", "nu", "nu"),
    ],
)
def test_a_version_is_spoken_of_by_its_year_or_its_name(id_, few, many):
    """An id that is a year reads as a year; of any other version a reader knows the name."""
    name = "Eerste herziening"
    assert (short(id_, name), spoken(id_, name)) == (few, many)
