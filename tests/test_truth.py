"""Every number, colour and bar that a view shows is read back and compared with its tensor.

Small random networks are really trained for some steps. Their tensors are calculated once more with
torch alone, and every registered lens and depth view has to show those: now, some steps later, and
again at the earlier step. A view that does not say what it shows fails here.
"""

from __future__ import annotations

import copy
import gc
import itertools

import numpy as np
import pytest
import torch
from live_run import Live
from PySide6.QtCore import QSettings
from truths import Judge

from playground.document.library import load
from playground.document.model import Document
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


def network(dataset, blocks, loss, **data):
    """A chain of blocks: (id, key, parameters)."""
    nodes = [{"id": "x", "block": "input", "at": [0, 0]}]
    nodes += [
        {"id": id, "block": key, "params": params, "at": [200 * n, 0]}
        for n, (id, key, params) in enumerate(blocks, 1)
    ]
    ids = [node["id"] for node in nodes]
    return Document(
        data={"dataset": dataset, "params": data},
        nodes=nodes,
        wires=[[f"{a}.out", f"{b}.in"] for a, b in itertools.pairwise(ids)],
        train={
            "models": {"main": {"input": "x", "output": ids[-1]}},
            "params": {"loss": loss, "batch_size": 16},
            "seed": 5,
        },
    )


def width(seed):
    return int(np.random.default_rng(seed).integers(3, 8))


NETWORKS = {
    "plane": lambda: network(
        "moons",
        [
            ("features", "features", {"x1_squared": True, "x1_times_x2": True, "sin_x2": True}),
            ("hidden", "linear", {"out_features": width(1)}),
            ("act", "tanh", {}),
            ("norm", "batch_norm1d", {}),
            ("second", "linear", {"out_features": width(2), "bias": False}),
            ("rect", "leaky_relu", {}),
            ("out", "linear", {"out_features": 2}),
            ("chance", "dropout", {}),
        ],
        "cross_entropy",
    ),
    "images": lambda: network(
        "digits",
        [
            ("wide", "reshape", {"shape": [1, 4, 16]}),
            ("conv", "conv2d", {"out_channels": 3, "kernel_size": 3, "padding": 1}),
            ("relu", "relu", {}),
            ("pool", "max_pool2d", {"kernel_size": 2}),
            (
                "stamps",
                "conv_transpose2d",
                {"out_channels": 2, "kernel_size": 3, "output_padding": 1},
            ),
            ("mean", "avg_pool2d", {"kernel_size": 2}),
            ("copies", "upsample", {"scale_factor": 3}),
            ("blends", "upsample", {"mode": "bilinear"}),
            ("flat", "flatten", {}),
            ("norm", "layer_norm", {}),
            ("out", "linear", {"out_features": 10}),
        ],
        "cross_entropy",
    ),
    "numbers": lambda: network(
        "diabetes",
        [
            ("hidden", "linear", {"out_features": 40}),
            ("act", "gelu", {}),
            ("share", "softmax", {}),
            ("out", "linear", {"out_features": 1}),
        ],
        "mse",
    ),
    "memory": lambda: network(
        "adding_problem",
        [
            ("memory", "lstm", {"hidden_size": 6, "num_layers": 2}),
            ("act", "tanh", {}),
            ("last", "last_step", {}),
            ("out", "linear", {"out_features": 1}),
        ],
        "mse",
        length=9,
        num_samples=200,
    ),
    "tokens": lambda: network(
        "copy_memory",
        [
            ("embed", "embedding", {"num_embeddings": 10, "embedding_dim": 5}),
            ("memory", "gru", {"hidden_size": 6, "bidirectional": True}),
            ("out", "linear", {"out_features": 10}),
        ],
        "cross_entropy",
        lag=4,
        symbols=3,
        num_samples=200,
    ),
    "gan": lambda: load("gan-ring"),
}
OWN = {  # lens -> a network that has what it is about
    "attention": lambda: network(
        "digits",
        [
            ("rows", "reshape", {"shape": [8, 8]}),
            ("first", "transformer_encoder_layer", {"nhead": 2, "causal": True}),
            ("second", "transformer_encoder_layer", {"nhead": 4, "dim_feedforward": 9}),
            ("flat", "flatten", {}),
            ("out", "linear", {"out_features": 10}),
        ],
        "cross_entropy",
    ),
    "forecast": lambda: network(
        "sine",
        [
            ("memory", "gru", {"hidden_size": 5, "output": "last"}),
            ("out", "linear", {"out_features": 1}),
        ],
        "mse",
        length=9,
        num_samples=200,
    ),
}
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
    found = {}
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
        found[f"inside/{node}/out"] = found[f"activations/{node}"] = output[0].numpy()

    return keep


def believe(readings, judge, image, truth):
    """Every reading is true, and the arrays it refers to are the tensors of the network."""
    faults = [(r, fault) for r in readings if (fault := judge.fault(r, image))]
    assert not faults, f"{len(faults)} of {len(readings)}: {faults[0]}"
    for name in {r.tensor for r in readings} & truth.keys():
        assert np.allclose(judge.arrays[name], truth[name], atol=1e-6, equal_nan=True), name


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
        state = snapshot.arrays.get("landscape/state")
        return state is None or state[0] == DONE

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
            view.close()
    assert shown, "no network gave this lens anything to show"
