"""Every number, colour and bar that a view shows is read back and compared with its tensor.

Small random networks are really trained for some steps. Their tensors are calculated once more with
torch alone, and every registered lens and depth view has to show those: now, some steps later, and
again at the earlier step. A view that does not say what it shows fails here.
"""

from __future__ import annotations

import copy
import gc
import re

import numpy as np
import pytest
import torch
from live_run import Live
from PySide6.QtCore import QSettings
from trained_truths import TRAINED, of_training
from truth_networks import NETWORKS, OWN
from truths import Judge

from playground.gui.context import Context
from playground.gui.depth_model import Level, Place, view_for
from playground.gui.document_model import DocumentModel
from playground.gui.garbage import collect
from playground.gui.lenses.base import Lens
from playground.gui.run_model import RunModel
from playground.gui.selection import Sample, Selection
from playground.gui.theme import Theme
from playground.registry import depth_views, lenses
from playground.telemetry.probes.forward import field_read, modules_of
from playground.telemetry.probes.landscape import DONE
from playground.train.session import LOOK

SAMPLE = Sample("test", 3)


GESTURES = {  # lens -> what one does to see the rest of it
    "denoising": lambda view: view.slider.setValue(view.slider.maximum() // 2),  # now with arrows
}
BESIDE = ("landscape", "recurrent_race")  # a thread works them out
ALL_LENSES, ALL_VIEWS = sorted(lenses), sorted(depth_views)


@pytest.fixture(autouse=True)
def collect_between_tests(qapp):
    """No widget dies of a garbage collection in mid-event."""
    gc.disable()
    yield
    collect()
    gc.enable()


@pytest.fixture(params=[name for name in NETWORKS if name != "gan"])
def stage(request, qtbot, tmp_path):
    yield from opened(request.param, qtbot, tmp_path)


class Stage:
    """A training, the models of a window that looks at it, and what it says at a step."""

    def __init__(self, name, context):
        self.context, self.document = context, context.document.document
        self.live = Live(self.document, steps=4)
        self.rows = []

    def look(self, probes):
        """A whole snapshot of where the run is."""
        self.live.steering.probes = frozenset(probes)
        snapshot = self.live.generator.send(LOOK)
        self.rows.append((snapshot.step, dict(snapshot.scalars)))
        return snapshot

    def show(self, snapshot):
        """Let all views draw it at once, like one that was gone back to."""
        self.context.run.past.shown = snapshot
        self.context.run.snapshot.emit(snapshot)

    def tell_rows(self):
        """Give the scalars to the curves, as the run does."""
        told, self.rows = self.rows, []
        self.context.run.history.extend(told)
        self.context.run.rows.emit(told)

    def judge(self, arrays):
        """Arrays of a snapshot, and the history."""
        history = self.context.run.history
        arrays = dict(arrays)
        for name in history:
            arrays[f"steps/{name}"], arrays[f"rows/{name}"] = history.curve(name)
        fields = self.context.document.report.fields
        classes = fields["y"].classes if "y" in fields else ()
        return Judge(arrays, self.context.theme.tokens, classes)


def opened(name, qtbot, tmp_path):
    model = DocumentModel()
    model.load((NETWORKS | OWN)[name]())
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    run = RunModel(model, make_steps=lambda *_: iter(()))
    context = Context(model, run, Selection(), Theme(), settings)
    context.doctor.set_enabled(False)
    context.selection.follow(SAMPLE)
    qtbot.waitUntil(lambda: model.report.ok, timeout=60_000)
    yield Stage(name, context)
    assert run.close(timeout=10)


def real_tensors(session, sample):
    """What torch alone says about one sample, under the names of the probes `Inside` and others."""
    found = of_training(session)
    for role, model in session.models.items():
        twin = copy.deepcopy(model).eval()
        inputs = session.document.train.models[role].inputs
        reads = [field_read(session.document, node) for node in inputs]
        for node, module in modules_of(twin).items():
            module.register_forward_hook(_keeper(found, node))
            for name, value in module.named_parameters():
                found[f"inside/{node}/param/{name}"] = value.detach().numpy()
                short = {"weight": "weights", "bias": "bias"}.get(name, name)
                found[f"{short}/{node}"] = value.detach().numpy()
        if None in reads:
            continue  # noise: drawn by the probe itself
        with torch.no_grad():
            twin(*(session.run.test[f][sample.number : sample.number + 1] for f in reads))
    return found


def _keeper(found, node):
    def keep(_module, inputs, output):
        found[f"inside/{node}/in/0"] = inputs[0][0].numpy()
        whole = output[0] if isinstance(output, tuple) else output  # states come beside it
        found[f"inside/{node}/out"] = found[f"activations/{node}"] = whole[0].numpy()

    return keep


def believe(readings, judge, image, truth):
    """Every reading is true, and the arrays it refers to are the tensors of the network."""
    faults = [(r, fault) for r in readings if (fault := judge.fault(r, image))]
    assert not faults, f"{len(faults)} of {len(readings)}: {faults[0]}"
    named = set().union(*map(tensors_of, readings)) if readings else set()
    unknown = {name for name in named - truth.keys() if name.startswith(TRAINED)}
    assert not unknown, f"nothing to compare these with: {unknown}"
    for name in named & truth.keys():
        assert judge.arrays[name].shape == truth[name].shape, name
        atol = 1e-5 if name.startswith(TRAINED) else 1e-6  # of these many passes are summed up
        assert np.allclose(judge.arrays[name], truth[name], atol=atol, equal_nan=True), name


def tensors_of(reading):
    """Names of all arrays that a reading refers to, by itself or in its formula."""
    named = re.findall(r"""\bt\[(["'])(.+?)\1\]""", reading.formula)
    return {name for _, name in named} | ({reading.tensor} - {""})


def view_of(stage, qtbot, cls, *arguments):
    view = cls(stage.context, *arguments)
    qtbot.addWidget(view)
    view.resize(640, 420)
    view.show()
    qtbot.waitExposed(view)
    return view


def watch(stage, view, qtbot):
    """Now, later, and again what was: each time everything that is shown is true."""
    past = stage.look(view.probes())
    past_truth = real_tensors(stage.live.session, SAMPLE)
    stage.show(past)
    stage.tell_rows()
    counts = [check(stage, view, qtbot, past, past_truth)]
    stage.live.go(3)
    now = stage.look(view.probes())
    stage.show(now)
    stage.tell_rows()
    counts.append(check(stage, view, qtbot, now, real_tensors(stage.live.session, SAMPLE)))
    stage.show(past)
    counts.append(check(stage, view, qtbot, past, past_truth))
    return min(counts)


def warm_up(stage, view, qtbot):
    """Some measure what comes after they were asked, or let a thread do it."""

    def is_ready():
        snapshot = stage.look(view.probes())
        stage.show(snapshot)
        state, race = (snapshot.arrays.get(f"{name}/state") for name in BESIDE)
        return (state is None or state[0] == DONE) and (race is None or race[1] > 0)

    qtbot.waitUntil(is_ready, timeout=60_000)
    stage.live.go(1)


def check(stage, view, qtbot, snapshot, truth):
    """Live numbers change a few times a second only: what is shown is true a moment later."""
    judge = stage.judge(snapshot.arrays)

    def is_true():
        view.grab()  # lays it out
        believe(view.readings(), judge, view.grab().toImage(), truth)

    qtbot.waitUntil(is_true, timeout=2000)
    return len(view.readings())


@pytest.mark.parametrize("key", ALL_LENSES)
def test_a_lens_says_what_it_shows(key):
    assert lenses.get(key).readings is not Lens.readings


@pytest.mark.parametrize("key", ALL_VIEWS)
def test_a_depth_view_says_what_it_shows(key):
    assert depth_views.get(key).readings is not Lens.readings


def test_depth_views_show_the_tensors_of_the_network(stage, qtbot):
    report = stage.context.document.report
    for node, found in report.blocks.items():
        for level in (Level.LAYER, Level.NEURON, Level.ARITHMETIC):
            cls = view_for(found, level)
            cell = tuple(n // 2 for n in found.output)
            if cls is None:
                continue
            view = view_of(stage, qtbot, cls, Place(node, level, cell[:1], cell))
            assert watch(stage, view, qtbot), (node, level)
            view.close()


@pytest.mark.parametrize("key", ALL_LENSES)
def test_a_lens_shows_the_tensors_of_the_network(key, qtbot, tmp_path):
    shown = 0
    for name in (key,) if key in OWN else NETWORKS:
        for stage in opened(name, qtbot, tmp_path):
            view = view_of(stage, qtbot, lenses.get(key))
            warm_up(stage, view, qtbot)
            shown += watch(stage, view, qtbot)
            if key in GESTURES:
                GESTURES[key](view)
                assert watch(stage, view, qtbot) > 0
            view.close()
    assert shown, "no network gave this lens anything to show"
