"""Een antwoord past bij het beleid waar het uit komt.

Op de bladzijde van een onderwerp staat in een paar zinnen wat het beleid zegt. Bij 'uit' staat waar elk stuk vandaan komt, en bij
'kenmerk' hoe die tekst toen was. Verandert de tekst, of wordt die ingetrokken? Dan kan het antwoord niet meer kloppen. Lees het dan na.
Klopt het nog, neem dan het kenmerk over dat de melding noemt.

Waarschuwing:

    # data/themas.yaml
    themas:
      - id: wonen
        naam: Wonen
        uitleg: Waar mensen wonen.
        antwoord:
          wil: {tekst: De gemeente wil genoeg huizen., uit: [fijn-wonen/doel-genoeg-huizen], kenmerk: "0123456789"}
          merk: {tekst: Er komen huizen bij., uit: [fijn-wonen/doel-genoeg-huizen], kenmerk: "0123456789"}
          tijd: {tekst: Een jaar staat er niet., uit: [fijn-wonen/doel-genoeg-huizen], kenmerk: "0123456789"}

Goed:

    # data/themas.yaml
    themas:
      - id: wonen
        naam: Wonen
        uitleg: Waar mensen wonen.
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.answers import AnswerPart, answer_of
from polderkoers.policy.in_force import is_withdrawn
from polderkoers.policy.index import Entry
from polderkoers.policy.marks import mark
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.statements import mark_of


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every part of an answer of which the items changed, or one is withdrawn."""
    for subject in context.policy.of_kind("thema"):
        for part in answer_of(context.policy, subject):
            place = f"{subject.item.pointer}/antwoord/{part.name}"
            yield from _withdrawn(context, subject, part, place)
            # What is not there is told by another rule, and what was not read is not known.
            if len(part.sources) == len(part.said.uit) and part.said.kenmerk != mark_of_part(part):
                yield _changed(subject, part, place)


def mark_of_part(part: AnswerPart) -> str:
    """Return the hash (hexadecimal signs) of what all items say that a part of an answer is taken from."""
    told = "\n".join(f"{entry.ref}\t{mark_of(entry)}" for entry in sorted(part.sources, key=lambda one: one.ref))
    return mark(told)


def _withdrawn(context: Context, subject: Entry, part: AnswerPart, place: str) -> Iterator[Finding]:
    for number, entry in enumerate(part.sources):
        if is_withdrawn(context.policy, entry):
            message = f"Dit antwoord komt uit '{entry.ref}', en dat is ingetrokken."
            hint = "schrijf het antwoord opnieuw, uit beleid dat nu geldt."
            yield Finding(subject, f"{place}/uit/{number}", message, hint, "waarschuwing")


def _changed(subject: Entry, part: AnswerPart, place: str) -> Finding:
    line = f'kenmerk: "{mark_of_part(part)}"'
    if part.said.kenmerk is None:
        message = "Er staat niet bij van welke tekst dit antwoord is gemaakt."
        return Finding(subject, place, message, f"lees het antwoord na, en schrijf erbij: {line}.", "waarschuwing")
    message = f"De tekst waar dit antwoord uit komt, is veranderd: {', '.join(part.said.uit)}."
    hint = f"lees het antwoord na. Klopt het nog? Schrijf dan {line}."
    return Finding(subject, f"{place}/kenmerk", message, hint, "waarschuwing")
