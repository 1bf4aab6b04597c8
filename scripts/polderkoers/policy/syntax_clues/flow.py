"""Lists and groups on one line, between [ ] or { }, that do not close, close twice, or lack a comma or quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from polderkoers.policy.syntax_clues.clue import quoted, reads

# Fields whose value is a group of fields, and the fields in it: they are written on one line.
_IDS = re.compile(r"\[[a-z0-9-]+(?:, *[a-z0-9-]+)*\]")
GROUPS = frozenset({"bron", "wanneer", "herkomst", "looptijd"})
_FIELDS = "document|plek|link|tekst|van|tot|naam|auteur|datum|noot|waarde|weergave|jaar|groep"
_PAIR = re.compile(r"(?P<name>[\w'-]+)\s*(?P<sign>[:=])\s*(?P<value>.*)", re.DOTALL)
_NEXT_FIELD = re.compile(rf"\s+(?=(?:{_FIELDS}):\s)")
_CLOSES = {"[": "]", "{": "}"}
_WHAT = {"[": "lijst", "{": "groep"}
_OPENED = {"[": "lijst met een vierkant haak [", "{": "groep met een accolade {"}


@dataclass(frozen=True)
class MendedFlow:
    """What is wrong with a list or group, where, and how it is written.

    `text` says that it may have been meant as a text, and `unclosed` that its end may stand on a line below.
    """

    offset: int
    message: str
    new: str
    text: bool = False
    unclosed: bool = False


def mend(value: str, *, whole: bool = False) -> MendedFlow | None:
    """Return how a list or group on one line is written, or None when that is not sure; `whole` ones can be read as they are."""
    found = _entries(value) if whole else _mend(value)
    if found is None or not reads(found.new):
        return None
    return found


def _mend(value: str) -> MendedFlow | None:
    closing = _CLOSES[value[0]]
    end = _end(value)
    if end is None:
        return _unclosed(value, closing, _OPENED[value[0]])
    rest = value[end + 1 :].strip()
    if not rest:
        return _entries(value)
    if not rest.strip("]}"):
        return MendedFlow(end + 1, f"Hier staat een haakje {rest[0]} te veel.", value[: end + 1])
    if rest.startswith(",") and rest[1:].strip().startswith("["):
        new = f"[{value[1:end]}, {rest[1:].strip().strip('[]')}]"
        return MendedFlow(end, "Hier staan twee lijsten achter elkaar: het haakje ] staat te vroeg.", new)
    if value[0] == "[" and _IDS.fullmatch(rest):
        new = f"{value[:end]}, {rest[1:]}"
        return MendedFlow(
            value.index(rest, end + 1), "Hier staan twee lijsten achter elkaar; één lijst heeft één paar haakjes.", new
        )
    what = _WHAT[value[0]]
    message = f"Achter de {what} staat nog tekst. Een waarde die met {value[0]} begint, leest YAML als {what}."
    return MendedFlow(value.index(rest, end + 1), message, value[: end + 1], text=True)


def _unclosed(value: str, closing: str, what: str) -> MendedFlow | None:
    if quote := next((sign for sign in "'\"" if value.count(sign) % 2), ""):
        return MendedFlow(value.index(quote), "Een aanhalingsteken wordt niet gesloten.", value.replace(quote, ""))
    message = f"Een {what} wordt niet gesloten."
    if value[-1] in "]})":
        wrong = f"Een {what} wordt gesloten met {value[-1]} in plaats van {closing}."
        return MendedFlow(len(value) - 1, wrong, value[:-1] + closing)
    return MendedFlow(0, message, value + closing, unclosed=True)


def _end(value: str) -> int | None:
    """Return where the first bracket of a text is closed."""
    open_: list[str] = []
    for place, sign in _outside_quotes(value):
        if sign in "[{":
            open_.append(_CLOSES[sign])
        elif sign in "]}":
            if not open_ or open_.pop() != sign:
                return None
            if not open_:
                return place
    return None


def _outside_quotes(value: str) -> Iterator[tuple[int, str]]:
    quote = ""
    for place, sign in enumerate(value):
        begins = sign in "'\"" and value[:place].rstrip()[-1:] in tuple("[{,:")
        if quote and sign == quote:
            quote = ""
        elif not quote and begins:
            quote = sign
        elif not quote:
            yield place, sign


def _split(inner: str) -> list[str]:
    """Return the parts between the commas of a list or group, without those inside brackets or quotation marks."""
    cuts, depth = [-1], 0
    for place, sign in _outside_quotes(f"[{inner}"):
        depth += (sign in "[{") - (sign in "]}")
        if sign == "," and depth == 1:
            cuts.append(place - 1)
    return [inner[start + 1 : end].strip() for start, end in zip(cuts, [*cuts[1:], len(inner)], strict=True)]


def _entries(value: str) -> MendedFlow | None:
    if value[0] == "[":
        return None
    return _group(value)


def _group(value: str) -> MendedFlow | None:
    """Return a group with its parts written so that each is one field with a value."""
    fields: list[tuple[str, str]] = []
    reason = ""
    for part in _split(value[1:-1]):
        for piece in _NEXT_FIELD.split(part):
            pair = _PAIR.fullmatch(piece)
            if pair is None:
                if not fields:
                    return None
                reason = (
                    reason or "Een komma in een tekst heeft tussen accolades een betekenis: hij begint een nieuw veld."
                )
                fields[-1] = (fields[-1][0], f"{fields[-1][1]}, {piece}")
                continue
            reason = reason or _why(part, piece, pair)
            fields.append((pair["name"], pair["value"].strip()))
    new = f"{{{', '.join(f'{name}: {_value(text)}' for name, text in fields)}}}"
    if not reason or new == value:
        return None
    return MendedFlow(0, reason, new)


def _why(part: str, piece: str, pair: re.Match[str]) -> str:
    if piece is not part and piece != part:
        return "Tussen twee velden ontbreekt een komma."
    if pair["sign"] == "=":
        return f"Achter '{pair['name']}' staat = in plaats van een dubbele punt."
    if piece[pair.end("sign") : pair.end("sign") + 1] != " ":
        return f"Achter '{pair['name']}:' ontbreekt een spatie."
    if not reads(_inside(pair["value"])):
        return "In een tekst tussen accolades staat een dubbele punt, en die heeft in YAML een betekenis."
    return ""


def _inside(text: str) -> str:
    return f"{{veld: {text}}}"


def _value(text: str) -> str:
    plain = text.strip("“”„‘’")
    sure = plain == text and "," not in text and reads(_inside(text))
    already = text[:1] in ('"', "'", "[", "{") and reads(_inside(text))
    return text if sure or already else quoted(plain)
