"""The loss on a plane through the weights of a network, computed beside the training.

Everything here works on copies, on a thread of low priority that draws no random number of the run.
"""

from __future__ import annotations

import logging
import math
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor, nn

from playground.telemetry.beside import begin

Checkpoint = tuple[int, Mapping[str, Tensor]]  # step, weights by name

SIZE = 25  # points a side
MOST_PATH = 40  # checkpoints from which the plane of a path is found
NICE = 15  # of 19: how far its thread stands back behind all others
REST = 2.0  # times as long as a point took is the thread asleep after it: training goes first
STALE_S = 20.0  # nobody has asked for so long: the view is gone
MOST_NUMBERS = 1 << 26  # of all checkpoints together: a quarter of a GB
MARGIN = 0.3  # part of the path's extent around it


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """A plane in the space of all weights.

    Parameters
    ----------
    centre, first, second : Tensor, shape (P,)
        A point of it and its two directions, float32 in host memory.
    extent : tuple of float
        Smallest and largest coordinate along the first, then along the second.
    """

    centre: Tensor
    first: Tensor
    second: Tensor
    extent: tuple[float, float, float, float]

    def at(self, a: float, b: float) -> Tensor:
        """The weights at a point."""
        return self.centre + a * self.first + b * self.second

    def project(self, weights: Tensor) -> tuple[float, float, float]:
        """Coordinates of the nearest point of the plane, and how far off it the weights lie."""
        delta = (weights - self.centre).double()
        first, second = self.first.double(), self.second.double()
        gram = np.array([[first @ first, first @ second], [first @ second, second @ second]])
        sides = np.array([first @ delta, second @ delta])
        a, b = np.linalg.lstsq(gram, sides, rcond=None)[0]
        away = delta - a * first - b * second
        return float(a), float(b), float(away.norm())


def flat(weights: Mapping[str, Tensor], names: Sequence[str]) -> Tensor:
    """All weights one after the other, float32 in host memory."""
    return torch.cat([weights[name].detach().to("cpu", torch.float32).flatten() for name in names])


def random_plane(parameters: Sequence[Tensor], seed: int) -> Plane:
    """Two random directions in which every filter is as long as the network's own.

    So the picture does not depend on how the weights are scaled. Biases and the weights of
    normalisations stay. Source: Li et al. 2018, arXiv:1712.09913.
    """
    generator = torch.Generator().manual_seed(seed)
    directions = []
    for _ in range(2):
        parts = []
        for weight in parameters:
            if weight.ndim < 2:
                parts.append(torch.zeros(weight.numel()))
                continue
            drawn = torch.randn(weight.shape, generator=generator)
            own = weight.detach().to("cpu", torch.float32).flatten(1).norm(dim=1)
            length = drawn.flatten(1).norm(dim=1).clamp_min(1e-12)
            scale = (own / length).reshape(-1, *[1] * (weight.ndim - 1))
            parts.append((drawn * scale).flatten())
        directions.append(torch.cat(parts))
    centre = torch.cat([w.detach().to("cpu", torch.float32).flatten() for w in parameters])
    return Plane(centre, directions[0], directions[1], (-1.0, 1.0, -1.0, 1.0))


def path_plane(centre: Tensor, path: Sequence[Tensor]) -> Plane | None:
    """The plane in which a path moves most: its two principal directions; None for no path."""
    if len(path) < 2:
        return None
    chosen = np.unique(np.linspace(0, len(path) - 1, MOST_PATH).round().astype(int))
    deltas = [path[i] - centre for i in chosen]
    gram = np.array([[float(a @ b) for b in deltas] for a in deltas])
    values, vectors = np.linalg.eigh(gram)
    directions = []
    for k in (-1, -2):
        if values[k] <= 1e-12 * max(values[-1], 1e-30):
            return None
        mixed = sum(float(vectors[i, k]) * delta for i, delta in enumerate(deltas))
        assert isinstance(mixed, Tensor)  # there are at least two
        directions.append(mixed / mixed.norm())
    first, second = directions
    plane = Plane(centre, first, second, (0.0, 0.0, 0.0, 0.0))
    places = np.array([plane.project(point)[:2] for point in [*path, centre]])
    low, high = places.min(0), places.max(0)
    room = np.maximum(MARGIN * (high - low), 1e-3 * max(float((high - low).max()), 1e-6))
    (a0, b0), (a1, b1) = low - room, high + room
    return Plane(centre, first, second, (float(a0), float(a1), float(b0), float(b1)))


@dataclass(eq=False)
class Slice:
    """One landscape in the making. `start` begins a thread; everybody may read meanwhile.

    Parameters
    ----------
    model : nn.Module
        A copy that belongs to the slice, in host memory and eval mode.
    loss : callable
        Model -> loss of the samples.
    seed : int
        Of the random directions.
    along_path : bool
        The plane of the path instead of a random one.
    step : int
        Of the centre.
    checkpoints : sequence
        Earlier weights of the same network, oldest first.
    """

    model: nn.Module
    loss: Callable[[nn.Module], float]
    seed: int
    along_path: bool
    step: int
    checkpoints: Sequence[Checkpoint] = ()
    size: int = SIZE
    plane: Plane | None = None
    done: int = 0
    failed: bool = False
    losses: np.ndarray = field(init=False)
    path: list[tuple[int, float, float, float]] = field(default_factory=list)
    # step, coordinates, distance from the plane
    stop: threading.Event = field(default_factory=threading.Event)
    asked: float = field(default_factory=time.monotonic)
    thread: threading.Thread | None = None

    def __post_init__(self) -> None:
        self.losses = np.full((self.size, self.size), np.nan, dtype=np.float32)
        self.names = [name for name, _ in self.model.named_parameters()]
        self._shapes = {name: p.shape for name, p in self.model.named_parameters()}

    def start(self) -> None:
        """Compute on a thread."""
        self.thread = begin(self.work, "landscape", nice=NICE, end=self.stop.set)

    @property
    def going(self) -> bool:
        """Whether points are still being computed."""
        return not (self.failed or self.stop.is_set() or self.done == self.size**2)

    def fits(self, weights: Mapping[str, Tensor]) -> bool:
        """Whether these are weights of this network."""
        return all(
            name in weights and weights[name].shape == shape for name, shape in self._shapes.items()
        )

    def work(self) -> None:
        """Find the plane, the path on it, and the loss at each of its points, from the middle."""
        try:
            with torch.no_grad():
                self._find_plane()
                self._climb()
        except Exception:  # a stranger's block: the training goes on, the view says so
            logging.getLogger(__name__).exception("the loss landscape failed")
            self.failed = True

    def _find_plane(self) -> None:
        parameters = list(self.model.parameters())
        fitting = [(step, weights) for step, weights in self.checkpoints if self.fits(weights)]
        most = max(2, MOST_NUMBERS // max(sum(p.numel() for p in parameters), 1))
        chosen = np.unique(np.linspace(0, max(len(fitting) - 1, 0), most).round().astype(int))
        fitting = [fitting[i] for i in chosen] if len(fitting) > most else fitting
        earlier = [(step, flat(weights, self.names)) for step, weights in fitting]
        self.checkpoints = ()  # the archive may forget them
        plane = random_plane(parameters, self.seed)
        if self.along_path:
            plane = path_plane(plane.centre, [w for _, w in earlier]) or plane
        for step, weights in earlier:
            self.path.append((step, *plane.project(weights)))
        self.plane = plane

    def _climb(self) -> None:
        plane, parameters = self.plane, list(self.model.parameters())
        assert plane is not None  # found before
        for row, column in self._order():
            if self.stop.is_set() or time.monotonic() - self.asked > STALE_S:
                self.stop.set()
                return
            begun = time.perf_counter()
            a, b = self.coordinates(row, column)
            nn.utils.vector_to_parameters(plane.at(a, b), parameters)
            self.losses[row, column] = self.loss(self.model)
            self.done += 1
            self.stop.wait(REST * (time.perf_counter() - begun))

    def coordinates(self, row: int, column: int) -> tuple[float, float]:
        """Where a point of the grid lies on the plane."""
        assert self.plane is not None  # asked only for what is computed
        a0, a1, b0, b1 = self.plane.extent
        last = self.size - 1
        return a0 + (a1 - a0) * column / last, b0 + (b1 - b0) * row / last

    def _order(self) -> list[tuple[int, int]]:
        """From the middle outwards: the picture makes sense early."""
        middle = (self.size - 1) / 2
        cells = [(row, column) for row in range(self.size) for column in range(self.size)]
        return sorted(cells, key=lambda cell: math.hypot(cell[0] - middle, cell[1] - middle))

    def follow(self, step: int, weights: Mapping[str, Tensor]) -> None:
        """The run has come to another step: the path goes on."""
        if self.plane is None or not self.fits(weights):
            return
        known = [entry[0] for entry in self.path]
        if step not in known:
            self.path.append((step, *self.plane.project(flat(weights, self.names))))
            self.path.sort()
            if len(self.path) > 400:  # every other one: constant memory
                self.path = [self.path[0], *self.path[1:-1:2], self.path[-1]]
