"""From heights to a drawing: where columns and rows lie, and the corners of every wire."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from playground.document.layout import channels
from playground.document.layout.base import CHANNEL, TRACK_GAP, Deadline, Point, Route
from playground.document.layout.channels import Turn
from playground.document.layout.layered import Layered

_ROW_GAP = 56.0  # px between two rows, without the wires in between
_MARGIN = 24.0  # px beside a row in which wires turn that lead on to the next

# prices: of a row, and of twice as many wires that follow; an almost empty row costs 1
_PER_ROW, _PER_WIRE = 0.05, 0.5

_Key = tuple[int, int]  # wire, number of its piece
_Turns = list[list[tuple[_Key, Turn]]]


def breaks(graph: Layered, max_width: float | None) -> list[int]:
    """Columns that begin a new row, so that no row is wider.

    Of all ways to do that, the one with rows of about one width and few wires that have to follow
    into the next row, found by dynamic programming (as Knuth & Plass 1981 break paragraphs). Two
    columns make a row, however wide they are.
    """
    edges = [0.0]  # where each column begins
    for number in range(len(graph.layers)):
        edges.append(edges[-1] + _width(graph, number) + CHANNEL)
    if max_width is None or edges[-1] - CHANNEL <= max_width:
        return []
    following = [sum(len(graph.before[item]) for item in layer) for layer in graph.layers]
    best, begins = [0.0], [0]  # of the columns before each one: price, and where the last row began
    for end in range(1, len(edges)):
        price, begin = math.inf, 0
        for first in range(end - 1, -1, -1):
            free = 1.0 - (edges[end] - edges[first] - CHANNEL) / max_width
            if free < 0 and end - first > 2:
                break
            wires = math.log2(max(following[first], 1))
            total = best[first] + max(free, 0.0) ** 2 + _PER_ROW + _PER_WIRE * wires
            if total < price:
                price, begin = total, first
        best.append(price)
        begins.append(begin)
    found, at = list[int](), begins[-1]
    while at:
        found.append(at)
        at = begins[at]
    return found[::-1]


def _width(graph: Layered, number: int) -> float:
    return max((graph.cards[i].width for i in graph.layers[number] if graph.is_card(i)), default=0)


@dataclass(slots=True)
class _Row:
    """A stretch of columns that lie side by side."""

    first: int
    last: int  # the column after its last one
    top: float = 0.0  # the shift that its heights get
    bottom: float = 0.0
    left: float = 0.0
    right: float = 0.0


@dataclass(slots=True)
class Drawing:
    """Makes a drawing of a graph whose columns are ordered and whose items have their heights."""

    graph: Layered
    height: list[float]
    breaks: Sequence[int]
    deadline: Deadline
    middle: list[float] = field(default_factory=list)  # x of the centre of each column
    corners: dict[_Key, tuple[Point, ...]] = field(default_factory=dict)

    def draw(self) -> tuple[list[Point], list[Route]]:
        """Centres of the cards, and the corners of the wires; the top left corner is (0, 0)."""
        rows = self._rows()
        turns = self._turns()
        for row in rows:
            self._lay_out(row, turns)
        for upper, lower in itertools.pairwise(rows):
            self._wrap(upper, lower, turns)
        graph = self.graph
        places = [
            (self.middle[graph.rank[card]], self.height[card]) for card in range(len(graph.cards))
        ]
        return places, [self._route(wire) for wire in range(len(graph.links))]

    def _rows(self) -> list[_Row]:
        """Stack the rows; wires that lead from one to the next run between them."""
        graph = self.graph
        bounds = [0, *self.breaks, len(graph.layers)]
        rows = [_Row(a, b) for a, b in itertools.pairwise(bounds)]
        top = 0.0
        for row in rows:
            items = [item for layer in graph.layers[row.first : row.last] for item in layer]
            shift = round(top - min(self.height[i] - graph.half(i) for i in items))
            for item in items:
                self.height[item] += shift
            row.top = top
            row.bottom = max(self.height[i] + graph.half(i) for i in items)
            if row.last < len(graph.layers):
                onward = sum(len(graph.before[item]) for item in graph.layers[row.last])
                top = row.bottom + _ROW_GAP + onward * TRACK_GAP
        return rows

    def _turns(self) -> _Turns:
        """For each channel the wires that pass it; the number of a channel is its next column's."""
        graph, height = self.graph, self.height
        found: _Turns = [[] for _ in range(len(graph.layers) + 1)]
        for wire, (link, chain) in enumerate(zip(graph.links, graph.chains, strict=True)):
            start = height[link.source] + link.leaves
            end = height[link.target] + link.enters
            if graph.goes_back(wire):
                first, last = graph.rank[link.source], graph.rank[link.target]
                turn = Turn(start, height[chain[0]], to_right=False)
                found[first + 1].append(((wire, 0), turn))
                for number, (a, b) in enumerate(itertools.pairwise(chain)):
                    key = (wire, number + 1)
                    found[first - number].append((key, Turn(height[a], height[b], False, False)))
                turn = Turn(height[chain[-1]], end, from_left=False)
                found[last].append(((wire, len(chain)), turn))
                continue
            heights = [start, *(height[bend] for bend in chain[1:-1]), end]
            for number, (one, two) in enumerate(itertools.pairwise(heights)):
                found[graph.rank[chain[number + 1]]].append(((wire, number), Turn(one, two)))
        return found

    def _lay_out(self, row: _Row, turns: _Turns) -> None:
        """Give the columns of a row their places, and its wires their lines."""
        before = [(key, turn) for key, turn in turns[row.first] if turn.on_the_right]
        behind = [(key, turn) for key, turn in turns[row.last] if turn.on_the_left]
        x = 0.0
        for number in range(row.first, row.last):
            if number > row.first:
                x = self._turn(turns[number], x, CHANNEL)
            width = _width(self.graph, number)
            self.middle.append(x + width / 2)
            x += width
        row.right = self._turn(behind, x, _MARGIN)
        row.left = -self._turn(before, 0.0, _MARGIN)
        self._turn(before, row.left, _MARGIN)

    def _turn(self, turns: list[tuple[_Key, Turn]], x: float, least: float) -> float:
        """Let wires turn in a channel that begins at x and is as wide as needed; its end."""
        self.deadline.check()
        bent = [(key, turn) for key, turn in turns if turn.bends]
        taken = {height for _, turn in turns for height in (turn.start, turn.end)}
        ways = channels.lead([turn for _, turn in bent], taken, TRACK_GAP)
        num = 1 + max((track for way in ways for track, _ in way), default=-1)
        width = max(least, (num + 1) * TRACK_GAP)
        for (key, _), way in zip(bent, ways, strict=True):
            lines = [(x + width * (track + 1) / (num + 1), turn) for track, turn in way]
            self.corners[key] = tuple((at, y) for at, turn in lines for y in (turn.start, turn.end))
        return x + width

    def _wrap(self, upper: _Row, lower: _Row, turns: _Turns) -> None:
        """Lead wires from the right end of one row to the left end of the next, nested."""
        passing = [pair for pair in turns[lower.first] if pair[1].passes]
        # as seen from the end of the upper row; the lowest turns first
        passing.sort(key=lambda pair: (pair[1].at_left, pair[1].at_right), reverse=True)
        for number, (key, turn) in enumerate(passing):
            right = upper.right + number * TRACK_GAP
            left = lower.left - (len(passing) - 1 - number) * TRACK_GAP
            y = upper.bottom + _ROW_GAP / 2 + number * TRACK_GAP
            way = ((right, turn.at_left), (right, y), (left, y), (left, turn.at_right))
            self.corners[key] = way if turn.from_left else way[::-1]

    def _route(self, wire: int) -> Route:
        graph, link = self.graph, self.graph.links[wire]
        source, target = graph.cards[link.source], graph.cards[link.target]
        x, y = self.middle[graph.rank[link.source]], self.height[link.source]
        points = [(x + source.width / 2, y + link.leaves)]
        pieces = len(graph.chains[wire]) + (1 if graph.goes_back(wire) else -1)
        for number in range(pieces):
            points += self.corners.get((wire, number), ())
        x, y = self.middle[graph.rank[link.target]], self.height[link.target]
        points.append((x - target.width / 2, y + link.enters))
        return without_idle(points)


def without_idle(points: Sequence[Point]) -> Route:
    """The points without those at which a line runs straight on."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and any(
            kept[-2][axis] == kept[-1][axis] == point[axis] for axis in (0, 1)
        ):
            kept.pop()
        kept.append(point)
    return tuple(kept)
