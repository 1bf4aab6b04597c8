"""What has another id, or the id of something else, is called by its own name on both sides: in sentences, in a decision, in every form."""

from __future__ import annotations

import copy
import json
import re

import pytest

from polderkoers.changes.amending.columns import rows
from polderkoers.changes.amending.trios import Trios
from polderkoers.changes.compare import compare_data
from polderkoers.changes.deciding.draft import draft_of
from polderkoers.policy.source import parse
from polderkoers.policy.vocabulary import AS_USUAL
from polderkoers.report.changes.comparison import ComparisonReport
from polderkoers.report.changes.html import as_html
from polderkoers.report.changes.json import as_json
from polderkoers.report.changes.text import as_text
from polderkoers.report.changes.written import written
from support.gemeente import INSTANCE
from support.replay import replay

TEXTS = {path.relative_to(INSTANCE).as_posix(): path.read_text("utf-8") for path in (INSTANCE / "data").rglob("*.yaml")}
WONEN, PRETTIG, SAMEN = (
    "data/kernopgaven/fijn-wonen.yaml",
    "data/programmalijnen/prettig-wonen.yaml",
    "data/plannen/samen-vooruit.yaml",
)
END_OF_SAMEN = (
    "  - {met: toekomstvisie, soort: vervolg op, waarom: De visie van 2014 ging eraan vooraf., gelegd_door: bron}\n"
)


def read(texts):
    """Return texts by file as data."""
    return {file: parse(text, file).data for file, text in texts.items()}


def called(ids, *only):
    """Return the texts with ids in the place of others, wherever they stand alone, or only in some files."""
    pattern = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, ids))})(?![\w-])")
    return {
        file: pattern.sub(lambda found: ids[found[1]], text) if not only or file in only else text
        for file, text in TEXTS.items()
    }


def put(texts, file, *pairs):
    """Return texts with pieces of one replaced, each of which stands there once."""
    found = texts[file]
    for was, now in pairs:
        assert found.count(was) == 1, was
        found = found.replace(was, now)
    return {**texts, file: found}


def report(texts, before=TEXTS):
    """Return the report on what changes in the texts of the municipality."""
    comparison = compare_data(read(before), read(texts))
    return ComparisonReport(comparison, "oud", "nieuw", comparison.changes, draft=draft_of(comparison))


def sentences(texts):
    """Return what is said of the changes of policy."""
    return [told.sentence for told in report(texts).account.told if told.part == "beleid"]


def decision(texts):
    """Return the text of the decision, after a clerk carried it out: by the names in force, and by those of the moment."""
    found = report(texts)
    for in_order in (False, True):
        done = replay(copy.deepcopy(read(TEXTS)), read(texts), found.comparison, in_order=in_order)
        assert done.made == done.wanted
    return "\n".join(written(found.draft))


SWAPPED = {"doel-genoeg-huizen": "doel-leegstand", "doel-leegstand": "doel-genoeg-huizen"}
LINK = "Het verband van doel 1 'Een passend huis voor iedereen' van Prettig wonen met"


def test_a_link_that_stays_behind_is_named_by_what_it_led_to_and_by_what_it_leads_to():
    """Two goals swap ids, and a link elsewhere does not follow: from then on it is about the other goal."""
    texts = called(SWAPPED, WONEN)
    assert sentences(texts) == [f"{LINK} 'Genoeg huizen' is vervallen.", f"{LINK} 'Minder leegstand' is nieuw."]
    assert [told.number for told in report(texts).account.told][:2] == ["1.1", "1.2"]
    assert "Verband met doel 1 “Genoeg huizen”" in decision(texts)
    assert "Met: doel 2 “Minder leegstand”" in decision(texts)


def test_a_link_that_is_gone_is_named_by_what_it_led_to():
    """Though its id is that of another goal by now."""
    link = TEXTS[PRETTIG].partition("        samenhang:\n          - met: fijn-wonen/doel-genoeg-huizen\n")
    rest = link[2].partition("      - id: doel-zuinig-huis")
    texts = {**called(SWAPPED), PRETTIG: f"{link[0]}{rest[1]}{rest[2]}"}
    assert sentences(texts) == [f"{LINK} 'Genoeg huizen' is vervallen."]
    assert (decision(texts).count("vervalt"), decision(texts).count("toegevoegd")) == (1, 0)


def test_a_member_of_a_list_is_named_by_what_it_was_and_what_it_is():
    """Two organisations swap ids, and a step does not follow: it has another leader."""
    ids = {"bouwgoed": "dorpenraad", "dorpenraad": "bouwgoed"}
    texts = put(called(ids), PRETTIG, ("trekker: [dorpenraad]", "trekker: [bouwgoed]"))
    step = "De trekker van stap 'Eén lijst voor wie een huis zoekt' van Prettig wonen verandert"
    assert sentences(texts) == [f"{step}: eerst Woningstichting Bouwgoed, nu Dorpenraad."]
    assert "“Woningstichting Bouwgoed” vervangen door “Dorpenraad”." in decision(texts)


def test_what_takes_over_an_id_is_no_other_order():
    """A goal goes, and the next one gets its id: what referred to the first refers to another now."""
    start, end = (TEXTS[WONEN].index(f"  - id: {name}\n") for name in ("doel-genoeg-huizen", "doel-leegstand"))
    rest = TEXTS[WONEN][end:].replace("doel-leegstand", "doel-genoeg-huizen")
    texts = {**TEXTS, WONEN: TEXTS[WONEN][:start] + rest}
    amount = "Bij bedrag 'Nieuwe huizen aan de dijk' van Fijn wonen veranderen de doelen"
    assert f"{amount}: 'Minder leegstand' komt erbij; 'Genoeg huizen' vervalt." in sentences(texts)
    lines = decision(texts).split("\n")
    asking, going = (
        next(place for place, line in enumerate(lines) if words in line)
        for words in ("voor de doelen", "met alles wat daarin")
    )
    assert asking < going  # fmt: skip


def test_what_is_new_under_the_id_of_something_else_is_called_new():
    """A goal gets another id, and a new one takes the old id: what refers to that id means the new goal."""
    texts = put(
        TEXTS,
        WONEN,
        ("  - id: doel-groene-straat\n", "  - id: doel-straat\n"),
        ("  - id: doel-leegstand\n", "  - {id: doel-groene-straat, nummer: 9, naam: Iets heel anders}\n  - id: doel-leegstand\n"),
    )  # fmt: skip
    assert "door het nieuwe doel 9 “Iets heel anders” van kernopgave 1 “Fijn wonen”." in decision(texts)


RENAMED = {"fijn-wonen": "wonen-fijn"}
ELSEWHERE = WONEN.replace("fijn-wonen", "wonen-fijn")


def moved(texts):
    """Return texts in which the file about living has its other name."""
    return {file.replace(WONEN, ELSEWHERE): text for file, text in texts.items()}


def test_a_renamed_file_has_no_line_in_a_decision():
    """Not for the links to it either: they lead where they led."""
    texts = moved(called(RENAMED))
    assert sentences(texts) == []
    assert decision(texts).strip() == ""


def test_a_new_goal_of_a_renamed_file_is_called_by_its_name():
    """It stands in the file as that is called in force."""
    texts = put(
        put(moved(called(RENAMED)), ELSEWHERE, ("  - id: doel-leegstand\n", "  - {id: doel-nieuw, nummer: 4, naam: Goedkoop wonen}\n  - id: doel-leegstand\n")),
        SAMEN,
        (END_OF_SAMEN, f"{END_OF_SAMEN}  - {{met: wonen-fijn/doel-nieuw, soort: vervolg op, waarom: Dat hoort erbij., gelegd_door: bron}}\n"),
    )  # fmt: skip
    assert "Met: het nieuwe doel 4 “Goedkoop wonen” van kernopgave 1 “Fijn wonen”" in decision(texts)


def test_two_files_that_swap_ids_are_two_renames():
    """With all that refers to them; nothing in them moves."""
    ids = {"fijn-wonen": "groene-buurten", "groene-buurten": "fijn-wonen"}
    found = report(called(ids)).account.told
    assert [(told.part, told.change.meaning) for told in found] == [("redactie", ("hernoemd",))] * 2
    assert decision(called(ids)).strip() == ""


@pytest.mark.parametrize(
    "texts",
    [moved(TEXTS) | {ELSEWHERE: TEXTS[WONEN]}, moved(called(RENAMED))],
    ids=["only-the-path", "id-and-path"],
)
def test_another_name_of_a_file_is_editorial_in_every_form(texts):
    """The JSON says the same of it as the account that all other forms write."""
    found = report(texts)
    (told,) = found.account.told
    (change,) = json.loads(as_json(found))["changes"]
    assert (told.part, change["part"], change["significance"]) == ("redactie", "redactie", "redactioneel")
    assert change["sentence"] == told.sentence


def columns(proposal, amendment):
    """Return the rows of three columns, each as item, what of it, and the three cells."""
    sides = [*map(read, (TEXTS, proposal, amendment))]
    proposed, amended = compare_data(*sides[:2]), compare_data(*sides[1:])
    trios = Trios(*sides, AS_USUAL, (proposed.names.renames, amended.names.renames))
    cells = (
        (row.subject.ref, row.label, row.geldend, row.voorstel, row.amendement)
        for row in rows(trios, proposed, amended)
    )
    return [(ref, label, *("".join(run.text for run in cell) for cell in found)) for ref, label, *found in cells]  # fmt: skip


def test_the_columns_of_an_amendment_follow_what_the_data_say_was_renamed():
    """A goal that the list of addresses says is the same is one row for each field, however much of it is written anew."""
    texts = put(
        called({"doel-leegstand": "doel-anders"}),
        WONEN,
        ("naam: Minder leegstand\n", "naam: Niets staat nog leeg\n"),
        ("Hoogstens 20 huizen staan leeg.", "Er zijn er nog 5, hier of daar."),
    )
    row = "{was: fijn-wonen/doel-leegstand, soort: doel, gebeurd: hernoemd, nu: [fijn-wonen/doel-anders]}"
    texts["data/adressen.yaml"] = f"soort: adressen\nid: adressen\nversie: '1.0'\nstatus: null\nadressen:\n  - {row}\n"
    ref = "fijn-wonen/doel-anders"
    assert columns(texts, texts) == [
        (ref, "Id", "doel-leegstand", "doel-anders", ""),
        (ref, "Naam", "Minder leegstand", "Niets staat nog leeg", ""),
        (ref, "Toelichting", "Hoogstens 20 huizen staan leeg.", "Er zijn er nog 5, hier of daar.", ""),
    ]


def test_the_columns_of_an_amendment_name_what_it_was_in_force():
    """A link that goes is named by what it led to, though the proposal gives that id to another goal."""
    texts = called(SWAPPED, WONEN)
    start, _, rest = texts[PRETTIG].partition("        samenhang:\n          - met: fijn-wonen/doel-genoeg-huizen\n")
    texts[PRETTIG] = start + rest[rest.index("      - id: doel-zuinig-huis") :]
    (row,) = (found for found in columns(texts, texts) if found[0].startswith("prettig-wonen"))
    assert "Waarmee het verband is gelegd: 'Genoeg huizen'" in row[2]


def test_what_an_amendment_brings_back_stands_beside_what_it_was():
    """Also where the proposal calls the file that a link leads to otherwise."""
    proposal = moved(called(RENAMED))
    start, _, rest = proposal[PRETTIG].partition("        samenhang:\n          - met: wonen-fijn/doel-genoeg-huizen\n")
    without = {**proposal, PRETTIG: start + rest[rest.index("      - id: doel-zuinig-huis") :]}
    (row,) = (found for found in columns(without, proposal) if found[0].startswith("prettig-wonen"))
    assert (row[2], row[3], row[4]) == (row[4], "", row[2])


def lines(texts):
    """Return every line of the list of changes, with its number and how many changes it tells."""
    files = (file for part in report(texts).account.parts for file in part.files)
    told = (line for file in files for item in file.items for line in item.told)
    return [(line.number, line.sentence, len(line.each)) for line in told]


def test_a_renamed_file_in_which_all_ids_are_others_is_one_line():
    """With how many there are; the JSON and the page have each of them."""
    ids = [found for found in re.findall(r"\bid: ([\w-]+)", TEXTS[WONEN]) if found != "fijn-wonen"]
    alone = called({id_: f"wonen-{id_}" for id_ in ids}, WONEN)
    pattern = re.compile(r"(?<![\w-])fijn-wonen/(?!wonen-)")
    elsewhere = {file: pattern.sub("fijn-wonen/wonen-", text) for file, text in alone.items()}
    texts = moved(
        {file: re.sub(r"(?<![\w-])fijn-wonen(?![\w-])", "wonen-fijn", text) for file, text in elsewhere.items()}
    )
    whole = "Kernopgave Fijn wonen is hernoemd: het id was fijn-wonen, en is nu wonen-fijn."
    more = f"Daarin hebben {len(ids)} onderdelen een ander id, zoals oude-huizen, dat nu wonen-oude-huizen is."
    assert lines(texts) == [("R.1", f"{whole} {more}", len(ids) + 1)]
    found = report(texts)
    assert {change["number"] for change in json.loads(as_json(found))["changes"]} == {"R.1"}
    assert all(f'<li id="{change.anchor}">' in as_html(found) for change in found.changes)
    assert as_text(found).count("hernoemd") == 1
    assert decision(texts).strip() == ""  # fmt: skip


def test_goals_that_are_numbered_on_are_one_line_under_what_they_stand_in():
    """A goal comes in between, and the goals behind it each get the next number."""
    texts = put(
        TEXTS,
        WONEN,
        ("    nummer: 3\n    naam: Een groene straat", "    nummer: 4\n    naam: Een groene straat"),
        ("    nummer: 2\n    naam: Minder leegstand", "    nummer: 3\n    naam: Minder leegstand"),
        ("  - id: doel-leegstand\n", "  - {id: doel-nieuw, nummer: 2, naam: Goedkoop wonen}\n  - id: doel-leegstand\n"),
    )
    said = "De doelen van Fijn wonen zijn doorgenummerd: nummer 2 tot en met 3 is nu nummer 3 tot en met 4."
    assert lines(texts)[1:] == [("1.2", said, 2)]
    assert sum(report(texts).account.counts.values()) == 3


def test_another_name_and_another_number_are_one_point():
    """Each alone would take away what the other calls the goal by."""
    texts = put(
        TEXTS, WONEN, ("    nummer: 2\n    naam: Minder leegstand", "    nummer: 7\n    naam: Bijna niets leeg")
    )
    assert "\n1.1 Doel 2 “Minder leegstand” heet voortaan doel 7 “Bijna niets leeg”." in decision(texts)
    assert [told.number for told in report(texts).account.told] == ["1.1", "1.1"]


def test_what_is_moved_is_put_by_a_name_that_still_holds():
    """Two goals move into another perspective: the second goes first, so that neither is called by where it stood."""
    goals = re.findall(r"(?m)^      - id: doel-(?:passend|zuinig)-huis\n(?:        .*\n)+", TEXTS[PRETTIG])
    assert len(goals) == 2
    text = TEXTS[PRETTIG]
    for goal in goals:
        text = text.replace(goal, "")
    other = "      - {id: doel-rest, naam: Iets wat blijft}\n"
    before = TEXTS[PRETTIG].replace(goals[0], other + goals[0])
    after = text.replace("    doelen:\n", f"    doelen:\n{other}", 1).replace(
        "      - id: doel-schone-buurt\n", f"{goals[0]}{goals[1]}      - id: doel-schone-buurt\n"
    )
    old, new = read({**TEXTS, PRETTIG: before}), read({**TEXTS, PRETTIG: after})
    comparison = compare_data(old, new)
    lines = [line for line in written(draft_of(comparison)) if "verplaatst" in line]
    assert [line.partition("”")[0].partition("“")[2] for line in lines] == [
        "Een zuinig huis",
        "Een passend huis voor iedereen",
    ]
    assert all(line.endswith(", op de eerste plaats.") for line in lines)
    for in_order in (False, True):
        done = replay(copy.deepcopy(old), new, comparison, in_order=in_order)
        assert done.made == done.wanted  # fmt: skip
