"""The brush that paints, drags and erases points of the plane, wherever they are shown."""

from __future__ import annotations

from typing import Literal

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from playground.check.classes import add_class, can_add_class
from playground.data._cloud import EMPTY, MOST, PLANE, Cloud, parse, read_table
from playground.data.drawn import Drawn, as_drawn, can_be_drawn
from playground.data.prepare import first_stream
from playground.document import edits
from playground.errors import PlaygroundError
from playground.gui.document_model import DocumentModel
from playground.i18n import tr

Tool = Literal["paint", "drag", "erase"]
Place = tuple[float, float]

PACE_MS = 60  # a moving brush changes the document so often
REACH = 0.3  # how near to a point a drag has to begin, in units of the plane
SPACING = 0.4  # of the radius, between two dabs of the brush
BEYOND = PLANE + 2.0  # how far out the way of the brush is followed
_MERGE = "data.points"


class PointBrush(QObject):
    """One brush for the whole window. A stroke is one step of the document's history.

    Points that a dataset generated become drawn ones with the first stroke: the document then has
    the data `drawn`, and its points lie in it. A run goes on with them between two steps.

    Attributes
    ----------
    active : bool
        Whether views of the plane draw where the user presses, instead of only showing.
    tool : str
    target : float
        Number of the class that is painted, or the value.
    radius : float
        Of the brush, in units of the plane; 0 paints single points.
    density : int
        Points a dab.
    """

    changed = Signal()  # tool, target, size: how views show the brush
    drawn = Signal()  # the points that are to be trained on are other ones
    said = Signal(str)  # why something was not done, or only in part

    def __init__(self, model: DocumentModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.active = False
        self.tool: Tool = "paint"
        self.target, self.radius, self.density = 0.0, 0.4, 3
        self._model = model
        self._rng = np.random.default_rng()  # of a hand: what it does is kept, not repeated
        self._params: dict[str, object] = {}
        self._cloud: Cloud | None = None  # in the middle of a stroke
        self._last: Place | None = None  # of the brush
        self._grabbed: int | None = None
        self._seen = model.document.data
        self._told = False  # that there is no room for more points
        self._later = QTimer(self, singleShot=True, interval=PACE_MS)
        self._later.timeout.connect(self._commit)
        model.report_changed.connect(self._on_report)

    # -- what views ask -----------------------------------------------------------------------

    @property
    def possible(self) -> bool:
        """Whether the data are points of the plane that can be drawn."""
        report = self._model.report
        return report.dataset is not None and can_be_drawn(report.dataset, dict(report.fields))

    @property
    def classes(self) -> tuple[str, ...]:
        """Names of the classes; () where points have values."""
        field = self._model.report.fields.get("y")
        return field.classes if field is not None else ()

    @property
    def cloud(self) -> Cloud:
        """The points as they are drawn now; those of the document outside of a stroke."""
        if self._cloud is not None:
            return self._cloud
        data = self._model.report.dataset
        try:
            return data.cloud() if isinstance(data, Drawn) else EMPTY
        except PlaygroundError:
            return EMPTY

    @property
    def is_drawn(self) -> bool:
        """Whether there are drawn points, or the first stroke makes them so."""
        return self._cloud is not None or isinstance(self._model.report.dataset, Drawn)

    @property
    def busy(self) -> bool:
        """Whether a stroke goes on."""
        return self._cloud is not None

    @property
    def can_add_class(self) -> bool:
        """Whether there can be one more class."""
        return bool(self.classes) and can_add_class(self._model.report)

    # -- what the user does ---------------------------------------------------------------------

    def set(self, **values: object) -> None:
        """Change `active`, `tool`, `target`, `radius` or `density`."""
        if any(getattr(self, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(self, name, value)
            self.changed.emit()

    def press(self, at: Place) -> None:
        """A stroke begins."""
        if not self._begin():
            return
        assert self._cloud is not None  # `_begin`
        if self.tool == "drag":
            self._grabbed = self._cloud.nearest(at, REACH)
        self._dab(at)

    def move(self, at: Place) -> None:
        """The brush is elsewhere: it dabs all along its way, however fast the hand was."""
        if self._cloud is not None:
            for place in self._way(at):
                self._dab(place)

    def release(self) -> None:
        """The stroke is over: the next one is a step of its own."""
        if self._cloud is None:
            return
        self._commit()
        self._model.end_merge()
        self._cloud = self._last = self._grabbed = None
        self._told = False

    def clear(self) -> None:
        """Take all points away."""
        if self._begin():
            self._finish(EMPTY, tr("Erase all points"))

    def paste(self, text: str) -> None:
        """Add the points of a table that was copied elsewhere."""
        if not self._begin():
            return
        assert self._cloud is not None  # `_begin`
        room = MOST - len(self._cloud)
        pasted = read_table(text, len(self.classes) or None, room)
        for note in pasted.notes:
            self.said.emit(note)
        if not len(pasted.cloud):
            self._cloud = None
            self.said.emit(
                tr("The clipboard holds no points: each line is x₁, x₂ and the number of a class.")
            )
            return
        count = len(pasted.cloud)
        self._finish(self._cloud.joined(pasted.cloud), tr("Paste {n:,} points", n=count))

    def add_class(self) -> None:
        """One more class, which is painted from now on."""
        if not self.classes:
            return
        if not isinstance(self._model.report.dataset, Drawn):
            if not self._begin():
                return
            assert self._cloud is not None  # `_begin`
            self._finish(self._cloud, tr("Draw the points"))
        if can_add_class(self._model.report):
            report = self._model.report
            self._model.push(tr("Add a class"), lambda _doc: add_class(report))
            self.set(target=float(len(self.classes) - 1), tool="paint")

    # -- inside -----------------------------------------------------------------------------------

    def _begin(self) -> bool:
        """Make generated points drawn ones; False, and said, where that cannot be."""
        report = self._model.report
        if report.dataset is None or not self.possible:
            self.said.emit(tr("Points can be drawn where the data are points of the plane."))
            return False
        try:
            seed = report.document.train.seed
            self._params = as_drawn(report.dataset, first_stream(report.dataset, seed))
            self._cloud = parse(str(self._params.get("points", "")))
        except PlaygroundError as error:
            self.said.emit(str(error))
            return False
        if not isinstance(report.dataset, Drawn) and (report.dataset.count() or 0) > MOST:
            self.said.emit(tr("The first {n:,} points are taken.", n=MOST))
        return True

    def _way(self, to: Place) -> list[Place]:
        """Where the brush dabs on its way from the last dab; far outside of the plane nowhere."""
        to = min(max(to[0], -BEYOND), BEYOND), min(max(to[1], -BEYOND), BEYOND)
        if self.tool == "drag" or self._last is None:
            return [to]
        spacing = SPACING * max(self.radius, 0.1)
        (x, y), length = self._last, float(np.hypot(*np.subtract(to, self._last)))
        shares = [n * spacing / length for n in range(1, int(length / spacing) + 1)]
        return [(x + s * (to[0] - x), y + s * (to[1] - y)) for s in shares]

    def _dab(self, at: Place) -> None:
        assert self._cloud is not None  # in the middle of a stroke
        if self.tool == "drag":
            if self._grabbed is None or at == self._last:
                return
            self._cloud = self._cloud.moved(self._grabbed, at)
        else:
            if self.tool == "erase":
                self._cloud = self._cloud.erased(at, max(self.radius, 0.1))
            else:
                self._paint(at)
        self._last = at
        self.drawn.emit()
        if not self._later.isActive():
            self._later.start()

    def _paint(self, at: Place) -> None:
        assert self._cloud is not None  # in the middle of a stroke
        count = self.density if self.radius > 0 else 1
        if len(self._cloud) + count > MOST and not self._told:
            self._told = True
            self.said.emit(tr("At most {n:,} points can be drawn.", n=MOST))
        self._cloud = self._cloud.sprayed(at, self.radius, count, self.target, self._rng)

    def _commit(self) -> None:
        """Bring the stroke, as far as it is drawn, into the document."""
        self._later.stop()
        if self._cloud is None or self._last is None:
            return
        words = {
            "paint": tr("Paint points"),
            "drag": tr("Drag a point"),
            "erase": tr("Erase points"),
        }
        params = {**self._params, "points": self._cloud.text()}
        if params != self._params:
            self._model.push(
                words[self.tool], lambda doc: edits.set_data(doc, "drawn", params), merge=_MERGE
            )

    def _finish(self, cloud: Cloud, words: str) -> None:
        """The whole of a change at once."""
        params = {**self._params, "points": cloud.text()}
        self._model.end_merge()
        self._model.push(words, lambda doc: edits.set_data(doc, "drawn", params))
        self._cloud = None
        self.drawn.emit()

    def _on_report(self, *_: object) -> None:
        """The target is one of those that there are; drawing ends where it is not possible."""
        if self.classes and self.target not in range(len(self.classes)):
            self.set(target=0.0)
        if self.active and self._model.report.fields and not self.possible:
            self.set(active=False)
        data = self._model.document.data
        if self._cloud is None and data != self._seen:
            self.drawn.emit()
        self._seen = data
