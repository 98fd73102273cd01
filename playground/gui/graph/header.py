"""Over the canvas, at the top left: what this network is called and what it costs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from playground.document import edits
from playground.document.composites import set_definition_title
from playground.gui.context import Context
from playground.gui.graph import sums
from playground.gui.graph.breadcrumb import Breadcrumb
from playground.gui.graph.sample_picker import SamplePicker
from playground.gui.preset_words import shown, stored
from playground.gui.theme import FIELD_RADIUS
from playground.i18n import tr

_BESIDE = 48  # px beside the texts: margins of the header and of the canvas


class Header(QWidget):
    """Title and sums; a double-click on the title edits it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.sums = QLabel(), QLabel()
        self._sums = ""  # in full
        self.field = QLineEdit()
        self.field.hide()
        self.field.editingFinished.connect(self._finish)
        self.field.installEventFilter(self)
        self.title.installEventFilter(self)
        for label in (self.title, self.sums):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.sample = SamplePicker(context, self)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.row.setSpacing(4)
        self.row.addWidget(self.sums)
        self.row.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignLeft)
        self.row.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 2, 8, 2)
        box.setSpacing(3)
        self.crumbs = Breadcrumb(context, self)
        self.crumbs.rename_wanted.connect(self.edit_title)
        box.addWidget(self.crumbs)
        box.addWidget(self.title)
        box.addWidget(self.field)
        box.addLayout(self.row)
        parent.installEventFilter(self)
        context.document.report_changed.connect(lambda report: self.refresh())
        context.selection.changed.connect(self.refresh)
        context.theme.changed.connect(self.retheme)
        self.retheme()
        self.refresh()

    def refresh(self) -> None:
        """Show title and sums of the document, or the sums of what is selected."""
        report, chosen = self.context.document.report, self.context.selection.nodes
        self.title.setVisible(self.context.level.definition is None and self.field.isHidden())
        self.sums.setVisible(bool(self.context.document.document.nodes))
        shown = self.context.document.document.by_id if self.context.level.inside else None
        whole = sums.of_network(report, shown)
        self._sums = sums.of_blocks(report, chosen) if chosen else whole
        self.fit()

    def fit(self) -> None:
        """Take no more room than the canvas has: long texts are shortened, the row wraps."""
        document = self.context.document.document
        definition = self.context.level.definition
        title = " ".join(shown(document.title).split()) or tr("Untitled")
        if definition is not None:
            title = definition.title or definition.id
        room = max(self.parentWidget().width() - _BESIDE, 120)
        words = self.title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
        self.title.setText(words)
        rename = tr("Double-click to rename")
        about = (shown(document.about) if definition is None else "") or rename
        self.title.setToolTip(about if words == title else f"{title}\n\n{about}")
        words = self.sums.fontMetrics().elidedText(self._sums, Qt.TextElideMode.ElideRight, room)
        self.sums.setText(words)
        self.sums.setToolTip("" if words == self._sums else self._sums)
        wide = self.sums.sizeHint().width() + self.sample.sizeHint().width() + self.row.spacing()
        ways = QBoxLayout.Direction
        self.row.setDirection(ways.LeftToRight if wide <= room else ways.TopToBottom)
        self.layout().activate()  # what it measured before holds no more
        self.adjustSize()

    def retheme(self) -> None:
        """Take the theme's colours."""
        tokens = self.context.theme.tokens
        for label, colour in ((self.title, tokens.ink), (self.sums, tokens.secondary)):
            label.setStyleSheet(f"color: {colour}; background: transparent;")
        ground = QColor(tokens.canvas)
        self.setStyleSheet(
            f"Header {{ background: rgba({ground.red()}, {ground.green()}, {ground.blue()}, 215);"
            f" border-radius: {FIELD_RADIUS}px; }}"
        )
        title, sums = QFont(self.font()), QFont(self.font())
        title.setPixelSize(15)
        title.setWeight(QFont.Weight.Bold)
        sums.setPixelSize(11)
        self.title.setFont(title)
        self.field.setFont(title)
        self.sums.setFont(sums)
        self.fit()

    def edit_title(self) -> None:
        """Turn the title into a field."""
        self.field.setText(self._title())
        self.field.setPlaceholderText(tr("Untitled"))
        inside = self.context.level.definition is not None
        name = tr("Name of the composite") if inside else tr("Title of the document")
        self.field.setAccessibleName(name)
        self.field.setMinimumWidth(260)
        self.title.hide()
        self.field.show()
        self.adjustSize()
        self.field.setFocus()
        self.field.selectAll()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self.fit()
        if watched is self.title and event.type() == QEvent.Type.MouseButtonDblClick:
            self.edit_title()
            return True
        pressed = watched is self.field and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Escape:
            self.field.setText(self._title())
            self._finish()
            return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()  # a text or a font changed
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def _title(self) -> str:
        """The title that is edited: of the composite that is shown, or of the document."""
        definition = self.context.level.definition
        if definition is not None:
            return definition.title
        return shown(self.context.document.document.title)

    def _finish(self) -> None:
        if self.field.isHidden():
            return
        text = self.field.text().strip()
        self.field.hide()
        self.title.show()
        definition, model = self.context.level.definition, self.context.level.base
        if definition is not None:
            model.push(
                tr("Rename the composite"), lambda d: set_definition_title(d, definition.id, text)
            )
        else:
            model.push(tr("Rename document"), lambda d: edits.set_title(d, stored(text, d.title)))
        self.refresh()
        self.parentWidget().setFocus()
