"""How quick the graph canvas is with 1,000 and 5,000 cards: `playground bench editor --json`.

The canvas is drawn off screen at 1600 x 1000 with the software painter, so the figures hold where
there is no graphics card. "ms" is the median of the repeats; "ratio" is "ms" against the limit at
which editing feels immediate, so up to 1.0 is good. Cards stand in rows of 40 and form one chain,
so 1,000 cards have 999 wires.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from playground.document import edits
from playground.document.model import Document, ModelSpec, Node, TrainSpec, Wire

SIZE = (1600, 1000)
ROW = 40  # cards
REPEATS = 15
LIMITS_MS = {
    "load": 500.0,
    "repaint fitted": 25.0,
    "repaint at 1:1": 16.0,
    "drag one card, a frame": 5.0,
    "undo delete-all": 500.0,
    "add one card": 5.0,
    "repaint 5,000 cards fitted": 60.0,
}


def chain(count: int) -> Document:
    """A chain of linear layers and activations in rows."""
    kinds = ("input", *(("linear", "relu") * count))[:count]
    nodes = tuple(
        Node(
            id=f"n{n}",
            block=kind,
            params={"out_features": 16} if kind == "linear" else {},
            at=(220.0 * (n % ROW), 200.0 * (n // ROW)),
        )
        for n, kind in enumerate(kinds)
    )
    wires = tuple(Wire(source=f"n{n}", target=f"n{n + 1}") for n in range(count - 1))
    train = TrainSpec(models={"main": ModelSpec(input="n0", output=nodes[-1].id)})
    return Document(nodes=nodes, wires=wires, train=train)


def cases() -> Iterator[dict[str, Any]]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        for name, times in measured(app, Path(folder)):
            ms = 1000 * median(times)
            yield {
                "bench": "editor",
                "case": name,
                "ms": round(ms, 3),
                "ratio": round(ms / LIMITS_MS[name], 3),
                "limit_ms": LIMITS_MS[name],
                "worst_ms": round(1000 * max(times), 3),
            }
    app.processEvents()


def measured(app: Any, folder: Path) -> Iterator[tuple[str, list[float]]]:
    """Name and seconds of every case."""
    from PySide6.QtGui import QImage, QPainter

    document = chain(1000)
    yield "load", [seconds(lambda: make_view(folder, document)) for _ in range(3)]
    view = make_view(folder, document)
    model = view.context.document
    paper = QImage(*SIZE, QImage.Format.Format_RGB32)

    def repaint() -> None:
        painter = QPainter(paper)
        view.render(painter)
        painter.end()

    view.fit_all()
    yield "repaint fitted", repeat(repaint)
    view.reset_zoom()
    yield "repaint at 1:1", repeat(repaint)
    places = iter(range(10_000))
    x, y = view.canvas.cards["n500"].pos().toTuple()
    view.look_at(view.canvas.cards["n500"].pos())

    def drag() -> None:  # and paint what that made stale
        view.canvas.drag({"n500": (x + next(places), y)})
        app.processEvents()

    yield "drag one card, a frame", repeat(drag)
    view.canvas.settle(("n500",))
    undone = []
    for _ in range(3):
        model.push("delete", lambda d: edits.remove_nodes(d, d.by_id))
        undone.append(seconds(model.undo_stack.undo))
    yield "undo delete-all", undone
    added = iter(range(10_000))

    def add() -> None:
        number = next(added)
        node = Node(id=f"new{number}", block="relu", at=(220.0 * number, -400.0))
        model.push("add", lambda d: edits.add_node(d, node))

    yield "add one card", repeat(add)
    large = make_view(folder, chain(5000))
    large.fit_all()
    view = large
    yield "repaint 5,000 cards fitted", repeat(repaint)


def make_view(folder: Path, document: Document) -> Any:
    """A shown canvas with a document; no training runs behind it."""
    from PySide6.QtCore import QSettings

    from playground.gui.context import Context
    from playground.gui.document_model import DocumentModel
    from playground.gui.graph.view import GraphView
    from playground.gui.run_model import RunModel
    from playground.gui.selection import Selection
    from playground.gui.theme import Theme

    model = DocumentModel()
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    context = Context(model, RunModel(model), Selection(), Theme(), settings)
    view = GraphView(context)
    view.resize(*SIZE)
    view.show()
    model.load(document)
    return view


def repeat(work: Callable[[], object]) -> list[float]:
    """Seconds of each of some calls, after one that warms up."""
    work()
    return [seconds(work) for _ in range(REPEATS)]


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    for row in cases():
        print(json.dumps(row))
