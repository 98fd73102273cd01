"""How the tensors of a block follow when its units change: which old row becomes which new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
import torch
from torch import Tensor, nn

from playground.build.copies import Numbers, groups_of, is_depthwise
from playground.build.units import Ints

Axis = Literal["out", "in", "unit", "pixel", "same"]
# units made, units taken, units handed on (normalisation), a side of a kernel, any other axis

_LAYOUTS: dict[type[nn.Module], dict[str, tuple[Axis, ...]]] = {
    nn.Linear: {"weight": ("out", "in"), "bias": ("out",)},
    nn.Conv1d: {"weight": ("out", "in", "pixel"), "bias": ("out",)},
    nn.Conv2d: {"weight": ("out", "in", "pixel", "pixel"), "bias": ("out",)},
    nn.ConvTranspose2d: {"weight": ("in", "out", "pixel", "pixel"), "bias": ("out",)},
    nn.Embedding: {"weight": ("same", "out")},
}
_BY_UNIT = ("weight", "bias", "running_mean", "running_var")


def layout_of(module: nn.Module, rank: int | None = None) -> Mapping[str, tuple[Axis, ...]] | None:
    """Name of a tensor -> what its axes stand for; None for a module nobody can take apart.

    Names that are not in it are single numbers, which are kept. `rank` is the number of axes that
    a sample has.
    """
    if isinstance(module, nn.modules.batchnorm._NormBase):  # of batches, of single images
        return dict.fromkeys(_BY_UNIT, ("unit",))
    if isinstance(module, nn.LayerNorm | nn.RMSNorm):
        sizes = module.normalized_shape
        if rank == 2:  # a sequence: units are on the last axis
            others: list[Axis] = ["same" for _ in sizes[1:]]
            return dict.fromkeys(("weight", "bias"), (*others, "unit"))
        if (
            rank is not None and len(sizes) < rank
        ):  # units are not among the axes it has weights for
            spots: list[Axis] = ["pixel" for _ in sizes]
            return dict.fromkeys(("weight", "bias"), tuple(spots))
        pixels: list[Axis] = ["pixel" for _ in sizes[1:]]
        return dict.fromkeys(("weight", "bias"), ("unit", *pixels))
    if is_depthwise(module):
        return {"weight": ("out", "same", "pixel", "pixel"), "bias": ("out",)}
    if groups_of(module) != 1:
        return None  # each group takes other units: see `gather_groups`
    return _LAYOUTS.get(type(module))


def absorbs(module: nn.Module) -> bool:
    """Whether a module weighs and sums the units it takes, so that its columns can be split."""
    if is_depthwise(module):
        return False
    if isinstance(module, nn.RNNBase):
        return True
    return "in" in _LAYOUTS.get(type(module), {}).get("weight", ())


class Plan(Protocol):
    """How a new tensor is made from an old one."""

    @property
    def nothing(self) -> bool:
        """Whether the new tensor is the old one."""

    def take(self, old: Tensor, new: Tensor | None) -> Tensor:
        """The new tensor; `new` gives the values of what starts afresh, None means 0."""


@dataclass(frozen=True, slots=True)
class Gather:
    """Where each part of a new tensor comes from.

    Parameters
    ----------
    rows : tuple of (int64 array or None)
        For each axis the old place of each new one, -1 where there is none; None: all in place.
    fresh : tuple of bool
        For each axis whether a place without an old one starts afresh; False: with 0.
    shares : Tensor or None
        Factors for a weight whose columns were split; they sum to 1 over the parts of a column.
    """

    rows: tuple[Ints | None, ...]
    fresh: tuple[bool, ...]
    shares: Tensor | None = None

    @property
    def nothing(self) -> bool:
        """Whether the new tensor is the old one."""
        return all(rows is None for rows in self.rows)

    def take(self, old: Tensor, new: Tensor | None) -> Tensor:
        """The new tensor; `new` gives the values of what starts afresh, None means 0."""
        tensor = old.detach()
        for axis, rows in enumerate(self.rows):
            if rows is not None:
                places = torch.from_numpy(np.maximum(rows, 0)).to(old.device)
                tensor = tensor.index_select(axis, places)
        if self.shares is not None and new is not None:
            tensor = tensor * self.shares.to(old.device)
        for axis, (rows, fresh) in enumerate(zip(self.rows, self.fresh, strict=True)):
            if rows is not None and (rows < 0).any():
                shape = [-1 if i == axis else 1 for i in range(tensor.ndim)]
                gone = torch.from_numpy(rows < 0).to(old.device).reshape(shape)
                filling = new.detach() if fresh and new is not None else torch.zeros_like(tensor)
                tensor = torch.where(gone, filling, tensor)
        return tensor.clone() if tensor is old or self.nothing else tensor


def gather(
    axes: Sequence[Axis],
    old: Tensor,
    new: Tensor,
    made: Ints,
    taken: Ints,
    seed: int,
    parts: Numbers | None = None,
) -> Gather | None:
    """How one tensor of a block follows; None where nothing of the old one fits.

    Parameters
    ----------
    axes : sequence of str
        See `layout_of`.
    old, new : Tensor
    made : np.ndarray
        For each unit that the block makes now, the old one or -1.
    taken : np.ndarray
        For each unit that it takes now, the old one or -1; old ones may be there several times.
    seed : int
        For the parts into which columns are split.
    parts : np.ndarray, optional
        For each unit that it takes now, into how many parts a softmax has split it.
    """
    if len(axes) != old.ndim or old.ndim != new.ndim:
        return None
    rows: list[Ints | None] = []
    for axis, size, was in zip(axes, new.shape, old.shape, strict=True):
        found = {"out": made, "in": taken, "unit": taken}.get(axis)
        if found is None:
            found = _centred(size, was) if axis == "pixel" else np.arange(size)
        if len(found) != size or (len(found) and found.max() >= was):
            return None
        in_place = size == was and np.array_equal(found, np.arange(size))
        rows.append(None if in_place else found)
    fresh = tuple(axis in ("out", "unit") for axis in axes)
    shares = None
    if "in" in axes and rows[axes.index("in")] is not None:
        shares = _shares(new.shape, axes.index("in"), taken, seed, parts)
    return Gather(tuple(rows), fresh, shares)


@dataclass(frozen=True, slots=True)
class Grouped:
    """The weight of a convolution in groups: each group is a small convolution of its own.

    Parameters
    ----------
    groups : tuple of Gather
        One for each group; they stand one after the other along the first axis.
    """

    groups: tuple[Gather, ...]

    @property
    def nothing(self) -> bool:
        """Whether the new tensor is the old one."""
        return all(group.nothing for group in self.groups)

    def take(self, old: Tensor, new: Tensor | None) -> Tensor:
        """The new tensor; `new` gives the values of what starts afresh, None means 0."""
        count = len(self.groups)
        olds = old.chunk(count)
        news = new.chunk(count) if new is not None else (None,) * count
        return torch.cat([g.take(o, n) for g, o, n in zip(self.groups, olds, news, strict=True)])


def gather_groups(
    module: nn.Module,
    old: Tensor,
    new: Tensor,
    made: Ints,
    taken: Ints,
    seed: int,
    parts: Numbers,
) -> Grouped | None:
    """The same as `gather` for the weight of a convolution whose channels are in groups.

    None where a unit is in another group now.
    """
    count, axes = groups_of(module), _LAYOUTS[type(module)]["weight"]
    plans = []
    for number, (one, two) in enumerate(zip(old.chunk(count), new.chunk(count), strict=True)):
        ways = []
        for name, rows in (("out", made), ("in", taken)):
            axis = axes.index(name)
            was, size = one.shape[axis], len(rows) // count
            mine = rows[number * size : (number + 1) * size]
            mine = np.where(mine < 0, mine, mine - number * was)
            if ((mine < 0) & (rows[number * size : (number + 1) * size] >= 0)).any():
                return None
            ways.append(mine)
        split = parts[number * len(ways[1]) : (number + 1) * len(ways[1])]
        plan = gather(axes, one, two, ways[0], ways[1], seed + number, split)
        if plan is None:
            return None
        plans.append(plan)
    return Grouped(tuple(plans))


def _centred(size: int, was: int) -> Ints:
    """A kernel keeps its middle: cut at both ends, or with zeros around."""
    places: Ints = np.arange(size) + (was // 2 - size // 2)
    places[(places < 0) | (places >= was)] = -1
    return places


def _shares(
    shape: Sequence[int], axis: int, taken: Ints, seed: int, whole: Numbers | None
) -> Tensor | None:
    """Into which parts the columns of doubled units are split: uneven, and different in each row.

    Even parts would give the copies of a unit equal gradients, and they would stay equal for ever.
    Source: Chen, Goodfellow and Shlens 2016, Net2Net, arXiv:1511.05641, which adds noise instead.
    """
    known = taken[taken >= 0]
    if len(np.unique(known)) == len(known):
        return None
    other = shape[1 - axis]  # both axes of units come first
    generator = torch.Generator().manual_seed(seed)
    parts = 0.2 + torch.rand(len(taken), other, generator=generator, dtype=torch.float64)
    places = torch.from_numpy(np.maximum(taken, 0))
    present = torch.from_numpy(taken >= 0)
    parts[~present] = 0.0
    sums = torch.zeros(int(places.max()) + 1, other, dtype=torch.float64)
    sums.index_add_(0, places, parts)
    parts = parts / sums[places].clamp(min=1e-12)
    if whole is not None:  # each copy brings only a part of what the unit was
        parts = parts * torch.from_numpy(whole)[:, None]
    parts = parts.T if axis == 1 else parts
    return parts.reshape(*parts.shape, *(1,) * (len(shape) - 2)).float()
