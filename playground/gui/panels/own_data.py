"""Data of the user's own: the menu that opens files, and the points that are drawn."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from playground.document import edits
from playground.gui import draw_data
from playground.gui.context import Context
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr
from playground.registry import datasets


class OwnData(Retranslating, QPushButton):
    """A link with a menu: each kind of file or folder, and the empty plane."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName("link")
        menu = QMenu(self)
        for key, cls in datasets.items():
            if cls.group == "Your own":
                action = menu.addAction(tr(cls.title), lambda k=key: self._begin(k))
                action.setData(key)
        self.setMenu(menu)
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(tr("Open your own data"))
        self.setToolTip(tr("A CSV table, a folder of images, MNIST files, or points that you draw"))
        for action in self.menu().actions():
            action.setText(tr(datasets.get(action.data()).title))

    def _begin(self, key: str) -> None:
        """Ask for a file; or begin with an empty plane and a brush, where points are drawn."""
        if not datasets.get(key).drawn:
            self.open_file(key)
            return
        title = tr(datasets.get(key).title)
        model = self.context.document
        if model.document.data.dataset != key:
            words = tr("Use the data {title}", title=title)
            model.push(words, lambda document: edits.set_data(document, key))
        draw_data.draw_points(self.context, True)

    def open_file(self, key: str, path: str = "") -> None:
        """Use a file or folder of the user's as data; asks for it when `path` is empty."""
        infos = [info for info in datasets.get(key).infos() if info.path]
        if not infos:
            return
        if not path and infos[0].path == "folder":
            path = QFileDialog.getExistingDirectory(self, tr("Choose a folder"))
        elif not path:
            path, _ = QFileDialog.getOpenFileName(self, tr("Choose a file"))
        if path:
            params = {infos[0].name: str(Path(path))}
            self.context.document.push(
                tr("Open {name}", name=Path(path).name),
                lambda document: edits.set_data(document, key, params),
            )
