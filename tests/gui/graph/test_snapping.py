"""Where a dragged rectangle comes to rest, and which lines say why."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from playground.gui.graph.snapping import Neighbours, to_grid

REACH = 6.0


def box(x: float, y: float, width: float = 100, height: float = 60) -> QRectF:
    """A rectangle around a centre."""
    return QRectF(x - width / 2, y - height / 2, width, height)


@pytest.mark.parametrize(
    ("moving", "dx", "dy"),
    [
        (box(203, 304), -3, None),  # centre above centre; far away in y
        (box(400, 97), None, 3),  # one row
        (box(254, 300, width=200), -4, None),  # left edge at the left edge
        (box(246, 300, width=10), -1, None),  # right edge at the right edge
        (box(303, 300), None, None),  # to lie beside another is no common line
        (box(600, 500), None, None),
    ],
)
def test_edges_and_centres_attract_within_reach(moving, dx, dy):
    snap = Neighbours([box(200, 100)]).snap(moving, REACH)
    assert (snap.dx, snap.dy) == (dx, dy)


def test_the_nearest_line_wins():
    snap = Neighbours([box(200, 100), box(205, 500)]).snap(box(204, 300), REACH)
    assert snap.dx == 1


def test_a_guide_joins_what_lies_on_one_line():
    snap = Neighbours([box(200, 100), box(200, 900)]).snap(box(202, 300), REACH)
    assert {line.x1() for line in snap.guides} == {150, 200, 250}
    (centre,) = (line for line in snap.guides if line.x1() == 200)
    assert centre.y1() < 70
    assert centre.y2() > 930


def test_nothing_near_shows_nothing():
    snap = Neighbours([box(200, 100)]).snap(box(600, 500), REACH)
    assert snap.guides == snap.gaps == ()


def test_between_two_cards_the_distances_become_equal():
    others = [box(0, 0), box(400, 0, width=120)]
    snap = Neighbours(others).snap(box(199, 20), REACH)
    left, right = others[0].right(), others[1].left()
    assert snap.dx is not None
    moved = box(199, 20).translated(snap.dx, 0)
    assert moved.left() - left == right - moved.right()
    assert len(snap.gaps) == 2
    assert {line.length() for line in snap.gaps} == {moved.left() - left}


@pytest.mark.parametrize("x", [404, -183])
def test_a_card_continues_the_distance_of_two_others(x):
    snap = Neighbours([box(0, 0), box(200, 0, width=140)]).snap(box(x, 11), REACH)
    assert snap.dx is not None
    moved = box(x, 11).translated(snap.dx, 0)
    distance = moved.left() - 270 if x > 0 else -50 - moved.right()
    assert distance == 80
    assert [line.length() for line in snap.gaps] == [80, 80]


def test_columns_have_equal_distances_too():
    snap = Neighbours([box(0, 0), box(0, 200)]).snap(box(21, 403, width=80), REACH)
    assert snap.dy == -3
    assert [line.length() for line in snap.gaps] == [140, 140]


def test_a_common_line_is_preferred_to_equal_distances():
    # centred between the two lies 2 px to the left, in line with the one below 2 px to the right
    others = [box(0, 0), box(400, 0), box(204, 300)]
    snap = Neighbours(others).snap(box(202, 0), REACH)
    assert snap.dx == 2


boxes = st.builds(
    box,
    st.integers(-400, 400),
    st.integers(-400, 400),
    st.sampled_from([60, 100, 140]),
    st.sampled_from([40, 60, 90]),
)


@given(st.lists(boxes, max_size=12), boxes)
def test_a_shift_stays_within_reach_and_repeated_snapping_changes_nothing(others, moving):
    lines = Neighbours(others)
    snap = lines.snap(moving, REACH)
    dx, dy = snap.dx or 0.0, snap.dy or 0.0
    assert max(abs(dx), abs(dy)) <= REACH
    there = moving.translated(dx, dy)
    again = Neighbours(others).snap(there, 0.0)
    if snap.guides:
        assert again.guides
    for line in snap.guides:
        across = line.x1() if line.dx() == 0 else line.y1()
        mine = (
            (there.left(), there.center().x(), there.right())
            if line.dx() == 0
            else (there.top(), there.center().y(), there.bottom())
        )
        assert min(abs(across - own) for own in mine) < 1e-6


@given(st.lists(boxes, max_size=12), boxes)
def test_gaps_that_are_shown_are_equal(others, moving):
    snap = Neighbours(others).snap(moving, REACH)
    for lines in (
        [line for line in snap.gaps if line.dy() == 0],
        [line for line in snap.gaps if line.dx() == 0],
    ):
        lengths = sorted(line.length() for line in lines)
        pairs = [abs(a - b) < 0.5 for a, b in pairwise(lengths)]
        assert not lengths or any(pairs)


def test_the_grid_is_the_nearest_multiple():
    assert to_grid((25, -10), 24) == (-1, 10)
    assert to_grid((48, 0), 24) == (0, 0)
