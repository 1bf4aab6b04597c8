"""What a proposal does to the list of versions, as Markdown: what each new version holds, and aloud what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.changes.account.account import Account
from polderkoers.changes.account.headline import headline, totals
from polderkoers.changes.account.unread import skipped_lines
from polderkoers.changes.deciding.parts import POLICY
from polderkoers.changes.nature import is_text
from polderkoers.changes.phrases import field_name
from polderkoers.policy.dutch_words import capital, count, decider, listing
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.model.versies import Versie
from polderkoers.report.changes.comparison import to_tell
from polderkoers.report.changes.escape import escape
from polderkoers.report.changes.within import body, listed

if TYPE_CHECKING:
    from polderkoers.changes.account.account import ToldFile
    from polderkoers.changes.account.told import Told
    from polderkoers.changes.compare import Comparison
    from polderkoers.changes.listed import Added, Altered, ListChanges


# So many warnings, documents and sentences say enough; a proposal that has more is told by its numbers.
_WARNINGS = 10
_NAME = 80
_DOCUMENTS = 15
_SENTENCES = 10
_AGAIN = (
    "Is het beleid veranderd nadat de versie was vastgesteld? Haal dan de hoofdtak binnen, en geef de opdracht `polderkoers "
    "vaststellen` nog een keer, met `--opnieuw`."
)
_UNSURE = (
    "Hoe lang die tekst daar te lezen was, volgt uit de datums in Git. Komen voorstellen bij jullie ongewijzigd op de hoofdtak "
    "(fast-forward)? Dan kiest de indiener die datums zelf, en is het niet zeker. Lees daarom zelf wat erin staat."
)
# The words for this field of a file speak of "het", a version is "hem".
_OF_VERSIONS = {"vastgesteld_door": "wie hem vaststelde"}


def warnings(found: ListChanges) -> Iterator[str]:
    """Yield what nobody may miss, each as a paragraph: a text that nobody saw, and versions taken away or altered."""
    said = [*filter(None, _warnings(found))]
    for words in said[:_WARNINGS]:
        yield f"**Let op.** {words}"
    if len(said) > _WARNINGS:
        yield f"**Let op.** Er is nog {len(said) - _WARNINGS} keer iets mis met een versie."


def _warnings(found: ListChanges) -> Iterator[str]:
    if found.broken:
        yield "In `data/versies.yaml` staat een fout. Daarom is niet te zien wat dit voorstel met de versies doet."
    if found.unseen:
        yield (
            f"Dit voorstel voegt {len(found.added) + found.unseen} versies toe. Alleen de eerste {len(found.added)} zijn bekeken. Maak "
            f"van elke versie een eigen voorstel, en keur dit voorstel zo niet goed."
        )
    yield from map(_of_added, found.added)
    if found.behind:
        yield (
            "Op de hoofdtak is het beleid veranderd nadat dit voorstel begon. Na het samenvoegen klopt de inhoud van de nieuwe "
            "versie dan niet meer. Haal eerst de hoofdtak binnen, en geef de opdracht `polderkoers vaststellen` nog een keer, met "
            "`--opnieuw`."
        )
    yield from map(_of_removed, found.removed)
    yield from map(_of_altered, found.altered)
    if found.moved:
        yield "De volgorde van versies die er al waren, verandert."


def held(found: ListChanges) -> Iterator[str]:
    """Yield what each new version holds beside the one before it."""
    for added in found.added:
        yield from _held(added)


def _of_added(added: Added) -> str:
    own = _named(added.version)
    if added.torn:
        return (
            f"De commit bij {own} bevat een andere tekst dan de inhoud die erbij staat. Keur dit voorstel zo niet goed."
        )
    if added.place == "nergens":
        return f"Wat {own} bevat, is nergens te vinden. Keur dit voorstel zo niet goed. {_AGAIN}"
    if added.place == "elders":
        return (
            f"{capital(own)} bevat een tekst die niet in dit voorstel staat en die nooit op de hoofdtak stond. "
            f"Lees hieronder wat erin staat, en keur dit voorstel zo niet goed. {_AGAIN}"
        )
    if added.place == "hoofdtak" and added.apart is not None and (changes := to_tell(added.apart.changes)):
        verb = "is" if len(changes) == 1 else "zijn"
        return (
            f"{capital(own)} bevat niet de tekst van dit voorstel, maar een eerdere: daarna {verb} er nog "
            f"{count(len(changes), 'wijziging', 'wijzigingen')} gekomen."
        )
    return ""


def _of_removed(version: Versie) -> str:
    return (
        f"{capital(_named(version))} gaat uit de lijst met versies. De pagina's van die versie verdwijnen, en vaste adressen "
        f"ernaar werken niet meer."
    )


def _of_altered(altered: Altered) -> str:
    fields = listing([_OF_VERSIONS.get(name) or field_name(name) for name in altered.fields])
    verb = "verandert" if len(altered.fields) == 1 else "veranderen"
    if altered.other_text:
        return (
            f"{capital(_named(altered.old))} krijgt een andere tekst ({fields} {verb}). Een versie verandert nooit: neem een "
            f"nieuwe versie op, en keur dit voorstel zo niet goed."
        )
    if altered.loose:
        return (
            f"Bij {_named(altered.old)}, die er al was, {verb} {fields}. Wat er nu bij commit staat, is geen vaste plek in Git. Keur "
            f"dit voorstel zo niet goed."
        )
    told = f"Bij {_named(altered.old)}, die er al was, {verb} {fields}."
    if {"commit", "inhoud"} & {*altered.fields}:
        return f"{told} De tekst van de versie blijft gelijk."
    return told


def _named(version: Versie) -> str:
    name = version.naam
    if len(name) > _NAME:
        name = f"{name[:_NAME]}…"
    return f"versie {escape(version.id)} ({escape(name)})"


def _held(added: Added) -> Iterator[str]:
    version = added.version
    yield f"### Wat versie {escape(version.id)} bevat"
    yield " ".join(_facts(added))
    if added.reason:
        yield f"**Wat erin staat, kan niet worden vergeleken.** {escape(added.reason)}"
        return
    if added.beside is None or added.before is None:
        yield "Dit is de eerste versie; er is niets om haar mee te vergelijken."
    else:
        yield f"Vergeleken met {_named(added.before)}:"
        yield from _compared(added.beside)
    if added.place == "elders" and added.apart is not None:
        yield f"Dit verandert er van {_named(version)} naar wat dit voorstel zegt:"
        yield from _compared(added.apart)


def _facts(added: Added) -> Iterator[str]:
    version = added.version
    date = datum_in_words(version.datum) if version.datum else "datum niet bekend"
    by = version.vastgesteld_door
    who = f"vastgesteld door {escape(decider(by))}" if by else "niet bekend is wie hem vaststelde"
    adopted = f"{escape(date)}, {who}"
    if version.besluit:
        adopted += f", besluit {escape(version.besluit)}"
    yield f"**{escape(version.naam)}**: {adopted}."
    commit = f"`{added.commit[:12]}`"
    match added.place:
        case "voorstel":
            yield "De tekst is precies die van dit voorstel."
        case "hoofdtak":
            yield f"De tekst is die van commit {commit} op de hoofdtak. {_UNSURE}"
        case "elders":
            yield f"De tekst is die van commit {commit}. Die stond nooit op de hoofdtak."


def _compared(comparison: Comparison) -> Iterator[str]:
    account = Account(to_tell(comparison.changes), comparison.names)
    yield f"**{escape(totals(account, is_whole=not comparison.skipped))}**"
    lines = [each.sentence for each in headline(account)]
    lines += [f"Niet vergeleken: {line}" for line in skipped_lines(comparison.skipped)]
    if lines:
        yield listed(lines)
    policy = account.part(POLICY)
    if policy.files:
        yield "Inhoudelijk, per document:"
        more = _more(len(policy.files) - _DOCUMENTS, "ander document", "andere documenten")
        yield listed([*map(_counted, policy.files[:_DOCUMENTS]), *more])
        yield from _sentences(policy.told)


def _counted(file: ToldFile) -> str:
    return f"{file.heading}: {count(len(file.told), 'wijziging', 'wijzigingen')}"


def _sentences(told: tuple[Told, ...]) -> Iterator[str]:
    """Yield the first changes of policy in words."""
    for each in told[:_SENTENCES]:
        yield escape(each.sentence)
        yield from _text(each)
    for line in _more(len(told) - _SENTENCES, "andere wijziging", "andere wijzigingen"):
        yield f"*{line}.*"


def _text(told: Told) -> Iterator[str]:
    # A sentence says all of a date, an amount or a choice; of a text it says only what is replaced.
    if is_text(told.change) and told.whole is None:
        yield from body(told)


def _more(number: int, one: str, more: str) -> list[str]:
    if number <= 0:
        return []
    return [f"En nog {count(number, one, more)}"]
