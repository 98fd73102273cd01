"""The step that an optimiser makes with one gradient, in numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from playground.explain.chain_rule.moves import Line, Number, Token

Slot = Callable[[str], Number | None]


@dataclass(frozen=True)
class Rule:
    """An optimiser and its settings.

    Parameters
    ----------
    optimizer : str
        "sgd", "adam", "adamw", "rmsprop" or "adagrad".
    lr : float
    momentum, weight_decay : float
    betas : tuple of float
    """

    optimizer: str = "sgd"
    lr: float = 0.01
    momentum: float = 0.0
    weight_decay: float = 0.0
    betas: tuple[float, float] = (0.9, 0.999)

    @classmethod
    def of(cls, settings: Mapping[str, Any], lr: float | None = None) -> Rule:
        """Out of the settings of a training; `lr` where it has changed since."""
        return cls(
            str(settings.get("optimizer", "sgd")),
            float(settings.get("lr", 0.01) if lr is None else lr),
            float(settings.get("momentum", 0.0)),
            float(settings.get("weight_decay", 0.0)),
        )


@dataclass
class _Sheet:
    """Lines so far, and the constants that they use."""

    lines: list[Line] = field(default_factory=list)

    def put(self, left: str, symbols: str, tokens: tuple[Token, ...], result: Number) -> Number:
        self.lines.append(Line(left, symbols, tokens, result))
        return result


def _const(value: float) -> Number:
    return Number(value, repr(value))


def step_lines(
    rule: Rule, name: str, weight: Number, gradient: Number, slot: Slot
) -> tuple[Line, ...]:
    """What the optimiser would do with this gradient now; the last line is the new weight.

    Parameters
    ----------
    rule : Rule
    name : str
        Of the weight.
    weight, gradient : Number
    slot : callable
        Name of a slot ("exp_avg") -> what the optimiser remembers; None before its first step.

    Notes
    -----
    As torch.optim calculates them: Sutskever et al. 2013 (momentum), Kingma & Ba 2015 (Adam),
    Loshchilov & Hutter 2019 (AdamW), Tieleman & Hinton 2012 (RMSprop), Duchi et al. 2011 (Adagrad).
    """
    sheet, decay = _Sheet(), rule.weight_decay
    if decay and rule.optimizer == "adamw":
        shrink = _const(1.0 - rule.lr * decay)
        tokens: tuple[Token, ...] = (weight, " × (1 − ", _const(rule.lr), " × ", _const(decay), ")")
        weight = sheet.put("w", "w · (1 − lr·λ)", tokens, weight * shrink)
    elif decay:
        tokens = (gradient, " + ", _const(decay), " × ", weight)
        gradient = sheet.put("g", "g + λ·w", tokens, gradient + _const(decay) * weight)
    _STEPS[rule.optimizer](sheet, rule, name, weight, gradient, slot)
    return tuple(sheet.lines)


def _minus(sheet: _Sheet, rule: Rule, name: str, weight: Number, step: Number, symbol: str) -> None:
    lr = _const(rule.lr)
    tokens = (weight, " − ", lr, " × ", step)
    sheet.put(name, f"w − lr·{symbol}", tokens, weight + -(lr * step))


def _sgd(s: _Sheet, rule: Rule, name: str, w: Number, g: Number, slot: Slot) -> None:
    if not rule.momentum:
        _minus(s, rule, name, w, g, "g")
        return
    old, step = slot("momentum_buffer"), g
    if old is not None:
        share = _const(rule.momentum)
        step = share * old + g
        s.put("v", "μ·v + g", (share, " × ", old, " + ", g), step)
    _minus(s, rule, name, w, step, "v")


def _mean(s: _Sheet, name: str, beta: float, old: Number | None, new: Number, of: str) -> Number:
    """``β·m + (1 − β)·g``."""
    before, keep, take = old or _const(0.0), _const(beta), _const(1.0 - beta)
    square = of.endswith("²")
    one = new * new if square else new
    tokens = (keep, " × ", before, " + ", take, " × ", new, "²" if square else "")
    return s.put(name, f"β·{name} + (1 − β)·{of}", tokens, keep * before + take * one)


def _adam(s: _Sheet, rule: Rule, name: str, w: Number, g: Number, slot: Slot) -> None:
    beta1, beta2 = rule.betas
    count = slot("step")
    made = (count.value if count is not None else 0.0) + 1.0
    first = _mean(s, "m", beta1, slot("exp_avg"), g, "g")
    second = _mean(s, "v", beta2, slot("exp_avg_sq"), g, "g²")
    m = _over(first, 1.0 - beta1**made)
    v = _over(second, 1.0 - beta2**made)
    s.put("m̂", f"m / (1 − β₁^{made:.0f})", (first, " / ", _const(1.0 - beta1**made)), m)
    s.put("v̂", f"v / (1 − β₂^{made:.0f})", (second, " / ", _const(1.0 - beta2**made)), v)
    _divided(s, rule, name, w, m, v, 1e-8, ("m̂", "v̂"))


def _rmsprop(s: _Sheet, rule: Rule, name: str, w: Number, g: Number, slot: Slot) -> None:
    v = _mean(s, "v", 0.99, slot("square_avg"), g, "g²")
    if not rule.momentum:
        _divided(s, rule, name, w, g, v, 1e-8, ("g", "v"))
        return
    step = _quotient(g, v, 1e-8)
    old = slot("momentum_buffer") or _const(0.0)
    share = _const(rule.momentum)
    tokens = (share, " × ", old, " + ", g, " / (√", v, " + ε)")
    step = s.put("u", "μ·u + g / (√v + ε)", tokens, share * old + step)
    _minus(s, rule, name, w, step, "u")


def _adagrad(s: _Sheet, rule: Rule, name: str, w: Number, g: Number, slot: Slot) -> None:
    old = slot("sum") or _const(0.0)
    v = s.put("v", "v + g²", (old, " + ", g, "²"), old + g * g)
    _divided(s, rule, name, w, g, v, 1e-10, ("g", "v"))


def _over(number: Number, by: float) -> Number:
    return Number(number.value / by, f"({number.ref}) / {by!r}")


def _quotient(up: Number, v: Number, eps: float) -> Number:
    root = math.sqrt(v.value) if v.value >= 0 else math.nan
    return Number(up.value / (root + eps), f"({up.ref}) / (np.sqrt({v.ref}) + {eps!r})")


def _divided(
    s: _Sheet,
    rule: Rule,
    name: str,
    w: Number,
    up: Number,
    v: Number,
    eps: float,
    symbols: tuple[str, str],
) -> None:
    lr = _const(rule.lr)
    tokens = (w, " − ", lr, " × ", up, " / (√", v, " + ε)")
    step = lr * _quotient(up, v, eps)
    s.put(name, f"w − lr·{symbols[0]} / (√{symbols[1]} + ε)", tokens, w + -step)


_STEPS: dict[str, Callable[[_Sheet, Rule, str, Number, Number, Slot], None]] = {
    "sgd": _sgd,
    "adam": _adam,
    "adamw": _adam,
    "rmsprop": _rmsprop,
    "adagrad": _adagrad,
}
