"""The loss of one sample and its slope, in numbers."""

from __future__ import annotations

import numpy as np

from playground.explain.chain_rule.moves import Line, Number, Token
from playground.explain.chain_rule.record import Record, index_text

_SIGMOID = "1 / (1 + np.exp(-({z})))"
_SOFTMAX = "np.exp({z} - np.max({z})) / np.exp({z} - np.max({z})).sum()"


def loss_line(record: Record) -> Line:
    """``L = −log softmax(out)[3] = −log 0.71 = 0.34``."""
    out, result = record.output, record.number(0, "loss")
    shape, single = record.array(out, "out").shape, record.array(out, "out").size == 1
    if record.loss == "cross_entropy":
        if record.array("target").ndim:
            return Line("L", f"−Σ y · log softmax({out})", (), result)
        place = int(record.array("target"))
        p = _softmax(record, place)
        return Line("L", f"−log softmax({out}){index_text(shape, place)}", ("−log ", p), result)
    if not single:
        symbols = {
            "bce_with_logits": f"mean(−y·log σ({out}) − (1 − y)·log(1 − σ({out})))",
            "mse": f"mean(({out} − y)²)",
            "l1": f"mean|{out} − y|",
            "smooth_l1": f"mean smooth|{out} − y|",
        }[record.loss]
        return Line("L", symbols, (), result)
    z, y = record.number(0, out, "out"), record.number(0, "target")
    if record.loss == "bce_with_logits":
        if y.value == 1:
            return Line("L", f"−log σ({out})", ("−log σ(", z, ")"), result)
        if y.value == 0:
            return Line("L", f"−log(1 − σ({out}))", ("−log(1 − σ(", z, "))"), result)
        return Line("L", f"−y·log σ({out}) − (1 − y)·log(1 − σ({out}))", (), result)
    if record.loss == "mse":
        return Line("L", f"({out} − y)²", ("(", z, " − ", y, ")²"), result)
    if record.loss == "l1":
        return Line("L", f"|{out} − y|", ("|", z, " − ", y, "|"), result)
    return Line("L", f"smooth|{out} − y|", ("smooth|", z, " − ", y, "|"), result)


def slope_line(record: Record, place: int) -> Line:
    """``∂L/∂out[2] = softmax(out)[2] − y[2] = 0.71 − 1 = −0.29``."""
    out, result = record.output, record.number(place, record.output, "grad")
    shape = record.array(out, "out").shape
    size, at = record.array(out, "out").size, index_text(shape, place)
    left = f"∂L/∂{out}{at}"
    if len(shape) > 1:  # a map of classes: the mean over places stands before it
        return Line(left, "", (), result)
    z, y = record.number(place, out, "out"), _target(record, place)
    share = "" if size == 1 else f" / {size}"
    tokens: tuple[Token, ...]
    if record.loss == "cross_entropy":
        return Line(
            left, f"softmax({out}){at} − y{at}", (_softmax(record, place), " − ", y), result
        )
    if record.loss == "bce_with_logits":
        p = Number(_sigmoid(z.value), _SIGMOID.format(z=z.ref))
        tokens = (p, " − ", y) if size == 1 else ("(", p, " − ", y, ")", share)
        symbols = f"σ({out}{at}) − y{at}" if size == 1 else f"(σ({out}{at}) − y{at}){share}"
        return Line(left, symbols, tokens, result)
    if record.loss == "mse":
        return Line(
            left, f"2 · ({out}{at} − y{at}){share}", ("2 × (", z, " − ", y, ")", share), result
        )
    name = "sign" if record.loss == "l1" else "clip"
    return Line(
        left, f"{name}({out}{at} − y{at}){share}", (f"{name}(", z, " − ", y, ")", share), result
    )


def _target(record: Record, place: int) -> Number:
    """What the output should be: 1 for the true class, 0 for the others, or the number."""
    target = record.array("target")
    if target.ndim == 0 and record.loss == "cross_entropy":
        return Number(float(int(target) == place), f't["backprop/target"] == {place}')
    return record.number(place, "target")


def _softmax(record: Record, place: int) -> Number:
    name = f't["backprop/{record.output}/out"]'
    z = record.array(record.output, "out").astype(np.float64)
    with np.errstate(invalid="ignore", over="ignore"):
        powers = np.exp(z - z.max())
        p = float((powers / powers.sum()).flat[place])
    return Number(p, f"({_SOFTMAX.format(z=name)}).flat[{place}]")


def _sigmoid(z: float) -> float:
    with np.errstate(over="ignore"):
        return float(1.0 / (1.0 + np.exp(-z)))
