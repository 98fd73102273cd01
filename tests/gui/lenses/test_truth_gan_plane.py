"""The plane of a generative game: every point, colour and arrow is that of the networks."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from games import game
from live_run import Live
from PySide6.QtCore import QPointF
from truths import Judge

from playground.document import edits
from playground.document.model import DataSpec, Node, Wire
from playground.experiments._adversarial import fool
from playground.gui.lenses._gan_items import densities, opacities
from playground.gui.lenses._gan_readings import readings_of
from playground.gui.selection import Sample
from playground.registry import lenses
from playground.telemetry.snapshot import Snapshot
from playground.train.session import LOOK


class Look:
    """The lens on a training that was stopped."""

    def __init__(self, qtbot, context, document, size=(620, 460)):
        self.context = context
        context.document.load(document)
        qtbot.waitUntil(lambda: context.document.report.ok, timeout=20_000)
        self.live = Live(context.document.document, steps=3)
        self.lens = lenses.get("gan_plane")(context)
        qtbot.addWidget(self.lens)
        self.lens.resize(*size)
        self.lens.show()
        qtbot.waitExposed(self.lens)
        self.look()

    def look(self, **changed):
        """Show where the run is, some arrays put in the place of others."""
        self.live.steering.probes = frozenset(self.lens.probes())
        found = self.live.generator.send(LOOK)
        arrays = {**found.arrays, **{f"gan_plane/{n}": a for n, a in changed.items()}}
        self.shown = Snapshot(1, found.step, 0.0, dict(found.scalars), arrays)
        self.context.run.past.shown = self.shown
        self.context.run.snapshot.emit(self.shown)
        self.arrays = arrays

    def __getitem__(self, name):
        return self.arrays[f"gan_plane/{name}"]

    def believe(self):
        judge = Judge(self.arrays, self.context.theme.tokens)
        readings = self.lens.readings()
        faults = [(r, fault) for r in readings if (fault := judge.fault(r))]
        assert not faults, f"{len(faults)} of {len(readings)}: {faults[0]}"
        return len(readings)


@pytest.fixture
def look(qtbot, context):
    return lambda document, **options: Look(qtbot, context, document, **options)


def noise_of(document, features):
    return edits.set_param(document, "z", "features", features)


@pytest.mark.parametrize("features", [1, 2, 5])
@pytest.mark.parametrize("loss", ["non_saturating", "least_squares", "wgan_gp"])
def test_what_is_measured_is_what_torch_says(look, loss, features):
    view = look(noise_of(game(loss=loss), features))
    models = view.live.session.models
    generator, judge = (models[r].eval() for r in ("generator", "discriminator"))
    train = view.live.session.run.train["x"]
    z = torch.randn(400, features, generator=torch.Generator().manual_seed(3))
    fake = generator(z).detach().requires_grad_()
    assert np.allclose(view["fake"], fake.detach(), atol=1e-6)
    assert np.array_equal(view["real"], train[: len(view["real"])])
    # the loss of each sample by itself: that of a batch is their mean
    gradient = torch.autograd.grad(len(fake) * fool(loss, judge(fake)), fake)[0]
    assert np.allclose(view["arrows"], -gradient, atol=1e-5)
    away = torch.cdist(fake, train).detach()
    assert np.allclose(view["nearest"], away.min(1).values, atol=1e-5)
    assert np.allclose(view["beside"], train[view["neighbour"]])
    x0, x1, y0, y1 = view["extent"]
    at = (np.arange(64) + 0.5) / 64
    x, y = np.meshgrid(x0 + at * (x1 - x0), y0 + at * (y1 - y0))
    grid = torch.tensor(np.stack([x.ravel(), y.ravel()], 1), dtype=torch.float32)
    with torch.no_grad():
        said = judge(grid)
    said = said.sigmoid() if loss == "non_saturating" else said
    assert np.allclose(view["surface"].ravel(), said.ravel(), atol=1e-5)


def test_every_cell_of_the_grid_gets_equally_many_samples(look):
    view = look(noise_of(game(), 2))
    corners = torch.distributions.Normal(0, 1).cdf(torch.tensor([-2.4, 2.4]))
    steps = torch.distributions.Normal(0, 1).icdf(torch.linspace(*corners.tolist(), 25))
    with torch.no_grad():
        generator = view.live.session.models["generator"].eval()
        for row, column in ((0, 0), (3, 7), (24, 1)):
            made = generator(torch.stack([steps[column], steps[row]])[None])[0]
            assert np.allclose(view["manifold"][row, column], made, atol=1e-5)


@pytest.mark.parametrize(
    ("features", "shape", "latent"),
    [(1, (1, 625), [1, 1]), (2, (25, 25), [2, 2]), (7, (25, 25), [2, 7])],
)
def test_the_grid_is_a_line_a_sheet_or_a_slice_and_says_so(look, features, shape, latent):
    view = look(noise_of(game(), features))
    assert view["manifold"].shape == (*shape, 2)
    assert view["latent"].tolist() == latent
    words = view.lens.legend.text()
    assert ("2 of 7 noise numbers" in words) == (features == 7)
    assert ("equally many samples" in words) == (features < 3)


@pytest.mark.parametrize(
    ("loss", "features"), [("non_saturating", 3), ("least_squares", 1), ("wgan_gp", 2)]
)
def test_all_that_is_drawn_is_true_now_and_later_in_both_themes(look, loss, features):
    view = look(noise_of(game(loss=loss), features))
    first = view.believe()
    assert first > 64 * 64 + 2 * (400 + 160 + 2 * 100)
    view.live.go(3)
    view.context.theme.set_mode("dark")
    view.look()
    assert view.believe() == first


def test_a_switch_takes_a_layer_away_and_its_claims_with_it(look):
    view = look(game())
    every = len(view.lens.readings())
    items = {
        "surface": view.lens.image,
        "manifold": view.lens.sheet,
        "real": view.lens.real,
        "fake": view.lens.fake,
        "arrows": view.lens.arrows,
    }
    for layer, button in view.lens.bar.buttons.items():
        button.setChecked(False)
        assert not items[layer].isVisible()
        assert len(view.lens.readings()) < every
        button.setChecked(True)
        assert items[layer].isVisible()
    assert len(view.lens.readings()) == every


def test_dense_cells_are_more_opaque():
    grid = np.stack(np.meshgrid([0.0, 1.0, 3.0], [0.0, 1.0]), axis=2)
    assert densities(grid).tolist() == [[1.0, 0.5]]
    dense, thin = opacities(densities(grid))[0]
    assert dense > thin
    line = np.array([[[0.0, 0.0], [3.0, 4.0], [3.0, 4.5]]])
    assert densities(line).tolist() == [[0.2, 2.0]]
    assert np.isfinite(opacities(densities(np.zeros((3, 3, 2))))).all()


def test_cells_with_a_corner_that_is_no_number_do_not_count():
    grid = np.stack(np.meshgrid([0.0, 1.0, 3.0, 9.0], [0.0, 1.0]), axis=2)
    spoilt = grid.copy()
    spoilt[0, 3] = np.inf, 0.0
    assert densities(spoilt).tolist()[0][:2] == [1.0, 0.5]
    assert np.isnan(densities(spoilt)[0, 2])
    assert (
        opacities(densities(spoilt))[0, :2].tolist()
        == opacities(densities(grid[:, :3]))[0].tolist()
    )
    assert np.isnan(opacities(densities(np.full((3, 3, 2), np.nan)))).all()


def test_samples_that_are_no_numbers_are_counted_not_drawn(look):
    view = look(game())
    fake = view["fake"].copy()
    fake[3], fake[5] = np.nan, np.inf
    view.look(fake=fake)
    assert len(view.lens.fake.getData()[0]) == len(fake) - 2
    view.lens._tell()  # at once, not five times a second
    assert "2 answers are NaN" in view.lens.facts.text()
    view.lens.grab()
    view.believe()


def test_the_facts_are_those_of_the_run(look):
    view = look(game())
    view.lens._tell()
    words = view.lens.facts.text()
    share = round(100 * view.shown.scalars["high_quality"])
    assert f"{round(view.shown.scalars['modes'])} of 8 clouds" in words
    assert f"{share} % within 3 σ" in words
    assert f"{np.median(view['nearest']):.2g}" in words


def pointer(view, x, y):
    place = view.lens.plot.getViewBox().mapViewToScene(QPointF(float(x), float(y)))
    view.lens._on_mouse(place)


def test_a_generated_sample_points_at_its_nearest_training_sample(look):
    view = look(game())
    number = int(view["nearest"].argmax())  # far from all: nothing else is near
    pointer(view, *view["fake"][number])
    assert view.context.cursor.sample is not None
    at = view.lens._at
    assert view.context.cursor.sample == Sample("train", int(view["neighbour"][at]))
    ends = np.stack(view.lens.way.getData(), axis=1)
    assert np.allclose(ends, [view["fake"][at], view["beside"][at]])
    assert f"generated sample {at}:" in view.lens.facts.text()
    view.lens._leave()
    assert view.context.cursor.sample is None
    assert not len(view.lens.way.getData()[0])


def test_a_real_sample_lights_up_whoever_points_at_it(look):
    view = look(game())
    view.context.cursor.set_sample(Sample("train", 7))
    assert np.allclose(np.stack(view.lens.lit.getData(), 1), view["real"][7:8])
    view.context.cursor.set_sample(Sample("test", 7))
    assert not len(view.lens.lit.getData()[0])
    view.lens.bar.buttons["fake"].setChecked(False)
    pointer(view, *view["real"][4])
    assert view.context.cursor.sample.split == "train"


def test_one_player_is_trained_alone_from_here(look, context):
    view = look(game())
    for number, who in enumerate(("both", "generator", "discriminator")):
        view.lens.bar.players.setCurrentIndex(number)
        view.lens.bar.players.activated.emit(number)
        assert context.run.steering.controls.players == who


def test_a_discriminator_that_compares_samples_has_no_surface(look):
    document = game()
    (wire,) = (w for w in document.wires if w.source == "dis")
    view = look(edits.insert_on_wire(document, wire, Node(id="std", block="minibatch_stddev")))
    assert "gan_plane/surface" not in view.arrays
    assert not view.lens.image.isVisible()
    assert "compares the samples of a batch" in view.lens.legend.text()
    view.believe()


def test_by_class_one_class_is_looked_at(look):
    document = game().with_(
        data=DataSpec(dataset="moons", params={"num_samples": 200, "one_hot": True})
    )
    document = edits.add_node(document, Node(id="label", block="input", params={"field": "y"}))
    for role, source, target in (("generator", "z", "gen"), ("discriminator", "x", "dis")):
        (wire,) = (w for w in document.wires if (w.source, w.target) == (source, target))
        document = edits.insert_on_wire(document, wire, Node(id=f"b_{target}", block="concat"))
        document = edits.connect(document, Wire(source="label", target=f"b_{target}"))
        spec = document.train.models[role].with_(input=(source, "label"))
        document = edits.set_train(document, models={**document.train.models, role: spec})
    view = look(document)
    assert view.lens.bar.labels.isVisible()
    train = view.live.session.run.train
    for label in (0, 1):
        view.lens._choose_label(label)
        view.look()
        assert (train["y"][view["rows"]].argmax(1) == label).all()
        assert np.array_equal(view["real"], train["x"][view["rows"]])
    view.believe()


def test_data_that_are_no_points_have_no_plane(show):
    view = show("gan_plane", {"surface/values": np.zeros((2, 2, 2))})
    assert not view.is_filled
    assert readings_of(view) == []
