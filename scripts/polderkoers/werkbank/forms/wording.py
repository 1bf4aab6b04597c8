"""Says in words of the form what the check says to who writes lines of YAML."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import capital
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.model.kinds import file_id

if TYPE_CHECKING:
    from polderkoers.policy.model.declared import Deel
    from polderkoers.werkbank.forms.desk import Desk, Placed

_PATH = re.compile(r"'?\bdata/[\w/-]+\.yaml\b'?")
_QUOTED = re.compile(r"'([^'\s]+)'")
_BARE = re.compile(r"(?<![\w/'-])[\w-]+/[\w-]+(?![\w/'])")
_LINE = re.compile(r"(?:(?<=: )|(?<=[Ss]chrijf )|(?<= dan )|(?<= en ))([a-z]+(?:_[a-z]+)*): (?=\S)")
_SENTENCE = re.compile(r"(?<=[.?!]) (?=[A-Z])")
# What is only to be done in a file or at a command line.
_OF_FILES = re.compile(r"[{}]|\bpolderkoers \w|\.yaml\b|\bdata/\w")
_PAIR = re.compile(r"'([a-z]+(?:_[a-z]+)*): ([^']+)'")
_LONG_NAME = re.compile(r"(?<![\w'/])[a-z]+(?:_[a-z]+)+(?![\w'/])")
# Names of fields that are words of a sentence too.
_WORDS = frozenset({"bij", "uit", "hier"})
_ELSE = "verbeter het in het formulier. Lukt dat niet, vraag het dan aan wie de gegevens beheert."


def in_words(text: str, desk: Desk) -> str:
    """Return a text with items and files by their names and fields by their titles."""

    def named(found: re.Match[str]) -> str:
        item = desk.items.get(found[1])
        return f"'{item.label}'" if item is not None else f"'{_titles().get(found[1], found[1])}'"

    def bare(found: re.Match[str]) -> str:
        item = desk.items.get(found[0])
        return f"'{item.label}'" if item is not None else found[0]

    def file(found: re.Match[str]) -> str:
        item = desk.items.get(PurePosixPath(found[0].strip("'")).stem)
        return f"'{file_name(item)}'" if item is not None and item.is_file else found[0]

    return _BARE.sub(bare, _QUOTED.sub(named, _PATH.sub(file, text)))


def file_name(placed: Placed) -> str:
    """Return what a file is called: a list by its kind, all else by its name."""
    return placed.cls.kind.title if file_id(placed.cls.soortnaam) else placed.label


def title_of_field(name: str) -> str:
    """Return the title of a field by its name in the data, of which nothing more is known; that name when there is none."""
    return _titles().get(name, name)


def cure_in_words(hint: str, desk: Desk) -> str:
    """Return a cure as it is carried out in a form: what only somebody with the files can do is left out, with whom to ask in its place."""
    found = " ".join(_for_a_form(in_words(_PAIR.sub(_titled, hint), desk)))
    found = _LONG_NAME.sub(
        lambda name: f"'{_titles()[name[0]]}'" if name[0] in _titles() else name[0], _LINE.sub(_titled, found)
    )
    return found.replace("': null", "' leeg")


def _for_a_form(hint: str) -> list[str]:
    """Return the sentences of a cure that can be carried out in a form; a question goes with what answers it."""
    first, *others = _SENTENCE.split(hint)
    kept = [_ELSE if _OF_FILES.search(first) else first]
    for each in others:
        if not _OF_FILES.search(each) and kept != [_ELSE]:
            kept.append(each)
        elif kept[-1].endswith("?"):
            kept.pop()
    return kept or [_ELSE]


def _titled(line: re.Match[str]) -> str:
    """Return a line of YAML, or its name alone, with the title of its field."""
    title = _titles().get(line[1])
    if title is None or line[1] in _WORDS:
        return line[0]
    return f"'{title}': {''.join(line.groups()[1:])}"


@cache
def _titles() -> dict[str, str]:
    """Return what fields are called by their name in the data; one with several titles by that which is used most."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    todo: list[type[Deel]] = [*KINDS.values()]
    seen = {*todo}
    for cls in todo:
        for each in fields_of(cls):
            found[each.name][each.fact.title or capital(each.name.replace("_", " "))] += 1
            if each.held is not None and each.held not in seen:
                seen.add(each.held)
                todo.append(each.held)
    return {name: titles.most_common(1)[0][0] for name, titles in found.items()}
