"""What keeps the werkbank safe: hosts, origins, tokens, roles, limits; and no request gives a traceback or writes outside data/."""

from __future__ import annotations

import re
import shutil
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from polderkoers.werkbank.web.guard import RateLimit, is_local
from polderkoers.werkbank.web.settings import WebSettings
from support.git import git
from support.werkbank import ADDRESS, PROXY, Visitor, opened

GOAL = "/onderdeel/fijn-wonen/doel-genoeg-huizen"
OWN = "http://127.0.0.1:8010"


@pytest.fixture(scope="module")
def alone(polderdam):
    """The werkbank of one person at this machine, in which nobody saves."""
    with opened(polderdam, WebSettings()) as made:
        yield TestClient(made, base_url=OWN, raise_server_exceptions=False)


def anna(app) -> Visitor:
    """Return somebody who may propose."""
    return Visitor(app, "Anna de Vries")


@pytest.mark.parametrize("host", ["polderdam.example", "127.0.0.1.evil.example", "", "localhost.evil.example", "[::2]"])
def test_a_site_that_points_its_name_here_is_refused(alone, host):
    """Only the names of this machine are answered to, so that no site elsewhere can have its name point here."""
    assert alone.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8010", "localhost:9999", "[::1]:8010"])
def test_the_names_of_this_machine_are_answered_to(alone, host):
    """A tunnel may have another port."""
    assert alone.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:8011", "https://127.0.0.1:8010"])
def test_a_form_of_another_site_is_refused(alone, origin):
    """What comes from another origin is refused before anything looks at it."""
    answer = alone.post(GOAL, data={"naam": "Gekaapt"}, headers={"Origin": origin})
    assert answer.status_code == 403
    assert "andere site" in answer.text


def test_a_form_without_the_token_of_the_session_does_nothing_and_loses_nothing(fresh):
    """It comes back with what was typed, to be confirmed; confirming it saves it."""
    person = anna(fresh)
    person.open(GOAL).form("/onderdeel/").fill("naam", "Genoeg goede huizen")
    person.fields["_bewijs"] = ["oud"]
    person.press("Opslaan")
    assert person.answer.status_code == 409
    assert fresh.state.workplace.store.proposals() == ()
    person.form("/onderdeel/").press("Ga verder")
    assert person.answer.status_code == 200
    assert "Genoeg goede huizen" in person.text


def test_who_nobody_knows_gets_nothing(app):
    """A header counts from the proxy alone, and only once."""
    header = {"X-Forwarded-User": "Anna", "X-Forwarded-Email": "anna@polderdam.example"}
    stranger = TestClient(app, base_url=ADDRESS, headers=header, client=("10.0.0.6", 5000))
    assert stranger.get("/").status_code == 401
    double = [*header.items(), ("X-Forwarded-Email", "baas@polderdam.example")]
    assert TestClient(app, base_url=ADDRESS, client=(PROXY, 5000)).get("/", headers=double).status_code == 401


def test_who_may_only_read_sees_no_buttons_and_saves_nothing(app):
    """Somebody without a role to propose can look at everything."""
    reader = Visitor(app, "Lezer Een")
    reader.open(GOAL)
    assert "hier niets veranderen" in reader.text
    assert reader.client.post(GOAL, data={"naam": "x"}).status_code == 403


def test_every_answer_forbids_what_pages_do_not_need(alone):
    """No script or style in a page, no frame around it, no guessing of types; a preview may stand in our own frame."""
    for path in ("/", "/onderdeel/bestaat-niet", "/thema/assets/css/tokens.css", GOAL):
        headers = alone.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-frame-options"] == "DENY"
        assert headers["x-content-type-options"] == "nosniff"
    assert alone.get(GOAL).headers["cache-control"] == "no-store"
    assert alone.get("/thema/assets/css/tokens.css").headers["cache-control"] == "no-cache"
    headers = alone.get("/voorbeeld/nu/").headers
    assert headers["content-security-policy"] == "frame-ancestors 'self'"
    assert headers["x-frame-options"] == "SAMEORIGIN"


def test_no_page_has_script_or_style_in_it(alone):
    """All that runs or dresses comes from files of ours."""
    for path in (
        "/",
        GOAL,
        "/onderdeel/prettig-wonen",
        "/voorstellen",
        "/uitleg",
        "/klus/stap",
        "/nieuw/organisatie?bij=organisaties",
    ):
        html = alone.get(path).text
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", html), path


def test_the_cookie_is_kept_from_scripts_and_other_sites(app, alone):
    """It is HttpOnly and SameSite; where people come by https it travels by that alone."""
    told = alone.get("/voorstel/x", follow_redirects=False).headers.get("set-cookie", "")
    told = told or alone.get(GOAL).headers.get("set-cookie", "")
    told = told or TestClient(alone.app, base_url=OWN).get(GOAL).headers["set-cookie"]
    assert "httponly" in told.lower()
    assert "samesite=lax" in told.lower()
    person = anna(app)
    assert "secure" in person.client.get(GOAL).headers["set-cookie"].lower()


def test_a_cookie_that_was_changed_counts_for_nothing(app):
    """Who writes a cookie of their own begins a new session."""
    person = anna(app).open(GOAL)
    name, value = next(iter(person.client.cookies.items()))
    person.client.cookies.clear()
    person.form("/onderdeel/")
    person.client.cookies.set(name, f"A{value[1:]}", domain="werkbank.polderdam.example")
    assert person.press("Opslaan").answer.status_code == 409


def test_too_much_and_too_often_are_refused(alone):
    """A body of more than a megabyte is refused, and so is who asks more than a person can."""
    big = alone.post(GOAL, data={"naam": "x" * (1 << 20)}, headers={"Origin": OWN})
    assert big.status_code == 413
    assert "Maak de tekst korter" in big.text
    headers = {"Origin": OWN, "Accept": "application/json"}
    live = alone.post(GOAL, data={"naam": "x" * (1 << 20)}, headers=headers)
    assert (live.status_code, "Er is niets opgeslagen" in live.json()["fout"]) == (413, True)
    limit = RateLimit(posts=3, clock=lambda: 0.0)
    assert [limit.allows("anna", "POST") for _ in range(4)] == [True, True, True, False]
    assert limit.allows("bas", "POST")
    assert limit.allows("anna", "GET")


def test_a_form_that_cannot_be_read_is_a_page_and_no_news_for_the_log(alone, caplog):
    """Nobody of ours sends it so: the answer says that nothing was asked well, and the log stays silent."""
    caplog.set_level("WARNING")
    head = {"Origin": OWN, "Content-Type": "multipart/form-data; boundary=x"}
    answer = alone.post(GOAL, content=b"-- geen grens", headers=head)
    assert answer.status_code == 400
    assert "Dit verzoek klopt niet" in answer.text
    assert caplog.records == []


def test_one_is_only_sent_on_to_this_site():
    """What looks like a path and leads elsewhere is none."""
    assert is_local("/voorstel/x?voorstel=y#z")
    for address in (
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "",
        "/a\nb",
        "\\\\evil",
    ):
        assert not is_local(address)


def test_what_is_not_there_says_so_in_dutch(alone):
    """A page, a proposal, a job and a file that are not there are answered with a page."""
    for path in (
        "/bestaat-niet",
        "/onderdeel/bestaat/niet",
        "/werk/slopen/fijn-wonen",
        "/klus/niets",
        "/thema/../../x",
        "/voorbeeld/nu/x/",
    ):
        answer = alone.get(path)
        while "refresh" in answer.headers:  # the site is still being made
            answer = alone.get(path)
        assert answer.status_code == 404, path
        assert "Deze bladzijde is er" in answer.text
    assert "Dit voorstel is er niet" in alone.get("/voorstel/bestaat-niet").text


def test_a_fault_of_ours_is_told_with_a_number_and_nothing_else(alone, monkeypatch):
    """Nobody sees a traceback; the log has it under the number."""
    monkeypatch.setattr("polderkoers.werkbank.web.pages.start.own_proposals", lambda *_: 1 / 0)
    answer = alone.get("/")
    assert answer.status_code == 500
    assert re.search(r"dit nummer door aan wie de werkbank beheert: [0-9a-f]{8}\.", answer.text)
    assert "ZeroDivision" not in answer.text
    assert "Traceback" not in answer.text


def test_text_of_people_is_text(fresh):
    """A title, a value and a remark with HTML in them are shown as they were typed."""
    person = anna(fresh)
    person.open(GOAL).form("/onderdeel/").fill("naam", "<script>alert(1)</script>").press("Opslaan")
    name = fresh.state.workplace.store.proposals()[0].id
    person.open(f"/voorstel/{name}").form(f"/voorstel/{name}").fill("titel", '"><img src=x onerror=alert(1)>')
    person.press("Bewaar titel en reden")
    for address in (f"/voorstel/{name}", "/voorstellen", "/", str(GOAL)):
        html = person.open(address).answer.text
        assert "<script>alert" not in html
        assert "<img src=x" not in html


ODD = st.text(alphabet=st.characters(codec="utf-8"), max_size=40) | st.sampled_from(
    [
        "../../etc/passwd",
        "..%2f..%2f",
        "fijn-wonen/../../x",
        "\x00",
        "%00",
        "{{7*7}}",
        "${x}",
        "' OR 1=1",
        "a" * 3000,
        "\u202e",
    ]
)
NAMES = st.sampled_from(
    ["naam", "nummer", "wanneer/tot", "samenhang/rij", "samenhang/0/met", "organisaties", "organisaties/zoek", "organisaties/nieuw/naam",
     "doe", "stand", "voorstel", "id", "bron/document", "soort", "over", "reden", "besluit", "gezien", "kies x", "bij", "in"]
)  # fmt: skip
PATHS = st.sampled_from(
    [GOAL, "/onderdeel/fijn-wonen", "/nieuw/doel", "/nieuw/organisatie", "/werk/verplaatsen/fijn-wonen/doel-genoeg-huizen",
     "/werk/hernoemen/fijn-wonen/doel-genoeg-huizen", "/werk/splitsen/fijn-wonen/doel-genoeg-huizen", "/voorstel/x/bijwerken",
     "/voorstel/x/beslissen", "/voorstel/x/opmerking", "/voorstel/x/inleveren"]
)  # fmt: skip


@pytest.fixture(scope="module")
def attacked(polderdam, tmp_path_factory):
    """A werkbank of its own for hostile requests, by somebody who is signed on."""
    root = tmp_path_factory.mktemp("belaagd") / "polderdam"
    shutil.copytree(polderdam, root)
    with opened(root) as made:
        chief = Visitor(made, "Anna de Vries", "redactie").open(GOAL).form("/onderdeel/")
        yield made, chief


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=PATHS | st.builds("/onderdeel/{}".format, ODD.map(quote)),
    fields=st.dictionaries(NAMES | ODD, st.lists(ODD, min_size=1, max_size=3), max_size=6),
)
def test_hostile_forms_are_answered_and_write_nothing_outside_the_data(attacked, path, fields):
    """Whatever is sent, the answer is a page and no fault of ours, and of the repository only proposals change, in data/ alone."""
    made, chief = attacked
    root, before = made.state.workplace.root, made.state.workplace.now
    proof = {"_bewijs": chief.fields["_bewijs"]}
    answer = chief.client.post(path, data={**fields, **proof}, headers={"Origin": ADDRESS})
    assert answer.status_code < 500, answer.text
    assert made.state.workplace.now == before
    assert git(root, "status", "--porcelain") == ""
    for each in made.state.workplace.store.proposals():
        changed = git(root, "diff", "--name-only", each.base, each.tip).split()
        assert all(name.startswith("data/") for name in changed)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.builds(
        "{}{}".format,
        st.sampled_from(
            [
                "/",
                "/onderdeel/",
                "/voorstel/",
                "/voorbeeld/nu/",
                "/werk/",
                "/nieuw/",
                "/klus/",
                "/vind?soort=",
                "/opmaak/",
            ]
        ),
        ODD.map(quote),
    )
)
def test_hostile_addresses_are_answered(attacked, path):
    """Whatever is asked for, the answer is a page and no fault of ours."""
    _, chief = attacked
    answer = chief.client.get(path)
    assert answer.status_code < 500, answer.text


def test_a_text_that_is_too_long_is_refused_at_its_field_and_stays_on_the_screen(fresh):
    """The length of a field is held by the server: what the browser sent comes back whole with the message, and nothing is saved."""
    person = anna(fresh)
    person.open(GOAL).form("/onderdeel/").fill("naam", "a" * 100_000).press("Opslaan")
    assert person.answer.status_code == 422
    assert "heeft 100.000 tekens, en hier passen er hoogstens 400" in person.text
    assert person.form("/onderdeel/").fields["naam"] == ["a" * 100_000]
    assert fresh.state.workplace.store.proposals() == ()
