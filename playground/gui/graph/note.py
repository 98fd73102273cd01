"""A note: a piece of Markdown on the canvas."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPalette,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.document.model import Note
from playground.gui.graph.style import TILE_DETAIL, Look, mix
from playground.gui.theme import FIELD_RADIUS
from playground.i18n import tr

_PADDING = 10.0
MIN_SIZE = (60.0, 32.0)  # px


class NoteItem(QGraphicsItem):
    """Draws one note; as high as its text needs, at least as large as the document says."""

    def __init__(self, note: Note, look: Look) -> None:
        super().__init__()
        self.look = look
        self.selected = False
        self._text = QTextDocument()
        self._text.setDocumentMargin(0)
        self.setZValue(-1)
        self.set_note(note)

    def set_note(self, note: Note) -> None:
        """Show another text or size."""
        self.prepareGeometryChange()
        self.note = note
        self.setPos(*note.at)
        self._text.setDefaultFont(self.look.text)
        self._text.setMarkdown(note.text or tr("*Double-click to write*"))
        self._tame_headings()
        self._text.setTextWidth(max(MIN_SIZE[0], note.size[0]) - 2 * _PADDING)
        height = max(note.size[1], self._text.size().height() + 2 * _PADDING)
        self._rect = QRectF(0, 0, max(note.size[0], MIN_SIZE[0]), height)
        self.update()

    def _tame_headings(self) -> None:
        """Headings in the sizes of the window, not of a page of paper."""
        block = self._text.begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level:
                size = QTextCharFormat()
                size.setProperty(QTextFormat.Property.FontPixelSize, max(12, 17 - 2 * level))
                size.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
                cursor = QTextCursor(block)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.mergeCharFormat(size)
            block = block.next()

    def relook(self) -> None:
        """Theme, fonts or language changed."""
        self.set_note(self.note)

    def set_selected(self, selected: bool) -> None:
        """Draw the outline of a selected note."""
        self.selected = selected
        self.update()

    def plain_text(self) -> str:
        """Its text without the marks of Markdown."""
        return self._text.toPlainText()

    def rect(self) -> QRectF:
        """The note in its own coordinates."""
        return self._rect

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        tokens = self.look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        edge = tokens.accent if self.selected else tokens.line
        painter.setPen(QPen(QColor(edge), 2 if self.selected else 1))
        painter.setBrush(mix(tokens.panel, tokens.warning, 0.07))
        painter.drawRoundedRect(self._rect, FIELD_RADIUS, FIELD_RADIUS)
        if option.levelOfDetailFromTransform(painter.worldTransform()) < TILE_DETAIL:
            return
        painter.translate(_PADDING, _PADDING)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(tokens.ink))
        self._text.documentLayout().draw(painter, context)
        painter.translate(-_PADDING, -_PADDING)
        if self.selected:
            self._grip(painter)

    def _grip(self, painter: QPainter) -> None:
        """Two strokes in the corner that can be dragged."""
        painter.setPen(QPen(QColor(self.look.tokens.secondary), 1.2))
        corner = self._rect.bottomRight() - QPointF(4, 4)
        for length in (5.0, 9.0):
            painter.drawLine(corner - QPointF(length, 0), corner - QPointF(0, length))
