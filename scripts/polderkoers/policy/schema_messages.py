"""Words for what a schema refuses: Dutch, for an editor who has never heard of JSON Schema."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from jsonschema.exceptions import ValidationError

_TYPES = {
    "string": "tekst",
    "integer": "een heel getal",
    "number": "een getal",
    "boolean": "true of false",
    "array": "een lijst (regels met een streepje)",
    "object": "een groep velden",
    "null": "leeg",
}
# A part of a pattern of the schema, and how to write what it asks for. The first match wins.
_EXAMPLES = (
    ("[0-9]{4}", "2012, 2012-09, 2012-Q3 of 2012-09-30."),
    ("(/[a-z0-9]", "mensen-doen-mee, of mensen-doen-mee/doel-uitsluiting-voorkomen."),
    ("[a-z0-9]", "mensen-doen-mee. Alleen kleine letters, cijfers en streepjes."),
    ("[0-9]+\\.[0-9]+", '"1.0", met aanhalingstekens.'),
    ("[A-Z]", "A. Eén hoofdletter."),
)


@dataclass(frozen=True)
class Finding:
    """A schema error in words; `key` is set when it concerns a key below the place of the error."""

    rule: str
    message: str
    hint: str
    key: str | None = None


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ' Bedoelde je …?' when something known resembles the word, and nothing otherwise."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Bedoelde je '{found[0]}'?" if found else ""


def explain(error: ValidationError) -> Iterator[Finding]:
    """Yield one or more findings in Dutch for one validation error."""
    writer = _WRITERS.get(str(error.validator), _other)
    yield from writer(error)


def _wanted(error: ValidationError) -> Any:
    return error.validator_value


def _found(error: ValidationError) -> Any:
    return error.instance


def _field(error: ValidationError) -> str:
    names = [str(part) for part in error.absolute_path if isinstance(part, str)]
    return names[-1] if names else "dit bestand"


def _shown(value: Any) -> str:
    if value is None:
        return "leeg"
    if isinstance(value, bool):
        return str(value).lower()
    text = "een groep velden" if isinstance(value, dict) else "een lijst" if isinstance(value, list) else str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _schema(error: ValidationError) -> dict[str, Any]:
    return error.schema if isinstance(error.schema, dict) else {}


def _description(error: ValidationError) -> str:
    return str(_schema(error).get("description", "")).strip()


def _required(error: ValidationError) -> Iterator[Finding]:
    instance, known = _found(error), _schema(error).get("properties", {})
    unknown = [name for name in instance if name not in known]
    for name in _wanted(error):
        # One error per missing field comes in; its text is the only thing that tells which one. A field that is there
        # under a wrong name is reported as that.
        if (
            name not in instance
            and error.message.startswith(repr(name))
            and not difflib.get_close_matches(name, unknown)
        ):
            about = known.get(name, {}).get("description", "")
            hint = f"voeg de regel '{name}: …' toe. {about}".strip()
            yield Finding("veld-ontbreekt", f"Het veld '{name}' ontbreekt{_who(instance)}.", hint)


def _who(instance: Any) -> str:
    if not isinstance(instance, dict):
        return ""
    name = instance.get("id") or instance.get("naam") or instance.get("titel")
    return f" bij '{_shown(name)}'" if isinstance(name, str) else ""


def _additional(error: ValidationError) -> Iterator[Finding]:
    known = _schema(error).get("properties", {})
    for name in _found(error):
        if name not in known:
            yield Finding(
                "onbekend-veld",
                f"Het veld '{name}' hoort hier niet.{nearest(name, known)}",
                f"gebruik een van deze velden: {', '.join(known)}.",
                key=name,
            )


def _type(error: ValidationError) -> Iterator[Finding]:
    wanted = _wanted(error) if isinstance(_wanted(error), list) else [_wanted(error)]
    words = " of ".join(_TYPES[str(name)] for name in wanted)
    hint = f"schrijf {words}."
    if "string" in wanted and isinstance(_found(error), int | float | bool):
        hint = f'zet aanhalingstekens om de waarde: "{_shown(_found(error))}".'
    elif "array" in wanted and isinstance(_found(error), str):
        hint = f"zet vierkante haken om de waarde: [{_shown(_found(error))}]."
    yield Finding(
        "verkeerd-type", f"Bij '{_field(error)}' staat {_quoted(_found(error))}, maar hier hoort {words}.", hint
    )


def _quoted(value: Any) -> str:
    return "niets" if value is None else f"'{_shown(value)}'"


def _enum(error: ValidationError) -> Iterator[Finding]:
    allowed = ["null" if value is None else _shown(value) for value in _wanted(error)]
    guess = nearest(_shown(_found(error)), allowed)
    yield Finding(
        "waarde-uit-lijst",
        f"{_quoted(_found(error))} kan niet bij '{_field(error)}'.{guess}",
        f"kies uit: {', '.join(allowed)}.",
    )


def _const(error: ValidationError) -> Iterator[Finding]:
    yield Finding(
        "waarde-uit-lijst",
        f"Bij '{_field(error)}' hoort altijd '{_wanted(error)}'.",
        f"schrijf: {_field(error)}: {_wanted(error)}",
    )


def _pattern(error: ValidationError) -> Iterator[Finding]:
    pattern = str(_wanted(error))
    if pattern == "\\S":
        yield from _too_short(error)
        return
    example = next((words for part, words in _EXAMPLES if part in pattern), "")
    yield Finding(
        "vorm",
        f"'{_shown(_found(error))}' heeft niet de vorm die bij '{_field(error)}' hoort.",
        f"schrijf het zo: {example}" if example else _description(error),
    )


def _too_short(error: ValidationError) -> Iterator[Finding]:
    yield Finding("lege-tekst", f"Bij '{_field(error)}' staat geen tekst.", "vul de tekst in, of haal het veld weg.")


def _too_long(error: ValidationError) -> Iterator[Finding]:
    yield Finding(
        "tekst-te-lang",
        f"De tekst bij '{_field(error)}' heeft {len(_found(error))} tekens; het maximum is {_wanted(error)}.",
        "maak de tekst korter.",
    )


def _too_few(error: ValidationError) -> Iterator[Finding]:
    yield Finding(
        "lege-lijst", f"De lijst '{_field(error)}' is leeg.", "zet er minstens één onderdeel in, of haal het veld weg."
    )


def _unique(error: ValidationError) -> Iterator[Finding]:
    seen: list[Any] = []
    double = next((item for item in _found(error) if item in seen or seen.append(item)), None)  # type: ignore[func-returns-value]
    yield Finding("dubbel-in-lijst", f"'{_shown(double)}' staat twee keer in '{_field(error)}'.", "haal er één weg.")


def _range(error: ValidationError) -> Iterator[Finding]:
    word = "minstens" if error.validator == "minimum" else "hoogstens"
    yield Finding(
        "getal-buiten-grens",
        f"Bij '{_field(error)}' staat {_shown(_found(error))}; dat moet {word} {_wanted(error)} zijn.",
        "controleer het getal.",
    )


def _other(error: ValidationError) -> Iterator[Finding]:
    yield Finding(
        "schema",
        f"'{_field(error)}' klopt niet met de afspraken voor dit veld.",
        _description(error) or "kijk naar een ander bestand voor een voorbeeld.",
    )


_WRITERS: dict[str, Callable[[ValidationError], Iterator[Finding]]] = {
    "required": _required,
    "additionalProperties": _additional,
    "type": _type,
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "minLength": _too_short,
    "maxLength": _too_long,
    "minItems": _too_few,
    "uniqueItems": _unique,
    "minimum": _range,
    "maximum": _range,
}
