"""In which order the items of each column lie, so that few wires cross.

Sources: Sugiyama, Tagawa & Toda 1981 (sweeps by barycentre); Gansner et al. 1993 (first order by
depth-first search); Matuszewski, Schoenfeld & Molitor 1999 (sifting). Beyond them, a long wire is
taken out as a whole and put back on its best way through all columns: sweeps hardly ever lead a
wire around a card, since for that all its pieces have to change sides at once.
"""

from __future__ import annotations

import itertools
import random

import numpy as np

from playground.document.layout import crossings
from playground.document.layout.base import Deadline
from playground.document.layout.layered import Layered

_SEED = 7
_PATIENCE = 3  # sweeps without progress before it ends
_SWEEPS = 24
_STARTS = 8
# Limits count work, not time: the same graph gets the same layout on every machine.
_SWEEP_WORK = 180_000  # items
_INSERT_WORK = 30_000_000  # comparisons of a new piece's ends with those of others

Order = list[list[int]]


def arrange(graph: Layered, deadline: Deadline) -> None:
    """Order every column of the graph."""
    rng = random.Random(_SEED)
    _first_order(graph)
    best = [list(layer) for layer in graph.layers]
    least = crossings.count(graph)
    room = _Work(_INSERT_WORK)
    sweeps = _Work(_SWEEP_WORK)
    for start in range(_STARTS):
        if not least or (start and room.spent):
            break
        if start:
            for layer in graph.layers:
                rng.shuffle(layer)
        found = crossings.count(graph) if start else least
        found = _sweep(graph, found, sweeps, deadline)
        found = _reinsert(graph, found, room, deadline)
        if found < least:
            best, least = [list(layer) for layer in graph.layers], found
    graph.layers = best


class _Work:
    """Counts work down."""

    def __init__(self, amount: int) -> None:
        self.left = amount

    def take(self, amount: int) -> None:
        """Spend some."""
        self.left -= amount

    @property
    def spent(self) -> bool:
        """Whether there is none left."""
        return self.left <= 0


def _first_order(graph: Layered) -> None:
    """Items as a depth-first search meets them, cards first: nested wires come out nested."""
    layers: Order = [[] for _ in graph.layers]
    seen = [False] * len(graph.rank)
    after = [sorted(near, key=lambda n: not graph.is_card(n[0])) for near in graph.after]
    for layer in graph.layers:
        for root in layer:
            todo = [root]
            while todo:
                item = todo.pop()
                if seen[item]:
                    continue
                seen[item] = True
                layers[graph.rank[item]].append(item)
                todo += [other for other, _, _ in reversed(after[item])]
    graph.layers = layers


def _sweep(graph: Layered, least: int, work: _Work, deadline: Deadline) -> int:
    """Sort columns by the mean place of what their items are wired to, forward and back.

    Takes and returns the number of crossings.
    """
    best, idle = [list(layer) for layer in graph.layers], 0
    for number in range(_SWEEPS):
        if not least or idle >= _PATIENCE or work.spent:
            break
        deadline.check()
        _sort_columns(graph, forward=number % 2 == 0)
        work.take(len(graph.rank))
        found = crossings.count(graph)
        idle += 1
        if found < least:
            best, least, idle = [list(layer) for layer in graph.layers], found, 0
    graph.layers = best
    return least


def _sort_columns(graph: Layered, *, forward: bool) -> None:
    place = [0.0] * len(graph.rank)
    near = graph.before if forward else graph.after
    for layer in graph.layers if forward else reversed(graph.layers):
        key = {}
        for number, item in enumerate(layer):
            ends = [place[o] + crossings.port_share(graph, o, port) for o, port, _ in near[item]]
            key[item] = sum(ends) / len(ends) if ends else float(number)
        layer.sort(key=key.__getitem__)
        for number, item in enumerate(layer):
            place[item] = float(number)


def _reinsert(graph: Layered, before: int, work: _Work, deadline: Deadline) -> int:
    """Put long wires and cards back at their best place, until nothing gets better.

    Takes and returns the number of crossings.
    """
    wires = [[item for item in chain if not graph.is_card(item)] for chain in graph.chains]
    wires = sorted((bends for bends in wires if bends), key=len, reverse=True)
    while before and not work.spent:
        for bends in wires:
            deadline.check()
            _insert_wire(graph, bends, work)
            if work.spent:
                break
        for card in range(len(graph.cards)):
            deadline.check()
            if work.spent:
                break
            _insert_card(graph, card, work)
        found = crossings.count(graph)
        if found >= before:
            break
        before = found
    return before


def _insert_wire(graph: Layered, bends: list[int], work: _Work) -> None:
    """Lead one long wire on the way with the fewest crossings, found by dynamic programming."""
    bends = sorted(bends, key=graph.rank.__getitem__)
    gone = set(bends)
    first = graph.rank[bends[0]]
    widths = [len(graph.layers[graph.rank[bend]]) for bend in bends]
    work.take(sum(a * b * b // 8 for a, b in itertools.pairwise(widths)) + 50 * sum(widths))
    if work.spent:
        return
    slots = [np.arange(width, dtype=float) for width in widths]
    old = [graph.layers[graph.rank[bend]].index(bend) for bend in bends]
    total = _end_cost(graph, bends[0], gone, slots[0], before=True)
    total += 1e-4 * np.abs(slots[0] - old[0])  # of equal ways the one it has
    came_from = []
    for number in range(1, len(bends)):
        ends = crossings.pieces(graph, first + number - 1, gone)
        table = crossings.cost(ends, slots[number - 1], slots[number]) + total[:, None]
        came_from.append(table.argmin(axis=0))
        total = table.min(axis=0) + 1e-4 * np.abs(slots[number] - old[number])
    total = total + _end_cost(graph, bends[-1], gone, slots[-1], before=False)
    slot = int(total.argmin())
    for number in reversed(range(len(bends))):
        layer = graph.layers[first + number]
        layer.remove(bends[number])
        layer.insert(slot, bends[number])
        if number:
            slot = int(came_from[number - 1][slot])


def _end_cost(
    graph: Layered, item: int, gone: set[int], slots: crossings.Floats, *, before: bool
) -> crossings.Floats:
    """Crossings of an item's pieces on one side, for each slot it may take in its column."""
    rank = graph.rank[item]
    total = np.zeros(len(slots))
    near = graph.before[item] if before else graph.after[item]
    near = [end for end in near if end[0] not in gone]
    if not near:
        return total
    ends = crossings.pieces(graph, rank - 1 if before else rank, gone)
    layer = [o for o in graph.layers[rank - 1 if before else rank + 1] if o not in gone]
    where = {other: number + 0.5 for number, other in enumerate(layer)}
    far = np.array([where[o] + crossings.port_share(graph, o, port) for o, port, _ in near])
    table = crossings.cost(ends, far, slots) if before else crossings.cost(ends, slots, far).T
    result: crossings.Floats = total + table.sum(axis=0)
    return result


def _insert_card(graph: Layered, card: int, work: _Work) -> None:
    """Put one card at the place in its column where its wires cross the fewest others."""
    layer = graph.layers[graph.rank[card]]
    if len(layer) == 1:
        return
    slots = np.arange(len(layer), dtype=float)
    old = layer.index(card)
    total = 1e-4 * np.abs(slots - old)
    for before in (True, False):
        total = total + _end_cost(graph, card, {card}, slots, before=before)
    work.take(len(slots) ** 2)
    layer.remove(card)
    layer.insert(int(total.argmin()), card)
