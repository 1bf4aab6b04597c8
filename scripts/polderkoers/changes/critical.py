"""The Dutch words that carry the policy: numbers, negation, obligation and quantity. Touching one is never editorial."""

from __future__ import annotations

import re

from polderkoers.changes.tokens import word_set

NEGATIONS = word_set(
    "niet geen nooit zonder noch nergens niemand niets nimmer evenmin geenszins behalve tenzij uitgezonderd"
)

# How strongly a word binds: an obligation or a promise, an aim, a possibility or a study.
_PROMISES = word_set("moet moeten moest moesten zal zullen verplicht verplichte dient dienen garandeert garanderen")
_AIMS = word_set("""wil willen wilde wilden streeft streven streefde streefden beoogt beogen probeert proberen zou zouden hoort horen
    stimuleert stimuleren""")
_POSSIBILITIES = word_set("""kan kunnen kon konden mag mogen mocht mochten mogelijk mogelijke mogelijkheid misschien wellicht eventueel
    eventuele onderzoekt onderzoeken onderzocht onderzoekten verkent verkennen verkende overweegt overwegen overwoog
    waarschijnlijk vrijwillig vrijwillige bekijkt bekijken""")
_MODALITY = _PROMISES | _AIMS | _POSSIBILITIES
_MORE_MODALITY = word_set("onmogelijk onmogelijke hoeft hoeven hoefde hoefden belooft beloven verwacht verwachten")

QUANTIFIERS = word_set("""alle allen alleen iedereen elke elk ieder iedere sommige enkele enige veel weinig meer minder meeste minste
    minstens hoogstens minimaal maximaal tenminste hooguit vaak soms altijd ongeveer circa bijna ruim beide geheel
    gehele heel hele deels deel gedeeltelijk uitsluitend vooral extra binnen uiterlijk vanaf sinds tot per voor na
    dagelijks wekelijks maandelijks jaarlijks""")

_NUMBERS = word_set("""nul één eén twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien
    achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd duizend miljoen miljard
    half halve helft kwart driekwart anderhalf anderhalve eerste tweede derde vierde vijfde zesde zevende achtste
    negende tiende dubbel dubbele verdubbelt verdubbelen verdubbeld verdubbeling halveert halveren gehalveerd halvering
    verdrievoudigt verdrievoudigen tiental tientallen honderden duizenden miljoenen paar dozijn eenmaal tweemaal
    driemaal eenmalig enkel enkele""")
_ONES = "een|één|twee|tweeë|drie|drieë|vier|vijf|zes|zeven|acht|negen"
_COMPOUND = re.compile(
    rf"(?:(?:{_ONES})(?:en|n|ën)(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
    rf"|(?:{_ONES}|tien|elf|twaalf)(?:honderd|duizend|miljoen)\w*)"
)

_TIMES = word_set("""januari februari maart april mei juni juli augustus september oktober november december kwartaal maandag dinsdag
    woensdag donderdag vrijdag zaterdag zondag dag dagen week weken maand maanden jaar jaren voorjaar najaar zomer winter
    lente herfst vandaag morgen nu straks eerder later daarna daarvoor""")

CRITICAL = NEGATIONS | _MODALITY | _MORE_MODALITY | QUANTIFIERS | _NUMBERS | _TIMES


def is_critical(word: str) -> bool:
    """Return whether a word, in small letters, carries a number, negation, obligation, quantity or time."""
    return word in CRITICAL or _COMPOUND.fullmatch(word) is not None
