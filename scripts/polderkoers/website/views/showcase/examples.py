"""Made-up content for the page of building blocks: each part of the site in each of its states, said to be an example."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from polderkoers.changes.account.headline import MatterCount, MatterTold
from polderkoers.changes.account.told import Told
from polderkoers.changes.cells import Pair, pair_of
from polderkoers.changes.change import Change, Kind, Subject
from polderkoers.changes.contents import Contents, ItemsInside
from polderkoers.changes.deciding.layout import Row
from polderkoers.changes.meaning_words import MEANINGS
from polderkoers.changes.words import compare_words
from polderkoers.policy.rule_docs import rule_docs
from polderkoers.website.charts import Bar
from polderkoers.website.views.asked import AskedItem
from polderkoers.website.views.backlinks import BacklinkRow, FileBacklinks, RelationBacklinks
from polderkoers.website.views.cards import CardGroup, ItemCard, Verband
from polderkoers.website.views.changes.decisions import DecisionPoint
from polderkoers.website.views.changes.sections import ChangesOfItem, FileChanges
from polderkoers.website.views.changes.summary import PairSummary
from polderkoers.website.views.changes.told import KINDS, Wijziging
from polderkoers.website.views.facts import FactLine
from polderkoers.website.views.figure_rows import CijferRow
from polderkoers.website.views.figures import Chart
from polderkoers.website.views.goals import DoelRow
from polderkoers.website.views.history_lines import FilePast
from polderkoers.website.views.item_past import PastLine
from polderkoers.website.views.link import Link
from polderkoers.website.views.page_sections import Column, GuideLine, GuideRow
from polderkoers.website.views.place_map import MapLabel, MapPoint, PlaceMap
from polderkoers.website.views.places import PlaceRow
from polderkoers.website.views.policy_page import KindCount, PageHead
from polderkoers.website.views.questions import OpenQuestion
from polderkoers.website.views.showcase import answers, reported
from polderkoers.website.views.shown_times import TimeChoice
from polderkoers.website.views.standing import StandingBanner
from polderkoers.website.views.stones import StoneLine
from polderkoers.website.views.threads import AspectState, DoelThread, ThreadBox
from polderkoers.website.views.tiles import Tile, TileBox
from polderkoers.website.views.timeline import Filter, FilterChoice, TimelineItem
from polderkoers.website.views.versions import OldBanner
from polderkoers.website.words import UNKNOWN

HERE = "meedoen/bouwstenen/"


def _link(words: str, anchor: str = "", mark: str = "") -> Link:
    return Link(words, f"{HERE}#{anchor}" if anchor else HERE, mark)


_LONG = "Voorbeeld met een lange titel: inwoners die niet vanzelf meedoen, worden op tijd gezien en geholpen"
_GOAL, _PARTY = _link("Voorbeelddoel", "items"), (_link("Voorbeeldpartij", "rolmatrix"),)

TILES = (
    Tile(_link("Voorbeeld: gewone kaart", "kaarten"), "", "Een kaart leidt naar een bladzijde.", "3 onderdelen"),
    Tile(
        _link("Voorbeeld: kaart met soort", "kaarten"), "Kernopgave 1", "Boven de titel staat wat het is.", "2 doelen"
    ),
    Tile(_link(_LONG, "kaarten"), "", "De titel mag over meer regels lopen.", ""),
    Tile(_link("Voorbeeld: zonder tekst", "kaarten"), "", "", ""),
    Tile(_link("Voorbeeld: nog niet besloten", "kaarten", "Concept"), "Kernopgave 2", "Een concept heet zo.", "1 doel"),
    Tile(
        _link("Voorbeeld: geldt niet meer", "kaarten", "Ingetrokken"), "Kernopgave 3", "Zo ook wat is ingetrokken.", ""
    ),
)
BOX = tuple(
    TileBox(
        anchor, letter, (Tile(_link(f"Voorbeeldwoord {letter}", anchor), "", "In een lijst staat een kaart plat."),)
    )
    for anchor, letter in (("letter-a", "A"), ("letter-b", "B"))
)

FIGURES = (
    CijferRow("", "85%", "van de mensen in dit voorbeeld", "2020", "", 85.0, "", _GOAL, ""),
    CijferRow("", "twintig", "voorbeelden zonder jaar", "niet bekend", "De bron noemt geen jaar.", None, "", None, ""),
)
LINKS = (
    Verband(
        "draagt bij aan",
        _GOAL,
        "Zo zie je waarom het een bij het ander hoort.",
        by_editors=False,
        about="",
        bron="Hoofdstuk 3",
    ),
    Verband("vervolg op", _GOAL, "Dit staat niet zo in de bron.", by_editors=True, about="Voorbeeldstap", bron=""),
)
NOTE = OpenQuestion("v-let-op", "Dit is een onderzoek, geen besluit.", (), "")
ELSEWHERE = (Link("Voorbeeldstap", "#v-let-op"),)
_PAST = (PastLine(_link("Veranderd sinds 2030", "was-wordt"), "Voorbeeld: veranderd sinds 2030"),)
_FACTS = (FactLine("Wie", _PARTY), FactLine("Wanneer", text=UNKNOWN))


def _card(id_: str, block: str, kind: str, name: str, **more: Any) -> ItemCard:
    bare = ItemCard(id_, block, kind, name, "", "", "", (), (), (), (), (), (), "", (), "", ())
    return replace(bare, **more)


CARDS = (
    _card(
        "v-doel", "doel", "Doel", "Voorbeelddoel met alles erbij", nummer="1", text="Een doel heeft een naam en uitleg.",
        cijfers=FIGURES, let_op=(NOTE,), let_op_bij=ELSEWHERE, over_bron=("v-vraag",),
        verbanden=LINKS, bron="Voorbeelddocument, bladzijde 1", past=_PAST,
    ),
    _card("v-lang", "doel", "Doel", _LONG, nummer="2", text="Het nummer blijft naast de eerste regel staan."),
    _card(
        "v-gewoon", "doel", "Doel", "De naam van een doel zoals die in het plan staat",
        plain="Een doel in gewone taal", address="meedoen/bouwstenen/",
    ),
    _card("v-rol", "rol", "Rol", "Voorbeeldrol", text="Wat één partij doet.", facts=(FactLine("Rol", _PARTY),)),
    _card("v-stap", "stap", "Stap", "Voorbeeldstap", text="Wat er gebeurt.", facts=_FACTS),
    _card("v-activiteit", "activiteit", "Activiteit", "Voorbeeldactiviteit", facts=_FACTS),
    _card("v-voorbeeld", "voorbeeld", "Voorbeeld", "Voorbeeld uit de praktijk", text="Zo ging het ergens."),
    _card("v-besluit", "besluitmoment", "Besluitmoment", "Voorbeeldbesluit", facts=_FACTS),
    _card("v-bedrag", "bedrag", "Bedrag", "Voorbeeldbedrag", facts=(FactLine("Bedrag", text=UNKNOWN),)),
    _card(
        "v-hoofdstuk", "punt", "Uitleg", "Uitleg met onderdelen erin", text="Een kaart kan kaarten bevatten.",
        groups=(
            CardGroup("doelen", "Doelen", (_card("v-binnen", "doel", "Doel", "Doel in een kaart"),)),
            CardGroup("publicaties", "Publicaties", (_card("v-boek", "publicatie", "Publicatie", "Voorbeeldboek"),)),
        ),
    ),
)  # fmt: skip
AMBITION = _card("v-ambitie", "punt", "Ambitie", "Een ambitie is één zin die boven de doelen staat.")
ROUTE = _card(
    "v-route", "route", "Route", "Een route heeft stappen op volgorde",
    groups=(CardGroup("stappen", "", tuple(_card(f"v-s{n}", "stap", "Stap", f"Voorbeeldstap {n}") for n in (1, 2))),),
)  # fmt: skip
ROLES = tuple(
    Column(
        name, (_link(name, "rolmatrix"),), (_card(f"v-m{place}", "rol", "Rol", f"Wat de {name.lower()} doet", text=text),)
    )
    for place, (name, text) in enumerate(
        (("Voorbeeldpartij", "Eén kolom per partij."), ("Andere partij", "Rollen van dezelfde partij staan onder elkaar."))
    )
)  # fmt: skip
STEPS = tuple(
    Column(name, (), (_card(f"v-t{place}", "stap", "Stap", words, text="Een stap heeft een termijn.", facts=_FACTS),))
    for place, (name, words) in enumerate(
        (("Op korte termijn", "Voorbeeld van nu"), ("Op lange termijn", "Voorbeeld van later"))
    )
)

CHART = Chart(
    "Voorbeeldmeting",
    "%",
    (Bar("meest", 60.0, "60%"), Bar("minder", 25.0, "25%"), Bar("niemand", 0.0, "0%")),
    60.0,
    _link("Voorbeeldmeting", "cijfers"),
)
THREAD = ThreadBox(
    "v-draad", "het voorbeeld", "", 1, ("Stap", "Indicator", "Geld"), (),
    (DoelThread(_GOAL, _GOAL, (AspectState("Ja", "ja", 2), AspectState("Samen", "samen", 1), AspectState("Nee", "nee", 0))),), (), (),
)  # fmt: skip
GOALS = (
    DoelRow(_GOAL, "1", "Voorbeeldgroep"),
    DoelRow(_link(_LONG, "items"), "2", "Voorbeeldgroep"),
    DoelRow(_link("Doel zonder nummer", "items"), "", ""),
)

_MOMENT = TimelineItem(
    "maart 2030", "De tijd is voorbij", "Stap, korte termijn", _link("Voorbeeld: voorbij", "tijdlijn"), _GOAL,
    "Voorbeelddocument", "voorbeeld", (), "kort", "",
)  # fmt: skip
MOMENTS = (
    _MOMENT,
    replace(
        _MOMENT,
        wanneer="vanaf 2030",
        standing="Begonnen, einde niet bekend",
        link=_link("Voorbeeld: zonder einde", "tijdlijn"),
    ),
    replace(_MOMENT, wanneer="2040", standing="Nog te komen", link=_link(_LONG, "tijdlijn")),
    replace(
        _MOMENT,
        wanneer="Geen datum in de bron",
        standing="Zonder jaar",
        link=_link("Voorbeeld: zonder datum", "tijdlijn"),
        other_owner="een ander",
    ),
)
FILTERS = (
    Filter("v-document", "Document", (FilterChoice("een", "Voorbeelddocument"),)),
    Filter("v-partij", "Wie", (FilterChoice("een", "Voorbeeldpartij"),)),
)
TIMES = (
    TimeChoice("nu", "Voorbeelddam, nu", 4),
    TimeChoice("eerder", "Ouder beleid", 12),
    TimeChoice("ander", "Beleid van anderen", 3),
)

HEAD = PageHead(
    kind="Kernopgave", nummer="1", ondertitel="Een ondertitel van de bron", looptijd="2030 tot en met 2032", samenvatting="Hier staat in een paar zinnen waar de bladzijde over gaat.", versie="1.0",
    status="Vastgesteld", geldt_vanaf="1 januari 2031", ingetrokken_op="", bron=None, source_words="Voorbeelddocument", read_again="2 van de 5 onderdelen van deze pagina zijn door een tweede lezer naast de bron gelegd op 1 maart 2030.", jaar=" uit 2030", owner="een ander", foreign=True,
    themas=(_link("Voorbeeldonderwerp"),), counts=(KindCount("3 doelen", "items"), KindCount("9 rollen", "")), part_of=(),
)  # fmt: skip
HISTORY = FilePast(
    "", "In 2032", (_link("Voorbeelddoel veranderd", "was-wordt"),), _link("Alle wijzigingen", "was-wordt"), _PARTY, ""
)
STANDINGS = (
    StandingBanner("Concept", ("Dit voorbeeld is nog niet vastgesteld. De tekst kan nog veranderen.",)),
    StandingBanner(
        "Ingetrokken",
        ("Dit voorbeeld geldt niet meer.",),
        (_link("Voorbeeldplan", "kop", "Ingetrokken"),),
        is_over=True,
    ),
)
STONES = (
    StoneLine(
        "voorbeeld-samen", "Opgegaan in iets anders", "Doel ‘Voorbeelddoel’ is sinds 2030 opgegaan in:", "", (_GOAL,)
    ),
    StoneLine("voorbeeld-weg", "Vervallen", "Doel ‘Ander voorbeeld’ is vervallen.", "Het is bereikt.", ()),
)
OLD = OldBanner(
    "een oude versie",
    _link("Voorbeeldversie 2030"),
    _link("Nu"),
    _link("bekijk het verschil", "was-wordt"),
    notes=False,
    place="",
)
QUESTION = OpenQuestion(
    "v-vraag", "De bron noemt twee verschillende jaren.", (_GOAL,), "Voorbeelddocument, bladzijde 2"
)
ASKED = (
    AskedItem("Rol", _link("Voorbeeldvraag"), "Dit vraagt het beleid van je.", "in 2030", "Voorbeelddocument", foreign=False),
    AskedItem("Werkt mee", _link(_LONG), "", "", "Voorbeelddocument", foreign=False),
)  # fmt: skip
RELATION = RelationBacklinks(
    "v-genoemd", "Waar iets genoemd wordt", 1,
    (FileBacklinks(_GOAL, "Waar het bestand over gaat.", "Kernopgave", "2030", "een ander", (BacklinkRow("Rol", _GOAL, "Een paar woorden.", "2030"),)),),
)  # fmt: skip
MAP = PlaceMap(
    "een voorbeeld", 190.0,
    (
        MapPoint(_link("Voorbeelddorp", "kaart"), 80.0, 50.0, MapLabel(92.0, 55.0, "start"), is_here=False, is_named=False, is_city=False),
        MapPoint(_link("Voorbeeldstad", "kaart"), 220.0, 90.0, MapLabel(203.0, 95.0, "end"), is_here=True, is_named=True, is_city=True),
        MapPoint(_link("Zonder plek voor de naam", "kaart"), 236.0, 118.0, None, is_here=False, is_named=True, is_city=False),
    ),
    80.0, 5, ("een verzonnen kaart",), "Voorbeeldstad",
)  # fmt: skip
PLACES = (
    PlaceRow(_link("Voorbeelddorp", "kaart"), "dorp", "niet apart genoemd"),
    PlaceRow(_link("Voorbeeldstad", "kaart"), "stad", "3 keer in het beleid van nu"),
)
CRUMBS = (_link("Voorbeeld"), _link("Overzicht"))
PUBLICATIONS = (
    _card(
        "v-boek-2",
        "publicatie",
        "Publicatie",
        "Voorbeeldboek",
        groep="Genoemde onderzoeken",
        facts=(FactLine("Uitgever", text="Uitgever"),),
    ),
)

_WHOLE = Contents(
    is_file=False,
    facts=(("Toelichting", "Wat erin staat, staat eronder."),),
    goals=("Voorbeelddoel",),
    parts=(ItemsInside(2, ("Eerste", "Tweede"), "stappen", "stap"),),
)


def _changed(kind: Kind, label: str, sentence: str, **more: Any) -> Wijziging:
    code, word = KINDS[kind]
    item = Subject(
        ref=f"v-{label.casefold().replace(' ', '-')}",
        block="doel",
        label=label,
        file="",
        soort="kernopgave",
        title="Voorbeeldbestand",
    )
    change = Change(kind=kind, now=item, significance=more.pop("significance", "inhoudelijk"))
    told = Told(change, "1.1", "beleid", sentence, Pair((), ()), None, (), "", ("doelen",))
    return Wijziging(
        replace(told, **more), f"#{change.anchor}", code, word, sentence, {"soort": code}, _PARTY, 2, (_GOAL,)
    )


def _text(old: str, new: str) -> Pair:
    return pair_of(compare_words(old, new))


CHANGES = (
    _changed(
        "changed", "Voorbeelddoel", "De naam van het voorbeelddoel is gewijzigd: van 20 naar 30.", difference="10 meer",
        pair=_text("De gemeente helpt 20 mensen.", "De gemeente helpt 30 mensen."), meanings=(MEANINGS["doel-aangescherpt"].label,),
    ),
    _changed("added", "Nieuw voorbeeld", "Nieuw voorbeeld is nieuw.", whole=_WHOLE),
    _changed("removed", "Vervallen voorbeeld", "Vervallen voorbeeld is vervallen.", whole=_WHOLE),
    _changed("moved", "Voorbeelddoel", "Voorbeelddoel staat op een andere plek.", pair=_text("Bij doel 1", "Bij doel 2")),
)  # fmt: skip
_SPELLING = _changed(
    "changed", "Voorbeeldtekst", "De schrijfwijze van de uitleg is aangepast.", significance="redactioneel",
    pair=_text("De gemente helpt.", "De gemeente helpt."),
)  # fmt: skip
PIECE = FileChanges(
    "v-stuk", "Voorbeeldbestand", _GOAL, "een ander",
    _changed("added", "Voorbeeldbestand", "Het voorbeeld is nieuw.", whole=replace(_WHOLE, is_file=True)),
    (ChangesOfItem("Voorbeelddoel", "In het voorbeeldbestand", _GOAL, (*CHANGES, _SPELLING)),), (), (),
)  # fmt: skip
SHORT = PairSummary(
    ("9 wijzigingen: allemaal inhoudelijk.",),
    (MatterTold("doelen", "Doelen en cijfers", 4, (MatterCount("doel-aangescherpt", "1 doel is aangescherpt"),), (CHANGES[0].told,), 3),), 9,
    ("Nieuw: het verslag 'Voorbeeldverslag' van 1 mei 2022, met 1 melding.",), empty=False,
)  # fmt: skip
POINTS = (
    DecisionPoint("1.1", "Het voorbeelddoel vervalt.", (), "", 0, f"{HERE}#was-wordt"),
    DecisionPoint(
        "1.2", "Aan de doelen wordt toegevoegd:", (Row(0, "Doel 2", "Nog een voorbeeld", is_item=True), Row(1, "Toelichting", "Dit is nieuw.")),
        "", 0, f"{HERE}#was-wordt",
    ),
)  # fmt: skip


ROWS = (
    GuideRow("voorbeeld-rij", "1", "Voorbeeldgroep", _GOAL, "Voorbeeldpartij · 2 activiteiten"),
    GuideRow("voorbeeld-rij-concept", "", "Voorbeeldgroep", _link(_LONG, "items", "Concept"), ""),
)
LINES = (GuideLine("Stap", (_GOAL,), "Voorbeeldpartij · 2030"), GuideLine("", _PARTY, "3 rollen"))


@dataclass(frozen=True)
class MacroExample:
    """A macro as who writes a page types it, and what it is for; `kind` says which example stands below it."""

    heading: str
    purpose: str
    file: str
    text: str
    kind: str


MACROS = (
    MacroExample("Eén onderdeel als kaart", "Schrijf tussen de aanhalingstekens het id van een bestand, of dat van een bestand en een onderdeel.", "docs/mijn-bladzijde.md", '{{ kaart("fijn-wonen") }}\n\n{{ kaart("fijn-wonen/doel-genoeg-huizen") }}', "kaart"),
    MacroExample("Een lijst", "Kies op soort, thema, partij en plaats, samen of apart. Zonder keuze zie je al het beleid. Met hoogstens kies je hoeveel.", "docs/mijn-bladzijde.md", '{{ lijst(soort="doel", thema="wonen", hoogstens=3) }}\n\n{{ lijst(partij="gemeente", plaats="het-dorp") }}', "lijst"),
    MacroExample("Een lijst zonder iets erin", "Is er nog niets dat past, dan zegt de bladzijde dat.", "docs/mijn-bladzijde.md", '{{ lijst(soort="wegwijzer") }}', "leeg"),
    MacroExample("Een cijfer", "Met de bron en een link naar waar het bij hoort.", "docs/mijn-bladzijde.md", '{{ cijfer("fijn-wonen/cijfer-huizen") }}', "cijfer"),
    MacroExample("De datum van de gegevens", "Dit kan midden in een zin.", "docs/mijn-bladzijde.md", "Je leest het beleid zoals het was op {{ stand_van() }}.", "stand"),
    MacroExample("Wat een tweede lezer las", "Hoeveel onderdelen naast de bron zijn gelegd. Is dat er nog geen, dan staat er niets.", "docs/mijn-bladzijde.md", "{{ tweede_lezing() }}", "gelezen"),
    MacroExample("Een overzicht", "Elk overzicht van de site kan op een eigen bladzijde staan: onderwerpen, plannen, wie, plaatsen, doelen, tijdlijn, cijfers en meer.", "docs/mijn-bladzijde.md", '{{ overzicht("onderwerpen") }}', "overzicht"),
)  # fmt: skip


def values() -> dict[str, Any]:
    """Return everything that the page shows, by the name under which its template asks for it."""
    docs = rule_docs()
    return {
        "tiles": TILES, "boxes": BOX, "cards": CARDS, "ambitie": AMBITION, "route": ROUTE, "rollen": ROLES,
        "stappen": STEPS, "cijfers": FIGURES, "chart": CHART, "thread": THREAD, "doelen": GOALS, "moments": MOMENTS,
        "filters": FILTERS, "times": TIMES, "head": HEAD, "past": HISTORY, "old": OLD, "standings": STANDINGS, "stones": STONES, "question": QUESTION, "note": replace(NOTE, id=""), "elsewhere": ELSEWHERE, "asked": ASKED,
        "relation": RELATION, "crumbs": CRUMBS, "publicaties": PUBLICATIONS, "verbanden": LINKS, "file": PIECE, "summary": SHORT, "points": POINTS,
        "map": MAP, "places": PLACES, "rows": ROWS, "lines": LINES,
        "links": (_GOAL, _link(_LONG)), "address": HERE, "macros": MACROS,
        "fault": next(doc for doc in docs if doc.level == "fout" and doc.wrong.file),
        **answers.values(),
        **reported.values(),
        "warning": next(doc for doc in docs if doc.level != "fout"),
    }  # fmt: skip
