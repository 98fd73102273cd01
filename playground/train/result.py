"""Training from Python and from the command line: one call, one result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from torch import Tensor, fx

from playground.document.model import Document
from playground.errors import PlaygroundError, TrainError
from playground.telemetry.snapshot import Snapshot
from playground.train.cadence import Cadence, StepCadence
from playground.train.controls import Steering
from playground.train.health import PROBES, Doctor, Finding
from playground.train.session import LOOK, Session, session_class
from playground.train.state import RunState

ROWS = 200  # rows of a whole run, unless a cadence is given: enough for a curve


@dataclass(frozen=True, slots=True)
class Result:
    """What a training gave.

    Parameters
    ----------
    document : Document
        The document that was trained.
    models : mapping
        Role -> trained network: plain torch modules, in eval mode, on the device of the training.
    history : mapping
        Name of a scalar -> (steps, values): int64 and float64 arrays (rows,).
    metrics : mapping
        The scalars at the end.
    steps : int
        Optimiser steps finished.
    seconds : float
        Training time in seconds.
    reason : str
        Why it ended before its last step, in the user's language; "" when it did all steps or was
        told to stop.
    notes : tuple of str
        What a user should know about the data.
    state : RunState or None
        All that the run needs to go on; None when it failed.
    findings : tuple of Finding
        What the training doctor found and what was still so at the end, worst first.
    """

    document: Document = field(repr=False)
    models: Mapping[str, fx.GraphModule] = field(repr=False)
    history: Mapping[str, tuple[np.ndarray, np.ndarray]] = field(repr=False)
    metrics: Mapping[str, float]
    steps: int
    seconds: float
    reason: str = ""
    notes: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    state: RunState | None = field(default=None, repr=False)

    @property
    def steps_per_second(self) -> float:
        """Optimiser steps a second, over the whole training."""
        return self.steps / self.seconds if self.seconds > 0 else 0.0


class BrokenRun(TrainError):
    """A training that could not go on; `result` is what it had made until then.

    Its networks are the last ones seen whose weights were all finite, at `result.steps`.
    """

    def __init__(self, error: PlaygroundError, result: Result) -> None:
        super().__init__(error.message, error.hint, error.node)
        self.result = result


def train(
    document: Document,
    *,
    steps: int | None = None,
    seconds: float | None = None,
    device: str = "auto",
    weights: str | Path | None = None,
    resume: str | Path | None = None,
    on_row: Callable[[Snapshot], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
    cadence: Cadence | None = None,
    on_finding: Callable[[Finding], None] | None = None,
    turbo: bool = False,
) -> Result:
    """Train a document here and now, in this thread.

    >>> result = train(document, steps=500)
    >>> result.metrics["accuracy/test"]
    0.98

    Parameters
    ----------
    document : Document
    steps : int, optional
        Optimiser steps; the document's unless given.
    seconds : float, optional
        Ends after this much training time, if that comes first.
    device : str
        "auto", "cpu", "cuda" or "mps".
    weights : path, optional
        Weights to start from.
    resume : path, optional
        A file of a run, see `train.run_file`, to go on from; `steps` count from its first step.
    on_row : callable, optional
        Called with every snapshot, the one of step 0 first.
    should_stop : callable, optional
        Asked after every step; True ends the training after that step.
    cadence : Cadence, optional
        On which steps there is a snapshot; about `ROWS` of them, evenly spread, unless given.
    on_finding : callable, optional
        Called with each illness of the training when it is first found.
    turbo : bool
        Whether several steps may be compiled and made at once, see `playground.train.turbo`.

    Raises
    ------
    BrokenRun
        The loss became NaN, or the run failed in another way a user can mend.
    PlaygroundError
        The document, its data, the weights or the device cannot be used.
    """
    if steps is not None:
        document = document.with_(train=document.train.with_(steps=steps))
    every = StepCadence(max(1, document.train.steps // ROWS))
    steering = Steering()
    steering.probes = PROBES
    session = session_class(turbo)(
        document,
        device=device,
        steering=steering,
        cadence=cadence or every,
        weights=None if weights is None else Path(weights),
        resume=None if resume is None else Path(resume),
    )
    rows: list[Snapshot] = []
    sound, doctor = _Sound(session), Doctor(session.document)

    def see(snapshot: Snapshot) -> None:
        rows.append(snapshot)
        sound.keep(snapshot)
        if on_row is not None:
            on_row(snapshot)
        _tell(doctor.see(snapshot), on_finding)

    try:
        reason = _drive(session, see, seconds, should_stop)
    except PlaygroundError as error:
        _tell(doctor.failed(error), on_finding)
        last = sound.restore()
        if last is None:
            raise
        result = _result(document, session, rows, last, doctor.findings)
        raise BrokenRun(error, result) from error
    result = _result(document, session, rows, rows[-1], doctor.findings, reason)
    return replace(result, state=session.capture())


def _tell(findings: Iterable[Finding], on_finding: Callable[[Finding], None] | None) -> None:
    if on_finding is not None:
        for finding in findings:
            on_finding(finding)


class _Sound:
    """The last weights without NaN or infinity: all that is worth keeping of a run that failed."""

    def __init__(self, session: Session) -> None:
        self._models = session.models
        self._weights: dict[str, dict[str, Tensor]] = {}
        self._snapshot: Snapshot | None = None

    def keep(self, snapshot: Snapshot) -> None:
        """Copy the weights, if they are sound; some hundred times in a run, so it costs nothing."""
        states = {role: model.state_dict() for role, model in self._models.items()}
        if all(t.isfinite().all() for state in states.values() for t in state.values()):
            self._weights = {r: {n: t.clone() for n, t in s.items()} for r, s in states.items()}
            self._snapshot = snapshot

    def restore(self) -> Snapshot | None:
        """Give the networks these weights; returns the snapshot of that step."""
        for role, state in self._weights.items():
            self._models[role].load_state_dict(state)
        return self._snapshot


def _result(
    document: Document,
    session: Session,
    rows: list[Snapshot],
    last: Snapshot,
    findings: tuple[Finding, ...],
    reason: str = "",
) -> Result:
    for model in session.models.values():
        model.eval()
    return Result(
        document=document,
        models=session.models,
        history=_history(rows),
        metrics=last.scalars,
        steps=last.step,
        seconds=last.seconds,
        reason=reason,
        notes=session.notes,
        findings=findings,
    )


def _drive(
    session: Session,
    see: Callable[[Snapshot], None],
    seconds: float | None,
    should_stop: Callable[[], bool] | None,
) -> str:
    """Pull steps until an end; the last thing seen is always a full snapshot of the last step."""
    run, begun = session.run, False
    with closing(session.steps()) as steps:
        while True:
            try:
                # a session can make no more than that at once, and one that cannot does not
                came = steps.send(session.max_steps - run.step if begun else None)
            except StopIteration as end:
                return str(end.value or "")
            begun = True
            snapshot = came if isinstance(came, Snapshot) else None
            if snapshot is not None:
                see(snapshot)
            over = run.step >= session.max_steps or (should_stop is not None and should_stop())
            if over or (seconds is not None and run.clock.seconds >= seconds):
                if snapshot is None or not snapshot.complete:
                    final = steps.send(LOOK)
                    assert isinstance(final, Snapshot)  # a look always shows something
                    see(final)
                return ""


def _history(rows: list[Snapshot]) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    names = list(dict.fromkeys(name for row in rows for name in row.scalars))
    found = {}
    for name in names:
        points = [(row.step, row.scalars[name]) for row in rows if name in row.scalars]
        steps, values = zip(*points, strict=True)
        found[name] = (np.array(steps, dtype=np.int64), np.array(values, dtype=np.float64))
    return found
