"""Lens: optimisers race on four classic surfaces; it needs no training."""

from __future__ import annotations

from time import perf_counter

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from playground.explain.race.surfaces import SURFACES, Surface
from playground.explain.race.track import RACERS, STEEP, Racer, Track, distance
from playground.gui.context import Context
from playground.gui.lenses import _race_readings
from playground.gui.lenses._race_bar import STEPS, RaceBar
from playground.gui.lenses._race_map import BANDS, LOWEST, RaceMap
from playground.gui.lenses._race_table import NAMES, RaceTable
from playground.gui.lenses._race_use import why_not, with_optimizer
from playground.gui.lenses._race_words import RaceWords
from playground.gui.lenses.base import Lens, lens
from playground.gui.paced import NUMBERS_MS
from playground.gui.truth import Reading
from playground.gui.widgets.scale_bar import ScaleBar
from playground.gui.widgets.stepwise import Stepwise
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr
from playground.train.race import race

FRAME_MS = 33
LATER_MS = 30  # after the last change of a setting: a drag is many
LONGEST_S = 0.25  # of a pause between two frames that counts


def after(key: str) -> str:
    """The surface behind one in the list; the first one behind the last."""
    keys = list(SURFACES)
    return keys[(keys.index(key) + 1) % len(keys)]


def _scrolled(table: QWidget, words: QWidget) -> QScrollArea:
    """Both below each other, as wide as they need: a low view does not press the rows together."""
    side, room = QWidget(), QScrollArea(widgetResizable=True)
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(table)
    column.addWidget(words, 1)
    room.setFrameShape(QFrame.Shape.NoFrame)
    room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    room.setWidget(side)
    room.setMinimumWidth(table.minimumSizeHint().width() + 14)  # of the scroll bar
    return room


@lens("race", title=mark("Optimiser race"))
class RaceLens(Lens):
    """Torch's own optimisers on a loss of two weights: drag the start, change who races and how.

    The race is calculated in the background to its end; play and slider only say what is shown.
    """

    needs_run = False

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.surface: Surface = SURFACES["ravine"]
        self.starts = {key: surface.start for key, surface in SURFACES.items()}
        self.racers = {key: STEEP if key == "rosenbrock" else RACERS for key in SURFACES}
        self.tracks: tuple[Track, ...] = ()
        self.step = 0
        self.lit = "momentum"  # whose update is told
        self.complete = False
        self._owed, self._ticked, self._numbered = 0.0, 0.0, 0.0
        self.bar, self.map = RaceBar(), RaceMap(context.theme)
        self.table, self.words = RaceTable(), RaceWords()
        self.scale_bar, self.note = ScaleBar(), ElidedLabel()
        self.note.setObjectName("lensLegend")
        self._work = Stepwise(self)
        self._frames = QTimer(self, interval=FRAME_MS)
        self._later = QTimer(self, singleShot=True, interval=LATER_MS)
        self._lay_out()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(680)
        self.retheme()
        self.retranslate()
        self._show_settings()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.map, 1)
        left.addWidget(self.scale_bar)
        left.addWidget(self.note)
        halves = QHBoxLayout()
        halves.setSpacing(10)
        halves.addLayout(left, 1)
        halves.addWidget(_scrolled(self.table, self.words), 1)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.bar)
        column.addLayout(halves, 1)

    def _connect(self) -> None:
        self.bar.surface_chosen.connect(self.choose)
        self.bar.play_wanted.connect(self.toggle_play)
        self.bar.step_wanted.connect(lambda by: self.go(self.step + by))
        self.bar.moved.connect(self.go)
        self.map.placed.connect(lambda x, y: self.start_at((x, y)))
        self.map.pointed_at.connect(self.light)
        self.table.pointed_at.connect(self.light)
        self.table.edited.connect(self.set_racer)
        self.table.refused.connect(self.context.notices.refuse)
        self.words.wanted.connect(self.use)
        self._frames.timeout.connect(self._on_frame)
        self._later.timeout.connect(self._compute)
        self._work.came.connect(self._on_tracks)
        self._work.ended.connect(self._on_ended)
        self.context.document.changed.connect(self._say_use)  # a lambda would outlive the view

    # -- what the user does ---------------------------------------------------------------------

    def choose(self, key: str) -> None:
        """Race on another surface, with its own start and settings."""
        self.surface = SURFACES[key]
        self.map.set_surface(self.surface)
        self._scale()
        self._show_settings()
        self.go(0)
        self._begin()

    def choose_next(self) -> None:
        """The next surface."""
        self.choose(after(self.surface.key))

    def start_at(self, point: tuple[float, float]) -> None:
        """Start there; what is shown stays at its step."""
        self.starts[self.surface.key] = point
        self.map.start = point
        self._begin()

    def set_racer(self, racer: Racer) -> None:
        """Take part with these settings."""
        key = self.surface.key
        self.racers[key] = tuple(racer if r.kind == racer.kind else r for r in self.racers[key])
        self._show_settings()
        self._begin()

    @property
    def playing(self) -> bool:
        """Whether the race goes on by itself."""
        return self._frames.isActive()

    def toggle_play(self) -> None:
        """Play from here, or from the start when it is over; or pause."""
        if self.playing:
            self._frames.stop()
        else:
            self.step = 0 if self.step >= STEPS else self.step
            self._owed, self._ticked = 0.0, perf_counter()
            self._frames.start()
        self._draw_race()

    def go(self, step: int) -> None:
        """Show all racers at a step."""
        self.step = min(max(step, 0), STEPS)
        self._draw_race()

    def light(self, kind: str) -> None:
        """Tell the update of this racer; "" stays with the last one."""
        if kind:
            self.lit = kind
            self._draw_race()

    def use(self) -> None:
        """The racer that is told about becomes the optimiser of the document; one undoable edit."""
        track = self.words.track
        if track is None or not self._can_use():
            return
        racer = track.racer
        text = tr("Use the optimiser {name}", name=NAMES[racer.kind])
        self.context.document.push(text, lambda document: with_optimizer(document, racer))

    # -- the race -------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Calculate anew, a moment after the last change."""
        self.complete = False
        self._later.start()

    def _compute(self) -> None:
        if self.isVisible():
            start = self.starts[self.surface.key]
            self._work.start(race(self.surface, self.racers[self.surface.key], start, STEPS))

    def _on_tracks(self, tracks: tuple[Track, ...]) -> None:
        self.tracks = tracks
        self._draw_race()

    def _on_ended(self) -> None:
        self.complete = True
        if not any(racer.on for racer in self.racers[self.surface.key]):
            self._on_tracks(())

    def _on_frame(self) -> None:
        now = perf_counter()
        self._owed += min(now - self._ticked, LONGEST_S) * self.bar.steps_a_second()
        self._ticked = now
        whole = int(self._owed)
        self._owed -= whole
        known = max((track.steps for track in self.tracks), default=0)
        self.step = min(self.step + whole, STEPS if self.complete else known)
        if self.step >= STEPS:
            self._frames.stop()
        if not self.playing or now - self._numbered >= NUMBERS_MS / 1000:
            self._draw_race()
        else:
            self._guard(self._show_ways)

    def _draw_race(self) -> None:
        self._guard(self._show_race)

    def _show_race(self) -> None:
        self._show_ways()
        self._show_numbers()

    def _show_ways(self) -> None:
        self.bar.show_state(self.playing, self.step)
        self.map.show_race(self.tracks, self.step, self.lit)

    def _show_numbers(self) -> None:
        """Table and formulas; while it plays they lag behind, as nobody can read so fast."""
        self._numbered = perf_counter()
        there = {track.racer.kind: track for track in self.tracks}
        for racer in self.racers[self.surface.key]:
            track = there.get(racer.kind)
            if track is None:
                self.table.show_figures(racer.kind, None)
            elif track.is_gone(self.step):
                assert track.diverged is not None  # it is gone
                self.table.show_diverged(racer.kind, track.diverged)
            else:
                loss = float(track.losses[track.at(self.step)])
                away = distance(self.surface, track, self.step)
                self.table.show_figures(racer.kind, (loss, away, track.reached()))
        self.words.show_update(there.get(self.lit) or next(iter(there.values()), None), self.step)
        self._say_use()

    # -- the base -------------------------------------------------------------------------------

    def readings(self) -> list[Reading]:
        """Colours of the surface, points, the table, and each number of the formulas."""
        self._draw_race()  # what is told is of one moment
        return _race_readings.of_race(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.complete:
            self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._frames.stop()
        self._later.stop()
        self._work.cancel()
        super().hideEvent(event)

    def _show_settings(self) -> None:
        self.bar.show_surface(self.surface.key)
        self.table.show_racers(self.racers[self.surface.key])
        self.map.start = self.starts[self.surface.key]
        self.note.setText(tr("loss {formula}; drag the start", formula=self.surface.formula))

    def _scale(self) -> None:
        bands = np.arange(LOWEST, self.map.highest + 0.5 / BANDS, 1 / BANDS)
        ramp = self.map.colours(np.repeat(10.0**bands, 8))
        self.scale_bar.set_range(10.0**LOWEST, 10.0**self.map.highest, ramp)

    def _can_use(self) -> bool:
        track = self.words.track
        return track is not None and not why_not(self.context.document.report, track.racer)

    def _say_use(self, *_: object) -> None:
        """What the button does, or why it cannot."""
        track = self.words.track
        if track is None:
            return
        reason = why_not(self.context.document.report, track.racer)
        self.words.use.setText(tr("Use in my network"))
        self.words.use.setEnabled(not reason)
        what = tr(
            "Sets the optimiser, its learning rate, momentum and weight decay; "
            "α, β₁ and β₂ stay as torch has them."
        )
        self.words.use.setToolTip(reason or what)

    def retheme(self) -> None:
        self.map.retheme(self.context.theme.tokens)
        self.map.set_surface(self.surface)
        self._scale()

    def retranslate(self) -> None:
        self.bar.retranslate()
        self.table.retranslate()
        self.map.setAccessibleName(tr("Surface of the race; the arrow keys move the start"))
        self.scale_bar.setToolTip(
            tr("Loss, logarithmic: each colour is half a decade, so its edge is a contour")
        )
        self.note.setText(tr("loss {formula}; drag the start", formula=self.surface.formula))
        self._draw_race()
