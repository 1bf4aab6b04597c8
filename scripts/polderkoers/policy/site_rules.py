"""The rules of a site that was built; each function words a problem, and its docstring is the published page of the rule."""

from __future__ import annotations

from polderkoers.problems import Problem


def dead_link(file: str, line: int, column: int, message: str) -> Problem:
    """Elke link op de site leidt ergens heen.

    Een link wijst naar een bladzijde die er is, en naar een plek die op die bladzijde staat. 'polderkoers check --site' kijkt dat na
    in de map site, dus ook voor bladzijden die iemand er met de hand in heeft gezet.

    Fout: Een bladzijde met een link naar ../plannen/woonplan/, en dat plan is weg.

    Goed: Een bladzijde met een link naar ../plannen/, en die bladzijde is er.
    """
    hint = "haal de link weg, laat hem wijzen naar iets wat er wel is, of zet terug wat er niet meer is. Bouw daarna opnieuw."
    return Problem(file, line, column, "site-link", message, hint)


def low_contrast(message: str) -> Problem:
    """Kleuren die elkaar raken, zijn goed uit elkaar te houden.

    Wie minder goed ziet, of in de zon leest, kan tekst met te weinig contrast niet lezen. De wet vraagt daarom een contrast van
    minstens 4,5 voor tekst. Deze site vraagt 7 voor gewone tekst. De melding noemt een kleur die wel kan.

    Fout: Lichtgrijze tekst (#bbbbbb) op een witte achtergrond.

    Goed: Donkergrijze tekst (#4a4a4a) op een witte achtergrond.
    """
    hint = "verander de kleur in je eigen stylesheet, en bouw de site opnieuw."
    return Problem("site", 1, 1, "site-contrast", message, hint)


def left_over(file: str, line: int, column: int, message: str, hint: str) -> Problem:
    """Van het voorbeeld en van lege plekken staat niets meer op de site.

    Een nieuwe site begint met een voorbeeld, en een nieuw bestand met 'Vul dit in.'. Dat is geen beleid. Wie het op internet leest,
    denkt van wel. Daarom mag het niet op een site staan die gepubliceerd wordt.

    Fout: Een site met de kernopgave "Voorbeeld: brieven die iedereen begrijpt".

    Goed: Een site met alleen kernopgaven van de organisatie zelf.
    """
    return Problem(file, line, column, "site-rest", message, hint)


def version_missing(id_: str, name: str) -> Problem:
    """Elke versie uit data/versies.yaml heeft haar bladzijden op de site.

    Een versie heeft een vast adres, dat nooit weggaat. Is de site gebouwd zonder de geschiedenis van Git? Dan ontbreken de oude
    versies, en leiden links naar die adressen nergens meer heen.

    Fout: In data/versies.yaml staat de versie 2026, en op de site is /versies/2026/ er niet.

    Goed: In data/versies.yaml staat de versie 2026, en /versies/2026/ is er.
    """
    return Problem(
        "data/versies.yaml",
        1,
        1,
        "site-versie",
        f"De versie {id_} ({name}) staat niet op de site: /versies/{id_}/ is er niet.",
        "haal de hele geschiedenis op met git fetch --unshallow --tags, en bouw de site opnieuw, zonder --zonder-historie.",
    )


def no_heading(file: str, message: str) -> Problem:
    """Elke bladzijde heeft een titel, een kop en een taal.

    Aan de titel herkent iemand het tabblad. Met de kop weet iemand die de site laat voorlezen waar hij is. De taal bepaalt hoe het
    voorlezen klinkt.

    Fout: Een bladzijde in docs/ die begint met gewone tekst.

    Goed: Een bladzijde in docs/ die begint met een kop: # Over ons
    """
    hint = "zet bovenaan de bladzijde een kop met één hekje, bijvoorbeeld: # Over ons. Bouw daarna opnieuw."
    return Problem(file, 1, 1, "site-kop", message, hint)


def outdated(file: str, message: str) -> Problem:
    """De site is gemaakt van de gegevens zoals ze nu zijn.

    Bij elke bladzijde staat het bestand waar zij uit komt. Is dat een ander bestand dan in de map data? Dan is er na het bouwen iets
    veranderd, en kijk je een oude site na.

    Fout: Een site van gisteren, en een kernopgave die vandaag is veranderd.

    Goed: Een site die na de laatste verandering opnieuw is gebouwd.
    """
    return Problem(file, 1, 1, "site-oud", message, "bouw de site opnieuw, met: polderkoers build")
