"""Comments and blank lines: where they go in the canonical form."""

from __future__ import annotations

import pytest

from polderkoers.policy.canonical import canonical
from polderkoers.policy.schema import Schemas
from support.made_up import ROOT

SCHEMAS = Schemas(ROOT)


def form_of(text: str) -> str:
    """Return the canonical form of a text, which must be its own form."""
    found = canonical(text, "data/x.yaml", SCHEMAS)
    assert isinstance(found, str), found
    assert canonical(found, "data/x.yaml", SCHEMAS) == found
    return found


KEPT = [
    "# boven\na: 1\n\n# midden\nb: 2  # achter\n# onder\n",
    "# van het bestand\n\n# van het veld\na: 1\n",
    "a:  # bij de naam\n  - x  # bij x\n  # boven p\n  - p\n  # onder p\nb: 1\n",
    "a:\n  - id: x\n    b: 1\n    # in x\n  # onder x\n# boven c\nc: 1\n",
    "a: >-  # bij de tekst\n  een\n\n  # in de tekst\n# onder\n",
    "a: [x, p]  # achter de lijst\n",
    "a:\n  - id: x\n\n  # boven p\n\n  - id: p\n",
    'a: "# geen opmerking"\nb: a#b\n',
    "- a  # een\n# twee\n- b\n",
    "{}  # leeg\n",
]


@pytest.mark.parametrize("text", KEPT)
def test_comments_in_their_place_stay_there(text):
    """A comment above, behind or below what it is about is left alone."""
    assert form_of(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: [x,  # bij x\n  p]", "a:\n  - x  # bij x\n  - p\n"),
        ("a: [  # bij a\n  # boven x\n  x\n  # onder x\n  ]", "a:  # bij a\n  # boven x\n  - x\n  # onder x\n"),
        ("a: {b: 1,  # bij b\n  c: 2} # bij a", "a:  # bij a\n  b: 1  # bij b\n  c: 2\n"),
        ("a: [\n  # in een lege lijst\n  ]", "# in een lege lijst\na: []\n"),
        ("[x,  # bij x\n p] # bij alles", "- x  # bij x\n- p\n# bij alles\n"),
    ],
)
def test_a_list_on_one_line_makes_room_for_its_comments(text, expected):
    """A list or group with a comment in it gets a line for every entry."""
    assert form_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n  # tussen\n  tekst\n", "# tussen\na: tekst\n"),
        ("a: # een\n  tekst  # twee\n", "# een\na: tekst  # twee\n"),
        ("- # een\n  # twee\n  id: x\n", "# een\n# twee\n- id: x\n"),
        ("a: # een\n- x  # twee\n# drie\n", "a:  # een\n  - x  # twee\n# drie\n"),
        ("a: 1\n        # diep\nb: 2\n", "a: 1\n# diep\nb: 2\n"),
        ("--- # een\na: 1\n# twee\n", "# een\na: 1\n# twee\n"),
        ("tekst\n# onder\n", "# onder\ntekst\n"),
        ("#een\na: 1 # twee  \n", "#een\na: 1  # twee\n"),
        ("a: 'x' # een\nb: \"y\n  # tekst\"\n", 'a: x  # een\nb: "y # tekst"\n'),
    ],
)
def test_a_comment_without_a_place_goes_to_the_nearest(text, expected):
    """A comment where the form has no room for one moves up to the entry that it stood in."""
    assert form_of(text) == expected


def test_a_comment_travels_with_its_field():
    """A field that gets another place takes the comments above and behind it along; those of the file stay on top."""
    text = "# bestand\n\n# titel\ntitel: A  # ook titel\n# soort\nsoort: plan\n"
    assert form_of(text) == "# bestand\n\n# soort\nsoort: plan\n# titel\ntitel: A  # ook titel\n"


def test_a_comment_on_the_first_field_of_an_item_stands_above_the_dash():
    """When a field with a comment becomes the first of an item, the comment goes above the dash."""
    text = "soort: plan\nhoofdstukken:\n  - naam: A\n    # over het id\n    id: a\n"
    assert form_of(text) == "soort: plan\nhoofdstukken:\n  # over het id\n  - id: a\n    naam: A\n"


def test_single_blank_lines_between_entries_stay():
    """A blank line between entries stays, more in a row become one, and those that begin or end something go."""
    text = "\n\na:\n\n  - id: x\n\n\n  - id: p\n\n\n\nb: [1,\n\n  2\n\n]\nc: |-\n  x\n\n\nd: 1\n\n"
    assert form_of(text) == "a:\n  - id: x\n\n  - id: p\n\nb: [1, 2]\nc: x\n\nd: 1\n"


def test_blank_lines_of_a_text_are_its_own():
    """Blank lines that a text keeps are data, and no room between fields."""
    assert form_of("a: |+\n  x\n\n\nb: 1\n") == 'a: "x\\n\\n\\n"\nb: 1\n'
