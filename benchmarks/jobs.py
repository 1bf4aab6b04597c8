"""Counts what the most frequent jobs of an editor take in the werkbank: clicks, signs typed, screens, and minutes.

Usage: python -m benchmarks.jobs. A script does each job in a browser as a person would, from the first screen until the proposal is handed in, on the
made-up municipality. Minutes are an estimate by the keystroke-level model (S. K. Card, T. P. Moran and A. Newell, "The keystroke-level
model for user performance time with interactive systems", Communications of the ACM 23(7), 1980), with its times for somebody who types
forty words a minute and knows the screens, and what was measured of waiting for a screen.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page
from playwright.sync_api import Error as BrowserError

from werkbank_driven import NotDriven, driven

# Seconds: to hit a key, to point at something, to press a button of the mouse, to bring a hand from the one to the other, and to think of
# what comes next.
_KEY, _POINT, _PRESS, _HOME, _THINK = 0.28, 1.1, 0.2, 0.4, 1.35
_PATIENCE = 60_000
_SAVED = "[data-wb-opgeslagen]"


@dataclass
class Hand:
    """Somebody at a browser: does what a person does, and counts it. Times are in seconds."""

    page: Page
    clicks: int = 0
    signs: int = 0
    screens: int = 1
    done: float = 0
    waited: float = 0

    def click(self, what: Locator) -> None:
        """Click on something that stays on the screen."""
        what.click()
        self._clicked()

    def go(self, what: Locator) -> None:
        """Click on something that leads to another screen, and wait for that."""
        began = time.perf_counter()
        with self.page.expect_navigation(wait_until="load"):
            what.click()
        self.waited += time.perf_counter() - began
        self.screens += 1
        self._clicked()

    def write(self, name: str, text: str) -> None:
        """Fill in a field by its name, after all that it is folded in was opened."""
        field = self._opened(name)
        field.fill(text)
        self._clicked()
        self.signs += len(text)
        self.done += 2 * _HOME + len(text) * _KEY

    def choose(self, name: str, value: str) -> None:
        """Choose from a list."""
        self._opened(name).select_option(value)
        self._clicked()
        self._clicked()

    def link(self, words: str) -> Locator:
        """Return the first link with these words."""
        return self.page.get_by_role("link", name=words).first

    def button(self, words: str) -> Locator:
        """Return the last button with these words: that at the end of a form."""
        return self.page.get_by_role("button", name=words, exact=True).last

    def find(self, words: str, name: str) -> None:
        """Search on the first screen, and open what was found."""
        self.write("q", words)
        self.go(self.button("Zoek"))
        self.go(self.link(name))

    def saved(self) -> None:
        """Wait until what was typed is saved by itself."""
        began = time.perf_counter()
        self.page.locator(_SAVED, has_text="Opgeslagen om").wait_for()
        self.waited += time.perf_counter() - began

    def _opened(self, name: str) -> Locator:
        field = self.page.locator(f"[name='{name}']").locator("visible=true")
        for fold in self.page.locator("details", has=self.page.locator(f"[name='{name}']")).all():
            if fold.get_attribute("open") is None:
                self.click(fold.locator("> summary"))
        return field.first

    def _clicked(self) -> None:
        self.clicks += 1
        self.done += _THINK + _POINT + _PRESS


def correct(hand: Hand) -> None:
    """Correct a date in words and when it ends."""
    hand.find("bouwen", "Bouwen aan de dijk")
    hand.write("wanneer/tekst", "2015 tot maart 2018")
    hand.write("wanneer/tot", "maart 2018")
    hand.saved()


def add_activity(hand: Hand) -> None:
    """Add an activity to a goal, with a partner that is in no list yet."""
    hand.go(hand.link("Een stap of activiteit toevoegen"))
    hand.go(hand.page.locator("a[href*='/nieuw/activiteit']", has_text="Genoeg huizen").first)
    hand.write("naam", "Buurthuis aan de dijk")
    hand.write("toelichting", "Buren maken samen een huis voor de buurt.")
    hand.write("partners/nieuw/naam", "Stichting Dijkhuis")
    hand.choose("partners/nieuw/soort", "wonen")
    hand.write("partners/nieuw/uitleg", "Maakt huizen voor ouderen.")
    hand.choose("partners/nieuw/uitleg_van", "redactie")
    hand.go(hand.button("Opslaan"))


def add_measurement(hand: Hand) -> None:
    """Add a measurement to an indicator."""
    hand.go(hand.link("Een meting toevoegen"))
    hand.go(hand.link("Inwoners die tevreden zijn"))
    value = hand.page.locator("[name^='metingen/n'][name$='/waarde']").last
    row = str(value.get_attribute("name")).removesuffix("waarde")
    hand.write(f"{row}waarde", "73")
    hand.write(f"{row}jaar", "2026")
    hand.go(hand.button("Opslaan"))


def report_progress(hand: Hand) -> None:
    """Say of three items in a report that they go on."""
    hand.go(hand.link("Voortgang melden"))
    hand.go(hand.link("Tussenstand"))
    for choice in hand.page.locator("input[name='over']").all()[:3]:
        hand.click(choice)
    hand.go(hand.button("Ga verder met wat is aangevinkt"))
    for state in hand.page.locator("select[name$='stand']").all():
        hand.choose(str(state.get_attribute("name")), "loopt")
    hand.go(hand.button("Opslaan"))


def report_much(hand: Hand) -> None:
    """Say of twenty items in a report how they go, with a sentence of each."""
    hand.go(hand.link("Voortgang melden"))
    hand.go(hand.link("Tussenstand"))
    for choice in hand.page.locator("input[name='over']").all()[:20]:
        hand.click(choice)
    hand.go(hand.button("Ga verder met wat is aangevinkt"))
    for state in hand.page.locator("select[name$=':stand']").all():
        name = str(state.get_attribute("name"))
        hand.choose(name, "loopt")
        hand.write(
            f"{name.removesuffix('stand')}toelichting", "De eerste gesprekken zijn er geweest, en er is een plan."
        )
    hand.go(hand.button("Opslaan"))


def register_decision(hand: Hand) -> None:
    """Register a motion that was carried."""
    hand.go(hand.link("Een besluit vastleggen"))
    hand.choose("soort", "motie")
    hand.write("naam", "Meer bomen in de Dijkwijk")
    hand.write("stuknummer", "M-2026-7")
    hand.write("datum", "12 maart 2026")
    hand.choose("uitkomst", "aangenomen")
    hand.go(hand.button("Opslaan"))


def add_organisation(hand: Hand) -> None:
    """Add an organisation."""
    hand.go(hand.link("Een organisatie toevoegen"))
    hand.write("naam", "Stichting Dijkhuis")
    hand.choose("soort", "wonen")
    hand.write("uitleg", "Maakt huizen voor ouderen.")
    hand.choose("uitleg_van", "redactie")
    hand.go(hand.button("Opslaan"))


def add_term(hand: Hand) -> None:
    """Add a term with its explanation."""
    hand.go(hand.link("Een begrip toevoegen"))
    hand.write("naam", "Woonzorg")
    hand.write("uitleg", "Wonen met zorg in de buurt.")
    hand.go(hand.button("Opslaan"))


def move(hand: Hand) -> None:
    """Move an activity to a goal."""
    hand.find("spreekuur", "Spreekuur over wonen")
    hand.go(hand.link("Verplaats het"))
    hand.choose("naar", "fijn-wonen/doel-genoeg-huizen activiteiten")
    hand.go(hand.page.locator("form[action^='/werk/'] button").first)


def withdraw(hand: Hand) -> None:
    """Withdraw a kernopgave."""
    hand.find("iedereen", "Iedereen doet mee")
    hand.go(hand.link("Trek"))
    hand.write("sinds", "1 maart 2026")
    hand.go(hand.page.locator("form[action^='/werk/'] button").first)


def adopt(hand: Hand) -> None:
    """Adopt a version of all that is a draft."""
    hand.go(hand.link("Een versie vaststellen"))
    hand.write("datum", "12 maart 2026")
    hand.write("door", "gemeenteraad")
    hand.write("naam", "Programma 2026")
    hand.write("id", "2026")
    hand.go(hand.button("Stel vast"))


JOBS: dict[str, Callable[[Hand], None]] = {
    "een datum verbeteren": correct,
    "een activiteit met een nieuwe organisatie toevoegen": add_activity,
    "een meting toevoegen": add_measurement,
    "van drie onderdelen de voortgang melden": report_progress,
    "van twintig onderdelen de voortgang melden": report_much,
    "een besluit vastleggen": register_decision,
    "een organisatie toevoegen": add_organisation,
    "een begrip toevoegen": add_term,
    "iets verplaatsen": move,
    "iets intrekken": withdraw,
    "een versie vaststellen": adopt,
}


def hand_in(hand: Hand) -> None:
    """Go to the proposal that was just saved in, if one is not there already, and hand it in."""
    if "/voorstel/" not in hand.page.url:
        hand.go(hand.page.locator(f"{_SAVED} a").first)
    hand.go(hand.button("Inleveren"))
    hand.button("Neem terug").wait_for()


def done(browser: Browser, address: str, job: Callable[[Hand], None]) -> Hand:
    """Do a job from the first screen until it is handed in, and return what it took."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(_PATIENCE)
    page.goto(address)
    hand = Hand(page)
    try:
        job(hand)
        hand_in(hand)
    finally:
        context.close()
    return hand


def main() -> None:
    """Do all jobs, and print a table of what each took."""
    with tempfile.TemporaryDirectory(prefix="polderkoers-") as folder:
        try:
            with driven(Path(folder) / "polderdam") as (browser, address):
                sys.stdout.write(
                    "| klus | klikken | tekens | schermen | wachten | minuten |\n|---|---:|---:|---:|---:|---:|\n"
                )
                for name, job in JOBS.items():
                    sys.stdout.write(_row(name, browser, address, job))
                    sys.stdout.flush()
        except NotDriven as reason:
            raise SystemExit(str(reason)) from reason


def _row(name: str, browser: Browser, address: str, job: Callable[[Hand], None]) -> str:
    try:
        hand = done(browser, address, job)
    except BrowserError as error:
        return f"| {name} | niet gemeten: {error.message.splitlines()[0]} |\n"
    minutes = (hand.done + hand.waited) / 60
    return f"| {name} | {hand.clicks} | {hand.signs} | {hand.screens} | {hand.waited:.0f} s | {minutes:.1f} |\n"


if __name__ == "__main__":
    main()
