"""What automatic tests of accessibility leave to a person, or say wrongly, and why it is right all the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_SAMPLES = (
    "Samples of letters on the page of components: axe measures no text in a drawing. They have the colour of text, whose "
    "contrast test_tokens.py measures."
)

_SCROLLED = (
    "Cells of a table that is wider than its box: axe measures no text that has to be scrolled into sight. The same "
    "cells have the same colours at 1280 pixels, where nothing of this sort may be left."
)

# The ground of the map has two tints, and both go with the names: the darker one is a pair on the page of building blocks, the other
# is nearer to the ground of the page.
_MAP = (
    "Names on the map stand over drawn fields. Their colour and that of the fields are a pair whose contrast is tested."
)

# A drawing keeps to its box (test_drawings.py looks at what is painted), and the words beside it have the colours that they have anywhere.
_DRAWN = "Words beside the drawing of a subject: axe takes the fields that the edge of the drawing cuts off to lie over them."

# What axe cannot tell (its "incomplete" results), by width, rule and reason.
AXE_LEAVES = {
    (1280, "color-contrast", "bgOverlap"): _MAP,
    (1280, "color-contrast", "imgNode"): _SAMPLES,
    (320, "color-contrast", "imgNode"): _SAMPLES,
    (320, "color-contrast", "bgOverlap"): _SAMPLES,
    (320, "color-contrast", "shortTextContent"): _SCROLLED,
    (320, "color-contrast", "elmPartiallyObscured"): _SCROLLED,
    (320, "color-contrast", "elmPartiallyObscuring"): _DRAWN,
}


@dataclass(frozen=True)
class Reason:
    """Why findings of a rule are no barrier. `sure` findings are of elements that `only` describes, and of no others."""

    rule: str
    why: str
    only: str = ""
    sure: bool = False

    def covers(self, finding: dict[str, Any]) -> bool:
        """Say whether this explains a finding of the engine of IBM."""
        fits = finding["rule"] == self.rule and (self.sure or not finding["sure"])
        return fits and re.search(self.only, finding["snippet"]) is not None


IBM_FINDS = (
    # What it is sure of.
    Reason(
        "element_attribute_deprecated",
        "It takes `http-equiv` for obsolete. HTML names `content-security-policy` as one of its values, and a page that is "
        "opened from any web server has no other way to carry its policy.",
        only=r"^<meta [^>]*default-src",
        sure=True,
    ),
    Reason(
        "element_tabbable_role_valid",
        "A region that scrolls must take the focus, or nobody can scroll it by keyboard (WCAG 2.1.1; axe asks for it by the "
        "rule scrollable-region-focusable). It has a name and a ring.",
        only=r'tabindex="0"',
        sure=True,
    ),
    # What it asks a person to look at.
    Reason(
        "text_block_heading",
        "It asks of every short line whether it is a heading. Ours are the text of a card, a date, a source or a figure; "
        "what is a heading is marked as one, and every page test counts them.",
    ),
    Reason(
        "element_tabbable_unobscured",
        "It asks of links further down a page whether they are covered. No header is sticky, and "
        "test_every_stop_shows_that_it_has_the_focus measures on every page that what has the focus lies under nothing.",
    ),
    Reason(
        "element_tabbable_visible",
        "The skip link, the number sign beside a heading and the sign beside an item can be seen as soon as they have the "
        "focus; the same test measures that.",
    ),
    Reason(
        "style_focus_visible",
        "It sees that styles set an outline or a border and asks whether the focus can still be seen: the same test measures "
        "a ring of at least 3:1 on every stop of every page.",
    ),
    Reason(
        "style_color_misuse",
        "It asks of every style sheet whether colour alone says something. Links are underlined, kinds are written out in "
        "badges, and what came or went in a text has a sign and a line as well.",
    ),
    Reason(
        "style_highcontrast_visible",
        "It asks of every style sheet whether forced colours were tried: "
        "test_forced_colours_leave_every_control_and_ring_visible does.",
    ),
    Reason(
        "text_quoted_correctly",
        "The quotation marks stand around names of plans and programmes, and around words of a source that are being "
        "discussed; no sentence of somebody else is quoted.",
    ),
    Reason(
        "list_structure_proper",
        "It recommends `li` in a list; these are `dl` with `div` around each pair of `dt` and `dd`, as HTML allows.",
    ),
    Reason(
        "text_sensory_misuse",
        "It takes words such as 'extra', 'rond' and 'boven' for instructions that need eyes; here they are words of Dutch.",
    ),
    Reason(
        "heading_markup_misuse",
        "It doubts a heading that is long, or followed by little text. Each is the name of a goal, a role or a step.",
    ),
    Reason(
        "form_submit_button_exists",
        "A list filters itself as soon as a choice is made, and says so in a status line; there is nothing to submit.",
    ),
    Reason(
        "select_options_grouped",
        "It recommends groups in a long choice list; the parties and documents have no groups that a reader would know.",
    ),
    Reason(
        "blockquote_cite_exists",
        "The ambition of a programme is quoted as it was adopted; the line below it names document and section in text.",
    ),
    Reason(
        "download_keyboard_controllable",
        "It reminds of what follows a link to a document elsewhere; it is a plain link.",
    ),
    Reason(
        "media_alt_brief",
        "It recommends less than 150 characters. The picture shows a message of the check, and the text tells all of it.",
    ),
)
