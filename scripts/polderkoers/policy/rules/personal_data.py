"""In een tekst staan geen gegevens van een persoon.

De site is openbaar en blijft lang staan. Noem daarom geen mailadres, telefoonnummer, rekeningnummer of burgerservicenummer van
een persoon. Een adres van een functie mag wel, zoals info@ of wijkteam@, en een algemeen nummer ook: 14 0527, 0800, 0900, 085
en 088. Bij een ander nummer kan de controle niet zien van wie het is. Een huisadres herkent de controle niet: let daar zelf op.

Waarschuwing:

    samenvatting: Iedereen woont fijn. Bel Jan op 06-12345678.

Goed:

    samenvatting: Iedereen woont fijn. Bel ons op 14 0527.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.texts import Text
from polderkoers.problems import Level

_MAIL = re.compile(r"(?<![\w.+-])([a-z0-9][\w.+-]*)@[a-z0-9](?:[\w-]*\.)+[a-z]{2,}", re.IGNORECASE)
# The sign @ in words, as people write it to hide an address from machines.
_HIDDEN_AT = re.compile(r"\s?[(\[{]\s?(?:at|apenstaartje)\s?[)\]}]\s?", re.IGNORECASE)
# An address of a function says what it is for, in its first word; what is not in this list may be a name.
_FUNCTIONS = re.compile(
    r"(?:(?:info|post|contact|e?mail|gemeente|secretariaat|bestuur|redactie|griffie|raad|college|burgemeester|wethouder|provincie|staten|gedeputeerden?|waterschap|hoogheemraadschap|dijkgraaf|wijk|dorps|"
    r"team|sociaal|wmo|jeugd|privacy|fg|avg|pers|communicatie|klacht|klant|help|desk|service|balie|loket|punt|centrum|subsidie|"
    r"vergunning|participatie|inwoner|aanmeld(?:ing)?|inschrijving|vrijwilliger|welzijn|bibliotheek|wonen|werk|zorg|webmaster|"
    r"noreply|no|reply|algemeen|receptie|planning|administratie|beleid|project|programma|bus|support|kantoor|vraag|vragen|"
    r"reactie|nieuws|brief|bureau|hulp|buurt|mantelzorg|energie|duurzaam|klimaat|sport|cultuur|onderwijs)(?:en|s)?)+\d*",
    re.IGNORECASE,
)
_MOBILE = re.compile(
    r"(?<![\d.,/+-])\(?(?:\+31\)?[\s-]*(?:\(0\))?[\s-]*|0031\)?[\s-]*|0)6\)?(?:(?:[\s.\u2010-\u2015-]*|/)\d)(?:[\s.\u2010-\u2015-]*\d){7}(?![\d])"
)
_FIXED = re.compile(
    r"(?<![\d.,/+-])(?:(?:\+31[\s-]*(?:\(0\))?[\s-]*|0031[\s-]*)[1-57]\d{1,2}|\(?0[1-57]\d{1,2}\)?)[\s-]+\d(?:[\s.]?\d){5,6}(?![\d])"
)
_MOST_DIGITS = 10
_IBAN = re.compile(r"\b([A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,4})?)\b")
_BSN = re.compile(r"\b(?:bsn|burgerservicenummer|sofinummer)\b\D{0,20}?((?:\d[\s.]?){8,9})(?!\d)", re.IGNORECASE)
_MAYBE = re.compile(r"@|[(\[{]\s?(?:at|apen)|\d[\d\s.-]{6}|\d{4}[\s\d]", re.IGNORECASE)
# One set of signs is found far faster than a choice between several forms.
_SIGNS = re.compile(r"[@(\[{\d]")
_AWAY = "haal het weg, of noem in plaats daarvan de organisatie."


def check(context: Context) -> Iterator[Finding]:
    """Yield a problem for every mail address, telephone number, IBAN and BSN that may be of a person."""
    for text in context.texts:
        if _SIGNS.search(text.text) and _MAYBE.search(text.text):
            yield from _mail(text)
            yield from _numbers(text)
            # The digits of an account are no telephone number.
            yield from _phones(text, _IBAN.sub("", text.text))


def _mail(text: Text) -> Iterator[Finding]:
    for found in _MAIL.finditer(_HIDDEN_AT.sub("@", text.text)):
        if not _FUNCTIONS.fullmatch(re.split(r"[._+-]", found[1])[0]):
            said = f"Hier staat een mailadres dat van een persoon kan zijn: '{found.group()}'."
            yield _finding(text, said, "haal het weg, of noem een adres dat niet van een persoon is, zoals info@.")


def _phones(text: Text, rest: str) -> Iterator[Finding]:
    for found in _MOBILE.finditer(rest):
        yield _finding(text, f"Hier staat een mobiel telefoonnummer: '{found.group().strip()}'.", _AWAY)
    for found in _FIXED.finditer(rest):
        digits = re.sub(r"\D", "", re.sub(r"^\D*(?:\+31|0031)[\s-]*(?:\(0\))?", "0", found.group()))
        if len(digits) == _MOST_DIGITS:
            said = f"Hier staat een telefoonnummer: '{found.group().strip()}'."
            yield _finding(
                text, said, "is het van een persoon? Haal het dan weg. Het nummer van een organisatie mag blijven."
            )


def _numbers(text: Text) -> Iterator[Finding]:
    for found in _BSN.finditer(text.text):
        if _is_bsn(re.sub(r"\D", "", found[1])):
            yield _finding(
                text, "Hier staat een burgerservicenummer.", "haal het weg. Het mag nooit op een site staan.", "fout"
            )
    for found in _IBAN.finditer(text.text):
        if _is_iban(found[1]):
            said = f"Hier staat een rekeningnummer: '{found[1]}'."
            yield _finding(text, said, "is het van een persoon? Haal het dan weg. Dat van een organisatie mag blijven.")


def _is_bsn(digits: str) -> bool:
    """Return whether nine digits pass the eleven-test that every BSN passes."""
    padded = digits.zfill(9)
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return len(padded) == len(weights) and sum(int(d) * w for d, w in zip(padded, weights, strict=True)) % 11 == 0


def _is_iban(found: str) -> bool:
    """Return whether an IBAN has the check digits that belong to it (ISO 13616)."""
    code = re.sub(r"\s", "", found)
    turned = "".join(str(int(sign, 36)) for sign in code[4:] + code[:4])
    return int(turned) % 97 == 1


def _finding(text: Text, message: str, hint: str, level: Level = "waarschuwing") -> Finding:
    return Finding(text.entry, text.pointer, message, hint, level)
