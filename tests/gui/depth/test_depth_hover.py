"""Linked hover of open blocks: what each view tells, and that it outlines what it tells.

Real networks, real numbers: whatever means something on a sheet is pointed at with the mouse.
"""

from __future__ import annotations

import gc
from itertools import pairwise

import pytest
from PySide6.QtCore import SIGNAL, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from test_truth import opened, view_of
from truth_networks import NETWORKS, network

from playground.document import edits
from playground.document.model import Document
from playground.gui.cursor import Unit
from playground.gui.depth._marks import Bar, Cells, Words
from playground.gui.depth_model import Level, Place, view_for
from playground.gui.garbage import collect
from playground.gui.graph.view import GraphView
from playground.gui.selection import Sample
from playground.registry import depth_views

LEVELS = (Level.LAYER, Level.NEURON, Level.ARITHMETIC)
SIGNALS = {"unit": "unit_moved()", "label": "label_moved()", "sample": "sample_moved()"}
WINDOWS = {"unit"}  # maps: no class, no sample has a place of its own in them
ROWS = {"unit", "label"}  # of a classifier's last block the units are classes
ANSWERS = {"unit", "label", "sample"}  # bars of many samples

# view -> what it lights up when another view points at it, and whose units it tells
HOVER = {
    "layer": (ROWS, {"own", "input"}),
    "neuron": (ANSWERS, {"own", "sample"}),
    "number": (ROWS, {"own", "input"}),
    "pointwise": (ROWS, {"own", "input"}),
    "linear-layer": (ROWS, {"own", "input"}),
    "linear-neuron": (ANSWERS, {"own", "input", "after", "sample"}),
    "linear-arithmetic": (ROWS, {"own", "input"}),
    "steps-layer": (ROWS, {"own", "input"}),
    "steps-neuron": (ANSWERS, {"own", "input", "sample"}),
    "steps-arithmetic": (ROWS, {"own", "input"}),
    "conv-layer": (WINDOWS, {"own", "input"}),
    "conv-unit": (WINDOWS, {"own", "input"}),
    "conv-cell": (WINDOWS, {"own", "input"}),  # a weight is a part of its own map
    "transposed-layer": (WINDOWS, {"own", "input"}),
    "transposed-unit": (WINDOWS, {"own", "input"}),
    "transposed-cell": (WINDOWS, {"own", "input"}),
    "pool-layer": (WINDOWS, {"own", "input"}),
    "pool-unit": (WINDOWS, {"own", "input"}),
    "pool-cell": (WINDOWS, {"input"}),  # its own number is the whole picture
    "upsample-layer": (WINDOWS, {"own", "input"}),
    "upsample-unit": (WINDOWS, {"own", "input"}),
    "upsample-cell": (WINDOWS, {"input"}),
    "positions-layer": (ROWS, {"own", "input"}),
}


def branches() -> Document:
    """Two branches, added and joined."""
    nodes = [
        {"id": "x", "block": "input"},
        {"id": "a", "block": "conv2d", "params": {"out_channels": 2}},
        {"id": "b", "block": "conv2d", "params": {"out_channels": 2}},
        {"id": "sum", "block": "add"},
        {"id": "both", "block": "concat", "params": {"dim": 1}},
        {"id": "flat", "block": "flatten"},
        {"id": "out", "block": "linear", "params": {"out_features": 10}},
    ]
    wires = [("x", "a"), ("x", "b"), ("a", "sum"), ("b", "sum"), ("sum", "both"), ("a", "both")]
    wires += list(pairwise(("both", "flat", "out")))
    return Document(
        data={"dataset": "digits"},
        nodes=[{**node, "at": [240 * n, 0]} for n, node in enumerate(nodes)],
        wires=[[f"{a}.out", f"{b}.in"] for a, b in wires],
        train={"models": {"main": {"input": "x", "output": "out"}}, "params": {"batch_size": 16}},
    )


GROUPED = [
    ("conv", "conv2d", {"out_channels": 4, "padding": 0}),
    ("deep", "conv2d", {"out_channels": 8, "groups": 4}),
    ("flat", "flatten", {}),
    ("hidden", "linear", {"out_features": 12}),
    ("act", "relu", {}),
    ("out", "linear", {"out_features": 10}),
]
SERIES = [
    ("steps", "rnn", {"hidden_size": 5}),
    ("last", "last_step", {}),
    ("out", "linear", {"out_features": 1}),
]
PLACED = [
    ("rows", "reshape", {"shape": [8, 8]}),
    ("place", "positional_encoding", {}),
    ("flat", "flatten", {}),
    ("out", "linear", {"out_features": 10}),
]
MADE = {
    "branches": branches,
    "series": lambda: network("sine", SERIES, "mse"),
    "grouped": lambda: network("digits", GROUPED, "cross_entropy"),
    "placed": lambda: network("digits", PLACED, "cross_entropy"),
}
STAGES = ("plane", "images", "numbers", *MADE)


@pytest.fixture(autouse=True)
def collect_between_tests(qapp):
    """No widget dies of a garbage collection in mid-event."""
    gc.disable()
    yield
    collect()
    gc.enable()


@pytest.fixture(params=STAGES)
def stage(request, qtbot, tmp_path, monkeypatch):
    monkeypatch.setitem(NETWORKS, request.param, {**NETWORKS, **MADE}[request.param])
    yield from opened(request.param, qtbot, tmp_path)


def views_of(stage, qtbot):
    """Each level of each block, with the numbers of a training."""
    for node, found in stage.context.document.report.blocks.items():
        for level in LEVELS:
            cls = view_for(found, level)
            if cls is None:
                continue
            cell = tuple(n // 2 for n in found.output)
            view = view_of(stage, qtbot, cls, Place(node, level, cell[:1], cell))
            stage.show(stage.look(view.probes()))
            yield view
            view.close()


def move(sheet, at: QPointF) -> None:
    button = Qt.MouseButton.NoButton
    place = QPointF(sheet.mapToGlobal(at.toPoint()))
    none = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, at, place, button, button, none)
    QApplication.sendEvent(sheet, event)


def leave(sheet) -> None:
    QApplication.sendEvent(sheet, QEvent(QEvent.Type.Leave))


def spots(sheet):
    """A place on everything that means something."""
    for mark in sheet.marks:
        if isinstance(mark, Cells) and mark.unit is not None and mark.values.size:
            rows, columns = mark.values.shape
            yield mark.cell(rows // 2, columns // 2).center()
        elif isinstance(mark, Words | Bar) and mark.index is not None:
            many = isinstance(mark.index, Sample) and mark.index.number % 50 > 0
            if not many:  # of hundreds of bars some
                yield mark.rect.center()


def is_lit(sheet, at: QPointF) -> bool:
    return any(rect.adjusted(-1, -1, 1, 1).contains(at) for rect in sheet.ringed)


def whose(view, thing) -> str:
    """Whose unit it is, as the table says it."""
    if isinstance(thing, Sample):
        return "sample"
    report = view.context.document.report
    shape = report.shape(thing.node)
    assert thing.index, thing
    assert all(0 <= i < n for i, n in zip(thing.index, shape, strict=False)), (thing, shape)
    if thing.node == view.node:
        return "own"
    fed = {w.source for w in report.flat.wires if w.target == view.node}
    return "input" if thing.node in fed else "after"


def test_the_table_has_every_view():
    assert set(HOVER) == set(depth_views)


def test_a_view_listens_to_exactly_what_it_lights(stage, qtbot):
    cursor, kept = stage.context.cursor, []

    def ears():
        return {kind: cursor.receivers(SIGNAL(s)) for kind, s in SIGNALS.items()}

    before = ears()
    for view in views_of(stage, qtbot):
        kept.append(view)  # or it would listen no more when the next one comes
        after = ears()
        heard = {kind for kind in SIGNALS if after[kind] > before[kind]}
        assert heard == HOVER[view.key][0], view.key
        before = after


def told_and_outlined(stage, view) -> set[str]:
    """Point at all that means something: it is told, it is outlined; and then by another view."""
    sheet, cursor, told = view.sheet, stage.context.cursor, set()
    slides = hasattr(view, "slide")
    if slides:
        view.slide.play(False)
    rest = sheet.ringed
    found = list(spots(sheet))
    for at in found[:: max(1, len(found) // 20)]:
        move(sheet, at)
        thing = cursor.unit or cursor.sample
        assert thing is not None, (view.key, view.node, at)
        assert is_lit(sheet, at), (view.key, view.node, thing)
        told.add(whose(view, thing))
        leave(sheet)
        assert (cursor.unit, cursor.sample, cursor.label) == (None, None, None)
        tell = cursor.set_sample if isinstance(thing, Sample) else cursor.set_unit
        tell(thing)
        assert is_lit(sheet, at), (view.key, view.node, thing)
        tell(None)
    if not slides:  # else its window stays where the pointer has put it
        assert sheet.ringed == rest, view.key
    return told


def test_what_a_view_tells_it_outlines_whoever_points_at_it(qtbot, tmp_path, monkeypatch):
    told: dict[str, set[str]] = {}
    for name in STAGES:
        monkeypatch.setitem(NETWORKS, name, {**NETWORKS, **MADE}[name])
        for stage in opened(name, qtbot, tmp_path):
            for view in views_of(stage, qtbot):
                told.setdefault(view.key, set()).update(told_and_outlined(stage, view))
    assert told == {key: kinds for key, (_, kinds) in HOVER.items()}


@pytest.fixture
def grouped(qtbot, tmp_path, monkeypatch):
    monkeypatch.setitem(NETWORKS, "grouped", MADE["grouped"])
    yield from opened("grouped", qtbot, tmp_path)


def show(stage, qtbot, node, level, index):
    found = stage.context.document.report.blocks[node]
    view = view_of(stage, qtbot, view_for(found, level), Place(node, level, index[:1], index))
    stage.show(stage.look(view.probes()))
    return view


def test_a_class_is_the_unit_of_the_last_block(grouped, qtbot):
    cursor = grouped.context.cursor
    last = show(grouped, qtbot, "out", Level.LAYER, (0,))
    other = show(grouped, qtbot, "hidden", Level.LAYER, (0,))
    rest = other.sheet.ringed
    cursor.set_label(7)
    assert last.sheet.ringed == tuple(last.places_of((7,)))
    assert other.sheet.ringed == rest
    cursor.set_label(None)
    move(last.sheet, last.window_.row_rect(4).center())
    assert (cursor.unit, cursor.label) == (Unit("out", (4,)), 4)
    leave(last.sheet)
    assert cursor.label is None
    move(other.sheet, other.window_.row_rect(4).center())
    assert (cursor.unit, cursor.label) == (Unit("hidden", (4,)), None)


def test_a_map_that_is_pointed_at_lights_its_picture_and_its_kernels(grouped, qtbot):
    view = show(grouped, qtbot, "conv", Level.LAYER, (0, 0, 0))
    grouped.context.cursor.set_unit(Unit("conv", (2,)))
    kinds = [
        (mark.unit(0, 0).kind, mark.unit(0, 0).index[0])
        for mark in view.spotted()
        if mark.rect in view.sheet.ringed
    ]
    assert kinds == [("weight", 2), ("out", 2)]
    grouped.context.cursor.set_unit(Unit("x", (0,)))
    assert len(view.sheet.ringed) == 1
    grouped.context.cursor.set_unit(None)
    assert not view.sheet.ringed


def test_layers_in_the_picture_of_a_field_tell_their_own_cells(grouped, qtbot):
    view = show(grouped, qtbot, "deep", Level.LAYER, (5, 2, 2))
    view.set_mode("field")
    grouped.show(grouped.look(view.probes()))
    sheet, cursor = view.sheet, grouped.context.cursor
    told = set()
    for at in list(spots(sheet)):
        move(sheet, at)
        told.add(cursor.unit.node)
        assert is_lit(sheet, at), cursor.unit
        leave(sheet)
        assert cursor.unit is None
    assert told == {"deep", "conv", "x"}


def test_a_click_on_a_bar_follows_its_sample(grouped, qtbot):
    view = show(grouped, qtbot, "hidden", Level.NEURON, (3,))
    bar = next(m for m in view.sheet.marks if isinstance(getattr(m, "index", None), Sample))
    QTest.mouseClick(view.sheet, Qt.MouseButton.LeftButton, pos=bar.rect.center().toPoint())
    assert grouped.context.selection.sample == bar.index


@pytest.mark.parametrize("gone", ["hide", "close", "deleteLater"])
def test_a_view_that_goes_while_it_points_clears_what_it_set(gone, grouped, qtbot):
    found = grouped.context.document.report.blocks["conv"]
    view = view_for(found, Level.LAYER)(grouped.context, Place("conv", Level.LAYER))
    view.resize(640, 420)
    view.show()
    qtbot.waitExposed(view)
    grouped.show(grouped.look(view.probes()))
    cursor = grouped.context.cursor
    QApplication.sendEvent(view, QEvent(QEvent.Type.Enter))
    move(view.sheet, next(spots(view.sheet)))
    assert cursor.unit is not None
    getattr(view, gone)()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert cursor.unit is None


def test_a_block_that_is_deleted_under_the_pointer_is_pointed_at_no_more(grouped, qtbot):
    context = grouped.context
    canvas = GraphView(context)
    qtbot.addWidget(canvas)
    canvas.resize(1000, 700)
    canvas.show()
    qtbot.waitExposed(canvas)
    assert canvas.context.depth.open("conv")
    content = canvas.opened.content
    qtbot.waitUntil(lambda: not canvas.opened.moving)
    qtbot.waitUntil(content.isVisible)
    grouped.show(grouped.look(content.probes()))
    QApplication.sendEvent(content, QEvent(QEvent.Type.Enter))
    move(content.sheet, next(spots(content.sheet)))
    assert context.cursor.unit is not None
    context.document.push("cut", lambda doc: edits.remove_nodes(doc, ["conv"]))
    qtbot.waitUntil(lambda: canvas.opened.content is None)
    assert context.cursor.unit is None
