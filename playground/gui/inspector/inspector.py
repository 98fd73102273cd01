"""The panel at the right: the selected block, or the document when nothing is selected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from playground.check.report import Report
from playground.document.model import Document
from playground.gui.context import Context
from playground.gui.inspector.block_page import BlockPage
from playground.gui.inspector.document_page import DocumentPage


class Inspector(QWidget):
    """Follows selection, document and check."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document_page, self.block_page = DocumentPage(context), BlockPage(context)
        self.context = context = context.at_level()
        self.stack = QStackedWidget()
        for page in (self.document_page, self.block_page):
            scroll = QScrollArea(widgetResizable=True)
            scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            scroll.setWidget(page)
            self.stack.addWidget(scroll)
        self.head = QStackedWidget()
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.head.addWidget(self.document_page.head)
        self.head.addWidget(self.block_page.head)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        context.selection.changed.connect(self._on_selection)
        context.document.changed.connect(self._on_changed)
        context.document.report_changed.connect(self._on_report)
        self._on_selection()

    def wake(self) -> None:
        """Show live pictures from now on."""
        self.block_page.live.wake()

    def _node(self) -> str:
        """The block to show: the one selected last, while the document has it."""
        node = self.context.selection.node
        return node if node in self.context.document.document.by_id else ""

    def _on_selection(self) -> None:
        node = self._node()
        if node:
            self.block_page.show_node(node)
        else:
            self.document_page.follow()
        for stack in (self.stack, self.head):
            stack.setCurrentIndex(1 if node else 0)

    def _on_changed(self, _old: Document, _new: Document) -> None:
        node = self._node()
        if not node or node != self.block_page.node:
            self._on_selection()
        else:
            self.block_page.follow()

    def _on_report(self, report: Report) -> None:
        if self._node():
            self.block_page.show_report(report)
        else:
            self.document_page.show_report(report)
