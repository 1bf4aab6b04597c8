"""How much is looked at when the links of a site are judged."""

from __future__ import annotations

from polderkoers.website.links import Links


def test_a_place_that_was_found_is_not_looked_for_again(tmp_path, monkeypatch):
    """What many pages link to is looked for once, and what leads nowhere is told for each page."""
    links, looked = Links(), []
    wrong = Links._wrong  # noqa: SLF001 - what looks for one place

    def counted(self, target, *more):
        looked.append(target)
        return wrong(self, target, *more)

    monkeypatch.setattr(Links, "_wrong", counted)
    for number in range(20):
        links.see(f"p{number}/", '<a href="../p0/#hier" id="hier">x</a><a href="/p1/">y</a><a href="../weg/">z</a>')
    dead = links.dead(tmp_path)
    assert [one.page for one in dead] == sorted(f"p{number}/" for number in range(20))
    assert {one.link for one in dead} == {"../weg/"}
    assert looked.count(("p0/", "hier")) == looked.count(("p1/", "")) == 1
