"""Every item of the instance has a form, which reads back exactly what stands there."""

from __future__ import annotations

from polderkoers.policy.values import same
from polderkoers.werkbank.forms.making import form_of
from polderkoers.werkbank.forms.reading import read_form
from polderkoers.werkbank.jobs.items import change_item
from polderkoers.werkbank.jobs.writing import write
from support.desk import desk_of_folder
from support.posted import posted_of

# A form takes some milliseconds, and an instance has thousands of items.
EACH = 15


def test_an_untouched_form_is_the_same_data_to_the_letter(instance, whole):
    """What a browser posts of a form that nobody touched changes no value and no byte."""
    desk = desk_of_folder(instance)
    refs = sorted(desk.items)[:: 1 if whole else EACH]
    assert refs
    for ref in refs:
        form = form_of(desk, ref)
        answer = read_form(form, posted_of(form))
        assert same(dict(answer.values), dict(form.data)), ref
        assert not any((answer.faults, answer.cleaned, answer.warned, answer.entries)), ref
        assert write(desk, change_item(desk, ref, answer)).files == {}, ref
