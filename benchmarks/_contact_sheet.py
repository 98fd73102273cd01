"""A picture of every lens and of every level of every kind of block, in both themes, and one sheet.

    python benchmarks/_contact_sheet.py FOLDER [PRESET ...]

Really trained networks, off screen: `lens-confusion-digits-cnn-dark.png` and so on, and for each
preset and theme `sheet-digits-cnn-dark.png` with all of them, made to be looked at one by one.
"""

from __future__ import annotations

import math
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from benchmarks.lenses import PRESETS, SIZE, Desk
from playground.document import edits
from playground.document.library import load
from playground.document.model import Document, Node, Wire
from playground.gui.theme import Theme

COLUMNS, GAP, CAPTION = 4, 12, 20  # of a sheet; px
STEPS = "steps"  # a network of all blocks that work in steps


def main(folder: Path, presets: tuple[str, ...]) -> None:
    """Make all of them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    for preset in presets:
        with tempfile.TemporaryDirectory() as settings:
            pictures(folder, preset, settings)


def pictures(folder: Path, preset: str, settings: str) -> None:
    """One preset."""
    desk = Desk(steps_network() if preset == STEPS else load(preset), settings)
    views = desk.views()
    snapshots = desk.record(views)
    for theme in ("light", "dark"):
        desk.context.theme.set_mode(theme)
        found = {}
        for name, view in views.items():
            if desk.seconds(view, snapshots):
                view.show()
                desk.app.processEvents()
                found[name] = view.grab().toImage()
                view.hide()
                file = f"{name.replace(' ', '-')}-{preset}-{theme}.png"
                found[name].save(str(folder / file))
        out = folder / f"sheet-{preset}-{theme}.png"
        sheet(found, desk.context.theme).save(str(out))
        print(out, len(found), flush=True)


def sheet(found: dict[str, QImage], theme: Theme) -> QImage:
    """All pictures in rows, each with its name."""
    wide, high = SIZE
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
        painter.drawImage(QRectF(x, y + CAPTION, wide, high), image)
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
