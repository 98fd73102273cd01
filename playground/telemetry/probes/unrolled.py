"""torch's recurrent modules once more, step by step: with gates, and states that have gradients.

Shapes: N samples, T steps, F features that arrive, H units.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torch import Tensor, fx

    Calls = list[tuple[str, list[list["Unrolled"]]]]

Held = Mapping[tuple[int, bool], Mapping[str, float]]  # layer, backwards -> gate -> its value
KINDS = ("rnn", "lstm", "gru")  # blocks that can be unrolled
GATES = {"LSTM": ("i", "f", "g", "o"), "GRU": ("r", "z", "n")}  # of torch's modes, in its order

SHARES = ("i", "f", "o", "r", "z")  # gates between 0 and 1; the others propose something


@dataclass(frozen=True, slots=True, eq=False)
class Unrolled:
    """One layer in one direction. Entry t belongs to step t, also backwards.

    Parameters
    ----------
    x : Tensor, shape (N, T, F)
        What the layer reads.
    weights : dict
        "weight_ih", "weight_hh", and where there are some "bias_ih", "bias_hh".
    gates : dict
        Name -> a tensor (N, H) a step; of an RNN none.
    h : list of Tensor, each (N, H)
        State after each step.
    c : list of Tensor, each (N, H)
        Memory of an LSTM after each step; else empty.
    """

    x: Tensor
    weights: dict[str, Tensor]
    gates: dict[str, list[Tensor]]
    h: list[Tensor]
    c: list[Tensor]


def unroll(
    module: Any, x: Tensor, upto: int | None = None, held: Held | None = None
) -> tuple[tuple[Tensor, Any], list[list[Unrolled]]]:
    """What a batch-first nn.RNN, nn.LSTM or nn.GRU gives in eval mode, and all on the way there.

    Parameters
    ----------
    module : torch.nn.RNNBase
        What is unrolled; the first states are 0.
    x : Tensor, shape (N, T, F)
        What arrives.
    upto : int or None
        The last layer that is wanted, from 0; None for all. What is given is then that layer's.
    held : mapping or None
        Gates that are not calculated but are these numbers, in all units and at all steps.

    Returns
    -------
    tuple
        As the module gives it: (output, final states), and the layers; in each the one that reads
        forwards, then the one that reads backwards where there is one.
    """
    import torch

    layers: list[list[Unrolled]] = []
    count = module.num_layers if upto is None else min(upto + 1, module.num_layers)
    for number in range(count):
        ways = (False, True) if module.bidirectional else (False,)
        layers.append([_layer(module, x, number, way, held or {}) for way in ways])
        x = torch.cat([torch.stack(one.h, 1) for one in layers[-1]], 2)
    return (x, _final(module, layers)), layers


def _final(module: Any, layers: list[list[Unrolled]]) -> Any:
    """The final states of all layers and directions, (layers * directions, N, H), as torch's."""
    import torch

    ways = [(one, 0 if reverse else -1) for layer in layers for reverse, one in enumerate(layer)]
    states = torch.stack([one.h[end] for one, end in ways])
    if module.mode != "LSTM":
        return states
    return states, torch.stack([one.c[end] for one, end in ways])


def _layer(module: Any, x: Tensor, number: int, reverse: bool, held: Held) -> Unrolled:
    import torch
    from torch.nn.functional import linear

    end = f"_l{number}" + ("_reverse" if reverse else "")
    names = ("weight_ih", "weight_hh", *(("bias_ih", "bias_hh") if module.bias else ()))
    w = {name: getattr(module, name + end) for name in names}
    fixed = held.get((number, reverse), {})
    arrived = linear(x, w["weight_ih"], w.get("bias_ih"))
    steps = x.shape[1]
    made = Unrolled(x, w, {name: [] for name in GATES.get(module.mode, ())}, [], [])
    # asked to, gradients reach the states also where nothing before them has any
    h = c = x.new_zeros(len(x), module.hidden_size, requires_grad=torch.is_grad_enabled())
    for t in range(steps - 1, -1, -1) if reverse else range(steps):
        own = linear(h, w["weight_hh"], w.get("bias_hh"))
        found, h, c = _step(module.mode, arrived[:, t], own, h, c, fixed)
        for kept, value in zip(made.gates.values(), found, strict=True):
            kept.append(value)
        made.h.append(h)
        if module.mode == "LSTM":
            made.c.append(c)
    if reverse:
        for kept in (*made.gates.values(), made.h, made.c):
            kept.reverse()
    return made


def _step(
    mode: str, arrived: Tensor, own: Tensor, h: Tensor, c: Tensor, held: Mapping[str, float]
) -> tuple[tuple[Tensor, ...], Tensor, Tensor]:
    """Gates, next state and next memory, from what arrives and from the state."""
    import torch

    def gate(name: str, value: Tensor) -> Tensor:
        return torch.full_like(value, held[name]) if name in held else value

    if mode == "LSTM":
        i, f, g, o = (arrived + own).chunk(4, 1)
        i, f, o = (gate(n, v.sigmoid()) for n, v in (("i", i), ("f", f), ("o", o)))
        g = g.tanh()
        c = f * c + i * g
        return (i, f, g, o), o * c.tanh(), c
    if mode == "GRU":
        parts, states = arrived.chunk(3, 1), own.chunk(3, 1)
        r, z = (
            gate(name, (a + b).sigmoid())
            for name, a, b in zip("rz", parts[:2], states[:2], strict=True)
        )
        n = (parts[2] + r * states[2]).tanh()
        return (r, z, n), (1 - z) * n + z * h, c
    total = arrived + own
    return (), total.tanh() if mode == "RNN_TANH" else total.relu(), c


def unrolled_calls(
    model: fx.GraphModule, inputs: list[Tensor], held: Mapping[str, Held] | None = None
) -> tuple[Calls, Tensor]:
    """Run a network with its recurrent modules unrolled: each with its block's id, and the output.

    States have gradients also where all weights are frozen. `held` has gates that are fixed, by
    the id of the block.
    """
    from torch import fx, nn

    from playground.telemetry.probes import forward

    names: dict[str, list[str]] = {}  # of modules; repeats that share weights share one
    for id, module in forward.modules_of(model).items():
        names.setdefault(str(hash(module)), []).append(id)
    calls: Calls = []

    class Unrolling(fx.Interpreter):
        """Keeps the states of what it meets."""

        def call_module(self, target: Any, args: Any, kwargs: Any) -> Any:
            module = self.fetch_attr(target)
            if not isinstance(module, nn.RNNBase):
                return super().call_module(target, args, kwargs)
            node = names[str(hash(module))].pop(0)
            given, layers = unroll(module, args[0], held=(held or {}).get(node))
            calls.append((node, layers))
            return given

    return calls, Unrolling(model).run(*inputs)
