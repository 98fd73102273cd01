"""A session in the middle of its training, and what it says about edits."""

from __future__ import annotations

import itertools

from playground.train.cadence import StepCadence
from playground.train.controls import Steering
from playground.train.session import LOOK, Session
from playground.train.state import weights_of


class Live:
    """A session in the middle of its training."""

    def __init__(self, document, steps=30):
        self.steering = Steering()
        self.session = Session(
            document, device="cpu", steering=self.steering, cadence=StepCadence(1)
        )
        self.generator = self.session.steps()
        self.events, self.steps = [], []
        self.go(steps + 1)

    def go(self, steps):
        for snapshot in itertools.islice(self.generator, steps):
            self._see(snapshot)
        return self

    def _see(self, snapshot):
        self.events += snapshot.events
        self.steps.append(snapshot.step)

    def edit(self, document, **options):
        """Ask for a document and look, which waits for data; gives what was said about it."""
        self.steering.go_on_with(document, **options)
        self._see(self.generator.send(LOOK))
        return self.events[-1]

    @property
    def weights(self):
        return {name: t.clone() for name, t in weights_of(self.session.models).items()}

    @property
    def optimizer(self):
        self.go(1)
        return self.session.run.optimizers["main"]
