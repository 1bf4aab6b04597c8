"""The werkbank of Polderdam, and people who use it as a browser without script does: they read a page, fill in a form, press a button."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx2
import lxml.html
from starlette.applications import Starlette
from starlette.testclient import TestClient

from polderkoers.website.build import Kept
from polderkoers.werkbank.store.values import Proposal
from polderkoers.werkbank.web.app import application
from polderkoers.werkbank.web.assembled import workplace_of
from polderkoers.werkbank.web.people import WebRole
from polderkoers.werkbank.web.settings import SignOnSettings, WebSettings
from support import gemeente
from support.git import git

ADDRESS = gemeente.WERKBANK
PROXY = "10.0.0.5"
ACTIVITY = "/onderdeel/fijn-wonen/activiteit-bouwen"
GOAL = "/onderdeel/fijn-wonen/doel-genoeg-huizen"
TOGETHER = WebSettings(
    address=ADDRESS,
    sign_on=SignOnSettings("kop", frozenset({PROXY}), groups="X-Groups"),
    roles={
        WebRole.LEZEN: frozenset({"*"}),
        WebRole.VOORSTELLEN: frozenset({"anna@polderdam.example", "bas@polderdam.example"}),
        WebRole.BESLISSEN: frozenset({"groep:redactie"}),
    },
)


def laid(root: Path) -> Path:
    """Make Polderdam as a repository in which Git knows who works, and return it."""
    gemeente.with_history(root)
    git(root, "config", "user.name", "Anna de Vries")
    git(root, "config", "user.email", "anna@polderdam.example")
    return root


@contextmanager
def opened(root: Path, settings: WebSettings = TOGETHER) -> Iterator[Starlette]:
    """Give the application of the werkbank of a repository."""
    with workplace_of(root, settings, Kept) as workplace:
        yield application(workplace, settings, "geheim van de test")


class Visitor:
    """Somebody at a browser without script. `page` is what is on the screen, `answer` what came with it."""

    def __init__(self, app: Starlette, name: str, *groups: str) -> None:
        """Sit down at the werkbank of an application, behind the proxy of the organisation."""
        headers = {"X-Forwarded-User": name, "X-Groups": ",".join(groups)}
        headers["X-Forwarded-Email"] = f"{name.partition(' ')[0].lower()}@polderdam.example"
        self.client = TestClient(app, base_url=ADDRESS, headers=headers, client=(PROXY, 5000))
        self.answer: httpx2.Response
        self.page: lxml.html.HtmlElement
        self.fields: dict[str, list[str]] = {}
        self._form: lxml.html.HtmlElement

    def open(self, address: str) -> Visitor:
        """Open a page; it is there."""
        self._take(self.client.get(address))
        for _ in range(20):
            if "refresh" not in self.answer.headers:
                break
            # A preview that is still being made asks to be opened again.
            self._take(self.client.get(address))
        assert self.answer.status_code == 200, self.text
        return self

    def follow(self, words: str) -> Visitor:
        """Follow the first link with these words."""
        link = next(each for each in self.page.iter("a") if words in each.text_content())
        return self.open(urljoin(str(self.answer.url), link.get("href")))

    def form(self, action: str) -> Visitor:
        """Begin to fill in the form that is sent to an address that begins so; what stands in it stays until it is filled in."""
        fits = [each for each in self.page.forms if str(each.get("action", "")).startswith(action)]
        self._form = min(fits, key=lambda each: len(each.get("action")))
        self.fields = {}
        for name, value in self._form.form_values():
            self.fields.setdefault(name, []).append(value.removeprefix("\n"))
        return self

    def fill(self, name: str, *values: str) -> Visitor:
        """Fill in a field that is on the form."""
        assert name in {element.get("name") for element in self._form.iter("input", "textarea", "select")}, name
        self.fields[name] = list(values)
        return self

    def press(self, words: str) -> Visitor:
        """Press the button with these words, and go where that leads."""
        button = next(each for each in self._form.iter("button") if words in each.text_content())
        if button.get("name"):
            self.fields[button.get("name")] = [button.get("value", "")]
        action = self._form.get("action") or urlsplit(str(self.answer.url)).path
        self._take(self.client.post(action, data=self.fields, headers={"Origin": ADDRESS}))
        return self

    def do(self, action: str, button: str) -> Visitor:
        """Press a button of a form in which nothing is to be filled in."""
        return self.form(action).press(button)

    @property
    def text(self) -> str:
        """All that can be read on the page, in one line."""
        return re.sub(r"\s+", " ", self.page.text_content())

    def _take(self, answer: httpx2.Response) -> None:
        self.answer = answer
        self.page = lxml.html.fromstring(answer.text or "<p></p>")


def proposal_of(app: Starlette, name: str) -> Proposal:
    """Return the proposal that somebody began."""
    found: tuple[Proposal, ...] = app.state.workplace.store.proposals()
    return next(each for each in found if each.author.name == name)


def correct_date(somebody: Visitor, until: str) -> Visitor:
    """Correct until when the activity goes on."""
    somebody.open(ACTIVITY).form("/onderdeel/").fill("wanneer/tot", until).fill("wanneer/tekst", f"2015 tot {until}")
    return somebody.press("Opslaan")


def hand_in(somebody: Visitor, name: str) -> Visitor:
    """Give a proposal a reason and hand it in."""
    address = f"/voorstel/{name}"
    somebody.open(address).form(address).fill("reden", "De datum was fout.").press("Bewaar titel en reden")
    return somebody.do(f"{address}/inleveren", "Inleveren")


def change_name(somebody: Visitor, address: str, name: str) -> Visitor:
    """Change a name in a proposal of its own, and hand it in."""
    somebody.open(f"{address}?voorstel=nieuw").form("/onderdeel/").fill("naam", name).press("Opslaan")
    mine = somebody.answer.url.params["voorstel"]
    somebody.open(f"/voorstel/{mine}").do(f"/voorstel/{mine}/inleveren", "Inleveren")
    return somebody
