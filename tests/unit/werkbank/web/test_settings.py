"""Who signs on how, and who may what, is read from a file; what cannot be followed is refused with its cure."""

from __future__ import annotations

import asyncio
import json
import stat
import sys

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.testclient import TestClient

from polderkoers.cli import main
from polderkoers.errors.serving import NobodyKnown, WerkbankPortTaken, WerkbankSettingsWrong
from polderkoers.werkbank.web import run
from polderkoers.werkbank.web.people import WebRole, person_of, role_of
from polderkoers.werkbank.web.settings import WebSettings, read_settings
from polderkoers.werkbank.web.signon.alone import Alone
from polderkoers.werkbank.web.signon.oidc import ByOpenId
from polderkoers.werkbank.web.signon.ways import sign_on_routes
from support.git import git
from support.site import ROOT

GOOD = """
adres = "https://werkbank.polderdam.example"
[aanmelden]
soort = "kop"
proxy = ["10.0.0.5"]
[rollen]
voorstellen = ["Anna@polderdam.example", "groep:Redactie"]
"""
OIDC = """
adres = "https://werkbank.polderdam.example"
[aanmelden]
soort = "oidc"
uitgever = "https://aanmelden.polderdam.example"
client = "werkbank"
"""


def read(tmp_path, text: str) -> WebSettings:
    """Return the settings of a text."""
    path = tmp_path / "werkbank.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def test_settings_are_read(tmp_path):
    """A proxy, its headers and the roles; names of groups and mail addresses are the same in small letters."""
    found = read(tmp_path, GOOD)
    assert found.hosts == {"werkbank.polderdam.example"}
    assert found.is_secure
    assert found.sign_on.proxies == {"10.0.0.5"}
    assert role_of("ANNA@polderdam.example", [], found.roles) is WebRole.VOORSTELLEN
    assert role_of("bas@polderdam.example", ["redactie"], found.roles) is WebRole.VOORSTELLEN
    assert role_of("bas@polderdam.example", [], found.roles) is WebRole.NIETS


def test_the_command_after_a_take_over_and_the_way_out_are_read(tmp_path):
    """A program with its arguments each apart, and where a proxy signs people out; what is no list or no address is refused."""
    proxy = GOOD.replace('proxy = ["10.0.0.5"]', 'proxy = ["10.0.0.5"]\nafmelden = "/oauth2/sign_out"')
    found = read(tmp_path, f'na_overnemen = ["make", "site"]\n{proxy}')
    assert found.after == ("make", "site")
    assert found.sign_on.sign_out == "/oauth2/sign_out"
    assert read(tmp_path, GOOD).after == ()
    for wrong in (
        'na_overnemen = "make site"\n' + GOOD,
        "na_overnemen = [1]\n" + GOOD,
        proxy.replace("/oauth2/sign_out", "javascript:x"),
    ):
        with pytest.raises(WerkbankSettingsWrong):
            read(tmp_path, wrong)


def test_the_example_that_is_given_can_be_followed():
    """The file in deploy/ is one that the werkbank reads."""
    assert read_settings(ROOT / "deploy" / "werkbank" / "werkbank.toml").sign_on.way == "kop"


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (('proxy = ["10.0.0.5"]', ""), "proxy"),
        (('proxy = ["10.0.0.5"]', 'proxy = ["proxy.example"]'), "IP-adres"),
        (("https://", "http://"), "https"),
        (('adres = "https://werkbank.polderdam.example"', ""), "adres"),
        (('soort = "kop"', 'soort = "koekje"'), "soort"),
        (("[rollen]", "[rol]"), "rol"),
        (('["Anna@polderdam.example", "groep:Redactie"]', '"iedereen"'), "lijst"),
        (("[aanmelden]", "[aanmelden"), "TOML"),
    ],
)
def test_what_cannot_be_followed_is_refused(tmp_path, change, word):
    """The message names the file, what is wrong and how to mend it."""
    with pytest.raises(WerkbankSettingsWrong) as caught:
        read(tmp_path, GOOD.replace(*change, 1))
    assert str(caught.value).startswith("werkbank.toml: ")
    assert word in str(caught.value)
    assert "Hoe op te lossen" in str(caught.value)


def test_a_person_is_one_that_git_can_write():
    """Signs that would break a line of a commit are left out; without an address there is nobody."""
    person = person_of("Anna\n<b> de Vries\x00", "anna@polderdam.example")
    assert person is not None
    assert person.name == "Annab de Vries"
    assert person_of("Anna", "geen adres") is None


def test_who_works_alone_needs_a_name_in_git(tmp_path, monkeypatch):
    """Without a name in Git nobody would be the author of a save."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    git(tmp_path, "init", "--quiet")
    with pytest.raises(NobodyKnown):
        Alone(tmp_path)


def request_with(session: dict[str, object], query: bytes = b"") -> Request:
    """Return a question of a browser with a session."""
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": query, "headers": [], "session": session}
    return Request(scope)


class Organisation:
    """In the place of a provider of OpenID Connect: says who somebody is."""

    def __init__(self, **claims: object) -> None:
        self.claims = claims

    async def authorize_access_token(self, _: Request) -> dict[str, object]:
        return {"userinfo": self.claims}


def signed_on(tmp_path, session: dict[str, object], **claims: object):
    """Return the answer to somebody who comes back from the organisation, and the way of signing on."""
    way = ByOpenId(read(tmp_path, f'{OIDC}[rollen]\nbeslissen = ["groep:redactie"]\n'))
    way._client = Organisation(**claims)  # noqa: SLF001 - in the place of a server
    return way, asyncio.run(way.end(request_with(session)))


def test_openid_connect_says_who_somebody_is(tmp_path):
    """Name, address and groups come from the organisation; the session of before is gone, and one goes on where one was."""
    session: dict[str, object] = {"verder": "/voorstel/x", "bewijs": "oud"}
    way, answer = signed_on(tmp_path, session, name="Anna", email="anna@polderdam.example", groups=["redactie"])
    assert answer.headers["location"] == "/voorstel/x"
    assert "bewijs" not in session
    visitor = way.visitor(request_with(session))
    assert visitor is not None
    assert (visitor.person.mail, visitor.role) == ("anna@polderdam.example", WebRole.BESLISSEN)


@pytest.mark.parametrize("claims", [{}, {"name": "Anna"}, {"email": "baas@polderdam.example", "email_verified": False}])
def test_openid_connect_that_is_not_sure_says_nobody(tmp_path, claims):
    """Without an address, or with one that nobody confirmed, somebody stays unknown."""
    session: dict[str, object] = {}
    way, answer = signed_on(tmp_path, session, **claims)
    assert answer is None
    assert way.visitor(request_with(session)) is None


def test_one_goes_on_within_the_werkbank_alone(tmp_path):
    """An address of elsewhere to go on to after signing on counts for nothing."""
    session: dict[str, object] = {"verder": "//evil.example"}
    _, answer = signed_on(tmp_path, session, name="Anna", email="anna@polderdam.example")
    assert answer.headers["location"] == "/"


def test_the_secret_of_the_cookies_is_kept_for_its_owner(polderdam, app):
    """It stays the same over a restart, and nobody else can read it; the environment may give another."""
    first = run.secret_of(app.state.workplace)
    assert run.secret_of(app.state.workplace) == first
    kept = polderdam / ".git" / "polderkoers" / "werkbank-geheim"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_without_the_extra_the_command_says_what_to_install(capsys, monkeypatch, polderdam):
    """Who installed the engine alone reads which extra is missing."""
    monkeypatch.setitem(sys.modules, "starlette.applications", None)
    for name in [name for name in sys.modules if name.startswith("polderkoers.werkbank.web")]:
        monkeypatch.delitem(sys.modules, name)
    assert main(["werkbank", "--root", str(polderdam)]) == 2
    assert "pip install 'polderkoers[werkbank]'" in capsys.readouterr().err


def test_a_port_that_is_taken_is_said():
    """The message proposes another port."""
    listening = run._listening(0)  # noqa: SLF001 - as serving does it
    listening.listen()
    with listening, pytest.raises(WerkbankPortTaken):
        run._listening(listening.getsockname()[1])  # noqa: SLF001 - same


def test_who_signs_out_is_known_no_more(tmp_path):
    """The button of the page ends the session; a form of another site does not, nor a session that has no proof yet."""
    settings = read(tmp_path, OIDC)
    way = ByOpenId(settings)
    leave = next(each for each in sign_on_routes(way) if each.path == way.leaves_here)
    app = Starlette(routes=[leave], middleware=[Middleware(SessionMiddleware, secret_key="x")])  # noqa: S106
    app.add_route("/begin", _signed_on)
    client = TestClient(app, follow_redirects=False)
    client.get("/begin")
    assert client.post("/afmelden", data={"_bewijs": "fout"}).status_code == 303
    assert json.loads(client.get("/begin?kijk=1").text) == {"mail": "anna@polderdam.example"}
    left = client.post("/afmelden", data={"_bewijs": "goed"})
    assert left.status_code == 200
    assert "Je bent afgemeld" in left.text
    assert json.loads(client.get("/begin?kijk=1").text) is None


async def _signed_on(request: Request) -> JSONResponse:
    """Sign somebody on, or show who is."""
    if "kijk" not in request.query_params:
        request.session.update({"wie": {"mail": "anna@polderdam.example"}, "bewijs": "goed"})
    return JSONResponse(request.session.get("wie"))
