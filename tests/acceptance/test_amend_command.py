"""The command that lays amendments on a proposal: three columns, what does not fit, what clashes, and accepting one."""

from __future__ import annotations

import json

import pytest

from polderkoers.cli import main
from support.amending import FILE, GOAL, HELPS, amendment, branch, change, proposed, schema, validate
from support.git import git, save

MORE = ("elk jaar 30 huizen", "elk jaar 50 huizen")
FEWER = ("elk jaar 30 huizen", "elk jaar 20 huizen")
TREES = ("Bij elk huis staat een boom.", "Bij elk huis staan twee bomen.")
FORMS = ("text", "markdown", "html", "json")


@pytest.fixture
def root(tmp_path):
    """A repository with a proposal."""
    return proposed(tmp_path / "root")


@pytest.fixture
def said(root, capsys):
    """Run the command, and return exit code, output and what is said beside it."""

    def run(*arguments):
        code = main(["amend", *arguments, "--root", str(root)])
        return code, *capsys.readouterr()

    return run


def by_label(document, outcome=0):
    """Return the rows of an outcome by item and what of it, as texts of the three columns."""
    return {
        (row["onderdeel"], row["wat"]): tuple(
            None if row[name] is None else "".join(run["text"] for run in row[name])
            for name in ("geldend", "voorstel", "amendement")
        )
        for row in document["uitkomsten"][outcome]["rijen"]
    }


def test_three_columns_show_what_is_in_force_proposed_and_amended(root, said):
    """A row stands only where proposal or amendment differ; a new goal is written out whole, and words are marked."""
    branch(root, "amendement", "voorstel", MORE, TREES)
    code, text, _ = said("voorstel", "amendement", "--format", "json")
    assert code == 0
    found = json.loads(text)
    validate(found, "amendementen")
    assert (
        found["geldend"]
        == f"de hoofdtak waar het voorstel op is gemaakt (commit {git(root, 'rev-parse', 'main')[:12]})"
    )
    new = "Nummer: 2\nNaam: Meer groen\nToelichting: Bij elk huis staat een boom."
    both = "Nummer: 2\nNaam: Meer groen\nToelichting: Bij elk huis staat een boomstaan twee bomen."
    assert by_label(found) == {
        ("Het geheel", "Inleiding"): (
            "De gemeente wil dat iedereen fijn woont.",
            "De gemeente wil dat iedereen in 2030 fijn woont.",
            None,
        ),
        ("Doel 1: Genoeg huizen", "Toelichting"): (
            "",
            "De gemeente bouwt elk jaar 30 huizen.",
            "De gemeente bouwt elk jaar 3050 huizen.",
        ),
        ("Doel 2: Meer groen", "Geheel"): ("", new, both),
    }
    assert [change["ref"] for change in found["uitkomsten"][0]["changes"]] == [
        "fijn-wonen/doel-genoeg-huizen",
        "fijn-wonen/doel-groen",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_who_hands_in_and_marks_the_words(root, said, form):
    """Each form names the amendment and who hands it in, says the same twice, and touches no working copy."""
    name = amendment(root, HELPS)
    before = git(root, "status", "--porcelain")
    first, second = (said("voorstel", name, "--format", form) for _ in range(2))
    assert first == second
    code, text, _ = first
    assert code == 0
    for words in ("De gemeente helpt", "Fractie Polderbelang", "houdt de regie", "Alles zelf doen kan niet."):
        assert words in text
    assert git(root, "status", "--porcelain") == before


def test_what_the_amendment_brings_back_or_takes_away_is_one_row(root, said):
    """A goal that the proposal adds and the amendment removes, and one the other way around, are told whole."""
    git(root, "checkout", "--quiet", "voorstel")
    change(
        root,
        "  - id: doel-genoeg-huizen\n    nummer: 1\n    naam: Genoeg huizen\n" + GOAL.partition("\n\n")[0] + "\n\n",
        "",
    )
    save(root)
    git(root, "checkout", "--quiet", "main")
    old = "{id: doel-groen, nummer: 2, naam: Meer groen, toelichting: Bij elk huis staat een boom.}"
    back = "{id: doel-genoeg-huizen, nummer: 1, naam: Genoeg huizen, plaatsen: [polderdam]}"
    name = amendment(
        root,
        f"  - {{kind: removed, ref: fijn-wonen/doel-groen, old: {old}}}\n"
        f"  - {{kind: added, ref: fijn-wonen/doel-genoeg-huizen, new: {back}, to: {{parent: fijn-wonen, list: doelen}}}}\n",
    )
    _, text, _ = said("voorstel", name, "--format", "json")
    rows = by_label(json.loads(text))
    trees = "Nummer: 2\nNaam: Meer groen\nToelichting: Bij elk huis staat een boom."
    assert rows["Doel 2: Meer groen", "Geheel"] == ("", trees, trees)
    houses = "Nummer: 1\nNaam: Genoeg huizen\nPlaatsen: Polderdam"
    assert rows["Doel 1: Genoeg huizen", "Geheel"] == (houses, "", houses)


def test_a_whole_new_file_is_told_item_by_item(root, said):
    """A file that the amendment adds has a row for itself and one for each item in it, with what stands in that."""
    new = (root / FILE).read_text(encoding="utf-8").replace("fijn-wonen", "nieuw").replace("Fijn wonen", "Nieuw")
    git(root, "checkout", "--quiet", "-b", "nieuw", "voorstel")
    (root / "data/kernopgaven/nieuw.yaml").write_text(
        new.replace("nummer: 1\ninleiding", "nummer: 2\ninleiding"), encoding="utf-8"
    )
    save(root)
    git(root, "checkout", "--quiet", "main")
    _, text, _ = said("voorstel", "nieuw", "--format", "json")
    rows = [row for row in json.loads(text)["uitkomsten"][0]["rijen"] if row["ref"].startswith("nieuw")]
    assert [row["onderdeel"] for row in rows] == [
        "Het geheel",
        "Doel 1: Genoeg huizen",
        "Rol: De gemeente houdt de regie",
        "Stap: Bouwen",
        "Opmerking: De bron zegt niet hoeveel huizen.",
    ]
    assert {row["wat"].split(" (")[0] for row in rows} == {"Geheel"}


def test_the_version_in_force_can_be_named(root, said):
    """--geldend shows another version in the first column."""
    name = amendment(root, HELPS)
    _, text, _ = said("voorstel", name, "--geldend", "voorstel")
    assert "in 2030" not in text
    assert "geldend:    De gemeente houdt de regie" in text
    assert "Geldend is hier: voorstel." in text


def test_an_amendment_that_no_longer_fits_is_refused_with_the_reason(root, said):
    """When the proposal moved on, the refusal names the item, what was expected, what is there, and what to do."""
    branch(root, "amendement", "voorstel", MORE)
    git(root, "checkout", "--quiet", "voorstel")
    change(root, "elk jaar 30 huizen", "elk jaar 35 huizen")
    save(root)
    git(root, "checkout", "--quiet", "main")
    code, text, _ = said("voorstel", "amendement")
    told = " ".join(text.split())
    assert code == 1
    assert (
        "Bij doel 1 'Genoeg huizen' van kernopgave Fijn wonen is de toelichting nu 'De gemeente bouwt elk jaar 35 huizen.'. Het amendement gaat "
        "uit van 'De gemeente bouwt elk jaar 30 huizen.'. Hoe op te lossen: maak het amendement opnieuw"
    ) in told


def test_amendments_that_clash_are_named_and_shown_apart(root, said):
    """Those that go together are shown together; two that change the same text clash, and each is shown by itself."""
    branch(root, "meer", "voorstel", MORE)
    branch(root, "minder", "voorstel", FEWER)
    branch(root, "bomen", "voorstel", TREES)
    name = amendment(root, HELPS)
    code, text, _ = said("voorstel", "meer", "minder", "bomen", name, "--format", "json")
    found = json.loads(text)
    assert code == 1
    assert found["botsingen"] == [
        {
            "amendementen": ["meer", "minder"],
            "over": ["doel 1 'Genoeg huizen' van kernopgave Fijn wonen: de toelichting"],
            "gelijk": False,
            "volgorde": False,
        }
    ]
    assert [outcome["amendementen"] for outcome in found["uitkomsten"]] == [["bomen", name], ["meer"], ["minder"]]


def test_twice_the_same_is_told_as_that(root, said):
    """An amendment that is handed in twice clashes with itself: one is enough."""
    branch(root, "meer", "voorstel", MORE)
    code, text, _ = said("voorstel", "meer", "meer")
    assert code == 1
    assert "willen hetzelfde" in " ".join(text.split())
    assert "Eén van de twee is genoeg." in " ".join(text.split())


def test_the_order_of_two_additions_at_one_place_is_for_people(root, said):
    """Two goals at the same place both fit, but which comes first is not for a computer."""
    add = "  - {{kind: added, ref: fijn-wonen/{0}, new: {{id: {0}, nummer: 3, naam: {1}}}, to: {{parent: fijn-wonen, list: doelen}}}}\n"
    one = amendment(root, add.format("doel-zon", "Zon"), name="amendementen/zon.yaml")
    other = amendment(root, add.format("doel-wind", "Wind"), name="amendementen/wind.yaml")
    code, text, _ = said("voorstel", one, other)
    assert code == 1
    assert "het maakt uit welke eerst gaat" in " ".join(text.split())


def test_new_faults_are_told(root, said):
    """What the amendment brings is checked as a proposal is: a party that does not exist is a fault, and nothing is accepted."""
    name = amendment(root, HELPS.replace("naam", "als").replace("De gemeente houdt de regie", "[regisseur]").replace("De gemeente helpt", "[regiseur]"))  # fmt: skip
    code, text, err = said("voorstel", name, "--overnemen", "nieuw")
    assert code == 1
    assert "Nieuwe meldingen van de controle" in text
    assert "regiseur" in text
    assert "Niet overgenomen: Het amendement brengt fouten mee" in err
    assert git(root, "branch", "--list", "nieuw") == ""


def test_an_empty_amendment_says_that_it_changes_nothing(root, said):
    """No change, or the same in another form, is no amendment."""
    empty = amendment(root, "")
    code, text, _ = said("voorstel", empty)
    assert code == 1
    assert "verandert niets in het voorstel" in text
    same = amendment(root, HELPS.replace("new: De gemeente helpt", 'new: "De  gemeente houdt de  regie"'))
    assert said("voorstel", same)[0] == 1
    git(root, "branch", "leeg", "voorstel")
    assert "verandert niets" in said("voorstel", "leeg")[1]


def test_a_note_of_the_editors_alone_is_told_as_that(root, said):
    """What the editors remark is no policy, and the count says so."""
    note = """\
  - kind: changed
    ref: fijn-wonen/letop-huizen
    field: tekst
    old: De bron zegt niet hoeveel huizen.
    new: De bron zegt niet hoeveel huizen er komen.
"""
    code, text, _ = said("voorstel", amendment(root, note))
    assert code == 0
    assert "alleen opmerkingen van de redactie of lijsten van namen: het beleid blijft gelijk" in " ".join(text.split())


def test_accepting_gives_one_commit_that_is_exactly_the_amendment(root, said):
    """The branch gets one commit on the proposal; what diff says of it is what the amendment said, and comments stay."""
    branch(root, "amendement", "voorstel", MORE, TREES)
    git(root, "config", "user.name", "De griffier")
    git(root, "config", "user.email", "griffier@polderdam.example")
    proposal, head = git(root, "rev-parse", "voorstel"), git(root, "rev-parse", "HEAD")
    code, _, err = said("voorstel", "amendement", "--overnemen", "raad/besluit")
    assert (code, err.strip()) == (0, "Overgenomen op de tak 'raad/besluit'.")
    assert git(root, "rev-parse", "raad/besluit^") == proposal
    assert git(root, "show", "--no-patch", "--format=%an", "raad/besluit") == "De griffier"
    assert git(root, "show", f"raad/besluit:{FILE}") == git(root, "show", f"amendement:{FILE}")
    assert (git(root, "rev-parse", "HEAD"), git(root, "status", "--porcelain")) == (head, "")


def test_the_message_of_the_commit_names_the_amendment_and_who_handed_it_in(root, said, monkeypatch):
    """Subject, who, when, on what and why stand in the message; the author may come from the environment."""
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Griffie")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "griffie@polderdam.example")
    assert said("voorstel", amendment(root, HELPS), "--overnemen", "voorstel")[0] == 0
    message = git(root, "show", "--no-patch", "--format=%B", "voorstel")
    proposal = git(root, "rev-parse", "voorstel^")
    assert message.splitlines() == [
        "Neem amendement over: De gemeente helpt",
        "",
        "Amendement: De gemeente helpt",
        "Indiener: Fractie Polderbelang",
        "Datum: 2026-03-12",
        f"Voorstel: {proposal}",
        "",
        "Alles zelf doen kan niet.",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("main",), "staat niet op het voorstel"),
        (("-x",), "is geen naam voor een tak"),
        (("a..b",), "is geen naam voor een tak"),
    ],
)
def test_a_branch_that_cannot_take_it_is_refused(root, said, arguments, words):
    """A branch with something else in it, or no name of a branch, is wrong use; nothing moves."""
    before = git(root, "for-each-ref")
    code, _, err = said("voorstel", amendment(root, HELPS), f"--overnemen={arguments[0]}")
    assert code == 2
    assert words in err
    assert git(root, "for-each-ref") == before


def test_a_branch_on_which_somebody_works_is_left_alone(root, said):
    """A branch that is checked out would leave its working copy behind: it is refused."""
    git(root, "checkout", "--quiet", "voorstel")
    code, _, err = said("voorstel", amendment(root, HELPS), "--overnemen", "voorstel")
    assert code == 2
    assert "uitgecheckt" in err


def test_without_a_name_git_cannot_commit(root, said, monkeypatch, tmp_path):
    """When Git's settings name nobody, the message says what to type, and no branch is made."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    code, _, err = said("voorstel", amendment(root, HELPS), "--overnemen", "nieuw")
    assert code == 2
    assert "git config user.name" in err
    assert git(root, "branch", "--list", "nieuw") == ""


def test_a_comment_that_would_be_lost_stands_in_the_way(root, said):
    """Taking away a text with a comment beside it can be shown, and not accepted."""
    branch(root, "amendement", "voorstel", (GOAL.partition("\n")[0] + "\n", ""))
    code, _, err = said("voorstel", "amendement", "--overnemen", "nieuw")
    assert code == 1
    assert "'# uit het raadsvoorstel'" in err
    assert git(root, "branch", "--list", "nieuw") == ""


def test_only_one_amendment_is_accepted_at_a_time(root, said):
    """Two at once is wrong use: the council decides on each."""
    name = amendment(root, HELPS)
    code, _, err = said("voorstel", name, name, "--overnemen", "nieuw")
    assert code == 2
    assert "één amendement tegelijk" in err


def test_an_amendment_on_an_amendment(root, said):
    """A subamendement is laid on the branch of an amendment as on any proposal."""
    branch(root, "amendement", "voorstel", MORE)
    branch(root, "sub", "amendement", ("elk jaar 50 huizen", "elk jaar 60 huizen"))
    code, text, _ = said("amendement", "sub")
    assert code == 0
    assert "elk jaar [-50-]{+60+} huizen" in text
    # On the proposal itself both changes are one amendment.
    assert "elk jaar [-30-]{+60+} huizen" in said("voorstel", "sub")[1]


def test_what_a_branch_changes_besides_policy_is_named_and_not_taken(root, said):
    """A file outside data/ is no amendment: it is named, and the commit does not hold it."""
    git(root, "config", "user.name", "G")
    git(root, "config", "user.email", "g@polderdam.example")
    git(root, "checkout", "--quiet", "-b", "meer", "voorstel")
    change(root, *MORE)
    (root / "script.py").write_text("print()\n", encoding="utf-8")
    save(root)
    git(root, "checkout", "--quiet", "main")
    code, text, _ = said("voorstel", "meer", "--overnemen", "nieuw")
    assert code == 0
    assert "ook iets buiten de map data: script.py" in " ".join(text.split())
    assert git(root, "diff", "--name-only", "voorstel", "nieuw") == FILE


def test_a_file_that_cannot_be_read_is_said_first(root, said):
    """A document that is broken in the proposal is named before anything else, and the exit code is 2."""
    branch(root, "stuk", "voorstel", ("titel: Fijn wonen", "titel: [Fijn wonen"))
    name = amendment(root, "  - {kind: changed, ref: polderdam, field: titel, old: x, new: y}\n")
    code, text, _ = said("stuk", name)
    assert code == 2
    assert text.startswith("Let op: 1 bestand kon niet worden gelezen")
    assert FILE in text


def test_the_output_of_diff_is_an_amendment(root, said, capsys):
    """What diff writes as JSON is read as it is, with the name of the file as title, and gives the same changes."""
    branch(root, "amendement", "voorstel", MORE, TREES)
    assert main(["diff", "voorstel", "amendement", "--format", "json", "--root", str(root)]) == 0
    text = capsys.readouterr().out
    (root / "meer-huizen.json").write_text(text, encoding="utf-8")
    code, shown, _ = said("voorstel", "meer-huizen.json", "--format", "json")
    found = json.loads(shown)
    assert code == 0
    assert found["amendementen"][0]["titel"] == "meer huizen"
    # A number is that of a place in one comparison, and what is said goes with it; what an amendment does has none.
    said_there = {"number", "part", "sentence", "about"}
    written = json.loads(text)["changes"]
    assert all(said_there <= told.keys() for told in written)
    bare = [{name: told[name] for name in told.keys() - said_there} for told in written]
    assert found["uitkomsten"][0]["changes"] == bare
    validate({"titel": "Meer huizen", **json.loads(text)}, "amendement")


def test_every_field_that_diff_writes_may_stand_in_an_amendment():
    """The schema of an amendment knows every field of a change that diff writes, and of the document around it."""
    written, taken = schema("wijzigingen"), schema("amendement")
    assert written["properties"].keys() <= taken["properties"].keys()
    assert written["$defs"]["wijziging"]["properties"].keys() <= taken["$defs"]["wijziging"]["properties"].keys()


def test_the_command_works_from_anywhere(root, said, monkeypatch):
    """From another folder a file of the project is found from the root; standard error stays empty."""
    name = amendment(root, HELPS)
    monkeypatch.chdir("/")
    code, _, err = said("voorstel", name)
    assert (code, err) == (0, "")
