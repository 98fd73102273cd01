"""How well and how fast graphs are laid out: `playground bench layout --json`.

Each case is a network that people draw. "crossings" and "through" (wires that run through a card
they do not belong to) are counted on the finished drawing, from the corners of the wires;
"networkx_..." is the same for `networkx.multipartite_layout` with straight wires. "ms" is the time
of one layout. "ratio" is the worst of: time against its limit, crossings against theirs, and
2.0 when a wire runs through a card; up to 1.0 is good.
"""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import networkx as nx
import numpy as np

from playground.document.layout import Card, LayoutTooLargeError, Placement, Route, layout
from playground.document.model import Document, Node, Wire

_WIDTHS = {"conv2d": 172, "linear": 150, "add": 100, "concat": 110, "multihead_attention": 190}
_HEIGHTS = {"conv2d": 168, "linear": 140, "add": 84, "concat": 84, "input": 120}
_PORTS = {"multihead_attention": ("query", "key", "value")}


class Builder:
    """Collects the blocks and wires of a document."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.wires: list[Wire] = []

    def add(self, block: str, *sources: str, ports: Sequence[str] = ()) -> str:
        """Add a block fed by others; its id."""
        id = f"{block}_{len(self.nodes)}"
        self.nodes.append(Node(id=id, block=block))
        names = ports or ("in",) * len(sources)
        for source, port in zip(sources, names, strict=True):
            self.wires.append(Wire(source=source, target=id, target_port=port))
        return id

    def chain(self, source: str, *kinds: str) -> str:
        """Add blocks one behind the other; the id of the last one."""
        for kind in kinds:
            source = self.add(kind, source)
        return source

    def document(self) -> Document:
        """The document; every block at (0, 0)."""
        return Document(nodes=tuple(self.nodes), wires=tuple(self.wires))


def u_net(depth: int = 5) -> Document:
    """Down and up again, with a skip connection at each of `depth` levels."""
    net = Builder()
    at = net.add("input")
    skips = []
    for _ in range(depth):
        at = net.chain(at, "conv2d", "relu", "conv2d", "relu")
        skips.append(at)
        at = net.add("max_pool2d", at)
    at = net.chain(at, "conv2d", "relu", "conv2d", "relu")
    for skip in reversed(skips):
        at = net.add("conv_transpose2d", at)
        at = net.chain(net.add("concat", skip, at), "conv2d", "relu", "conv2d", "relu")
    net.add("conv2d", at)
    return net.document()


def resnet(num_blocks: int) -> Document:
    """Residual blocks of seven cards; every fourth has a convolution in its shortcut."""
    net = Builder()
    at = net.chain(net.add("input"), "conv2d")
    for number in range(num_blocks):
        start = net.add("conv2d", at) if number % 4 == 3 else at
        inner = net.chain(at, "conv2d", "batch_norm2d", "relu", "conv2d", "batch_norm2d")
        at = net.chain(net.add("add", inner, start), "relu")
    net.chain(at, "flatten", "linear")
    return net.document()


def inception(num_modules: int = 9) -> Document:
    """Modules of four branches of different lengths that are joined."""
    net = Builder()
    at = net.chain(net.add("input"), "conv2d", "max_pool2d")
    for _ in range(num_modules):
        branches = (
            net.chain(at, "conv2d"),
            net.chain(at, "conv2d", "conv2d"),
            net.chain(at, "conv2d", "conv2d"),
            net.chain(at, "max_pool2d", "conv2d"),
        )
        at = net.add("concat", *branches)
    net.chain(at, "avg_pool2d", "flatten", "linear")
    return net.document()


def densenet(num_layers: int, *, joined: bool = False) -> Document:
    """Each layer gets everything before it; with `joined` its output does, too."""
    net = Builder()
    made = [net.add("input")]
    for _ in range(num_layers):
        arrived = net.add("concat", *made) if len(made) > 1 else made[0]
        made.append(net.add("conv2d", arrived))
    if joined:
        net.add("concat", *made)
    return net.document()


def gan() -> Document:
    """Two networks that no wire connects."""
    net = Builder()
    kinds = ("linear", "leaky_relu")
    net.chain(net.add("noise"), *kinds, *kinds, *kinds, "linear", "tanh")
    net.chain(net.add("input"), *kinds, *kinds, "dropout", "linear")
    return net.document()


def transformer(num_encoders: int = 4, num_decoders: int = 4) -> Document:
    """Encoder and decoder layers with attention, sums and norms (Vaswani et al. 2017)."""
    net = Builder()

    def attend(query: str, memory: str) -> str:
        heads = net.add(
            "multihead_attention", query, memory, memory, ports=("query", "key", "value")
        )
        return net.add("layer_norm", net.add("add", query, heads))

    def feed(at: str) -> str:
        inner = net.chain(at, "linear", "relu", "linear")
        return net.add("layer_norm", net.add("add", at, inner))

    memory = net.chain(net.add("input"), "embedding")
    for _ in range(num_encoders):
        memory = feed(attend(memory, memory))
    at = net.chain(net.add("input"), "embedding")
    for _ in range(num_decoders):
        at = feed(attend(attend(at, at), memory))
    net.chain(at, "linear", "softmax")
    return net.document()


# name -> network, most crossings, most seconds
Case = tuple[Callable[[], Document], int | None, float]
GRAPHS: dict[str, Case] = {
    "U-Net, depth 5": (u_net, 0, 0.5),
    "ResNet, 16 blocks": (lambda: resnet(16), 0, 0.5),
    "ResNet, 250 blocks": (lambda: resnet(250), 0, 0.5),
    "Inception, 9 modules": (inception, 0, 0.5),
    "DenseNet, 12 layers": (lambda: densenet(12), 191, 2.0),
    "DenseNet, 12 layers and their join": (lambda: densenet(12, joined=True), None, 2.0),
    "DenseNet, 64 layers": (lambda: densenet(64), None, 2.0),
    "GAN, two networks": (gan, 0, 0.5),
    "Transformer, 4 + 4 layers": (transformer, 1, 2.0),
}


def cards_of(document: Document) -> dict[str, Card]:
    """Cards of about the sizes that the window gives them."""
    made = {}
    for node in document.nodes:
        ports = _PORTS.get(node.block, ("in",))
        inputs = {port: 22.0 * (n - (len(ports) - 1) / 2) for n, port in enumerate(ports)}
        width, height = _WIDTHS.get(node.block, 126), _HEIGHTS.get(node.block, 96)
        made[node.id] = Card(width, height, inputs, {"out": 0.0})
    return made


def networkx_layout(document: Document, cards: dict[str, Card]) -> Placement:
    """Cards in columns as networkx puts them, wires straight from port to port."""
    number = {id: place for place, id in enumerate(cards)}  # words would come in any order
    graph = nx.DiGraph((number[wire.source], number[wire.target]) for wire in document.wires)
    for column, ids in enumerate(nx.topological_generations(graph)):
        for at in ids:
            graph.nodes[at]["column"] = column
    found = nx.multipartite_layout(graph, subset_key="column")
    places = {id: found[at] for id, at in number.items() if at in found}
    # as near as possible without overlaps: networkx knows no sizes
    wide = max(card.width for card in cards.values()) + 72
    high = max(card.height for card in cards.values()) + 32
    xs = sorted({round(float(x), 6) for x, _ in places.values()})
    columns: dict[float, list[float]] = {}
    for x, y in places.values():
        columns.setdefault(round(float(x), 6), []).append(float(y))
    gaps = [
        b - a for ys in columns.values() for a, b in zip(sorted(ys), sorted(ys)[1:], strict=False)
    ]
    step = min(gaps, default=1.0)
    positions = {
        id: (xs.index(round(float(x), 6)) * wide, float(y) / step * high)
        for id, (x, y) in places.items()
    }
    routes = []
    for wire in document.wires:
        (x0, y0), (x1, y1) = positions[wire.source], positions[wire.target]
        source, target = cards[wire.source], cards[wire.target]
        start = (x0 + source.width / 2, y0)
        routes.append((start, (x1 - target.width / 2, y1 + target.inputs[wire.target_port])))
    return Placement(positions, tuple(routes))


def crossings(routes: Sequence[Route]) -> int:
    """Pairs of wire segments that really cross: touching ends and common ports do not count."""
    ends = np.array([(*a, *b) for route in routes for a, b in itertools.pairwise(route)])
    owner = np.array([n for n, route in enumerate(routes) for _ in route[1:]])
    total = 0
    for number in range(len(ends)):
        ax, ay, bx, by = ends[number]
        cx, cy, dx, dy = ends[number + 1 :].T
        one = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
        two = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
        three = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
        four = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
        cross = (one * two < -1e-6) & (three * four < -1e-6)
        total += int((cross & (owner[number + 1 :] != owner[number])).sum())
    return total


def through(wires: Sequence[Wire], cards: dict[str, Card], placement: Placement) -> int:
    """Wires that run through a card which is neither their source nor their target."""
    ids = list(cards)
    middle = np.array([placement.positions[id] for id in ids])
    half = np.array([(cards[id].width / 2, cards[id].height / 2) for id in ids])
    low, high = middle - half, middle + half
    count = 0
    for wire, route in zip(wires, placement.routes, strict=True):
        foreign = np.array([id not in (wire.source, wire.target) for id in ids])
        hit = np.zeros(len(ids), dtype=bool)
        for a, b in itertools.pairwise(route):
            hit |= _cuts(np.array(a), np.array(b), low, high)
        count += bool((hit & foreign).any())
    return count


def _cuts(a: np.ndarray, b: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Which rectangles a segment enters: Liang & Barsky 1984, for all of them at once."""
    way = b - a
    first, last = np.zeros(len(low)), np.ones(len(low))
    for axis in (0, 1):
        if abs(way[axis]) < 1e-9:
            inside = (low[:, axis] < a[axis]) & (a[axis] < high[:, axis])
            first = np.where(inside, first, 2.0)
            continue
        one, two = (low[:, axis] - a[axis]) / way[axis], (high[:, axis] - a[axis]) / way[axis]
        first = np.maximum(first, np.minimum(one, two))
        last = np.minimum(last, np.maximum(one, two))
    cut: np.ndarray = first + 1e-9 < last
    return cut


def together(wires: Sequence[Wire], routes: Sequence[Route]) -> int:
    """Pairs of wires that lie on one line for a stretch although they share no port."""
    lines: dict[tuple[int, float], list[tuple[float, float, int]]] = {}
    for number, route in enumerate(routes):
        for (x0, y0), (x1, y1) in itertools.pairwise(route):
            axis, at = (1, y0) if y0 == y1 else (0, x0)
            span = sorted((x0, x1) if axis else (y0, y1))
            lines.setdefault((axis, at), []).append((span[0], span[1], number))
    found = set()
    for stretches in lines.values():
        for (a, b, one), (c, d, two) in itertools.combinations(stretches, 2):
            first, second = wires[one], wires[two]
            same_source = (first.source, first.source_port) == (second.source, second.source_port)
            same_target = (first.target, first.target_port) == (second.target, second.target_port)
            if one != two and min(b, d) - max(a, c) > 1e-6 and not (same_source or same_target):
                found.add((one, two))
    return len(found)


def cases() -> Iterator[dict[str, Any]]:
    for name, (make, most, limit) in GRAPHS.items():
        document = make()
        cards = cards_of(document)
        row: dict[str, Any] = {"bench": "layout", "case": name, "blocks": len(cards)}
        row["wires"] = len(document.wires)
        start = time.perf_counter()
        try:
            placement = layout(cards, document.wires, seconds=limit)
        except LayoutTooLargeError:
            seconds = time.perf_counter() - start
            yield {**row, "kept": True, "ms": round(1000 * seconds), "ratio": seconds / limit}
            continue
        seconds = time.perf_counter() - start
        found = crossings(placement.routes)
        hit = through(document.wires, cards, placement)
        ratios = [seconds / limit, 2.0 if hit else 0.0]
        if most is not None:
            ratios.append(found / most if most else 2.0 * (found > 0))
        row |= {"kept": False, "ms": round(1000 * seconds, 1), "crossings": found, "through": hit}
        row |= {"ratio": round(max(ratios), 3), "most_crossings": most}
        if len(document.wires) < 500:
            other = networkx_layout(document, cards)
            row["networkx_crossings"] = crossings(other.routes)
            row["networkx_through"] = through(document.wires, cards, other)
        yield row


if __name__ == "__main__":
    for row in cases():
        print(json.dumps(row))
