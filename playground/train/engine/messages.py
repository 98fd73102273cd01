"""What the window's process and its child tell each other. All frozen; see `channel` for how."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from playground.document.model import Document
from playground.telemetry.snapshot import Snapshot
from playground.train.engine.ring import Placed

# -- to the child -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Begin:
    """Have a session of a document, under a number; its first step builds it."""

    session: int
    document: Document
    options: Mapping[str, Any]  # of `Session`
    state: bytes = field(default=b"", repr=False)  # of a `Kept`: go on from there
    turbo: bool = False  # whether steps may be compiled


@dataclass(frozen=True, slots=True)
class Adopt:
    """Take over what could be saved of a run when the last child died."""

    run: int
    states: tuple[bytes, ...] = field(repr=False)  # of `Kept`, by step


@dataclass(frozen=True, slots=True)
class Steer:
    """An attribute of a session's steering was replaced."""

    session: int
    name: str
    value: Any  # pickled on its way: one that cannot travel must not spoil the message


@dataclass(frozen=True, slots=True)
class Employ:
    """Have a worker for a session, under a number."""

    worker: int
    session: int
    options: Mapping[str, Any]  # of `TrainWorker`


@dataclass(frozen=True, slots=True)
class Call:
    """Call a method of a worker."""

    worker: int
    method: str
    args: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Drop:
    """Forget a session."""

    session: int


@dataclass(frozen=True, slots=True)
class Speak:
    """Use a language from now on."""

    language: str


@dataclass(frozen=True, slots=True)
class Train:
    """Train a document from its first step to its last, and tell the result."""

    document: Document
    cores: int
    options: Mapping[str, Any]  # of `train.result.train`


@dataclass(frozen=True, slots=True)
class Stop:
    """End that training after the current step."""


# -- to the window -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ready:
    """Everything is imported: a session starts at once."""

    devices: tuple[str, ...]  # that work on this machine
    device: str  # the kind that "auto" means


@dataclass(frozen=True, slots=True)
class Posted:
    """A worker has posted a snapshot."""

    worker: int
    snapshot: Snapshot  # without arrays
    placed: Placed | None = None
    arrays: Mapping[str, np.ndarray] = field(default_factory=dict)  # that shared memory cannot take
    same: tuple[str, ...] = ()  # names of further arrays, which are the very objects of last time


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a worker's session stands, to go on from if the child should die.

    The state stays pickled: it holds tensors, and the window's process does without torch.
    """

    worker: int
    step: int
    document: Document
    state: bytes = field(repr=False)  # a `RunState`, for `Begin.state`


@dataclass(frozen=True, slots=True)
class Over:
    """A worker has ended; the attributes of `TrainWorker`."""

    worker: int
    finished: str
    reason: str
    step: int
    error: Exception | None


@dataclass(frozen=True, slots=True)
class Logged:
    """A line for the log."""

    logger: str
    level: int
    text: str

    def log(self) -> None:
        """Write it where this process logs."""
        logging.getLogger(self.logger).log(self.level, "%s", self.text)


@dataclass(frozen=True, slots=True)
class Said:
    """A callback of `train.result.train` was called."""

    callback: str
    value: Any


@dataclass(frozen=True, slots=True)
class Trained:
    """A training is over: its result without the networks, their weights, what ended it."""

    result: Any  # a `Result`, or None
    weights: Mapping[str, Mapping[str, np.ndarray]]
    error: Exception | None
