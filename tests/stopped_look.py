"""A lens in front of a run that was stopped: what it asks for is measured and shown."""

from __future__ import annotations

import torch
from live_run import Live
from truths import Judge

from playground.registry import lenses
from playground.telemetry.snapshot import Snapshot
from playground.train.session import LOOK


class Look:
    """Opens a lens of this size on a document that has been trained for three steps."""

    def __init__(self, qtbot, context, document, key, size):
        qtbot.waitUntil(lambda: context.document.report.ok, timeout=20_000)
        self.context, self.key, self.view = context, key, lenses.get(key)(context)
        qtbot.addWidget(self.view)
        self.view.resize(*size)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.live = Live(document, steps=3)
        self.look()

    def look(self, **changed):
        self.live.steering.probes = frozenset(self.view.probes())
        found = self.live.generator.send(LOOK)
        self.arrays = {**found.arrays, **{f"{self.key}/{n}": a for n, a in changed.items()}}
        self.context.run.snapshot.emit(Snapshot(1, found.step, 0.0, {}, self.arrays))

    def __getitem__(self, name):
        return self.arrays[f"{self.key}/{name}"]

    def believe(self, image=None):
        judge = Judge(self.arrays, self.context.theme.tokens)
        readings = self.view.readings()
        assert [(r, f) for r in readings if (f := judge.fault(r, image))] == []
        return len(readings)

    def made(self, z):
        with torch.no_grad():
            return self.live.session.models["generator"].eval()(z)
