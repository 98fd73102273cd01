"""One operation of a training step: what slow motion halts at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["forward", "loss", "backward", "update"]


@dataclass(frozen=True, slots=True)
class Operation:
    """What a step of the training has just done.

    The snapshot that bears it has, for what the step has done so far, these arrays (float32, of the
    first sample of the batch, without the batch axis):

    - ``forward/<node>``: what the block put out.
    - ``backward/<node>``: gradient of the loss by that output, in the loss's unit per unit of it,
      where the gradient has come so far. The loss counts the whole batch, so it is as small as the
      sample's part in it.

    They begin anew with each forward pass that follows an update (a GAN has two in a step).

    Parameters
    ----------
    kind : str
        "forward": a block has made its output of what came in. "loss": the output was compared with
        the target. "backward": the gradient has come to a block's output. "update": the optimiser
        has moved the weights.
    node : str
        Id of the block, a path where it is inside a composite; "" for "loss" and "update".
    role : str
        Which model it belongs to; of "loss", what it is called: "loss/train".
    number : int
        Counts the operations of the step from 1.
    step : int
        The step that is under way, counted from 1; with the last update it is done.
    batch : int
        Samples of the batch; 0 where nobody knows.
    loss : float or None
        The value of the loss, once it is there.
    """

    kind: Kind
    node: str = ""
    role: str = ""
    number: int = 0
    step: int = 0
    batch: int = 0
    loss: float | None = field(default=None)
