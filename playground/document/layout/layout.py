"""The layout of a graph without frames: parts of the graph one below the other, each in columns.

Source: Sugiyama, Tagawa & Toda 1981, Methods for visual understanding of hierarchical system
structures. Each step names its own sources.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from playground.document.layout import columns, layers, order, straighten
from playground.document.layout.base import (
    CARD_GAP,
    CHANNEL,
    Card,
    Deadline,
    Direction,
    LayoutTooLargeError,
    Link,
    Placement,
    Point,
    Route,
)
from playground.document.layout.layered import Layered
from playground.document.model import Wire
from playground.i18n import tr

_PART_GAP = 64.0  # px between two parts of the graph that no wire connects
_NARROWEST = 2600.0  # px; a row of a dozen cards, which can still be read when it is fitted
_LOWEST = 1600.0  # px; a column of about as many
_ASPECT = 1.6  # width : height of a screen
_SHELF = 1600.0  # px; width of the rows of cards without wires
_MAX_PIECES = 400_000  # of wires, from column to column; more take more than a few seconds


def comfortable_width(cards: Iterable[Card], direction: Direction = "right") -> float:
    """Length at which a graph in rows, or in columns, gets about the shape of a screen.

    The cards are those of a flow to the right: for "down" turned ones.
    """
    area = sum((card.width + CHANNEL) * (card.height + 2 * CARD_GAP) for card in cards)
    if direction == "down":
        return max(_LOWEST, math.sqrt(area / _ASPECT))
    return max(_NARROWEST, math.sqrt(_ASPECT * area))


def arranged(
    cards: Mapping[str, Card], wires: Sequence[Wire], max_width: float | None, deadline: Deadline
) -> Placement:
    """The layout with the flow to the right."""
    outlines, links = list(cards.values()), list(_links(cards, wires))
    positions: dict[int, Point] = {}
    routes: dict[int, Route] = {}
    top = 0.0
    parts = _parts(len(outlines), links)
    for members, inside in parts:
        if not inside:
            continue
        shapes = [outlines[card] for card in members]
        own = _renumbered([links[wire] for wire in inside], members)
        places, ways = _part(shapes, own, max_width, deadline)
        first, last = _extent(places, ways, shapes)
        shift = round(top - first)
        for card, (x, y) in zip(members, places, strict=True):
            positions[card] = (x, y + shift)
        for wire, way in zip(inside, ways, strict=True):
            routes[wire] = tuple((x, y + shift) for x, y in way)
        top += last - first + _PART_GAP
    alone = [members[0] for members, inside in parts if not inside]
    positions |= _shelve({card: outlines[card] for card in alone}, top, max_width)
    return Placement(
        {id: positions[number] for number, id in enumerate(cards)},
        tuple(routes[number] for number in range(len(links))),
    )


def turned(
    cards: Mapping[str, Card], positions: Mapping[str, Point], direction: Direction
) -> tuple[dict[str, Card], dict[str, Point]]:
    """Cards and places as if the flow went to the right: what goes down is mirrored."""
    if direction == "right":
        return dict(cards), dict(positions)
    return (
        {id: Card(c.height, c.width, c.inputs, c.outputs) for id, c in cards.items()},
        {id: (y, x) for id, (x, y) in positions.items()},
    )


def turned_back(placement: Placement, direction: Direction) -> Placement:
    """The layout as it was asked for."""
    if direction == "right":
        return placement
    return Placement(
        {id: (y, x) for id, (x, y) in placement.positions.items()},
        tuple(tuple((y, x) for x, y in way) for way in placement.routes),
    )


def _shelve(cards: Mapping[int, Card], top: float, max_width: float | None) -> dict[int, Point]:
    """Put cards without wires side by side, in rows."""
    limit = max_width if max_width is not None else _SHELF
    places: dict[int, Point] = {}
    x, high = 0.0, 0.0
    for number, card in cards.items():
        if x and x + card.width > limit:
            x, top, high = 0.0, top + high + CARD_GAP, 0.0
        places[number] = (x + card.width / 2, top + card.height / 2)
        x += card.width + CARD_GAP
        high = max(high, card.height)
    return places


def _part(
    cards: Sequence[Card], links: Sequence[Link], max_width: float | None, deadline: Deadline
) -> tuple[list[Point], list[Route]]:
    """Lay out cards that are all connected."""
    arcs = [(link.source, link.target) for link in links]
    ahead = layers.forward(len(cards), arcs)
    arcs = [arc if flag else arc[::-1] for arc, flag in zip(arcs, ahead, strict=True)]
    rank = layers.assign(len(cards), arcs, deadline)
    if sum(abs(rank[a] - rank[b]) for a, b in arcs) > _MAX_PIECES:
        raise too_large(len(cards), len(links))
    graph = Layered.make(cards, links, rank)
    deadline.check()
    order.arrange(graph, deadline)
    rows = columns.breaks(graph, max_width)
    height = straighten.assign(graph, rows, deadline)
    return columns.Drawing(graph, height, rows, deadline).draw()


def too_large(num_cards: int, num_wires: int) -> LayoutTooLargeError:
    """The error for a graph that takes too long."""
    return LayoutTooLargeError(
        tr("{n} blocks with {m} wires are too much for a layout.", n=num_cards, m=num_wires),
        hint=tr("The old layout was kept. Select a part of the graph and lay that out."),
    )


def _links(cards: Mapping[str, Card], wires: Iterable[Wire]) -> Iterable[Link]:
    number = {id: place for place, id in enumerate(cards)}
    for wire in wires:
        yield Link(
            number[wire.source],
            number[wire.target],
            cards[wire.source].outputs.get(wire.source_port, 0.0),
            cards[wire.target].inputs.get(wire.target_port, 0.0),
        )


def _parts(num: int, links: Sequence[Link]) -> list[tuple[list[int], list[int]]]:
    """Cards that are connected, with their wires; in the order of their first cards."""
    near: list[list[int]] = [[] for _ in range(num)]
    for link in links:
        near[link.source].append(link.target)
        near[link.target].append(link.source)
    part = [-1] * num
    found: list[tuple[list[int], list[int]]] = []
    for root in range(num):
        if part[root] >= 0:
            continue
        part[root], todo = len(found), [root]
        found.append(([], []))
        while todo:
            for other in near[todo.pop()]:
                if part[other] < 0:
                    part[other] = part[root]
                    todo.append(other)
    for card in range(num):
        found[part[card]][0].append(card)
    for wire, link in enumerate(links):
        found[part[link.source]][1].append(wire)
    return found


def _renumbered(links: Sequence[Link], members: list[int]) -> list[Link]:
    number = {card: place for place, card in enumerate(members)}
    return [Link(number[k.source], number[k.target], k.leaves, k.enters) for k in links]


def _extent(
    places: Sequence[Point], ways: Sequence[Route], cards: Sequence[Card]
) -> tuple[float, float]:
    """The highest and the lowest y of a part."""
    ys = [y for way in ways for _, y in way]
    tops = [y - card.height / 2 for (_, y), card in zip(places, cards, strict=True)]
    bottoms = [y + card.height / 2 for (_, y), card in zip(places, cards, strict=True)]
    return min(tops + ys), max(bottoms + ys)
