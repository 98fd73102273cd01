"""The graph as a picture file or on the clipboard: the dialog and what it does."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from playground.document.whole_file import replace_file
from playground.errors import PlaygroundError, SaveError
from playground.gui.clipboard import put_picture
from playground.gui.graph.picture_out import GraphPicture
from playground.gui.graph.view import GraphView
from playground.gui.theme import Mode
from playground.i18n import tr

FORMATS = ("svg", "pdf", "png")
SCALES = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Wish:
    """Which picture the user wants."""

    part: Literal["all", "selection"] = "all"
    format: str = "svg"
    scale: float = 2.0  # px of the picture a px of the canvas; for PNG and the clipboard
    mode: Mode = "light"


class PictureFiles(QObject):
    """Export picture and Copy as picture."""

    def __init__(self, graph: GraphView, window: QWidget) -> None:
        super().__init__(window)
        self.graph, self.window, self.context = graph, window, graph.context
        self.wish = Wish()  # what was chosen last

    def can_draw(self) -> bool:
        """Whether there is anything to draw."""
        document = self.context.document.document
        return bool(document.nodes or document.notes)

    def picture(self, wish: Wish) -> GraphPicture:
        """The picture as wished; use it in a `with` statement."""
        part = wish.part == "selection"
        return GraphPicture(
            self.graph,
            ids=self.context.selection.nodes if part else None,
            notes=self.graph.canvas.selected_notes(),
            mode=wish.mode,
        )

    def ask(self) -> PictureDialog:
        """Let the user choose; the dialog saves or copies and closes."""
        dialog = PictureDialog(self, self.window)
        dialog.open()
        return dialog

    def ask_save(self, wish: Wish) -> bool:
        """Let the user choose a file and write it."""
        path = self.context.document.path
        stem = path.with_suffix("") if path else Path.home() / "network"
        chosen, _ = QFileDialog.getSaveFileName(
            self.window,
            tr("Export picture"),
            f"{stem}.{wish.format}",
            tr("Pictures (*.svg *.pdf *.png)"),
        )
        if not chosen:
            return False
        target = Path(chosen)
        return self.save(target if target.suffix else Path(f"{chosen}.{wish.format}"), wish)

    def save(self, path: Path, wish: Wish) -> bool:
        """Write the picture; the suffix says as what. False (and a notice) when that failed."""
        try:
            replace_file(Path(os.path.realpath(path)), self._data(path, wish))
        except PlaygroundError as error:
            return self._refuse(str(error))
        except OSError as error:
            reason = (error.strerror or str(error)).removesuffix(".")
            return self._refuse(
                tr("{name} could not be written: {reason}.", name=path.name, reason=reason)
            )
        self.wish = wish
        self.context.notices.post(tr("Saved {name}.", name=path.name))
        return True

    def copy(self, wish: Wish) -> bool:
        """Put the picture on the clipboard, as pixels and as SVG; the program pasting chooses."""
        try:
            with self.picture(wish) as picture:
                image, svg = picture.image(wish.scale), picture.svg()
        except PlaygroundError as error:
            return self._refuse(str(error))
        put_picture(image, svg)
        self.wish = wish
        self.context.notices.post(tr("The picture is on the clipboard."))
        return True

    def copy_shown(self) -> bool:
        """Copy the selected blocks, or the whole graph when none is selected."""
        part = "selection" if self.context.selection.nodes else "all"
        return self.copy(Wish(part=part, mode=self.wish.mode))

    def _data(self, path: Path, wish: Wish) -> bytes:
        suffix = path.suffix.lower().removeprefix(".")
        if suffix not in FORMATS:
            raise SaveError(
                tr("{name} has an ending that is no kind of picture.", name=path.name),
                hint=tr("Choose one of .svg, .pdf and .png."),
            )
        with self.picture(wish) as picture:
            if suffix == "png":
                return picture.png(wish.scale)
            return picture.svg() if suffix == "svg" else picture.pdf()

    def _refuse(self, words: str) -> bool:
        self.context.notices.post(words, "error")
        return False


class PictureDialog(QDialog):
    """What, as which kind of file, how large, in which colours."""

    def __init__(self, files: PictureFiles, parent: QWidget) -> None:
        super().__init__(parent)
        self.files = files
        self.setWindowTitle(tr("Export picture"))
        self.setMinimumWidth(320)
        whole, chosen = (tr("Whole graph"), "all"), (tr("Selection"), "selection")
        parts = (whole, chosen) if files.context.selection.nodes else (whole,)
        self.part = _choice(parts, files.wish.part)
        names = {"svg": tr("SVG (sharp at any size)"), "pdf": tr("PDF (for print)")}
        formats = [(names.get(key, key.upper()), key) for key in FORMATS]
        self.format = _choice(formats, files.wish.format)
        self.scale = _choice([(f"{n}×", n) for n in SCALES], round(files.wish.scale))
        colours = ((tr("Light"), "light"), (tr("Dark"), "dark"))
        self.mode = _choice(colours, files.wish.mode)
        self.size_label = QLabel()
        form = QFormLayout()
        rows = (
            (tr("What"), self.part),
            (tr("Format"), self.format),
            (tr("Scale"), self.scale),
            (tr("Colours"), self.mode),
            (tr("Size"), self.size_label),
        )
        for label, widget in rows:
            form.addRow(label, widget)
            widget.setAccessibleName(label)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        role = QDialogButtonBox.ButtonRole
        self.save_button = buttons.addButton(tr("Save…"), role.AcceptRole)
        self.copy_button = buttons.addButton(tr("Copy"), role.ActionRole)
        self.save_button.setDefault(True)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        buttons.rejected.connect(self.reject)
        self.save_button.clicked.connect(self._save)
        self.copy_button.clicked.connect(self._copy)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)
        for box in (self.part, self.format, self.scale, self.mode):
            box.currentIndexChanged.connect(self._describe)
        self._describe()

    def wish(self) -> Wish:
        """What is chosen."""
        return Wish(
            part=self.part.currentData(),
            format=self.format.currentData(),
            scale=self.scale.currentData(),
            mode=self.mode.currentData(),
        )

    def _describe(self) -> None:
        """Say how large the picture gets."""
        wish = self.wish()
        self.scale.setEnabled(wish.format == "png")
        with self.files.picture(wish) as picture:
            size = picture.size(wish.scale if wish.format == "png" else 1.0)
        width, height = f"{size.width():,}", f"{size.height():,}"
        self.size_label.setText(tr("{width} × {height} px", width=width, height=height))

    def _save(self) -> None:
        if self.files.ask_save(self.wish()):
            self.accept()

    def _copy(self) -> None:
        if self.files.copy(self.wish()):
            self.accept()


def _choice(entries, chosen: object) -> QComboBox:
    box = QComboBox()
    for title, value in entries:
        box.addItem(title, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
