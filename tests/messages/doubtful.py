"""Cures that must not change what stands there otherwise, and messages that must not say more than is certain."""

from __future__ import annotations

from messages.row import KERN, Row, basis, changed

_TITEL = "titel: Veilig buiten"
_THEMAS = "themas: [wonen, veiligheid]"
_METING = "      - {waarde: 70, jaar: 2020}"
_LAST = "    tekst: De bron zegt niet hoeveel lantaarns er komen."
_GOAL = "  - id: doel-veilig-fietsen\n    nummer: 2\n    naam: Veilig fietsen\n"
_BELOW = _GOAL.replace("  - id", "    id")
_CIJFERS = (
    "      - id: cijfer-fietsers\n        waarde: 86\n        eenheid: procent\n        wat: inwoners die fietsen\n"
)
_BEGRIPPEN = "data/begrippen.yaml"
_INSTELLING = "data/instelling.yaml"


def _wide(name: str, old: str, new: str, at: str, typed: str) -> Row:
    return Row(
        name=name, files=changed((f"{old}\n", f"{new}\n")), at=at, says=("breed teken",), hint=(f"schrijf: {typed}",),
        typed=typed, repaired=True,
    )  # fmt: skip


def _listed(name: str, new: str, at: str, *, says: str, hint: str, never: tuple[str, ...] = ()) -> Row:
    return Row(name=name, files=changed((f"{_THEMAS}\n", f"{new}\n")), at=at, says=(says,), hint=(hint,), never=never)


def _code(name: str, typed: str) -> Row:
    files = changed(("soort: instelling\n", f"soort: instelling\ncode: {typed}\n"), file=_INSTELLING)
    return Row(
        name=name, files=files, file=_INSTELLING, at="2:7", rule="verkeerd-type", says=(f"'{typed}'",), hint=("gm0171",),
        never=(f'"{typed}"',),
    )  # fmt: skip


def _ends(name: str, new: str, **said: object) -> Row:
    ((file, text),) = changed((f"{_LAST}\n", new)).items()
    return Row(name=name, files={file: text}, **said)  # type: ignore[arg-type]


ROWS = (
    _wide("breed-teken-bij-een-getal-met-komma", _TITEL, "titel\uff1aHet aandeel is 85,5 procent", "3:1", "titel: Het aandeel is 85,5 procent"),
    _wide("breed-teken-bij-een-tijd", _TITEL, "titel\uff1aOm 12:30 is 85,5 procent er", "3:1", "titel: Om 12:30 is 85,5 procent er"),
    _wide("brede-komma-in-een-getal", _TITEL, "titel\uff1aBijna 85\uff0c5 procent", "3:1", "titel: Bijna 85,5 procent"),
    _wide("breed-teken-onder-een-waarde", "    naam: Veilig fietsen", "    naam: Veilig fietsen\n    toelichting\uff1aOm 12:30 is het donker", "27:5", "toelichting: Om 12:30 is het donker"),
    _wide("brede-tekens-in-een-meting", _METING, "      - {waarde\uff1a70\uff0cjaar\uff1a2020}", "53:7", "- {waarde: 70, jaar: 2020}"),
    _listed("streepje-onder-een-lege-lijst", "themas: []\n  - wonen", "13:1", says="gaat hier verder met een streepje", hint="haal regel 14 weg, en schrijf op regel 13: themas: [wonen]", never=("[,", "één zin")),
    _listed("streepjes-onder-een-lege-lijst", "themas: []\n- wonen\n- veiligheid", "13:1", says="gaat hier verder met een streepje", hint="haal regel 14 tot en met 15 weg, en schrijf op regel 13: themas: [wonen, veiligheid]"),
    _listed("woorden-met-een-streepje-onder-een-lege-lijst", "themas: []\n  - Veilig wonen", "14:3", says="staat al tussen vierkante haken", hint="tussen de haken van 'themas'", never=("één zin", "naam van de lijst")),
    _listed("streepjes-onder-een-open-haak", "themas: [wonen,\n- veiligheid", "13:1", says="begint met een vierkante haak, en gaat hier verder met een streepje", hint="haal regel 14 weg, en schrijf op regel 13: themas: [wonen, veiligheid]", never=("[wonen]",)),
    Row(
        name="onderdelen-onder-een-open-haak",
        files=changed(("doelen:\n", "doelen: [\n")),
        at="16:9",
        says=("de lijst staat eronder",),
        hint=("schrijf: doelen:",),
        never=("[]",),
        mended={KERN: basis(KERN)},
    ),
    Row(
        name="onderdelen-onder-een-lege-lijst",
        files=changed(("doelen:\n", "doelen: []\n")),
        at="16:9",
        says=("de lijst staat eronder",),
        hint=("schrijf: doelen:",),
        never=("naam van de lijst",),
        mended={KERN: basis(KERN)},
    ),
    Row(
        name="twee-woorden-waar-een-lijst-van-ids-hoort",
        files=changed((_THEMAS, "themas: kapotte lantaarn")),
        at="13:9",
        rule="verkeerd-type",
        says=("een lijst",),
        hint=("Schrijf: themas: [kapotte, lantaarn] Is het één id? Schrijf: themas: [kapotte-lantaarn]",),
    ),
    Row(
        name="twee-woorden-waar-een-lijst-van-namen-hoort",
        files=changed(("    naam: Wmo\n", "    naam: Wmo\n    andere_namen: oude gemeente\n"), file=_BEGRIPPEN),
        file=_BEGRIPPEN,
        at="8:19",
        rule="verkeerd-type",
        says=("een lijst",),
        hint=("Schrijf: andere_namen: [oude gemeente]",),
        never=("oude, gemeente",),
    ),
    _code("code-van-alleen-cijfers-met-een-nul", "0171"),
    _code("code-van-alleen-cijfers", "363"),
    _ends("zeker-herstel-op-een-laatste-regel-zonder-einde", _LAST.replace(": ", ":"), at="63:11", says=("ontbreekt een spatie",), hint=(f"schrijf: {_LAST.strip()}",), never=("afgebroken",), repaired=True),
    _ends(
        "aanhalingsteken-open-op-een-laatste-regel-zonder-einde",
        '    tekst: "De bron zegt niet hoeveel',
        at="63:12",
        says=("niet gesloten",),
        hint=("is het bestand afgebroken? Het eindigt nu met 'tekst: \"De bron zegt niet hoeveel'.", 'Schrijf: tekst: "De bron zegt niet hoeveel"'),
    ),
    _ends(
        "veld-zonder-waarde-op-een-laatste-regel-zonder-einde",
        "    tekst:",
        at="63:11",
        rule="verkeerd-type",
        says=("staat niets",),
        hint=("is het bestand afgebroken? Het eindigt nu met 'tekst:'.", "Is het bestand heel? Schrijf tekst"),
    ),
    Row(
        name="onderdeel-begint-met-een-lijst-achter-het-teken-van-een-tekst",
        files=changed((f"{_GOAL}    cijfers:\n{_CIJFERS}", f"  - cijfers: >-\n{_CIJFERS}{_BELOW}")),
        at="25:7",
        rule="veld-in-tekst",
        says=("onderdeel van een lijst",),
        hint=("Schrijf op regel 24: - cijfers: Is het tekst?",),
        mended=changed((f"{_GOAL}    cijfers:\n{_CIJFERS}", f"  - cijfers:\n{_CIJFERS}{_BELOW}")),
    ),
)  # fmt: skip
