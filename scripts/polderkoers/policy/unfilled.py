"""What an editor has still to fill in: the words that a starting file puts where nobody has chosen or written anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from polderkoers.policy.general import general_policy
from polderkoers.policy.index import CATALOGUES, Policy
from polderkoers.policy.model.kinds import entry_kinds, nouns, reference_fields
from polderkoers.policy.model.references import Doelsoort
from polderkoers.policy.placeholders import is_blank
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document
from polderkoers.policy.values import strings, values
from polderkoers.problems import Problem

_RULE = "nog-invullen"

_ID_EXAMPLES = {
    "doelen": "doel-korte-naam",
    "stappen": "stap-korte-naam",
    "rollen": "rol-korte-naam",
    "activiteiten": "activiteit-korte-naam",
}
_MOST = 15
_DAY = "2026-10-14"


def unfilled(document: Document) -> frozenset[str]:
    """Return the JSON Pointers of the values that still have to be filled in."""
    if not any(map(is_blank, strings(document.data))):
        return frozenset()
    found = values(document.data, "")
    return frozenset(pointer for pointer, value in found if isinstance(value, str) and is_blank(value))


def still_to_fill(document: Document, pointers: frozenset[str], schemas: Schemas, policy: Policy) -> Iterator[Problem]:
    """Alles is ingevuld of gekozen.

    Een nieuw bestand begint met plekken die jij invult: teksten met 'Vul dit in.', keuzes met 'vul-dit-in' en ids met
    'verander-dit-id'. Zolang zo'n plek leeg is, komt het bestand niet op de site. De melding zegt wat er hoort. Weet je het
    niet, en mag het veld weg? Haal het dan weg: een lege plek is beter dan een verzonnen tekst.

    Fout:

        doelen:
          - id: verander-dit-id-1
            naam: Vul dit in.

    Goed:

        doelen:
          - id: doel-genoeg-huizen
            naam: Genoeg huizen
    """
    for pointer in pointers:
        place = document.place(pointer)
        said, hint = _words(pointer, _described(schemas, document.data, pointer), policy)
        yield Problem(document.file, place.line, place.column, _RULE, said, hint, pointer)


def _words(pointer: str, described: dict[str, Any], policy: Policy) -> tuple[str, str]:
    field = next((part for part in reversed(pointer.split("/")) if not part.isdigit()), "")
    kind = reference_fields().get(field)
    if field == "id":
        return "Dit id is nog niet ingevuld.", _id_hint(pointer)
    if kind is not None and kind in CATALOGUES:
        return _choice(field, kind, policy, many=pointer.rpartition("/")[2].isdigit())
    if allowed := [str(value) for value in described.get("enum", ()) if value is not None]:
        return f"Bij '{field}' is nog niets gekozen.", f"kies uit: {', '.join(allowed)}."
    return f"Het veld '{field}' is nog niet ingevuld.", _value_hint(described)


def _value_hint(described: dict[str, Any]) -> str:
    """Return what to write in a field, with what the schema says about it."""
    about = str(described.get("description", "")).strip()
    kinds = str(described.get("type"))
    what = "je eigen tekst"
    if re.fullmatch(str(described.get("pattern", "$")), _DAY):
        what = f"een datum, zoals {_DAY}"
    elif "string" not in kinds and ("number" in kinds or "integer" in kinds):
        what = "een getal"
    parts = [f"schrijf hier {what}.", about]
    if "null" in kinds:
        parts.append("Niet bekend? Schrijf null.")
    return " ".join(filter(None, parts))


def _id_hint(pointer: str) -> str:
    """Return how to write an id, with the field of the list that the item stands in as the example of its kind."""
    parts = [part for part in pointer.split("/") if part and not part.isdigit()]
    example = _ID_EXAMPLES.get("".join(parts[-2:-1]), "korte-naam")
    return f"bedenk een korte naam van kleine letters, cijfers en streepjes, bijvoorbeeld: id: {example}"


def _choice(field: str, kind: Doelsoort, policy: Policy, *, many: bool) -> tuple[str, str]:
    names = entry_kinds(kind)
    word = " of ".join(nouns()[name].name for name in names)
    own = [entry.item.id for entry in policy.of_kind(*names) if not entry.is_shipped]
    # What an organisation has itself is what it will nearly always mean.
    known = own or [entry.item.id for entry in general_policy().of_kind(*names)]
    said = f"Er is nog geen {word} gekozen."
    files_ = " of ".join(f"data/{file}.yaml" for file in CATALOGUES[kind])
    if not known:
        return said, f"noem hier het id van een {word} uit {files_}."
    names_ = ", ".join(known[:_MOST])
    if len(known) > _MOST:
        where = files_ if own else "de meegeleverde lijst"
        names_ = f"{names_} en nog {len(known) - _MOST}, in {where}"
    example = f"[{known[0]}]" if many else known[0]
    return said, f"kies een {word}. Zo heten ze: {names_}. Schrijf bijvoorbeeld: {field}: {example}"


def _described(schemas: Schemas, data: Any, pointer: str) -> dict[str, Any]:
    """Return what the schema of a file says of the value at a pointer; empty where it says nothing."""
    kind = data.get("soort") if isinstance(data, dict) else None
    schema: dict[str, Any] = schemas.schema(kind) if kind in schemas.kinds else {}
    for part in pointer.split("/")[1:]:
        if part.isdigit():
            schema = schemas.described(schema.get("items", {}))
        else:
            schema = schemas.described(schema.get("properties", {}).get(part, {}))
    return schema
