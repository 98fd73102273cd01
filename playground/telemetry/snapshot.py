"""One look at a training run: frozen, so any thread may keep it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One look at a training run.

    Parameters
    ----------
    run : int
        Number of the run: views drop snapshots of older runs.
    step : int
        Optimiser steps finished.
    seconds : float
        Training time in seconds, pauses excluded.
    scalars : mapping
        "loss/train" in the loss's unit per sample (mean over the steps since the last snapshot),
        "loss/test", "accuracy/test", "lr", "rate" (steps per second), "epoch", ...
    arrays : mapping
        "probe/part" -> array in host memory, e.g. "weights/hidden" float32 (out, in).
    complete : bool
        False when test metrics or probes were left out to save time.
    """

    run: int
    step: int
    seconds: float
    scalars: Mapping[str, float]
    arrays: Mapping[str, np.ndarray] = field(default_factory=dict, repr=False)
    complete: bool = True
