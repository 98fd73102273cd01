"""Where copies of a unit are not enough to keep a function: averages, softmax, groups of channels.

A wider layer has copies of its units. Layers behind it split their columns between the copies (see
`gather`). What stands between may look at all units at once: then it depends on how often each unit
is there.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from torch import nn

from playground.i18n import tr

Numbers = NDArray[np.float64]
Ints = NDArray[np.int64]
_EVEN = (nn.ReLU, nn.LeakyReLU, nn.Dropout, nn.MaxPool2d, nn.AvgPool2d, nn.Upsample, nn.Identity)
# half of a number gives half of what the number gives


def times(labels: NDArray[np.uint64]) -> Ints:
    """For each unit, how many of the same label there are."""
    _, places, counts = np.unique(labels, return_inverse=True, return_counts=True)
    found: Ints = counts[places]
    return found


def averages_units(module: nn.Module | None, rank: int) -> bool:
    """Whether a normalisation looks at all units of a sample with so many axes."""
    if not isinstance(module, nn.LayerNorm | nn.RMSNorm):
        return False
    # units of a sequence are on its last axis, which every normalisation sees
    return len(module.normalized_shape) == rank or rank == 2


def shares_units(module: nn.Module | None, rank: int) -> bool:
    """Whether a softmax makes all units of a sample with so many axes sum to 1."""
    axis = 2 if rank == 2 else 1
    return isinstance(module, nn.Softmax) and module.dim in (axis, axis - rank - 1)


def keeps_parts(module: nn.Module | None) -> bool:
    """Whether a part of a number becomes the same part of what a block makes of it."""
    return module is None or isinstance(module, _EVEN)


def is_depthwise(module: nn.Module | None) -> bool:
    """Whether each channel has kernels of its own: then they follow their channel."""
    if isinstance(module, nn.ConvTranspose2d):
        return 1 < module.groups == module.in_channels == module.out_channels
    return isinstance(module, nn.Conv2d) and 1 < module.groups == module.in_channels


def groups_of(module: nn.Module | None) -> int:
    """Groups of channels that do not mix, 1 for none; 1 also where each is a group of its own."""
    return 1 if is_depthwise(module) else getattr(module, "groups", 1)


def copied(old: int, new: int, groups: int = 1) -> Ints:
    """Which old unit each of the new ones is a copy of; each stays in its group of channels."""
    if groups == 1:
        return np.concatenate([np.arange(old), (np.arange(old, new) - old) % old])[:new]
    was, size = old // groups, new // groups
    found: Ints = np.concatenate([g * was + np.arange(size) % was for g in range(groups)])
    return found


def followed(taken: Ints, count: int, was: int, had: int) -> Ints:
    """Which old unit each one of a depthwise convolution is, from the channels that it takes.

    Parameters
    ----------
    taken : np.ndarray
        For each channel that it takes now, the old one or -1.
    count, was : int
        Units that it makes now, and made before.
    had : int
        Channels that it took before.
    """
    each, before, places = count // len(taken), was // had, np.arange(count)
    channels = taken[places // each]
    return np.where(channels < 0, places - count, channels * before + places % each % before)


def uneven(id: str, total: int, different: int) -> str:
    """Why something that looks at all units gives something else now."""
    return tr(
        "{id} weighs up {new} units that are copies of {old}, and not as many of each",
        id=id,
        new=total,
        old=different,
    )


def bent(id: str) -> str:
    """Why a block gives something else for the parts into which a softmax has split a unit."""
    return tr("{id} bends the probabilities of a softmax, which copies share", id=id)


def regrouped(id: str) -> str:
    """Why a grouped convolution starts afresh."""
    return tr("the groups of {id} have other channels", id=id)


def afresh(id: str) -> str:
    """Why a block that stays starts afresh."""
    return tr("{id} cannot be resized and starts afresh", id=id)


def equal_parts(parts: Sequence[Numbers]) -> bool:
    """Whether units that are added are split alike."""
    return all(np.array_equal(parts[0], other) for other in parts[1:])
