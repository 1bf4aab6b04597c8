"""The templates of the package, set up once for all that fill them in."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined


def environment() -> Environment:
    """Return a fresh environment: every template escapes, and an unknown name in one stops the build."""
    return Environment(
        loader=PackageLoader("polderkoers.website"),
        autoescape=True,
        undefined=StrictUndefined,
        # Jinja's own signs for a comment are how Markdown gives a heading its anchor.
        comment_start_string="{##",
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
    )
