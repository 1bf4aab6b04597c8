"""What a build that fails says."""

from __future__ import annotations

from polderkoers.website.building.said import in_dutch


def test_what_the_generator_puts_around_our_words_is_left_out():
    """An editor reads what is wrong, without the English of the program before and behind it; where there is nothing else, that."""
    said = "ERROR   -  Op deze bladzijden klopt iets niet:\n- docs/over.md:3: dat.\n\nAborted with a BuildError!\n"
    assert in_dutch(said) == "Op deze bladzijden klopt iets niet:\n- docs/over.md:3: dat."
    assert in_dutch("Aborted with 1 warnings in strict mode!\n") == "Aborted with 1 warnings in strict mode!"
