"""The docks around the graph: which there are, where, and how they are remembered."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from playground.gui.widgets.dock import PanelDock
from playground.i18n import mark, tr

LAYOUT_VERSION = 2  # a saved layout of another version is ignored

_LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
_RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea

# key, title, area, shown at first
PLACES = (
    ("blocks", mark("Blocks"), _LEFT, True),
    ("data", mark("Data"), _LEFT, True),
    ("inspector", mark("Inspector"), _RIGHT, True),
    ("problems", mark("Problems"), _RIGHT, False),
    ("history", mark("History"), _RIGHT, False),
    ("lenses", mark("Views"), _BOTTOM, True),
    ("runs", mark("Runs"), _BOTTOM, False),
    ("log", mark("Messages"), _BOTTOM, False),
)
_TITLES = {key: title for key, title, _, _ in PLACES}


class Docks(QObject):
    """Makes a dock for each panel and arranges them.

    The sizes of the design hold for windows of every size until the user moves a border or a panel;
    from then on they are the user's.
    """

    def __init__(self, window: QMainWindow, panels: dict[str, QWidget]) -> None:
        super().__init__(window)
        self.window = window
        self.designed = True  # nobody has moved anything yet
        self.docks = {key: PanelDock(key, panels[key], window) for key, *_ in PLACES}
        window.setCorner(Qt.Corner.BottomLeftCorner, _LEFT)
        window.setCorner(Qt.Corner.BottomRightCorner, _BOTTOM)
        window.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AnimatedDocks
        )
        self.reset()
        self.retranslate()
        for dock in self.docks.values():
            dock.topLevelChanged.connect(self._on_floating)
        window.installEventFilter(self)

    def __getitem__(self, key: str) -> PanelDock:
        return self.docks[key]

    def retranslate(self) -> None:
        """Set the titles."""
        for key, dock in self.docks.items():
            title = tr(_TITLES[key])
            dock.set_title(title, tr("Close {panel}", panel=title))

    def reset(self) -> None:
        """Everything where it was at the first start."""
        for key, _title, area, shown in PLACES:
            dock = self.docks[key]
            dock.setFloating(False)
            self.window.addDockWidget(area, dock)
            dock.setVisible(shown)
        self.designed = True
        if self.window.isVisible():
            self.fit(self.window.width(), self.window.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.window:
            if event.type() == QEvent.Type.MouseButtonPress:
                self.designed = False  # only the borders between panels are the window's own
            grown = event.type() in (QEvent.Type.Resize, QEvent.Type.Show)
            if grown and self.designed and self.window.isVisible():
                self.fit(self.window.width(), self.window.height())
        return super().eventFilter(watched, event)

    def _on_floating(self, floats: bool) -> None:
        self.designed = self.designed and not floats

    def fit(self, width: int, height: int) -> None:
        """Give the docks the sizes of the design, for a window of this size."""
        side = max(min(round(width * 0.142), 260), 200)
        right = max(min(round(width * 0.225), 400), 270)
        foot, data = max(round(height * 0.33), 200), max(round(height * 0.4), 240)
        horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        d = self.docks
        self.window.resizeDocks([d["blocks"], d["data"]], [side, side], horizontal)
        self.window.resizeDocks([d["inspector"]], [right], horizontal)
        self.window.resizeDocks([d["blocks"], d["data"]], [max(height - data, 1), data], vertical)
        self.window.resizeDocks([d["lenses"]], [foot], vertical)

    def save(self, settings: QSettings) -> None:
        """Remember where everything is."""
        settings.setValue("window/geometry", self.window.window().saveGeometry())
        settings.setValue("window/state", self.window.saveState(LAYOUT_VERSION))
        settings.setValue("window/designed", "true" if self.designed else "false")

    def restore(self, settings: QSettings) -> bool:
        """Put everything where it was; False when nothing usable is remembered."""
        geometry, state = settings.value("window/geometry"), settings.value("window/state")
        if not isinstance(geometry, QByteArray) or not isinstance(state, QByteArray):
            return False
        fits = self.window.window().restoreGeometry(geometry)
        restored = self.window.restoreState(state, LAYOUT_VERSION) and fits
        self.designed = not restored or settings.value("window/designed") == "true"
        return restored

    def is_open(self, key: str) -> bool:
        """Whether a panel is not closed."""
        return not self.docks[key].isHidden()

    def toggle(self, key: str) -> None:
        """Open or close a panel."""
        self.docks[key].setVisible(not self.is_open(key))

    def show(self, key: str) -> None:
        """Open a panel and bring it to the front."""
        opened = not self.is_open(key)
        self.docks[key].show()
        self.docks[key].raise_()
        if opened and key == "problems":
            height = self.docks["inspector"].height()
            halves = [height - height * 2 // 5, height * 2 // 5]
            pair = [self.docks["inspector"], self.docks["problems"]]
            self.window.resizeDocks(pair, halves, Qt.Orientation.Vertical)
