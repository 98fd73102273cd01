"""What a probe is: one measurement of a running training, asked for by a visible view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from playground.document.model import Document

if TYPE_CHECKING:
    import torch
    from torch import fx

    from playground.data.base import Field


@dataclass(frozen=True, slots=True)
class Bench:
    """What a probe may look at. Everything here is the run's own: read, never write.

    Parameters
    ----------
    document : Document
        The network in training, without composites: the ids of its blocks are paths.
    models : mapping
        Role ("main", "generator", ...) -> torch.fx.GraphModule. Submodules and the last operation
        of each block bear the block's id; `model.meta["outputs"]` maps block id -> name of its fx
        node.
    fields : mapping
        Field of the data -> its description.
    train, test : mapping
        Field -> tensor on the device, all samples of the split in their fixed order.
    step : int
        Optimiser steps finished.
    seed : int
        The document's seed, for probes that draw fixed noise.
    memory : dict
        A place for a probe to keep what it needs again (fixed latents, a grid), by its own name.
    next_step : list of callable
        What a probe puts here is called once, right after the next optimiser step.
    optimizers : callable
        Gives role -> what its optimiser remembers, see `train.optimizers.OptimizerState`.
    """

    document: Document
    models: Mapping[str, fx.GraphModule]
    fields: Mapping[str, Field]
    train: Mapping[str, torch.Tensor]
    test: Mapping[str, torch.Tensor]
    step: int
    seed: int
    memory: dict[Any, Any] = field(default_factory=dict)
    next_step: list[Callable[[], None]] = field(default_factory=list)
    optimizers: Callable[[], Mapping[str, Any]] = dict


@dataclass(frozen=True, kw_only=True)
class Probe:
    """One measurement. Frozen and hashable: two views that ask for the same share one reading.

    `measure` runs on the training thread between two steps, with gradients off and the models in
    eval mode; it must leave both as they are. It returns arrays in host memory under names that
    start with the probe's `name`.
    """

    sparing: ClassVar[bool] = False  # asked for all the time: reads seldom, see `train.observer`
    repeatable: ClassVar[bool] = True  # whether an earlier step may be measured again

    @property
    def name(self) -> str:
        """First part of the names of its arrays, e.g. "weights"."""
        raise NotImplementedError

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        """Array name -> array. An empty dict when there is nothing to see yet."""
        raise NotImplementedError


def numbers(tensor: torch.Tensor) -> np.ndarray:
    """The same as float32: tokens are whole numbers, and pictures want to know none but floats."""
    return to_host(tensor if tensor.is_floating_point() else tensor.float())


def to_host(tensor: torch.Tensor) -> np.ndarray:
    """A copy of a tensor as a numpy array in host memory; nobody else writes to it."""
    array: np.ndarray = tensor.detach().to("cpu", copy=True).numpy()
    return array
