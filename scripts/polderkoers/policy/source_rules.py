"""The rules of reading, one function per rule: it makes the `Problem`, and its docstring is the rule's published page."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath

from polderkoers.known import FOLDERS
from polderkoers.policy.signs import cure_of_hidden, explain_hidden
from polderkoers.problems import Problem, Repair

# What to do about a field with one value that stands there twice.
KEEP_ONE = "houd er één over."


def unreadable(file: str, message: str, hint: str, line: int = 1, column: int = 1) -> Problem:
    """Een bestand kan worden gelezen en is opgeslagen als UTF-8.

    UTF-8 is de manier waarop de computer letters en tekens bewaart. Bijna elk programma kan dat, maar sommige kiezen
    iets anders als je er niet om vraagt. Kies dan 'Opslaan als' en bij codering 'UTF-8'. Een bestand is ook niet te
    lezen als het te groot is (meer dan 1 MB), als het geen gewoon bestand is, of als het eigenlijk ergens anders staat.

    Fout: het bestand is in Kladblok opgeslagen met de codering 'Unicode' of 'ANSI'.

    Goed: het bestand is opgeslagen met de codering 'UTF-8'.
    """
    return Problem(file, line, column, "bestand-leesbaar", message, hint)


def not_read(file: str, message: str, hint: str) -> Problem:
    """Elk bestand in de map data wordt gelezen.

    Een bestand waarvan de naam met een punt begint, is verborgen. Je ziet het vaak niet staan, en de site leest het niet.
    Meestal heeft een programma het neergezet, zoals de Finder van macOS. Haal zo'n bestand weg. Staat er beleid in? Geef het
    dan een naam zonder punt. Bestanden als .gitkeep en .gitignore mogen blijven.

    Waarschuwing: in de map data/kernopgaven staat .fijn-wonen.yaml of .DS_Store.

    Goed: in de map data/kernopgaven staat fijn-wonen.yaml.
    """
    return Problem(file, 1, 1, "bestand-overgeslagen", message, hint, level="waarschuwing")


def syntax(  # noqa: PLR0913, PLR0917 - a problem has as many parts
    file: str, line: int, column: int, message: str, hint: str, repair: Repair | None = None
) -> Problem:
    """Een bestand heeft de vorm van YAML.

    YAML is een manier om gegevens op te schrijven als tekst. Elke regel is een naam, een dubbele punt, een spatie en
    een waarde. Wat bij elkaar hoort, springt even ver in, met spaties. Een streepje begint een onderdeel van een lijst.
    Staat er in een tekst een dubbele punt met een spatie erachter? Zet dan aanhalingstekens om de hele tekst.

    De melding wijst naar de plek waar het lezen stopt. Vaak staat de fout daar, en soms op de regel erboven.

    Fout:

        titel: Fijn wonen: voor iedereen

    Goed:

        titel: "Fijn wonen: voor iedereen"
    """
    return Problem(file, line, column, "yaml-syntaxis", message, hint, repair=repair)


def form(file: str, line: int, column: int, message: str, hint: str) -> Problem:
    """Een bestand gebruikt alleen de gewone delen van YAML.

    YAML kent tekens met een bijzondere betekenis aan het begin van een waarde: & en * voor verwijzingen en ! voor een
    soort. Die gebruiken we niet. Zo ziet iedereen wat er staat, en kan een bestand geen kwaad. Begint een tekst met zo'n
    teken, of met een vraagteken? Zet er dan aanhalingstekens om. Ook twee documenten in één bestand en heel diep inspringen
    gebruiken we niet.

    Tussen accolades heeft elk veld een dubbele punt met een spatie erachter, en begint achter elke komma een nieuw veld. Staat
    er een komma in een tekst? Zet dan aanhalingstekens om de hele tekst.

    Fout:

        titel: *Fijn wonen

    Goed:

        titel: "*Fijn wonen"
    """
    return Problem(file, line, column, "yaml-vorm", message, hint)


def odd_form(file: str, at: tuple[int, int], path: str, message: str, hint: str) -> Problem:
    """Return the problem of a form that is read otherwise than it looks; `form` documents the rule."""
    return replace(form(file, *at, message, hint), path=path)


def odd_number(file: str, at: tuple[int, int], path: str, message: str, hint: str) -> Problem:
    """Een getal betekent voor iedereen hetzelfde.

    In een gegevensbestand staat een getal zonder punten tussen de duizendtallen, en met een punt voor de cijfers achter de
    komma: 780000 en 85.5. De site maakt er zelf 780.000 en 85,5 van. Schrijf je 780.000 in het bestand? Dan leest de
    computer 780. Daarom keurt de controle een getal met precies drie cijfers achter de punt af. Bedoel je dat echt zo, zet
    er dan een nul achter: 1.2500 betekent 1,25. Ook een nul of een plus aan het begin, een macht van tien (1e3) en 0x1F
    kunnen niet. Zo'n waarde is vaak een tekst, zoals een nummer: zet er dan aanhalingstekens om.

    Fout:

        nummer: 1.000

    Goed:

        nummer: 1000
    """
    return Problem(file, *at, "getal-schrijfwijze", message, hint, path)


def lost_text(file: str, at: tuple[int, int], path: str, message: str, hint: str) -> Problem:
    """Achter een tekst zonder aanhalingstekens staat geen #.

    Een # na een spatie begint in YAML een opmerking. Wat erachter staat, komt niet op de site. In een tekst als 'Motie #12
    over wonen' verdwijnt zo de helft, zonder dat je het merkt. Hoort het bij de tekst? Zet er aanhalingstekens om. Is het
    een opmerking voor collega's? Zet haar op een eigen regel. Of zet er twee spaties voor en één achter de #. Dan kan
    niemand zich vergissen.

    Fout:

        titel: Motie #12 over wonen

    Goed:

        # Dit is de motie van de raad.
        titel: "Motie #12 over wonen"
    """
    return Problem(file, *at, "tekst-na-hekje", message, hint, path)


def field_in_text(  # noqa: PLR0913, PLR0917 - a problem has as many parts
    file: str, line: int, column: int, message: str, hint: str, repair: Repair | None = None
) -> Problem:
    """Een veld staat niet in een tekst.

    Achter >- begint een tekst van meer regels. Alles wat daaronder verder inspringt, hoort bij die tekst. Springt een veld of
    het begin van een lijst te ver in? Dan leest de site het als woorden: het veld is weg, en de naam ervan staat in de tekst.

    Fout:

        doelen:
          - id: doel-genoeg-huizen
            naam: Genoeg huizen
            toelichting: >-
              Iedereen vindt een huis.
              themas: [wonen]

    Goed:

        doelen:
          - id: doel-genoeg-huizen
            naam: Genoeg huizen
            toelichting: >-
              Iedereen vindt een huis.
            themas: [wonen]
    """
    return Problem(file, line, column, "veld-in-tekst", message, hint, repair=repair)


def double_key(file: str, line: int, column: int, path: str, first: int) -> Problem:
    """Een veld staat één keer bij een onderdeel.

    Staat een veld er twee keer, dan is niet duidelijk welke van de twee geldt. Veel programma's gooien er dan zonder
    iets te zeggen één weg. Deze controle doet dat niet: je kiest zelf welke blijft.

    Fout:

        titel: Fijn wonen
        titel: Prettig wonen

    Goed:

        titel: Prettig wonen
    """
    key = path.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
    return Problem(
        file,
        line,
        column,
        "dubbele-sleutel",
        f"'{key}' staat hier voor de tweede keer; de eerste staat op regel {first}.",
        KEEP_ONE,
        path,
    )


def first_of(remark: Problem) -> int:
    """Return the line of the first of two that `double_key` says of, or 0 when it is about something else."""
    found = re.search(r"; de eerste staat op regel (\d+)\.$", remark.message)
    return int(found[1]) if found else 0


def lost_item(  # noqa: PLR0913, PLR0917 - a problem has as many parts
    file: str, line: int, column: int, message: str, hint: str, path: str, repair: Repair | None
) -> Problem:
    """Word an item whose first line or dash is gone, so that its fields double those above; `double_key` documents it."""
    return Problem(file, line, column, "dubbele-sleutel", message, hint, path, repair=repair)


def empty(file: str) -> Problem:
    """Een bestand heeft inhoud.

    Een leeg bestand, of een bestand met alleen uitleg achter een #, zegt niets over het beleid. Met
    'polderkoers new kernopgave mijn-kernopgave' maak je een bestand met uitleg bij elk veld, dat je alleen hoeft in te vullen.

    Fout:

        # data/kernopgaven/mijn-kernopgave.yaml
        # Hier komt nog iets.

    Goed: een bestand dat begint met 'soort: kernopgave' en de velden die daarbij horen.
    """
    return Problem(file, 1, 1, "leeg-bestand", "Dit bestand is leeg.", _fill(file))


def hidden_sign(file: str, line: int, column: int, sign: str) -> Problem:
    """In de gegevens staan alleen tekens die een lezer kan zien.

    Er bestaan tekens die je niet ziet, maar die wel iets doen. Sommige keren de leesrichting om: dan staat er iets
    anders dan je leest. Zulke tekens komen vaak mee als je tekst kopieert uit Word, een webpagina of een PDF. Iemand kan ze
    ook met opzet gebruiken om je te misleiden. Haal het teken weg: typ het woord en de spaties eromheen opnieuw.

    Fout: titel: Fijn wo⟨U+200B⟩nen, met een onzichtbare spatie in het woord.

    Goed: titel: Fijn wonen, opnieuw getypt.
    """
    return Problem(file, line, column, "onzichtbaar-teken", explain_hidden(sign), cure_of_hidden(sign))


def _fill(file: str) -> str:
    """Return what to do with an empty file: policy is made anew, and a list of names is put back."""
    path = PurePosixPath(file)
    kind = FOLDERS.get(path.parent.name)
    if kind is None:
        return "zet terug wat erin stond, bijvoorbeeld uit een eerdere versie. Hoort het er niet? Haal het dan weg."
    command = f"polderkoers new {kind} {path.stem}"
    return f"haal het weg. Wil je het vullen? Haal het dan eerst weg, en maak het opnieuw met: {command}"
