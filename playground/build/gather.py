"""How the tensors of a block follow when its units change: which old row becomes which new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import torch
from torch import Tensor, nn

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


def layout_of(module: nn.Module) -> Mapping[str, tuple[Axis, ...]] | None:
    """Name of a tensor -> what its axes stand for; None for a module nobody can take apart.

    Names that are not in it are single numbers, which are kept.
    """
    if isinstance(module, nn.modules.batchnorm._BatchNorm):
        return dict.fromkeys(_BY_UNIT, ("unit",))
    if isinstance(module, nn.LayerNorm):
        pixels: list[Axis] = ["pixel" for _ in module.normalized_shape[1:]]
        return dict.fromkeys(("weight", "bias"), ("unit", *pixels))
    if getattr(module, "groups", 1) != 1:
        return None  # each group takes other units
    return _LAYOUTS.get(type(module))


def absorbs(module: nn.Module) -> bool:
    """Whether a module weighs and sums the units it takes, so that its columns can be split."""
    layout = layout_of(module)
    return layout is not None and "in" in layout.get("weight", ())


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
        shares = _shares(new.shape, axes.index("in"), taken, seed)
    return Gather(tuple(rows), fresh, shares)


def _centred(size: int, was: int) -> Ints:
    """A kernel keeps its middle: cut at both ends, or with zeros around."""
    places: Ints = np.arange(size) + (was // 2 - size // 2)
    places[(places < 0) | (places >= was)] = -1
    return places


def _shares(shape: Sequence[int], axis: int, taken: Ints, seed: int) -> Tensor | None:
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
    parts = parts.T if axis == 1 else parts
    return parts.reshape(*parts.shape, *(1,) * (len(shape) - 2)).float()
