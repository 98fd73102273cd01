"""Live pictures and numbers: the newest snapshot, drawn on the cards that can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject

from playground.gui.graph import health, insides, pictures
from playground.gui.graph.body import body_of, with_kernels
from playground.gui.graph.card import Card, Picture, Pulse
from playground.gui.graph.facts import Facts
from playground.gui.graph.halted import Halted, halted_at, picture_of
from playground.gui.graph.scene import GraphScene
from playground.gui.graph.style import TILE_DETAIL
from playground.gui.paced import NUMBERS_MS, Paced
from playground.gui.theme import Theme
from playground.i18n import tr
from playground.telemetry.probes.activations import Activations
from playground.telemetry.probes.base import Probe
from playground.telemetry.probes.gradients import Gradients
from playground.telemetry.probes.weights import Weights
from playground.telemetry.snapshot import Snapshot

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView

PICTURES_MS = 66  # about 15 pictures a second


class Live(QObject):
    """Asks for measurements while the canvas is visible, and hands them to the visible cards."""

    def __init__(self, view: GraphView) -> None:
        super().__init__(view)
        self.view, self.run = view, view.context.run
        self._snapshot: Snapshot | None = None
        self._drawn: dict[str, np.ndarray] = {}  # node -> the array its card shows
        self._watched: frozenset[Probe] = frozenset()
        self._signed: set[str] = set()  # nodes that had a negative number in this run
        self._numbers = QElapsedTimer()
        self._later = Paced(self._draw_newest, PICTURES_MS, self)
        self.run.snapshot.connect(self._on_snapshot)
        self.run.restarted.connect(self._on_restarted)
        view.context.doctor.changed.connect(self._on_findings)
        view.context.selection.sample_changed.connect(self.repaint)
        view.looked.connect(self._later)
        view.zoomed.connect(self._later)

    def start(self) -> None:
        """The canvas is visible: measure."""
        self._watch()
        if self.run.shown is not None:
            self._on_snapshot(self.run.shown)

    def stop(self) -> None:
        """The canvas is hidden: it costs nothing."""
        self._watched = frozenset()
        self.run.unwatch(self)
        self._later.stop()

    def repaint(self, *_news: object) -> None:
        """Draw every picture anew: the colours, the texts or the cards changed."""
        self._drawn.clear()
        self._numbers.invalidate()
        if self._watched:
            self._watch()
        self._later()

    def copy_to(self, canvas: GraphScene) -> None:
        """Put the newest pictures and numbers on the cards of another canvas, in its theme."""
        for id, card in canvas.cards.items():
            shown = self.view.canvas.cards.get(id)
            if shown is not None:
                card.set_pulse(shown.pulse)
            if self._snapshot is None:
                continue
            values = self._output(self._snapshot, id)
            if values is not None and values.shape == card.facts.shape:
                theme = canvas.context.theme
                card.set_picture(self._picture(card.facts, values, self._snapshot, theme))

    def _watch(self) -> None:
        cards = self.view.canvas.cards.values()
        kernels = [Weights(c.facts.id) for c in cards if c.facts.kernels.shown]
        probes = frozenset((self._activations(), Gradients(), *kernels))
        if probes != self._watched:  # asking costs a look at the network
            self._watched = probes
            self.run.watch(self, probes, calm=True)

    def _activations(self) -> Activations:
        sample = self.view.context.selection.sample
        return Activations(sample=sample.number, split=sample.split)

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._later()

    def _on_restarted(self, _run: int) -> None:
        self._snapshot = None
        self._signed.clear()
        self._drawn.clear()
        self._numbers.invalidate()
        for card in self.view.canvas.cards.values():
            card.set_picture(Picture())
            card.set_pulse(Pulse())

    def _on_findings(self) -> None:
        self._numbers.invalidate()
        self._later()

    def _draw_newest(self) -> None:
        if self.view.isVisible() and self._snapshot is not None:
            self._draw(self._snapshot)

    def _draw(self, snapshot: Snapshot) -> None:
        if self.view.zoom < TILE_DETAIL:
            return
        seen = self.view.seen()
        cards = [c for c in self.view.canvas.cards.values() if c.scene_card().intersects(seen)]
        for card in cards:
            self._draw_picture(card, snapshot)
        if not self._numbers.isValid() or self._numbers.elapsed() >= NUMBERS_MS:
            self._numbers.start()
            for card in self.view.canvas.cards.values():
                self._draw_numbers(card, snapshot)
        else:
            self._later.again()  # a last number before a pause is not left out

    def _draw_picture(self, card: Card, snapshot: Snapshot) -> None:
        id = card.facts.id
        halted = self._halted(snapshot, id)
        values = halted.values if halted is not None else self._output(snapshot, id)
        if values is None or values is self._drawn.get(id) or values.shape != card.facts.shape:
            return  # another shape: the network in training is older than the document
        self._drawn[id] = values
        if halted is not None:
            theme, signed = self.view.context.theme, id in self._signed
            signed = signed or pictures.is_signed(values)
            weights = snapshot.arrays.get(f"weights/{id}")
            card.set_picture(picture_of(card.facts, halted, weights, theme, signed=signed))
            return
        if pictures.is_signed(values):
            self._signed.add(id)
        card.set_picture(self._picture(card.facts, values, snapshot, self.view.context.theme))

    def _picture(
        self, facts: Facts, values: np.ndarray, snapshot: Snapshot, theme: Theme
    ) -> Picture:
        signed = facts.id in self._signed or pictures.is_signed(values)
        picture = body_of(facts, values, theme, signed=signed, target=_target(snapshot))
        weights = snapshot.arrays.get(f"weights/{facts.id}")
        if facts.kernels.shown and weights is not None and weights.ndim == 4:
            picture = with_kernels(picture, facts, weights, theme)
        return picture

    def _output(self, snapshot: Snapshot, id: str) -> np.ndarray | None:
        """What a block puts out for the sample; of a composite, what leaves it."""
        source = insides.source(self.view.context.document.report, id)
        return snapshot.arrays.get(f"activations/{source}")

    def _halted(self, snapshot: Snapshot, id: str) -> Halted | None:
        """In slow motion: what the step has made there so far."""
        return halted_at(snapshot, insides.source(self.view.context.document.report, id))

    def _draw_numbers(self, card: Card, snapshot: Snapshot) -> None:
        blocks = insides.blocks(self.view.context.document.report, card.facts.id)
        judged = [self._judge(snapshot, block) for block in blocks]
        gradients = [gradient for gradient, _, _ in judged if gradient is not None]
        gradient = float(np.hypot.reduce(gradients)) if gradients else None
        state, reason = health.worst((state, reason) for _, state, reason in judged)
        words = f"|∇| {health.short(gradient)}" if gradient is not None else ""
        foot = self._sample_words(snapshot, card.facts.id) if card.facts.reads else ""
        card.set_pulse(Pulse(foot, words, state, reason))

    def _judge(self, snapshot: Snapshot, id: str) -> tuple[float | None, health.Health, str]:
        """Gradient and health of one block of the network."""
        found = snapshot.arrays.get(f"gradients/{id}")
        gradient = float(found[0]) if found is not None else None
        state, reason = health.health_of(snapshot.arrays.get(f"activations/{id}"), gradient)
        finding = self.view.context.doctor.of(id)
        state, reason = health.with_finding(state, reason, finding)
        return gradient, state, reason

    def _sample_words(self, snapshot: Snapshot, id: str) -> str:
        """What the sample is: its class, or its value."""
        halted = self._halted(snapshot, id)
        if halted is not None:
            return tr("first of {n}", n=halted.batch)
        report = self.view.context.document.report
        target, field = snapshot.arrays.get("activations/target"), report.fields.get("y")
        trained, document = self.run.trained, self.view.context.document.document
        if trained is not None and trained.data != document.data:
            return ""  # the sample is of other data than the document's
        if target is None or field is None:
            return ""
        number = _target(snapshot)
        if field.kind == "class" and 0 <= number < len(field.classes):
            return tr("class {name}", name=tr(field.classes[number]))
        if field.kind == "token":  # the answer to each step is in the lenses
            return ""
        return f"y = {float(target.reshape(-1)[0]):.3g}" if target.size == 1 else ""


def _target(snapshot: Snapshot) -> int:
    """Class of the sample, -1 when its target is no class."""
    target = snapshot.arrays.get("activations/target")
    if target is None or target.shape != () or target.dtype.kind not in "iu":
        return -1
    return int(target)
