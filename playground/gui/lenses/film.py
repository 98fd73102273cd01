"""Lens: what a generator makes of the same noise, step after step."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses._pictures import Scale, as_images
from playground.gui.lenses._readings import cells, colour_of, of_pictures, shifted
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.truth import Reading
from playground.gui.widgets.texts import ElidedLabel
from playground.gui.widgets.tiles import Tile, Tiles
from playground.i18n import mark, tr
from playground.telemetry.probes.samples import Samples
from playground.telemetry.ridges import Thinned

ROWS, FRAMES = 6, 10  # samples of images, and steps, at most
POINTS = 256  # of each frame in the plane
BINS = 24  # cells along each side of a frame in the plane
REAL = -1  # in place of a step: the real points
BEYOND = 1.25  # edge of that frame, in the largest coordinate of a real point


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What the generator made at a step: (count, *shape)."""

    step: int
    samples: np.ndarray


@lens("film", title=mark("Film strip"))
class FilmLens(Lens):
    """A column a step, the newest at the right; a row a noise vector, the same all the time.

    Points in the plane are one sample: how many of them lie in each cell, and last the real ones.
    A picture that is clicked takes the whole window back to its step.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.film: Thinned[Frame] = Thinned(FRAMES)
        self.real: np.ndarray | None = None
        self.scale = Scale(0.0, 1.0)  # of all pictures: of the real ones, or their fullest cell
        self.step = 0  # of the snapshot that is shown
        self._made: dict[int, list[Tile]] = {}  # step -> its pictures
        self._wide = 0  # pictures in a row: steps, and for points the real ones
        self.note, self.tiles = ElidedLabel(), Tiles(gap=3)
        self.note.setObjectName("lensLegend")
        self.tiles.hovered.connect(self._on_hovered)
        self.tiles.clicked.connect(self._on_clicked)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.note)
        layout.addWidget(self.tiles, 1)
        context.cursor.moved.connect(self._light)
        context.run.measured.connect(self._on_measured)
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        field = self.context.document.report.fields.get("x")
        flat = field is not None and len(field.shape) == 1
        return (Samples(count=POINTS if flat else 64),)

    def waits_for(self) -> str:
        return tr("This view shows what a generator makes: it needs an experiment of the kind GAN.")

    # -- what comes ------------------------------------------------------------------------------

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        if not self._gather(snapshot):
            return False
        self.step = snapshot.step
        self._show()
        return True

    def _on_measured(self, snapshot: Snapshot) -> None:
        """While the window looks back, the run goes on: its pictures belong here, too."""
        if self.isVisible() and self.context.run.past.wanted is not None:
            self._guard(lambda: self._gather(snapshot))

    def _gather(self, snapshot: Snapshot) -> bool:
        real, fake = snapshot.arrays.get("samples/real"), snapshot.arrays.get("samples/fake")
        if real is None or fake is None or not len(real):
            return False
        if self.real is None or not np.array_equal(self.real, real):
            self.film, self.real = Thinned(FRAMES), real
            self.scale = Scale.of(counted(real, self.limit) if self.is_flat else real)
            self._made.clear()
        kept = fake if fake.ndim == 2 else fake[:ROWS]
        self.film.add(Frame(snapshot.step, kept.copy()))
        return True

    def on_restarted(self) -> None:
        branched = self.context.run.parent_run
        self.film.until(branched[1] if branched else -1)
        self._made.clear()  # a step may come again, and be another
        self.tiles.set_tiles(())

    # -- what is drawn ---------------------------------------------------------------------------

    @property
    def is_flat(self) -> bool:
        """Whether samples are points of a plane."""
        return self.real is not None and self.real.ndim == 2

    @property
    def limit(self) -> float:
        """Edge of the frames of points."""
        assert self.real is not None  # who calls has gathered
        return BEYOND * float(np.abs(self.real[:, :2]).max()) or 1.0

    def _show(self) -> None:
        if self.real is None or not self.film.kept:
            return
        last = [Frame(REAL, self.real)] if self.is_flat else []
        made = self._made
        self._made = {f.step: made.get(f.step) or self._pictures(f) for f in self.film.kept + last}
        columns = list(self._made.values())
        self._wide = len(columns)
        self.tiles.foot = not self.is_flat
        self.tiles.columns = 0 if self.is_flat else self._wide  # one row of points may be broken
        self.tiles.set_tiles([column[row] for row in range(len(columns[0])) for column in columns])
        self._name()
        self._light()

    def _name(self) -> None:
        words = tr("What becomes of the same noise; a click goes back to that step")
        newest = self.film.kept[-1].samples if self.film.kept else ()
        lost = sum(not np.isfinite(sample).all() for sample in newest)
        if lost:
            words += ", " + tr("{n} answers are NaN", n=lost)
        self.note.setText(words)

    def _pictures(self, frame: Frame) -> list[Tile]:
        caption, step = f"{frame.step:,}", tr("step {step}", step=frame.step)
        if self.is_flat:
            if frame.step == REAL:
                return [self._cloud(frame, tr("real"), tr("real points, "))]
            return [self._cloud(frame, caption, f"{step}, ")]
        last = len(frame.samples) - 1
        return [
            Tile(
                rgba,
                values,
                caption if row == last else "",
                name=tr("{step}, generated sample {row} ", step=step, row=row),
            )
            for row, (rgba, values) in enumerate(
                as_images(frame.samples, self.context.theme, self.scale)
            )
        ]

    def _cloud(self, frame: Frame, caption: str, name: str) -> Tile:
        counts = counted(frame.samples, self.limit)
        rgba = self.scale.colours(self.context.theme, counts)
        return Tile(rgba, counts, caption, name=name + tr("points in the cell "))

    # -- what is pointed at ----------------------------------------------------------------------

    def _step_of(self, tile: int) -> int | None:
        """The step whose picture it is."""
        column = tile % self._wide if tile >= 0 and self._wide else -1
        return self.film.kept[column].step if 0 <= column < len(self.film.kept) else None

    def _on_hovered(self, tile: int, _row: int, _column: int) -> None:
        self.context.cursor.set(self._step_of(tile))

    def _on_clicked(self, tile: int) -> None:
        step = self._step_of(tile)
        if step is not None:
            self.context.run.past.look(step)

    def _light(self) -> None:
        """The step that is pointed at anywhere; else the one that is looked back at."""
        pointed, frames = self.context.cursor.step, self.film.kept
        wanted = self.step if self.context.run.past.wanted is not None else None
        if pointed is not None and frames:
            wanted = min(frames, key=lambda frame: abs(frame.step - pointed)).step
        count = len(self.tiles.tiles) if wanted is not None else 0
        self.tiles.light(i for i in range(count) if self._step_of(i) == wanted)

    # -- the rest --------------------------------------------------------------------------------

    def readings(self) -> list[Reading]:
        """The pictures of the step that came last: all others were that at their time."""
        steps = [frame.step for frame in self.film.kept]
        if self.step not in steps or not self.tiles.tiles:
            return []
        column, wide = steps.index(self.step), self._wide
        if not self.is_flat:
            rows = [i // wide if i % wide == column else None for i in range(len(self.tiles.tiles))]
            return of_pictures(self, self.key, self.tiles, "samples/fake", rows, self.scale)
        found, rects = [], self.tiles.rectangles()
        for tile, name in ((column, "samples/fake"), (wide - 1, "samples/real")):
            if tile >= len(rects):
                continue
            at = f't["{name}"]'
            edge = f'{BEYOND} * float(np.abs(t["samples/real"][:, :2]).max())'
            told = f"cell_counts({at}, {edge}, {BINS})"
            for row, cell, where in cells(self.tiles.tiles[tile], rects[tile]):
                colour = colour_of(self.tiles.tiles[tile].rgba[row, cell])
                formula = f"{told}[{row}, {cell}]"
                claim = {"formula": formula, "colour": colour, "scale": self.scale}
                found.append(Reading(view=self.key, where=where, **claim))
        return shifted(found, self.tiles, self)

    def retheme(self) -> None:
        self._made.clear()
        self._show()

    def retranslate(self) -> None:
        self._name()
        self.tiles.setAccessibleName(tr("Film strip"))
        self._made.clear()
        self._show()


def counted(points: np.ndarray, limit: float) -> np.ndarray:
    """How many points (N, 2 or more) lie in each cell of a square around 0, the highest row first.

    Those outside of it, and those that are no finite numbers, lie in none.
    """
    flat = points[:, :2] if points.shape[1] > 1 else np.hstack([points, 0 * points])
    sound = flat[np.isfinite(flat).all(axis=1)]
    square = ((-limit, limit), (-limit, limit))
    counts, _, _ = np.histogram2d(sound[:, 0], sound[:, 1], bins=BINS, range=square)
    return counts.T[::-1]
