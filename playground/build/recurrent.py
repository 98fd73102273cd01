"""How the weights of RNN, LSTM and GRU follow when their units change.

Each weight has a block of rows for each gate; each layer and direction has weights of its own. A
copy of a unit has the same state at every step, as long as the columns that read the states share
what they were: so a recurrent layer grows like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from torch import Tensor, nn

from playground.build.copies import Numbers, copied
from playground.build.gather import Axis, Gather, gather
from playground.build.modules import block_seed
from playground.build.units import Ints
from playground.i18n import tr

GATES = {"RNN_TANH": 1, "RNN_RELU": 1, "LSTM": 4, "GRU": 3}


def directions(module: nn.RNNBase) -> int:
    """In how many directions a module reads."""
    return 2 if module.bidirectional else 1


def own_units(was: nn.RNNBase, module: nn.RNNBase, end: bool) -> Ints:
    """Which old unit each unit of a layer is: forwards, then backwards; negative for none.

    A larger layer has copies of its units, or new ones where they are the end of a network. A
    smaller one keeps the first.
    """
    old, new = was.hidden_size, module.hidden_size
    parts = []
    for direction in range(directions(module)):
        if direction >= directions(was):
            parts.append(np.full(new, -1))
            continue
        rows = copied(old, new)
        if end:
            rows = np.where(np.arange(new) < old, rows, -1)
        parts.append(np.where(rows < 0, -1, rows + direction * old))
    units: Ints = np.concatenate(parts)
    gone = units < 0
    units[gone] = -1 - np.arange(int(gone.sum()))  # each is one of its own
    return units


def plans(
    was: nn.RNNBase,
    module: nn.RNNBase,
    made: Ints,
    taken: Ints,
    seed: int,
    parts: Numbers,
) -> dict[str, Gather] | None:
    """Name of a tensor -> how it follows; None where a unit would change its direction.

    Parameters
    ----------
    was, module : nn.RNNBase
    made, taken : np.ndarray
        For each unit of the last layer, and for each feature it takes, the old one or negative.
    seed : int
        For the parts into which columns are split.
    parts : np.ndarray
        For each feature, into how many parts a softmax has split it.
    """
    olds, news = was.state_dict(), module.state_dict()
    found: dict[str, Gather] = {}
    below, split = taken, parts
    for layer in range(module.num_layers):
        top = layer == module.num_layers - 1
        units = made if top else own_units(was, module, end=False)
        for direction in range(directions(module)):
            mine = _of_direction(was, module, units, direction)
            if mine is None:
                return None
            suffix = f"_l{layer}" + "_reverse" * direction
            for name, columns in _columns(below, mine).items():
                full = name + suffix
                if full not in olds or full not in news:
                    continue
                plan = _plan(was, full, olds, news, mine, columns, seed, split)
                if plan is not None:
                    found[full] = plan
        below, split = units, np.ones(len(units))
    return found


def _columns(below: Ints, mine: Ints) -> dict[str, Ints | None]:
    """Name of a tensor -> what its columns stand for; None where it has one number a row."""
    return {"weight_ih": below, "weight_hh": mine, "bias_ih": None, "bias_hh": None}


def _of_direction(was: nn.RNNBase, module: nn.RNNBase, units: Ints, direction: int) -> Ints | None:
    """Of the units of a layer those that read in one direction, counted from 0."""
    size, start = module.hidden_size, direction * was.hidden_size
    mine = units[direction * size : (direction + 1) * size]
    shifted: Ints = np.where(mine < 0, -1, mine - start)
    strange = (mine >= 0) & ((shifted < 0) | (shifted >= was.hidden_size))
    return None if strange.any() else shifted


def _plan(
    was: nn.RNNBase,
    name: str,
    olds: Mapping[str, Tensor],
    news: Mapping[str, Tensor],
    mine: Ints,
    columns: Ints | None,
    seed: int,
    parts: Numbers,
) -> Gather | None:
    gates = np.arange(GATES[was.mode])[:, None] * was.hidden_size
    rows = np.where(mine < 0, -1, mine + gates).ravel()
    axes: tuple[Axis, ...] = ("out",) if columns is None else ("out", "in")
    taken = np.arange(0) if columns is None else columns
    share = parts if name.startswith("weight_ih") else np.ones(len(taken))
    seed = block_seed(seed, name)
    return gather(axes, olds[name], news[name], rows, taken, seed, share)


def added(id: str, was: nn.RNNBase, module: nn.RNNBase, others: Iterable[nn.Module]) -> str:
    """Why a recurrent block gives something else now; "" where it has all it had.

    A direction more changes nothing: what reads it begins with weights of 0. Unless one of the
    `others` looks at all units at once.
    """
    if was.num_layers != module.num_layers or directions(was) > directions(module):
        return tr("{id} has other layers or directions", id=id)
    weighs = any(isinstance(other, nn.LayerNorm | nn.RMSNorm | nn.Softmax) for other in others)
    if weighs and directions(was) != directions(module):
        return tr("{id} has other layers or directions", id=id)
    return ""
