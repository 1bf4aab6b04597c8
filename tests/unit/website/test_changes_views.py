"""What the pages about changes show: order, counts, sentences, draft decisions, and text that stays text."""

from __future__ import annotations

import re

import pytest

from polderkoers.changes.deciding.drafted import READING
from polderkoers.changes.deciding.parts import EDITORIAL, LISTS, NOTES, POLICY
from polderkoers.changes.versions import Missing
from polderkoers.website.render import Renderer
from polderkoers.website.views.changes import decisions, sections
from polderkoers.website.views.changes.addresses import decision_path, pair_path
from polderkoers.website.views.changes.summary import summary
from support.change_pages import (
    GONE,
    LIVING,
    MONEY,
    NAME,
    NOTE,
    SHARPER,
    SPELLING,
    TERM,
    filters_of,
    history_of,
    listed,
)
from support.changes import HERE
from support.made_up import root_with

FOREIGN = """\
soort: plan
id: plan-buren
titel: Plan van de buren
versie: "1.0"
status: null
vastgesteld_op: null
vastgesteld_door: null
bron: {document: visie-buren}
samenvatting: De buren willen ook wat.
themas: [wonen]
hoofdstukken:
  - id: hoofdstuk-buren
    rubriek: proces
    naam: Zo doen de buren het
"""
NEIGHBOURS = """\
    van_wie: eigen
  - id: visie-buren
    naam: Visie van de buren
    uitgever: bouwgoed
    jaar: 2021
    soort: Visie
    uitleg: Het plan van de buren.
    van_wie: ander
"""


def page(renderer: Renderer, old: str = "2001", new: str = "nu") -> str:
    """The page with the changes between two versions."""
    return renderer.page(pair_path(old, new))


def test_every_pair_of_versions_has_a_page_and_a_draft_decision(renderer_of):
    """Three versions give three pairs, each with two pages, and one page to choose from."""
    pages = renderer_of(versions=3).view_pages
    pairs = [("2001", "2002"), ("2001", "nu"), ("2002", "nu")]
    assert {path for path in pages if path.startswith("wijzigingen/")} == {
        "wijzigingen/vergelijken/",
        *(pair_path(*pair) for pair in pairs),
        *(decision_path(*pair) for pair in pairs),
    }


def test_without_earlier_versions_the_pages_say_so(tmp_path):
    """A copy without a past has an overview and an honest page to choose from, and no pair."""
    made = Renderer(*history_of(root_with(tmp_path / "nu", HERE / "basis")))
    assert "Er is nog geen oudere versie om mee te vergelijken." in made.overview("wijzigingen", "wijzigingen/")
    assert "Er valt nog niets te vergelijken." in made.page("wijzigingen/vergelijken/")


def test_a_missing_version_is_named_and_readers_get_no_advice_for_builders(tmp_path):
    """What the site cannot show stands on the overview and on the page to choose from; why, is no matter for a reader."""
    root = root_with(tmp_path / "nu", HERE / "basis")
    made = Renderer(*history_of(root, missing=(Missing(listed("1999"), "Hoe op te lossen: git fetch --unshallow"),)))
    for text in (made.overview("wijzigingen", "wijzigingen/"), made.page("wijzigingen/vergelijken/")):
        assert "<li><strong>Versie 1999</strong> (1999)</li>" in text
        assert "git" not in text.casefold()
        assert not any(untrue in text for untrue in ("Er is nog geen oudere versie", "Er valt nog niets"))
        assert "Er kan dus meer veranderd zijn dan je hier ziet." in text


def test_equal_versions_give_a_page_that_says_that_nothing_changes(renderer_of):
    """Between equal versions there are no numbers, no filters and no draft, only that nothing changes."""
    made = renderer_of()
    assert "Er verandert niets in het beleid." in page(made)
    assert "data-wijzigingen" not in page(made)
    assert "data-wijziging " not in page(made)
    assert "Er is dus niets om over te besluiten." in made.page(decision_path("2001", "nu"))


def test_policy_editorial_notes_and_lists_stand_apart_and_in_that_order(renderer_of):
    """The inhoudelijke changes come first, then what is only written otherwise, then notes, then lists."""
    text = page(renderer_of(SHARPER, SPELLING, NOTE, NAME))
    places = [
        text.index(words)
        for words in (
            "Kernopgave Fijn wonen {#bestand-fijn-wonen}",
            "## Alleen anders geschreven {#redactioneel}",
            "## Van de redactie {#opmerkingen}",
            "## Lijsten {#lijsten}",
        )
    ]
    assert places == sorted(places)
    deel = re.findall(r'data-deel="(\w+)"', text)
    assert deel == ["beleid", "redactie", "opmerkingen", "lijsten"]


def test_only_policy_counts_in_the_numbers(compared):
    """Notes, lists and editorial changes are no policy, and are counted apart."""
    pair = compared(SHARPER, SPELLING, NOTE, NAME)
    found = summary(pair)
    assert pair.account.counts == {"beleid": 1, "redactie": 1, "opmerkingen": 1, "lijsten": 1}
    assert found.sentences[0] == (
        "4 wijzigingen: 1 inhoudelijk, 1 redactioneel, 1 in opmerkingen van de redactie en 1 in lijsten met namen."
    )
    assert [(matter.heading, matter.total) for matter in found.matters] == [("Doelen en cijfers", 1)]
    assert found.policy == 1
    assert not found.empty


def test_a_note_of_the_editors_leaves_a_document_unchanged(compared):
    """Where only the editors wrote something, the policy is said to be the same."""
    assert summary(compared(NOTE)).sentences == (
        "1 wijziging: in opmerkingen van de redactie.",
        "In het beleid van de gemeente verandert niets.",
        "Aan de 2 kernopgaven uit 2020 en het plan Plan voor Polderdam uit 2020 verandert niets.",
    )


@pytest.mark.parametrize(
    ("edits", "sentence"),
    [
        ([GONE], "Documenten (1): 1 plan is vervallen."),
        ([SHARPER], "Doelen en cijfers (1): 1 doel is aangescherpt."),
        ([TERM], "Wanneer (1): 1 stap gaat van de korte naar de lange termijn."),
        ([SHARPER], "Aan 1 van de 2 kernopgaven uit 2020 en het plan Plan voor Polderdam uit 2020 verandert niets."),
        (
            [
                {
                    "in": LIVING,
                    "was": "  - id: doel-meedoen\n    nummer: 2\n    naam: Iedereen doet mee\n",
                    "wordt": "  - id: doel-x\n    nummer: 2\n    naam: Niemand hoeft mee\n",
                }
            ],
            "Doelen en cijfers (2): 1 doel is nieuw en 1 doel is vervallen.",
        ),
    ],
)
def test_the_summary_says_in_sentences_what_changes(compared, edits, sentence):
    """Files, items and what stays the same are told in whole sentences, with the right number of the verb."""
    found = summary(compared(*edits))
    assert sentence in [*found.sentences, *(matter.sentence for matter in found.matters)]


def test_another_id_leaves_a_document_unchanged(compared):
    """Where only an address is another, the policy is said to be the same, and the change is counted apart."""
    renamed = {"in": LIVING, "was": "  - id: doel-meedoen\n", "wordt": "  - id: doel-x\n"}
    found = summary(compared(renamed))
    assert found.sentences == (
        "1 wijziging: redactioneel.",
        "In het beleid van de gemeente verandert niets.",
        "Aan de 2 kernopgaven uit 2020 en het plan Plan voor Polderdam uit 2020 verandert niets.",
    )
    assert (found.policy, found.empty) == (0, False)


def test_what_changes_are_about_is_counted_and_named(compared):
    """A sharper goal and another amount of money stand in the summary with their number and their sentence."""
    found = summary(compared(SHARPER, MONEY)).matters
    assert [(matter.sentence, [told.number for told in matter.named]) for matter in found] == [
        ("Doelen en cijfers (1): 1 doel is aangescherpt.", ["1.1"]),
        ("Geld (1): 1 bedrag wordt anders.", ["1.2"]),
    ]
    assert (
        found[1]
        .named[0]
        .short.startswith("Bedrag 'Nieuwe huizen' van Fijn wonen gaat van 1.000.000 naar 1.250.000 euro")
    )


def test_policy_of_others_is_marked_and_is_in_no_decision(compared):
    """A new plan of another is told apart, marked as theirs, last of all, and no council is asked to decide on it."""
    edits = (
        SHARPER,
        {"in": "data/documenten.yaml", "was": "    van_wie: eigen\n", "wordt": NEIGHBOURS},
        {"in": "data/plannen/plan-buren.yaml", "tekst": FOREIGN},
    )
    pair = compared(*edits)
    found = summary(pair)
    assert found.sentences[0] == (
        "3 wijzigingen: 2 inhoudelijk (waarvan 1 in beleid van een ander) en 1 in lijsten met namen."
    )
    assert found.matters[0].named[0].short == "Plan Plan van de buren is nieuw. Dit is beleid van een ander."
    assert [(piece.heading, piece.other_owner) for piece in sections.files(pair, POLICY)] == [
        ("Kernopgave Fijn wonen", ""),
        ("Plan Plan van de buren", "Bouwgoed"),
    ]
    assert [article.heading for article in decisions.articles(pair)] == ["Kernopgave Fijn wonen"]
    assert [(link.text, owner) for link, owner in decisions.of_others(pair)] == [("Plan van de buren", "Bouwgoed")]


def test_was_and_wordt_mark_words_for_eyes_and_ears(renderer_of):
    """A removed word is `<del>` with `weg:`, an added one `<ins>` with `erbij:`; words that stay are neither."""
    text = page(renderer_of(SHARPER))
    assert '<del><span class="pk-hidden">weg: </span>10</del> woningen per jaar' in text
    assert '<ins><span class="pk-hidden">erbij: </span>20</ins> woningen per jaar' in text
    assert '<span class="pk-badge pk-badge--graan">Doel aangescherpt</span>' in text
    assert "Verschil: 10 woningen erbij, dat is 100 procent." in text


def test_money_says_euro_and_by_how_much(compared):
    """Both amounts are in euros, and the difference is a number and a percentage."""
    change = sections.files(compared(MONEY), POLICY)[0].groups[0].wijzigingen[0]
    assert [run.text for run in (*change.told.pair.was, *change.told.pair.now)] == ["1.000.000 euro", "1.250.000 euro"]
    assert change.told.difference == "250.000 euro erbij, dat is 25 procent"


def test_a_difference_between_percentages_is_in_percentage_points(compared):
    """From 75 to 80 percent is 5 percentage points, not 6.7 percent."""
    edit = {"in": LIVING, "was": "doet 75 procent", "wordt": "doet 80 procent"}
    change = sections.files(compared(edit), POLICY)[0].groups[0].wijzigingen[0]
    assert change.told.difference == "5 procentpunt erbij"


def test_a_year_that_moves_has_no_difference_in_percent(compared):
    """A year is no amount."""
    edit = {"in": LIVING, "was": "In 2030 doet", "wordt": "In 2035 doet"}
    change = sections.files(compared(edit), POLICY)[0].groups[0].wijzigingen[0]
    assert (change.told.meanings, change.told.difference) == (("Uitgesteld",), "")


def test_a_removed_file_is_readable_and_links_to_how_it_was(renderer_of):
    """Of a file that is gone, the page tells its summary and what was in it, and leads to its page of then."""
    made = renderer_of(GONE)
    text = page(made)
    assert "Plan Plan voor Polderdam is vervallen." in text
    assert 'href="../../versies/2001/plannen/plan-2020/"' in text
    assert "Het hele plan in één keer." in text
    assert "2 hoofdstukken" in text
    assert "<li>Hoe het plan is gemaakt</li>" in text


def test_every_change_has_an_anchor_of_its_own_that_its_link_leads_to(renderer_of):
    """Permanent links are unique on the page, and each leads to a change on it."""
    text = page(renderer_of(SHARPER, SPELLING, NOTE, NAME, MONEY, TERM, GONE))
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    links = re.findall(r'class="pk-anker" href="#([^"]+)"', text)
    assert len(links) == 7
    assert set(links) <= set(ids)


def test_each_changed_file_has_one_anchor(renderer_of):
    """A link to all changes of a file finds it, also when only the editors wrote something in it."""
    text = page(
        renderer_of(SHARPER, NOTE, {"in": LIVING, "was": "Over dit hoofdstuk is niets", "wordt": "Er is niets"})
    )
    assert text.count("{#bestand-fijn-wonen}") == 1
    assert 'id="bestand-fijn-wonen"' not in text
    assert text.count('id="bestand-prettig-leven"') == 1


def test_a_reader_can_filter_by_what_occurs_only(compared):
    """Kinds and significance that no change has are no choice, and without places there is no such filter; a text names a party."""
    found = {each.name: [choice.value for choice in each.choices] for each in filters_of(compared(SPELLING, TERM))}
    assert found == {
        "over": ["tijd"],
        "betekenis": ["van-kort-naar-lang"],
        "soort": ["veranderd", "verplaatst"],
        "deel": ["beleid", "redactie"],
        "partij": ["gemeente"],
        "onderwerp": ["wonen"],
        "document": ["fijn-wonen"],
    }


def test_a_reader_can_filter_by_the_parties_of_both_versions(compared):
    """A change of who is responsible is found by who was and by who will be."""
    edit = {"was": "verantwoordelijk: [gemeente]", "wordt": "verantwoordelijk: [inwoners]"}
    parties = next(each for each in filters_of(compared(edit)) if each.name == "partij").choices
    assert {choice.value for choice in parties} == {"gemeente", "inwoners"}


def test_a_reader_can_filter_by_a_place_that_only_the_text_names(compared):
    """A place that no field names and a text does, in the old wording or the new, can be chosen, as in a comparison."""
    edit = {"was": "toelichting: De eerste huizen komen in de Dijkwijk.", "wordt": "toelichting: Er komt geen huis."}
    (places,) = (each for each in filters_of(compared(edit)) if each.name == "plaats")
    assert ("dijkwijk", "Dijkwijk (1)") in {(choice.value, choice.text) for choice in places.choices}


def test_a_change_touches_what_its_item_names_and_not_all_that_the_file_names(compared):
    """The party of a step is touched by it; what only the file as a whole names is left to the summary."""
    edit = {"was": "toelichting: De eerste huizen komen in de Dijkwijk.", "wordt": "toelichting: Er komt geen huis."}
    change = sections.files(compared(edit), POLICY)[0].groups[0].wijzigingen[0]
    assert [link.text for link in change.touches] == ["Gemeente"]


def test_the_draft_decision_is_numbered_and_holds_only_policy(compared):
    """Every inhoudelijke change is a numbered point by document; the rest stays out, and the page says it is a draft."""
    edits = (SHARPER, SPELLING, NOTE, NAME, {"in": LIVING, "was": "hoogstens 6 weken", "wordt": "hoogstens 4 weken"})
    articles = decisions.articles(compared(*edits))
    assert [(article.heading, [point.number for point in article.points]) for article in articles] == [
        ("Kernopgave Fijn wonen", ["1.1"]),
        ("Kernopgave Prettig leven", ["2.1"]),
    ]
    assert articles[0].points[0].words == "In de toelichting van doel 1 “Genoeg huizen” wordt “10” vervangen door “20”."
    assert articles[0].points[0].address == "wijzigingen/2001-nu/#fijn-wonen.doel-genoeg-huizen--toelichting"


def test_the_draft_decision_says_that_it_is_one(renderer_of):
    """The page says that it is a draft, how to carry it out, and how much stands outside it."""
    text = renderer_of(SHARPER, SPELLING).page(decision_path("2001", "nu"))
    assert "Dit is een concept." in text
    assert READING in text
    assert "1 wijziging waarin iets alleen anders geschreven is (R.1)." in text


def test_the_list_and_the_decision_have_the_same_numbers(compared):
    """A change in the list has the number of the point that makes it; one outside the decision that of its series."""
    pair = compared(SHARPER, SPELLING, NOTE, NAME)
    told = {}
    for part in (POLICY, EDITORIAL, NOTES):
        for group in (group for file in sections.files(pair, part) for group in file.groups):
            told |= {change.anchor: change.told.number for change in group.wijzigingen}
    points = [point for article in decisions.articles(pair) for point in article.points]
    assert [(point.number, point.address.partition("#")[2]) for point in points] == [
        ("1.1", "fijn-wonen.doel-genoeg-huizen--toelichting")
    ]
    assert sorted(told.values()) == ["1.1", "O.1", "R.1"]
    assert told["fijn-wonen.doel-genoeg-huizen--toelichting"] == "1.1"


def test_what_could_not_be_compared_is_said_first_on_both_pages(renderer_of):
    """Before the numbers and the points stands which file it is, on which line, and why."""
    made = renderer_of({"in": LIVING, "was": "id: prettig-leven", "wordt": "id: 7"})
    for path in (pair_path("2001", "nu"), decision_path("2001", "nu")):
        text = made.page(path)
        assert text.index("Niet alles is vergeleken") < text.index("prettig-leven.yaml, regel 2: ")
        assert text.index("prettig-leven.yaml, regel 2: ") < text.index("pk-wz-knoppen")


def test_without_a_change_in_the_rest_nobody_says_that_nothing_changes(compared):
    """When a file could not be compared, the sentences say that they are about the rest."""
    pair = compared({"in": LIVING, "was": "id: prettig-leven", "wordt": "id: 7"})
    assert summary(pair).sentences == ("In de bestanden die te vergelijken zijn, verandert niets.",)


def test_nobody_says_of_what_could_not_be_compared_that_it_stayed_the_same(compared):
    """The file is not counted among those in which nothing changes."""
    pair = compared({"in": LIVING, "was": "id: prettig-leven", "wordt": "id: 7"}, SHARPER)
    assert "Prettig leven" not in " ".join(summary(pair).sentences)
    assert summary(pair).sentences[-1] == "Aan het plan Plan voor Polderdam uit 2020 verandert niets."


def test_text_of_the_data_stays_text(renderer_of):
    """HTML, Markdown and headings in a text are shown as they are, and break no page."""
    nasty = "De gemeente moet <script>alert(1)</script> **toetsen**.\n\n      # kop\n\n      {{ 7*7 }}"
    made = renderer_of(
        {
            "was": "toelichting: De gemeente moet de plannen van bouwers toetsen.",
            "wordt": f"toelichting: |-\n      {nasty}",
        },
        {"in": LIVING, "was": "naam: Iedereen doet mee", "wordt": 'naam: "<b>Iedereen</b> # doet mee"'},
    )
    made.parks = True
    for path in (pair_path("2001", "nu"), decision_path("2001", "nu")):
        parked = made.page(path)
        whole = made.unpark(parked)
        assert "<script>" not in whole
        assert "<b>" not in whole
        assert "&lt;b&gt;Iedereen&lt;/b&gt; # doet mee" in whole
        lines = [line for line in parked.splitlines() if line.strip()]
        assert all(re.match(r'#{1,3} |<div data-pk="\d+"></div>$', line) for line in lines)


def test_editorial_changes_and_notes_are_labelled(compared):
    """What is only written otherwise, and what the editors remark, is named so."""
    pair = compared(SPELLING, NOTE)
    assert [
        change.told.change.significance
        for piece in sections.files(pair, EDITORIAL)
        for group in piece.groups
        for change in group.wijzigingen
    ] == ["redactioneel"]
    assert [group.heading for piece in sections.files(pair, NOTES) for group in piece.groups] == [
        "Opmerking van de redactie"
    ]


def test_a_list_tells_what_came_and_went_by_name(compared):
    """New and removed names of a list are grouped, each with its own anchor, and counted in the heading of the list."""
    new = {
        "in": "data/themas.yaml",
        "was": "themas:\n",
        "wordt": "themas:\n  - {id: water, naam: Water, uitleg: Over water.}\n",
    }
    found = sections.files(compared(new, NAME), LISTS)[0]
    assert (found.heading, found.count) == ("De lijst van thema's", "1 erbij en 1 veranderd")
    assert [(change.anchor, link.address) for change, link in found.added] == [
        ("themas.water--added", "onderwerpen/water/")
    ]


def test_a_list_that_is_gone_as_a_whole_is_shown(renderer_of):
    """A whole list of names that came or went is one change of the count, and stands on the page with its anchor."""
    made = renderer_of({"in": "data/plaatsen.yaml", "weg": True})
    told = made.history.account(*made.history.versions).told
    shown = page(made)
    assert [each.change.anchor for each in told] == ["plaatsen--removed"]
    assert 'id="plaatsen--removed"' in shown
    assert "de hele lijst, weg" in shown


def test_the_effect_on_the_budget_stands_above_the_changes(renderer_of):
    """An amount that comes per year has a row for each year and a total; without money there is no such part."""
    more = "  - id: bedrag-dak\n    bedrag: 85000\n    per_jaar: true\n    wanneer: {tekst: 2026-2027, van: 2026, tot: 2027}\n    waarvoor: Dak\n"
    shown = page(renderer_of({"was": "aandachtspunten:\n", "wordt": f"{more}aandachtspunten:\n"}))
    assert shown.index("Gevolgen voor de begroting") < shown.index("## De wijzigingen")
    assert shown.count("85.000 euro meer") == 2
    assert "170.000 euro meer" in shown


def test_a_page_without_money_has_nothing_about_the_budget(renderer_of):
    """No heading and no table stand there when no amount changes."""
    assert "begroting" not in page(renderer_of(SHARPER))
