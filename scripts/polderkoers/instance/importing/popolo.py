"""Reads what a council decided from JSON of the Popolo project, the open format that Open Raadsinformatie says its data conform to.

A motion there has `identifier`, `title` or `name`, `classification`, `date`, `creator`, `result`, `sources` and `vote_events`, and a vote event `counts` (`option`,
`value`, `group`) and `votes` (`voter`, `group`, `option`, `weight`): https://www.popoloproject.com/specs/motion.html and /vote-event.html. Motions stand in a list,
under `motions`, or are the hits of a search (`hits.hits[]._source`). Terms of their ontologies (`opengov:ResultPassed`, an address that ends so) mean the same as the short words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from polderkoers.errors import ImportRefused
from polderkoers.instance.importing.other import what_else
from polderkoers.policy.model.besluiten import (
    ABSENT,
    ABSTAINED,
    ADJOURNED,
    ADOPTED,
    AGAINST,
    AMENDMENT,
    DECISION,
    IN_FAVOUR,
    LAPSED,
    MOTION,
    PROMISE,
    PROPOSAL,
    QUESTION,
    REJECTED,
    TAKEN_OVER,
    WITHDRAWN,
)

_BLANK = re.compile(r"\s*")
_TERM = re.compile(r".*[#/:]")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_KINDS = {
    "motion": MOTION,
    "motie": MOTION,
    "amendment": AMENDMENT,
    "amendement": AMENDMENT,
    "toezegging": PROMISE,
    "raadsvraag": QUESTION,
    "schriftelijke vraag": QUESTION,
    "schriftelijke vragen": QUESTION,
    "raadsvoorstel": PROPOSAL,
    "voorstel": PROPOSAL,
    "besluit": DECISION,
    "raadsbesluit": DECISION,
}
_OUTCOMES = {
    "pass": ADOPTED,
    "passed": ADOPTED,
    "resultpassed": ADOPTED,
    "aangenomen": ADOPTED,
    "fail": REJECTED,
    "failed": REJECTED,
    "resultfailed": REJECTED,
    "verworpen": REJECTED,
    "withdrawn": WITHDRAWN,
    "resultwithdrawn": WITHDRAWN,
    "ingetrokken": WITHDRAWN,
    "postponed": ADJOURNED,
    "resultpostponed": ADJOURNED,
    "aangehouden": ADJOURNED,
    "expired": LAPSED,
    "resultexpired": LAPSED,
    "vervallen": LAPSED,
    "overgenomen": TAKEN_OVER,
}
_OPTIONS = {
    "yes": IN_FAVOUR,
    "voteoptionyes": IN_FAVOUR,
    "yescount": IN_FAVOUR,
    "voor": IN_FAVOUR,
    "no": AGAINST,
    "voteoptionno": AGAINST,
    "nocount": AGAINST,
    "tegen": AGAINST,
    "abstain": ABSTAINED,
    "voteoptionabstain": ABSTAINED,
    "abstaincount": ABSTAINED,
    "absent": ABSENT,
    "voteoptionabsent": ABSENT,
    "absentcount": ABSENT,
}
_CURE = "bewaar de gegevens als JSON: een lijst van moties, of een object met 'motions'"


@dataclass(frozen=True)
class ToldVote:
    """How many voted in one way: the name of their group, empty where the file names none, and None for a number that it does not say."""

    group: str
    stem: str
    aantal: int | None


@dataclass(frozen=True)
class ToldDecision:
    """A motion as a file has it, in our words. What it does not say is empty; what it says otherwise than the format is told in `doubts`.

    `kind` is what it says to be, and `soort` what that is with us, empty when it is nothing that we know.
    """

    line: int
    kind: str
    soort: str
    number: str
    name: str
    datum: str
    creator: str
    is_person: bool
    uitkomst: str
    votes: tuple[ToldVote, ...]
    link: str
    doubts: tuple[str, ...] = ()


def read_decisions(name: str, content: bytes) -> tuple[ToldDecision, ...]:
    """Return the motions of a file in its order. Raises `ImportRefused` with the line when it is no JSON, or has none of the known forms."""
    if (other := what_else(content)) is not None:
        raise ImportRefused(name, 1, *other)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ImportRefused(name, line, "dit is geen tekst in UTF-8", _CURE) from error
    try:
        found = tuple(_motions(text))
    except json.JSONDecodeError as error:
        raise ImportRefused(
            name, error.lineno, f"hier is de tekst geen JSON meer (teken {error.colno})", _CURE
        ) from error
    except RecursionError as error:
        raise ImportRefused(name, 1, "de gegevens zitten te diep in elkaar", _CURE) from error
    if not found:
        raise ImportRefused(name, 1, "er staan geen moties in", _CURE)
    return tuple(_decision(name, line, motion) for line, motion in found)


def _motions(text: str) -> Iterator[tuple[int, Any]]:
    """Yield every motion with its line."""
    json.loads(text)
    for path in (("motions",), ("hits", "hits"), ()):
        for start, value in _items(text, path):
            line = text.count("\n", 0, start) + 1
            yield line, value.get("_source", value) if isinstance(value, Mapping) else value


def _items(text: str, path: tuple[str, ...]) -> Iterator[tuple[int, Any]]:
    """Yield the values of the list at a path in a text that is JSON, each with where it begins; none when no list is there."""
    decoder, place = json.JSONDecoder(), _past_blanks(text, 0)
    for name in path:
        place = _value_of(decoder, text, place, name)
    if text[place : place + 1] != "[":
        return
    place = _past_blanks(text, place + 1)
    while text[place] != "]":
        value, end = decoder.raw_decode(text, place)
        yield place, value
        place = _past_comma(text, end)


def _value_of(decoder: json.JSONDecoder, text: str, place: int, name: str) -> int:
    """Return where the value of a field of an object begins, the end of the text when there is no such field."""
    if text[place : place + 1] != "{":
        return len(text)
    place = _past_blanks(text, place + 1)
    while text[place] != "}":
        key, end = decoder.raw_decode(text, place)
        # A colon stands between a name and its value.
        place = _past_blanks(text, _past_blanks(text, end) + 1)
        if key == name:
            return place
        _, end = decoder.raw_decode(text, place)
        place = _past_comma(text, end)
    return len(text)


def _past_blanks(text: str, place: int) -> int:
    found = _BLANK.match(text, place)
    return found.end() if found else place


def _past_comma(text: str, place: int) -> int:
    place = _past_blanks(text, place)
    return _past_blanks(text, place + 1) if text[place] == "," else place


def _decision(name: str, line: int, motion: Any) -> ToldDecision:
    if not isinstance(motion, Mapping):
        raise ImportRefused(name, line, "hier staat geen motie, maar iets anders", _CURE)
    doubts: list[str] = []
    kind = _text(motion, "classification", "@type")
    creator = _named(motion.get("creator"))
    event = _event(motion, doubts)
    return ToldDecision(
        line=line,
        kind=kind,
        soort=_KINDS.get(_plain(kind), ""),
        number=_text(motion, "identifier"),
        name=_text(motion, "title", "name"),
        datum=_date(motion, event, doubts),
        creator=creator,
        is_person=_is_person(motion.get("creator")),
        uitkomst=_outcome(motion, event, doubts),
        votes=_votes(event, doubts),
        link=_link(motion),
        doubts=tuple(doubts),
    )


def _text(held: Mapping[str, Any], *names: str) -> str:
    """Return the first text in some fields on one line; a list of one is that one."""
    for name in names:
        value = held.get(name)
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return " ".join(str(value).split())
    return ""


def _plain(word: str) -> str:
    """Return a word as the tables have it: without the address of its ontology, in small letters."""
    return _TERM.sub("", word).strip().casefold()


def _event(motion: Mapping[str, Any], doubts: list[str]) -> Mapping[str, Any]:
    """Return the only vote about a motion; nothing when there was none, or more than one: then nobody can say which counts."""
    events = motion.get("vote_events")
    found = [event for event in events if isinstance(event, Mapping)] if isinstance(events, list) else []
    if len(found) > 1:
        doubts.append(f"er is {len(found)} keer over gestemd; de stemmen zijn niet overgenomen")
    return found[0] if len(found) == 1 else {}


def _date(motion: Mapping[str, Any], event: Mapping[str, Any], doubts: list[str]) -> str:
    """Return the day, month or year of a motion, or else of the vote; the time of the day is left out."""
    said = _text(motion, "date") or _text(event, "start_date", "date")
    found = _DATE.match(said)
    if said and not found:
        doubts.append(f"'{said}' is geen datum")
    return found[0] if found else ""


def _outcome(motion: Mapping[str, Any], event: Mapping[str, Any], doubts: list[str]) -> str:
    said = _text(motion, "result") or _text(event, "result")
    found = _OUTCOMES.get(_plain(said), "")
    if said and not found:
        doubts.append(f"wat de uitkomst '{said}' betekent, weten we niet")
    return found


def _votes(event: Mapping[str, Any], doubts: list[str]) -> tuple[ToldVote, ...]:
    """Return the votes of groups, added up; or else the counts, which may be of groups or of all."""
    added: dict[tuple[str, str], int] = {}
    for vote in _maps(event.get("votes")):
        group, stem = _group(vote), _OPTIONS.get(_plain(_text(vote, "option")))
        if not group or stem is None:
            doubts.append(
                "van niet elke stem staat er bij welke partij en welke keuze; de stemmen per partij zijn niet overgenomen"
            )
            added.clear()
            break
        weight = vote.get("weight", 1)
        added[(group, stem)] = added.get((group, stem), 0) + (weight if isinstance(weight, int) else 1)
    if added:
        return tuple(ToldVote(group, stem, count) for (group, stem), count in added.items())
    return tuple(_counts(event))


def _counts(event: Mapping[str, Any]) -> Iterator[ToldVote]:
    for count in _maps(event.get("counts")):
        stem = _OPTIONS.get(_plain(_text(count, "option", "@type")))
        value = count.get("value")
        if stem is not None and isinstance(value, int) and value > 0:
            yield ToldVote(_named(count.get("group")), stem, value)


def _maps(held: Any) -> Iterable[Mapping[str, Any]]:
    return [each for each in held if isinstance(each, Mapping)] if isinstance(held, list) else []


def _group(vote: Mapping[str, Any]) -> str:
    """Return the group of a voter, or the voter itself when that is no person."""
    voter = vote.get("voter")
    return _named(vote.get("group")) or ("" if _is_person(voter) else _named(voter))


def _named(held: Any) -> str:
    """Return the name of a person or organisation, or its id."""
    if isinstance(held, list) and len(held) == 1:
        held = held[0]
    return _text(held, "name", "id", "@id") if isinstance(held, Mapping) else ""


def _is_person(held: Any) -> bool:
    """Return whether someone is a person: of a voter the format says so unless it says otherwise."""
    return isinstance(held, Mapping) and _plain(_text(held, "@type")) not in ("organization", "organisation")


def _link(motion: Mapping[str, Any]) -> str:
    """Return the first address of the source that a reader can go to safely."""
    sources = [_text(source, "url") for source in _maps(motion.get("sources"))]
    safe = (address for address in (*sources, _text(motion, "url")) if address.startswith("https://"))
    return next(safe, "")
