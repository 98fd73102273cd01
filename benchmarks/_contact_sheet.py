"""A picture of every lens and of every level of every kind of block, in both themes, and one sheet.

    python benchmarks/_contact_sheet.py FOLDER [PRESET ...]

The real window, off screen, with networks that have really been trained. One picture each, such as
`confusion-digits-cnn-dark.png` and `conv-layer-digits-cnn-dark.png`, and for each preset and theme
`sheet-digits-cnn-dark.png` with all of them, made to be looked at one by one.
"""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from benchmarks._pictures import a_window, begin, train, turn
from playground.document import edits
from playground.document.library import load
from playground.document.model import Document, Node, Wire
from playground.gui.app import make_application
from playground.gui.depth_model import Level, Place, view_for
from playground.gui.main_window import MainWindow
from playground.gui.panels.lens_row import LensFrame
from playground.gui.theme import Theme
from playground.registry import lenses

PRESETS = ("spiral-mlp", "digits-cnn", "diabetes-regression", "gan-ring")
STEPS = "steps"  # a network of all blocks that work in steps
TRAINED = 200  # steps, before the first picture
COLUMNS, GAP, CAPTION = 4, 12, 20  # of a sheet; px
LENS = (520, 360)  # px
READY_S = 3.0  # then it has nothing to show of this network


def main(folder: Path, presets: tuple[str, ...]) -> None:
    """Make all of them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application()
    folder.mkdir(parents=True, exist_ok=True)
    for preset in presets:
        for theme in ("light", "dark"):
            with a_window(theme, "en") as window:
                begin(window, steps_network() if preset == STEPS else load(preset), steps=10**6)
                train(window, TRAINED)
                found = dict((*pictures_of_lenses(window), *pictures_of_levels(window)))
                for name, image in found.items():
                    image.save(str(folder / f"{name}-{preset}-{theme}.png"))
                out = folder / f"sheet-{preset}-{theme}.png"
                sheet(found, window.context.theme).save(str(out))
                print(out, len(found), flush=True)


def pictures_of_lenses(window: MainWindow) -> Iterator[tuple[str, QImage]]:
    """Each lens in its frame, as it stands in the row of views; those with nothing left out."""
    for key in lenses:
        frame = LensFrame(window.context, key)
        frame.setParent(window.centralWidget())  # it looks like what is around it
        frame.setAutoFillBackground(True)
        frame.resize(*LENS)
        frame.show()
        frame.raise_()
        until(window, frame.lens)
        if getattr(frame.lens, "is_filled", False):
            yield key, frame.grab().toImage()
        frame.hide()
        frame.setParent(None)
        frame.deleteLater()
        turn(0.05)


def pictures_of_levels(window: MainWindow) -> Iterator[tuple[str, QImage]]:
    """Each level of the first block that has it, opened in place on the canvas."""
    context, seen = window.context, set()
    for node, report in context.document.report.blocks.items():
        for level in (Level.LAYER, Level.NEURON, Level.ARITHMETIC):
            cls = view_for(report, level)
            if cls is None or cls.key in seen:
                continue
            cell = tuple(n // 2 for n in report.output or ())
            if not context.depth.go(Place(node, level, cell[:1], cell)):
                continue
            seen.add(cls.key)
            turn(0.3)
            until(window, window.graph.opened.content)
            view = window.graph
            corner = view.mapTo(window, view.rect().topLeft())
            yield cls.key, window.grab(QRect(corner, view.size())).toImage()


def until(window: MainWindow, view: object) -> None:
    """Step the training until a view shows something, then let it settle."""
    end = time.monotonic() + READY_S
    while not getattr(view, "is_filled", True) and time.monotonic() < end:
        window.context.run.step()
        turn(0.4)
    turn(0.5)


def sheet(found: dict[str, QImage], theme: Theme) -> QImage:
    """All pictures in rows, each with its name."""
    wide, high = LENS
    rows = math.ceil(len(found) / COLUMNS)
    paper = QImage(
        COLUMNS * (wide + GAP) + GAP,
        rows * (high + GAP + CAPTION) + GAP,
        QImage.Format.Format_RGB32,
    )
    paper.fill(QColor(theme.tokens.page))
    painter = QPainter(paper)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(QColor(theme.tokens.ink))
    for number, (name, image) in enumerate(found.items()):
        row, column = divmod(number, COLUMNS)
        x, y = GAP + column * (wide + GAP), GAP + row * (high + GAP + CAPTION)
        painter.drawText(QRectF(x, y, wide, CAPTION), Qt.AlignmentFlag.AlignLeft, name)
        fitted = image.size().scaled(wide, high, Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(x, y + CAPTION, fitted.width(), fitted.height()), image)
    painter.end()
    return paper


def steps_network() -> Document:
    """A network of digits with every block that works in steps."""
    document = load("digits-cnn")
    for node, block, after in (
        ("norm", "batch_norm2d", "conv1"),
        ("drop", "dropout", "relu1"),
        ("layer", "layer_norm", "conv2"),
        ("soft", "softmax", "relu2"),
    ):
        document = behind(document, after, Node(id=node, block=block))
    join = Node(id="sum", block="add")
    document = behind(document, "norm", join)
    wires = (*document.wires, Wire(source="conv1", target="sum"))
    return edits.set_train(document.model_copy(update={"wires": wires}), steps=10**6)


def behind(document: Document, after: str, node: Node) -> Document:
    """The same network with a block behind another."""
    wires = []
    for wire in document.wires:
        if wire.source == after:
            wire = wire.model_copy(update={"source": node.id})
        wires.append(wire)
    wires.append(Wire(source=after, target=node.id))
    nodes = (*document.nodes, node)
    return document.model_copy(update={"nodes": nodes, "wires": tuple(wires)})


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(sys.argv[2:]) or (*PRESETS, STEPS))
