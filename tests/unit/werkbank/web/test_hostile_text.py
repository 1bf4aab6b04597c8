"""Text of people is text on every page: in all fields of a form, and wherever a proposal shows them again."""

from __future__ import annotations

import shutil

import lxml.html
import pytest

from polderkoers.werkbank.store.values import ProposalState
from support.werkbank import Visitor, opened

GOAL = "/onderdeel/fijn-wonen/doel-genoeg-huizen"
HOSTILE = "<script>kwaad()</script>\" onmouseover=\"kwaad()\" ' onmouseover='kwaad()' </textarea><img src=x onerror=kwaad()> {{7*7}} javascript:kwaad()"
ADDRESSES = ("href", "src", "action", "formaction", "data")


def harmful(html: str) -> list[str]:
    """Return what in a page would do something: a script with text in it, a handler, an address of a script, a template that was filled in."""
    page = lxml.html.fromstring(html)
    found = [f"script: {each.text}" for each in page.iter("script") if "kwaad" in (each.text or "")]
    for element in page.iter(lxml.html.etree.Element):
        for name, value in element.attrib.items():
            is_address = name in ADDRESSES and value.strip().lower().startswith("javascript:")
            if name.startswith("on") or is_address or (element.tag == "img" and value == "x"):
                found.append(f"{element.tag} {name}={value}")
    if "{{7*7}}" not in html and " 49 " in html:
        found.append("{{7*7}} werd 49")
    return found


def in_every_field(somebody: Visitor) -> Visitor:
    """Fill in all fields for text of the form that is open."""
    element = next(
        each for each in somebody.page.forms if each.get("action", "").startswith(("/onderdeel/", "/voorstel/"))
    )
    for field in element.iter("textarea", "input"):
        if field.get("type", "text") == "text" and "/zoek" not in field.name and "/nieuw" not in field.name:
            somebody.fields[field.name] = [HOSTILE]
    return somebody


@pytest.fixture(scope="module")
def attacked(polderdam, tmp_path_factory):
    """A werkbank in which one proposal clashes with what is in force, with hostile text in all of it; and an address of each of its pages."""
    root = tmp_path_factory.mktemp("vijandig") / "polderdam"
    shutil.copytree(polderdam, root)
    with opened(root) as made:
        yield made


def test_hostile_text_is_text_on_every_page(attacked):
    """The form, what comes back of it, the preview, the comparison, the lists, remarks and a clash show it to the letter and do nothing."""
    anna, chief = Visitor(attacked, "Anna de Vries"), Visitor(attacked, "Chris Chef", "redactie")
    store = attacked.state.workplace.store
    seen: dict[str, str] = {}

    def look(name: str, somebody: Visitor) -> None:
        seen[name] = somebody.answer.text

    in_every_field(anna.open(GOAL).form("/onderdeel/")).press("Opslaan")
    look("geweigerd formulier", anna)
    for title, name in (("Eerste", f"Eerst {HOSTILE}"), ("Tweede", f"Dan {HOSTILE}")):
        anna.open(f"{GOAL}?voorstel=nieuw").form("/onderdeel/").fill("naam", name).fill("toelichting", name).press(
            "Opslaan"
        )
        look(f"formulier {title}", anna)
        made = max(store.proposals(), key=lambda each: each.saved)
        place = f"/voorstel/{made.id}"
        anna.open(place).form(place).fill("titel", f"{title} {HOSTILE}"[:190]).fill("reden", HOSTILE).press(
            "Bewaar titel"
        )
        anna.form(f"{place}/opmerking").fill("tekst", HOSTILE).press("Plaats de opmerking")
        look(f"voorstel {title}", anna)
        look(f"verschil {title}", anna.open(f"{place}/verschil"))
        look(f"voorbeeld {title}", anna.open(f"/voorbeeld/{made.id}/?onderdeel=fijn-wonen/doel-genoeg-huizen"))
    second = max(store.proposals(), key=lambda each: each.saved)
    chief.open(f"{GOAL}?voorstel=nieuw").form("/onderdeel/").fill("naam", "Huizen voor ieder").press("Opslaan")
    other = next(each for each in store.proposals() if each.author.name == "Chris Chef")
    other = store.move_to(other.id, ProposalState.INGEDIEND, other.author)
    store.take_over(other.id, other.tip, other.author)
    anna.open(f"/voorstel/{second.id}").do(f"/voorstel/{second.id}/bijwerken", "Werk bij")
    assert "Wat moet het worden?" in anna.text
    look("botsing", anna)
    for address in ("/", "/voorstellen", f"/?q={'%3Cscript%3Ekwaad()'}", f"/voorstel/{second.id}"):
        look(address, chief.open(address))
    assert {name: found for name, html in seen.items() if (found := harmful(html))} == {}
    for name in (
        "formulier Eerste",
        "voorstel Tweede",
        "verschil Tweede",
        "voorbeeld Tweede",
        "botsing",
        "/voorstellen",
    ):
        assert "&lt;script&gt;kwaad" in seen[name], name
