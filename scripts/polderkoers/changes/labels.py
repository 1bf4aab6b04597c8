"""The Dutch words for blocks and fields, as they stand in a sentence about a change."""

from __future__ import annotations

from typing import NamedTuple

from polderkoers.policy.vocabulary import AS_USUAL, Vocabulary


class Noun(NamedTuple):
    """A block in words: its name and its article."""

    name: str
    article: str = "de"

    @property
    def definite(self) -> str:
        """The name with its article: `het doel`."""
        return f"{self.article} {self.name}"


_NOUNS = {
    noun.name.replace(" ", "_"): noun
    for noun in (
        Noun("doel", "het"),
        Noun("bedrag", "het"),
        Noun("cijfer", "het"),
        Noun("punt", "het"),
        Noun("voorbeeld", "het"),
        Noun("besluitmoment", "het"),
        Noun("hoofdstuk", "het"),
        Noun("begrip", "het"),
        Noun("thema", "het"),
        Noun("document", "het"),
        Noun("plan", "het"),
    )
}
_NOUNS |= {
    "doelengroep": Noun("groep doelen"),
    "let_op": Noun("opmerking"),
    "samenhang": Noun("verband", "het"),
    "factor": Noun("factor"),
    "rollen": Noun("lijst van partijen en rolsoorten"),
    "versies": Noun("lijst van versies"),
    "instelling": Noun("gegevens van de organisatie", "de"),
    "zoekwoorden": Noun("lijst van zoekwoorden"),
    "organisaties": Noun("lijst van organisaties"),
    "plaatsen": Noun("lijst van plaatsen"),
    "themas": Noun("lijst van thema's"),
    "documenten": Noun("lijst van documenten"),
    "begrippen": Noun("begrippenlijst"),
}
# Three lists hold the same block under another name.
_BY_SLOT = {
    "aandachtspunten": Noun("aandachtspunt", "het"),
    "succesfactoren": Noun("succesfactor"),
    "risicos": Noun("risico", "het"),
    "impulsen": Noun("impuls"),
    "perspectieven": Noun("perspectief", "het"),
    "urgentie": Noun("urgentie"),
    "aanleiding": Noun("aanleiding"),
    "ambitie": Noun("ambitie"),
    "voorwoord": Noun("voorwoord", "het"),
}


def noun(block: str, slot: str = "", own: Vocabulary = AS_USUAL) -> Noun:
    """Return the words for a block that stands in a list or field, those of the organisation before ours."""
    if (said := own.noun(block)) and slot not in _BY_SLOT:
        return Noun(said.one, said.article)
    return _BY_SLOT.get(slot) or _NOUNS.get(block) or Noun(block.replace("_", " "))


_LISTS = {
    "urgentie": "urgentie",
    "let_op": "opmerkingen",
    "doelenlijsten": "lijsten van doelen",
    "risicos": "risico's",
    "themas": "thema's",
    "samenhang": "verbanden",
}


def list_name(slot: str, own: Vocabulary = AS_USUAL) -> str:
    """Return the words for a list of items, those of the organisation before ours: `doelen`."""
    if said := own.of_list(slot):
        return said.more
    return _LISTS.get(slot, slot.replace("_", " "))


_FIELDS = {
    "als": "de rolsoort",
    "ambitie": "de ambitie",
    "andere_namen": "de andere namen",
    "bedrag": "het bedrag",
    "bron": "de bron",
    "bron.document": "het brondocument",
    "bron.plek": "de plek in de bron",
    "doelen": "de doelen",
    "eenheid": "de eenheid",
    "gelegd_door": "wie het verband legde",
    "herkomst": "de herkomst",
    "herkomst.naam": "de herkomst",
    "herkomst.auteur": "de auteur",
    "herkomst.datum": "de datum van de herkomst",
    "herkomst.noot": "de noot bij de herkomst",
    "hoogstens": "of het bedrag een maximum is",
    "inleiding": "de inleiding",
    "invloed": "de plaats op de ladder van invloed",
    "jaar": "het jaar",
    "ligt_in": "waar de plaats ligt",
    "looptijd": "de looptijd",
    "looptijd.tekst": "de looptijd",
    "looptijd.tot": "het einde van de looptijd",
    "looptijd.van": "het begin van de looptijd",
    "maatregel": "de maatregel",
    "met": "waarmee het verband is gelegd",
    "meting": "de meting",
    "naam": "de naam",
    "noot": "de noot",
    "nummer": "het nummer",
    "onderdelen": "de onderdelen",
    "ondertitel": "de ondertitel",
    "ongeveer": "of het getal ongeveer is",
    "organisatie": "de organisatie",
    "organisaties": "de genoemde organisaties",
    "over": "waar de opmerking over gaat",
    "partijen": "de partijen",
    "partners": "de partners",
    "per_jaar": "of het bedrag per jaar is",
    "plaatsen": "de plaatsen",
    "product": "het product",
    "samenvatting": "de samenvatting",
    "schaal": "de schaal",
    "soort": "de soort",
    "status": "de status",
    "tekst": "de tekst",
    "termijn": "de termijn",
    "themas": "de thema's",
    "titel": "de titel",
    "toelichting": "de toelichting",
    "trekker": "de trekker",
    "uitleg": "de uitleg",
    "vastgesteld_door": "wie het vaststelde",
    "vastgesteld_op": "de datum van vaststelling",
    "verantwoordelijk": "wie verantwoordelijk is",
    "versie": "het versienummer",
    "voorbeelden": "de voorbeelden",
    "waarde": "de waarde",
    "waarom": "de reden",
    "waarvoor": "de omschrijving",
    "wanneer": "het tijdstip",
    "wanneer.tekst": "het tijdstip",
    "wanneer.tot": "het einde",
    "wanneer.van": "het begin",
    "wat": "de omschrijving",
    "weergave": "de weergave",
    "wie": "wie het doet",
    "zekerheid": "hoe zeker het is",
    "zie_ook": "de verwante begrippen",
}


def field_name(field: str) -> str:
    """Return the words for a field, with its article; a field that has none is named as it stands in the data."""
    return _FIELDS.get(field, f"het veld {field}")


_PLURAL = frozenset(
    {
        "andere_namen",
        "doelen",
        "onderdelen",
        "organisaties",
        "partijen",
        "partners",
        "plaatsen",
        "themas",
        "voorbeelden",
    }
    | {"zie_ook"}
)


def is_plural(field: str) -> bool:
    """Return whether the words for a field are a plural, so that its verb is one too."""
    return field in _PLURAL
