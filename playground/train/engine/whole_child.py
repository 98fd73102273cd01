"""The child's end of a whole training."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from threading import Event, Thread
from typing import Any

import numpy as np
import torch

from playground.check.problems import Fix
from playground.document.model import Document
from playground.errors import PlaygroundError
from playground.telemetry.snapshot import Snapshot
from playground.train.engine.channel import Channel
from playground.train.engine.errors import portable
from playground.train.engine.messages import Said, Train, Trained
from playground.train.result import BrokenRun, train


class WholeTraining(Thread):
    """Trains as `playground.train` does, and tells the parent everything that it says.

    Parameters
    ----------
    channel : Channel
    message : Train
    """

    def __init__(self, channel: Channel, message: Train) -> None:
        super().__init__(name="train", daemon=True)
        self.must_stop = Event()
        self._channel, self._message = channel, message

    def run(self) -> None:
        """Thread body. Do not call it; call `start`."""
        torch.set_num_threads(self._message.cores)  # a per-thread setting: only works from in here
        self._channel.send(self._train())

    def _train(self) -> Trained:
        def say_row(snapshot: Snapshot) -> None:
            self._channel.send(Said("on_row", replace(snapshot, arrays={})))

        def say_finding(finding: Any) -> None:
            self._channel.send(Said("on_finding", _portable(finding)))

        try:
            result = train(
                self._message.document,
                on_row=say_row,
                on_finding=say_finding,
                should_stop=self.must_stop.is_set,
                **self._message.options,
            )
        except BrokenRun as failure:
            cause = failure.__cause__
            error = cause if isinstance(cause, PlaygroundError) else failure
            return _trained(failure.result, portable(error))
        except Exception as error:  # noqa: BLE001 - outermost frame: the parent raises it again
            return Trained(None, {}, portable(error))
        return _trained(result, None)


def _trained(result: Any, error: Exception | None) -> Trained:
    weights: Mapping[str, Mapping[str, np.ndarray]] = {
        role: {name: t.detach().cpu().numpy() for name, t in model.state_dict().items()}
        for role, model in result.models.items()
    }
    findings = tuple(_portable(finding) for finding in result.findings)
    return Trained(replace(result, models={}, findings=findings), weights, error)


def _portable(finding: Any) -> Any:
    """A finding whose repairs are words: functions do not travel, and a terminal shows words."""
    fixes = tuple(Fix(fix.title, _unchanged) for fix in finding.fixes)
    return replace(finding, fixes=fixes)


def _unchanged(document: Document) -> Document:
    return document
