"""Layout that keeps together what stands in one frame.

Each frame is laid out for itself, from the inside out, and then counts as one large card with a
port for each wire that leads into it. So its blocks stay together and nothing foreign lies in it.
Source: Sander 1996, Layout of compound directed graphs (here without crossings over levels).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from playground.document.layout import router
from playground.document.layout.base import (
    FRAME_BAR,
    FRAME_ROOM,
    Card,
    Deadline,
    Direction,
    Placement,
    Point,
    Route,
)
from playground.document.layout.layout import arranged
from playground.document.model import Wire

Frame = Collection[str]  # ids of the blocks in it


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Cards that are laid out; (0, 0) is the middle of the room they take."""

    positions: dict[str, Point]
    width: float
    height: float
    routes: dict[int, Route]  # number of a wire -> its way


def clustered(
    cards: Mapping[str, Card],
    wires: Sequence[Wire],
    frames: Sequence[Frame],
    direction: Direction,
    max_width: float | None,
    deadline: Deadline,
) -> Placement:
    """The layout with the flow to the right of cards that were turned, frame by frame."""
    kept = _nested([set(frame) & cards.keys() for frame in frames])
    if not kept:
        return arranged(cards, wires, max_width, deadline)
    maker = _Maker(cards, wires, direction, max_width, deadline)
    whole = maker.make(set(cards), kept)
    left = [number for number in range(len(wires)) if number not in whole.routes]
    found = router.route(cards, whole.positions, [wires[n] for n in left], deadline)
    routes = whole.routes | dict(zip(left, found, strict=True))
    positions = {id: whole.positions[id] for id in cards}
    made = Placement(positions, tuple(routes[number] for number in range(len(wires))))
    return made.moved(round(whole.width / 2), round(whole.height / 2))


def _nested(frames: Sequence[set[str]]) -> list[set[str]]:
    """The frames that lie in each other or apart, the largest first; others cannot be kept."""
    kept: list[set[str]] = []
    for frame in sorted((f for f in frames if f), key=len, reverse=True):
        if all(frame <= other or frame.isdisjoint(other) for other in kept):
            kept.append(frame)
    return kept


@dataclass(frozen=True, slots=True)
class _Maker:
    cards: Mapping[str, Card]
    wires: Sequence[Wire]
    direction: Direction
    max_width: float | None
    deadline: Deadline

    def make(self, members: set[str], frames: Sequence[set[str]]) -> _Cluster:
        """Lay out some cards, with the frames among them (the largest first)."""
        inner, units = self._inner(members, frames)
        home = {id: unit for unit, cluster in inner.items() for id in cluster.positions}
        outlines = {id: self.cards[id] for id in self.cards if id in members and id not in home}
        outlines |= units
        numbers = [
            number
            for number, wire in enumerate(self.wires)
            if wire.source in members
            and wire.target in members
            and (wire.source not in home or home[wire.source] != home.get(wire.target))
        ]
        ends = [_lifted(self.wires[number], home, number) for number in numbers]
        made = arranged(outlines, ends, self.max_width, self.deadline)
        positions: dict[str, Point] = {}
        routes: dict[int, Route] = {}
        for unit, at in made.positions.items():
            if unit not in inner:
                positions[unit] = at
                continue
            cluster = inner[unit]
            positions |= {id: _sum(at, place) for id, place in cluster.positions.items()}
            routes |= {n: tuple(_sum(at, p) for p in route) for n, route in cluster.routes.items()}
        for number, wire, route in zip(numbers, ends, made.routes, strict=True):
            if wire.source not in inner and wire.target not in inner:
                routes[number] = route
        return self._centred(positions, routes)

    def _inner(
        self, members: set[str], frames: Sequence[set[str]]
    ) -> tuple[dict[str, _Cluster], dict[str, Card]]:
        """The outermost frames laid out for themselves, and as cards."""
        inner: dict[str, _Cluster] = {}
        units: dict[str, Card] = {}
        taken: set[str] = set()
        for place, frame in enumerate(frames):
            if not frame <= members or not frame.isdisjoint(taken):
                continue
            taken |= frame
            name = f"frame {min(frame)}"  # no id has a space
            within = [other for other in frames[place + 1 :] if other <= frame]
            inner[name] = self._framed(self.make(frame, within))
            units[name] = self._as_card(inner[name])
        return inner, units

    def _framed(self, cluster: _Cluster) -> _Cluster:
        """With room for the edge of the frame and for its title, which is always at the top."""
        bar_x, bar_y = (0.0, FRAME_BAR) if self.direction == "right" else (FRAME_BAR, 0.0)
        middle = (bar_x / 2, bar_y / 2)
        return _Cluster(
            {id: _sum(middle, at) for id, at in cluster.positions.items()},
            cluster.width + 2 * FRAME_ROOM + bar_x,
            cluster.height + 2 * FRAME_ROOM + bar_y,
            {n: tuple(_sum(middle, p) for p in way) for n, way in cluster.routes.items()},
        )

    def _as_card(self, cluster: _Cluster) -> Card:
        """A port for each wire, as high as the port of the card inside."""
        inputs, outputs = {}, {}
        for number, wire in enumerate(self.wires):
            if wire.source in cluster.positions:
                offset = self.cards[wire.source].outputs.get(wire.source_port, 0.0)
                outputs[_port(number)] = cluster.positions[wire.source][1] + offset
            if wire.target in cluster.positions:
                offset = self.cards[wire.target].inputs.get(wire.target_port, 0.0)
                inputs[_port(number)] = cluster.positions[wire.target][1] + offset
        return Card(cluster.width, cluster.height, inputs, outputs)

    def _centred(self, positions: dict[str, Point], routes: dict[int, Route]) -> _Cluster:
        xs = [x for route in routes.values() for x, _ in route]
        ys = [y for route in routes.values() for _, y in route]
        for id, (x, y) in positions.items():
            half_x, half_y = self.cards[id].width / 2, self.cards[id].height / 2
            xs += [x - half_x, x + half_x]
            ys += [y - half_y, y + half_y]
        middle = (-round((min(xs) + max(xs)) / 2), -round((min(ys) + max(ys)) / 2))
        return _Cluster(
            {id: _sum(middle, at) for id, at in positions.items()},
            max(xs) - min(xs) + 2,  # the middle was rounded
            max(ys) - min(ys) + 2,
            {n: tuple(_sum(middle, p) for p in way) for n, way in routes.items()},
        )


def _lifted(wire: Wire, home: Mapping[str, str], number: int) -> Wire:
    """The wire between the cards and frames that are laid out at one level."""
    changes: dict[str, str] = {}
    if wire.source in home:
        changes |= {"source": home[wire.source], "source_port": _port(number)}
    if wire.target in home:
        changes |= {"target": home[wire.target], "target_port": _port(number)}
    return wire.model_copy(update=changes) if changes else wire


def _port(number: int) -> str:
    return f"wire {number}"


def _sum(a: Point, b: Point) -> Point:
    return a[0] + b[0], a[1] + b[1]
