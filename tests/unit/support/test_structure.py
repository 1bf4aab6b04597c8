"""The pages that tests look at closely show every part of a site."""

from __future__ import annotations

from support.site import BuiltSite
from support.structure import covering, joints, styles

PLAIN = "<html><body><p>Een</p></body></html>"
MARKED = '<html><body><p class="let op">Twee</p></body></html>'
MARKED_OTHERWISE = '<html><body><p class="op let">Drie</p></body></html>'
NESTED = "<html><body><div><p>Vier</p></div></body></html>"


def test_words_and_the_order_of_classes_make_no_other_part():
    """Two pages that differ only in words, or in the order of classes, are made of the same parts."""
    assert joints(PLAIN) == joints(PLAIN.replace("Een", "Iets anders"))
    assert joints(MARKED) == joints(MARKED_OTHERWISE)


def test_a_class_or_a_place_makes_another_part():
    """A class more, or another element around it, is another part."""
    assert joints(MARKED) - joints(PLAIN)
    assert joints(NESTED) - joints(PLAIN)


def test_the_chosen_pages_have_every_part():
    """No part is on a page that is left out alone, and a page with nothing new is left out."""
    pages = {name: joints(text) for name, text in {"a": PLAIN, "b": MARKED, "c": MARKED_OTHERWISE, "d": NESTED}.items()}
    chosen = covering(pages)
    assert frozenset().union(*(pages[path] for path in chosen)) == frozenset().union(*pages.values())
    assert len({"b", "c"} & set(chosen)) == 1


def test_every_sheet_of_a_site_makes_its_look(tmp_path):
    """A sheet counts wherever it stands, by where that is: two of one name in two folders are two, and a folder is none."""
    for name in ("assets/css/site.css", "assets/css/eigen/site.css", "eigen.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"/* {name} */", encoding="utf-8")
    assert sorted(styles(BuiltSite(tmp_path))) == ["assets/css/eigen/site.css", "assets/css/site.css", "eigen.css"]
