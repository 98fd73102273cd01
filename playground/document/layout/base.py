"""What a layout is made from and what it gives: cards with ports, and places with routes."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from playground.errors import PlaygroundError

Point = tuple[float, float]
Direction = Literal["right", "down"]  # where the flow goes
Route = tuple[Point, ...]  # corners of a poly-line, from the output port to the input port

CARD_GAP = 32.0  # px between two cards of one column
WIRE_GAP = 16.0  # px between a card and a wire that passes it
TRACK_GAP = 12.0  # px between two wires that run side by side
CHANNEL = 72.0  # px at least between two columns: a shape label fits on the wire
FRAME_ROOM = 22.0  # px between the edge of a frame and its cards
FRAME_BAR = 28.0  # px; height of a frame's title bar


class LayoutTooLargeError(PlaygroundError):
    """A graph that cannot be laid out in the time that was allowed; the old layout stays."""


@dataclass(frozen=True, slots=True)
class Card:
    """The outline of a card: all that a layout needs to know of a block.

    Parameters
    ----------
    width, height : float
        In px.
    inputs, outputs : mapping
        Port name -> px from the middle of its side, along that side; inputs lie where the flow
        arrives (left, or top), outputs where it leaves. A port without an entry is in the middle.
    """

    width: float
    height: float
    inputs: Mapping[str, float] = field(default_factory=dict)
    outputs: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where everything goes: the centre of each card, and a route for each wire, in their order."""

    positions: dict[str, Point]
    routes: tuple[Route, ...]

    def moved(self, dx: float, dy: float) -> Placement:
        """The same, all of it at another place."""
        return Placement(
            {id: (x + dx, y + dy) for id, (x, y) in self.positions.items()},
            tuple(tuple((x + dx, y + dy) for x, y in route) for route in self.routes),
        )


@dataclass(frozen=True, slots=True)
class Link:
    """A wire between numbered cards, with the places of its ports on their sides."""

    source: int
    target: int
    leaves: float = 0.0
    enters: float = 0.0


class Deadline:
    """Ends work that takes too long. It never changes a result, it only prevents one."""

    def __init__(self, seconds: float | None, error: LayoutTooLargeError) -> None:
        self._end = None if seconds is None else time.perf_counter() + seconds
        self._error = error

    def check(self) -> None:
        """Raise when the time is up."""
        if self._end is not None and time.perf_counter() > self._end:
            raise self._error
