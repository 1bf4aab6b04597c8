"""Makes new files out of old ones: bytes, lines, indentation and values are changed, doubled, moved and lost."""

from __future__ import annotations

import random
from collections.abc import Callable

# What means something to YAML, to the schemas, to Unicode or to a template; a random byte seldom hits on these.
TOKENS = (
    b": ", b"- ", b"? ", b"# ", b"---\n", b"...\n", b"%YAML 1.1\n", b"%TAG ! tag:x,2000:\n", b"&a ", b"*a", b"!!str ",
    b"!!python/object/apply:os.system ", b"<<: ", b"|\n", b">-\n", b"|2+\n", b"'", b'"', b"[", b"]", b"{", b"}", b", ",
    b"@", b"`", b"~", b"null", b"true", b"on", b".inf", b".nan", b"0x1F", b"0o17", b"1e999", b"-0", b"9" * 40, b"2012-02-30",
    b"\t", b"\r", b"\r\n", b"\n\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\0", b"\x1b[31m", b"\x7f", b"\xc2\x85", b"\xc2\xad",
    b"\xe2\x80\x8b", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xef\xbf\xbd", b"\xef\xbf\xbe", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"\xd0\xb0",
    b'"\\0"', b'"\\e[2J"', b'"\\x85"', b'"\\ud800"', b'"\\U0010ffff"', b'"\\u202e"', b'"\\x02"', b"''", b'""', b"  ",
    b"soort: ", b"id: ", b"titel: ", b"naam: ", b"doelen:\n", b"bron: {document: ", b"wanneer: {tekst: x, van: 2020, tot: 2012}",
    b"plaatsen: [polderdam, polderdam]", b"themas: []", b"met: fijn-wonen", b"waarde: 1.5", b"nummer: -1", b"/", b"~1", b"{{ 7*7 }}",
)  # fmt: skip
MAX_LENGTH = 40_000

Change = Callable[[random.Random, bytes, bytes], bytes]


def mutated(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Return a file with one to four changes; `other` is a second file that parts may come from."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = chance.choice(CHANGES)(chance, data, other)
    return data[:MAX_LENGTH]


def _span(chance: random.Random, data: bytes, longest: int = 64) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.randrange(longest))


def _flip(chance: random.Random, data: bytes, _: bytes) -> bytes:
    place, _end = _span(chance, data)
    return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]


def _drop(chance: random.Random, data: bytes, _: bytes) -> bytes:
    start, end = _span(chance, data)
    return data[:start] + data[end:]


def _double(chance: random.Random, data: bytes, _: bytes) -> bytes:
    start, end = _span(chance, data, 256)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 60)) + data[end:]


def _insert_token(chance: random.Random, data: bytes, _: bytes) -> bytes:
    place, end = _span(chance, data, 8)
    return data[:place] + chance.choice(TOKENS) * chance.choice((1, 1, 1, 50)) + data[chance.choice((place, end)) :]


def _splice(chance: random.Random, data: bytes, other: bytes) -> bytes:
    start, end = _span(chance, other, 512)
    place, gone = _span(chance, data, 256)
    return data[:place] + other[start:end] + data[chance.choice((place, gone)) :]


def _cut(chance: random.Random, data: bytes, _: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _lines(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Move, double, drop or take over a line, or set it in or out."""
    lines = data.split(b"\n")
    place = chance.randrange(len(lines))
    line = lines[place]
    deed = chance.randrange(6)
    if deed == 0:
        lines.insert(chance.randrange(len(lines)), lines.pop(place))
    elif deed == 1:
        lines.insert(place, line)
    elif deed == 2:
        del lines[place]
    elif deed == 3:
        lines.insert(place, chance.choice(other.split(b"\n")))
    else:
        lines[place] = b"  " + line if deed == 4 else line.removeprefix(b" ")
    return b"\n".join(lines)


def _value(chance: random.Random, data: bytes, _: bytes) -> bytes:
    """Give a field another value, or another name."""
    lines = data.split(b"\n")
    place = chance.randrange(len(lines))
    name, colon, value = lines[place].partition(b":")
    token = chance.choice(TOKENS)
    lines[place] = name + colon + b" " + token if chance.randrange(4) else name + token.strip() + colon + value
    return b"\n".join(lines)


def _decorate(chance: random.Random, data: bytes, _: bytes) -> bytes:
    """Put quotes around a value, and a sign at its start or end that may go unseen."""
    lines = data.split(b"\n")
    place = chance.randrange(len(lines))
    name, colon, value = lines[place].partition(b": ")
    sign = chance.choice(
        (b"\\n", b"\\t", b" ", b"\\r", b"\\0", b"\\e", b"\\_", b"\\L", b"\\u0301", b"\\u200b", b"\\x0b", b"/", b"-")
    )
    value = value.strip(b"\r'\"")
    lines[place] = name + colon + b'"' + (sign + value if chance.randrange(2) else value + sign) + b'"'
    return b"\n".join(lines)


def _borrow(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Give a field the value that a field of the same name has elsewhere: still YAML, and often a fault for the rules."""
    lines, wanted = data.split(b"\n"), chance.choice(other.split(b"\n"))
    name = wanted.partition(b":")[0].strip(b"- ")
    places = [place for place, line in enumerate(lines) if line.partition(b":")[0].strip(b"- ") == name]
    if not places:
        return data
    place = chance.choice(places)
    lines[place] = lines[place].partition(b":")[0] + b":" + wanted.partition(b":")[2]
    return b"\n".join(lines)


def _encoding(chance: random.Random, data: bytes, _: bytes) -> bytes:
    """Save the file as another program would."""
    if chance.randrange(8):
        return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b"\xc2\x85")))
    text = data.decode("utf-8", errors="replace")
    return text.encode(
        chance.choice(("utf-16", "utf-16-be", "utf-8-sig", "latin-1", "cp1252", "utf-7")), errors="replace"
    )


CHANGES: tuple[Change, ...] = (
    _flip, _drop, _double, _insert_token, _insert_token, _splice, _cut, _lines, _lines, _lines, _value, _value, _value, _borrow, _borrow, _borrow, _decorate, _decorate, _decorate, _encoding,
)  # fmt: skip
