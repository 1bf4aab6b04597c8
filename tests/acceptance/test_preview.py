"""The live preview: what an editor changes is there at once, and what is wrong is told on the page."""

from __future__ import annotations

import dataclasses
import http.client
import json
import re
import threading
from contextlib import contextmanager

import pytest

from polderkoers.changes.ledger import Judgement
from polderkoers.policy import reading
from polderkoers.problems import Problem
from polderkoers.website import build as build_module
from polderkoers.website.build import Kept
from polderkoers.website.preview import stage as stages
from polderkoers.website.preview.bar import lines, shown
from polderkoers.website.preview.failures import NothingYet, PageFailed
from polderkoers.website.preview.server import PortTaken, PreviewServer
from polderkoers.website.preview.stage import Stage
from polderkoers.website.preview.workshop import Status, Workshop
from polderkoers.website.render import Renderer
from support.browser import needs_browser
from support.git import git, save
from support.instance import instance
from support.site import build

PAGE = "kernopgaven/fijn-wonen/"
FILE = "data/kernopgaven/fijn-wonen.yaml"


@pytest.fixture
def root(tmp_path):
    """Give a small instance."""
    return instance(tmp_path / "polderdam")


@contextmanager
def served(workshop):
    """Serve a workshop at any free port."""
    with PreviewServer(0, workshop) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()


def asked(server, path, host="", method="GET"):
    """Return status, headers and text of an answer."""
    port = server.server_address[1]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, f"/{path}", headers={"Host": host or f"127.0.0.1:{port}"})
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    return answer.status, answer.headers, text.decode("utf-8", "replace")


def rewrite(root, file, old, new):
    """Change a text in a file, which must hold it."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def until(workshop, is_so):
    """Wait until something is so of the status of a workshop."""
    for _ in range(20):
        if is_so(workshop.status):
            return
        workshop.news(workshop.status.told, 10)
    pytest.fail("That was never told.")


def bar_of(html):
    """Return the text of the bar above a page."""
    found = re.search(r'<aside class="vv.*?</aside>', html, re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", " ", found[0]).split()) if found else ""


def test_every_page_of_the_preview_is_that_of_the_build(root, monkeypatch):
    """Each page and file that is made when asked for has the same bytes as in a build, but for what lets a page ask for news."""
    assert build(root, root / "site").returncode == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    stage = Stage(root, Kept(root))
    assert len(stage.addresses) > 40
    for address in stage.addresses:
        built = (root / "site" / address / "index.html").read_text(encoding="utf-8")
        assert _plain(stage.page(address)[0]) == _plain(built), address
    last = ("zoeken/", "data/portaal.json", "sitemap", "404.html")
    others = {path.relative_to(root / "site").as_posix(): path for path in (root / "site").rglob("*.*")}
    others = {
        name: path for name, path in others.items() if not name.endswith("index.html") and not name.startswith(last)
    }
    assert len(others) > 20
    for name, path in others.items():
        assert stage.file(name) == path.read_bytes(), name


def _plain(html):
    """Return a page without what lets it ask for news or search."""
    return html.replace("; connect-src 'self'", "")


def test_an_edit_is_on_the_page_and_only_its_file_is_read(root, monkeypatch):
    """After an edit the page has the new text, and of all files only that one was taken apart again."""
    workshop = Workshop(root, Kept(root))
    workshop.look()
    assert "Fijn wonen" in workshop.page(PAGE).html
    read = []
    monkeypatch.setattr(reading, "read", lambda source, real=reading.read: read.append(source.file) or real(source))
    rewrite(root, FILE, "titel: Fijn wonen", "titel: Heel fijn wonen")
    assert workshop.look()
    assert "Heel fijn wonen" in workshop.page(PAGE).html
    assert read == [FILE]
    assert workshop.status.changed == ((FILE, PAGE),)
    assert not workshop.look()


def test_nothing_is_made_before_it_is_asked_for(root, monkeypatch):
    """Making a new state renders no page, and asking for one renders one."""
    made = []
    monkeypatch.setattr(Renderer, "page", lambda self, path, real=Renderer.page: made.append(path) or real(self, path))
    workshop = Workshop(root, Kept(root))
    workshop.look()
    assert made == []
    workshop.page(PAGE)
    workshop.page(PAGE)
    assert made == [PAGE]


def test_a_fault_is_told_on_the_page_with_its_line_and_the_last_good_page_stays(root):
    """A file that cannot be read is named with its line above the page as it was; when it is mended the new page comes."""
    workshop = Workshop(root, Kept(root))
    workshop.look()
    with served(workshop) as server:
        asked(server, PAGE)
        rewrite(root, FILE, "titel: Fijn wonen", "titel: [Fijn wonen")
        workshop.look()
        status, _, html = asked(server, PAGE)
        assert status == 200
        assert "Je laatste wijziging staat nog niet op deze pagina" in bar_of(html)
        assert re.search(rf"{FILE}, regel \d+", bar_of(html))
        assert "<h1" in html
        # A page that was not looked at before is that of the last good state too.
        assert asked(server, "kernopgaven/")[0] in (200, 404)
        assert "staat nog niet" in bar_of(asked(server, "")[2])
        rewrite(root, FILE, "titel: [Fijn wonen", "titel: Weer fijn wonen")
        workshop.look()
        _, _, html = asked(server, PAGE)
        assert "Weer fijn wonen" in html
        assert "geen fouten" in bar_of(html)


def test_a_fault_that_only_the_whole_shows_is_told_beside_the_new_page(root):
    """A reference that leads nowhere is told with its line, while the page already has the new text."""
    workshop = Workshop(root, Kept(root))
    workshop.look()
    rewrite(root, FILE, "titel: Fijn wonen", "titel: Nieuw wonen")
    rewrite(root, FILE, "themas: [wonen]", "themas: [bestaat-niet]")
    workshop.look()
    with served(workshop) as server:
        _, _, html = asked(server, PAGE)
    assert "Nieuw wonen" in html
    assert "bestaat-niet" in bar_of(html)
    assert re.search(r"data/\S+, regel \d+", bar_of(html))
    assert "al wel te zien" in bar_of(html)


def test_a_preview_can_begin_with_a_fault(root):
    """Without any good state there is a page that says what is wrong, and the site when that is mended."""
    rewrite(root, FILE, "titel: Fijn wonen", "titel: [Fijn wonen")
    workshop = Workshop(root, Kept(root))
    workshop.look()
    with pytest.raises(NothingYet):
        workshop.page("")
    with served(workshop) as server:
        status, _, html = asked(server, PAGE)
        assert status == 503
        assert FILE in bar_of(html)
        rewrite(root, FILE, "titel: [Fijn wonen", "titel: Fijn wonen")
        workshop.look()
        assert asked(server, PAGE)[0] == 200


def test_wrong_settings_are_told_in_the_preview(root):
    """A setting that stops a build stops no preview: it is told above the last good page."""
    workshop = Workshop(root, Kept(root))
    workshop.look()
    settings = root / "mkdocs.yml"
    good = settings.read_text(encoding="utf-8")
    settings.write_text(good.replace("name: polderkoers", "name: material"), encoding="utf-8")
    workshop.look()
    assert "Polderkoers" in workshop.status.fault
    assert not workshop.status.is_current
    assert workshop.page(PAGE).is_earlier
    settings.write_text(good, encoding="utf-8")
    workshop.look()
    assert workshop.status.fault == ""


def test_settings_that_cannot_be_read_are_told_with_their_file(root):
    """Where MkDocs says in its own words what is wrong, the name of the file stands above it."""
    workshop = Workshop(root, Kept(root))
    for wrong in ("site_name: [x\n", "", "- a\n"):
        (root / "mkdocs.yml").write_text(wrong, encoding="utf-8")
        workshop.look()
        assert "mkdocs.yml" in workshop.status.fault.partition("\n")[0], wrong


def test_a_macro_that_fails_is_told_on_its_own_page(root):
    """A page whose macro names what is not there says so; other pages go on."""
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs" / "eigen.md").write_text('# Eigen\n\n{{ kaart("bestaat-niet") }}\n', encoding="utf-8")
    workshop = Workshop(root, Kept(root))
    workshop.look()
    with served(workshop) as server:
        status, _, html = asked(server, "eigen/")
        assert status == 500
        assert "docs/eigen.md:3" in bar_of(html)
        assert asked(server, PAGE)[0] == 200


def test_a_name_in_the_menu_that_cannot_be_made_is_told_everywhere(root):
    """A wrong macro in the title of a page in the menu is told on each page, and stops none of the others."""
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs" / "eigen.md").write_text('---\ntitle: "{{ kaart( }}"\n---\nTekst.\n', encoding="utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nnav:\n  - eigen.md\n")
    workshop = Workshop(root, Kept(root))
    workshop.look()
    for address in (PAGE, ""):
        assert any("docs/eigen.md" in said for said in workshop.page(address).said)


def test_a_link_that_leads_nowhere_is_told_on_its_page(root):
    """A preview looks at the links of the page that is shown."""
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs" / "eigen.md").write_text('# Eigen\n\n<a href="../niets/">Niets</a>\n', encoding="utf-8")
    workshop = Workshop(root, Kept(root))
    workshop.look()
    assert any("/niets/ is er niet" in said for said in workshop.page("eigen/").said)
    assert workshop.page(PAGE).said == ()


def test_the_server_tells_news_and_finds_what_a_site_has(root):
    """Files come as they are, a page without its slash is sent on, what is not there is told, and news comes when there is some."""
    workshop = Workshop(root, Kept(root))
    workshop.look()
    with served(workshop) as server:
        assert asked(server, FILE)[2] == (root / FILE).read_text(encoding="utf-8")
        status, headers, _ = asked(server, PAGE.rstrip("/"))
        assert (status, headers["Location"]) == (302, f"/{PAGE}")
        status, _, html = asked(server, "bestaat/niet/")
        assert status == 404
        assert "<main" in html
        assert asked(server, "assets/js/early.js")[1]["Content-Type"].startswith("text/javascript")
        told = json.loads(asked(server, "_voorvertoning/nieuws?na=-1")[2])
        assert told == {"run": workshop.status.run, "pages": 1, "told": workshop.status.told}
        for out in ("../mkdocs.yml", "..%2fmkdocs.yml", "_voorvertoning/../server.py", "_voorvertoning/..%2fserver.py"):
            assert asked(server, out)[0] == 404, out


def test_a_site_elsewhere_cannot_read_the_preview(root):
    """A browser that was sent here by another name gets nothing: that is how a site elsewhere would read along."""
    workshop = Workshop(root, Kept(root))
    workshop.look()
    with served(workshop) as server:
        status, headers, text = asked(server, PAGE, host="kwaad.example")
        assert (status, headers["Content-Type"]) == (421, "text/plain; charset=utf-8")
        assert "Fijn wonen" not in text
        assert "adres dat in de terminal staat" in text
        assert asked(server, PAGE, host="localhost:1")[0] == 200  # through a tunnel


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "WAT"])
def test_what_is_no_question_for_a_page_is_refused_in_dutch(root, method):
    """Who sends something to the preview is told that it only shows pages, and where the policy is changed."""
    with served(Workshop(root, Kept(root))) as server:
        status, headers, text = asked(server, PAGE, method=method)
    assert status == 501
    assert headers["Content-Type"] == "text/plain; charset=utf-8"
    assert text == (
        "Zo is hier niets te vragen: de voorvertoning laat alleen bladzijden zien. Wijzig het beleid in de bestanden zelf.\n"
    )


def test_a_commit_alone_is_noticed(root, monkeypatch):
    """The date of the last commit stands on every page: after a commit that changes no file of the site it is the new one."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.chdir(root)
    git(root, "init", "--quiet")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-01-15T12:00:00Z")
    save(root)
    workshop = Workshop(root, Kept(root), judges=False)
    workshop.look()
    assert "stand van 15 januari 2026" in workshop.page(PAGE).html
    assert not workshop.look()
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-02-16T12:00:00Z")
    save(root)
    assert workshop.look()
    assert "stand van 16 februari 2026" in workshop.page(PAGE).html
    assert workshop.status.changed == ()


def test_the_page_of_the_search_says_that_searching_takes_long_once(root):
    """As long as no search was made of a state, the bar says that somebody who searches waits; afterwards it does not."""
    workshop = Workshop(root, Kept(root))
    workshop.look()
    with served(workshop) as server:
        assert "alle bladzijden worden daarvoor eerst gemaakt" in bar_of(asked(server, "zoeken/")[2])
        assert "eerst gemaakt" not in bar_of(asked(server, PAGE)[2])
        told = workshop.status.told
        for name in ("paginas.json", "antwoorden.json", "voorstellen.js"):
            assert asked(server, f"zoeken/{name}")[0] == 200
        assert workshop.status.told == told + 1
        assert "eerst gemaakt" not in bar_of(asked(server, "_voorvertoning/balk?pad=zoeken/")[2])
    rewrite(root, FILE, "titel: Fijn wonen", "titel: Nieuw wonen")
    workshop.look()
    assert not workshop.status.is_searchable
    workshop.close()


def test_what_is_searched_is_made_when_somebody_searches(root):
    """The search of the preview finds what was just written."""
    workshop = Workshop(root, Kept(root))
    workshop.look()
    rewrite(root, FILE, "titel: Fijn wonen", "titel: Kabouterhuisjes")
    workshop.look()
    assert "Kabouterhuisjes" in workshop.search("zoeken/paginas.json").decode()
    assert workshop.search("zoeken/index/pagefind.js")
    with pytest.raises(KeyError):
        workshop.search("zoeken/index/niets.js")
    workshop.close()


def test_nothing_outside_a_site_can_be_asked_for(root, tmp_path):
    """A path that leads out of what is searched is that of no page, and so is one that no file can have."""
    (tmp_path / "geheim.txt").write_text("geheim", encoding="utf-8")
    workshop = Workshop(root, Kept(root))
    workshop.look()
    with served(workshop) as server:
        assert asked(server, "zoeken/paginas.json")[0] == 200
        up = "../" * 12
        for out in (f"zoeken/index/{up}{tmp_path}/geheim.txt", "zoeken/index/%00", "%00", "_voorvertoning/%00"):
            status, _, text = asked(server, out)
            assert status == 404, out
            assert text != "geheim"
        assert asked(server, f"_voorvertoning/nieuws?na={'9' * 5000}")[0] == 200
    workshop.close()


def test_a_page_with_other_signs_in_its_name_is_found(root):
    """A page of docs/ may have a space and an accent in its name; without its slash it is sent on, with what was asked."""
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs" / "één proef.md").write_text("# Eén proef\n", encoding="utf-8")
    workshop = Workshop(root, Kept(root))
    workshop.look()
    with served(workshop) as server:
        assert asked(server, "%C3%A9%C3%A9n%20proef/")[0] == 200
        status, headers, _ = asked(server, "%C3%A9%C3%A9n%20proef?q=a%20b")
        assert (status, headers["Location"]) == (302, "/%C3%A9%C3%A9n%20proef/?q=a%20b")


def test_a_fault_of_the_program_is_an_answer_too(root, monkeypatch):
    """Whatever fails, a browser gets a page that says so: also for the page about pages that are not there, and in searching."""
    workshop = Workshop(root, Kept(root))
    workshop.look()

    def fail(*_):
        raise KeyError("stuk")

    with served(workshop) as server:
        for name, path in (("_whole", PAGE), ("not_found", "niets/"), ("write_search", "zoeken/paginas.json")):
            monkeypatch.setattr(Stage, name, fail)
            status, _, html = asked(server, path)
            assert status == 500, path
            assert "stuk" in bar_of(html)


def test_a_port_that_is_taken_is_told(root):
    """When something else listens at the port, the message names another one."""
    with served(Workshop(root, Kept(root))) as server, pytest.raises(PortTaken, match="--port"):
        PreviewServer(server.server_address[1], Workshop(root, Kept(root)))


@needs_browser
def test_a_browser_shows_an_edit_by_itself(root, open_context):
    """The page in a browser changes without a press on a key, and no policy stops it."""
    workshop, stop = Workshop(root, Kept(root)), threading.Event()
    workshop.look()
    threading.Thread(target=workshop.follow, args=(stop,), daemon=True).start()
    with served(workshop) as server:
        page = open_context().new_page()
        complaints = []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.goto(f"{server.url}{PAGE}")
        rewrite(root, FILE, "titel: Fijn wonen", "titel: Heel fijn wonen")
        page.get_by_role("heading", name="Heel fijn wonen", level=1).wait_for(timeout=60_000)
        rewrite(root, FILE, "titel: Heel fijn wonen", "titel: [Heel")
        page.get_by_text("Je laatste wijziging staat nog niet op deze pagina").wait_for(timeout=60_000)
        assert page.get_by_role("heading", name="Heel fijn wonen", level=1).is_visible()
        stop.set()
    assert complaints == []


def test_whatever_goes_wrong_the_preview_goes_on(root):
    """A page of the menu that is no text stops no preview: it is told by its name, and when it is mended the site is there."""
    (root / "docs").mkdir(exist_ok=True)
    page = root / "docs" / "index.md"
    good = page.read_bytes() if page.exists() else b"# Welkom\n"
    workshop, stop = Workshop(root, Kept(root)), threading.Event()
    workshop.look()
    following = threading.Thread(target=workshop.follow, args=(stop,), daemon=True)
    following.start()
    page.write_bytes(bytes(range(256)))
    told = workshop.news(workshop.status.told, 60)
    said = (told.fault, *(shown_said(workshop, "")))
    assert any("docs/index.md is geen tekst in UTF-8" in text for text in said)
    page.write_bytes(good)
    until(workshop, lambda status: not status.fault and status.is_judged and status.pages > 1)
    assert workshop.page("").said == ()
    stop.set()
    following.join(60)
    workshop.close()


def shown_said(workshop, address):
    """Return what is said of a page, also when there is none."""
    try:
        return workshop.page(address).said
    except PageFailed as error:
        return (str(error),)


def test_a_fault_of_the_program_stops_no_preview(root, monkeypatch):
    """When a state cannot be made or judged by a fault of the program, that is told, and the next change is followed."""
    workshop = Workshop(root, Kept(root))
    workshop.look()

    def fail(*_):
        raise IndexError("stuk")

    with monkeypatch.context() as broken:
        broken.setattr(Stage, "_begin", fail)
        rewrite(root, FILE, "titel: Fijn wonen", "titel: Nieuw wonen")
        workshop.look()
        assert "stuk" in workshop.status.fault
    with monkeypatch.context() as broken:
        broken.setattr(Kept, "judged", fail)
        rewrite(root, FILE, "titel: Nieuw wonen", "titel: Ander wonen")
        workshop.look()
        assert "stuk" in workshop.status.fault
    rewrite(root, FILE, "titel: Ander wonen", "titel: Goed wonen")
    workshop.look()
    assert not workshop.status.refuses
    assert "Goed wonen" in workshop.page(PAGE).html


def test_what_is_wrong_with_a_page_stays_when_the_rules_have_looked(root):
    """The bar that is asked for later says the same of a page, and does not say that nothing is wrong."""
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs" / "eigen.md").write_text('# Eigen\n\n<a href="../niets/">Niets</a>\n', encoding="utf-8")
    (root / "docs" / "stuk.md").write_text('# Stuk\n\n{{ kaart("bestaat-niet") }}\n', encoding="utf-8")
    workshop = Workshop(root, Kept(root))
    workshop.look()
    with served(workshop) as server:
        for address, said in (("eigen/", "/niets/ is er niet"), ("stuk/", "docs/stuk.md:3")):
            first = bar_of(asked(server, address)[2])
            assert said in first
            assert "geen fouten" not in first
            assert bar_of(asked(server, f"_voorvertoning/balk?pad={address}")[2]) == first


def test_an_edit_that_comes_while_a_state_is_made_goes_before_the_rules(root, monkeypatch):
    """The rules look when nothing changed meanwhile; that they still must is not forgotten."""
    workshop = Workshop(root, Kept(root))
    workshop.look()
    began = []

    def begin(_):
        if not began:
            rewrite(root, FILE, "titel: Nieuw wonen", "titel: Nieuwst wonen")
        began.append(root)

    monkeypatch.setattr(stages, "prepare_folder", begin)
    rewrite(root, FILE, "titel: Fijn wonen", "titel: Nieuw wonen")
    workshop.look()
    assert not workshop.status.is_judged
    assert workshop.look()
    assert workshop.status.is_judged
    assert "Nieuwst wonen" in workshop.page(PAGE).html


def test_an_edit_does_not_wait_for_the_rules(root, monkeypatch):
    """While the rules look at one state, the next is shown; what they say of the former is not told of the latter."""
    workshop, stop = Workshop(root, Kept(root)), threading.Event()
    workshop.look()
    looking, may_end = threading.Event(), threading.Event()

    def judged(kept, real=Kept.judged):
        found = real(kept)
        if not looking.is_set():
            looking.set()
            may_end.wait(60)
        return found

    monkeypatch.setattr(Kept, "judged", judged)
    following = threading.Thread(target=workshop.follow, args=(stop,), daemon=True)
    following.start()
    rewrite(root, FILE, "titel: Fijn wonen", "titel: Nieuw wonen")
    assert looking.wait(60)
    pages = workshop.status.pages
    text = (root / FILE).read_text(encoding="utf-8").replace("Nieuw wonen", "Nieuwst wonen")
    (root / FILE).write_text(text.replace("themas: [wonen]", "themas: [bestaat-niet]"), encoding="utf-8")
    until(workshop, lambda status: status.pages > pages)
    assert "Nieuwst wonen" in workshop.page(PAGE).html
    assert not workshop.status.is_judged
    may_end.set()
    until(workshop, lambda status: status.is_judged)
    assert any("bestaat-niet" in problem.message for problem in workshop.status.problems)
    stop.set()
    following.join(60)


def test_a_change_of_the_menu_does_not_forget_what_was_changed(root, monkeypatch):
    """When the menu must follow an edit, the page of the edit is still named."""
    workshop = Workshop(root, Kept(root))
    workshop.look()
    answers = [False]
    monkeypatch.setattr(Stage, "is_menu_right", lambda _: not answers or answers.pop())
    rewrite(root, FILE, "titel: Fijn wonen", "titel: Nieuw wonen")
    workshop.look()
    assert answers == []
    assert workshop.status.changed == ((FILE, PAGE),)


def test_a_page_is_answered_while_a_search_is_made(root, monkeypatch):
    """Making all pages for a search leaves room for who asks for one of them."""
    workshop = Workshop(root, Kept(root))
    workshop.look()
    waiting, made = threading.Event(), []

    def make(stage, address, real=Stage.page):
        made.append(address)
        if len(made) == 2:
            waiting.set()
        return real(stage, address)

    monkeypatch.setattr(Stage, "page", make)
    found = []
    searching = threading.Thread(target=lambda: found.append(workshop.search("zoeken/paginas.json")), daemon=True)
    searching.start()
    assert waiting.wait(60)
    workshop.page(PAGE)
    assert found == []
    searching.join(120)
    assert b"Fijn wonen" in found[0]
    workshop.close()


def faulty(number):
    """Return that many faults."""
    return tuple(Problem(FILE, line, 1, "regel", f"Fout {line}", "") for line in range(1, number + 1))


def test_a_terminal_says_what_is_to_be_seen_and_when_it_is_mended():
    """What is told of a fault fits what is shown, is no flood, and is taken back when it is over."""
    current = Status(pages=2, is_current=True, is_judged=True, problems=faulty(10))
    said = list(lines(current, Status()))
    assert "Je wijziging is al wel te zien" in said[0]
    assert "Fout 8" in said[1]
    assert "Fout 9" not in said[1]
    assert said[2] == "En nog 2. Alles zien: polderkoers check"
    assert [line[9:] for line in lines(current, current)] == ["Wat hierboven staat, moet nog opgelost worden."]
    assert "De vorige site blijft te zien" in next(lines(Status(pages=2, is_judged=True, problems=faulty(1)), Status()))
    assert "nog geen site" in next(lines(Status(is_judged=True, fault="stuk"), Status()))
    mended = Status(pages=3, is_current=True, is_judged=True)
    assert list(lines(mended, current)) == ["Nagekeken: geen fouten meer."]
    assert list(lines(mended, mended)) == []
    many = Status(pages=3, is_current=True, changed=tuple((f"data/{number}.yaml", "") for number in range(10)))
    assert next(lines(many, mended)).endswith("data/7.yaml en nog 2")


def test_a_bar_says_how_many_faults_it_does_not_show():
    """Of many faults some are shown, and the number of the others is told; without any site it does not speak of a page before."""
    bar = bar_of(shown(Status(is_judged=True, problems=faulty(10)), (), ""))
    assert "En nog 2." in bar
    assert "nog geen site" in bar
    assert "daarvoor was" not in bar


@needs_browser
def test_a_page_notices_another_start_of_the_preview(root, open_context):
    """A page that was open while the preview stopped shows what the next one has, though that counts from the start too."""
    workshop = Workshop(root, Kept(root))
    workshop.look()
    with served(workshop) as server:
        page = open_context().new_page()
        page.goto(f"{server.url}{PAGE}")
        rewrite(root, FILE, "titel: Fijn wonen", "titel: Heel fijn wonen")
        again = Workshop(root, Kept(root))
        again.look()
        assert again.status.pages == workshop.status.pages
        server.workshop = again
        rewrite(root, FILE, "titel: Heel fijn wonen", "titel: [Heel")
        workshop.look()
        page.get_by_role("heading", name="Heel fijn wonen", level=1).wait_for(timeout=60_000)


@needs_browser
def test_a_page_that_nobody_sees_asks_for_nothing(root, open_context):
    """Pages behind others leave the few questions that a browser asks at a time to the one in front."""
    workshop = Workshop(root, Kept(root))
    workshop.look()
    with served(workshop) as server:
        page = open_context().new_page()
        page.add_init_script(
            "Object.defineProperty(document, 'hidden', {get: () => !window.front, configurable: true})"
        )
        asks = []
        page.on("request", lambda request: asks.append(request.url) if "nieuws" in request.url else None)
        page.goto(f"{server.url}{PAGE}", wait_until="networkidle")
        assert asks == []
        page.evaluate("window.front = true; document.dispatchEvent(new Event('visibilitychange'))")
        page.wait_for_function("performance.now() > 0")
        rewrite(root, FILE, "titel: Fijn wonen", "titel: Heel fijn wonen")
        workshop.look()
        page.get_by_role("heading", name="Heel fijn wonen", level=1).wait_for(timeout=60_000)


@needs_browser
def test_the_bar_covers_nothing(root, open_context):
    """At a small screen the end of a page can be read above the bar, and so can what has the focus."""
    rewrite(root, FILE, "themas: [wonen]", "themas: [bestaat-niet]")
    workshop = Workshop(root, Kept(root))
    workshop.look()
    with served(workshop) as server:
        page = open_context(width=390, height=700).new_page()
        page.goto(f"{server.url}{PAGE}")
        page.wait_for_function("document.body.style.paddingBottom !== ''")
        height = page.evaluate("document.querySelector('.vv').offsetHeight")
        assert height > 100
        assert page.evaluate("parseFloat(getComputedStyle(document.body).paddingBottom)") >= height
        assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom)") >= height


def test_an_editor_hears_of_warnings_in_what_was_changed(root):
    """What the rules warn of in the file that changed last is named in the bar; a warning refuses nothing."""
    workshop = Workshop(root, Kept(root))
    workshop.look()
    with served(workshop) as server:
        bar = bar_of(asked(server, PAGE)[2])
    assert "Voorvertoning" in bar
    assert not workshop.status.refuses


def test_what_was_not_judged_is_not_said_to_be_right(root, monkeypatch):
    """When the earlier versions cannot be read the bar and the terminal say that these were not looked at."""
    monkeypatch.setattr(build_module, "judge", lambda *_: Judgement(unchecked="De geschiedenis is niet te lezen."))
    workshop = Workshop(root, Kept(root))
    workshop.look()
    with served(workshop) as server:
        bar = bar_of(asked(server, PAGE)[2])
    assert "Eerdere versies zijn niet nagekeken." in bar
    wrong = Status(fault="Iets.")
    (line,) = lines(dataclasses.replace(workshop.status, problems=()), wrong)
    assert line.endswith("Eerdere versies zijn niet nagekeken.")
