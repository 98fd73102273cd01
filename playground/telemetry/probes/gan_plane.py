"""A game between two networks in the plane: who forges what, and what the judge thinks of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host

if TYPE_CHECKING:
    import torch

REACH = 2.4  # standard deviations of each noise number that the manifold covers: 98 %
BEYOND = 0.15  # of the data's range: forged samples stray
AT_ONCE = 20_000  # training samples that are compared with the forged ones in one go


@dataclass(frozen=True)
class GanPlane(Probe):
    """Look at both players where their samples are points of the plane.

    Only for models "generator" and "discriminator" of samples (2,); nothing otherwise. Networks are
    in eval mode. Arrays, float32 unless said otherwise; samples in units of the features:

    - ``gan_plane/real``: (N, 2), the first training samples; ``gan_plane/rows``: int64 (N,), their
      numbers among the training samples.
    - ``gan_plane/fake``: (count, 2), the generator's output for noise fixed by the seed.
    - ``gan_plane/nearest``: (count,), distance of each of them to the nearest training sample;
      ``gan_plane/neighbour``: int64 (count,), the number of that one, ``gan_plane/beside``:
      (count, 2), where it is.
    - ``gan_plane/surface``: (H, W), the verdict: the probability of "real", for least_squares and
      wgan_gp the output itself. Row 0 is the lowest y, column 0 the lowest x.
    - ``gan_plane/extent``: (4,) xmin, xmax, ymin, ymax: outer edges of the surface.
    - ``gan_plane/arrows``: (count, 2), minus the gradient of the generator's loss on one forged
      sample with respect to that sample: where it should go, in units of the loss per unit of x.
    - ``gan_plane/manifold``: (lines, lines, 2), what becomes of a grid of the noise whose cells all
      get equally many samples; (1, lines ** 2, 2) for noise of one number. ``gan_plane/latent``:
      int64 (2,), how many numbers of the noise vary in it, and how many there are; others are 0.

    A discriminator that compares the samples of a batch has no surface and no arrows: what it says
    of a point depends on the points beside it.

    Parameters
    ----------
    count : int
        Samples of each kind.
    resolution : int
        Cells of the surface along each side.
    lines : int
        Lines of the manifold in each direction.
    label : int
        Class that is looked at, where both networks read a label.
    """

    count: int = 400
    resolution: int = 64
    lines: int = 25
    label: int = 0

    @property
    def name(self) -> str:
        return "gan_plane"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes import forward

        if not is_game_of_points(bench):
            return {}
        if self not in bench.memory:
            bench.memory[self] = _Stage(self, bench)
        stage: _Stage = bench.memory[self]
        models = [bench.models[role] for role in ("generator", "discriminator")]
        if not len(stage.real):
            return {}
        with forward.untouched(*models):
            return stage.look(*models)


def is_game_of_points(bench: Bench) -> bool:
    """Whether a generator and a discriminator play for samples of two numbers."""
    from playground.telemetry.probes import forward

    if not {"generator", "discriminator"} <= set(bench.models):
        return False
    return bench.fields[forward.field_judged(bench)].shape == (2,)


class _Stage:
    """What stays the same from look to look."""

    def __init__(self, probe: GanPlane, bench: Bench) -> None:
        import torch

        from playground.telemetry.probes import forward
        from playground.telemetry.probes.surface import plane_grid, plane_range

        self.probe, self.field = probe, forward.field_judged(bench)
        self.label = label_of(bench, probe.label)
        self.train = bench.train[self.field]
        rows = rows_of(bench, probe.label)
        self.real = self.train[rows[: probe.count]]
        self.rows, self.among = to_host(rows[: probe.count]), rows
        edges = widened(plane_range(bench, self.field))
        self.extent = np.asarray(edges, dtype=np.float32)
        self.grid = plane_grid(probe.resolution, edges).to(self.train.device)
        some = {n: v.expand(probe.count, *v.shape[1:]) for n, v in self.label.items()}
        some[self.field] = self.train[torch.zeros(probe.count, dtype=torch.long)]
        self.noise = forward.inputs_of(bench, "generator", some, (probe, "latents"))
        document = bench.document
        self.read = [
            forward.field_read(document, node)
            for node in document.train.models["discriminator"].inputs
        ]
        told = [
            forward.field_read(document, node) for node in document.train.models["generator"].inputs
        ]
        self.spread = spread_latents(self.noise, told, probe.lines)
        self.loss = forward.loss_of(document) or "non_saturating"
        self.mixes = compares_samples(bench)

    def judged(self, points: torch.Tensor) -> list[torch.Tensor]:
        """Arguments of the discriminator for points (N, 2)."""
        return [
            points
            if name == self.field
            else self.label[str(name)].expand(len(points), *self.label[str(name)].shape[1:])
            for name in self.read
        ]

    def look(
        self, generator: torch.fx.GraphModule, discriminator: torch.fx.GraphModule
    ) -> dict[str, np.ndarray]:
        side = self.probe.resolution
        fake = generator(*self.noise)
        nearest, neighbour = nearest_of(fake, self.train, self.among)
        arguments, shape, latent = self.spread
        arrays = {
            "real": to_host(self.real),
            "rows": self.rows,
            "fake": to_host(fake),
            "nearest": to_host(nearest),
            "neighbour": to_host(neighbour),
            "beside": to_host(self.train[neighbour]),
            "manifold": to_host(generator(*arguments)).reshape(*shape, 2),
            "latent": np.array(latent, dtype=np.int64),
            "extent": self.extent,
        }
        if not self.mixes:
            said = discriminator(*self.judged(self.grid))
            arrays["surface"] = to_host(verdict(said, self.loss)).reshape(side, side)
            arrays["arrows"] = to_host(pull(lambda x: discriminator(*self.judged(x)), fake, self))
        return {f"gan_plane/{name}": array for name, array in arrays.items()}


def widened(extent: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """The range of the data with room around it."""
    xmin, xmax, ymin, ymax = extent
    x, y = BEYOND * (xmax - xmin), BEYOND * (ymax - ymin)
    return xmin - x, xmax + x, ymin - y, ymax + y


def label_of(bench: Bench, label: int) -> dict[str, torch.Tensor]:
    """Field of a one-hot label that the networks read -> that of one class (1, classes)."""
    import torch

    from playground.telemetry.probes import forward

    found = {}
    for role in ("generator", "discriminator"):
        for node in bench.document.train.models[role].inputs:
            name = forward.field_read(bench.document, node)
            if name is not None and bench.fields[name].classes:
                there, count = bench.train[name], len(bench.fields[name].classes)
                found[name] = torch.eye(count, dtype=there.dtype, device=there.device)[
                    [min(label, count - 1)]
                ]
    return found


def rows_of(bench: Bench, label: int) -> torch.Tensor:
    """Numbers of the training samples of a class; of all where no network reads a label."""
    import torch

    rows = torch.arange(len(next(iter(bench.train.values()))))
    for name, code in label_of(bench, label).items():
        rows = rows[(bench.train[name] == code).all(dim=1).cpu()]
        break
    return rows.to(next(iter(bench.train.values())).device)


def spread_latents(
    noise: list[torch.Tensor], told: list[str | None], lines: int
) -> tuple[list[torch.Tensor], tuple[int, int], tuple[int, int]]:
    """Arguments of the generator for a grid of its noise, the grid's shape, and what varies in it.

    The lines lie at equally probable steps of a standard normal distribution, so that each cell
    gets equally many samples.
    """
    import torch

    drawn = [at for at, name in enumerate(told) if name is None]
    total = sum(noise[at].shape[1] for at in drawn)
    shown = min(total, 2)
    count = lines if shown == 2 else lines**2
    tail = torch.special.ndtr(torch.tensor(-REACH)).item()
    steps = torch.special.ndtri(torch.linspace(tail, 1 - tail, count))
    if shown == 2:
        second, first = torch.meshgrid(steps, steps, indexing="ij")
        ways = [first.flatten(), second.flatten()]
    else:
        ways = [steps]
    arguments, free = [], list(ways)
    for at, given in enumerate(noise):
        size = len(ways[0])
        if at not in drawn:
            arguments.append(given[:1].expand(size, *given.shape[1:]))
            continue
        argument = torch.zeros(size, given.shape[1])
        for column in range(min(len(free), given.shape[1])):
            argument[:, column] = free.pop(0)
        arguments.append(argument.to(given.device))
    return arguments, (lines, lines) if shown == 2 else (1, count), (shown, total)


def nearest_of(
    fake: torch.Tensor, train: torch.Tensor, among: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """For each forged sample the distance to the nearest of some training samples, and which."""
    import torch

    away = torch.full((len(fake),), torch.inf, device=fake.device)
    which = among[:1].expand(len(fake)).clone()
    for part in torch.split(among, AT_ONCE):
        least, at = torch.cdist(fake, train[part]).min(dim=1)
        closer = least < away
        away = torch.where(closer, least, away)
        which = torch.where(closer, part[at], which)
    return away, which


def compares_samples(bench: Bench) -> bool:
    """Whether a block of the discriminator compares the samples of a batch."""
    from playground.document import topology
    from playground.registry import blocks

    inside = topology.subgraph(bench.document, bench.document.train.models["discriminator"])
    nodes = [bench.document.by_id[id] for id in inside]
    return any(blocks.get(n.block).mixes_samples and not n.muted for n in nodes)


def verdict(said: torch.Tensor, loss: str) -> torch.Tensor:
    """What the discriminator's outputs (N, 1) mean under a loss: a probability, or themselves."""
    return said.sigmoid() if loss == "non_saturating" else said


def pull(
    discriminator: Callable[[torch.Tensor], torch.Tensor], fake: torch.Tensor, stage: _Stage
) -> torch.Tensor:
    """Minus the gradient of the generator's loss on each forged sample (N, 2) to that sample."""
    import torch
    from torch.nn.functional import softplus

    with torch.enable_grad():
        points = fake.detach().requires_grad_()
        said = discriminator(points)
        loss = {
            "non_saturating": lambda: softplus(-said),
            "least_squares": lambda: 0.5 * (said - 1).square(),
            "wgan_gp": lambda: -said,
        }[stage.loss]()
        (gradient,) = torch.autograd.grad(loss.sum(), points)
    return -gradient
