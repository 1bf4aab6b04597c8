"""Tells a remark of an editor from text that was lost: YAML reads nothing behind a blank and a #."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polderkoers.policy.source.odd import Odd, excerpt, in_quotes
from polderkoers.policy.source.scalars import OddNumber, resolve
from polderkoers.policy.source.spans import Span

_REST = re.compile(r"[^\r\n]*")
_SPACED = re.compile(r"#(?:[ \t]|[#=*-]*[ \t]*$)")
# How far below a long text a line may stand that was meant for it.
_NEAR = 2000
_BEGUN = re.compile(r"\?[^,\]}:\r\n]{0,200}")
_PART = re.compile(r"#[^,\]}\r\n]*")
# What a spreadsheet shows where a formula went wrong, or where a column is too narrow.
_ERROR = re.compile(r"#(?:REF|VERW|NAAM|NAME|WAARDE|VALUE|DEEL/0|DIV/0|GETAL|NUM|LEEG|NULL)[!?]|#N/[ABNV]+\b|#{4,}")
_CURE = "Is het een opmerking? Zet haar op een eigen regel erboven."


def lost_texts(text: str, spans: list[Span]) -> Iterator[Odd]:
    """Yield every comment that may well be text, and every ? that a parser took for a sign."""
    starts = [span.start for span in spans]
    for span, after in zip(spans, [*starts[1:], len(text)], strict=False):
        if span.kind == "block":
            yield from _behind_sign(text, span)
        yield from _between(text, span, after)


def _between(text: str, span: Span, after: int) -> Iterator[Odd]:
    """Yield what is odd in the part of a text behind a span."""
    at = span.end
    while at < after:
        if text[at] == "#":
            found = _judged(text, span, at)
            if found is not None:
                yield found
            at += len(_rest(text, at))
        elif text[at] == "?":
            yield question_mark(text, at)
        at += 1


def question_mark(text: str, at: int) -> Odd:
    """Return that a ? vanishes, because it begins something."""
    part = _BEGUN.match(text, at)
    whole = part[0].strip() if part else "?"
    hint = f"zet aanhalingstekens om de tekst: {in_quotes(whole)}."
    return Odd(at, "Een ? aan het begin heeft in YAML een betekenis, en verdwijnt daardoor.", hint)


def _judged(text: str, span: Span, at: int) -> Odd | None:
    """Return why a comment may be text, or None when it can only be a remark."""
    feed = text.rfind("\n", 0, at) + 1
    begin = max(feed, text.rfind("\r", feed, at) + 1)
    before = text[begin:at].rstrip(" \t")
    if not before:
        return _below(text, span, at, at - begin)
    blanks = at - begin - len(before)
    direct = begin + len(before) == span.end
    spaced = _SPACED.match(_rest(text, at)) is not None
    if span.kind in ("quoted", "close") and direct:
        return _glued(text, span, at, blanks)
    if spaced and (blanks > 1 or (direct and _is_no_text(span))):
        return None
    if span.kind == "plain" and direct:
        return _cut(text, span, at)
    # A key whose lines follow below it, or a sign of the structure such as ---: nothing can have been meant as a value.
    if span.kind in ("key", "list", "group") and not span.flow:
        return None
    return _nothing_left(text, span, at)


def _is_no_text(span: Span) -> bool:
    """Return whether a value is a number, true, false or null: what follows is no part of it."""
    try:
        return span.kind == "plain" and not isinstance(resolve(span.value), str)
    except OddNumber:
        return True


def _cut(text: str, span: Span, at: int) -> Odd:
    if _is_no_text(span):
        comment = _meant(text, span, at)
        message = f"Achter {span.value} staat '{excerpt(comment)}'; dat telt niet mee: een # na een spatie begint een opmerking."
        return Odd(at, message, f"zet het op een eigen regel erboven: # {comment.lstrip('# ')}", span.start, lost=True)
    whole = f"{text[span.start : at]}{_meant(text, span, at)}"
    message = (
        f"Van '{excerpt(whole)}' blijft alleen '{excerpt(span.value)}' over: een # na een spatie begint een opmerking."
    )
    return Odd(
        at,
        message,
        f"hoort het bij de tekst? Zet er aanhalingstekens om: {in_quotes(whole)}. {_CURE}",
        span.start,
        lost=True,
    )


def _nothing_left(text: str, span: Span, at: int) -> Odd:
    whole = _meant(text, span, at)
    value = span.start if span.kind == "empty" else None
    if _ERROR.fullmatch(whole):
        message = (
            f"'{excerpt(whole)}' is een foutmelding van een rekenblad, en geen waarde; voor YAML staat hier niets."
        )
        hint = "kijk in het rekenblad of in de bron wat er hoort te staan, en typ dat."
        return Odd(at, message, hint, value, lost=True)
    message = f"Van '{excerpt(whole)}' blijft niets over: een # na een spatie begint een opmerking."
    hint = f"hoort het bij de tekst? Zet er aanhalingstekens om: {in_quotes(whole)}. {_CURE}"
    return Odd(at, message, hint, value, lost=True)


def _glued(text: str, span: Span, at: int, blanks: int) -> Odd | None:
    """Return that a comment stands against the sign that ends a value, without a blank in between."""
    if blanks:
        return None
    comment = _rest(text, at).rstrip()
    hint = f"haal het weg, of zet het op een eigen regel erboven: # {comment.lstrip('# ')}."
    if span.kind == "quoted":
        hint = f"hoort het bij de tekst? Zet het binnen de aanhalingstekens: {in_quotes(span.value + comment)}. {_CURE}"
    message = f"'{excerpt(comment)}' staat vast achter {text[span.end - 1]} en telt niet mee: een # begint daar een opmerking."
    return Odd(at, message, hint, span.start, lost=True)


def _below(text: str, span: Span, at: int, column: int) -> Odd | None:
    """Return that a line below a long text falls out of it, because it stands less far to the right."""
    if span.kind != "block":
        return None
    between = text[span.end : at]
    # Behind a dash a new item has begun.
    if column <= max(span.column, 0) or len(between) > _NEAR or re.search(r"^[ \t]*[^\s#]", between, re.MULTILINE):
        return None
    message = f"'{excerpt(_rest(text, at))}' valt buiten de tekst erboven, en telt dus niet mee."
    hint = (
        "hoort de regel bij de tekst? Laat hem even ver inspringen. Is het een opmerking? Zet haar op een eigen regel "
        "boven de naam van het veld."
    )
    return Odd(at, message, hint, span.start, lost=True)


def _behind_sign(text: str, span: Span) -> Iterator[Odd]:
    """Yield what stands behind the sign of a long text: '>5' with nothing below it, or a # without a blank."""
    header = _rest(text, span.start)
    sign, blanks, comment = re.match(r"([^#\s]*)([ \t]*)(#.*)?", header).groups()  # type: ignore[union-attr]
    if not span.value and re.search(r"\d", sign):
        message = f"Het teken {sign[0]} begint in YAML een tekst op de regels eronder, en daar staat niets."
        yield Odd(span.start, message, f"zet aanhalingstekens om de tekst: {in_quotes(header)}.", span.start)
    elif comment and len(blanks) < 2 and not _SPACED.match(comment):
        at = span.start + len(sign) + len(blanks)
        message = f"'{excerpt(comment)}' telt niet mee: een # na {sign} begint een opmerking."
        yield Odd(at, message, f"hoort het bij de tekst? Zet het op de regel eronder. {_CURE}", span.start, lost=True)


def _meant(text: str, span: Span, at: int) -> str:
    """Return what of a comment an editor may have meant as text: between brackets, up to the next comma or bracket."""
    if span.flow and span.kind != "close" and (part := _PART.match(text, at)):
        return part[0].rstrip()
    return _rest(text, at).rstrip()


def _rest(text: str, at: int) -> str:
    """Return the rest of a line."""
    found = _REST.match(text, at)
    return found[0] if found else ""
