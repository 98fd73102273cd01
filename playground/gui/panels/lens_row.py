"""The visible lenses side by side; which ones is part of the document."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QGraphicsView,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from playground.document import edits
from playground.document.model import Document
from playground.gui.context import Context
from playground.gui.graph import insides
from playground.gui.lens_pictures import ask_save_view, copy_view
from playground.gui.widgets.texts import ElidedLabel, Retranslating
from playground.i18n import tr
from playground.registry import lenses

MIN_WIDTH = 210  # px; narrower, legends and numbers would be cut: more views scroll


class LensFrame(Retranslating, QWidget):
    """One lens under its title, with a menu for its picture and a button to close it."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self.name, self.context = name, context
        key, _, node = name.partition("/")
        self.cls = lenses.get(key) if key in lenses else None
        self.title, self.close_button = ElidedLabel(), QToolButton(text="✕")
        self.title.setObjectName("sectionTitle")
        self.close_button.setObjectName("closeButton")
        self.node = node
        self.more = QToolButton(text="⋯")
        self.more.setObjectName("closeButton")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self))
        self.save_action = self.more.menu().addAction("", self._save_picture)
        self.copy_action = self.more.menu().addAction("", self._copy_picture)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.more)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(4)
        column.addLayout(head)
        if self.cls is not None:
            self.lens: QWidget = self.cls(context, node)
        else:
            self.lens = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.lens, 1)
        self.setMinimumWidth(max(MIN_WIDTH, self.lens.minimumWidth() + 16))  # 16: margins
        self.retranslate()

    def retranslate(self) -> None:
        title = tr(self.cls.title) if self.cls else self.name
        self.title.setText(f"{title} · {self.node}" if self.node else title)
        self.close_button.setToolTip(tr("Close this view"))
        self.close_button.setAccessibleName(tr("Close the view {title}", title=title))
        self.more.setToolTip(tr("Save or copy a picture of this view"))
        self.more.setAccessibleName(tr("Picture of the view {title}", title=title))
        self.save_action.setText(tr("Save picture…"))
        self.copy_action.setText(tr("Copy picture"))
        self.lens.setAccessibleName(title)
        for picture in self.lens.findChildren(QGraphicsView):
            picture.setAccessibleName(title)
        if self.cls is None:
            self.lens.setText(tr("This view comes from a plug-in that is not installed."))

    def _save_picture(self) -> None:
        path = self.context.document.path
        folder = path.parent if path else Path.home()
        ask_save_view(self.lens, self.title.full_text(), folder, self.context.notices)

    def _copy_picture(self) -> None:
        copy_view(self.lens, self.context.notices)


class LensRow(Retranslating, QWidget):
    """Lenses in the order of `document.view.lenses`; those that stay survive a change of it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.frames: dict[str, LensFrame] = {}
        self.add_button = QToolButton()
        self.add_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.add_button.setMenu(self.menu)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(8)
        self.empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.empty.setObjectName("secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        scroll = QScrollArea(widgetResizable=True)  # more views than fit can be scrolled to
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.splitter)
        self.scroll = scroll
        layout.addWidget(scroll, 1)
        layout.addWidget(self.empty, 1)
        self._awake = False
        self._wanted: tuple[str, ...] = ()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._make_next)
        context.document.changed.connect(self._on_changed)
        self.retranslate()

    def wake(self) -> None:
        """Make the lenses: after the first paint, because they import the plotting library."""
        self._awake = True
        self._show(self.context.document.document.view.lenses)

    def retranslate(self) -> None:
        self.add_button.setText(tr("Add view"))
        self.add_button.setToolTip(tr("Choose what to watch"))
        self.empty.setText(tr("Nothing is being watched. Choose a view with “Add view”."))

    def toggle(self, name: str) -> None:
        """Open or close a view; one undoable edit."""
        shown = self.context.document.document.view.lenses
        wanted = tuple(n for n in shown if n != name) if name in shown else (*shown, name)
        title = tr(lenses.get(name.partition("/")[0]).title) if _known(name) else name
        self.context.document.push(
            tr("Close the view {title}", title=title)
            if name in shown
            else tr("Open the view {title}", title=title),
            lambda document: edits.set_lenses(document, wanted),
        )

    def _on_changed(self, old: Document, new: Document) -> None:
        if self._awake and old.view.lenses != new.view.lenses:
            self._show(new.view.lenses)

    def _show(self, names: tuple[str, ...]) -> None:
        for name in [n for n in self.frames if n not in names]:
            frame = self.frames.pop(name)
            frame.hide()
            frame.setParent(None)
            frame.deleteLater()
        self._wanted = tuple(dict.fromkeys(names))
        self.scroll.setVisible(bool(self._wanted))
        self.empty.setVisible(not self._wanted)
        self._make_next()

    def _make_next(self) -> None:
        """Make one missing view, and the next in the next turn: the window answers in between."""
        missing = [name for name in self._wanted if name not in self.frames]
        if missing:
            self.frames[missing[0]] = self._make(missing[0])
            self._next.start()
        for index, name in enumerate(n for n in self._wanted if n in self.frames):
            self.splitter.insertWidget(index, self.frames[name])
            self.frames[name].show()
        self.splitter.setSizes([1000] * len(self.frames))

    def _make(self, name: str) -> LensFrame:
        frame = LensFrame(self.context, name)
        frame.close_button.clicked.connect(lambda: self.toggle(name))
        return frame

    def choices(self) -> list[tuple[str, str]]:
        """Name and title of every view that can be opened now."""
        node, found = self.context.selection.node, []
        for key, cls in lenses.items():
            if not cls.needs_node:
                found.append((key, tr(cls.title)))
            elif node:  # a composite is watched where it ends
                block = insides.source(self.context.document.report, node)
                found.append((f"{key}/{block}", f"{tr(cls.title)} · {block}"))
        return found

    def _fill_menu(self) -> None:
        self.menu.clear()
        shown = self.context.document.document.view.lenses
        for name, title in self.choices():
            action = self.menu.addAction(title, lambda n=name: self.toggle(n))
            action.setCheckable(True)
            action.setChecked(name in shown)

    def open_menu(self, at: QPoint) -> None:
        """Show the choice of views at a place on the screen."""
        self.menu.popup(at)


def _known(name: str) -> bool:
    return name.partition("/")[0] in lenses
