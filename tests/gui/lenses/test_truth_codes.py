"""Reconstructions, the plane of codes and denoising, against networks that are really trained."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from live_run import Live
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QApplication
from truth_networks import autoencoder, diffusion, vae
from truths import Judge

from playground.gui.selection import Sample
from playground.registry import lenses
from playground.telemetry.diffusion import Denoiser
from playground.telemetry.snapshot import Snapshot
from playground.train.session import LOOK


@pytest.fixture
def show(qtbot, make_context):
    """Open a lens in front of a run, and let it look once."""

    def show(key, document, size=(640, 480)):
        context = make_context(document)
        view = lenses.get(key)(context)
        qtbot.addWidget(view)
        view.resize(*size)
        view.show()
        qtbot.waitExposed(view)
        live = Live(document, steps=3)
        live.steering.probes = frozenset(view.probes())
        snapshot = live.generator.send(LOOK)
        context.run.snapshot.emit(snapshot)
        return view, live, snapshot, context

    return show


def believe(view, context, snapshot, image=None):
    judge = Judge(snapshot.arrays, context.theme.tokens)
    readings = view.readings()
    assert readings
    faults = [(r, judge.fault(r, image)) for r in readings]
    assert [f for f in faults if f[1]] == []
    return readings


# --- reconstructions ------------------------------------------------------------------------------


@pytest.mark.parametrize("made", [autoencoder(), autoencoder("bce_with_logits"), vae()])
def test_each_pixel_of_input_reconstruction_and_error_is_true(show, made):
    view, live, snapshot, context = show("reconstructions", made)
    readings = believe(view, context, snapshot, view.grab().toImage())
    assert len(readings) == 3 * 16 * 64
    x = live.session.run.test["x"][:16]
    models = live.session.models
    with torch.no_grad():
        if "main" in models:
            back = models["main"](x)
        else:
            back = models["decoder"](models["encoder"](x)[:, :2])
    if made.train.params["loss"] == "bce_with_logits":
        back = back.sigmoid()
    assert np.allclose(snapshot.arrays["reconstructions/output"], back, atol=1e-6)
    square = (back - x).square().mean().item()
    assert f"{square:.3g}" in view.columns[2].label.full_text()
    error = view.columns[2].bar
    assert error.low == -error.high
    assert (view.columns[0].bar.low, view.columns[0].bar.high) == (0.0, 1.0)


def test_samples_that_are_no_images_lie_in_rows(show):
    view, _, snapshot, context = show("reconstructions", autoencoder(data="iris"))
    assert len(believe(view, context, snapshot)) == 3 * 16 * 4


def test_pointing_at_a_picture_lights_the_sample_in_all_three(show, qtbot):
    view, _, _, context = show("reconstructions", autoencoder())
    tiles = view.columns[1].tiles
    qtbot.mouseMove(tiles, tiles.rectangles()[5].center().toPoint())
    assert context.cursor.sample == Sample("test", 5)
    assert [column.tiles.lit for column in view.columns] == [{5}] * 3
    QApplication.sendEvent(tiles, QEvent(QEvent.Type.Leave))
    assert context.cursor.sample is None
    context.cursor.set_sample(Sample("train", 5))
    assert [column.tiles.lit for column in view.columns] == [set()] * 3


@pytest.mark.parametrize("key", ["reconstructions", "latent_plane", "denoising"])
def test_another_kind_of_training_is_said(key, show, mlp):
    view, _, _, _ = show(key, mlp)
    assert not view.is_filled
    assert view.readings() == []


# --- the plane of codes ---------------------------------------------------------------------------


@pytest.mark.parametrize("loss", ["bce_with_logits", "mse"])
def test_every_picture_lies_where_its_code_does(show, loss):
    view, live, snapshot, context = show("latent_plane", vae(loss=loss))
    arrays = snapshot.arrays
    readings = believe(view, context, snapshot)
    assert len(readings) == (15 * 8) ** 2 + 2 * len(arrays["latent/codes"])
    grid, decoder = arrays["latent/grid"], live.session.models["decoder"]
    for down, right in ((0, 0), (3, 11), (14, 7)):
        code = torch.tensor([[grid[right], -grid[down]]])  # the first row lies on top
        with torch.no_grad():
            read = decoder(code)[0]
        read = read.sigmoid() if loss == "bce_with_logits" else read
        assert np.allclose(arrays["latent/pictures"][down, right], read, atol=1e-5)
    # the middle picture of the plot is the code 0, 0
    middle = view.image.mapFromScene(view.plot.getViewBox().mapViewToScene(QPointF(0, 0)))
    assert (middle.x() // 8, middle.y() // 8) == (7, 7)
    low = view.image.mapFromScene(view.plot.getViewBox().mapViewToScene(QPointF(-3, -3)))
    assert (low.x() // 8, low.y() // 8) == (0, 0), "the lowest code is the first row of pixels"


def test_samples_lie_at_the_mean_of_their_codes_in_the_colour_of_their_class(show):
    view, live, snapshot, context = show("latent_plane", vae())
    run = live.session.run
    with torch.no_grad():
        mean = live.session.models["encoder"](run.test["x"][:400])[:, :2]
    assert np.allclose(snapshot.arrays["latent/codes"], mean, atol=1e-6)
    assert np.array_equal(snapshot.arrays["latent/targets"], run.test["y"][:400])
    context.cursor.set_label(3)
    assert len(view.lit.getData()[0]) == int((run.test["y"][:400] == 3).sum())
    context.cursor.set_label(None)
    context.cursor.set_sample(Sample("test", 7))
    assert np.allclose([c[0] for c in view.lit.getData()], mean[7], atol=1e-6)
    view.shown.setChecked(False)
    assert len(view.lit.getData()[0]) == 0
    assert len(view.dots.getData()[0]) == 0
    believe(view, context, snapshot)


@pytest.mark.parametrize("latent", [1, 3])
def test_codes_of_another_size_have_no_plane(show, latent):
    view, _, _, _ = show("latent_plane", vae(latent=latent))
    assert not view.is_filled


def test_codes_that_are_no_numbers_are_not_drawn(show):
    view, _, snapshot, context = show("latent_plane", vae())
    codes = snapshot.arrays["latent/codes"].copy()
    codes[:5] = np.nan
    codes[5] = np.inf
    codes[6] = 90.0
    ill = Snapshot(1, 9, 0.0, {}, {**snapshot.arrays, "latent/codes": codes})
    context.run.snapshot.emit(ill)
    assert len(view.dots.getData()[0]) == len(codes) - 6
    assert "1 lie outside" in view.note.full_text()
    believe(view, context, ill)


# --- denoising ------------------------------------------------------------------------------------


def test_points_data_and_arrows_are_true_at_every_moment(show):
    view, live, snapshot, context = show("denoising", diffusion())
    arrays = snapshot.arrays
    assert arrays["denoising/times"].tolist() == list(range(12, -1, -1))
    for moment in (0, 5, 12):
        view.slider.setValue(moment)
        readings = believe(view, context, snapshot)
        assert len(readings) == 2 * (256 + 1000 + (169 if moment < 12 else 0))
        assert f"{12 - moment} of 12 noise steps left" in view.note.full_text()

    run = live.session.run
    denoiser = Denoiser(run.flat, live.session.models["main"], run.train)
    generator = torch.Generator().manual_seed(2)
    with torch.no_grad():
        made = denoiser.sample(256, generator)
        places = denoiser.process.scaled(torch.from_numpy(arrays["denoising/grid"]))
        seen = denoiser.noise_in(places, 6)  # moment 5: 7 steps of noise are left
    assert np.allclose(arrays["denoising/samples"][-1], made, atol=1e-5)
    assert np.allclose(arrays["denoising/arrows"][5], -seen, atol=1e-5)
    noise = torch.randn(256, 2, generator=torch.Generator().manual_seed(2))
    first = denoiser.process.unscaled(noise)
    assert np.allclose(arrays["denoising/samples"][0], first, atol=1e-5)


def test_the_longest_arrow_is_as_long_as_a_cell_and_its_size_is_said(show):
    view, _, snapshot, _ = show("denoising", diffusion())
    view.slider.setValue(4)
    arrows, grid = snapshot.arrays["denoising/arrows"][4], snapshot.arrays["denoising/grid"]
    size = np.linalg.norm(arrows, axis=1)
    assert f"longest arrow: {size.max():.2g} σ" in view.note.full_text()
    drawn = np.linalg.norm(view.points._ends - grid, axis=1)
    assert np.allclose(drawn, size / size.max() * (grid.max() - grid.min()) / 12, atol=1e-5)
    view.arrows.setChecked(False)
    assert "arrow" not in view.note.full_text()


def test_it_plays_from_noise_to_the_end_and_stops(show, qtbot):
    view, _, _, _ = show("denoising", diffusion())
    view._timer.setInterval(1)
    assert view.moment == 12
    view.play.setChecked(True)
    assert view.moment == 0
    qtbot.waitUntil(lambda: not view.play.isChecked(), timeout=5000)
    assert view.moment == 12
    assert not view._timer.isActive()
    view.slider.setValue(0)
    view.play.setChecked(True)
    view.hide()
    assert not view._timer.isActive()


def test_points_that_are_no_numbers_are_not_drawn(show):
    view, _, snapshot, context = show("denoising", diffusion())
    samples = snapshot.arrays["denoising/samples"].copy()
    samples[-1, :3] = np.nan
    samples[-1, 3] = 1e6
    ill = Snapshot(1, 9, 0.0, {}, {**snapshot.arrays, "denoising/samples": samples})
    context.run.snapshot.emit(ill)
    believe(view, context, ill)
    assert "1 lie outside" in view.note.full_text() or view.points.away >= 1


def test_images_are_strips_of_moments(show):
    view, live, snapshot, context = show("denoising", diffusion("digits"))
    samples = snapshot.arrays["denoising/samples"]
    assert samples.shape == (9, 8, 1, 8, 8)
    readings = believe(view, context, snapshot, view.grab().toImage())
    assert len(readings) == 9 * 8 * 64
    run = live.session.run
    denoiser = Denoiser(run.flat, live.session.models["main"], run.train)
    with torch.no_grad():
        made = denoiser.sample(8, torch.Generator().manual_seed(2))
    assert np.allclose(samples[-1], made, atol=1e-5)
    rects = view.strips.tiles.rectangles()
    assert len({round(r.y()) for r in rects}) == 8
    assert "steps left: 12, " in view.note.full_text()


def test_the_loss_of_a_variational_autoencoder_is_named_by_its_terms(qtbot, make_context):
    for made, words in ((vae(), "−log p(x|z) + β·KL (nats a sample)"), (autoencoder(), "squared")):
        view = lenses.get("loss")(make_context(made))
        qtbot.addWidget(view)
        assert words in view.measure()
