"""Text is text: a corpus of injections in every text field of the data harms no page, and is read back as it was."""

from __future__ import annotations

import functools
import gzip
import json
import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page

from injection.corpus import CONTROL, GOOD_LINKS, HIDDEN, IDS, LINKS, SHOWN, Injection
from injection.filled import CATALOGUES, FILES, PICTURE, Filler, Planted
from injection.reading import Reader, plain
from polderkoers.policy.load import load
from polderkoers.policy.schema import Schemas
from polderkoers.problems import has_errors
from polderkoers.website.search.compounds import JOINT
from polderkoers.website.views.age import EARLIER, NOW, OTHERS, WAITING
from polderkoers.website.views.shown_times import WORDS
from support.browser import needs_browser
from support.gemeente import INSTANCE, laid
from support.lenient import IN_THE_ENVIRONMENT, lenient
from support.made_up import KERNOPGAVE, root_with
from support.site import ROOT, BuiltSite, build_whole, serving
from support.structure import covering, joints

# Four rows of ordinary text come first. Row 0 holds the municipality itself; a row is compared with row 2 or 3.
ORDINARY = tuple(Injection(f"gewone rij {row}", "Gewone tekst") for row in range(4))
# In every field stands every sixth injection, and all of them when every page is looked at; all stand in the titles, summaries and
# goals of the site of test_build.py, test_feeds_site.py and test_social_site.py.
EVERY = 6
# A search takes half a second, and shows every text in the same list.
EVERY_TITLE = 5
MARKER = re.compile(r"[Zz]q[0-9]+qz")
# The page of one item, with the number of the injection that it holds.
NUMBERED = re.compile(r"(.*/[a-z]+)-([0-9]+)/")
# Fields that stand on no page: a unit gives way to `weergave`, which says the figure in words, and the English words in the
# list of terms are marked as English where they stand. The place of a list of decisions gives way to that of each decision, and what
# says a picture in words is an attribute.
NOT_SHOWN = re.compile(r".*(cijfers|indicatoren)/eenheid|begrippen/engels|besluiten/bron/plek|.*/beeld/alt")
SAFE_ADDRESS = re.compile(
    r"(https://(www\.mkdocs\.org|squidfunk\.github\.io)/|#|\?|\.{1,2}/|[a-z])[^\s<>\"'`\\{}]*|[.]{0,2}"
)


def softened(text: str) -> str:
    """Return text as a tab, a description and a list of search results show it: they have no use for a hard space."""
    return plain(text.replace("\u00a0", " ").replace("\u202f", " "))


def indexed(text: str) -> str:
    """Return text without what the index puts into it: signs that part compounds, and full stops between paragraphs."""
    return squeezed(softened(text)).replace(JOINT, "").replace(".", "")


def squeezed(text: str) -> str:
    """Return text without white space: where a browser puts a gap is not the question."""
    return re.sub(r"[ \t\r\n\f\v]+", "", text)


def written(rows: tuple[Injection, ...], row: int, marker: str) -> str:
    """Return what stands in a text field: the injection of a row, with a marker to find it by."""
    injection = rows[row]
    return f"{marker} {injection.text}" if injection.behind else f"{injection.text} {marker}"


@dataclass
class Full:
    """The site that is full of injections, what was planted in its data, and its pages as they were read."""

    site: BuiltSite
    rows: tuple[Injection, ...]
    planted: dict[str, Planted]
    pages: dict[str, Reader]

    def read(self, text: str, change: Callable[[str], str] = plain) -> tuple[set[str], set[str]]:
        """Return the markers in a text, and those of them that stand in the whole text that was planted with them.

        `change` is what was done to the text. A planted text may begin with a capital that it did not have.
        """
        found, whole = set(), set()
        for place in MARKER.finditer(text):
            marker = place.group().lower()
            wanted = change(self.planted[marker].text)
            start = place.start() - wanted.index(marker)
            found.add(marker)
            if start >= 0 and text[start : start + len(wanted)] in (wanted, wanted[:1].upper() + wanted[1:]):
                whole.add(marker)
        return found, whole


@pytest.fixture(scope="module")
def full(tmp_path_factory, whole) -> Full:
    """The site of a root in which every text field of the schemas holds every injection in turn."""
    root = tmp_path_factory.mktemp("injectie")
    shutil.copy(INSTANCE / "mkdocs.yml", root)
    (root / "docs").mkdir()
    (root / "docs" / PICTURE).write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    rows = (*ORDINARY, *(SHOWN if whole else SHOWN[::EVERY]))
    filler = Filler(Schemas(root), len(rows), functools.partial(written, rows))
    filler.fill(root)
    with lenient():
        problems = load(root).problems
    assert not has_errors(problems), [problem for problem in problems if problem.level == "fout"][:5]
    build_whole(root, root / "site", **IN_THE_ENVIRONMENT)
    site = BuiltSite(root / "site")
    pages = {path: Reader.of(site.html(path)) for path in site.paths}
    return Full(site, rows, {planted.marker: planted for planted in filler.planted}, pages)


# A version points at a commit of its own, and a search word may hold only letters. Who publishes is in test_other_policy.py, and what
# became of an address in tests/unit/website/test_stones.py. Readings are on no page; a translation has a test of its own below.
LEFT_OUT = {"versies", "zoekwoorden", "instelling", "adressen", "gelezen", "vertaling"}


def test_every_kind_of_file_is_filled():
    """A new kind of file must join the injections, unless no free text of it reaches a page."""
    assert set(Schemas(ROOT).kinds) - LEFT_OUT == {*CATALOGUES, *FILES}


def test_every_text_can_be_read_back_from_a_page(full):
    """Each injection in each text field stands on a page exactly as it is in the data, but for a few fields that are on none."""
    whole, seen = set(), set()
    for page in full.pages.values():
        found, complete = full.read(page.text)
        seen |= found
        whole |= complete
    # Every field has every row, but for those that hide another and so stand in every second row, and those of a
    # catalogue itself, which come once.
    counted = Counter(planted.field for planted in full.planted.values())
    once = {name for name in counted if name.count("/") == 1 and name.partition("/")[0] not in FILES}
    assert min(times for name, times in counted.items() if name not in once) >= len(full.rows) // 2
    changed = [full.planted[marker] for marker in seen - whole]
    assert changed == []
    missing = {full.planted[marker].field for marker in full.planted.keys() - seen}
    assert {field for field in missing if not NOT_SHOWN.fullmatch(field)} == set()


def test_no_injection_changes_of_what_a_page_is_made(full):
    """A page with injections has the elements and attributes of the same page with ordinary text, one by one."""
    compared = 0
    for path, page in full.pages.items():
        found = NUMBERED.fullmatch(path)
        if found and int(found[2]) >= 2:
            ordinary = full.pages[f"{found[1]}-{2 + int(found[2]) % 2}/"]
            named = (path, full.rows[int(found[2])].name)
            if found[1].startswith("plaatsen/"):
                # A map marks the place of its page, which is another point on each.
                assert sorted(page.skeleton) == sorted(ordinary.skeleton), named
            elif found[1].startswith("wie/"):
                # Of how many larger groups a group is a part differs.
                assert set(page.skeleton) <= set(ordinary.skeleton), named
            else:
                assert page.skeleton == ordinary.skeleton, named
            compared += 1
    # Partijen, rolsoorten and the five other catalogues, the four kinds of policy, the progress of a kernopgave and of a plan, reports
    # and decisions.
    assert compared == 15 * (len(full.rows) - 2)


def test_no_page_has_an_element_or_attribute_that_another_site_does_not_have(full, site):
    """The overviews too are made only of what the site of Polderdam, or a page with ordinary text, is made of."""
    ordinary = {bone for path in site.paths for bone in Reader.of(site.html(path)).bones}
    ordinary |= {bone for path, page in full.pages.items() if re.search(r"-[0-3]/$", path) for bone in page.bones}
    strange = {(path, bone) for path, page in full.pages.items() for bone in page.bones if bone not in ordinary}
    assert strange == set()


def test_a_translation_is_shown_as_text(tmp_path, site):
    """Injections in a translation are read back whole, and make nothing of which its pages are not made already."""
    root = laid(tmp_path / "polderdam")
    path = root / "data/vertalingen/en.yaml"
    translation = yaml.safe_load(path.read_text(encoding="utf-8"))
    hostile = " ".join(injection.text for injection in SHOWN).replace("\n", " ")
    for told in (*translation["teksten"], *translation["woorden"]):
        told["tekst"] = hostile
    translation["gemaakt_door"] = "<script>alert(1)</script>"
    path.write_text(json.dumps(translation, ensure_ascii=False), encoding="utf-8")
    build_whole(root, root / "site", **IN_THE_ENVIRONMENT)
    built = BuiltSite(root / "site")
    for page in ("en/", "en/onderwerpen/", "en/wegwijzers/idee-voor-de-straat/"):
        read = Reader.of(built.html(page))
        assert squeezed(plain(hostile)) in squeezed(read.text), page
        assert set(read.bones) <= set(Reader.of(site.html(page)).bones), page


def test_no_attribute_does_anything(full):
    """No page has a handler, a style, a strange id, or an address that is not its own, a reference, or an allowed link."""
    wrong = []
    for path, page in full.pages.items():
        for tag, name, value in page.attributes:
            address = name in {"href", "src", "action", "data", "formaction", "srcset", "poster", "xlink:href"}
            if name.startswith("on") or name in {"style", "srcdoc", "http-equiv", "autofocus"}:
                if (tag, name, value) != ("meta", "http-equiv", "Content-Security-Policy"):
                    wrong.append((path, tag, name, value))
            elif (address and value not in GOOD_LINKS and not SAFE_ADDRESS.fullmatch(value)) or (
                name == "id" and not re.fullmatch(r"[\w.-]+", value)
            ):
                wrong.append((path, tag, name, value))
    assert wrong == []


def test_scripts_hold_nothing_of_the_data(full):
    """What stands in a script element comes from the theme, never from the data."""
    assert [path for path, page in full.pages.items() for script in page.scripts if MARKER.search(script)] == []


def test_titles_descriptions_and_labels_hold_the_text(full):
    """The title of a tab, the description for search engines and the labels for screen readers are the text itself."""
    counted = dict.fromkeys(("tab", "title", "content", "aria-label", "data-label"), 0)
    for path, page in full.pages.items():
        values = [("tab", page.title), *((name, value) for _, name, value in page.attributes)]
        for name, value in values:
            if name in counted:
                # A tab and a description have no use for a hard space.
                found, whole = full.read(softened(value), softened)
                counted[name] += len(whole)
                assert found == whole, (path, name)
    # A page tells its description to search engines, and its title and description to who shares it. The tab of a goal names its file too.
    assert counted["tab"] >= 11 * len(full.rows)
    assert counted["content"] >= 3 * 11 * len(full.rows)
    assert min(counted.values()) >= len(full.rows)


def test_feeds_hold_the_text(full):
    """Every feed and the site map is XML, and a text of the data in it, or in the HTML that it holds, is as it was."""
    found = 0
    for file in full.site.folder.rglob("*.xml"):
        for element in ET.parse(file).iter():  # noqa: S314 - our own file, made a moment ago
            for text in (element.text or "", *element.attrib.values()):
                page = Reader.of(f"<body>{text}</body>") if element.get("type") == "html" else None
                seen, whole = full.read(softened(page.text if page else text), softened)
                assert seen == whole, file
                found += len(seen)
    assert found >= len(full.rows)


def test_the_search_index_holds_the_text(full):
    """What the search shows of a page, its title and its text, is the text as it is in the data."""
    index = full.site.folder / "zoeken" / "index" / "fragment"
    seen, whole = set(), set()
    for file in index.glob("*.pf_fragment"):
        page = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        for text in (page["content"], page["meta"]["title"]):
            found, complete = full.read(indexed(text), indexed)
            seen |= found
            whole |= complete
    assert len(seen) > len(full.planted) / 3
    assert [full.planted[marker] for marker in seen - whole] == []


def chosen(full: Full, whole: bool) -> list[str]:  # noqa: FBT001 - the fixture of that name
    """Return the pages to open in a browser: all of them, or each injection on a page of each kind in turn, and what lists them."""
    if whole:
        return list(full.pages)
    numbered = {path: NUMBERED.fullmatch(path) for path in full.pages}
    kinds = sorted({found[1] for found in numbered.values() if found})
    in_turn = [path for path, found in numbered.items() if found and found[1] == kinds[int(found[2]) % len(kinds)]]
    parts = {path: joints(full.site.html(path)) for path in full.pages}
    return sorted({*in_turn, *covering(parts)})


@needs_browser
def test_no_page_does_harm_in_a_real_browser(full, whole, open_context):
    """In a browser no injection opens a dialog, asks for anything, breaks the content policy, or changes what is read."""
    with serving(full.site.folder) as address:
        watch = _Watch.of(open_context(), address)
        for path in chosen(full, whole):
            page = full.pages[path]
            watch.page.goto(f"{address}{path}")
            _, shown = full.read(squeezed(watch.page.evaluate("document.body.textContent")), squeezed)
            _, expected = full.read(page.text)
            assert expected <= shown, path
            assert watch.complaints == [], path
        watch.page.wait_for_timeout(500)
        assert watch.complaints == []


@needs_browser
def test_searching_for_an_injection_is_harmless(full, whole, open_context):
    """The results of a search show injections as text, and nothing in them runs: some of those in a title, or all."""
    titles = [planted for planted in full.planted.values() if planted.field == "kernopgave/titel"]
    assert len(titles) == len(full.rows)
    with serving(full.site.folder) as address:
        watch = _Watch.of(open_context(), address)
        # Of every time: a plan of somebody else is not among what is shown first.
        times = "&".join(f"tijd={time}" for time in (NOW, EARLIER, WAITING, OTHERS, WORDS))
        watch.page.goto(f"{address}zoeken/?{times}")
        for planted in titles if whole else titles[::EVERY_TITLE]:
            watch.page.locator("#pk-query").fill(planted.marker)
            watch.page.wait_for_function(
                "query => document.querySelector('[data-pk-zoek]')?.dataset.klaar === query", arg=planted.marker
            )
            results = watch.page.locator("[data-pk-zoek-lijst]")
            _, shown = full.read(squeezed(results.text_content()), squeezed)
            assert planted.marker in shown, full.rows[planted.number].name
            names = results.evaluate(
                "e => [...e.querySelectorAll('*')].flatMap(e => [e.localName, ...e.getAttributeNames()])"
            )
            assert set(names) <= {"li", "h2", "p", "ul", "a", "mark", "class", "href"}, full.rows[planted.number].name
        assert watch.complaints == []


@dataclass
class _Watch:
    """A page of a browser, and everything it did that it should not have done."""

    page: Page
    complaints: list[str]

    @classmethod
    def of(cls, context: BrowserContext, address: str) -> _Watch:
        """Open a page that belongs to an address."""
        context.add_init_script(
            "document.addEventListener('securitypolicyviolation', e => console.error('csp ' + e.blockedURI));"
            "Object.defineProperty(window, 'gehackt', { set() { console.error('gehackt') } })"
        )
        watch = cls(context.new_page(), [])
        # An alert() of an injection would come here, as would a request that one makes.
        watch.page.on("dialog", lambda dialog: (watch.note(f"dialog {dialog.message}"), dialog.dismiss()))
        watch.page.on("pageerror", lambda error: watch.note(f"error {error}"))
        watch.page.on("popup", lambda other: watch.note(f"popup {other.url}"))
        watch.page.on("download", lambda found: watch.note(f"download {found.url}"))
        watch.page.on("console", lambda said: watch.note(f"console {said.text}", said.type in {"error", "warning"}))
        own = (address, "data:")
        watch.page.on(
            "request",
            lambda asked: watch.note(f"request {asked.url}", "gehackt" in asked.url or not asked.url.startswith(own)),
        )
        watch.page.on("response", lambda got: watch.note(f"status {got.url}", got.status >= 400))
        return watch

    def note(self, what: str, wrong: bool = True) -> None:  # noqa: FBT001, FBT002 - reads as a sentence
        """Note what the page did, when that is wrong."""
        if wrong:
            self.complaints.append(what)


def _problems(root: Path, value: str, where: str = "samenvatting: Iedereen woont fijn.") -> list:
    field = where.partition(":")[0]
    path = root / "data" / "kernopgaven" / "fijn-wonen.yaml"
    path.write_text(KERNOPGAVE.replace(where, f"{field}: {json.dumps(value)}"), encoding="utf-8")
    return [problem for problem in load(root).problems if problem.level == "fout"]


@pytest.mark.parametrize("raw", [True, False], ids=["as it is", "behind an escape"])
@pytest.mark.parametrize("sign", HIDDEN.values(), ids=HIDDEN)
def test_signs_that_nobody_can_see_are_refused(tmp_path, sign, raw):
    """A hidden sign in a text stops the build at its own line, also when it is written as an escape."""
    root = root_with(tmp_path)
    text = json.dumps(f"Iedereen{sign} woont fijn.", ensure_ascii=not raw)
    if not raw and ord(sign) > 0xFFFF:
        text = f'"Iedereen\\U{ord(sign):08x} woont fijn."'
    path = root / "data" / "kernopgaven" / "fijn-wonen.yaml"
    path.write_text(KERNOPGAVE.replace("samenvatting: Iedereen woont fijn.", f"samenvatting: {text}"), encoding="utf-8")
    found = [problem for problem in load(root).problems if problem.level == "fout"]
    line = KERNOPGAVE.splitlines().index("samenvatting: Iedereen woont fijn.") + 1
    assert [(problem.rule, problem.line) for problem in found] == [("onzichtbaar-teken", line)]


@pytest.mark.parametrize("sign", CONTROL.values(), ids=CONTROL)
def test_signs_that_control_a_terminal_are_refused(tmp_path, sign):
    """A control sign, which YAML takes behind an escape, stops the build and never comes out in a message."""
    found = _problems(root_with(tmp_path), f"Iedereen{sign} woont fijn.")
    assert [problem.rule for problem in found] == ["onzichtbaar-teken"]
    assert not any(sign[0] in f"{problem.message}{problem.hint}" for problem in found)


@pytest.mark.parametrize("name", IDS.values(), ids=IDS)
def test_ids_that_only_look_right_are_refused(tmp_path, name):
    """An id is small letters of a to z, digits and hyphens; what looks like that, or breaks out of an address, is refused."""
    found = _problems(root_with(tmp_path), name, "id: fijn-wonen")
    assert found
    assert {problem.file for problem in found} == {"data/kernopgaven/fijn-wonen.yaml"}
    assert {problem.rule for problem in found} <= {
        "vorm",
        "lege-tekst",
        "onzichtbaar-teken",
        "bestandsnaam",
        "nog-invullen",
    }


@pytest.mark.parametrize("link", LINKS)
def test_only_links_to_https_and_mail_are_allowed(tmp_path, link):
    """A link of a source with any other scheme, or with something behind it, is refused at its line."""
    root = root_with(tmp_path)
    path = root / "data" / "kernopgaven" / "fijn-wonen.yaml"
    source = "bron: {document: visie-2020, plek: Hoofdstuk 1}"
    path.write_text(
        KERNOPGAVE.replace(source, f"bron: {{document: visie-2020, link: {json.dumps(link)}}}"), encoding="utf-8"
    )
    found = [problem for problem in load(root).problems if problem.level == "fout"]
    assert [problem.line for problem in found] == [KERNOPGAVE.splitlines().index(source) + 1]
