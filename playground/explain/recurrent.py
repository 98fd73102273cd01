"""Recurrent networks step by step: every gate and state, and the sum behind each of their numbers.

Shape suffixes: t steps, f features that arrive, h units, g units of all gates one below the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from playground.explain.base import Applied, Number, Sum, Term, number, shortened

GATES = {"rnn": ("h",), "lstm": ("i", "f", "g", "o"), "gru": ("r", "z", "n")}  # in torch's order
CANDIDATES = ("g", "n", "h")  # what is proposed, -1 to 1; all others are shares, 0 to 1


@dataclass(frozen=True, slots=True)
class Weights:
    """What one layer knows in one direction, in torch's order of gates.

    Parameters
    ----------
    weight_ih, weight_hh : np.ndarray, shapes (G, F) and (G, H)
        Of what arrives, and of the state.
    bias_ih, bias_hh : np.ndarray or None, shape (G,)
        torch has two, of which only the sum matters, but for the new state of a GRU.
    """

    weight_ih: np.ndarray
    weight_hh: np.ndarray
    bias_ih: np.ndarray | None = None
    bias_hh: np.ndarray | None = None

    @classmethod
    def of(cls, params: Mapping[str, np.ndarray], layer: int = 0, reverse: bool = False) -> Weights:
        """From the parameters of an nn.RNN, nn.LSTM or nn.GRU by torch's names."""
        end = f"_l{layer}" + ("_reverse" if reverse else "")
        return cls(
            params[f"weight_ih{end}"],
            params[f"weight_hh{end}"],
            params.get(f"bias_ih{end}"),
            params.get(f"bias_hh{end}"),
        )

    def named(self) -> dict[str, np.ndarray]:
        """Name -> array of those that are there."""
        found = {name: getattr(self, name) for name in self.__slots__}
        return {name: array for name, array in found.items() if array is not None}

    def both(self) -> tuple[np.ndarray | float, np.ndarray | float]:
        """The biases, 0 for those that are not there."""
        given = self.bias_ih, self.bias_hh
        return given[0] if given[0] is not None else 0.0, given[1] if given[1] is not None else 0.0


@dataclass(frozen=True, slots=True)
class Unrolled:
    """One layer in one direction on one sequence. Row t belongs to step t, also backwards.

    Parameters
    ----------
    kind : str
        "rnn", "lstm" or "gru".
    x_tf : np.ndarray, shape (T, F)
        What the layer reads.
    weights : Weights
        What it knows.
    gates : mapping
        Name -> (T, H), float64, see `GATES`; of an RNN none: its sum becomes its state.
    h_th : np.ndarray, shape (T, H)
        State after each step.
    c_th : np.ndarray or None, shape (T, H)
        Memory of an LSTM after each step.
    reverse : bool
        Whether it reads from the last step to the first.
    nonlinearity : str
        "tanh" or "relu", of an RNN.
    """

    kind: str
    x_tf: np.ndarray
    weights: Weights
    gates: Mapping[str, np.ndarray]
    h_th: np.ndarray
    c_th: np.ndarray | None = None
    reverse: bool = False
    nonlinearity: str = "tanh"

    def before(self, step: int) -> int | None:
        """The step whose state was handed on to this one; None for the first that is read."""
        found = step + 1 if self.reverse else step - 1
        return found if 0 <= found < len(self.h_th) else None


def sigmoid(x: np.ndarray) -> np.ndarray:
    """1 / (1 + exp(-x)) without an overflow."""
    found: np.ndarray = 0.5 * (1.0 + np.tanh(0.5 * x))
    return found


def unroll(
    kind: str,
    x_tf: np.ndarray,
    weights: Weights,
    *,
    reverse: bool = False,
    nonlinearity: str = "tanh",
) -> Unrolled:
    """All gates and states of one layer in one direction; the first state is 0.

    Agrees with torch's module of the same name, whose formulas these are.
    """
    steps, width = len(x_tf), weights.weight_hh.shape[1]
    b_ih, b_hh = weights.both()
    w_ih = weights.weight_ih.astype(np.float64)
    arrived_tg = x_tf.astype(np.float64) @ w_ih.T + b_ih
    w_hh = weights.weight_hh.astype(np.float64)
    gates = {name: np.empty((steps, width)) for name in GATES[kind] if kind != "rnn"}
    h_th = np.empty((steps, width))
    c_th = np.empty((steps, width)) if kind == "lstm" else None
    h = c = np.zeros(width)
    for t in range(steps - 1, -1, -1) if reverse else range(steps):
        parts = np.split(arrived_tg[t], len(GATES[kind]))
        own = np.split(w_hh @ h + b_hh, len(GATES[kind]))
        found, h, c = _step(kind, parts, own, h, c, nonlinearity)
        for name, value in zip(gates, found, strict=True):
            gates[name][t] = value
        h_th[t] = h
        if c_th is not None:
            c_th[t] = c
    return Unrolled(kind, x_tf, weights, gates, h_th, c_th, reverse, nonlinearity)


def _step(
    kind: str,
    parts: list[np.ndarray],
    own: list[np.ndarray],
    h: np.ndarray,
    c: np.ndarray,
    nonlinearity: str,
) -> tuple[tuple[np.ndarray, ...], np.ndarray, np.ndarray]:
    """Gates, next state and next memory, from what arrives and from the state, by gate."""
    if kind == "lstm":
        i, f, g, o = (a + b for a, b in zip(parts, own, strict=True))
        i, f, g, o = sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o)
        c = f * c + i * g
        return (i, f, g, o), o * np.tanh(c), c
    if kind == "gru":
        r, z = (sigmoid(a + b) for a, b in zip(parts[:2], own[:2], strict=True))
        n = np.tanh(parts[2] + r * own[2])
        return (r, z, n), (1.0 - z) * n + z * h, c
    total = parts[0] + own[0]
    return (), np.tanh(total) if nonlinearity == "tanh" else np.maximum(total, 0.0), c


def unroll_layers(
    kind: str,
    x_tf: np.ndarray,
    params: Mapping[str, np.ndarray],
    *,
    nonlinearity: str = "tanh",
    upto: int | None = None,
) -> list[list[Unrolled]]:
    """Every layer, and in it each direction: forwards, then backwards where there is one.

    Dropout between layers is off, as in a trained network.

    Parameters
    ----------
    params : mapping
        Parameters of the module by torch's names.
    upto : int or None
        The last layer that is wanted, from 0; None for all.
    """
    both = "weight_ih_l0_reverse" in params
    found: list[list[Unrolled]] = []
    layer = 0
    while f"weight_ih_l{layer}" in params and (upto is None or layer <= upto):
        found.append(
            [
                unroll(
                    kind,
                    x_tf,
                    Weights.of(params, layer, reverse),
                    reverse=reverse,
                    nonlinearity=nonlinearity,
                )
                for reverse in ((False, True) if both else (False,))
            ]
        )
        x_tf = np.concatenate([one.h_th for one in found[-1]], axis=1)
        layer += 1
    return found


def gate_sum(
    layer: Unrolled, gate: str, step: int, unit: int, most: int = 6
) -> tuple[Sum, Applied]:
    """One number of one gate: what is added up, and the function of it.

    Factors stand in "x", "h", "weight_ih", "weight_hh", "bias_ih", "bias_hh" and "r" of this layer;
    the sum stands in no tensor. The state of an RNN is its gate "h".
    """
    width = layer.h_th.shape[1]
    row = GATES[layer.kind].index(gate) * width + unit
    before = layer.before(step)
    # the reset gate of a GRU scales all that comes from the state, the bias too
    scaled = (number("r", layer.gates["r"], (step, unit)),) if gate == "n" else ()
    w_ih, w_hh = layer.weights.weight_ih, layer.weights.weight_hh
    terms = [
        Term((number("weight_ih", w_ih, (row, k)), number("x", layer.x_tf, (step, k))))
        for k in range(w_ih.shape[1])
    ]
    for k in range(width if before is not None else 0):
        own = (number("weight_hh", w_hh, (row, k)), number("h", layer.h_th, (before, k)))  # type: ignore[arg-type]
        terms.append(Term((*scaled, *own)))
    biases = list(_biases(layer.weights, row, scaled))
    total = Number(sum(term.value for term in (*terms, *biases)))
    result = number(gate, layer.h_th if gate == "h" else layer.gates[gate], (step, unit))
    name = "sigmoid" if gate not in CANDIDATES else layer.nonlinearity if gate == "h" else "tanh"
    return shortened(terms, total, most, biases), Applied(name, total, result)


def _biases(weights: Weights, row: int, scaled: Sequence[Number]) -> Iterator[Term]:
    if weights.bias_ih is not None:
        yield Term((number("bias_ih", weights.bias_ih, (row,)),))
    if weights.bias_hh is not None:
        yield Term((*scaled, number("bias_hh", weights.bias_hh, (row,))))


def state_sum(layer: Unrolled, name: str, step: int, unit: int) -> Sum:
    """How a state comes about from the gates and the state before: f c + i g, o tanh(c), ...

    For the memory "c" and the state "h" of an LSTM, and "h" of a GRU. An RNN has none: see
    `gate_sum`.
    """
    at, before = (step, unit), layer.before(step)
    gate = {key: number(key, values, at) for key, values in layer.gates.items()}
    states = layer.c_th if name == "c" else layer.h_th
    assert states is not None  # only an LSTM is asked for its memory
    old = Number(0.0) if before is None else number(name, states, (before, unit))
    terms: tuple[Term, ...]
    if layer.kind == "gru":
        kept = Number(1.0 - gate["z"].value)
        terms = (Term((kept, gate["n"])), Term((gate["z"], old)))
    elif name == "c":
        terms = (Term((gate["f"], old)), Term((gate["i"], gate["g"])))
    else:
        assert layer.c_th is not None
        terms = (Term((gate["o"], Number(float(np.tanh(layer.c_th[at]))))),)
    return Sum(terms, number(name, states, at))
