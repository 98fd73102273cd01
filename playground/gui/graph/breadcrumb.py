"""Over the canvas: inside which composite it is, with the way back up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from playground.document.composites import detach, instances, read_instance
from playground.document.composites.paths import Step, walk
from playground.gui.context import Context
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr


class Breadcrumb(Retranslating, QWidget):
    """Network › stage › branch: a click goes there. Also which copy of a repeat is looked at."""

    rename_wanted = Signal()  # a double-click on the last one

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 2)
        self.row.setSpacing(2)
        self._shown: tuple[object, ...] = ()
        level = context.level
        level.changed.connect(lambda old, new: self.refresh())
        level.entered.connect(self.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(tr("Where you are"))
        self._shown = ()
        self.refresh()

    def refresh(self) -> None:
        """Show the way to the level that is shown; nothing at the top."""
        level = self.context.level
        document, path = level.base.document, level.inside
        steps = walk(document, path) if path else ()
        linked = len(list(instances(document, steps[-1].definition.id))) if steps else 0
        shown = (*((step, title_of(step)) for step in steps), linked)
        self.setVisible(bool(steps))
        if shown != self._shown:
            self._shown = shown
            self._fill(steps, linked)

    def _fill(self, steps: tuple[Step, ...], linked: int) -> None:
        while self.row.count():
            widget = self.row.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not steps:
            return
        self._link(tr("Network"), "")
        for number, step in enumerate(steps):
            arrow = QLabel("›")
            arrow.setObjectName("secondary")
            self.row.addWidget(arrow)
            if number < len(steps) - 1:
                self._link(title_of(step), step.inside)
            else:
                here = QLabel(title_of(step))
                here.setTextFormat(Qt.TextFormat.PlainText)
                here.setObjectName("sectionTitle")
                here.setToolTip(tr("Double-click to rename"))
                here.installEventFilter(self)
                self.row.addWidget(here)
        self._copies(steps[-1])
        if linked > 1:
            self._linked(steps[-1].path, linked)

    def _link(self, text: str, path: str) -> None:
        button = QPushButton(text)
        button.setObjectName("link")
        button.setAccessibleName(tr("Go to {title}", title=text))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.context.level.enter(path))
        self.row.addWidget(button)

    def _copies(self, step: Step) -> None:
        """Of a repeat: which copy is looked at."""
        count = read_instance(step.node).repeat
        if count < 2:
            return
        self.row.addSpacing(8)
        left, right = Qt.ArrowType.LeftArrow, Qt.ArrowType.RightArrow
        words = QLabel(tr("copy {n} of {count}", n=step.copy + 1, count=count))
        words.setObjectName("caption")
        before = self._turn(left, tr("Previous copy"), f"{step.path}.{(step.copy - 1) % count}")
        after = self._turn(right, tr("Next copy"), f"{step.path}.{(step.copy + 1) % count}")
        for widget in (before, words, after):
            self.row.addWidget(widget)

    def _turn(self, arrow: Qt.ArrowType, name: str, path: str) -> QToolButton:
        button = QToolButton()
        button.setArrowType(arrow)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.context.level.enter(path))
        return button

    def _linked(self, path: str, count: int) -> None:
        self.row.addSpacing(8)
        button = QToolButton(text=tr("∞ {n} linked", n=count))
        button.setObjectName("pill")
        button.setProperty("kind", "accent")
        words = tr("A change here holds for all {n}. Click to detach this one.", n=count)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self._detach(path))
        self.row.addWidget(button)

    def _detach(self, path: str) -> None:
        self.context.level.base.push(tr("Detach the composite"), lambda d: detach(d, path))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.rename_wanted.emit()
            return True
        return super().eventFilter(watched, event)


def title_of(step: Step) -> str:
    """What an instance is called: by its own title, that of its definition, or its id."""
    title = step.definition.title if step.definition is not None else ""
    return step.node.title or title or step.node.id
