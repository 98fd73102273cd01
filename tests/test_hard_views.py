"""Every lens and every depth view, with what nobody wishes for.

The table walks the registries: a view that is added later stands in it. What is shown must be true
or be said in words; what is no finite number is hatched, and nothing raises.
"""

from __future__ import annotations

import gc
import logging
import math
import warnings
from contextlib import contextmanager, nullcontext

import numpy as np
import pytest
import torch
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from test_truth import SAMPLE, opened
from truth_networks import NETWORKS, network

from playground.data._parts import Labelled
from playground.data.base import Field, Samples
from playground.document import edits
from playground.document.model import Document
from playground.gui.depth_model import Level, Place, view_for
from playground.gui.garbage import collect
from playground.registry import datasets, lenses

CLASSES = 3000


class ManyClasses(Labelled):
    """Points in the plane of 3,000 classes; few of them occur, or each claim would take long."""

    key, title, group = "many_classes", "Many classes", "Your own"

    def fields(self) -> dict[str, Field]:
        return {"x": Field((2,)), "y": self.label([f"kind {n}" for n in range(CLASSES)])}

    def load(self, rng: np.random.Generator) -> Samples:
        y = np.repeat(np.arange(0, CLASSES, 75), 3)
        x = np.stack([np.cos(y), np.sin(7 * y)], axis=1) + rng.normal(0, 0.01, (len(y), 2))
        return Samples({"x": x.astype(np.float32), "y": y})


datasets.add("many_classes", ManyClasses, listed=False)  # no test of all data meets it

LEVELS = (Level.LAYER, Level.NEURON, Level.ARITHMETIC)
HARD = {
    "narrow": lambda: network(
        "moons",
        [
            ("one", "linear", {"out_features": 1}),
            ("act", "relu", {}),
            ("out", "linear", {"out_features": 2}),
        ],
        "cross_entropy",
    ),
    "wide": lambda: network(
        "moons",
        [
            ("big", "linear", {"out_features": 1000}),
            ("act", "tanh", {}),
            ("out", "linear", {"out_features": 2}),
        ],
        "cross_entropy",
    ),
    "classes": lambda: network(
        "many_classes",
        [
            ("hidden", "linear", {"out_features": 6}),
            ("act", "tanh", {}),
            ("out", "linear", {"out_features": CLASSES}),
        ],
        "cross_entropy",
    ),
    "pixel": lambda: network(
        "digits",
        [
            ("pixels", "reshape", {"shape": [64, 1, 1]}),
            ("conv", "conv2d", {"out_channels": 3, "kernel_size": 3, "padding": 1}),
            ("pool", "max_pool2d", {"kernel_size": 1}),
            ("gaps", "conv_transpose2d", {"out_channels": 2, "kernel_size": 1, "padding": 0}),
            ("mean", "avg_pool2d", {"kernel_size": 1}),
            ("up", "upsample", {"mode": "bilinear"}),
            ("flat", "flatten", {}),
            ("out", "linear", {"out_features": 10}),
        ],
        "cross_entropy",
    ),
    "large": lambda: network(
        "digits",
        [
            ("up", "upsample", {"scale_factor": 16}),
            ("more", "upsample", {"scale_factor": 4}),
            ("conv", "conv2d", {"out_channels": 2, "kernel_size": 3, "stride": 8}),
            ("pool", "max_pool2d", {"kernel_size": 63}),
            ("flat", "flatten", {}),
            ("out", "linear", {"out_features": 10}),
        ],
        "cross_entropy",
    ),
}


@pytest.fixture(autouse=True)
def collect_between_tests(qapp, caplog):
    """No widget dies of a garbage collection in mid-event; no view logs a fault of its own."""
    gc.disable()
    yield
    collect()
    gc.enable()
    faults = [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR]
    assert not faults, faults


SLOW = ("classes", "large")
USUAL = ("plane", "images", "tokens", "gan")  # of each kind of data one


def networks(slow):
    """All of them, some only among the slow proofs."""
    names = dict.fromkeys((*NETWORKS, *HARD))
    return [pytest.param(name, marks=[pytest.mark.slow] * slow(name)) for name in names]


@pytest.fixture(params=networks(lambda name: name in SLOW))
def stage(request, qtbot, tmp_path, monkeypatch):
    yield from hard(request, qtbot, tmp_path, monkeypatch)


@pytest.fixture(params=networks(lambda name: name not in USUAL))
def usual(request, qtbot, tmp_path, monkeypatch):
    """The same where it is the view's own manners that count, not its numbers."""
    yield from hard(request, qtbot, tmp_path, monkeypatch)


def hard(request, qtbot, tmp_path, monkeypatch):
    monkeypatch.setitem(NETWORKS, request.param, {**NETWORKS, **HARD}[request.param])
    yield from opened(request.param, qtbot, tmp_path)


def views_of(stage, qtbot, *, stay=False):
    """Each lens, and each level of each block, shown one after the other.

    Unless they are to stay, a view is deleted when the next one is asked for: hundreds of them
    would all draw each new theme.
    """
    for name, cls, arguments in _kinds(stage.context.document.report.blocks):
        view = cls(stage.context, *arguments)
        view.resize(640, 420)
        if stay:
            qtbot.addWidget(view)
        view.show()
        qtbot.waitExposed(view)
        yield name, view
        if stay:
            continue
        view.close()
        view.deleteLater()
        QCoreApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)


def _kinds(blocks):
    """Name, class and arguments of each view."""
    for key in sorted(lenses):
        yield key, lenses.get(key), ()
    for node, found in blocks.items():
        for level in LEVELS:
            cls = view_for(found, level)
            if cls is not None:
                cell = tuple(n // 2 for n in found.output)
                yield f"{node} {level.name}", cls, (Place(node, level, cell[:1], cell),)


@contextmanager
def spoilt(session):
    """A network that has come to numbers that are none: every third weight of every block."""
    kept = [(p, p.detach().clone()) for m in session.models.values() for p in m.parameters()]
    with torch.no_grad():
        for parameter, _ in kept:
            flat = parameter.view(-1)
            flat[::3], flat[1::9], flat[2::9] = math.nan, math.inf, -math.inf
    yield
    with torch.no_grad():
        for parameter, before in kept:
            parameter.copy_(before)


def is_said(view):
    """What a view without a picture says."""
    return not view.is_filled and view._message.text().strip()


def is_true(stage, view, arrays):
    """Everything that is shown, a moment later: some draw live numbers a few times a second."""
    view.grab()
    assert view.is_filled or is_said(view)
    judge, told = stage.judge(arrays), view.readings() if view.is_filled else ()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # of the claims, worked out with NaN
        faults = [(r, fault) for r in told if (fault := judge.fault(r))]
    assert not faults, (len(faults), faults[0])


def test_before_the_first_step_a_view_says_what_it_waits_for(stage, qtbot):
    for name, view in views_of(stage, qtbot):
        view.grab()
        assert view.is_filled or is_said(view), name
        if view.needs_run:
            assert not view.readings(), name


def test_views_of_any_network_survive_theme_language_and_what_is_no_number(stage, qtbot):
    theme, application = stage.context.theme, QApplication.instance()
    for _name, view in views_of(stage, qtbot):
        for spoil in (False, True, False):
            stage.live.go(1)
            theme.set_mode("dark" if theme.mode == "light" else "light")
            application.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
            with spoilt(stage.live.session) if spoil else nullcontext():
                shown = stage.look(view.probes())
            stage.show(shown)
            stage.tell_rows()
            qtbot.waitUntil(lambda v=view, a=shown.arrays: is_true(stage, v, a), timeout=60_000)


def test_a_block_that_is_deleted_while_it_is_looked_at(usual, qtbot):
    document = usual.context.document
    whole = document.document
    ids = [id for id in document.report.blocks if id not in ("x", "out")]
    for name, view in views_of(usual, qtbot):
        snapshot = usual.look(view.probes())
        usual.show(snapshot)
        victim = name.split()[0] if name.split()[0] in whole.by_id else ids[0]
        document.push("cut", lambda doc, v=victim: edits.remove_nodes(doc, [v]))
        qtbot.waitUntil(lambda v=victim: v not in document.report.document.by_id, timeout=20_000)
        usual.show(usual.look(view.probes()))
        view.grab()
        view.readings()
        assert view.is_filled or is_said(view), name
        view.close()
        document.undo_stack.undo()
        qtbot.waitUntil(lambda v=victim: v in document.report.document.by_id, timeout=20_000)


def test_another_document_takes_the_place(usual, qtbot):
    first = usual.context.document.document
    assert isinstance(first, Document)
    other = NETWORKS["numbers"]()
    for _name, view in list(views_of(usual, qtbot, stay=True)):
        view.hide()
        usual.show(usual.look(view.probes()))
        view.show()
        view.grab()
    usual.context.document.load(other)
    qtbot.waitUntil(lambda: usual.context.document.report.document is not first, timeout=20_000)
    usual.show(usual.look(()))
    assert usual.context.selection.sample == SAMPLE
