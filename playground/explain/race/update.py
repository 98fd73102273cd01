"""What one update did, in numbers: the formula of an optimiser with everything put in."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from playground.explain.race.track import EPS, Track

_STEP = "{x0} − {lr}·"
# formulas by kind: symbol, rule, the same with {names} of numbers, name of the result
_MOMENTUM = ("v", "μ·v + g", "{mu}·{v0} + {g}", "v")
_SQUARES = ("s", "α·s + (1−α)·g²", "{alpha}·{s0} + {rest2}·{g}²", "s")
_ADAM = (
    ("m", "β₁·m + (1−β₁)·g", "{beta1}·{m0} + {rest1}·{g}", "m"),
    ("s", "β₂·s + (1−β₂)·g²", "{beta2}·{s0} + {rest2}·{g}²", "s"),
    ("m̂", "m / (1−β₁ᵗ)", "{m} / {fix1}", "mh"),
    ("ŝ", "s / (1−β₂ᵗ)", "{s} / {fix2}", "sh"),
)
_ADAM_STEP = ("w", "w − lr·m̂ / (√ŝ + ε)", "{xd} − {lr}·{mh} / {root}", "x")
_RULES: Mapping[str, tuple[tuple[str, str, str, str], ...]] = {
    "sgd": (("w", "w − lr·g", _STEP + "{g}", "x"),),
    "momentum": (_MOMENTUM, ("w", "w − lr·v", _STEP + "{v}", "x")),
    "nesterov": (
        _MOMENTUM,
        ("w", "w − lr·(g + μ·v)", _STEP + "({g} + {mu}·{v})", "x"),
    ),
    "rmsprop": (_SQUARES, ("w", "w − lr·g / (√s + ε)", _STEP + "{g} / {root}", "x")),
    "rmsprop+momentum": (
        _SQUARES,
        ("v", "μ·v + g / (√s + ε)", "{mu}·{v0} + {g} / {root}", "v"),
        ("w", "w − lr·v", _STEP + "{v}", "x"),
    ),
    "adam": (*_ADAM, _ADAM_STEP),
    "adamw": (
        ("w", "w − lr·λ·w", "{x0} − {lr}·{decay}·{x0}", "xd"),
        *_ADAM,
        _ADAM_STEP,
    ),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One assignment of an update: symbol ← rule = numbers = result.

    `numbers` holds {names} of `values`; `result` is one of these names, too.
    """

    symbol: str
    rule: str
    numbers: str
    result: str


def lines(track: Track) -> tuple[Line, ...]:
    """The assignments of the optimiser, in the order in which it makes them."""
    return tuple(Line(*line) for line in _RULES[track.racer.rule])


def values(track: Track, step: int, axis: int) -> dict[str, float]:
    """Every number of the update that led to a step, along one axis (0: x, 1: y).

    Calculated by hand from where the optimiser stood and what it remembered one step before. Step 1
    is the first one.
    """
    racer, before = track.racer, step - 1
    g = float(track.gradients[before, axis])
    known: dict[str, float] = {"g": g, "lr": racer.lr, "mu": racer.momentum}
    known["x0"] = known["xd"] = x0 = float(track.points[before, axis])
    old = {name: float(rows[before, axis]) for name, rows in track.slots.items()}
    moved = g
    if racer.rule in ("momentum", "nesterov"):
        known["v0"] = old["momentum_buffer"]
        known["v"] = v = racer.momentum * known["v0"] + g
        moved = v if racer.kind == "momentum" else g + racer.momentum * v
    elif racer.kind == "rmsprop":
        known["s0"], known["alpha"], known["rest2"] = (
            old["square_avg"],
            racer.alpha,
            1 - racer.alpha,
        )
        known["s"] = s = racer.alpha * known["s0"] + (1 - racer.alpha) * g**2
        known["root"] = math.sqrt(s) + EPS
        moved = g / known["root"]
        if racer.momentum:
            known["v0"] = old["momentum_buffer"]
            known["v"] = moved = racer.momentum * known["v0"] + moved
    elif racer.kind in ("adam", "adamw"):
        if racer.kind == "adamw":
            known["decay"] = racer.weight_decay
            known["xd"] = x0 = x0 - racer.lr * racer.weight_decay * x0
        known |= _adam(track, step, g, old)
        moved = known["mh"] / known["root"]
    known["x"] = x0 - racer.lr * moved
    return known


def _adam(track: Track, step: int, g: float, old: Mapping[str, float]) -> dict[str, float]:
    racer = track.racer
    m0, s0 = old["exp_avg"], old["exp_avg_sq"]
    m = racer.beta1 * m0 + (1 - racer.beta1) * g
    s = racer.beta2 * s0 + (1 - racer.beta2) * g**2
    fix1, fix2 = 1 - racer.beta1**step, 1 - racer.beta2**step
    return {
        "m0": m0,
        "s0": s0,
        "m": m,
        "s": s,
        "beta1": racer.beta1,
        "beta2": racer.beta2,
        "rest1": 1 - racer.beta1,
        "rest2": 1 - racer.beta2,
        "fix1": fix1,
        "fix2": fix2,
        "mh": m / fix1,
        "sh": s / fix2,
        "root": math.sqrt(s / fix2) + EPS,
    }
