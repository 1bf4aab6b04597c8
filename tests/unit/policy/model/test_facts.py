"""What the model says of its fields and kinds, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

import pytest

from polderkoers import known
from polderkoers.policy.model.base import Blok, Onderdeel
from polderkoers.policy.model.declared import Fact, Kind, Role
from polderkoers.policy.model.facts import fields_of, form_in, names_in
from polderkoers.policy.model.fields import NAAM
from polderkoers.policy.model.files import KINDS, Beleid, classes
from polderkoers.policy.model.forms import Regel, Slug, choice
from polderkoers.policy.model.instelling import Instelling, Woorden
from polderkoers.policy.model.json_schema import as_text, known_names, schemas
from polderkoers.policy.model.kinds import (
    POLICY_KINDS,
    fields_named,
    names_of,
    nouns,
    order_says_nothing,
)
from polderkoers.policy.model.references import Refers

EVERY_FIELD = [(cls, each) for cls in classes() for each in fields_of(cls)]


@dataclass(frozen=True, kw_only=True)
class Proef(Blok):
    """A block of a test."""

    kind: ClassVar[Kind] = Kind("proef", "de proef", "proeven", "Iets dat wordt geprobeerd.")
    naam: Annotated[Regel, NAAM]
    kleur: Annotated[str | None, choice("rood", "blauw"), Fact("Kleur", "De kleur.", "de kleur")] = None
    waar: Annotated[tuple[Slug, ...], Refers("plaatsen"), Fact("Waar", "Ids.", "waar het is")] = ()


def test_a_field_is_all_that_its_declaration_says():
    """Of one declaration follow its role, what it refers to, whether it must be there and whether there are more of it."""
    found = {each.name: each for each in fields_of(Proef)}
    assert found["naam"].role is Role.NAME
    assert found["naam"].required
    assert found["kleur"].role is Role.CHOICE
    assert not found["kleur"].required
    assert found["waar"].target == "plaatsen"
    assert found["waar"].many
    assert not found["waar"].ordered


def test_own_fields_stand_between_those_of_the_base():
    """The id comes first, then what a block has itself, then what every block may have."""
    assert [each.name for each in fields_of(Proef)][:5] == ["id", "naam", "kleur", "waar", "themas"]
    assert fields_of(Proef)[-1].name == "bron"


def test_an_item_is_known_by_the_first_of_its_names_that_it_has():
    """The label of an item is what its class says that names it, and else its id."""
    assert names_in(Proef) == ("naam",)
    assert Proef(id="een-proef", naam="Een proef").label == "Een proef"
    assert Onderdeel(id="iets").label == "iets"


@pytest.mark.parametrize(("cls", "each"), EVERY_FIELD, ids=lambda part: getattr(part, "name", part.__class__.__name__))
def test_every_field_is_explained(cls, each):
    """Each field says what may stand in it, its title and help, and how a sentence names it."""
    assert each.fact.words, (cls, each.name)
    own = {**(each.form.schema if each.form else {}), "title": each.fact.title or None}
    assert each.name == "soort" or own.get("title") or (each.form and each.form.schema.get("title")), (cls, each.name)
    assert each.form or each.held, (cls, each.name)


def test_a_field_has_one_name_in_sentences():
    """Fields of one name are told with the same words wherever they stand, as a list of blocks or as anything else."""
    for name in {each.name for _, each in EVERY_FIELD}:
        for of_blocks in (True, False):
            words = {each.fact.words for each in fields_named(name) if (each.held is not None) is of_blocks}
            assert len(words) <= 1, (name, words)


def test_kinds_have_names_of_their_own():
    """No two classes of the model are the same kind in the data."""
    names = [cls.kind.name for cls in classes()]
    assert sorted(set(names)) == sorted(names)


def test_a_noun_has_one_article():
    """Wherever two declarations name something, they give it the same article."""
    said: dict[str, set[str]] = {}
    for words in _all_words():
        article, _, name = words.partition(" ")
        if article in ("de", "het"):
            said.setdefault(name, set()).add(article)
    assert {name: articles for name, articles in said.items() if len(articles) > 1} == {}


def _all_words() -> Iterator[str]:
    """Yield all words by which a sentence names a field, a part of one or a kind."""
    for cls in classes():
        if "kind" in vars(cls):
            yield cls.kind.words
    for _, each in EVERY_FIELD:
        yield from (each.fact.words, each.fact.one, *each.fact.words_of.values())


def test_what_may_be_called_otherwise_has_the_article_of_its_kind():
    """A field that holds the word for a kind names it as the kind does."""
    for each in fields_of(Woorden):
        assert each.fact.words == nouns()[each.name].definite


@pytest.mark.parametrize("name", sorted({each.name for _, each in EVERY_FIELD if each.fact.plural}))
def test_the_words_of_a_plural_are_one_wherever_they_stand(name):
    """A field that is told in the plural is so in every class that has it with the same words."""
    plural = {each.fact.words for each in fields_named(name) if each.fact.plural}
    assert plural.isdisjoint(each.fact.words for each in fields_named(name) if not each.fact.plural)


def test_a_form_that_is_not_there_is_no_end_of_a_row():
    """Asking a type that has no form for it fails loudly, also while going through many."""
    with pytest.raises(TypeError, match="may stand in it"):
        list(map(form_in, [Regel, int]))


def test_the_kinds_of_policy_are_those_that_are_declared():
    """What an organisation may choose from are the classes of policy, in their order."""
    (each,) = [each for each in fields_of(Instelling) if each.name == "soorten"]
    assert each.form is not None
    declared = [cls.soortnaam for cls in KINDS.values() if issubclass(cls, Beleid)]
    assert each.form.schema["enum"] == declared == list(POLICY_KINDS)


def test_what_is_text_and_what_has_no_order_follows_from_the_fields():
    """A remark may be polished and a spelling of a name may not; the order of figures says nothing, that of steps does."""
    assert {"naam", "toelichting", "noot"} <= names_of(Role.NAME, Role.PROSE, Role.REMARK)
    assert "andere_namen" not in names_of(Role.NAME, Role.PROSE, Role.LINE, Role.REMARK)
    assert "cijfers" in order_says_nothing(of_blocks=True)
    assert "stappen" not in order_says_nothing(of_blocks=True)
    assert "onderdelen" not in order_says_nothing(of_blocks=False)


def test_a_schema_of_a_file_holds_its_fields_in_the_order_of_the_data():
    """The canonical form follows the schema, which follows the declarations."""
    made = schemas(KINDS)["kernopgave"]
    assert list(made["properties"])[:4] == ["soort", "id", "titel", "versie"]
    assert list(made["properties"])[-1] == "let_op"
    assert made["properties"]["soort"]["const"] == "kernopgave"
    assert as_text(made).endswith("}\n")


def test_what_may_not_know_the_model_knows_its_names():
    """The names that reading and the commands use are those of the model: after a change of the model, `make schema` writes them anew."""
    names = known_names(KINDS)
    assert (frozenset(names["fields"]), names["folders"], tuple(names["new"])) == (
        known.FIELDS,
        known.FOLDERS,
        known.NEW,
    )
    assert {"naam", "let_op", "van_wie"} <= known.FIELDS
    assert known.FOLDERS["plannen"] == "plan"
    assert "versies" not in known.NEW
