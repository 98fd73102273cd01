"""The picture of a card while slow motion halts a step: what flows through it, or comes back."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, NamedTuple

import numpy as np

from playground.gui.graph import pictures
from playground.gui.graph.body import body_of, with_kernels
from playground.gui.graph.card import Picture
from playground.gui.graph.facts import Facts
from playground.gui.theme import Theme
from playground.i18n import tr
from playground.telemetry.snapshot import Snapshot


class Halted(NamedTuple):
    """What the step under way has made at one block, of the first sample of its batch."""

    kind: Literal["forward", "backward"]
    values: np.ndarray
    batch: int


def halted_at(snapshot: Snapshot, node: str) -> Halted | None:
    """The newest that the step has made at a block, if it halts and has come there."""
    if snapshot.operation is None:
        return None
    kinds: tuple[Literal["backward", "forward"], ...] = ("backward", "forward")
    for kind in kinds:
        values = snapshot.arrays.get(f"{kind}/{node}")
        if values is not None:
            return Halted(kind, values, snapshot.operation.batch)
    return None


def picture_of(
    facts: Facts, halted: Halted, weights: np.ndarray | None, theme: Theme, *, signed: bool
) -> Picture:
    """Draw an output as ever, and a gradient on the scale of signed numbers; kernels stay."""
    if halted.kind == "forward":
        picture = body_of(facts, halted.values, theme, signed=signed)
        about = tr("This step, the first sample of its batch.")
        picture = replace(picture, about=f"{about}\n{picture.about}")
    else:
        scores = bool(facts.loss) and halted.values.size != facts.plan.total  # one logit, two bars
        plain = replace(facts, loss="", labels=() if scores else facts.labels)
        picture = body_of(plain, halted.values, theme, signed=True)
        about = tr(
            "Gradient of the loss by this output, for the first sample of the batch. "
            "Scale: orange −{limit}, neutral 0, blue +{limit}.",
            limit=f"{pictures.limit_of(halted.values):.3g}",
        )
        picture = replace(picture, values=False, about=about)
    if facts.kernels.shown and weights is not None and weights.ndim == 4:
        picture = with_kernels(picture, facts, weights, theme)
    return picture
