"""Colours the cards by a measure and keeps colours and legend true while anything changes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor

from playground.gui.graph.colours import measures
from playground.gui.graph.colours.legend import Caption, Swatch, how
from playground.gui.graph.colours.measures import MEASURES
from playground.gui.graph.colours.scale import Scale
from playground.gui.graph.scene import GraphScene
from playground.gui.settings import Preferences
from playground.gui.theme import Theme
from playground.i18n import tr
from playground.telemetry.snapshot import Snapshot

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView

_MS = 200  # between two colours: faster changes cannot be read


class Colouring(QObject):
    """What the colours of the cards tell now; off (each family has its hue) until chosen."""

    changed = Signal()  # another measure, scale or theme: the legend says something else

    def __init__(self, view: GraphView) -> None:
        super().__init__(view)
        self.view = view
        self._preferences = Preferences(view.context.settings)
        self._snapshot: Snapshot | None = view.context.run.shown
        self._values: dict[str, float | None] = {}
        self._healths: dict[str, measures.Health] = {}
        self._later = QTimer(self, singleShot=True, interval=_MS)
        self._later.timeout.connect(self.refresh)
        context = view.context
        context.document.changed.connect(lambda old, new: self._on_change())
        context.document.report_changed.connect(lambda report: self._on_change())
        context.theme.changed.connect(self._on_change)
        context.run.snapshot.connect(self._on_snapshot)
        context.run.restarted.connect(self._on_restarted)
        context.doctor.changed.connect(self._on_change)
        self.refresh()

    @property
    def key(self) -> measures.Key:
        """What the cards are coloured by, "" for their families."""
        return self._preferences.colouring

    def choose(self, key: measures.Key) -> None:
        """Colour the cards by something else; remembered for the next start."""
        self._preferences.colouring = key
        self.refresh()
        self.changed.emit()

    def choose_next(self) -> None:
        """Colour the cards by the next measure of the list."""
        keys = list(MEASURES)
        self.choose(keys[(keys.index(self.key) + 1) % len(keys)])

    def refresh(self) -> None:
        """Measure again and colour the cards."""
        self._measure()
        self.copy_to(self.view.canvas)
        if self.key:
            self.changed.emit()

    def copy_to(self, canvas: GraphScene) -> None:
        """Give the cards of a canvas the colours of now, in its theme."""
        tints = self._tints(canvas.context.theme)
        for id, card in canvas.cards.items():
            card.set_tint(tints.get(id, ""))

    def caption(self, theme: Theme) -> Caption | None:
        """What the legend says; None while the cards have the hues of their families."""
        if not self.key:
            return None
        measure = MEASURES[self.key]
        title = tr(measure.title)
        if self.key == "health":
            return Caption(title, swatches=self._health_swatches(theme))
        known = [value for value in self._values.values() if value is not None]
        if not known:
            nothing = tr("known once it trains") if measure.live else tr("not known yet")
            return Caption(title, swatches=(Swatch(theme.tokens.field, nothing),))
        scale = self._scale()
        low, high = scale.ends(measure.unit)
        ramp = theme.sequential(scale.ramp(), 1.0)
        swatches = self._single_swatches(scale, known, theme)
        middle = how(scale.log)
        if self.key == "activations":
            batch = measures.batch_size(self.view.context.document.report)
            middle = tr("{scale}, batch of {n}", scale=middle, n=batch)
        return Caption(title, ramp, (low, middle, high), swatches)

    # -- numbers and colours -----------------------------------------------------------------

    def _measure(self) -> None:
        """Take the numbers of all blocks."""
        report, ids = self.view.context.document.report, list(self.view.canvas.cards)
        self._values, self._healths = {}, {}
        if self.key == "health":
            self._healths = measures.healths(self._snapshot, ids, self.view.context.doctor.of)
        elif self.key == "gradient":
            self._values = measures.gradients(self._snapshot, ids)
        elif self.key:
            self._values = measures.costs(self.key, report, ids)

    def _scale(self) -> Scale:
        return Scale.around(self._values.values(), decades=MEASURES[self.key].live)

    def _tints(self, theme: Theme) -> dict[str, str]:
        tokens = theme.tokens
        if self.key == "health":
            found = self._healths.items()
            return {id: getattr(tokens, health or "field") for id, health in found}
        scale = self._scale()
        return {id: _tint(value, scale, theme) for id, value in self._values.items()}

    def _health_swatches(self, theme: Theme) -> tuple[Swatch, ...]:
        tokens = theme.tokens
        states: tuple[measures.Health, ...] = ("good", "warning", "bad", "")
        return tuple(
            Swatch(getattr(tokens, state) if state else tokens.field, measures.health_words(state))
            for state in states
        )

    def _single_swatches(
        self, scale: Scale, known: list[float], theme: Theme
    ) -> tuple[Swatch, ...]:
        """Colours that are not on the ramp: an exact 0, what is not finite, what is not known."""
        tokens, found = theme.tokens, []
        if scale.log and 0.0 in known:
            found.append(Swatch(_tint(0.0, scale, theme), "0"))
        if any(not math.isfinite(value) for value in known):
            found.append(Swatch(tokens.bad, tr("infinite or not a number")))
        if len(known) < len(self._values):
            none = tr("no gradient") if MEASURES[self.key].live else tr("not known")
            found.append(Swatch(tokens.field, none))
        return tuple(found)

    # -- what happens ------------------------------------------------------------------------

    def _on_change(self) -> None:
        if self.key:
            self.refresh()

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        if self.key and MEASURES[self.key].live and not self._later.isActive():
            self._later.start()

    def _on_restarted(self, _run: int) -> None:
        self._snapshot = None
        self._on_change()


def _tint(value: float | None, scale: Scale, theme: Theme) -> str:
    if value is None:
        return theme.tokens.field
    if not math.isfinite(value):
        return theme.tokens.bad
    red, green, blue, _ = theme.sequential(np.array(scale.place(value)), 1.0).tolist()
    return QColor(red, green, blue).name()
