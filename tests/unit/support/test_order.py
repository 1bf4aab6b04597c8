"""The quick look at the order of a page finds what is wrong with it."""

from __future__ import annotations

import pytest

from support.order import out_of_order

RIGHT = """<!doctype html><html lang="nl"><head><title>Goed</title></head><body><main><h1>Een</h1><h2>Twee</h2>
  <table><caption>Geld</caption><tr><th scope="col">Jaar</th></tr></table>
  <figure><img src="a.png" alt=""><figcaption>Een beeld</figcaption></figure><p aria-hidden="true"><svg></svg></p>
</main></body></html>"""


def test_a_page_in_order_has_nothing_wrong():
    """Headings in steps, tables and figures with a caption, and pictures that are silent on purpose are right."""
    assert out_of_order(RIGHT) == []


def test_a_page_is_in_the_language_that_it_is_to_be_in():
    """A page in another language than that of its address is wrong, Dutch too."""
    assert out_of_order(RIGHT, "ar") == ["language nl"]
    assert out_of_order(RIGHT.replace('lang="nl"', 'lang="ar"'), "ar") == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('lang="nl"', "", "language None"),
        ("<h1>Een</h1>", "", "0 elements h1"),
        ("<h2>Twee</h2>", "<h3>Twee</h3>", "h3 comes after h1"),
        ("<h2>Twee</h2>", "<h2> </h2>", "h2 is empty"),
        ("<caption>Geld</caption>", "", "a table has no caption"),
        ('<th scope="col">Jaar</th>', "<td>Jaar</td>", "a table has no headers"),
        (' scope="col"', "", "a header of a table does not say of what"),
        (' alt=""', "", "img has no text alternative"),
        ("<figcaption>Een beeld</figcaption>", "", "a figure has no caption"),
    ],
)
def test_a_fault_of_each_sort_is_found(old, new, said):
    """What is taken from a page that was right is said of it."""
    assert old in RIGHT
    assert said in out_of_order(RIGHT.replace(old, new))
