"""The command that lays the policy beside its sources, and marks what a second person read."""

from __future__ import annotations

import json
import re

import pytest

from polderkoers.cli import main
from support.browser import violations
from support.gemeente import laid

VISION = """\
Toekomstvisie Polderdam

Kernopgave 1: Fijn wonen
De gemeente streeft naar genoeg goede huizen.

Waarom
Een groot deel van de huizen in de Dijkwijk is koud.

Doel A
Boven lege winkels kunnen kleine huizen komen.

Kernopgave 2: Iedereen doet mee
Er is een loket.
"""
LIST = "data/gelezen.yaml"
WHO = ("--door", "tweede lezer", "--op", "2024-02-01")
GOAL = "fijn-wonen/deel-winkels"


@pytest.fixture
def root(tmp_path):
    """Polderdam, with the text of its vision beside it."""
    laid(tmp_path / "polderdam")
    (tmp_path / "visie.txt").write_text(VISION, encoding="utf-8")
    return tmp_path / "polderdam"


@pytest.fixture
def said(root, capsys):
    """Run the command, and return exit code, output and what is said beside it."""

    def run(*arguments):
        code = main(["trouw", *map(str, arguments), "--root", str(root)])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def given(root):
    """The option that gives the text of the vision."""
    return "--bron", f"toekomstvisie-2014={root.parent / 'visie.txt'}"


def items(text):
    """Return the items of the JSON by reference, each with its place."""
    groups = [group for source in json.loads(text)["bronnen"] for group in source["plekken"]]
    return {item["onderdeel"]: (group, item) for group in groups for item in group["onderdelen"]}


def test_each_statement_stands_beside_its_passage(said, given):
    """A part of a goal stands beside `Kernopgave 1, Doel A`, and nothing of the next task is in that passage."""
    code, out, _ = said(*given, "--format", "json")
    assert code == 0
    group, item = items(out)[GOAL]
    assert group["plek"] == "Kernopgave 1, Doel A"
    (passage,) = group["passages"]
    assert (passage["van"], passage["hoe"]) == (9, "kop")
    assert "kleine huizen" in passage["tekst"]
    assert "loket" not in passage["tekst"]
    name, text = item["uitspraken"]
    assert (name["tekst"], name["verschillen"]) == ("Lege winkels worden huizen", [])
    assert [(each["wat"], each["hier"], each["bron"]) for each in text["verschillen"]] == [
        ("kunnen of mogen", [], ["kunnen"])
    ]


def test_what_was_not_found_or_has_no_place_is_said(said, given):
    """A place that the source lacks gives no passage; what names no place is counted apart, and a source without a text says so."""
    _, out, _ = said(*given)
    assert "Niet gevonden in de tekst van de bron: 'Bijlage 2'." in out
    assert "Hier is geen plek in de bron genoemd." in out
    assert "Van deze bron is geen tekst gegeven. Geef die mee met --bron." in out


def test_only_what_is_asked_for_is_shown(said, given):
    """One file, or of it only what differs, or what nobody read yet; the counts stay those of the file."""
    _, out, _ = said(*given, "fijn-wonen", "--format", "json")
    every = items(out)
    assert {ref.partition("/")[0] for ref in every} == {"fijn-wonen"}
    _, out, _ = said(*given, "fijn-wonen", "--alleen", "verschil", "--format", "json")
    fewer = items(out)
    assert GOAL in fewer
    assert len(fewer) < len(every)
    assert json.loads(out)["bronnen"][0]["onderdelen"] == len(every)
    said(GOAL, "--gelezen", *WHO)
    _, out, _ = said(*given, "fijn-wonen", "--alleen", "ongelezen", "--format", "json")
    assert set(items(out)) == set(every) - {GOAL}


def test_the_page_needs_nothing_else(root, said, given):
    """It is written where it was asked for, may load nothing, holds each item with a box, and hostile text does nothing in it."""
    path = root / "data/kernopgaven/fijn-wonen.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Lege winkels worden", "Lege <script>winkels</script> worden"),
        encoding="utf-8",
    )
    page = root.parent / "naast.html"
    code, out, _ = said(*given, "--out", page)
    text = page.read_text(encoding="utf-8")
    assert (code, str(page) in out) == (0, True)
    assert f'data-ref="{GOAL}"' in text
    assert "&lt;script&gt;winkels" in text
    assert len(re.findall(r"<script", text)) == 1
    assert not re.findall(r'(?:src|href)="(?!#)', text)
    assert "default-src 'none'" in text


def test_what_was_read_is_kept_in_the_fixed_form(root, said, given, capsys):
    """One line an item, in a file that the check accepts; a page then shows who read it and when."""
    code, out, _ = said("fijn-wonen", "--gelezen", *WHO, "--uitkomst", "verbeterd")
    text = (root / LIST).read_text(encoding="utf-8")
    assert (code, out.strip().endswith(f"geschreven in {LIST}.")) == (0, True)
    assert (
        "  - bestand: fijn-wonen\n    op: 2024-02-01\n    door: tweede lezer\n    uitkomst: verbeterd\n    kenmerken:\n      - fijn-wonen "
        in text
    )
    assert len(re.findall(r"^      - deel-winkels [0-9a-f]{10}$", text, re.MULTILINE)) == 1
    for command in ("check", "format"):
        assert main([command, *(["--check"] if command == "format" else []), "--root", str(root)]) == 0
    capsys.readouterr()
    _, out, _ = said(*given, GOAL)
    assert "[x] fijn-wonen/deel-winkels" in out
    assert "Gelezen op 2024-02-01 door tweede lezer: verbeterd." in out


def test_a_change_takes_the_mark_away_and_reading_again_renews_it(root, said):
    """The text is told as changed since it was read; a second reading takes the place of the first and leaves the other items as they are."""
    said("fijn-wonen", "--gelezen", *WHO)
    before = (root / LIST).read_text(encoding="utf-8")
    path = root / "data/kernopgaven/fijn-wonen.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Lege winkels worden huizen", "Lege winkels worden woningen"),
        encoding="utf-8",
    )
    _, out, _ = said(GOAL)
    assert "[ ] fijn-wonen/deel-winkels" in out
    assert "De tekst is daarna veranderd, dus dit telt niet meer." in out
    code, out, _ = said(GOAL, "--gelezen", "--door", "redactie", "--op", "2024-03-01")
    assert (code, "1 lezing is vernieuwd" in out) == (0, True)
    after = (root / LIST).read_text(encoding="utf-8")
    assert after.count("deel-winkels") == 1
    assert "door: redactie" in after
    assert set(before.splitlines()) - set(after.splitlines()) == {
        next(row for row in before.splitlines() if "deel-winkels" in row)
    }


def test_ticks_are_taken_only_for_what_is_as_it_was_read(root, said, given):
    """Of two ticks of a page one is of a text that changed since: that one is named, and the other is kept."""
    _, out, _ = said(*given, "--format", "json")
    marks = {ref: item["kenmerk"] for ref, (_, item) in items(out).items()}
    ticks = root.parent / "vinkjes.txt"
    ticks.write_text(f"{GOAL} {marks[GOAL]}\nfijn-wonen/deel-ouderen 0000000000\n", encoding="utf-8")
    code, _, err = said("--vinkjes", ticks, *WHO)
    assert code == 1
    assert "Niet opgeschreven" in err
    assert "fijn-wonen/deel-ouderen" in err
    text = (root / LIST).read_text(encoding="utf-8")
    assert f"deel-winkels {marks[GOAL]}" in text
    assert "deel-ouderen" not in text


def test_a_tick_counts_for_that_item_alone(root, said, given):
    """A tick for a file says nothing of what stands in it, and a file of ticks names no folders."""
    _, out, _ = said(*given, "--format", "json")
    mark = {ref: item["kenmerk"] for ref, (_, item) in items(out).items()}["fijn-wonen"]
    ticks = root.parent / "vinkjes.txt"
    ticks.write_text(f"fijn-wonen {mark}\n", encoding="utf-8")
    code, out, err = said("--vinkjes", ticks, *WHO)
    assert (code, out.startswith("1 onderdeel gelezen"), err) == (0, True, "")
    ticks.write_text(f"data/kernopgaven {mark}\n", encoding="utf-8")
    code, _, err = said("--vinkjes", ticks, *WHO)
    assert code != 0
    assert "'data/kernopgaven' is geen onderdeel" in err


def test_ticks_are_remembered_and_can_be_kept(root, said, given, open_context):
    """In a browser a tick is there when the page is opened again, and the file of ticks is one that the command takes."""
    file = root.parent / "naast.html"
    said(*given, "fijn-wonen", "--out", file)
    page = open_context(width=390).new_page()
    page.goto(file.as_uri())
    page.locator(f"input[data-ref='{GOAL}']").check()
    page.reload()
    assert page.locator("#aangevinkt").inner_text() == "1 onderdeel aangevinkt"
    with page.expect_download() as kept:
        page.get_by_role("button", name="Bewaar vinkjes").click()
    code, out, _ = said("--vinkjes", kept.value.path(), *WHO)
    assert (code, out.startswith("1 onderdeel gelezen")) == (0, True)
    assert "deel-winkels " in (root / LIST).read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.whole)])
def test_the_page_is_for_everybody(root, said, given, open_context, scheme):
    """Axe finds nothing on it, on a wide screen in either colours."""
    file = root.parent / "naast.html"
    said(*given, "fijn-wonen", "--out", file)
    page = open_context(bypass_csp=True, color_scheme=scheme).new_page()
    page.goto(file.as_uri())
    assert violations(page) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7 \x00", "het is een PDF en geen tekst"),
        ("één".encode("latin-1"), "het is geen tekst in UTF-8"),
        ("tekst".encode("utf-16"), "het is geen tekst in UTF-8"),
        (b"te\x00kst", "er staan tekens in die geen tekst zijn"),
        (b"  \n", "er staat niets in"),
        (None, "het is niet te lezen"),
    ],
)
def test_a_file_that_is_no_text_is_refused(root, said, content, told):
    """A PDF, another encoding, signs for machines, an empty file and no file are each told as what they are."""
    file = root.parent / "bron.txt"
    if content is not None:
        file.write_bytes(content)
    code, out, err = said("--bron", f"toekomstvisie-2014={file}")
    assert (code, out) == (2, "")
    assert told in err
    assert "Hoe op te lossen" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--bron", "toekomstvisie=x.txt"], "In data/documenten.yaml staat geen document 'toekomstvisie'."),
        (["--bron", "x.txt"], "Schrijf --bron ID=BESTAND"),
        (["fijn-wonen/deel-winkel"], "Bedoelde je 'fijn-wonen/deel-winkels'?"),
        (["themas/wonen"], "Bij 'themas/wonen' staat geen bron."),
        (["fijn-wonen", "--gelezen"], "Zeg wie het las"),
        (["--gelezen", *WHO], "Noem wat is gelezen"),
        (["fijn-wonen", "--gelezen", "--door", "x", "--op", "2024-02-30"], "'2024-02-30' is geen dag."),
        (["fijn-wonen", "--gelezen", "--door", "x", "--op", "2024"], "'2024' is geen dag."),
        (["fijn-wonen", "--gelezen", "--door", "x", "--op", "2099-01-01"], "moet nog komen"),
        (["fijn-wonen", "--gelezen", "--door", "a\u202eb"], "geen bruikbare naam"),
        (["fijn-wonen/niets", "--gelezen", *WHO], "is geen onderdeel of bestand van het beleid"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told(root, said, arguments, told):
    """A wrong document, item, reader or day is told in Dutch, and nothing is written."""
    code, _, err = said(*arguments)
    assert code == 2
    assert told in err
    assert not (root / LIST).exists()


def test_a_list_with_a_fault_is_left_alone(root, said):
    """Nothing is written over a list that cannot be read."""
    (root / LIST).write_text("soort: gelezen\n  id: [", encoding="utf-8")
    code, _, err = said("fijn-wonen", "--gelezen", *WHO)
    assert (code, f"In {LIST} staat een fout" in err) == (2, True)
    assert (root / LIST).read_text(encoding="utf-8") == "soort: gelezen\n  id: ["


@pytest.mark.parametrize(
    "renamed",
    [(GOAL, "deel-lege-winkels", "- deel-lege-winkels "), ("fijn-wonen", "goed-wonen", "bestand: goed-wonen")],
)
def test_marks_follow_a_new_id(root, said, capsys, renamed):
    """What was read and only gets another id was still read: the item itself, or all of a file."""
    old, new, row = renamed
    said("fijn-wonen", "--gelezen", *WHO)
    assert main(["rename", old, new, "--root", str(root)]) == 0
    capsys.readouterr()
    assert row in (root / LIST).read_text(encoding="utf-8")
    now = f"{old.rpartition('/')[0]}/{new}".removeprefix("/")
    _, out, _ = said(now, "--format", "json")
    assert items(out)[now][1]["gelezen"]


def test_a_reading_changes_no_policy(root, said, tmp_path, capsys):
    """Between a version and the same version that somebody read a comparison finds nothing."""
    laid(tmp_path / "eerder")
    said("fijn-wonen", "--gelezen", *WHO)
    assert main(["diff", str(tmp_path / "eerder"), "nu", "--root", str(root), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["changes"] == []
