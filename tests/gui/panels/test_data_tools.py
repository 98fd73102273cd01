"""What the data panel offers beside its form: features, another draw, the brush; and lessons."""

import pytest

from playground.check.check import check
from playground.document import edits
from playground.document.features import set_feature
from playground.document.format import reads, version_of, writes
from playground.document.library import load
from playground.gui import draw_data
from playground.gui.graph.facts import facts_of
from playground.gui.inspector.block_page import BlockPage
from playground.gui.inspector.document_page import DocumentPage
from playground.gui.lesson import HIDEABLE, hidden_params, show_all, toggle
from playground.gui.panels.data import DataPanel
from playground.gui.panels.transport import Transport
from playground.registry import datasets, experiments, lenses
from playground.train.engine.base import make_engine


def panel_of(context, qtbot):
    panel = DataPanel(context)
    qtbot.addWidget(panel)
    panel.resize(260, 500)
    panel.show()
    return panel


@pytest.mark.parametrize("engine", ["thread", "process"])
def test_a_feature_is_switched_on_while_it_trains_and_the_other_weights_stay(
    make_context, mlp, qtbot, engine
):
    from playground.telemetry.probes.weights import Weights

    document = edits.set_train_param(edits.set_train(mlp, steps=10**9), "lr", 1e-12)
    context = make_context(edits.set_train_param(document, "optimizer", "sgd"), steps=None)
    context.doctor.set_enabled(False)
    context.run.engine = make_engine(engine)
    context.run.begin()
    panel = panel_of(context, qtbot)
    context.run.watch("test", [Weights("hidden")])
    context.run.play()

    def weights():
        shown = context.run.shown
        return None if shown is None else shown.arrays.get("weights/hidden")

    qtbot.waitUntil(lambda: context.run.step_count > 10 and weights() is not None)
    before, run = weights().copy(), context.run.shown.run
    panel.features.buttons["sin_x1"].click()
    assert context.document.report.shape("features") == (3,)
    qtbot.waitUntil(lambda: weights().shape == (4, 3))
    assert abs(weights()[:, :2] - before).max() < 1e-6
    assert abs(weights()[:, 2]).max() < 1e-6
    assert context.run.shown.run == run
    panel.features.buttons["sin_x1"].click()
    qtbot.waitUntil(lambda: weights().shape == (4, 2))
    assert abs(weights() - before).max() < 1e-6


def test_the_last_feature_stays_on_and_data_without_a_plane_has_none(make_context, mlp, qtbot):
    context = make_context(mlp)
    panel = panel_of(context, qtbot)
    buttons = panel.features.buttons
    assert [name for name, button in buttons.items() if button.isChecked()] == ["x1", "x2"]
    buttons["x1"].click()
    buttons["x2"].click()
    assert buttons["x2"].isChecked()
    assert context.document.report.shape("features") == (1,)
    context.document.push("", lambda doc: edits.set_data(doc, "digits"))
    assert not panel.features.isVisibleTo(panel)
    assert not panel.regenerate.isVisibleTo(panel)
    assert not panel.draw.isVisibleTo(panel)


def test_regenerate_draws_other_points_and_is_undone(make_context, mlp, qtbot):
    context = make_context(mlp)
    panel = panel_of(context, qtbot)
    panel.regenerate.click()
    panel.regenerate.click()
    assert context.document.document.data.params["draw"] == 2
    context.document.undo_stack.undo()
    assert context.document.document.data.params["draw"] == 1


def test_draw_points_opens_the_decision_surface(make_context, mlp, qtbot):
    context = make_context(mlp)
    panel = panel_of(context, qtbot)
    panel.draw.click()
    assert "surface" in context.document.document.view.lenses
    assert context.brush.active
    panel.draw.click()
    assert not context.brush.active
    assert "points" not in panel.form.cells


def seen(watched):
    return {k: [w.isVisibleTo(owner) for owner, w in pairs] for k, pairs in watched.items()}


def _watched(data, page, bar, views, block):
    """Key of what can be hidden -> (owner, widget) wherever it stands."""
    tools, surface = views
    return {
        "play": [(bar, bar.play_button)],
        "step": [(bar, bar.step_button)],
        "reset": [(bar, bar.reset_button)],
        "speed": [(bar, bar.speed)],
        "lr": [(bar, bar.live.rate), (page, page.form.cells["lr"])],
        "optimizer": [(bar, bar.live.optimizer), (page, page.form.cells["optimizer"])],
        "batch_size": [(bar, bar.live.batch), (page, page.form.cells["batch_size"])],
        "layers": [(tools, tools.layers)],
        "regularisation": [(page, page.form.cells["l1"]), (block, block.penalty)],
        "loss": [(page, page.form.cells["loss"])],
        "seed": [(bar, bar.seed), (page, page.numbers["seed"])],
        "device": [(bar, bar.device)],
        "experiment": [(page, page.experiment)],
        "dataset": [(data, data.chooser), (data, data.open_own)],
        "noise": [(data, data.form.cells["noise"])],
        "test_share": [(data, data.form.cells["test_share"])],
        "num_samples": [(data, data.form.cells["num_samples"])],
        "regenerate": [(data, data.regenerate)],
        "features": [(data, data.features)],
        "drawing": [(data, data.draw)],
        "test_data": [(tools, tools.buttons["test"]), (surface, surface.tested)],
        "discretise": [(tools, tools.buttons["sign"]), (surface, surface.discrete)],
        "activation": [],  # stands in menus: see test_neuron_layers.py
    }


def test_what_a_lesson_hides_vanishes_everywhere_and_comes_back(make_context, mlp, qtbot):
    context = make_context(mlp)
    data, page, bar = panel_of(context, qtbot), DocumentPage(context), Transport(context)
    neurons, surface = lenses.get("neurons")(context), lenses.get("surface")(context)
    block = BlockPage(context)
    for widget in (page, bar, neurons, surface, block):
        qtbot.addWidget(widget)
    block.show_node("hidden")
    context.document.changed.connect(lambda *_: block.follow())
    neurons.resize(1000, 500)
    neurons.show()
    context.document.changed.connect(lambda *_: page.follow())
    bar.resize(1600, 56)
    bar.show()
    watched = _watched(data, page, bar, (neurons.bar, surface), block)
    assert watched.keys() == {found.key for found in HIDEABLE}
    before = seen(watched)
    assert not bar.hidden.isVisibleTo(bar)
    for found in HIDEABLE:
        toggle(context.document, found)
        assert not any(w.isVisibleTo(owner) for owner, w in watched[found.key]), found.key
        assert bar.hidden.isVisibleTo(bar)
    saved = context.document.document
    assert version_of(saved) == 3
    assert reads(writes(saved)) == saved
    bar.hidden.menu().aboutToShow.emit()
    assert len(bar.hidden.menu().actions()) == len(HIDEABLE) + 2
    show_all(context.document)
    assert seen(watched) == before
    assert not bar.hidden.isVisibleTo(bar)
    assert version_of(context.document.document) == 1


def test_every_parameter_that_is_hidden_is_one_of_some_form():
    known = {i.name for r in (datasets, experiments) for _, cls in r.items() for i in cls.infos()}
    for found in HIDEABLE:
        assert known.issuperset(found.params), found.key
    document = edits.set_hidden(load("xor-mlp"), ("lr", "from_the_future"))
    assert "lr" in hidden_params(document)


def test_each_dataset_of_the_classic_playground_has_its_equal():
    assert {"circle", "xor", "gaussians", "spiral", "plane", "bumps"} <= set(datasets)
    for key in ("circle", "xor", "gaussians", "spiral", "plane", "bumps"):
        names = {info.name for info in datasets.get(key).infos()}
        assert {"noise", "test_share", "draw"} <= names


def test_a_hidden_brush_is_not_offered(make_context, mlp):
    context = make_context(edits.set_hidden(mlp, ("drawing",)))
    assert context.brush.possible
    assert not draw_data.can_draw(context)


def test_own_data_can_begin_with_an_empty_plane(make_context, mlp, qtbot):
    context = make_context(mlp)
    panel = panel_of(context, qtbot)
    action = next(a for a in panel.open_own.menu().actions() if a.data() == "drawn")
    action.trigger()
    assert context.document.document.data.dataset == "drawn"
    assert context.brush.active
    assert "surface" in context.document.document.view.lenses
    assert any("No points" in p.message for p in context.document.report.problems)


def test_the_card_of_the_features_names_them(mlp):
    document = set_feature(mlp, "sin_x1", True)
    found = facts_of(document.node("features"), document, check(document))
    assert found.labels == ("x₁", "x₂", "sin x₁")
