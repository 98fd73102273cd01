"""What a reading says about a recurrent layer: names, values and scales of its strips."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from playground.explain.recurrent import CANDIDATES, GATES, Unrolled, Weights
from playground.gui.lenses._pictures import Scale
from playground.i18n import mark, tr

NAMES = {
    "i": mark("input gate i"),
    "f": mark("forget gate f"),
    "g": mark("candidate g"),
    "o": mark("output gate o"),
    "r": mark("reset gate r"),
    "z": mark("update gate z"),
    "n": mark("candidate n"),
    "c": mark("memory c"),
    "h": mark("state h"),
    "x": mark("input x"),
    "free_c": mark("memory c, nothing held"),
    "free_h": mark("state h, nothing held"),
}
FREE = "free_"  # before the name of a state as it is without a held gate
_SIZES = {4: "lstm", 3: "gru", 1: "rnn"}  # gates -> kind


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of a strip: which strip, step and unit; of the input, which feature."""

    strip: str
    step: int
    unit: int


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """One layer of a block in one direction, as a snapshot holds it.

    Parameters
    ----------
    node : str
        Id of the block.
    number : int
        Which layer, from 0.
    unrolled : Unrolled
        Its gates and states.
    held : mapping
        Gate -> what it is held at; empty but in a what-if.
    free : Layer or None
        The same without held gates, in a what-if.
    """

    node: str
    number: int
    unrolled: Unrolled
    held: Mapping[str, float] = field(default_factory=dict)
    free: Layer | None = None

    @property
    def strips(self) -> dict[str, np.ndarray]:
        """Name -> (steps, units) in the order in which they are calculated; the input last.

        In a what-if each state is followed by what it is without held gates.
        """
        found = dict(self.unrolled.gates)
        if self.unrolled.c_th is not None:
            found["c"] = self.unrolled.c_th
            if self.free is not None and self.free.unrolled.c_th is not None:
                found[f"{FREE}c"] = self.free.unrolled.c_th
        found["h"] = self.unrolled.h_th
        if self.free is not None:
            found[f"{FREE}h"] = self.free.unrolled.h_th
        return {**found, "x": self.unrolled.x_tf}

    def beside(self, strip: str) -> np.ndarray:
        """A strip, and in a what-if its like with or without held gates: both have one scale."""
        strips, twin = self.strips, strip.removeprefix(FREE)
        twins = [strips[name] for name in (twin, f"{FREE}{twin}") if name in strips]
        return np.concatenate(twins)

    def name(self, part: str) -> str:
        """Name of one of its arrays in a snapshot."""
        if part.startswith(FREE):
            return f"gates/{self.node}/{part.removeprefix(FREE)}"
        is_state = self.free is not None and part not in Weights.__slots__
        return f"gates/{self.node}/held/{part}" if is_state else f"gates/{self.node}/{part}"

    def default(self) -> Cell:
        """The state of the first unit after the last step that is read."""
        last = 0 if self.unrolled.reverse else len(self.unrolled.h_th) - 1
        return Cell("h", last, 0)

    def fitting(self, cell: Cell | None) -> Cell:
        """The cell where it is still there, else the default one."""
        strips = self.strips
        if cell is None or cell.strip not in strips:
            return self.default()
        steps, units = strips[cell.strip].shape
        return cell if cell.step < steps and cell.unit < units else self.default()


def layer_in(arrays: Mapping[str, np.ndarray], node: str, nonlinearity: str) -> Layer | None:
    """The layer that a snapshot opened of a block; None if it opened none."""
    start = f"gates/{node}/"
    found = {n.removeprefix(start): a for n, a in arrays.items() if n.startswith(start)}
    if not {"x", "h", "at", "weight_ih", "weight_hh"} <= found.keys():
        return None
    rows, units = found["weight_hh"].shape
    kind = _SIZES.get(rows // max(units, 1), "")
    if not kind or (kind != "rnn" and not set(GATES[kind]) <= found.keys()):
        return None
    number = int(found["at"][3])
    free = Layer(node, number, _unrolled(kind, found, nonlinearity))
    values = found.get("held", np.empty(0))
    held = {n: float(v) for n, v in zip(shares_of(kind), values, strict=False) if np.isfinite(v)}
    what_if = {n.removeprefix("held/"): a for n, a in found.items() if n.startswith("held/")}
    if not held or not {"x", "h", *GATES[kind]} <= what_if.keys():
        return free
    made = _unrolled(kind, found | what_if, nonlinearity)
    return Layer(node, number, made, held, free)


def _unrolled(kind: str, found: Mapping[str, np.ndarray], nonlinearity: str) -> Unrolled:
    weights = Weights(
        found["weight_ih"], found["weight_hh"], found.get("bias_ih"), found.get("bias_hh")
    )
    return Unrolled(
        kind=kind,
        x_tf=found["x"],
        weights=weights,
        gates={name: found[name] for name in GATES[kind] if kind != "rnn"},
        h_th=found["h"],
        c_th=found.get("c"),
        reverse=bool(found["at"][4]),
        nonlinearity=nonlinearity,
    )


def shares_of(kind: str) -> tuple[str, ...]:
    """Gates of a kind that are shares, which can be held, in torch's order."""
    return tuple(name for name in GATES[kind] if name not in CANDIDATES)


def scale_of(strip: str, values: np.ndarray) -> Scale:
    """Shares from 0 to 1, candidates from -1 to 1; all others symmetric, as far as they reach."""
    if strip.removeprefix(FREE) in ("c", "h", "x"):
        return Scale.signed(values)
    return Scale(-1.0, 1.0) if strip in CANDIDATES else Scale(0.0, 1.0)


def layer_words(number: int, reverse: bool, layers: int) -> str:
    """What one layer in one direction is called; people count from 1."""
    way = tr("backwards") if reverse else tr("forwards")
    return tr("layer {n}, {way}", n=number + 1, way=way) if layers > 1 else way
