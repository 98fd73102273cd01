"""What compiled steps gain over a bare PyTorch loop: `playground bench turbo --json`.

The bare loop of `loop` and a turbo session of the same network, under its worker, take turns in one
process; "ratio" is the session's speed against the loop's, the median over all turns. Wanted: 10
for the tiny network, 3 for `spiral-mlp`, 1.4 for `digits-cnn`, and 1 where turbo does not help.
"compile_s" is how long the ordinary step trained on until the compiled one was there; the cache is
empty at first.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

import torch

from benchmarks.loop import Bare, Case, digits_cnn, tiny
from playground.document import edits
from playground.document.library import load
from playground.document.model import Document
from playground.telemetry.mailbox import Mailbox
from playground.train.cadence import TimeCadence
from playground.train.turbo.session import TurboSession
from playground.train.worker import TrainWorker

TURN_S, TURNS = 0.7, 7
COMPILE_S = 300.0  # longer is given up


@dataclass(frozen=True)
class Wanted:
    """One network and the speed-up that it shall get."""

    name: str
    document: Document
    ratio: float


class Turbo:
    """A turbo session under its worker, paused between its turns."""

    def __init__(self, document: Document) -> None:
        self.session = TurboSession(document, device="cpu", cadence=TimeCadence())
        self.mailbox = Mailbox()
        self.worker = TrainWorker(self.session.steps(), self.mailbox, cores=1, burst=True)
        self.worker.pause()
        self.worker.start()

    def run(self, seconds: float) -> float:
        """Train for some time; steps a second."""
        run = self.session.run
        start, first = time.perf_counter(), run.step
        self.worker.resume()
        time.sleep(seconds)
        end, last = time.perf_counter(), run.step
        self.worker.pause()
        _, newest = self.mailbox.take()
        while newest is None or newest.step != run.step or not newest.complete:
            time.sleep(0.001)  # until it stands still
            newest = self.mailbox.take()[1] or newest
        return (last - first) / (end - start)

    def compile(self) -> float | None:
        """Train until the compiled step is there; seconds, None when it does not come."""
        start = time.perf_counter()
        while not self.session.pilot.flying:
            self.run(0.2)
            if time.perf_counter() - start > COMPILE_S or self.session.pilot.grounded:
                return None
        return time.perf_counter() - start


def bare_speed(bare: Bare, stretch: int) -> float:
    """Steps a second of the bare loop."""
    start = time.perf_counter()
    bare.run(stretch)
    return stretch / (time.perf_counter() - start)


def measure(wanted: Wanted) -> dict[str, Any]:
    """Compile, then take turns."""
    document = edits.set_train(wanted.document, steps=10**9)
    turbo = Turbo(document)
    bare = Bare(Case(wanted.name, document, every=500, stretch=500), turbo.session)
    stretch = max(50, int(TURN_S * bare_speed(bare, 100)))
    compile_s = turbo.compile()
    pairs = []
    for turn in range(TURNS):
        if turn % 2:
            ours, theirs = turbo.run(TURN_S), bare_speed(bare, stretch)
        else:
            theirs, ours = bare_speed(bare, stretch), turbo.run(TURN_S)
        pairs.append((ours, theirs))
    turbo.worker.stop()
    return {
        "bench": "turbo",
        "case": wanted.name,
        "ratio": round(median(ours / theirs for ours, theirs in pairs), 2),
        "wanted": wanted.ratio,
        "steps_per_second": round(median(ours for ours, _ in pairs)),
        "bare_steps_per_second": round(median(theirs for _, theirs in pairs)),
        "compile_s": None if compile_s is None else round(compile_s, 1),
        "flying": turbo.session.pilot.flying,
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
    }


def cases() -> Iterator[dict[str, Any]]:
    """One network after the other; a minute or so each, most of it compiling."""
    threads, home = torch.get_num_threads(), os.environ.get("XDG_CACHE_HOME")
    torch.set_num_threads(1)
    try:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["XDG_CACHE_HOME"] = folder
            yield measure(Wanted("2-8-8-1 tanh, batch 10", tiny(), 10.0))
            yield measure(Wanted("spiral-mlp", load("spiral-mlp"), 3.0))
            yield measure(Wanted("digits-cnn", digits_cnn(), 1.4))
    finally:
        torch.set_num_threads(threads)
        os.environ.pop("XDG_CACHE_HOME")
        if home is not None:
            os.environ["XDG_CACHE_HOME"] = home
