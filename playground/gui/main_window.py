"""The window: puts the parts together and holds no logic of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from playground.document import edits
from playground.document.model import Document
from playground.errors import PlaygroundError
from playground.gui.appearance import Appearance
from playground.gui.commands import COMMANDS, Actions
from playground.gui.context import Context
from playground.gui.docks import Docks
from playground.gui.edit_notices import EditNotices
from playground.gui.files import Files
from playground.gui.graph.view import GraphView
from playground.gui.inspector.inspector import Inspector
from playground.gui.panels.blocks import BlocksPanel
from playground.gui.panels.bubble import Bubble
from playground.gui.panels.command_palette import CommandPalette
from playground.gui.panels.data import DataPanel
from playground.gui.panels.history import HistoryPanel
from playground.gui.panels.lens_row import LensRow
from playground.gui.panels.measuring import MeasuringChip
from playground.gui.panels.notices import LogPanel, Offer, Strip
from playground.gui.panels.problems import ProblemsPanel
from playground.gui.panels.recent_menu import RecentMenu
from playground.gui.panels.runs import RunsPanel
from playground.gui.panels.start_page import StartPage
from playground.gui.panels.timeline import Timeline
from playground.gui.panels.transport import Transport
from playground.gui.picture_files import PictureFiles
from playground.gui.preset_words import shown
from playground.gui.recovery import Autosave, Lost
from playground.gui.run_end import RunEnd
from playground.gui.settings import Preferences, state_dir
from playground.gui.weights import WeightsFiles
from playground.gui.widgets.dock import Panel
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr


class MainWindow(Retranslating, QMainWindow):
    """One document, its network, its run."""

    painted = Signal()  # once, after the first paint

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.preferences = Preferences(context.settings)
        self.appearance = Appearance(context.theme, self.preferences, self)
        self.autosave = Autosave(context.document, state_dir() / "unsaved", self)
        self.files = Files(context, self.preferences, self.autosave, self)
        self.weights = WeightsFiles(context, self)
        self.graph = GraphView(context)
        self.pictures = PictureFiles(self.graph, self)
        self.transport, self.timeline = Transport(context), Timeline(context)
        self.inspector, self.lenses = Inspector(context), LensRow(context)
        self.blocks, self.data = BlocksPanel(context), DataPanel(context)
        self.problems, self.log = ProblemsPanel(context), LogPanel(context.notices)
        self.measuring = MeasuringChip(context)
        self.workspace = QMainWindow(self, Qt.WindowType.Widget)
        self.workspace.setContentsMargins(10, 10, 10, 10)
        self.workspace.setCentralWidget(Panel(self.graph))
        self.history, self.runs = HistoryPanel(context.document), RunsPanel(context)
        keys = ("blocks", "data", "inspector", "problems", "history", "lenses", "runs", "log")
        self.docks = Docks(self.workspace, {key: getattr(self, key) for key in keys})
        self.docks["data"].header.add(self.data.chooser)
        self.docks["lenses"].header.add(self.measuring)
        self.docks["lenses"].header.add(self.lenses.add_button)
        self.docks["inspector"].header.replace_title(self.inspector.head)
        self.docks["blocks"].header.replace_title(self.blocks.search)
        self.actions_model = Actions(self, COMMANDS)
        self.actions_model.fill(self.menuBar())
        self.recent = RecentMenu(self.files, self.preferences, self)
        self.recent.stand_before(self.actions_model.menus["File", ""], "file.start")
        self.start = StartPage(self.preferences)
        self._lay_out()
        self.palette_popup = CommandPalette(self.actions_model, self)
        self.strip = Strip(context.notices, self, above=self.timeline)
        self.bubble = Bubble(context.notices, self)
        self.setAcceptDrops(True)
        self.graph.setFocus()
        self._connect()
        if not self.docks.restore(context.settings):
            self.resize(QSize(1600, 1000).boundedTo(self.screen().availableSize()))
        self.retranslate()
        self._is_painted = False

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self.workspace)
        self.pages.addWidget(self.start)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.transport)
        self.column.addWidget(self.pages, 1)
        self.column.addWidget(self.timeline)
        self.pages.currentChanged.connect(lambda page: self.timeline.setVisible(page == 0))
        self.setCentralWidget(content)
        self.run_end = RunEnd(self.context, self.column, self)
        self.edit_notices = EditNotices(self.context, self)

    def _connect(self) -> None:
        context = self.context
        self.blocks.chosen.connect(self.graph.place_block)
        self.graph.presets_requested.connect(self.start.open)
        self.problems.list.focused.connect(self.graph.focus_node)
        self.transport.problems_wanted.connect(lambda: self.docks.show("problems"))
        self.transport.seed_wanted.connect(self.next_seed)
        self.start.opened.connect(lambda: self.pages.setCurrentWidget(self.start))
        self.start.closed.connect(lambda: self.pages.setCurrentWidget(self.workspace))
        self.start.preset_chosen.connect(self.files.open_preset)
        self.start.file_chosen.connect(self.files.open)
        self.start.new_chosen.connect(self.files.new)
        self.start.open_chosen.connect(self.files.ask_open)
        self.files.opened.connect(self.start.close_page)
        context.level.changed.connect(self._on_changed)
        context.document.refused.connect(self._on_refused)
        context.document.file_changed.connect(self._show_title)

    def retranslate(self) -> None:
        self.docks.retranslate()
        self.actions_model.retranslate()
        self.context.document.recheck()
        self._show_title()

    def offer_recovery(self, lost: Lost) -> Offer:
        """Ask, above everything else, whether unsaved work shall come back."""
        offer = Offer(self.files.offer_words(lost))
        restore = offer.add(tr("Restore"), primary=True)
        restore.clicked.connect(lambda: self.files.recover(lost))
        offer.add(tr("Discard")).clicked.connect(lambda: self.autosave.discard(lost))
        self.column.insertWidget(1, offer)
        return offer

    def next_seed(self) -> None:
        """Train with other chance: the next seed."""
        seed = self.context.document.document.train.seed + 1
        self.context.document.push(
            tr("Use seed {n}", n=seed), lambda document: edits.set_train(document, seed=seed)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._on_painted)  # after the children have painted, too

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_close():
            event.ignore()
            return
        self.docks.save(self.context.settings)
        self.files.finish()
        self.hide()  # whatever has to end now, nobody has to watch it
        self.weights.finish()
        self.context.run.close(timeout=0)
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.files.open(path)

    def _on_changed(self, _old: Document, new: Document) -> None:
        self.context.selection.keep(new)

    def _on_refused(self, error: PlaygroundError) -> None:
        self.context.notices.refuse(str(error))

    def _on_painted(self) -> None:
        self.graph.fit_all()
        self.painted.emit()
        for part in (self.lenses, self.inspector):
            part.wake()  # their views import the plotting library

    def _show_title(self) -> None:
        model = self.context.document
        name = model.path.name if model.path else shown(model.document.title) or tr("Untitled")
        self.setWindowTitle(f"{name}[*] – Neural Playground")
        self.setWindowModified(model.modified)


def _dropped(event: QDropEvent) -> Path | None:
    """The one local file of a drop, or None."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
