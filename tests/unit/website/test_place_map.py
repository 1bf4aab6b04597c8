"""The map of places: points where the coordinates say, names that stand apart, and no map where too little is known."""

from __future__ import annotations

from itertools import combinations

import pytest

from polderkoers.policy.model.plaatsen import Plaats
from polderkoers.website.views.degrees import told
from polderkoers.website.views.place_map import TARGET, WIDTH, MapPoint, PlaceMap, place_map
from polderkoers.website.views.site import Site
from support.made_up import policy_of

HEAD = "soort: plaatsen\nid: meer\nversie: '1.0'\nstatus: null\nplaatsen:\n"
# As wide as a letter of a name is at most, and as high as a line.
LETTER, LINE = 7.5, 15
# Villages as they can lie: in a ring, on a line, and two close together.
SPREAD = (
    ("Noordeinde", 52.9, 5.7), ("Oostwoud", 52.8, 5.95), ("Zuidbroek", 52.65, 5.8), ("West", 52.75, 5.6),
    ("Middelburcht aan de Vaart", 52.77, 5.75), ("Dichtbij", 52.772, 5.76),
)  # fmt: skip


def drawn(*places: tuple[str, float, float], here: str = "", kind: str = "dorp") -> PlaceMap | None:
    """Return the map of some places, of which the first is named by policy."""
    lines = "".join(
        f"  - {{id: p{number}, naam: {name}, soort: {kind}, coordinaten: {{lat: {lat:.4f}, lon: {lon:.4f}, dataset: Kaartboek}}}}\n"
        for number, (name, lat, lon) in enumerate(places)
    )
    policy = policy_of(HEAD + lines)
    entries = [entry for entry in policy.of(Plaats) if entry.file.id == "meer"]
    shown = next((entry for entry in entries if entry.item.naam == here), None)
    return place_map(Site(policy), entries, frozenset({"meer/p0"}), shown)


def by_name(found: PlaceMap) -> dict[str, MapPoint]:
    """Return the points of a map by the names of their places."""
    return {point.link.text: point for point in found.points}


def room(point: MapPoint) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of the name of a point, measured without the view."""
    assert point.label is not None
    long = len(point.link.text) * LETTER
    left = {"start": point.label.x, "end": point.label.x - long, "middle": point.label.x - long / 2}[point.label.anchor]
    return left, point.label.y - LINE * 0.75, left + long, point.label.y + LINE * 0.25


def test_north_is_above_and_east_is_to_the_right():
    """A place further north stands higher, and one further east more to the right."""
    points = by_name(drawn(*SPREAD))
    assert points["Noordeinde"].y < points["Middelburcht aan de Vaart"].y < points["Zuidbroek"].y
    assert points["West"].x < points["Noordeinde"].x < points["Oostwoud"].x


def test_a_kilometre_is_as_long_to_the_east_as_to_the_north():
    """At 60 degrees a degree of longitude is half of one of latitude, so that these three make equal sides, as the bar says."""
    points = by_name(drawn(("A", 60.05, 5.0), ("B", 59.95, 5.0), ("C", 60.05, 5.2)))
    north, east = points["B"].y - points["A"].y, points["C"].x - points["A"].x
    assert north == pytest.approx(east, rel=0.01)
    found = drawn(("A", 60.05, 5.0), ("B", 59.95, 5.0), ("C", 60.05, 5.2))
    assert found.bar / found.bar_km == pytest.approx(north / 11.12, rel=0.02)


def test_no_name_stands_over_another_one_or_off_the_drawing():
    """Names keep apart and on the map; of two places so close that there is no room, both keep their points."""
    found = drawn(*SPREAD)
    named = [point for point in found.points if point.label]
    for one, other in combinations(map(room, named), 2):
        beside = one[2] <= other[0] or other[2] <= one[0]
        assert beside or one[3] <= other[1] or other[3] <= one[1]
    for left, top, right, bottom in map(room, named):
        assert left >= 0 and right <= WIDTH and top >= 0 and bottom <= found.height  # noqa: PT018
    assert len(found.points) == len(SPREAD)
    assert len(named) >= len(SPREAD) - 1


def test_a_place_without_room_for_its_name_keeps_its_point():
    """Of twenty places in one spot the point stays, and the name is left to who reads the link."""
    crowd = [(f"Plaats met een lange naam {number}", 52.5 + number / 10000, 5.5) for number in range(20)]
    found = drawn(*crowd, ("Ver weg", 52.9, 5.9))
    assert len(found.points) == 21
    assert any(point.label is None for point in found.points)


def test_the_place_of_the_page_is_marked_and_named():
    """The page of a place shows which point is its own, and every point says whether policy names it."""
    points = by_name(drawn(*SPREAD, here="Dichtbij"))
    assert [name for name, point in points.items() if point.is_here] == ["Dichtbij"]
    assert points["Dichtbij"].label is not None
    assert [name for name, point in points.items() if point.is_named] == ["Noordeinde"]
    assert drawn(*SPREAD, here="Dichtbij").here == "Dichtbij"


def test_what_can_be_pressed_is_as_large_as_wcag_asks():
    """Of 320 pixels wide, with margins of 16, the square around a point is still 24 pixels."""
    assert TARGET * (320 - 2 * 16) / WIDTH >= 24
    point = drawn(*SPREAD).points[0]
    assert point.target == (round(point.x - TARGET / 2, 1), round(point.y - TARGET / 2, 1))


@pytest.mark.parametrize("places", [(), (("A", 52.0, 5.0),), (("A", 52.0, 5.0), ("B", 52.0, 5.0))])
def test_there_is_no_map_of_one_spot(places):
    """Of no place, of one, or of two in the same spot nobody sees where that is."""
    assert drawn(*places) is None


def test_more_points_than_can_be_told_apart_are_no_map():
    """With hundreds of places a reader looks in the list; drawing them would cost each page more than it says."""
    many = [(f"Plaats {number}", 52 + number / 1000, 5 + number / 1000) for number in range(81)]
    assert drawn(*many) is None
    assert len(drawn(*many[:80]).points) == 80


def test_places_without_coordinates_make_no_map():
    """An instance that says nowhere where its places are has no map, and nothing breaks."""
    policy = policy_of(f"{HEAD}  - {{id: a, naam: A, soort: dorp}}\n  - {{id: b, naam: B, soort: dorp}}\n")
    assert place_map(Site(policy), policy.of(Plaats), frozenset()) is None


def test_where_the_points_come_from_is_said_once():
    """Data from one source are named once, with their date when there is one."""
    assert drawn(*SPREAD).origins == ("Kaartboek",)


def test_coordinates_are_told_in_words():
    """Degrees have a comma and their side of the world, and what they come from stands with them."""
    text = f"{HEAD}  - {{id: a, naam: A, soort: dorp, coordinaten: {{lat: -8.5, lon: 5.70, dataset: Kaartboek, kenmerk: '12', datum: 2024-05}}}}\n"
    (entry,) = (entry for entry in policy_of(text).of(Plaats) if entry.file.id == "meer")
    assert (
        told(entry.item.coordinaten) == "8,5° zuiderbreedte, 5,7° oosterlengte. Bron: Kaartboek, mei 2024, kenmerk 12"
    )
