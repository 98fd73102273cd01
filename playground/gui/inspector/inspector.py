"""The panel at the right: the selected block, or the document when nothing is selected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from playground.check.report import Report
from playground.document.composites import is_instance
from playground.document.model import Document
from playground.gui.context import Context
from playground.gui.inspector.block_page import BlockPage
from playground.gui.inspector.composite_page import CompositePage
from playground.gui.inspector.document_page import DocumentPage


class Inspector(QWidget):
    """Follows selection, document and check."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document_page, self.block_page = DocumentPage(context), BlockPage(context)
        self.composite_page = CompositePage(context)
        self.context = context = context.at_level()
        self.stack = QStackedWidget()
        pages = (self.document_page, self.block_page, self.composite_page)
        for page in pages:
            scroll = QScrollArea(widgetResizable=True)
            scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            scroll.setWidget(page)
            self.stack.addWidget(scroll)
        self.head = QStackedWidget()
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for page in pages:
            self.head.addWidget(page.head)
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

    def _page(self, node: str) -> int:
        """Number of the page for a block, or for none."""
        if not node:
            return 0
        return 2 if is_instance(self.context.document.document.node(node)) else 1

    def _on_selection(self) -> None:
        node = self._node()
        page = self._page(node)
        if page == 0:
            self.document_page.follow()
        else:
            (self.block_page, self.composite_page)[page - 1].show_node(node)
        for stack in (self.stack, self.head):
            stack.setCurrentIndex(page)

    def _on_changed(self, _old: Document, _new: Document) -> None:
        node = self._node()
        page = self._page(node)
        shown = (None, self.block_page, self.composite_page)[page]
        if shown is None or self.stack.currentIndex() != page or node != shown.node:
            self._on_selection()
        else:
            shown.follow()

    def _on_report(self, report: Report) -> None:
        pages = (self.document_page, self.block_page, self.composite_page)
        pages[self._page(self._node())].show_report(report)
