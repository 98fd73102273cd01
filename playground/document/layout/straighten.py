"""How far up or down each item lies: long wires straight, cards beside what they are wired to.

Pieces of wire that shall be straight join items to blocks, as in Brandes & Koepf 2001 (Fast and
simple horizontal coordinate assignment) with the ports and sizes of Rueegg et al. 2015 (Size- and
port-aware horizontal node coordinate assignment). There is one alignment instead of four averaged
ones, because an average leaves wires almost straight; the blocks are then moved towards the median
of what they are wired to, as far as their neighbours let them.
"""

from __future__ import annotations

import bisect
import itertools
import math
from collections.abc import Sequence

from playground.document.layout.base import CARD_GAP, TRACK_GAP, WIRE_GAP, Deadline
from playground.document.layout.layered import Layered

_ROUNDS = 12
Piece = tuple[int, int, float, float]  # left item, right item, place of the port on each


def assign(graph: Layered, breaks: Sequence[int], deadline: Deadline) -> list[float]:
    """Height of the centre of each item, y downwards; columns keep their order.

    Parameters
    ----------
    graph : Layered
        With its columns ordered.
    breaks : sequence of int
        Columns in which a new row begins: nothing is aligned across.
    deadline : Deadline
        Ends it when it takes too long.
    """
    kept = set(breaks)
    pieces = [
        (a, b, leaves, enters)
        for a, near in enumerate(graph.after)
        for b, enters, leaves in near
        if graph.rank[b] not in kept
    ]
    straight = _straight(graph, pieces)
    deadline.check()
    block, shift = _blocks(len(graph.rank), straight)
    num = max(block, default=-1) + 1
    below = _distances(graph, block, shift, num)
    place = _stack(below)
    deadline.check()
    pulls: list[list[tuple[int, float]]] = [[] for _ in range(num)]
    for a, b, leaves, enters in pieces:
        if block[a] != block[b]:
            offset = shift[a] + leaves - shift[b] - enters
            pulls[block[a]].append((block[b], -offset))
            pulls[block[b]].append((block[a], offset))
    _settle(place, below, pulls, deadline)
    return [place[block[item]] + shift[item] for item in range(len(block))]


def distance(graph: Layered, upper: int, lower: int) -> float:
    """Px at least between the centres of two neighbours in a column."""
    cards = graph.is_card(upper) + graph.is_card(lower)
    gap = (TRACK_GAP, WIRE_GAP, CARD_GAP)[cards]
    return graph.half(upper) + graph.half(lower) + gap


def _straight(graph: Layered, pieces: list[Piece]) -> list[Piece]:
    """Pieces that become straight: none crosses another, each item has at most one a side."""
    place = [0] * len(graph.rank)
    for layer in graph.layers:
        for number, item in enumerate(layer):
            place[item] = number
    depth = _path_lengths(graph)

    def urgency(piece: Piece) -> tuple[int, int]:
        a, b, _, _ = piece
        cards = graph.is_card(a) + graph.is_card(b)
        # long wires first, then the longest path through cards, then the ends of wires
        return ((0, 2, 1)[cards], -depth[a] - depth[b])

    taken: list[list[tuple[int, int]]] = [[] for _ in graph.layers]
    left, right = set[int](), set[int]()
    found = []
    for piece in sorted(pieces, key=urgency):
        a, b, _, _ = piece
        if a in left or b in right:
            continue
        others, ends = taken[graph.rank[a]], (place[a], place[b])
        at = bisect.bisect(others, ends)
        if at and others[at - 1][1] > ends[1]:
            continue
        if at < len(others) and others[at][1] < ends[1]:
            continue
        others.insert(at, ends)
        left.add(a)
        right.add(b)
        found.append(piece)
    return found


def _path_lengths(graph: Layered) -> list[int]:
    """Cards on the longest path through each item that leads over neighbouring cards only."""
    before, after = [0] * len(graph.rank), [0] * len(graph.rank)
    items = [item for layer in graph.layers for item in layer if graph.is_card(item)]
    for item in items:
        before[item] = max(
            (before[o] + 1 for o, _, _ in graph.before[item] if graph.is_card(o)), default=1
        )
    for item in reversed(items):
        after[item] = max(
            (after[o] + 1 for o, _, _ in graph.after[item] if graph.is_card(o)), default=1
        )
    return [a + b for a, b in zip(before, after, strict=True)]


def _blocks(num: int, straight: list[Piece]) -> tuple[list[int], list[float]]:
    """Block of each item, and its height relative to the block's first item."""
    following = {a: (b, leaves - enters) for a, b, leaves, enters in straight}
    firsts = set(range(num)) - {b for _, b, _, _ in straight}
    block, shift = [0] * num, [0.0] * num
    for number, item in enumerate(sorted(firsts)):
        step: tuple[int, float] | None = (item, 0.0)
        height = 0.0
        while step is not None:
            at, more = step
            height += more
            block[at], shift[at] = number, height
            step = following.get(at)
    return block, shift


def _distances(
    graph: Layered, block: list[int], shift: list[float], num: int
) -> list[dict[int, float]]:
    """For each block the blocks right below it, and how far below they have to lie at least."""
    below: list[dict[int, float]] = [{} for _ in range(num)]
    for layer in graph.layers:
        for a, b in itertools.pairwise(layer):
            least = math.ceil(distance(graph, a, b) + shift[a] - shift[b])
            near = below[block[a]]
            near[block[b]] = max(near.get(block[b], least), least)
    return below


def _order(below: list[dict[int, float]]) -> list[int]:
    """Blocks from top to bottom."""
    waiting = [0] * len(below)
    for near in below:
        for other in near:
            waiting[other] += 1
    ready = [block for block, count in enumerate(waiting) if not count]
    for block in ready:
        for other in below[block]:
            waiting[other] -= 1
            if not waiting[other]:
                ready.append(other)
    return ready


def _stack(below: list[dict[int, float]]) -> list[float]:
    """Every block as high up as it can lie."""
    place = [0.0] * len(below)
    for block in _order(below):
        for other, least in below[block].items():
            place[other] = max(place[other], place[block] + least)
    return place


def _settle(
    place: list[float],
    below: list[dict[int, float]],
    pulls: list[list[tuple[int, float]]],
    deadline: Deadline,
) -> None:
    """Move blocks, lowest first and then highest first, to the median of where wires pull them."""
    above: list[dict[int, float]] = [{} for _ in below]
    for block, near in enumerate(below):
        for other, least in near.items():
            above[other][block] = least
    order = _order(below)
    for number in range(_ROUNDS):
        deadline.check()
        moved = False
        for block in reversed(order) if number % 2 == 0 else order:
            if not pulls[block]:
                continue
            wish = _median([place[other] + offset for other, offset in pulls[block]])
            low = max((place[o] + least for o, least in above[block].items()), default=-math.inf)
            high = min((place[o] - least for o, least in below[block].items()), default=math.inf)
            target = min(max(round(wish), low), high)
            if target != place[block]:
                place[block], moved = target, True
        if not moved and number:
            break


def _median(values: list[float]) -> float:
    values = sorted(values)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
