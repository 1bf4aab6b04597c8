"""The command that gives something another id, and leaves its old address working."""

from __future__ import annotations

import pytest

from polderkoers.cli import main
from support.made_up import root_with

FILE = "data/kernopgaven/fijn-wonen.yaml"
WORDS = """soort: zoekwoorden
id: zoekwoorden
versie: "1.0"
status: null
zoekwoorden:
  # Wie een huis zoekt.
  - id: huis
    woorden: [huis]
    bij: [fijn-wonen, fijn-wonen/doel-genoeg-huizen, themas/wonen]
"""


@pytest.fixture
def root(tmp_path):
    """A small policy with words that lead to a file, an item and a subject, and a page that does too."""
    root = root_with(tmp_path)
    (root / "data/zoekwoorden.yaml").write_text(WORDS, encoding="utf-8")
    (root / "docs").mkdir()
    page = "Lees [dit](kernopgaven/fijn-wonen.md#doel-genoeg-huizen) en [dat](kernopgaven/fijn-wonen/), en [dit ook](kernopgaven/fijn-wonen/doel-genoeg-huizen/).\n"
    (root / "docs/index.md").write_text(page, encoding="utf-8")
    return root


def texts(root):
    """Return every file of data and docs, by its path."""
    paths = (path for name in ("data", "docs") for path in (root / name).rglob("*.*"))
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def test_a_goal_gets_another_id_everywhere(root, capsys):
    """Its own id, references in its file and elsewhere, and a link in a page; comments stay, and its old address is kept."""
    before = texts(root)
    assert main(["rename", "fijn-wonen/doel-genoeg-huizen", "doel-huizen", "--root", str(root)]) == 0
    told = capsys.readouterr().out
    assert "Het oude adres blijft werken: /kernopgaven/fijn-wonen/doel-genoeg-huizen/" in told
    assert "Het leidt naar: /kernopgaven/fijn-wonen/doel-huizen/" in told
    after = texts(root)
    addresses = after.pop("data/adressen.yaml")
    assert {file: text.replace("doel-genoeg-huizen", "doel-huizen") for file, text in before.items()} == after
    row = "{was: fijn-wonen/doel-genoeg-huizen, soort: doel, gebeurd: hernoemd, nu: [fijn-wonen/doel-huizen]}"
    assert addresses.endswith(f"adressen:\n  - {row}\n")
    assert main(["check", "--root", str(root)]) == 0


@pytest.mark.parametrize(
    "typed",
    [
        'over:   [ "doel-genoeg-huizen" ]   # bij dit doel',
        "over: ['doel-genoeg-huizen']",
        "over:\n      # het eerste doel\n      - doel-genoeg-huizen",
        "over: [doel-genoeg-huizen]\r",
    ],
)
def test_what_was_typed_stays_as_it_was_typed(root, typed):
    """Blanks, quotes, comments and ends of lines around an id are those of the editor."""
    path = root / FILE
    text = path.read_text(encoding="utf-8").replace("over: [doel-genoeg-huizen]", typed)
    path.write_bytes(text.encode())
    assert main(["rename", "fijn-wonen/doel-genoeg-huizen", "doel-huizen", "--root", str(root)]) == 0
    assert path.read_bytes() == text.replace("doel-genoeg-huizen", "doel-huizen").encode()


def test_a_row_that_gets_too_long_gets_the_one_form_when_its_file_had_it(root):
    """A file in the canonical form is in it afterwards."""
    assert main(["format", "--root", str(root)]) == 0
    new = "doel-waar-heel-veel-over-te-zeggen-is-zodat-een-regel-met-dit-id-te-lang-wordt"
    assert main(["rename", "fijn-wonen/doel-genoeg-huizen", new, "--root", str(root)]) == 0
    assert main(["format", "--check", "--root", str(root)]) == 0


def test_who_renames_a_file_reads_to_take_what_is_new_along(root, capsys):
    """A commit of what Git knows already would take the old file away, and leave the new one out."""
    main(["rename", "fijn-wonen", "mooi-wonen", "--root", str(root)])
    assert "git add data" in capsys.readouterr().out


def test_a_file_gets_another_name_with_its_id(root):
    """What refers to it or to what stands in it goes along; an address that led to it leads to it still."""
    main(["rename", "fijn-wonen/doel-genoeg-huizen", "doel-huizen", "--root", str(root)])
    assert main(["rename", "fijn-wonen", "mooi-wonen", "--root", str(root)]) == 0
    after = texts(root)
    assert FILE not in after
    assert "id: mooi-wonen\n" in after["data/kernopgaven/mooi-wonen.yaml"]
    assert "bij: [mooi-wonen, mooi-wonen/doel-huizen, themas/wonen]" in after["data/zoekwoorden.yaml"]
    assert after["docs/index.md"].count("kernopgaven/mooi-wonen") == 3
    assert "nu: [mooi-wonen/doel-huizen]" in after["data/adressen.yaml"]
    assert "{was: fijn-wonen, soort: kernopgave, gebeurd: hernoemd, nu: [mooi-wonen]}" in after["data/adressen.yaml"]
    assert main(["check", "--root", str(root)]) == 0


def test_an_entry_of_a_list_gets_another_id(root):
    """A subject, a place and a party are referred to by their id alone, or with their list."""
    for old, new in (("themas/wonen", "huizen"), ("plaatsen/polderdam", "polder-dam"), ("roles/gemeente", "gem")):
        assert main(["rename", old, new, "--root", str(root)]) == 0
    after = texts(root)
    assert "themas: [huizen]" in after[FILE]
    assert "plaatsen: [polder-dam]" in after[FILE]
    assert "partijen: [gem]" in after[FILE]
    assert "trekker: [gem]" in after[FILE]
    assert "gebied: polder-dam" in after["data/instelling.yaml"]
    assert "themas/huizen]" in after["data/zoekwoorden.yaml"]
    assert main(["check", "--root", str(root)]) == 0


def test_a_trial_changes_nothing(root, capsys):
    """With --dry-run one reads what would change, and what to type."""
    before = texts(root)
    assert main(["rename", "fijn-wonen", "mooi-wonen", "--dry-run", "--root", str(root)]) == 0
    assert texts(root) == before
    told = capsys.readouterr().out
    assert "data/kernopgaven/fijn-wonen.yaml heet voortaan data/kernopgaven/mooi-wonen.yaml" in told
    assert "rename fijn-wonen mooi-wonen" in told


def test_back_to_the_old_id_takes_the_old_address_away(root):
    """What is an address again is no former one; the other one is."""
    main(["rename", "fijn-wonen", "mooi-wonen", "--root", str(root)])
    assert main(["rename", "mooi-wonen", "fijn-wonen", "--root", str(root)]) == 0
    after = texts(root)["data/adressen.yaml"]
    assert "was: mooi-wonen" in after
    assert "was: fijn-wonen" not in after
    assert main(["check", "--root", str(root)]) == 0


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("fijn-wonen/doel-genoeg-huizn", "x", "bedoel je fijn-wonen/doel-genoeg-huizen?"),
        ("doel-genoeg-huizen", "x", "bedoel je fijn-wonen/doel-genoeg-huizen?"),
        ("fijn-wonen/doel-genoeg-huizen", "stap-bouwen", "'fijn-wonen/stap-bouwen' bestaat al: 'Bouwen'"),
        ("fijn-wonen/doel-genoeg-huizen", "doel-genoeg-huizen", "heet al zo"),
        ("fijn-wonen/doel-genoeg-huizen", "ander/doel", "is een andere plek"),
        ("fijn-wonen/doel-genoeg-huizen", "Doel Huizen", "kan geen id zijn"),
        ("fijn-wonen", "themas", "bestaat al"),
        ("themas", "onderwerpen", "Het id van 'themas' ligt vast"),
        ("organisaties/rivm", "rivm-bilthoven", "wordt meegeleverd, en heeft daarom een vast id"),
        ("roles/gemeente", "rijk", "'roles/rijk' is het id van 'Rijk', dat wordt meegeleverd"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(root, capsys, old, new, told):
    """The refusal says why and what to type; exit code 2."""
    before = texts(root)
    assert main(["rename", old, new, "--root", str(root)]) == 2
    assert told in capsys.readouterr().err
    assert texts(root) == before


def test_an_id_that_the_check_refuses_is_not_given(root, capsys):
    """What would be a fault is told as the check tells it, and nothing changes."""
    before = texts(root)
    assert main(["rename", "fijn-wonen/doel-genoeg-huizen", "doelen", "--root", str(root)]) == 1
    assert "[gereserveerd-id]" in capsys.readouterr().err
    assert texts(root) == before


def test_the_address_of_something_else_is_not_given_away(root, capsys):
    """Who kept an old address reads there what became of that, and nothing else."""
    main(["rename", "fijn-wonen/doel-genoeg-huizen", "doel-huizen", "--root", str(root)])
    assert main(["rename", "fijn-wonen/stap-bouwen", "doel-genoeg-huizen", "--root", str(root)]) == 2
    assert "was het adres van iets anders" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "page", "after"),
    [
        ("fijn-wonen", "mooi-wonen", '{{ kaart("fijn-wonen") }}', '{{ kaart("mooi-wonen") }}'),
        ("fijn-wonen", "mooi-wonen", "{{ kaart('fijn-wonen/stap-bouwen') }}", "{{ kaart('mooi-wonen/stap-bouwen') }}"),
        (
            "fijn-wonen/stap-bouwen",
            "stap-b",
            '{{ kaart("fijn-wonen/stap-bouwen") }}',
            '{{ kaart("fijn-wonen/stap-b") }}',
        ),
        (
            "themas/wonen",
            "huizen",
            '{{ lijst(soort="doel", thema="wonen") }}',
            '{{ lijst(soort="doel", thema="huizen") }}',
        ),
        ("roles/gemeente", "gem", "{{ lijst(partij = 'gemeente') }}", "{{ lijst(partij = 'gem') }}"),
        (
            "fijn-wonen",
            "mooi-wonen",
            '{{ adres("kernopgaven/fijn-wonen/") }}',
            '{{ adres("kernopgaven/mooi-wonen/") }}',
        ),
        ("fijn-wonen", "mooi-wonen", "[a](../kernopgaven/fijn-wonen/)", "[a](../kernopgaven/mooi-wonen/)"),
        (
            "documenten/visie-2020",
            "plan",
            '{{ overzicht("vervolg/visie-2020/b") }}',
            '{{ overzicht("vervolg/plan/b") }}',
        ),
        (
            "documenten/visie-2020",
            "plan",
            '{{ overzicht("vervolg/b/visie-2020") }}',
            '{{ overzicht("vervolg/b/plan") }}',
        ),
    ],
)
def test_a_page_that_asks_for_it_asks_by_the_new_id(root, old, new, page, after):
    """A card, a list and an overview go on standing on the page, and a link goes on leading there."""
    path = root / "docs/vraagt.md"
    path.write_text(f"Tekst over fijn-wonen.\n{page}\n", encoding="utf-8")
    assert main(["rename", old, new, "--root", str(root)]) == 0
    assert path.read_text(encoding="utf-8") == f"Tekst over fijn-wonen.\n{after}\n"


@pytest.mark.parametrize(
    "page",
    [
        "[elders](https://elders.example/kernopgaven/fijn-wonen/)",
        "[toen](versies/2030/kernopgaven/fijn-wonen/)",
        '{{ lijst(thema="fijn-wonen") }}',
        '{{ kaart("fijn-wonen-2") }}',
        "[anders](kernopgaven/fijn-wonen-2/)",
    ],
)
def test_what_leads_elsewhere_stays_as_it_is(root, page):
    """Another site and an earlier version keep their own addresses."""
    path = root / "docs/elders.md"
    path.write_text(page, encoding="utf-8")
    assert main(["rename", "fijn-wonen", "mooi-wonen", "--root", str(root)]) == 0
    assert path.read_text(encoding="utf-8") == page


def test_what_the_council_decided_follows_an_item(root):
    """A decision about a goal, and what it was dealt with by, name the goal by its new id; the check accepts that."""
    path = root / "data/besluiten/besluiten-2021.yaml"
    path.parent.mkdir()
    path.write_text(
        "soort: besluiten\nid: besluiten-2021\nbesluiten:\n  - id: motie-huizen\n    soort: motie\n    naam: Meer huizen\n"
        "    datum: 2021-04-02\n    gaat_over: [fijn-wonen/doel-genoeg-huizen]\n"
        "    afgedaan: {datum: 2021-05, tekst: Het is gedaan., blijkt_uit: fijn-wonen/doel-genoeg-huizen}\n",
        encoding="utf-8",
    )
    assert main(["rename", "fijn-wonen/doel-genoeg-huizen", "doel-huizen", "--root", str(root)]) == 0
    assert path.read_text(encoding="utf-8").count("fijn-wonen/doel-huizen") == 2
    assert main(["check", "--root", str(root)]) == 0
