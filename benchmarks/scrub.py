"""How long it takes to show an earlier step: `playground bench scrub --json`.

For every preset a run trains for a moment, in the thread and in the process; then steps are looked
at in random order, first while it stands and then while it trains, as by a hand on the slider. A
line says the median and the longest time from the wish to the snapshot in milliseconds, with the
probes of the canvas; wanted are at most 100.
"""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Iterator
from statistics import median

from playground.document.library import load
from playground.resources import preset_paths
from playground.telemetry.mailbox import Mailbox
from playground.telemetry.probes.activations import Activations
from playground.telemetry.probes.gradients import Gradients
from playground.telemetry.snapshot import Snapshot
from playground.train.controls import Look, Steering
from playground.train.engine.base import make_engine

TRAIN_S, LOOKS = 1.0, 12
WAIT_S = 30.0
WANTED_MS = 100.0


class Inbox(Mailbox):
    """Tells when something has come."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: tuple[int, ...] = ()
        self.past: Snapshot | None = None
        self.came = threading.Condition()

    def post(self, snapshot: Snapshot) -> None:
        """Take a snapshot."""
        with self.came:
            if snapshot.shelf is not None:
                self.kept = snapshot.shelf.steps.get(snapshot.run, ())
            self.past = snapshot.past or self.past
            self.came.notify_all()


def cases() -> Iterator[dict[str, object]]:
    """A line for each engine, preset and way to look."""
    for name in ("thread", "process"):
        engine = make_engine(name)
        engine.warm_up()
        try:
            for number, preset in enumerate(preset_paths(), 1):
                yield from of_preset(engine, name, preset, number)
        finally:
            engine.close(10.0)


def of_preset(engine: object, name: str, preset: str, number: int) -> Iterator[dict[str, object]]:
    """Measure one preset in one engine."""
    steering, box = Steering(), Inbox()
    steering.memory = 256 << 20
    steering.probes = frozenset({Activations(sample=0, split="test"), Gradients()})
    steps = engine.make_steps(load(preset), steering, number, device="cpu")
    worker = engine.make_worker(steps, box, steering=steering)
    worker.start()
    try:
        with box.came:
            assert box.came.wait_for(lambda: len(box.kept) > 2, WAIT_S)
        time.sleep(TRAIN_S)
        wish = 0
        for way in ("training", "paused"):
            if way == "paused":
                worker.pause()
            taken = []
            for _ in range(LOOKS):
                wish += 1
                taken.append(look(worker, steering, box, (number, wish), way == "paused"))
            longest = 1000 * max(taken[1:])
            yield {
                "case": f"{name}/{preset}/{way}",
                "median_ms": round(1000 * median(taken), 2),
                "longest_ms": round(longest, 2),
                "kept": len(box.kept),
                "ok": 1000 * median(taken) <= WANTED_MS,
                "cores": os.cpu_count(),
            }
    finally:
        worker.stop(WAIT_S)


def look(
    worker: object, steering: Steering, box: Inbox, wish: tuple[int, int], paused: bool
) -> float:
    """Seconds until a kept step is shown; `wish` is the number of the run and of the wish."""
    run, number = wish
    step = random.Random(number).choice(box.kept)
    start = time.perf_counter()
    steering.look = Look(number, run, step)
    if paused:
        worker.look()
    with box.came:
        assert box.came.wait_for(lambda: box.past and box.past.wish == number, WAIT_S)
    return time.perf_counter() - start
