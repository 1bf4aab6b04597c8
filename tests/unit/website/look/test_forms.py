"""Tokens in each form in which municipalities publish them, and what is said of a file that cannot be used."""

from __future__ import annotations

import json

import pytest

from polderkoers.website.look.files import read
from polderkoers.website.look.found import HouseTokens, TokensUnusable

NAME = "utrecht-link-color"
FORMS = {
    "style-dictionary.json": {"made": {"green": {"value": "#00811f"}}, "utrecht": {"link": {"color": {"value": "{made.green}", "type": "color"}}}},
    "resolved.json": {
        "utrecht": {"link": {"color": {"value": "#00811f", "original": {"value": "{made.green}"}, "path": ["utrecht", "link", "color"], "name": "x"}}}
    },
    "w3c.json": {"made": {"green": {"$type": "color", "$value": "#00811f"}}, "utrecht": {"link": {"color": {"$value": "{made.green}"}}}},
    "w3c-new.json": {"utrecht": {"link": {"color": {"$value": {"colorSpace": "srgb", "components": [0, 0.50588, 0.12157]}}}}},
    "bare.json": {"utrecht": {"link": {"color": "#00811f", "focus": {"type": "color", "$extensions": {"x": "y"}}}}},
    "list.json": [{"path": ["utrecht", "link", "color"], "value": "#00811f"}],
    "flat.json": {"utrechtLinkColor": "#00811f"},
    "studio.json": {
        "common": {"utrecht": {"link": {"color": {"$value": "{made.green}"}}}}, "brand/dark": {"made": {"green": {"$value": "#88ff88"}}},
        "brand": {"made": {"green": {"$value": "#00811f"}}}, "$themes": [], "$metadata": {"tokenSetOrder": ["brand", "common", "brand/dark"]},
    },
    "studio-theme.json": {
        "green": {"utrecht": {"link": {"color": {"$value": "#00811f"}}}}, "blue": {"utrecht": {"link": {"color": {"$value": "#0000ff"}}}},
        "$themes": [{"name": "Groen", "selectedTokenSets": {"green": "enabled", "blue": "disabled"}}], "$metadata": {"tokenSetOrder": ["green", "blue"]},
    },
}  # fmt: skip
SHEETS = {
    "root.css": ":root { --made-green: #00811f; --utrecht-link-color: var(--made-green); /* Green */ }",
    "theme.css": '/* } */ .made-theme { content: "}"; --utrecht-link-color: var(--gone, #00811f) }\n@media (width >= 40em) { .made-theme { --utrecht-link-color: red } }',
    "part.css": ":root{--utrecht-link-color:#00811f}.made-theme .utrecht-page-footer{--utrecht-link-color:#fff}@property --utrecht-link-color{syntax:'<color>'}",
}


def written(tmp_path, name: str, content: object) -> tuple[HouseTokens, HouseTokens]:
    """Write a file of tokens and read it."""
    text = content if isinstance(content, str) else json.dumps(content, indent=2)
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read(tmp_path, [name])


def value(found: HouseTokens, name: str = NAME) -> str | None:
    """Return what a token says in the end."""
    return found.value_of(found.tokens[name])


@pytest.mark.parametrize("name", [*FORMS, *SHEETS])
def test_each_form_gives_the_same_token(tmp_path, name):
    """Whatever the form, a token has one name and its references are followed."""
    light, _ = written(tmp_path, name, {**FORMS, **SHEETS}[name])
    expected = "rgb(0 128.9994 31.00035)" if name == "w3c-new.json" else "#00811f"
    assert value(light) == expected


def test_dark_is_kept_apart(tmp_path):
    """A set of Token Studio and a block of CSS that are for dark do not change the light look."""
    _, dark = written(tmp_path, "studio.json", FORMS["studio.json"])
    assert value(dark, "made-green") == "#88ff88"
    css = ":root { --a: #fff } @media (prefers-color-scheme: dark) { :root { --a: #000 } } .made-theme--dark { --b: #111 }"
    light, dark = written(tmp_path, "x.css", css)
    assert (value(light, "a"), value(dark, "a"), value(dark, "b"), "b" in light.tokens) == (
        "#fff",
        "#000",
        "#111",
        False,
    )


def test_a_later_file_holds_over_an_earlier_one(tmp_path):
    """Who wants another colour than the house style says puts it in a file behind it."""
    written(tmp_path, "huis.json", FORMS["style-dictionary.json"])
    written(tmp_path, "eigen.css", ":root { --made-green: #123456 }")
    light, _ = read(tmp_path, ["huis.json", "eigen.css"])
    assert value(light) == "#123456"


@pytest.mark.parametrize(
    "text",
    [
        "{a.b} * 2", "rgb(from {a} 1 2 3)", "color-mix(in srgb, {step} 50%, white)", "calc(1px + 2%)", "calc(1px * 2px)", "calc(1px / 0)",
        "calc(1px + )", "calc((1px)", "calc(100vw - 2px)", "min(1px, 2px)", "clamp(1rem, 2vw, 3rem)", "calc({link} + 1px)",
    ],
)  # fmt: skip
def test_what_cannot_be_reckoned_is_not_guessed(tmp_path, text):
    """A mix, an unknown part, units that do not go together and half a sum say nothing; that is kept, to be told."""
    light, _ = written(tmp_path, "x.json", {"utrecht": {"link": {"color": {"value": text}}}, "step": {"value": "#fff"}})
    assert value(light) is None
    assert [token.value for token in light.unsaid.values()] == [text]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("calc(1px + 2px)", "3px"),
        ("{step} * 2", "24px"),
        ("calc(2 * var(--step) - 0.5rem)", "16px"),
        ("calc((1rem + 4px) / 2)", "10px"),
        ("CALC(-1 * 4px)", "-4px"),
        ("calc(100% / 3)", "33.3333%"),
        ("calc(1.5 * 2)", "3"),
        ("{half} + {half}", "12px"),
    ],
)
def test_a_sum_of_lengths_is_reckoned(tmp_path, text, outcome):
    """Lengths, percents and numbers are added and multiplied, with what other tokens say in them."""
    house = {
        "utrecht": {"link": {"color": {"value": text}}},
        "step": {"value": "12px"},
        "half": {"value": "calc({step} / 2)"},
    }
    light, _ = written(tmp_path, "x.json", house)
    assert value(light) == outcome


def test_a_colour_that_is_made_of_another_is_not_taken_for_it(tmp_path):
    """Token Studio keeps the colour that a lighter one is made of: that is not what is meant."""
    made = {"value": "#800000", "$extensions": {"studio.tokens": {"modify": {"type": "lighten", "value": "0.5"}}}}
    light, _ = written(tmp_path, "x.json", {"utrecht": {"link": {"color": made}}})
    assert value(light) is None


def test_each_token_knows_its_line(tmp_path):
    """The line is that of the value, in JSON and in CSS, also after lists and in another object with the same key."""
    text = (
        '{\n "a": [1, {"x": 2}],\n "b": {"color": {\n  "value": "#111"}},\n "c": {"color":\n  {"value": "#222"}}\n}\n'
    )
    light, _ = written(tmp_path, "x.json", text)
    assert [light.tokens[name].line for name in ("b-color", "c-color")] == [4, 6]
    light, _ = written(tmp_path, "x.css", "/* one\n two */\n:root {\n  --a: #fff;\n\n  --b:\n #000;\n}\n")
    assert [light.tokens[name].line for name in ("a", "b")] == [4, 6]
    light, _ = written(tmp_path, "list.json", [{"path": ["a"], "value": "1"}, {"path": ["b"], "value": "2"}])
    assert light.tokens["b"].line == 12


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("x.json", '{\n "a": {\n  "value": "#111",,\n', "In x.json, regel 3: dit is geen goede JSON (bij teken 19 van de regel)."),
        ("x.json", "{}", "In x.json: er staan geen tokens in."),
        ("x.json", "[1, 2]", "In x.json: er staan geen tokens in."),
        ("x.json", "  ", "In x.json: dit bestand is leeg of te groot."),
        ("x.json", "[" * 200_000, "In x.json: er zit te veel in elkaar."),
        ("x.css", ":root {\n --a: #fff;\n", "In x.css, regel 1: wat hier met '{' opent, wordt niet gesloten."),
        ("x.css", ":root { }\n}\n", "In x.css, regel 2: hier sluit een '}' iets wat niet geopend is."),
        ("x.scss", ":root { }", "In x.scss: de naam eindigt niet op .json of .css."),
    ],
)  # fmt: skip
def test_a_broken_file_is_told_with_its_line(tmp_path, name, text, said):
    """What is wrong stands behind the file and the line, and how to mend it after it."""
    with pytest.raises(TokensUnusable) as error:
        written(tmp_path, name, text)
    assert said in str(error.value)
    assert "Hoe op te lossen: " in str(error.value)


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path):
    """A missing file names the setting to change, and one in another encoding its line."""
    with pytest.raises(
        TokensUnusable, match=r"In weg\.json: dit bestand is er niet .* verander het pad in mkdocs\.yml"
    ):
        read(tmp_path, ["weg.json"])
    (tmp_path / "x.css").write_bytes(b":root {\n --a: '\xe9' }")
    with pytest.raises(TokensUnusable, match=r"In x\.css, regel 2: dit is geen tekst in UTF-8"):
        read(tmp_path, ["x.css"])


def test_a_reference_to_nothing_and_a_ring_are_told(tmp_path):
    """A token that leads nowhere is named with what it refers to; one that leads to itself as well."""
    light, _ = written(tmp_path, "x.json", {"a": {"value": "{gone.b}"}, "b": {"value": "{c}"}, "c": {"value": "{b}"}})
    with pytest.raises(TokensUnusable, match=r"regel 3: a verwijst naar gone\.b, maar die token staat er niet"):
        value(light, "a")
    with pytest.raises(TokensUnusable, match="b verwijst via b naar zichzelf"):
        value(light, "b")
