"""Pages by hand in the words of the organisation."""

from __future__ import annotations

import jinja2
import pytest

from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.website.macro_faults import said
from polderkoers.website.views.handwritten import AskedWrongly, ListChoice, figure_of, tiles_of
from polderkoers.website.views.site import Site
from support.made_up import BASIS, document

_WORDS = (
    "woorden:\n  kernopgave: {enkelvoud: ambitie, meervoud: ambities, lidwoord: de}\n"
    "  doel: {enkelvoud: streven, meervoud: strevens, lidwoord: het}\n"
)


@pytest.fixture
def site() -> Site:
    """The site of the basis, of an organisation that has words of its own."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted((BASIS / "data").rglob("*.yaml"))}
    texts["instelling.yaml"] += _WORDS
    return Site(Policy(build_file(document(text)) for text in texts.values()))


@pytest.mark.parametrize("word", ["kernopgave", "ambitie", "ambities"])
def test_a_list_is_asked_for_in_the_words_of_the_data_or_of_the_organisation(site, word):
    """Both lead to the same files, which are called what the organisation calls them."""
    (tile,) = tiles_of(site, ListChoice(kind=word))
    assert (tile.link.text, tile.above) == ("Fijn wonen", "Ambitie 1")


def test_a_part_of_a_file_is_called_by_the_word_of_the_organisation(site):
    """A goal in a list, and in what is said of a wrong reference, has the organisation's own name for it."""
    assert {tile.above for tile in tiles_of(site, ListChoice(kind="doel"))} == {"Streven"}
    with pytest.raises(AskedWrongly, match=r"is geen cijfer \(streven\)"):
        figure_of(site, "fijn-wonen/doel-genoeg-huizen")


def test_a_name_behind_a_point_that_is_not_there_is_told_in_dutch():
    """What a page may name of who publishes is limited; anything else is told without the words of the program."""
    template = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=True).from_string(
        "{{ uitgever.voluit }}"
    )
    with pytest.raises(jinja2.UndefinedError) as wrong:
        template.render(uitgever={"full": "de gemeente"})
    assert said(wrong.value) == "'voluit' bestaat hier niet. Hoe op te lossen: kijk na wat er achter de punt staat."
