"""Makes Markdown that a stranger may have written harmless: it stays readable, but mentions, links and loads nothing."""

from __future__ import annotations

import html
import re
import unicodedata

# Between two signs it breaks what they would mean together, and nobody sees it, in text and in code alike.
BREAK = "\u200b"
MAX_LENGTH = 60_000  # a comment may have 65,536
_TAGS = r"/?(?:details|summary|del|ins|br)"
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LINK = re.compile(r"(?<!\\)\[([^\[\]\n]{0,500})\]\(([^()\s]{0,2000})\)")
_KEPT = re.compile("\0(\\d+)\0")
_BROKEN = (
    (re.compile(rf"<(?!{_TAGS}>)"), f"<{BREAK}"),  # elements, comments and <addresses>
    (re.compile(r"@"), f"@{BREAK}"),  # people, teams and mail
    (re.compile(r"(?<!&)#(?=\d)|#(?=\d+(?![\d;]))"), f"#{BREAK}"),  # other proposals and issues, but not &#60;
    (re.compile(r"(GH)(?=-\d)", re.IGNORECASE), rf"\1{BREAK}"),
    (re.compile(r"!(?=[\[\d])"), f"!{BREAK}"),  # pictures, and on GitLab other proposals
    (re.compile(r"([$&])(?=\d)"), rf"\1{BREAK}"),  # the rest is of GitLab: pieces of text and plans,
    (re.compile(r"((?<!~)~|%)(?=[\w\"])"), rf"\1{BREAK}"),  # labels and milestones,
    (
        re.compile(r"^([ >]*)/(?=[a-z])", re.IGNORECASE | re.MULTILINE),
        rf"\1{BREAK}/",
    ),  # and what a line orders it to do
    (re.compile(r"\](?=[(\[:])"), f"]{BREAK}"),  # links, and where they are defined
    (re.compile(r":(?=//)"), f":{BREAK}"),  # bare addresses
    (re.compile(r"(www)(?=\.)", re.IGNORECASE), rf"\1{BREAK}"),
)


def defuse(text: str, own: tuple[str, ...] = ()) -> str:
    """Return Markdown in which only headings, lists, tables, emphasis and folding still mean something.

    Links to an address below one of `own` (each ending in a slash) stay links; of any other link only its words stay.
    """
    whole = len(text) <= MAX_LENGTH
    text = _ENTITY.sub(_decoded, _visible(text[:MAX_LENGTH])).replace("![", f"!{BREAK}[")
    kept: list[str] = []
    text = _LINK.sub(lambda link: _keep(link, own, kept), text)
    for pattern, harmless in _BROKEN:
        text = pattern.sub(harmless, text)
    text = _KEPT.sub(lambda place: kept[int(place[1])], text)
    if whole and len(text) <= MAX_LENGTH:
        return text
    return f"{text[:MAX_LENGTH].rpartition(chr(10))[0]}\n\n*Het verslag is te lang. De rest staat bij de controle.*"


def _visible(text: str) -> str:
    """Replace signs that cannot be seen, and those that turn the direction of reading."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ").split("\n")
    return "\n".join(map(_visible_line, lines))


def _visible_line(line: str) -> str:
    return "".join(sign if _is_seen(sign) else "\ufffd" for sign in line)


def _is_seen(sign: str) -> bool:
    return sign.isprintable() or unicodedata.category(sign) == "Zs"


def _decoded(entity: re.Match[str]) -> str:
    """Return an entity as it is when its sign is harmless that way, and else the sign itself, with its meaning broken."""
    sign = html.unescape(entity[0])
    if sign in "@#:/.!":
        return f"{sign}{BREAK}"
    if sign.isascii() and sign.isalnum():
        return sign
    if not all(map(_is_seen, sign)):
        return "\ufffd"
    return entity[0]


def _keep(link: re.Match[str], own: tuple[str, ...], kept: list[str]) -> str:
    words, address = link[1], link[2]
    path = next((address.removeprefix(start) for start in own if address.startswith(start)), None)
    if path is None or ".." in path or not re.fullmatch(r"[\w/.?=&#-]*", path, re.ASCII):
        return words
    # Between < and > the address ends where it ends, also when the brackets around it turn out to mean nothing.
    kept.append(f"](<{address}>)")
    return f"[{words}\0{len(kept) - 1}\0"
