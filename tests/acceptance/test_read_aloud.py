"""A page is read aloud by a voice of the reader's own device, and by no other."""

from __future__ import annotations

import pytest

from support.browser import needs_browser, violations

pytestmark = needs_browser
PAGE = "kernopgaven/iedereen-doet-mee/"
# A device with voices, of which the test says when a sentence is done.
DEVICE = """voices => {
  const device = { spoken: [], cancelled: 0, now: null };
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices,
    speak(utterance) { device.spoken.push([utterance.text, utterance.lang]); device.now = utterance; },
    cancel() { device.cancelled += 1; const last = device.now; device.now = null; last?.onend?.(); },
    addEventListener(_, heard) { device.changed = heard; },
  } });
  window.device = device;
}"""
DUTCH = {"lang": "nl-NL", "localService": True, "name": "Ellen"}
ELSEWHERE = {"lang": "nl-NL", "localService": False, "name": "Cloud"}
FRENCH = {"lang": "fr-FR", "localService": True, "name": "Amelie"}
MARKED = "[...(CSS.highlights.get('pk-voorlezen') ?? [])].map(String).join('').replace(/\\s+/g, ' ')"
NEXT = "const done = device.now; device.now = null; done.onend();"


@pytest.fixture
def heard(open_context, address):
    """Open a page of the site on a device with some voices."""

    def run(*voices, path=PAGE):
        page = open_context(width=390).new_page()
        page.add_init_script(f"({DEVICE})({list(voices)!r})".replace("True", "true").replace("False", "false"))
        page.goto(f"{address}{path}")
        return page

    return run


def test_a_page_is_read_sentence_by_sentence_and_the_sentence_is_marked(heard):
    """Reading begins with the title; each sentence is marked while it is heard, and nothing that is folded or hidden is read."""
    page = heard(DUTCH)
    page.get_by_role("button", name="Lees voor").click()
    for _ in range(12):
        spoken = page.evaluate("device.spoken.at(-1)[0]")
        assert page.evaluate(MARKED) == spoken
        page.evaluate(NEXT)
    texts = [text for text, _ in page.evaluate("device.spoken")]
    assert texts[0].startswith(page.locator("h1").inner_text().split()[0])
    assert len(set(texts)) > 6
    shown = " ".join(page.locator("#inhoud").inner_text().split())
    assert [text for text in texts if text not in shown] == []
    tip = page.locator(".pk-begrip__uitleg").first.text_content().split(".")[0]
    assert not any(tip in text for text in texts)


def test_a_pause_goes_on_with_the_same_sentence_and_stop_begins_anew(heard):
    """After a pause the sentence is heard again from its beginning; after stop the page is."""
    page = heard(DUTCH)
    page.get_by_role("button", name="Lees voor").click()
    page.evaluate(NEXT)
    page.get_by_role("button", name="Pauze").click()
    page.get_by_role("button", name="Lees verder").click()
    spoken = [text for text, _ in page.evaluate("device.spoken")]
    assert len(spoken) == 3
    assert spoken[1] == spoken[2]
    page.get_by_role("button", name="Stop").click()
    assert page.evaluate(MARKED) == ""
    assert not page.get_by_role("button", name="Stop").is_visible()
    page.get_by_role("button", name="Lees voor").click()
    assert page.evaluate("device.spoken.at(-1)[0]") == spoken[0]
    assert violations(page) == []


def test_a_page_that_was_read_to_its_end_can_be_read_again(heard):
    """After the last sentence the mark is gone and the button reads from the beginning."""
    page = heard(DUTCH, path="over/")
    page.get_by_role("button", name="Lees voor").click()
    page.evaluate(f"() => {{ while (device.now) {{ {NEXT} }} }}")
    assert page.evaluate("device.spoken.length") > 5
    assert page.evaluate(MARKED) == ""
    assert page.get_by_role("button", name="Lees voor").is_visible()


@pytest.mark.parametrize("voices", [(), (ELSEWHERE,), (FRENCH,)])
def test_without_a_voice_of_the_device_there_is_no_button(heard, voices):
    """No voice, a voice that needs the internet, or one for another language: then nothing is offered."""
    page = heard(*voices)
    assert page.locator("[data-pk-voorlezen]").count() == 1
    assert not page.locator("[data-pk-voorlezen]").is_visible()


def test_a_voice_that_comes_late_is_offered_then(heard):
    """Browsers that load their voices after the page offer the buttons as soon as they have one."""
    page = heard()
    page.evaluate("voice => { speechSynthesis.getVoices().push(voice); device.changed(); }", DUTCH)
    assert page.get_by_role("button", name="Lees voor").is_visible()


def test_where_a_sentence_cannot_be_marked_its_block_is(heard):
    """A browser without marks for ranges of text marks the paragraph."""
    page = heard(DUTCH)
    page.add_init_script("delete window.Highlight")
    page.reload()
    page.get_by_role("button", name="Lees voor").click()
    assert page.locator(".pk-voorlezen__hier").inner_text() == page.locator("h1").inner_text()
