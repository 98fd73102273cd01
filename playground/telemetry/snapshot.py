"""One look at a training run: frozen, so any thread may keep it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from playground.document.model import Document
from playground.telemetry.operation import Operation


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a run between two steps, to be told and to be marked on curves.

    Parameters
    ----------
    kind : str
        "edited": it goes on with another document. "refused": it goes on as before. "saved" and
        "failed": its state was written into a file, or not. "note": anything else.
    step : int
        Optimiser steps finished then.
    text : str
        What happened, a sentence in the user's language.
    node : str
        Id of the block it is about; "" for none.
    document : Document or None
        What is trained from now on, where that is another one.
    number : int
        Of the wish that it answers; 0 for none.
    """

    kind: Literal["edited", "refused", "saved", "failed", "note"]
    step: int
    text: str
    node: str = ""
    document: Document | None = field(default=None, repr=False)
    number: int = 0


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is kept of earlier steps, of the current run and of those before it.

    Parameters
    ----------
    steps : mapping
        Number of a run -> its kept steps, ascending. A run that has none is not there.
    nbytes : int
        Memory that all of them take.
    needs : int
        Bytes that the fewest steps of the current run take, where not even those may be kept.
    """

    steps: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    nbytes: int = 0
    needs: int = 0


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
    events : tuple of Event
        What happened since the last snapshot, oldest first.
    wish : int
        Of a look at an earlier step: number of the wish that it answers; 0 for the present.
    past : Snapshot or None
        An earlier step of this run or of an older one, measured again while this one stands or
        goes on; it bears the number of that run.
    shelf : Shelf or None
        What can be gone back to; None when that is as before.
    checkups : tuple of Snapshot
        What the training doctor measured since the last snapshot, on its own steps, oldest first:
        means since the check-up before, test metrics, and the arrays of sparing probes.
    operation : Operation or None
        In slow motion: what the step under way, or the last one, has just done.
    """

    run: int
    step: int
    seconds: float
    scalars: Mapping[str, float]
    arrays: Mapping[str, np.ndarray] = field(default_factory=dict, repr=False)
    complete: bool = True
    events: tuple[Event, ...] = ()
    wish: int = 0
    past: Snapshot | None = None
    shelf: Shelf | None = None
    checkups: tuple[Snapshot, ...] = ()
    operation: Operation | None = None
