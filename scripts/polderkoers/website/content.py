"""What stands on a generated page before it has a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from polderkoers.website.glossary import Glossary


@dataclass(frozen=True)
class Content:
    """The template that shows a page, the terms that explain themselves in it, and the values of its view."""

    template: str
    glossary: Glossary
    values: dict[str, Any]
