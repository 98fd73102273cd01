"""A whole training in a child process: `playground train --engine process`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from playground.document.model import Document
from playground.errors import PlaygroundError
from playground.telemetry.snapshot import Snapshot
from playground.train.engine.fate import ProcessLost
from playground.train.engine.life import Life
from playground.train.engine.messages import Logged, Said, Stop, Train, Trained

if TYPE_CHECKING:
    from playground.train.health import Finding
    from playground.train.result import Result

POLL_S = 0.1  # how often `should_stop` is asked


def train_in_process(
    document: Document,
    *,
    cores: int,
    on_row: Callable[[Snapshot], None],
    on_finding: Callable[[Finding], None],
    should_stop: Callable[[], bool],
    **options: Any,
) -> Result:
    """Like `train.result.train`, in a child process that ends with it; `options` are of `train`.

    Raises
    ------
    ProcessLost
        The child was killed or crashed.
    PlaygroundError
        As `train` does, `BrokenRun` included.
    """
    messages: SimpleQueue[object] = SimpleQueue()
    life = Life(messages.put, lambda _life, reason: messages.put(ProcessLost(reason)))
    told: dict[str, Callable[[Any], None]] = {"on_row": on_row, "on_finding": on_finding}
    life.send(Train(document, cores, options))
    stopping = False
    try:
        while True:
            try:
                message = messages.get(timeout=POLL_S)
            except Empty:
                message = None
            if should_stop() and not stopping:
                stopping = True
                life.send(Stop())
            if isinstance(message, Said):
                told[message.callback](message.value)
            elif isinstance(message, Logged):
                message.log()
            elif isinstance(message, ProcessLost):
                raise message
            elif isinstance(message, Trained):
                return _result(document, message)
    finally:
        life.close(timeout=2.0)


def _result(document: Document, message: Trained) -> Result:
    """The result with networks of this process, or the error that ended the training."""
    from playground.train.result import BrokenRun

    result: Result | None = message.result
    if result is not None:
        result = replace(result, models=_models(document, message.weights))
    if message.error is None:
        assert result is not None  # one of the two is there
        return result
    if isinstance(message.error, PlaygroundError) and result is not None:
        raise BrokenRun(message.error, result)
    raise message.error


def _models(document: Document, weights: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    import torch

    from playground.build.modules import build

    models = build(document)
    for role, state in weights.items():
        models[role].load_state_dict({n: torch.from_numpy(a) for n, a in state.items()})
        models[role].eval()
    return models
