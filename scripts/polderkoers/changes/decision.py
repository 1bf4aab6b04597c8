"""Says a change as draft text for a decision of the council."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from polderkoers.changes.change import Change, Subject
from polderkoers.changes.nature import is_text
from polderkoers.changes.phrases import (
    field_name,
    figure_of,
    file_name,
    full_name,
    is_plural,
    linked,
    list_name,
    noun,
    short_name,
    term_of,
    values,
)
from polderkoers.changes.sides import Names
from polderkoers.changes.tokens import TextToken, joined
from polderkoers.changes.words import Hunk, hunks
from polderkoers.policy.dutch_words import as_sentence

NOTE = (
    "Dit is een concept. De computer heeft deze tekst gemaakt uit de verschillen tussen twee versies. "
    "Een mens moet hem nog nakijken. Alleen een besluit dat is genomen, geldt."
)
"""What must stand beside every draft."""

# Where the text of an item stands, the first that it has.
_TEXTS = ("toelichting", "tekst", "uitleg", "waarom")
# A text with more replaced pieces, or of which more than half is new, is better read as a whole.
_FEW = 3
_BEFORE = 4


def decision(change: Change, names: Names) -> str:
    """Return a change as draft text, like `In doel 2 van kernopgave Fijn wonen wordt '10' vervangen door '20'.`."""
    match change.kind:
        case "added":
            told = _added(change, names)
        case "removed":
            told = _removed(change)
        case "moved":
            told = _moved(change, names)
        case _ if is_text(change):
            told = _text(change, names)
        case _:
            told = _field(change, names)
    return as_sentence(told)


def _holder(subject: Subject) -> str:
    """Return what an item stands in, for `in … wordt toegevoegd`."""
    parent = subject.parent
    if parent is None or parent.parent is None:
        return file_name(subject, with_kind=True)
    return f"{short_name(parent)} van {file_name(subject, with_kind=True)}"


def _added(change: Change, names: Names) -> str:
    item = change.item
    if item.parent is None:
        return f"{short_name(item)} wordt toegevoegd"
    name = f"{noun(item.block, item.slot, item.own).name} '{item.label}'"
    if item.key is not None and item.block == "samenhang":
        name = f"een verband met {linked(item, names)}"
    return f"in {_holder(item)} wordt toegevoegd: {', '.join([name, *_said_by(change.new)])}"


def _said_by(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield the figure and the text of an item, as far as it has them."""
    if figure := figure_of(data):
        yield figure
    for name in _TEXTS:
        if data.get(name):
            yield f"dat luidt: '{_one_line(str(data[name]))}'"
            return


def _removed(change: Change) -> str:
    item = change.item
    if item.parent is None:
        return f"{short_name(item)} vervalt"
    name = f" ('{item.label}')" if item.number is not None else ""
    return f"in {_holder(item)} vervalt {short_name(item)}{name}"


def _moved(change: Change, names: Names) -> str:
    was, now = change.was or change.item, change.now or change.item
    if change.field:
        terms = f"van {term_of(change.old)} naar {term_of(change.new)} termijn"
        return f"{full_name(now, names, with_kind=True)} wordt verplaatst {terms}"
    if now.parent is None:
        return f"{short_name(was)} wordt verplaatst naar het bestand {now.file}"
    return f"{full_name(was, names, with_kind=True)} wordt verplaatst {_where(change, was, now, names)}"


def _where(change: Change, was: Subject, now: Subject, names: Names) -> str:
    if _holder(was) != _holder(now):
        return f"naar {_holder(now)}"
    if was.slot != now.slot:
        return f"naar {list_name(now.slot, now.own)} van {_holder(now)}"
    neighbour = None
    if change.target is not None and change.target.after:
        neighbour = names.item(f"{now.ref.partition('/')[0]}/{change.target.after}")
    if neighbour is None:
        return "naar een andere plek"
    return f"na {short_name(neighbour.subject)}"


def _field(change: Change, names: Names) -> str:
    who = full_name(change.item, names, with_kind=True)
    old, new = values(change, names)
    what = field_name(change.field or "")
    become, lapse = ("worden", "vervallen") if is_plural(change.field or "") else ("wordt", "vervalt")
    if change.old is None:
        return f"bij {who} {become} {what} toegevoegd: '{new}'"
    if change.new is None:
        return f"bij {who} {lapse} {what} ('{old}')"
    return f"bij {who} wordt voor {what} '{old}' vervangen door '{new}'"


def _text(change: Change, names: Names) -> str:
    who = full_name(change.item, names, with_kind=True)
    what = field_name(change.field or "")
    found = hunks(change.old, change.new)
    differing = [place for place, hunk in enumerate(found) if not hunk.same]
    kept = sum(len(_words(hunk.new)) for hunk in found if hunk.same)
    clear = all(_one_line(change.old).count(_marker(found, place)) == 1 for place in differing)
    if not differing or not clear or len(differing) > _FEW or 2 * kept < len(_one_line(change.new)):
        return f"{what} van {who} komt te luiden: '{_one_line(change.new)}'"
    pieces = [_piece(found, place) for place in differing]
    # The name of an item is the item itself; any other text is a part of it that must be said.
    where = who if change.field == "naam" else f"{what} van {who}"
    return f"in {where} {' en '.join(pieces)}"


def _marker(found: list[Hunk], place: int) -> str:
    """Return the old words that show where a piece is to be replaced; they must stand there only once."""
    return _words(found[place].old) or _words_before(found, place) or _words(found[0].old)


def _words_before(found: list[Hunk], place: int) -> str:
    """Return the last old words before a piece; nothing when it is the first."""
    return _words(found[place - 1].old[-_BEFORE:]) if place else ""


def _piece(found: list[Hunk], place: int) -> str:
    hunk = found[place]
    old, new = _words(hunk.old), _words(hunk.new)
    if old and new:
        return f"wordt '{old}' vervangen door '{new}'"
    if old:
        return f"vervalt '{old}'"
    if place and found[place - 1].old:
        return f"wordt na '{_words_before(found, place)}' ingevoegd: '{new}'"
    return f"wordt aan het begin ingevoegd: '{new}'"


def _words(tokens: tuple[TextToken, ...]) -> str:
    return _one_line(joined(tokens))


def _one_line(text: str) -> str:
    return " ".join(text.split())
