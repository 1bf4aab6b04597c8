"""Signs that a text holds when it was written for another program: codes of HTML, of Markdown, of a template, or of a programmer."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.entities import html5

_TAGS = (
    "a|abbr|b|big|blockquote|body|br|button|center|cite|code|del|div|em|embed|figure|font|form|h[1-6]|head|hr|html|i|iframe|img|"
    "input|ins|kbd|li|link|mark|meta|object|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|"
    "td|th|thead|tr|u|ul|video"
)
_AWAY = "haal de code weg en laat de woorden staan"
_SIGNS_AWAY = "haal de tekens weg en laat de woorden staan"
_LIST = "maak er zinnen van, of geef elk punt een eigen onderdeel in een lijst."
_TABLE = "haal de tabel weg uit de tekst, en zet de cijfers in 'cijfers' of 'metingen'."
_NBSP = "\u00a0"


@dataclass(frozen=True)
class MarkupForm:
    """A form of markup: what finds it, how to call it, what to do, and what stands there instead when that is certain.

    `certain` says that it can be nothing else; else it is likely.
    """

    pattern: re.Pattern[str]
    name: str
    cure: str
    certain: bool = True
    instead: Callable[[re.Match[str]], str] | None = None


def _word(found: re.Match[str]) -> str:
    """Return the words between the signs."""
    return next(group for group in found.groups() if group is not None)


def _sign(found: re.Match[str]) -> str:
    """Return the sign that a code of HTML stands for; a blank that does not break is a blank."""
    code = found.group() if found.group().endswith(";") else f"{found.group()};"
    return html.unescape(code).replace(_NBSP, " ")


def _letter(found: re.Match[str]) -> str:
    """Return the letter that a code of JSON or a programmer stands for."""
    return chr(int(found[1], 16))


def _form(  # noqa: PLR0913, PLR0917 - a row of the table below
    pattern: str,
    name: str,
    cure: str,
    instead: Callable[[re.Match[str]], str] | None = None,
    flags: int = 0,
    certain: bool = True,  # noqa: FBT001, FBT002 - a row of the table below
) -> MarkupForm:
    return MarkupForm(re.compile(pattern, flags), name, cure, certain, instead)


_I, _M = re.IGNORECASE, re.MULTILINE
_BOLD = r"(?<![\w*])\*{2,3}(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*{2,3}(?!\w)"
_BOLD_LINE = r"(?<!\w)__(?=[^\s_])([^_\n]+?)(?<=[^\s_])__(?!\w)"
_STRUCK = r"~~(?=\S)([^~\n]+?)(?<=\S)~~"
_SLANTED = r"(?<![\w*(])\*(?=[\w\"'‘“])([^*\n]+?)(?<=[\w.,!?\"'’”])\*(?![\w*)])"
_SLANTED_LINE = r"(?<!\w)_(?=[^\W_])([^_\n]+?)(?<=[^\s_])_(?!\w)"

# The first that fits is told, once for each text; those that may be something else come last.
FORMS = (
    _form(rf"</?(?:{_TAGS})(?:\s[^<>=]*=[^<>]*|\s*/?)>|<!--", "een code van HTML", _AWAY, flags=_I),
    _form(r"&(?:#\d{2,6}|#x[0-9a-f]{2,6});", "een teken in de vorm van HTML", "typ het teken zelf", _sign, _I),
    _form(r"&[A-Za-z]{2,24}[0-9]{0,2};|&(?:nbsp|euml|eacute|iuml|euro|amp|quot)\b", "een teken in de vorm van HTML", "typ het teken zelf", _sign),
    _form(r"\[\[[^\[\]\n]+\]\]", "een link in de vorm van een wiki", "laat alleen de woorden staan."),
    _form(r"!?\[[^\[\]\n]*\]\([^()\s][^()\n]*\)", "een link in de vorm van Markdown", "laat alleen de woorden staan, en zet het adres in 'link' bij 'bron'."),
    _form(r"\[[^\[\]\n]+\]\[[^\[\]\n]*\]|\[\^\w+\]", "een verwijzing in de vorm van Markdown", "haal de tekens weg. Schrijf wat er in de noot staat in een zin, of bij 'bron'."),
    _form(r"\[/(?:b|i|u|s|url|img|quote|list|size|color|center)\]", "een code van een forum (BBCode)", f"{_AWAY}.", flags=_I),
    _form(r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\$\{[^{}\n]*\}", "een code waar een programma iets invult", "schrijf zelf wat daar hoort te staan."),
    _form(f"{_BOLD}|{_BOLD_LINE}", "vette tekst in de vorm van Markdown", _SIGNS_AWAY, _word),
    _form(_STRUCK, "doorgestreepte tekst in de vorm van Markdown", "is de tekst vervallen? Haal hem weg, met de tekens ~~. Blijft hij staan? Haal dan alleen de tekens weg."),
    _form(f"{_SLANTED}|{_SLANTED_LINE}", "schuine tekst in de vorm van Markdown", _SIGNS_AWAY, _word),
    _form(r"(?<![\w`])`(?=\S)([^`\n]+)(?<=[^\s`])`(?![\w`])", "een stukje code in de vorm van Markdown", "haal de accenten (`) weg", _word),
    _form(r"(?:^|\s)(?:```|~~~)", "een stukje code in de vorm van Markdown", "haal de tekens ``` weg en laat de woorden staan.", flags=_M),
    _form(r"\|\s*:?-{2,}:?\s*(?:\||$)|^[^\S\n]*:?-{2,}:?\s*\|", "een tabel in de vorm van Markdown", _TABLE, flags=_M),
    _form(r"(?:^|(?<=\s))-{3,}\s*\|\s*-{3,}", "een tabel in de vorm van Markdown", _TABLE, flags=_M),
    _form(r"^[ \t]*\|[^|\n]*\|.*\|[ \t]*$", "een tabel in de vorm van Markdown", _TABLE, flags=_M),
    _form(r"(?:^[ \t]*|(?<=\s))#{2,6}[ \t]+(?=\w).*|^[ \t]*#[ \t]+(?=[^\W\d]).*", "een kop in de vorm van Markdown", "haal het # weg; een kop hoort in 'naam' of 'titel'.", flags=_M),
    _form(r"(?:^|(?<=\s))={3,}(?=\s|$)|^[ \t]*(?:-{3,}|\*{3,}|_{3,}|(?:\* ){2,}\*)[ \t]*$", "een lijn in de vorm van Markdown", "haal de lijn weg; een nieuwe alinea maak je met een lege regel.", flags=_M),
    _form(r"^[ \t]*[-*+][ \t]+\[[ xX]\][ \t].*", "een lijst om af te vinken", _LIST, flags=_M),
    _form(r"^[ \t]*>[ \t]+(?=[^\W\d]).*", "een citaat in de vorm van Markdown", "haal het teken > weg, en zet aanhalingstekens om het citaat.", flags=_M, certain=False),
    _form(r"(?<![\w:\\])\\[nrt](?=\W|[A-Z]|$)|\\[nrt](?=[A-Z])|(?<=[.,;:!?])\\[nrt]", "een code voor een nieuwe regel of een tab", "typ daar een spatie; een nieuwe alinea maak je met een lege regel."),
    _form(r"Fout! \w+ niet (?:gedefinieerd|gevonden)\.?|#(?:REF|VERW|NAAM|NAME|WAARDE|VALUE|DEEL/0|DIV/0)[!?]|#N/[AB]\b|\[object Object\]|^(?:undefined|NaN|null|None)$", "een foutmelding van een ander programma", "kijk in de bron wat er hoort te staan, en typ het opnieuw."),
    _form(r"(?<!=)==(?=[^\s=])([^=\n]+?)(?<=[^\s=])==(?!=)", "gemarkeerde tekst in de vorm van Markdown", _SIGNS_AWAY, _word),
    _form(r"\[[A-Z]{2,3}\d{1,2}\]", "het teken van een opmerking uit Word", "haal het teken weg.", certain=False),
    _form(r"\\u([0-9a-fA-F]{4})", "een code voor een letter", "typ de letter zelf", _letter),
    _form(r"\\([\"'])", "een schuine streep voor een aanhalingsteken", "haal de schuine streep weg", _word),
    _form(r"^[ \t]*(?:[-*+•·▪◦][ \t]+|o\t)\S.*", "een opsomming met streepjes of bolletjes", _LIST, flags=_M, certain=False),
    _form(r"\t[^\t\n]*\t", "een tab, zo te zien uit een tabel", _TABLE, certain=False),
    _form(r"[^\s\[\]]\[\d{1,2}\](?=[\s.,;:]|$)", "het nummer van een voetnoot", "haal het nummer weg. Zet wat er in de noot staat in een zin, of bij 'bron'.", certain=False),
    _form(r"(?<!\S)[\[<](?:naam|titel|datum|bedrag|aantal|adres|invullen|functie|organisatie|gemeente|provincie|waterschap|plaats|jaar|nummer)\b[^\[\]<>\n]{0,30}[\]>]", "een plek die nog ingevuld moet worden", "schrijf daar wat er hoort te staan.", flags=_I),
    _form(r"\b(?:naam|titel|datum|bedrag|aantal) (?:nog )?(?:in te vullen|invullen)\b|\bx{4,}\b|(?<=\s)_{3,}(?=\s|[.,]|$)|€ ?(?:\.{2,}|…|x{2,}|_+)", "een plek die nog ingevuld moet worden", "schrijf daar wat er hoort te staan.", flags=_I),
    _form(r"\bxxx?\b|\bXXX\b", "een plek die zo te zien nog ingevuld moet worden", "schrijf daar wat er hoort te staan.", certain=False),
    _form(r"\\", "een schuine streep naar achteren (\\)", "klopt dat? Een lezer ziet hem zo staan. Haal hem anders weg.", certain=False),
)  # fmt: skip
# In most texts none of these signs stands, and looking for them is far quicker than for each form.
_HINTS = re.compile(
    r"[<*_`\[|~•·▪◦&\\{\t]|={2}|##|Fout!|#[A-Z]|^(?:undefined|NaN|null|None)$|^[^\S\n]*(?:[-+#>]|o\t)|\bxx|€ ?[.…x]|invullen|te vullen",
    re.MULTILINE | re.IGNORECASE,
)


# One set of signs is found ten times as fast as a choice; the last two are letters that count as an i.
_HINT_SIGNS = re.compile("[<*_`\\[|~•·▪◦&\\\\{\t=#€ıİ]")
_HINT_WORDS = ("xx", "invullen", "te vullen", "fout!")
_LONGEST_HINT = len("undefined")


def _may_hint(text: str) -> bool:
    """Return whether a text may hold one of the hints; what none of this is in, holds none."""
    if _HINT_SIGNS.search(text) or "\n" in text or not text[:1].isalnum() or len(text) <= _LONGEST_HINT:
        return True
    small = text.lower()
    return any(word in small for word in _HINT_WORDS)


def found_in(text: str) -> Iterator[tuple[MarkupForm, re.Match[str]]]:
    """Yield the first form of markup in a text with where it stands; nothing when there is none."""
    if not (_may_hint(text) and _HINTS.search(text)):
        return
    for form in FORMS:
        found = next((each for each in form.pattern.finditer(text) if _is_code(each.group())), None)
        if found:
            yield form, found
            return


def _is_code(found: str) -> bool:
    """Return whether what looks like a code of HTML for a sign is one: R&D; is none."""
    return not re.fullmatch(r"&[A-Za-z]\w*;", found) or found[1:] in html5
