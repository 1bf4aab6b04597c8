"""The rules of a schema: which function words the error of which keyword."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.schema_rules import fields, lists, values
from polderkoers.policy.schema_words import Finding

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_WRITERS: dict[str, Callable[[ValidationError], Iterator[Finding]]] = {
    "required": fields.required,
    "additionalProperties": fields.additional,
    "type": fields.wrong_type,
    "enum": values.not_in_list,
    "const": values.not_constant,
    "pattern": values.wrong_form,
    "minLength": values.empty_text,
    "maxLength": values.too_long,
    "minItems": lists.empty_list,
    "uniqueItems": lists.double_in_list,
    "minimum": values.out_of_range,
    "maximum": values.out_of_range,
}


def explain(error: ValidationError) -> Iterator[Finding]:
    """Yield one or more findings in Dutch for one validation error."""
    writer = _WRITERS.get(str(error.validator), values.other)
    yield from writer(error)
