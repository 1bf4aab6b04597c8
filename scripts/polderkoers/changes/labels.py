"""The Dutch words for blocks and fields, as they stand in a sentence about a change: what the model says of them."""

from __future__ import annotations

from functools import cache

from polderkoers.policy.model.declared import Deel, Noun, noun_of
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.kinds import fields_named, nouns
from polderkoers.policy.vocabulary import AS_USUAL, Vocabulary


def noun(block: str, slot: str = "", own: Vocabulary = AS_USUAL) -> Noun:
    """Return the words for a block that stands in a list or field, those of the organisation before ours."""
    in_slot = _in_slot(slot)
    if (said := own.noun(block)) and not in_slot:
        return Noun(said.one, said.article)
    return in_slot or nouns().get(block) or Noun(block.replace("_", " "))


@cache
def _in_slot(slot: str) -> Noun | None:
    """Return what a block is called in a list or field that has a word of its own for it."""
    for each in fields_named(slot):
        if each.fact.one:
            return noun_of(each.fact.one)
    return None


def list_name(slot: str, own: Vocabulary = AS_USUAL) -> str:
    """Return the words for a list of items, those of the organisation before ours: `doelen`."""
    if said := own.of_list(slot):
        return said.more
    return _list_name(slot)


@cache
def _list_name(slot: str) -> str:
    for each in fields_named(slot):
        if each.many and each.held is not None:
            return noun_of(each.fact.words).name
    return slot.replace("_", " ")


@cache
def field_name(field: str) -> str:
    """Return the words for a field, with its article: also for a part of a field (`wanneer.tot`).

    A field that the model does not know, of a version with other schemas, is named as it stands in the data.
    """
    name, _, part = field.partition(".")
    for holder in fields_named(name):
        if not part:
            return holder.fact.words
        if found := holder.fact.words_of.get(part) or (holder.held and _words_of_part(holder.held, part)):
            return found
    return f"het veld {field}"


def _words_of_part(held: type[Deel], part: str) -> str:
    return next((each.fact.words for each in fields_of(held) if each.name == part), "")


@cache
def is_plural(field: str) -> bool:
    """Return whether the words for a field are a plural, so that its verb is one too."""
    return any(each.fact.plural for each in fields_named(field))
