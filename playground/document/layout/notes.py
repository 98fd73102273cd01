"""Where notes go when the cards around them move: along with the nearest, and off all cards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from playground.document.layout.base import FRAME_BAR, FRAME_ROOM, Card, Point
from playground.document.layout.clusters import Frame

Rect = tuple[float, float, float, float]  # left, top, right, bottom
_GAP = 16.0  # px that stay free between a note and a card


def follow(
    notes: Mapping[str, Rect],
    cards: Mapping[str, Card],
    before: Mapping[str, Point],
    after: Mapping[str, Point],
    frames: Sequence[Frame] = (),
) -> dict[str, Point]:
    """New places (upper left corners) of the notes that have to move.

    Parameters
    ----------
    notes : mapping of str to Rect
        Where each note lies.
    cards : mapping of str to Card
        Outlines of all cards.
    before, after : mapping of str to Point
        Centres of the cards before and after they were laid out.
    frames : sequence of collections of str
        Ids of the cards in each frame; a note keeps off those that do not hold its nearest card.
    """
    grounds = [(frame, ground(frame, cards, after)) for frame in frames if frame]
    obstacles = [_rect(cards[id], at) for id, at in after.items()]
    moved: dict[str, Point] = {}
    for id, note in notes.items():
        nearest = min(cards, key=lambda card: _distance(note, _rect(cards[card], before[card])))
        (x, y), (u, v) = before[nearest], after[nearest]
        place = _shifted(note, u - x, v - y)
        foreign = [rect for frame, rect in grounds if nearest not in frame]
        dx, dy = _way_out(place, [*obstacles, *foreign])
        place = _shifted(place, dx, dy)
        obstacles.append(place)
        if place != note:
            moved[id] = (place[0], place[1])
    return moved


def ground(frame: Frame, cards: Mapping[str, Card], positions: Mapping[str, Point]) -> Rect:
    """What a frame covers."""
    rects = [_rect(cards[id], positions[id]) for id in frame]
    left, top = min(rect[0] for rect in rects), min(rect[1] for rect in rects)
    right, bottom = max(rect[2] for rect in rects), max(rect[3] for rect in rects)
    return left - FRAME_ROOM, top - FRAME_ROOM - FRAME_BAR, right + FRAME_ROOM, bottom + FRAME_ROOM


def _way_out(note: Rect, obstacles: Sequence[Rect]) -> Point:
    """The shortest way up, down, left or right after which a note lies on nothing."""
    near = [
        (left - _GAP, top - _GAP, right + _GAP, bottom + _GAP)
        for left, top, right, bottom in obstacles
    ]
    if not any(_overlap(note, rect) for rect in obstacles):
        return 0.0, 0.0
    across = [side for r in near for side in (r[0] - note[2], r[2] - note[0])]
    down = [side for r in near for side in (r[1] - note[3], r[3] - note[1])]
    ways = ((0.0, _free(down, note, near, 1)), (_free(across, note, near, 0), 0.0))
    return min(ways, key=lambda way: abs(way[0]) + abs(way[1]))


def _free(choices: Iterable[float], note: Rect, near: Sequence[Rect], axis: int) -> float:
    """The shortest of the shifts along an axis that ends on nothing; the farthest always does."""
    for shift in sorted(choices, key=abs):
        place = _shifted(note, *((shift, 0.0) if axis == 0 else (0.0, shift)))
        if not any(_overlap(place, rect) for rect in near):
            return shift
    raise AssertionError("beyond all obstacles there is room")


def _rect(card: Card, at: Point) -> Rect:
    x, y = at
    half_x, half_y = card.width / 2, card.height / 2
    return x - half_x, y - half_y, x + half_x, y + half_y


def _shifted(rect: Rect, dx: float, dy: float) -> Rect:
    return rect[0] + dx, rect[1] + dy, rect[2] + dx, rect[3] + dy


def _overlap(a: Rect, b: Rect) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _distance(a: Rect, b: Rect) -> float:
    """Px between two rectangles; of overlapping ones between their middles, as less than 0."""
    across = max(a[0] - b[2], b[0] - a[2], 0.0)
    down = max(a[1] - b[3], b[1] - a[3], 0.0)
    if across or down:
        return across + down
    middles = abs(a[0] + a[2] - b[0] - b[2]) + abs(a[1] + a[3] - b[1] - b[3])
    return middles / 2 - 1e9
