"""The whole road in a real browser, from "this is not right" on the built site to the site that shows it, with script and without.

Each time two people change one goal in a bare repository without a forge, and somebody else decides; all three sign on at a proxy.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from support.browser import launched, needs_browser, violations
from support.gemeente import WERKBANK
from support.git import git
from support.served import served
from support.signed_on import signed_on
from support.site import BuiltSite, build_whole, serving

pytestmark = needs_browser
HOST = urlsplit(WERKBANK).hostname
PEOPLE = {
    name: {"X-Forwarded-User": name, "X-Forwarded-Email": f"{name.split()[0].lower()}@polderdam.example", "X-Groups": groups}
    for name, groups in (("Anna de Vries", ""), ("Bas Bakker", ""), ("Chris Chef", "redactie"))
}  # fmt: skip
SETTINGS = f"""
adres = "{WERKBANK}"
[aanmelden]
soort = "kop"
proxy = ["127.0.0.1"]
groepen = "X-Groups"
[rollen]
voorstellen = ["anna@polderdam.example", "bas@polderdam.example"]
beslissen = ["groep:redactie"]
"""
LOOKS = ((320, "light"), (320, "dark"), (1280, "light"), (1280, "dark"))


@dataclass(frozen=True)
class Story:
    """What two people do with a goal in a file, starting at its page: what they correct in an activity of it, and what the first adds.

    `mine` and `theirs` are the date in words and when it ends, `other` is a text of the goal that the second changes as well. What is told
    of these changes ends in `_told`; of each item the name and the id are given.
    """

    has_script: bool
    file: str
    page: str
    activity: tuple[str, str]
    mine: tuple[str, str]
    mine_told: str
    theirs: tuple[str, str]
    theirs_told: str
    other: str
    other_told: str
    added: tuple[str, str]
    partner: tuple[str, str]

    @property
    def goal(self) -> str:
        """The id of the goal."""
        return self.page.rstrip("/").rpartition("/")[2]


STORIES = (
    Story(
        has_script=True,
        file="fijn-wonen",
        page="kernopgaven/fijn-wonen/doel-genoeg-huizen/",
        activity=("Bouwen aan de dijk", "activiteit-bouwen"),
        mine=("2015 tot maart 2018", "maart 2018"),
        mine_told="einde-eerder",
        theirs=("2015 tot 2019", "2019"),
        theirs_told="einde-later",
        other="De gemeente bouwt minstens 70 huizen per jaar. Alle nieuwe huizen moeten zuinig zijn.",
        other_told="van 60 naar 70 huizen",
        added=("Buurthuis aan de dijk", "buurthuis-aan-de-dijk"),
        partner=("Stichting Dijkhuis", "stichting-dijkhuis"),
    ),
    Story(
        has_script=False,
        file="prettig-wonen",
        page="programmalijnen/prettig-wonen/doel-passend-huis/",
        activity=("Hulp bij verhuizen", "activiteit-doorstromen"),
        mine=("tot en met 2028", "2028"),
        mine_told="vervroegd",
        theirs=("tot en met 2030", "2030"),
        theirs_told="tijdstip-gewijzigd",
        other="Elk jaar komen er minstens 30 huizen voor jongeren bij.",
        other_told="van 20 naar 30 huizen",
        added=("Een dag om huizen te ruilen", "een-dag-om-huizen-te-ruilen"),
        partner=("Ruilclub Polderdam", "ruilclub-polderdam"),
    ),
)
BOTH_WAYS = pytest.mark.parametrize("way", range(len(STORIES)), ids=["with-script", "without-script"])


@dataclass
class Landed:
    """What came of a story: the commits of main before it and after each take-over, and what was wrong on the way."""

    story: Story
    before: str
    first: str = ""
    second: str = ""
    wrong: list[str] = field(default_factory=list)

    def look(self, page: Page, name: str, looks: Sequence[tuple[int, str]] = LOOKS[::3]) -> None:
        """Note what is wrong with a page in some looks; without script it is the same, and looked at no second time."""
        if self.story.has_script:
            self.wrong += looked_at(page, name, looks)


@dataclass
class Desk:
    """A werkbank behind a proxy, over a bare repository, and a site that leads to it."""

    repository: Path
    site: str
    browser: Browser
    script: bool = True
    contexts: dict[str, BrowserContext] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    @property
    def main(self) -> str:
        """The commit that is in force."""
        return git(self.repository, "rev-parse", "main")

    @contextmanager
    def of(self, name: str) -> Iterator[Page]:
        """Give a window of somebody, who signed on under a name; it is closed at the end."""
        if name not in self.contexts:
            self.contexts[name] = self.browser.new_context(
                viewport={"width": 1280, "height": 900},
                java_script_enabled=self.script,
                ignore_https_errors=True,
                http_credentials={"username": name, "password": "x"},
            )
        page = self.contexts[name].new_page()
        # How long something takes is no test: a machine may be busy.
        page.set_default_timeout(120_000)
        page.on("console", lambda message: self.said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        yield page
        page.close()


def looked_at(page: Page, name: str, looks: Sequence[tuple[int, str]]) -> list[str]:
    """Return what is wrong with a page at some widths, in the light or the dark."""
    found = []
    for width, scheme in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        wrong = violations(page)
        for _ in range(4):
            # The page beside the form may have been on its way to another one while it was looked at.
            if wrong:
                page.wait_for_timeout(4000)
                wrong = violations(page)
        found += [f"{name} {width} {scheme}: {each}" for each in wrong]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{name} {width} {scheme}: te breed")
    return found


def kept(page: Page, *, script: bool) -> None:
    """Wait until what was typed is saved, or press the button for it."""
    if not script:
        page.get_by_role("button", name="Opslaan", exact=True).last.click()
    page.locator("[data-wb-opgeslagen]", has_text=re.compile("Opgeslagen (vandaag )?om")).wait_for()


def form_of_goal(page: Page, desk: Desk, story: Story) -> None:
    """Go from the page of the goal on the site to its form."""
    page.goto(f"{desk.site}{story.page}")
    page.get_by_role("link", name="Stel een wijziging voor").click()
    page.locator("[data-wb-formulier]").wait_for()


def correct_date(page: Page, story: Story, said: tuple[str, str]) -> None:
    """Correct the date of the activity, from the form of the goal."""
    page.get_by_role("link", name=story.activity[0], exact=True).click()
    page.get_by_role("heading", name=story.activity[0], exact=True).wait_for()
    page.locator("[name='wanneer/tekst']").fill(said[0])
    unfold(page, "wanneer/tot")
    page.locator("[name='wanneer/tot']").fill(said[1])
    kept(page, script=story.has_script)
    page.locator("[data-wb-gezegd]", has_text=f"Gelezen als: {said[1]}").first.wait_for()


def unfold(page: Page, name: str) -> None:
    """Open all that a field is folded in, the outermost first, by clicking."""
    for fold in page.locator("details", has=page.locator(f"[name='{name}']")).all():
        if fold.get_attribute("open") is None:
            fold.locator("> summary").click()


def add_activity(page: Page, story: Story) -> None:
    """Add an activity to the goal, with a partner that is in no list yet."""
    page.get_by_role("navigation", name="Kruimelpad").get_by_role("link").last.click()
    page.get_by_role("link", name="Voeg toe: activiteit").click()
    page.locator("#v-naam").fill(story.added[0])
    unfold(page, "partners/nieuw/naam")
    page.locator("[name='partners/nieuw/naam']").fill(story.partner[0])
    page.locator("[name='partners/nieuw/uitleg']").fill("Mensen uit de buurt doen dit samen.")
    page.locator("[name='partners/nieuw/soort']").select_option("wonen")
    page.locator("[name='partners/nieuw/uitleg_van']").select_option("redactie")
    page.get_by_role("button", name="Opslaan", exact=True).last.click()
    page.get_by_role("heading", name=story.added[0]).wait_for()


def hand_in(page: Page, title: str) -> str:
    """Give the proposal that one is in a title, hand it in, and return its address."""
    page.get_by_role("link", name="Naar het voorstel").click()
    page.locator("#v-titel").fill(title)
    page.get_by_role("button", name="Bewaar titel en reden").click()
    page.get_by_role("button", name="Inleveren").click()
    page.get_by_role("button", name="Neem terug").wait_for()
    return page.url


def take_over(page: Page, title: str) -> None:
    """Find a proposal in the list of those who decide, and take it over."""
    page.goto(f"{WERKBANK}/voorstellen")
    page.get_by_role("link", name=title, exact=True).click()
    page.get_by_role("button", name="Neem over").click()
    page.locator(".wb-gezegd", has_text="Het voorstel is overgenomen").wait_for()


def lived(desk: Desk, story: Story) -> Landed:
    """Let two people and somebody who decides live a story, and return what came of it."""
    desk.contexts, desk.script, desk.said = {}, story.has_script, []
    landed = Landed(story, desk.main)
    with desk.of("Anna de Vries") as page:
        form_of_goal(page, desk, story)
        correct_date(page, story, story.mine)
        if story.has_script:
            page.frame_locator("[data-wb-voorbeeld]").get_by_text(story.mine[0]).first.wait_for()
            page.locator("[data-wb-verschil]", has_text=story.mine[1]).wait_for()
        landed.look(page, "formulier", LOOKS)
        add_activity(page, story)
        landed.look(page, "nieuw onderdeel")
        hers = hand_in(page, f"Van Anna: {story.added[0]}")
        landed.look(page, "ingeleverd")
    with desk.of("Bas Bakker") as page:
        form_of_goal(page, desk, story)
        page.locator("#v-toelichting").fill(story.other)
        kept(page, script=story.has_script)
        correct_date(page, story, story.theirs)
        hand_in(page, f"Van Bas: {story.added[0]}")
    with desk.of("Chris Chef") as page:
        page.goto(f"{WERKBANK}/?q=dijk")
        landed.look(page, "begin")
        take_over(page, f"Van Bas: {story.added[0]}")
        landed.first = desk.main
    with desk.of("Anna de Vries") as page:
        page.goto(hers)
        page.get_by_role("button", name="Werk bij").click()
        page.get_by_role("heading", name="Wat moet het worden?").wait_for()
        landed.look(page, "botsing")
        assert page.locator(".wb-botsing").count() == 1
        assert (
            story.other_told in page.get_by_role("heading", name="Dit komt er vanzelf bij").locator("..").inner_text()
        )
        choice = page.get_by_role("button", name="Kies die van jou")
        choice.focus()
        page.keyboard.press("Enter")
        page.locator(".wb-gezegd", has_text="Het voorstel is bijgewerkt").wait_for()
    with desk.of("Chris Chef") as page:
        page.goto(hers)
        page.get_by_role("button", name="Neem over").wait_for()
        landed.look(page, "beslissen")
        take_over(page, f"Van Anna: {story.added[0]}")
        landed.second = desk.main
    for context in desk.contexts.values():
        context.close()
    landed.wrong += desk.said
    return landed


@pytest.fixture(scope="module")
def repository(polderdam, tmp_path_factory) -> Path:
    """A bare repository of Polderdam, which is all that an organisation without a forge has."""
    folder = tmp_path_factory.mktemp("weg") / "beleid.git"
    git(folder.parent, "clone", "--quiet", "--bare", str(polderdam), str(folder))
    return folder


@pytest.fixture(scope="module")
def landed(repository, without_history) -> list[Landed]:
    """What came of the stories, one after the other."""
    folder = repository.parent
    (folder / "werkbank.toml").write_text(SETTINGS, encoding="utf-8")
    with ExitStack() as stack:
        behind = stack.enter_context(served(repository, "--instellingen", str(folder / "werkbank.toml")))
        port = stack.enter_context(signed_on(behind, HOST, PEOPLE, folder))
        browser = stack.enter_context(
            launched("--ignore-certificate-errors", f"--host-resolver-rules=MAP {HOST} 127.0.0.1:{port}")
        )
        desk = Desk(repository, stack.enter_context(serving(without_history.folder)), browser)
        return [lived(desk, story) for story in STORIES]


@pytest.fixture(scope="module")
def clone(repository, landed) -> Path:
    """A fresh clone of what is in force after it all."""
    assert git(repository, "rev-parse", "main") == landed[-1].second
    folder = repository.parent / "kloon"
    git(folder.parent, "clone", "--quiet", str(repository), str(folder))
    return folder


def told(clone: Path, old: str, new: str) -> list[str]:
    """Return what `polderkoers diff` tells between two commits: the reference, the field and the meaning of each change, sorted."""
    words = [sys.executable, "-m", "polderkoers", "diff", old, new, "--format", "json", "--root", clone]
    found = json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)
    assert (found["skipped"], found["beside"]) == ([], [])
    return sorted(
        f"{each['ref']} {each.get('field') or each['label']}: {', '.join(each['meaning'])}" for each in found["changes"]
    )


def test_both_proposals_land_with_one_clash_decided_by_a_button(landed, repository):
    """Nothing was wrong on the way, nobody is left waiting, and main says whose each proposal is and who took it over."""
    assert [each.wrong for each in landed] == [[], []]
    for each in landed:
        whose = [git(repository, "log", "-1", "--format=%an %s", commit) for commit in (each.first, each.second)]
        assert whose == [f"Bas Bakker Van Bas: {each.story.added[0]}", f"Anna de Vries Van Anna: {each.story.added[0]}"]
        assert git(repository, "log", "-1", "--format=%cn", each.second) == "Chris Chef"
    assert git(repository, "fsck", "--no-dangling") == ""


@BOTH_WAYS
def test_the_comparison_tells_exactly_the_two_changes(clone, landed, way):
    """What the one changed, and then what the other changed, with the numbers of the versions and nothing else."""
    found, story = landed[way], STORIES[way]
    assert told(clone, found.before, found.first) == sorted(
        (
            f"{story.file} versie: ",
            f"{story.file}/{story.goal} toelichting: doel-aangescherpt",
            f"{story.file}/{story.activity[1]} wanneer: {story.theirs_told}",
        )
    )
    assert told(clone, found.first, found.second) == sorted(
        (
            "organisaties versie: ",
            f"organisaties/{story.partner[1]} {story.partner[0]}: toegevoegd",
            f"{story.file} versie: ",
            f"{story.file}/{story.activity[1]} wanneer: {story.mine_told}",
            f"{story.file}/{story.added[1]} {story.added[0]}: toegevoegd",
        )
    )


def test_the_site_of_what_is_in_force_shows_the_result(clone, tmp_path):
    """Built from a fresh clone, the page of the goal has the date of the first, the text of the second and the activity, which names its new partner."""
    build_whole(clone, tmp_path / "site")
    site = BuiltSite(tmp_path / "site")
    for story in STORIES:
        page = read(site, story.page)
        assert [text for text in (story.mine[0], story.other, story.added[0]) if text not in page] == []
        assert story.theirs[0] not in page
        assert story.partner[0] in read(site, f"{story.page.removesuffix(f'{story.goal}/')}{story.added[1]}/")
        assert story.added[0] in read(site, f"organisaties/{story.partner[1]}/")


def read(site: BuiltSite, path: str) -> str:
    """Return what a page says, in one line."""
    return " ".join(" ".join(element.text for element in site.page(path).all("main")).split())
