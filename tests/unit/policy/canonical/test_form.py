"""The canonical form by example: order, style, texts, and what cannot be formatted."""

from __future__ import annotations

import pytest

from polderkoers.policy.canonical import canonical, form
from polderkoers.policy.schema import Schemas
from polderkoers.problems import Problem
from support.made_up import KERNOPGAVE, ROOT, document

SCHEMAS = Schemas(ROOT)
LONG = (
    "Dit is een lange zin met een getal. Ook de zin hierna, ca. 5 woorden langer, staat op een eigen regel. Is dat zo?"
)


def form_of(text: str) -> str:
    """Return the canonical form of a text that has one."""
    found = canonical(text, "data/x.yaml", SCHEMAS)
    assert isinstance(found, str), found
    return found


def test_fields_stand_in_the_order_of_the_schema():
    """The fields of a file come in the order of its schema, and those that the schema does not know after them."""
    assert form_of("x: 1\ntitel: A\na: 2\nsoort: plan\nid: a\n") == "soort: plan\nid: a\ntitel: A\nx: 1\na: 2\n"


def test_fields_of_items_stand_in_the_order_of_their_block():
    """Blocks that a schema refers to have an order too, however deep they are."""
    text = """\
soort: plan
hoofdstukken:
  - naam: A
    punten:
      - bron: {plek: B, document: c}
        naam: D
        id: d
    id: a
"""
    assert (
        form_of(text)
        == """\
soort: plan
hoofdstukken:
  - id: a
    naam: A
    punten:
      - id: d
        naam: D
        bron: {document: c, plek: B}
"""
    )


@pytest.mark.parametrize("kind", ["", "soort: iets\n", "soort: 3\n", "soort: blokken\n", "soort: [plan]\n"])
def test_a_kind_without_a_schema_keeps_its_order(kind):
    """Nothing is known of the order of an unknown kind, so it stays."""
    assert form_of(f"b: 1\na: 2\n{kind}") == f"b: 1\na: 2\n{kind}"


def test_short_groups_and_lists_stand_on_one_line():
    """A group or list without an id that fits in 120 signs stands on one line, with its own groups in it."""
    text = "a:\n- x\n- 'y, z'\nb:\n  c:\n    d: 1\n  e: [ ]\n  f: { }\n"
    assert form_of(text) == 'a: [x, "y, z"]\nb: {c: {d: 1}, e: [], f: {}}\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: [{id: x, b: 1}]", "a:\n  - id: x\n    b: 1\n"),
        ("a: {b: {id: x}}", "a:\n  b:\n    id: x\n"),
        ("a: [{b: 1}, {c: 2}]", "a:\n  - {b: 1}\n  - {c: 2}\n"),
        ("a: [[1, 2], [3]]", "a:\n  - [1, 2]\n  - [3]\n"),
        ('a: {b: "een\\ntwee"}', "a:\n  b: >-\n    een\n\n    twee\n"),
        ("{a: 1, b: [x]}", "a: 1\nb: [x]\n"),
        ("- {a: 1}\n- x\n", "- {a: 1}\n- x\n"),
    ],
)
def test_what_has_an_id_or_lines_of_its_own_gets_lines(text, expected):
    """Items with an id, lists of groups, texts of more than one line and the file itself never stand on one line."""
    assert form_of(text) == expected


@pytest.mark.parametrize("head", ["a: [{}]", "a: {{b: {}}}", "abcd: {}", "- {}"])
def test_one_line_is_at_most_120_signs(head):
    """A line of 120 signs is short enough, and one of 121 is not."""
    room = 120 - len(head.format(""))
    assert form_of(head.format("x" * room)) == head.format("x" * room) + "\n"
    assert len(form_of(head.format("x" * (room + 1))).splitlines()) > 1


def test_a_long_list_gets_a_line_per_item():
    """A list that does not fit on one line has one item a line, indented below its name."""
    items = [f"{'x' * 40}-{number}" for number in range(3)]
    assert form_of(f"a: [{', '.join(items)}]") == "a:\n" + "".join(f"  - {item}\n" for item in items)


def test_a_long_text_has_a_line_for_every_sentence():
    """A text that does not fit is folded, a sentence a line; an abbreviation ends no sentence."""
    assert form_of(f'toelichting: "{LONG}"') == (
        "toelichting: >-\n"
        "  Dit is een lange zin met een getal.\n"
        "  Ook de zin hierna, ca. 5 woorden langer, staat op een eigen regel.\n"
        "  Is dat zo?\n"
    )


def test_a_long_sentence_is_broken_at_120_signs():
    """Within a sentence a line takes as many words as fit in 120 signs, and a longer word stands alone."""
    text = " ".join(["woord"] * 30 + ["x" * 130, "slot"])
    lines = form_of(f"a:\n  id: x\n  b: {text}\n").splitlines()[2:]
    assert lines[0] == "  b: >-"
    assert [len(line) for line in lines[1:]] == [117, 4 + 10 * 6 + 5, 134, 8]
    assert "".join(lines[1:]).split() == text.split()


def test_paragraphs_are_parted_by_a_blank_line():
    """A text of more lines keeps them, each as a paragraph, and a line end at its end is kept by its sign."""
    assert form_of('a: "een\\ntwee"\n') == "a: >-\n  een\n\n  twee\n"
    assert form_of("a: |\n  een\n  twee\n") == "a: >\n  een\n\n  twee\n"
    assert form_of('a: "een\\n\\ntwee"\n') == "a: >-\n  een\n\n\n  twee\n"


@pytest.mark.parametrize(
    "text", [" voor", "na ", "a\n b", "a \nb", "\na", "a\n\n", "\n", "a\tb", "a\u200bb", "a\u2028b", "a\x07b"]
)
def test_a_text_that_folding_would_change_stands_in_quotes(text):
    """Spaces and line ends at an edge, tabs and signs that no one sees are written between double quotes."""
    found = form_of("a: " + '"' + "".join(f"\\U{ord(sign):08X}" for sign in text) + '"')
    assert found.startswith('a: "')
    assert found.count("\n") == 1
    assert found.isascii()
    assert document(found).data == {"a": text}


def test_a_long_text_in_quotes_goes_on_below():
    """A text that must be in quotes is broken at its spaces, and only at single ones."""
    text = " ".join(["woord  twee"] * 20) + " "
    found = form_of(f'a: "{text}"')
    assert document(found).data == {"a": text}
    assert [len(line) <= 120 for line in found.splitlines()] == [True] * 3


def test_double_spaces_stay_within_a_line():
    """A line is only broken where one space stands, because a break is read as one space."""
    text = "a  b " * 40 + "c"
    found = form_of(f"a: {text}")
    assert document(found).data == {"a": text}
    assert all(line.strip().endswith(("b", "c", ">-")) for line in found.splitlines())


def test_numbers_and_words_have_one_notation():
    """A value that can be written in many ways is written in one."""
    text = "a: 1.50\nb: 1.2500\nc: 0.125\nd: 1234.5670\ne: TRUE\nf: ~\ng:\nh: -0.0\n"
    expected = "a: 1.5\nb: 1.25\nc: 0.125\nd: 1234.5670\ne: true\nf: null\ng: null\nh: -0.0\n"
    assert form_of(text) == expected


@pytest.mark.parametrize(
    "number",
    ["9" * 30, "-" + "9" * 29, "9" * 27 + ".0", "0." + "0" * 27 + "1", "-0." + "0" * 26 + "1", "12345678.1230"],
)
def test_the_longest_numbers_can_be_read_again(number):
    """A number at the limit of what may be read does not grow over it."""
    found = form_of(f"a: {number}")
    assert document(found).data == document(f"a: {number}").data
    assert form_of(found) == found


def test_keys_follow_the_rules_of_texts():
    """A key is a text: in quotes where it could be read as something else."""
    assert form_of("no: 1\n2012: 2\n'a b': 3\n'': 4\n") == '"no": 1\n"2012": 2\na b: 3\n"": 4\n'


def test_line_ends_and_marks_at_the_edges_go():
    """A byte order mark, carriage returns, document marks and blank lines at the edges are no part of the form."""
    assert form_of("\ufeff---\r\n\r\na: 1\r\nb: 2\r\n\r\n\r\n") == "a: 1\nb: 2\n"
    assert form_of("a: 1") == "a: 1\n"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: [1", "yaml-syntaxis"),
        ("a: *b", "yaml-vorm"),
        ("a: 1\n---\nb: 2\n", "yaml-vorm"),
        ("# alleen uitleg\n", "leeg-bestand"),
        ("", "leeg-bestand"),
        ("a: 1\nb: 2\na: 3\n", "dubbele-sleutel"),
        (f"? {'x' * 1100}\n: 1\n", "yaml-vorm"),
        ("a: Motie #12 over wonen\n", "tekst-na-hekje"),
        ("a: [x, y]#z\n", "tekst-na-hekje"),
        ("a: 780.000\n", "getal-schrijfwijze"),
        ("a: [?x]\n", "yaml-vorm"),
        ("a: x\x96y\n", "onzichtbaar-teken"),
        ("soort: plan\nversie: 1.10\n", "verkeerd-type"),
    ],
)
def test_what_cannot_be_read_or_kept_has_no_form(text, rule):
    """A file that cannot be read, or would lose something, gives the problem instead of a form."""
    found = canonical(text, "data/x.yaml", SCHEMAS)
    assert isinstance(found, Problem)
    assert (found.rule, found.file) == (rule, "data/x.yaml")


@pytest.mark.parametrize("wrong", ["soort: plan\n", "soort: kernopgave\nid: ja\n", "- 1\n", "a: [\n"])
def test_a_form_with_other_data_is_never_returned(wrong, monkeypatch):
    """Should writing go wrong, the check afterwards refuses the outcome."""
    monkeypatch.setattr(form, "write", lambda _: wrong)
    found = canonical("soort: kernopgave\nid: nee\n", "data/x.yaml", SCHEMAS)
    assert isinstance(found, Problem)
    assert found.rule == "vaste-vorm"


@pytest.mark.parametrize("wrong", ["a: 1\n", "a: 1 # b\n# b\n", "a: 1 # c\n"])
def test_a_form_with_other_comments_is_never_returned(wrong, monkeypatch):
    """A comment that is lost, doubled or changed is noticed too."""
    monkeypatch.setattr(form, "write", lambda _: wrong)
    assert isinstance(canonical("a: 1 # b\n", "data/x.yaml", SCHEMAS), Problem)


def test_values_are_the_same_only_with_their_types():
    """One, one point nothing, true and the text 1 are four values, and the order of fields makes none."""
    values = [1, 1.0, True, "1"]
    assert [[form.same({"a": [one]}, {"a": [other]}) for one in values] for other in values] == [
        [one is other for one in values] for other in values
    ]
    assert form.same({"a": 1, "b": 2}, {"b": 2, "a": 1})
    assert not form.same([1], [1, 2])


def test_the_fields_of_a_kernopgave_may_stand_in_any_order():
    """Turning the fields of a file around does not change its form."""
    whole = form_of(KERNOPGAVE)
    fields = whole.split("\n")
    starts = [number for number, line in enumerate(fields) if line and not line.startswith((" ", "#"))]
    parts = ["\n".join(fields[start:end]) for start, end in zip(starts, [*starts[1:], len(fields) - 1], strict=True)]
    assert form_of("\n".join(reversed(parts)) + "\n") == whole
