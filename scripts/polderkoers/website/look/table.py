"""What of a house style becomes what of ours: the one place that says so.

On the left a token of `tokens.css`, on the right the tokens of NL Design System that it can be taken from, the best first.
"""

from __future__ import annotations

from dataclasses import dataclass

# Colours. What no file gives is made of those that it does give (`derive.py`), or stays ours. The ground of marked text is not here:
# theirs goes with a colour of text of its own, which ours has not.
COLOURS: dict[str, tuple[str, ...]] = {
    "bg": ("utrecht-document-background-color", "utrecht-page-body-background-color", "utrecht-page-background-color", "basis-color-default-bg-document"),
    "text": ("utrecht-document-color", "utrecht-page-body-color", "nl-paragraph-color", "utrecht-paragraph-color", "basis-color-default-color-document"),
    "heading": ("utrecht-heading-color", "utrecht-heading-1-color", "nl-heading-color", "nl-heading-level-1-color", "basis-heading-color"),
    "text-soft": ("utrecht-form-field-description-color", "nl-form-field-description-color", "basis-color-default-color-subtle"),
    "line": ("utrecht-separator-color", "basis-color-default-border-subtle"),
    "line-strong": ("utrecht-textbox-border-color", "utrecht-form-control-border-color", "basis-form-control-border-color"),
    "link": ("utrecht-link-color", "nl-link-color"),
    "link-hover": ("utrecht-link-hover-color", "nl-link-hover-color"),
    "focus": ("utrecht-focus-outline-color", "nl-focus-outline-color", "basis-focus-outline-color", "utrecht-focus-border-color"),
    "canal": ("utrecht-button-primary-action-background-color", "nl-button-primary-background-color", "utrecht-button-background-color"),
    "canal-text": ("utrecht-button-primary-action-color", "nl-button-primary-color", "utrecht-button-color"),
    "header": ("utrecht-page-header-background-color", "utrecht-page-header-content-background-color", "denhaag-page-header-background-color"),
    "header-text": ("utrecht-page-header-color", "utrecht-page-header-content-color"),
    "footer": ("utrecht-page-footer-background-color", "utrecht-page-footer-content-background-color"),
    "footer-text": ("utrecht-page-footer-color", "utrecht-page-footer-content-color"),
    "canal-soft": ("utrecht-alert-info-background-color", "nl-alert-info-background-color"),
    "canal-soft-text": ("utrecht-alert-info-color", "nl-alert-info-color"),
    "field-soft": ("utrecht-alert-ok-background-color", "nl-alert-ok-background-color"),
    "field-soft-text": ("utrecht-alert-ok-color", "nl-alert-ok-color"),
    "wheat-soft": ("utrecht-alert-warning-background-color", "nl-alert-warning-background-color"),
    "wheat-soft-text": ("utrecht-alert-warning-color", "nl-alert-warning-color"),
    "clay-soft": ("utrecht-alert-error-background-color", "nl-alert-error-background-color"),
    "clay-soft-text": ("utrecht-alert-error-color", "nl-alert-error-color"),
}  # fmt: skip


@dataclass(frozen=True)
class Size:
    """A size that can be taken: where from, and between how many pixels; beyond those a page would break or be hard to read."""

    names: tuple[str, ...]
    least: float
    most: float


# Sizes of headings, the largest first: they must not grow on the way.
HEADINGS: dict[str, Size] = {
    "heading-1": Size(("utrecht-heading-1-font-size", "nl-heading-level-1-font-size"), 26, 60),
    "heading-2": Size(("utrecht-heading-2-font-size", "nl-heading-level-2-font-size"), 22, 48),
    "heading-3": Size(("utrecht-heading-3-font-size", "nl-heading-level-3-font-size"), 19, 36),
    "heading-4": Size(("utrecht-heading-4-font-size", "nl-heading-level-4-font-size"), 16, 30),
}
TEXT: dict[str, Size] = {
    "text-m": Size(("utrecht-document-font-size", "nl-paragraph-font-size", "utrecht-paragraph-font-size"), 16, 22)
}
# Steps of space, the smallest first: they must not shrink on the way.
SPACES: dict[str, Size] = {
    f"space-{place}": Size((f"utrecht-space-block-{step}", f"basis-space-block-{step}"), least, most)
    for place, step, least, most in (
        (1, "2xs", 2, 8),
        (2, "xs", 4, 14),
        (3, "sm", 6, 20),
        (4, "md", 8, 26),
        (5, "xl", 12, 40),
        (6, "2xl", 16, 52),
        (7, "3xl", 24, 72),
        (8, "4xl", 32, 112),
    )
}
SHAPES: dict[str, Size] = {"radius": Size(("utrecht-button-border-radius", "nl-button-border-radius"), 0, 24)}
# Numbers without a unit. A line height may be a number, a percentage or a length.
LEADING = Size(("utrecht-document-line-height", "nl-paragraph-line-height", "utrecht-paragraph-line-height"), 1.4, 2)
WEIGHT = Size(
    ("utrecht-heading-font-weight", "utrecht-heading-1-font-weight", "nl-heading-level-1-font-weight"), 400, 900
)
HEADING_FAMILY = ("utrecht-heading-font-family", "utrecht-heading-1-font-family", "nl-heading-font-family", "nl-heading-level-1-font-family")  # fmt: skip
FAMILY = ("utrecht-document-font-family", "nl-paragraph-font-family", "utrecht-paragraph-font-family")
