"""Says in Dutch what a YAML syntax error means and how to mend it; no English library text comes through."""

from __future__ import annotations

import yaml

# What libyaml and PyYAML say (a part of it), what that means for an editor, and how to mend it. First match wins.
_KNOWN: tuple[tuple[str, str, str], ...] = (
    (
        "mapping keys are not allowed",
        "Een tekst zonder aanhalingstekens kan niet beginnen met een vraagteken en een spatie.",
        'zet aanhalingstekens om de tekst: titel: "? Hoe wonen we".',
    ),
    (
        "Unicode character escape code",
        "Achter een \\ staat een code van een teken dat niet bestaat.",
        "typ het teken zelf.",
    ),
    (
        "directive",
        "Een regel die met % begint, is in YAML een opdracht; die gebruiken we niet.",
        "haal de regel weg, of zet aanhalingstekens om de tekst.",
    ),
    (
        "cannot start any token",
        "Hier staat een tab of een teken waar YAML niet mee kan beginnen.",
        "spring in met spaties (geen tab), en zet tekst met bijzondere tekens tussen aanhalingstekens.",
    ),
    (
        "mapping values are not allowed",
        "Hier staat een dubbele punt die YAML niet verwacht.",
        'zet de tekst tussen aanhalingstekens, of controleer de inspringing: naam: "tekst: met dubbele punt".',
    ),
    (
        "could not find expected ':'",
        "Achter een veldnaam ontbreekt de dubbele punt.",
        "schrijf een dubbele punt en een spatie achter de naam: titel: Fijn wonen.",
    ),
    (
        "unexpected end of stream",
        "Een aanhalingsteken wordt niet gesloten.",
        "zet aan het eind van de tekst hetzelfde aanhalingsteken als aan het begin.",
    ),
    (
        "did not find expected key",
        "De inspringing klopt niet, of op deze of de vorige regel ontbreekt een aanhalingsteken.",
        "laat de velden van één onderdeel onder elkaar beginnen.",
    ),
    (
        "did not find expected '-' indicator",
        "In een lijst staat een regel zonder streepje of met een andere inspringing.",
        "begin elk onderdeel van de lijst met een streepje op dezelfde plek.",
    ),
    (
        "did not find expected ',' or ']'",
        "Een lijst met een vierkant haak [ wordt niet gesloten.",
        "zet een komma tussen de onderdelen en een ] aan het eind.",
    ),
    (
        "did not find expected ',' or '}'",
        "Een groep met een accolade { wordt niet gesloten.",
        "zet een komma tussen de velden en een } aan het eind.",
    ),
    (
        "found undefined tag handle",
        "Een tekst begint met een uitroepteken; dat heeft in YAML een betekenis.",
        "zet de tekst tussen aanhalingstekens.",
    ),
    (
        "found unknown escape character",
        "Achter een \\ staat een teken dat YAML niet kent.",
        "gebruik enkele aanhalingstekens om de tekst, of schrijf \\\\.",
    ),
    (
        "did not find expected alphabetic",
        "Een tekst begint met & of *; dat heeft in YAML een betekenis.",
        "zet de tekst tussen aanhalingstekens.",
    ),
    (
        "block sequence entries are not allowed",
        "Hier staat een streepje op een plek waar geen lijst kan beginnen.",
        "zet het streepje op een nieuwe regel, ingesprongen onder de naam van het veld.",
    ),
    (
        "did not find expected node content",
        "Een lijst of groep met haakjes wordt niet gesloten, of er ontbreekt een waarde.",
        "zet het haakje ] of } aan het eind, of vul de waarde in.",
    ),
    ("expected the node content", "Hier ontbreekt een waarde.", "vul de waarde in, of haal het veld weg."),
    (
        "expected <document start>",
        "Achter het einde van de gegevens staat nog tekst, of de inspringing klopt niet.",
        "laat alle velden op het eerste niveau links beginnen.",
    ),
    (
        "not allowed",
        "Er staat een onzichtbaar teken in dat YAML niet toelaat.",
        "haal het teken weg en typ de regel opnieuw.",
    ),
    (
        "control characters",
        "Er staat een onzichtbaar teken in dat YAML niet toelaat.",
        "haal het teken weg en typ de regel opnieuw.",
    ),
    (
        "found character",
        "Hier staat een teken waar YAML niet mee kan beginnen.",
        "zet de tekst tussen aanhalingstekens.",
    ),
)
_OTHER = (
    "De vorm van dit bestand klopt hier niet.",
    "controleer de inspringing, de dubbele punten en de aanhalingstekens op deze en de vorige regel.",
)


def explain_syntax(error: Exception) -> tuple[str, str]:
    """Return message and hint in Dutch for a parser's error."""
    text = str(error)
    if isinstance(error, yaml.MarkedYAMLError):
        text = " ".join(filter(None, (error.context, error.problem)))
    for known, message, hint in _KNOWN:
        if known in text:
            return message, hint
    return _OTHER
