"""Layout of some cards while all others stay where they are."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence

from playground.document.layout import router
from playground.document.layout.base import (
    CARD_GAP,
    FRAME_BAR,
    FRAME_ROOM,
    Card,
    Deadline,
    Direction,
    Placement,
    Point,
    Route,
)
from playground.document.layout.clusters import Frame, clustered
from playground.document.layout.layout import too_large, turned, turned_back
from playground.document.model import Wire

_Interval = tuple[float, float]


def layout_part(
    cards: Mapping[str, Card],
    wires: Sequence[Wire],
    positions: Mapping[str, Point],
    part: Collection[str],
    *,
    frames: Sequence[Frame] = (),
    direction: Direction = "right",
    max_width: float | None = None,
    seconds: float | None = None,
) -> Placement:
    """Lay out a part of a graph around its old middle; the other cards stay.

    The part moves aside as a whole where it would lie on other cards. Wires are led around all
    cards; the rest is as in `layout`.

    Parameters
    ----------
    cards, wires, frames, direction, max_width, seconds
        As in `layout`: the whole graph. Frames that hold other cards, too, are not kept together;
        what is laid out keeps off those that hold none of it.
    positions : mapping of str to (float, float)
        Where the centre of each card is.
    part : collection of str
        Ids of the cards that may move.
    """
    deadline = Deadline(seconds, too_large(len(cards), len(wires)))
    outlines, places = turned(cards, positions, direction)
    free = {id: card for id, card in outlines.items() if id in part}
    inside = [wire for wire in wires if wire.source in free and wire.target in free]
    inner = [frame for frame in frames if free.keys() >= set(frame)]
    arrangement = clustered(free, inside, inner, direction, max_width, deadline)
    made = arrangement.positions
    old, new = _middle(free, places), _middle(free, made)
    dx, dy = round(old[0] - new[0]), round(old[1] - new[1])
    moved = {id: (x + dx, y + dy) for id, (x, y) in made.items()}
    others = {id: (outlines[id], places[id]) for id in cards if id not in free}
    foreign = [frame for frame in frames if free.keys().isdisjoint(frame)]
    grounds = [_ground(frame, others, direction) for frame in foreign if frame]
    lying = [*others.values(), *grounds]
    aside = _way_aside(((free[id], at) for id, at in moved.items()), lying)
    dy += round(aside)
    places = {**places, **{id: (x + dx, y + dy) for id, (x, y) in made.items()}}
    kept = {}
    ways = iter(arrangement.routes)
    for number, wire in enumerate(wires):
        if wire.source in free and wire.target in free:
            way = tuple((x + dx, y + dy) for x, y in next(ways))
            if not any(_enters(way, card, at) for card, at in others.values()):
                kept[number] = way
    led = iter(_led(outlines, places, wires, kept, deadline))
    routes = tuple(kept[n] if n in kept else next(led) for n in range(len(wires)))
    return turned_back(Placement(places, routes), direction)


def _led(
    cards: Mapping[str, Card],
    places: Mapping[str, Point],
    wires: Sequence[Wire],
    kept: Collection[int],
    deadline: Deadline,
) -> list[Route]:
    """Ways for the wires that have none yet."""
    rest = [wire for number, wire in enumerate(wires) if number not in kept]
    return router.route(cards, places, rest, deadline)


def _enters(route: Route, card: Card, at: Point) -> bool:
    """Whether a way with level and plumb stretches runs through a card."""
    (x, y), w, h = at, card.width / 2, card.height / 2
    return any(
        min(a[0], b[0]) < x + w
        and max(a[0], b[0]) > x - w
        and min(a[1], b[1]) < y + h
        and max(a[1], b[1]) > y - h
        for a, b in itertools.pairwise(route)
    )


def ways_around(
    cards: Mapping[str, Card],
    positions: Mapping[str, Point],
    wires: Sequence[Wire],
    lines: Sequence[Sequence[Point]],
    *,
    direction: Direction = "right",
    seconds: float | None = None,
) -> dict[int, Route]:
    """Ways around all cards for the wires that are drawn through a foreign one.

    Parameters
    ----------
    cards, positions : mapping
        As in `layout_part`.
    wires, lines : sequence
        Wires, and the poly-line along which each is drawn now.

    Returns
    -------
    dict of int to Route
        Number of the wire -> its way.
    """
    deadline = Deadline(seconds, too_large(len(cards), len(wires)))
    outlines, places = turned(cards, positions, direction)
    if direction == "down":
        lines = [[(y, x) for x, y in line] for line in lines]
    numbers = router.hidden(outlines, places, wires, lines)
    found = router.route(outlines, places, [wires[n] for n in numbers], deadline)
    made = turned_back(Placement({}, tuple(found)), direction)
    return dict(zip(numbers, made.routes, strict=True))


def keep_pinned(
    cards: Mapping[str, Card],
    wires: Sequence[Wire],
    pinned: Mapping[str, Point],
    *,
    frames: Sequence[Frame] = (),
    direction: Direction = "right",
    max_width: float | None = None,
    seconds: float | None = None,
) -> Placement:
    """Lay out a graph in which some cards have to stay at their places.

    The layout of the whole is laid over the pinned cards as well as a shift can do it; then these
    take their places, and what would lie on them moves up or down.
    """
    deadline = Deadline(seconds, too_large(len(cards), len(wires)))
    outlines, fixed = turned(cards, pinned, direction)
    whole = clustered(outlines, wires, frames, direction, max_width, deadline)
    made = whole.positions
    dx = _median(fixed[id][0] - made[id][0] for id in fixed)
    dy = _median(fixed[id][1] - made[id][1] for id in fixed)
    if all(fixed[id] == (made[id][0] + dx, made[id][1] + dy) for id in fixed):
        return turned_back(whole.moved(dx, dy), direction)
    places = dict(fixed)
    lying = [(outlines[id], at) for id, at in fixed.items()]
    free = {id: (x + dx, y + dy) for id, (x, y) in made.items() if id not in fixed}
    for id, (x, y) in sorted(free.items(), key=lambda item: item[1]):
        places[id] = (x, y + _way_aside([(outlines[id], (x, y))], lying))
        lying.append((outlines[id], places[id]))
    places = {id: places[id] for id in cards}
    return turned_back(
        Placement(places, tuple(router.route(outlines, places, wires, deadline))), direction
    )


def _ground(
    frame: Frame, cards: Mapping[str, tuple[Card, Point]], direction: Direction
) -> tuple[Card, Point]:
    """A frame that stays, as a card; its title is at the top, which was turned to the left."""
    members = {id: cards[id] for id in frame}
    x, y = _middle(
        {id: card for id, (card, _) in members.items()}, {id: at for id, (_, at) in members.items()}
    )
    right = max(at[0] + card.width / 2 for card, at in members.values())
    bottom = max(at[1] + card.height / 2 for card, at in members.values())
    bar_x, bar_y = (0.0, FRAME_BAR) if direction == "right" else (FRAME_BAR, 0.0)
    width, height = 2 * (right - x + FRAME_ROOM) + bar_x, 2 * (bottom - y + FRAME_ROOM) + bar_y
    return Card(width, height), (x - bar_x / 2, y - bar_y / 2)


def _middle(cards: Mapping[str, Card], places: Mapping[str, Point]) -> Point:
    """The middle of the rectangle around some cards."""
    lefts = [places[id][0] - card.width / 2 for id, card in cards.items()]
    rights = [places[id][0] + card.width / 2 for id, card in cards.items()]
    tops = [places[id][1] - card.height / 2 for id, card in cards.items()]
    bottoms = [places[id][1] + card.height / 2 for id, card in cards.items()]
    return (min(lefts) + max(rights)) / 2, (min(tops) + max(bottoms)) / 2


def _way_aside(
    moving: Iterable[tuple[Card, Point]], lying: Collection[tuple[Card, Point]]
) -> float:
    """The shortest way up or down after which no moving card lies on one that stays."""
    blocked: list[_Interval] = []
    for card, (x, y) in moving:
        for other, (u, v) in lying:
            if abs(x - u) < (card.width + other.width) / 2 + CARD_GAP:
                reach = (card.height + other.height) / 2 + CARD_GAP
                blocked.append((v - y - reach, v - y + reach))
    choices = {0.0, *(end for interval in blocked for end in interval)}
    free = (c for c in choices if not any(low < c < high for low, high in blocked))
    return min(free, key=lambda c: (abs(c), c))


def _median(values: Iterable[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]
