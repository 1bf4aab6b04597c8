"""Making a stranger's Markdown harmless before it is posted in the project's name."""

from __future__ import annotations

import pytest

from polderkoers.forge.defuse import BREAK, MAX_LENGTH, defuse

OWN = ("https://forge.example/gemeente/polderkoers/", "https://beleid.example/")


@pytest.mark.parametrize(
    "text",
    [
        "# Wat verandert\n\n- **Doel 3** wordt ~~honderd~~ *tweehonderd*.\n",
        "| was | wordt |\n|---|---|\n| een | twee |\n",
        "<details>\n<summary>Alles</summary>\n\nTekst\n</details>\n",
        "Van <del>honderd</del> naar <ins>tweehonderd</ins> euro<br>per jaar: € 1.000, 50% & meer — “zo”, één.",
        "`data/kernopgaven/x.yaml:12:5` en a < b &lt;b&gt; &#60;i&#62; &amp; &eacute;&nbsp;",
        "1. Tijd: 17:30\n2. Nummer 12\n",
        "",
    ],
)
def test_harmless_markdown_stays_as_it_is(text):
    """Headings, lists, tables, emphasis, folding and text come through, but for what nobody sees."""
    assert defuse(text, OWN).replace(BREAK, "") == text
    assert defuse(text.replace("a < b", "a b"), OWN) == text.replace("a < b", "a b")


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("@iedereen", f"@{BREAK}iedereen"),
        ("&#64;iedereen", f"@{BREAK}{BREAK}iedereen"),
        ("&commat;iedereen", f"@{BREAK}{BREAK}iedereen"),
        ("zie #12 en GH-13", f"zie #{BREAK}12 en GH{BREAK}-13"),
        ("&#35;12", f"#{BREAK}12"),
        ("<script>x</script>", f"<{BREAK}script>x<{BREAK}/script>"),
        ("<img src=x onerror=y>", f"<{BREAK}img src=x onerror=y>"),
        ("<details open>", f"<{BREAK}details open>"),
        ("<!-- merk -->", f"<{BREAK}!-- merk -->"),
        ("<https://kwaad.example>", f"<{BREAK}https:{BREAK}//kwaad.example>"),
        ("https://kwaad.example", f"https:{BREAK}//kwaad.example"),
        ("https&colon;//kwaad.example", f"https:{BREAK}//kwaad.example"),
        ("_www.kwaad.example", f"_www{BREAK}.kwaad.example"),
        ("&#119;ww.kwaad.example", f"www{BREAK}.kwaad.example"),
        ("[hier](https://kwaad.example)", "hier"),
        ("[hier](//kwaad.example)", "hier"),
        ("[hier](javascript:alert)", "hier"),
        ('[hier](//kwaad.example "x")', f'[hier]{BREAK}(//kwaad.example "x")'),
        ("[hier][a]\n\n[a]: //kwaad.example", f"[hier]{BREAK}[a]\n\n[a]{BREAK}: //kwaad.example"),
        ("![beeld](https://kwaad.example/x.png)", f"!{BREAK}beeld"),
        ("links\u202erechts\x00\x1b[31m\u200d", "links\ufffdrechts\ufffd\ufffd[31m\ufffd"),
        ("&#x202e;&NewLine;", "\ufffd\ufffd"),
        ("een\r\ntwee\rdrie\tvier", "een\ntwee\ndrie    vier"),
    ],
)  # fmt: skip
def test_what_would_reach_someone_or_something_is_broken(text, harmless):
    """Mentions, links, pictures, elements, hidden notes and invisible signs lose their meaning, not their words."""
    assert defuse(text, OWN) == harmless


def test_links_to_our_own_pages_stay():
    """A link below an address of ours is kept, exactly as it was asked for."""
    text = "[De regel](https://beleid.example/meldingen/#tab) en [voorstel](https://forge.example/gemeente/polderkoers/pull/7)"
    assert defuse(text, OWN) == (
        "[De regel](<https://beleid.example/meldingen/#tab>) en "
        "[voorstel](<https://forge.example/gemeente/polderkoers/pull/7>)"
    )
    assert defuse(text) == "De regel en voorstel"


@pytest.mark.parametrize(
    "address",
    [
        "https://beleid.example.kwaad.example/",
        "https://beleid.example@kwaad.example/",
        "https://forge.example/gemeente/polderkoers/../../kwaad/",
        "https://forge.example/gemeente/polderkoers/%2e%2e/",
        "https://forge.example/gemeente/polderkoers/\\..\\kwaad",
    ],
)
def test_an_address_that_only_looks_like_ours_is_no_link(address):
    """No trick with the address of our own pages leads elsewhere."""
    assert defuse(f"[hier]({address})", OWN) == "hier"


def test_an_escaped_link_leads_nowhere():
    """A link that Markdown would not read as one does not become a bare address instead."""
    assert "://" not in defuse("\\[hier](https://beleid.example/x)(/../..)", OWN)


def test_a_long_report_is_cut_at_a_line_and_says_so():
    """What is longer than a comment may be ends at the end of a line, with a note."""
    shortened = defuse("regel van het verslag\n" * 10_000)
    assert len(shortened) < MAX_LENGTH + 100
    assert shortened.endswith("regel van het verslag\n\n*Het verslag is te lang. De rest staat bij de controle.*")
    assert len(defuse("@" * MAX_LENGTH)) < MAX_LENGTH + 100
