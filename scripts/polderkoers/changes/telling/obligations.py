"""Whether a sentence binds more or less firmly than before: a closed list of pairs, and only when all else is equal."""

from __future__ import annotations

import re
from typing import NamedTuple

from polderkoers.changes.telling.roles import is_negated
from polderkoers.changes.telling.statement import FIRMER, LOOSER
from polderkoers.changes.telling.stems import are_alike
from polderkoers.changes.telling.turning import LOOSENING
from polderkoers.changes.tokens import word_set

# By what it says of who must: the words for it. `hoeft niet` and `mag niet` are one expression, whatever stands between.
_MUST = word_set("moet moeten dient dienen")
_MAY = word_set("mag mogen")
_CAN = word_set("kan kunnen")
_WILL = word_set("zal zullen")
_WANTS = word_set("wil willen beoogt beogen probeert proberen")
_STUDIES = word_set("onderzoekt onderzoeken verkent verkennen overweegt overwegen bekijkt bekijken")
_DOES = word_set("""gaat gaan zorgt zorgen regelt regelen organiseert organiseren bouwt bouwen start starten opent openen maakt maken plaatst
    plaatsen doet doen garandeert garanderen realiseert realiseren verzorgt verzorgen biedt bieden""")
_NEED = word_set("hoeft hoeven")
_STRIVES = word_set("streeft streven")
_FORCED = word_set("verplicht verplichte")
_FREE = word_set("vrijwillig vrijwillige")
BINDING = {
    "must": _MUST, "may": _MAY, "can": _CAN, "will": _WILL, "wants": _WANTS, "studies": _STUDIES, "does": _DOES, "need": _NEED,
    "strives": _STRIVES, "forced": _FORCED, "free": _FREE,
}  # fmt: skip
"""The words that say how firmly a sentence binds, by what they say of who must."""
_KIND: dict[str, str] = {}
for _name, _each in BINDING.items():
    _KIND |= dict.fromkeys(_each, _name)
# The looser one first. Those of the second list hold only when it is the government itself that promises.
_LOOSER_THAN = {
    ("may", "must"), ("need-not", "must"), ("free", "forced"), ("forced-not", "forced"), ("need-not", "forced"),
}  # fmt: skip
# "Kan" may say what might happen; of somebody who acts, or of what is done, it says what is allowed or possible.
_LOOSER_ACT = {("can", "must")}
_LOOSER_PROMISE = {
    ("can", "will"), ("can", "does"), ("wants", "will"), ("wants", "must"), ("wants", "does"), ("studies", "does"), ("studies", "will"),
    ("studies", "wants"), ("strives", "does"), ("strives", "will"), ("studies", "strives"), ("strives", "must"), ("studies", "must"),
}  # fmt: skip
_TURNED = {
    frozenset({"must", "may-not"}): ("een verplichting wordt een verbod", "een verbod wordt een verplichting"),
    frozenset({"may", "may-not"}): ("wat mag, wordt verboden", "wat verboden is, mag"),
}
_WHO = (
    r"(?:de gemeente|we|wij|het college|de gemeenteraad|de raad|de provincie|het waterschap|burgemeester en wethouders)"
)
_PROMISING = re.compile(rf"^(?:(?:in|vanaf|uiterlijk in) \d{{4}} )?(?:\w+ )?{_WHO}\b", re.IGNORECASE)
_ACTING = re.compile(
    rf"{_WHO}|\b(?:gemeente|college|raad|je|u|iedereen|\w*(?:inwoners|bewoners|ondernemers|organisaties|partners|scholen|verenigingen|huurders|"
    r"corporaties|aanbieders|ouders|jongeren|aanvragers|bedrijven|instellingen|eigenaren|nemers|medewerkers|ambtenaren|raadsleden|bezoekers|"
    r"vrijwilligers|boeren|kinderen|leerlingen|mensen|clubs))\b",
    re.IGNORECASE,
)
# What people do because they want or must; much else only befalls them (fouten maken, verdrinken). Behind a preposition such a word names something (`hulp bij leren`).
_NO_NOUN = "".join(rf"(?<!\b{word} )" for word in ("bij", "te", "van", "met", "voor", "in", "op", "door", "tijdens"))
_WILLED = re.compile(
    rf"{_NO_NOUN}\b\w*(?:melden|doen|praten|denken|overleggen|vragen|betalen|reageren|werken|kiezen|leren|sporten|zwemmen|helpen|schrijven|leveren|"
    r"registreren|voldoen|gebruiken|verduurzamen|isoleren|bouwen|betrekken|beslissen|zorgen)\b",
    re.IGNORECASE,
)
# What one counts on, has or undergoes: with "kan" and "mag" it is no permission, and with "moet" no obligation.
_UNDERGONE = re.compile(
    r"\b(?:rekenen|rekent|vertrouwen|vertrouwt|verwacht\w*|terugvallen|valt|vallen|uitgaan|beschikken|beschikt|profiteren|profiteert|"
    r"genieten|geniet|bogen|putten|meeliften|groeien|groeit|slagen|slaagt|lukken|lukt|winnen|wint|volstaan|volstaat|rondkomen|terecht|"
    r"aanspraak|verdienen|verdient|lijden|lijdt|ervaren|ervaart|ondervinden|ondervindt|voelen|voelt|overleven|overleeft|"
    r"kosten|kost|verschillen|verschilt|variëren|varieert|mislukken|mislukt|falen|faalt|tekortschieten|achterblijven|kwijtraken|"
    r"twijfelen|twijfelt|schrikken|schrikt|uitlopen|tegenkomen|afhangen|veroorloven|vinden in)\b|"
    r"\b(?:steun|leun|bouw|tel)(?:t|en) op\b|\bop (?:[\w-]+ ){1,3}(?:steunen|leunen|tellen)\b",
    re.IGNORECASE,
)
_POSSIBLE = frozenset({"can", "may", "may-not", "can-not"})
_DONE_TO = r"(?:ge|be|ver|ont|her|uit|af|aan|op|in|toe)\w+(?:d|t|en)"
_PASSIVE = re.compile(rf"\b(?:{_DONE_TO} worden|worden {_DONE_TO})$", re.IGNORECASE)
_BECOMES = re.compile(rf"(?<!\w)(?!{_DONE_TO} worden$)[\w-]+ (?:zijn|worden|blijven|raken)$", re.IGNORECASE)
# What happens to people or things is no obligation, and what stands in a clause of its own says something of that clause.
_UNSURE = re.compile(
    r"\?|^(?:dat|dit|het(?! college| waterschap)|er(?!.*\b(?:worden|wordt)\b)|daardoor|hierdoor|door|vanwege|wegens|mogelijk)\b|\b(?:leiden|oplopen|toenemen|afnemen|gebeuren|ontstaan|"
    r"voorkomen|sluiten|verdwijnen|vervallen|blijken|stijgen|dalen|duren|verliezen|stoppen|stopt|dicht|schade|risico\w*|tekort\w*|vereenzam\w*|mist|missen|ziek|schuld\w*|overlast|te laat|krijgen|hebben|moeilijk|lastig|nauwelijks|"
    r"hopelijk|misschien|wellicht|waarschijnlijk|problemen|gevaar|onder druk|failliet|misgaan|tekortkomen|achterlopen|vastlopen|amper|concluderen|constateren|weten|erkennen|begrijpen|zien|merken|hopen|vrezen|helaas|alleen|pas|eerst|soms|wel of)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:als|indien|wanneer|zolang|die|dat|wie|wat|waar|of|hoe|waarom|welke|omdat|zodat|doordat|tenzij|mits)\b",
    re.IGNORECASE,
)
# The small word that one verb wants and another does not.
_GOES_WITH = {"strives": word_set("naar"), "does": word_set("voor"), "need": word_set("te"), "need-not": word_set("te")}
_WITH_TE = word_set("dient dienen")
_DENIED = frozenset({"must", "may", "need", "can"})
_FRONT = 3


class Binding(NamedTuple):
    """The expression in a sentence that says how firmly it binds, with what stands before it, what is near it, and the sentence without it."""

    kind: str
    before: str
    front: str
    rest: str
    words: str
    is_plain: bool = False


class Turned(NamedTuple):
    """What became of an obligation: the words for it when it became its opposite, and what it means when that is certain.

    `instead` are the words for all that is different, where piece by piece it would be read as several things.
    """

    told: str
    meaning: str
    instead: str = ""


def judge(old: str, new: str) -> Turned | None:
    """Return whether one wording of a sentence binds more firmly than the other; None when that is not certain."""
    if _UNSURE.search(old) or _UNSURE.search(new):
        return None
    if softened := _softened(old, new):
        return softened
    return (
        _judged(_binding(old), _binding(new))
        or _judged(_indicative(old, new), _binding(new))
        or _judged(_binding(old), _indicative(new, old))
    )


def _judged(was: Binding | None, now: Binding | None) -> Turned | None:
    return _between(was, now) if was and now and was.rest == now.rest else None


def _between(was: Binding, now: Binding) -> Turned | None:
    turned = _compared(was, now)
    if turned is None or not (was.is_plain or now.is_plain):
        return turned
    return turned._replace(instead=f"er staat nu '{now.words}' in plaats van '{was.words}'")


def _compared(was: Binding, now: Binding) -> Turned | None:
    if _SUBORDINATE.search(was.before) or is_negated(was.rest):
        return None
    if _POSSIBLE & {was.kind, now.kind} and _UNDERGONE.search(was.rest):
        return None
    if told := _TURNED.get(frozenset({was.kind, now.kind})):
        return Turned(told[was.kind == "may-not"], "")
    promising = _PROMISING.match(was.front) is not None and _PROMISING.match(now.front) is not None
    looser = set(_LOOSER_THAN)
    if promising:
        looser |= _LOOSER_PROMISE
    if _acts(was) and _acts(now):
        looser |= _LOOSER_ACT
    if (was.kind, now.kind) in looser:
        return Turned("", FIRMER)
    return Turned("", LOOSER) if (now.kind, was.kind) in looser else None


def _acts(binding: Binding) -> bool:
    """Return whether a sentence says what somebody does, or what is done, and not how something is or becomes."""
    if _BECOMES.search(binding.rest):
        return False
    if _PROMISING.match(binding.front) or _PASSIVE.search(binding.rest):
        return True
    return _ACTING.search(binding.front) is not None and _WILLED.search(binding.rest) is not None


def _binding(sentence: str) -> Binding | None:
    """Return the one expression of obligation in a sentence; None when it has none or more."""
    words = _words(sentence)
    places = [place for place, word in enumerate(words) if _KIND.get(word, "does") != "does"]
    if not places:
        places = [place for place, word in enumerate(words) if word in _DOES][:1]
    if len(places) != 1:
        return None
    place = places[0]
    before, after = words[:place], words[place + 1 :]
    kind, before, after = _with_denial(_KIND[words[place]], before, after)
    if after and after[0] in _GOES_WITH.get(kind, ()):
        after = after[1:]
    elif kind in ("need", "need-not") or words[place] in _WITH_TE:
        after = [word for word in after if word != "te"]
    # Who does it stands before the verb, or right behind it when something else comes first.
    front = [*before, *after[:_FRONT]] if len(before) <= _FRONT else before
    verb = f"{words[place]} {words[-1]}"
    return Binding(kind, " ".join(before), " ".join(front), " ".join([*before, *after]), verb)


def _indicative(sentence: str, other: str) -> Binding | None:
    """Return the expression of a sentence that says of a verb plainly what the other says with a verb before it: bouwt, wil bouwen."""
    words, others = _words(sentence), _words(other)
    for place, word in enumerate(others[:-1]):
        if word in _KIND and place < len(words) and are_alike(words[place], others[-1]):
            rest = [*words[:place], *words[place + 1 :], others[-1]]
            front = [*words[:place], *words[place + 1 : place + 1 + _FRONT]]
            return Binding(
                "does", " ".join(words[:place]), " ".join(front), " ".join(rest), words[place], is_plain=True
            )
    return None


def _words(sentence: str) -> list[str]:
    return [word.strip(",;:") for word in sentence.casefold().rstrip(". ").split()]


def _with_denial(kind: str, before: list[str], after: list[str]) -> tuple[str, list[str], list[str]]:
    """Return an expression with its `niet`, and what stands before and after it without."""
    if kind in _DENIED and "niet" in after:
        place = after.index("niet")
        return f"{kind}-not", before, [*after[:place], *after[place + 1 :]]
    if kind == "forced" and before and before[-1] == "niet":
        return "forced-not", before[:-1], after
    return kind, before, after


def _softened(old: str, new: str) -> Turned | None:
    """Return whether a phrase that leaves room came into a sentence, or went out of it, and nothing else."""
    before, after = LOOSENING.findall(old), LOOSENING.findall(new)
    if len(before) + len(after) != 1 or _without_room(old) != _without_room(new):
        return None
    if after:
        return Turned("", LOOSER, f"'{after[0]}' komt erbij")
    return Turned("", FIRMER, f"'{before[0]}' vervalt")


def _without_room(sentence: str) -> str:
    return " ".join(LOOSENING.sub(" ", sentence).casefold().replace(",", " ").rstrip(". ").split())
