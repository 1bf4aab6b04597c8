"""The closed list of words that turn a sentence: denial, obligation, quantity, condition, chance. They are named as what they are."""

from __future__ import annotations

import re

from polderkoers.changes.tokens import word_set

_PHRASES = (
    "geen enkele", "geen enkel", "de meeste", "een deel van", "het grootste deel", "ten minste", "ten hoogste", "op zijn minst",
    "in principe", "in beginsel", "zoveel mogelijk", "zo veel mogelijk", "waar mogelijk", "indien mogelijk", "zo mogelijk", "voor zover mogelijk",
    "als het kan", "als dat kan", "waar dat kan", "bij voorkeur", "naar verwachting", "naar vermogen", "op voorwaarde dat",
    "hoeft niet", "hoeven niet", "mag niet", "mogen niet", "moet niet", "moeten niet", "kan niet", "kunnen niet", "streeft naar",
    "streven naar", "zolang er geld is", "op termijn", "per jaar", "per maand", "per week", "per keer", "in totaal", "van plan",
)  # fmt: skip
CHANCE = word_set(
    "misschien wellicht mogelijk eventueel waarschijnlijk altijd soms vaak alleen uitsluitend vooral ongeveer circa bijna ruim"
)
"""The words of the list that say how often, how likely or how nearly something is so."""
EXAMPLES = (
    "zoals",
    "onder meer",
    "onder andere",
    "o.a.",
    "bijvoorbeeld",
    "bijv.",
    "bv.",
    "met name",
    "in ieder geval",
    "meestal",
    "lang niet altijd",
)
"""What says that a row is not all there is, or a rule not without exception."""
_WORDS = CHANCE | word_set("""niet geen nooit niemand niets nergens zonder alle allen iedereen elke elk ieder iedere sommige enkele veel weinig
    meer minder meeste minste minstens tenminste hoogstens minimaal maximaal hooguit zolang mits tenzij
    indien als behalve uitgezonderd kan kunnen mag mogen moet moeten zal zullen
    wil willen zou zouden hoeft hoeven onderzoekt onderzoeken verkent verkennen overweegt overwegen bekijkt bekijken streeft streven
    probeert proberen beoogt verplicht verplichte vrijwillig vrijwillige garandeert garanderen uiterlijk binnen vanaf tot
    gratis tijdelijk structureel eenmalig jaarlijks halveert halveren verdubbelt verdubbelen
    en of noch hij zij wie die dat""")
BINDS_NOBODY = word_set("en of noch hij zij wie die dat tot vanaf jaarlijks") | {
    "per jaar",
    "per maand",
    "per week",
    "per keer",
    "in totaal",
}
"""Those of the list that join words, point at somebody, or say when or how often."""
CONDITIONS = re.compile(r"^(?:,\s?)?(?:zolang|mits|tenzij|indien|als|op voorwaarde dat|behalve)\b", re.IGNORECASE)
LOOSENING = re.compile(
    r"(?:in principe|in beginsel|zo ?veel mogelijk|waar mogelijk|indien mogelijk|zo mogelijk|voor zover mogelijk|als het kan|als dat kan|waar dat kan|"
    r"bij voorkeur)",
    re.IGNORECASE,
)
_TURNING = re.compile(
    rf"(?<![\w-])(?:{'|'.join(re.escape(each) for each in (*_PHRASES, *sorted(_WORDS, key=len, reverse=True)))})(?![\w-])",
    re.IGNORECASE,
)


def turning(text: str) -> list[str]:
    """Return the words and phrases in a text that turn a sentence, as they stand there."""
    return [match.group() for match in _TURNING.finditer(text)]
