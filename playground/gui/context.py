"""What every part of the window may use: one object handed down, no globals."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QPoint, QSettings, Signal

from playground.gui.commands import COMMANDS
from playground.gui.commands.shortcuts import Shortcuts
from playground.gui.cursor import Cursor
from playground.gui.depth_model import DepthModel
from playground.gui.doctor_model import DoctorModel
from playground.gui.document_model import DocumentModel
from playground.gui.level_model import LevelModel
from playground.gui.point_brush import PointBrush
from playground.gui.run_model import RunModel
from playground.gui.runs import Runs
from playground.gui.selection import Selection
from playground.gui.settings import Preferences
from playground.gui.theme import Theme
from playground.gui.weight_hand import WeightHand


class Notices(QObject):
    """Short messages to the user; the window shows them as a strip that never takes the focus."""

    posted = Signal(str, str)  # text, kind: "info", "warning", "error" or "refused"
    pointed = Signal(str, object)  # text, place of the screen (QPoint) or None: at the pointer

    def post(self, text: str, kind: str = "info") -> None:
        """Show a message."""
        self.posted.emit(text, kind)

    def point(self, text: str, place: QPoint | None = None) -> None:
        """Say something at the pointer while it is there; "" takes it away."""
        self.pointed.emit(text, place)

    def refuse(self, text: str, place: QPoint | None = None) -> None:
        """Say why something was not done: at the pointer, and in the list of messages."""
        self.pointed.emit(text, place)
        self.posted.emit(text, "refused")


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """The models of one window."""

    document: DocumentModel
    run: RunModel
    selection: Selection
    theme: Theme
    settings: QSettings
    notices: Notices = field(default_factory=Notices)
    level: LevelModel | None = None  # the part of the document that the canvas shows
    cursor: Cursor = field(default_factory=Cursor)
    runs: Runs = field(init=False)  # the current run beside those that are over
    doctor: DoctorModel = field(init=False)  # what is wrong with the training
    hand: WeightHand = field(init=False)  # the weight that the user changes
    brush: PointBrush = field(init=False)  # what paints, drags and erases points of the plane
    depth: DepthModel = field(init=False)  # which block is opened, and how near it is looked at
    shortcuts: Shortcuts = field(init=False)  # which key does what, everywhere

    def __post_init__(self) -> None:
        runs = Runs(self.run, self.document)
        runs.refused.connect(lambda text: self.notices.post(text, "warning"))
        object.__setattr__(self, "runs", runs)
        if self.level is None:
            object.__setattr__(self, "level", LevelModel(self.document))
        self.run.set_memory(Preferences(self.settings).past_mb)
        doctor = DoctorModel(self.document, self.run, self.settings)
        doctor.found.connect(lambda finding: runs.note(finding.step, finding.message))
        doctor.rewind = self.run.go_on_from
        object.__setattr__(self, "doctor", doctor)
        object.__setattr__(self, "depth", DepthModel(self.document, self.cursor))
        brush = PointBrush(self.document)
        brush.said.connect(lambda text: self.notices.post(text, "warning"))
        object.__setattr__(self, "brush", brush)
        object.__setattr__(self, "hand", WeightHand(self.document, self.run))
        object.__setattr__(self, "shortcuts", Shortcuts(self.settings, COMMANDS))

    def at_level(self) -> Context:
        """The same models, but the document is what the canvas shows of it."""
        context = copy(self)  # with the same shortcuts, which the user may change
        object.__setattr__(context, "document", self.level)
        return context
