"""Depth views on screen with the tensors of a real network, and what they claim, read back."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import torch
from PySide6.QtGui import QImage

from playground.build.modules import build
from playground.check.check import check
from playground.document.model import DataSpec, Document, ModelSpec, Node, Wire
from playground.gui.truth import written
from playground.registry import depth_views
from playground.telemetry.probes.base import Bench
from playground.telemetry.snapshot import Snapshot


def network(*blocks, shape=(1, 8, 8)) -> Document:
    """A chain on the digits, which ends in ten numbers; its blocks are called n0, n1, ..."""
    nodes = [
        Node(id="x", block="input"),
        Node(id="shape", block="reshape", params={"shape": list(shape)}),
        *(Node(id=f"n{i}", block=key, params=params) for i, (key, params) in enumerate(blocks)),
        Node(id="flat", block="flatten"),
        Node(id="out", block="linear", params={"out_features": 10}),
    ]
    ids = [node.id for node in nodes]
    return Document(
        data=DataSpec(dataset="digits"),
        nodes=tuple(nodes),
        wires=tuple(Wire(source=a, target=b) for a, b in pairwise(ids)),
        train={"models": {"main": ModelSpec(input="x", output="out")}, "steps": 10},
    )


class Shown:
    """A view that is fed by hand: `feed` measures what it asks for on a network of its own."""

    def __init__(self, context, view, spoil=None) -> None:
        self.context, self.view = context, view
        document = context.document.document
        report = check(document)
        assert report.ok, report.problems
        self.model = build(document, report)["main"]
        self.arrays = {}
        torch.manual_seed(5)
        self.x = torch.rand(4, 1, 8, 8)
        if spoil is not None:
            spoil(self)

    def feed(self, step=1):
        fields = {"x": self.x, "y": torch.zeros(4, dtype=torch.int64)}
        models = {"main": self.model}
        bench = Bench(
            self.context.document.report.flat,
            models,
            self.context.document.report.fields,
            fields,
            fields,
            step,
            0,
        )
        self.arrays = {}
        for probe in self.view.probes():
            self.arrays.update(probe.measure(bench))
        snapshot = Snapshot(run=1, step=step, seconds=0.0, scalars={}, arrays=self.arrays)
        self.context.run.newest = snapshot
        if hasattr(self.view, "_since"):
            self.view._since.invalidate()  # numbers are not held back
        self.context.run.snapshot.emit(snapshot)
        assert not self.view._waiting, self.view._message.text()
        return self

    def check(self, least=1) -> int:
        """Read everything back: numbers, bars, and the very pixels."""
        return check_readings(self.view, self.arrays, least)


def check_readings(view, arrays, least=1) -> int:
    readings = view.readings()
    assert len(readings) >= least
    picture = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    theme = view.context.theme
    for reading in readings:
        value = float(_value(reading, arrays))
        if reading.text:
            assert reading.text == written(value, reading.digits), reading
        if reading.length is not None:
            expected = np.clip(value / reading.scale.high, -1, 1)
            assert reading.length == pytest.approx(float(expected), abs=1e-5), reading
        if reading.colour == ():
            assert not np.isfinite(value), reading
        elif reading.colour is not None:
            assert np.isfinite(value), reading
            expected = reading.scale.colours(theme, np.array([value]))[0][:3]
            assert np.abs(expected.astype(int) - reading.colour).max() <= 2, reading
            if view.rect().contains(reading.where) and not _covered(view, reading):
                found = picture.pixelColor(reading.where.center()).getRgb()[:3]
                assert np.abs(np.array(found) - reading.colour).max() <= 3, (reading, found)
    return len(readings)


def _value(reading, arrays):
    if reading.formula:
        return eval(reading.formula, {"np": np, "t": arrays})
    return arrays[reading.tensor][reading.index]


def _covered(view, reading) -> bool:
    """Frames, lines and letters lie over some pixels on purpose."""
    if reading.text or min(reading.where.width(), reading.where.height()) < 3:
        return True
    sheet = getattr(view, "sheet", None)
    if sheet is None:
        return True
    at = sheet.mapFrom(view, reading.where.center()).toPointF()
    kinds = ("Drawing", "Words")
    over = [m for m in sheet.marks if type(m).__name__ in kinds and m.rect.contains(at)]
    return bool(over or any(r.adjusted(-3, -3, 3, 3).contains(at) for r in sheet.ringed))


def show(qtbot, context, key, place, size=(760, 480), spoil=None) -> Shown:
    view = depth_views.get(key)(context, place)
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    qtbot.waitExposed(view)
    return Shown(context, view, spoil)
