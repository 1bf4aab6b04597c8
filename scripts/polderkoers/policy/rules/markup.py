"""Een tekst is gewone tekst, zonder opmaak en zonder internetadres.

De site laat elke tekst zien zoals hij is getypt. Sterretjes, haken en codes van HTML of Markdown ziet een lezer dus letterlijk
staan. Een alinea maak je met een lege regel, een opsomming met een lijst van onderdelen. Een internetadres hoort in 'link' bij
de bron: daar wordt het een echte link. De naam van een website, zoals kennisnet.nl, mag wel in een tekst staan. In een
voorbeeld of publicatie mag er ook www voor.

Waarschuwing:

    samenvatting: Iedereen woont **fijn**.

Goed:

    samenvatting: Iedereen woont fijn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.texts import Text

_TAGS = (
    "a|abbr|b|big|blockquote|body|br|button|center|cite|code|del|div|em|embed|figure|font|form|h[1-6]|head|hr|html|i|iframe|img|"
    "input|ins|kbd|li|link|mark|meta|object|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|"
    "td|th|thead|tr|u|ul|video"
)
# What is found, how to call it, and what to do. The first that fits is told, once for each text.
_FORMS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*=[^<>]*)?\s*/?>|<!--", re.IGNORECASE),
        "een code van HTML",
        "haal de code weg en laat de woorden staan.",
    ),
    (
        re.compile(
            r"&(?:amp|lt|gt|quot|apos|nbsp|euro|[aeiou](?:uml|acute|grave|circ)|rsquo|lsquo|ndash|mdash|#\d+|#x[0-9a-f]+);",
            re.IGNORECASE,
        ),
        "een teken in de vorm van HTML",
        "typ het teken zelf: & in plaats van &amp;, € in plaats van &euro;.",
    ),
    (
        re.compile(r"!?\[[^\[\]\n]*\]\([^()\s]+[^()\n]*\)"),
        "een link in de vorm van Markdown",
        "laat alleen de woorden staan, en zet het adres in 'link' bij 'bron'.",
    ),
    (
        re.compile(r"(?<!\*)\*\*(?=\S)[^*\n]+?(?<=\S)\*\*|(?<!\w)__(?=\S)[^_\n]+?(?<=\S)__(?!\w)|~~(?=\S)[^~\n]+?~~"),
        "vette of doorgestreepte tekst in de vorm van Markdown",
        "haal de tekens weg en laat de woorden staan.",
    ),
    (
        re.compile(
            r"(?<![\w*])\*(?=[^\s*])[^*\n]+?(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=[^\s_])[^_\n]+?(?<=[^\s_])_(?!\w)"
        ),
        "schuine tekst in de vorm van Markdown",
        "haal de tekens weg en laat de woorden staan.",
    ),
    (
        re.compile(r"`[^`\n]+`|^\s*```", re.MULTILINE),
        "een stukje code in de vorm van Markdown",
        "haal de accenten (`) weg.",
    ),
    (
        re.compile(r"^[ \t]*#{1,6}[ \t]+\S.*", re.MULTILINE),
        "een kop in de vorm van Markdown",
        "haal het # weg; een kop hoort in 'naam' of 'titel'.",
    ),
    (
        re.compile(r"^[ \t]*(?:[-*+•·▪◦][ \t]+|o\t)\S.*", re.MULTILINE),
        "een opsomming met streepjes of bolletjes",
        "maak er zinnen van, of geef elk punt een eigen onderdeel in een lijst.",
    ),
    (
        re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE),
        "een tabel in de vorm van Markdown",
        "zet de cijfers in 'cijfers' of 'metingen'.",
    ),
)
_ADDRESS = re.compile(r"(?:\b(?:https?|ftp)://|\bwww\.)[^\s<>\"')\]]*[^\s<>\"')\].,;:!?]", re.IGNORECASE)
_WEBSITE = re.compile(r"www(?:\.[a-z0-9-]+)+", re.IGNORECASE)
_OF_OTHERS = frozenset({"voorbeeld", "publicatie"})
# In most texts none of these signs stands, and looking for them is far quicker than for each form.
_HINTS = re.compile(r"[<*_`\[|~•·▪◦&]|^\s*(?:[-+#]|o\t)|://|www\.", re.MULTILINE | re.IGNORECASE)


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every text with HTML or Markdown in it, and for every text with an address of the internet."""
    for text in context.texts:
        if _HINTS.search(text.text):
            found = next((form for form in _FORMS if form[0].search(text.text)), None)
            if found:
                yield _markup(text, *found)
            # A link of Markdown holds its address, and is told whole.
            yield from _address(text, found[0].sub("", text.text) if found else text.text)


def _markup(text: Text, form: re.Pattern[str], name: str, cure: str) -> Finding:
    found = form.search(text.text)
    return _finding(text, f"In deze tekst staat {name}: '{_short(found.group() if found else '')}'.", cure)


def _address(text: Text, rest: str) -> Iterator[Finding]:
    # An example and a source are in the words of others: there a website is called by its whole name.
    named = text.entry.item.soortnaam in _OF_OTHERS
    found = next((each for each in _ADDRESS.finditer(rest) if not (named and _WEBSITE.fullmatch(each.group()))), None)
    if found:
        said = f"In deze tekst staat een internetadres: '{_short(found.group())}'. Daar kan een lezer niet op klikken."
        yield _finding(text, said, _instead(found.group(), has_source=hasattr(text.entry.item, "bron")))


def _instead(address: str, *, has_source: bool) -> str:
    """Return what to write instead of an address: the name of the website, and the address where it becomes a link."""
    bare = address.partition("://")[2] or address
    name = bare.partition("/")[0].removeprefix("www.")
    link = f" Is dit de bron? Schrijf dan ook: bron: {{link: https://{bare}}}" if has_source else ""
    return f"noem in de tekst alleen de naam van de website: {name}.{link}"


def _finding(text: Text, message: str, hint: str) -> Finding:
    return Finding(text.entry, text.pointer, message, hint, "waarschuwing")


def _short(found: str) -> str:
    words = " ".join(found.split())
    return words if len(words) <= 60 else f"{words[:59]}…"
