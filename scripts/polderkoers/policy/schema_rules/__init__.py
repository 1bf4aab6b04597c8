"""The rules of a schema: which function words the error of which keyword."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.schema_rules import fields, forms, lists, types, unknown, values
from polderkoers.policy.schema_words import Field, Refusal

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_WRITERS: dict[str, Callable[[ValidationError, Field], Iterator[Refusal]]] = {
    "required": fields.required,
    "additionalProperties": unknown.additional,
    "type": types.wrong_type,
    "enum": values.not_in_list,
    "const": values.not_constant,
    "pattern": forms.wrong_form,
    "minLength": values.empty_text,
    "maxLength": values.too_long,
    "minItems": lists.empty_list,
    "uniqueItems": lists.double_in_list,
    "minimum": values.out_of_range,
    "maximum": values.out_of_range,
}


def explain(error: ValidationError, field: Field) -> Iterator[Refusal]:
    """Yield one or more findings in Dutch for one validation error, at a place of which the schema says `field`."""
    writer = _WRITERS.get(str(error.validator), values.other)
    yield from writer(error, field)
