"""Verdicts of a discriminator: histograms, means and words, against torch alone."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from games import game
from live_run import Live
from PySide6.QtCore import QPointF
from truths import Judge, rgb

from playground.document import edits
from playground.document.library import load
from playground.gui.selection import Sample
from playground.registry import lenses
from playground.telemetry.snapshot import Snapshot
from playground.train.session import LOOK


@pytest.fixture
def look(qtbot, make_context):
    """The lens in front of a run that was stopped."""

    def look(document, steps=3):
        context = make_context(document)
        qtbot.waitUntil(lambda: context.document.report.ok, timeout=20_000)
        view = lenses.get("scores")(context)
        qtbot.addWidget(view)
        view.resize(620, 360)
        view.show()
        qtbot.waitExposed(view)
        live = Live(document, steps=steps)
        live.steering.probes = frozenset(view.probes())
        snapshot = live.generator.send(LOOK)
        context.run.snapshot.emit(snapshot)
        return view, live, snapshot, context

    return look


def told(view, context, arrays):
    context.run.snapshot.emit(Snapshot(1, 9, 0.0, {}, arrays))
    judge = Judge(arrays, context.theme.tokens)
    readings = view.readings()
    assert [(r, f) for r in readings if (f := judge.fault(r))] == []
    return readings


@pytest.mark.parametrize("loss", ["non_saturating", "least_squares", "wgan_gp"])
def test_verdicts_are_the_outputs_of_the_discriminator(look, loss):
    view, live, snapshot, context = look(game(loss=loss))
    models, train = live.session.models, live.session.run.train["x"]
    generator, judge = (models[r].eval() for r in ("generator", "discriminator"))
    rows, count = snapshot.arrays["scores/rows"], len(train)
    assert rows.tolist() == list(range(count)), "fewer than are asked for: all of them"
    z = torch.randn(count, 4, generator=torch.Generator().manual_seed(3))
    with torch.no_grad():
        assert np.allclose(snapshot.arrays["scores/real"], judge(train)[:, 0], atol=1e-6)
        assert np.allclose(snapshot.arrays["scores/fake"], judge(generator(z))[:, 0], atol=1e-6)
    assert len(told(view, context, snapshot.arrays)) == 2 * (48 + 1)


def test_a_discriminator_that_compares_judges_batches_of_the_size_of_the_training(look):
    document = edits.set_train_param(load("dcgan-digits"), "batch_size", 48)
    view, live, snapshot, context = look(document, steps=2)
    models, train = live.session.models, live.session.run.train["x"]
    rows = snapshot.arrays["scores/rows"]
    assert len(rows) == 480
    assert snapshot.arrays["scores/batch"] == 48
    generator, judge = (models[r].eval() for r in ("generator", "discriminator"))
    z = torch.randn(480, 64, generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        real = torch.cat([judge(train[part]) for part in torch.tensor(rows).split(48)])
        fake = torch.cat([judge(part) for part in generator(z).split(48)])
    assert np.allclose(snapshot.arrays["scores/real"], real[:, 0], atol=1e-5)
    assert np.allclose(snapshot.arrays["scores/fake"], fake[:, 0], atol=1e-5)
    assert "judged in batches of 48" in view.note.full_text()
    told(view, context, snapshot.arrays)


@pytest.mark.parametrize(
    ("loss", "axis", "limit"),
    [
        ("non_saturating", "logit", 0.0),
        ("least_squares", "verdict", 0.5),
        ("wgan_gp", "score", None),
    ],
)
def test_the_axis_says_what_it_is_and_the_threshold_is_where_the_loss_has_one(
    look, loss, axis, limit
):
    view, _, snapshot, context = look(game(loss=loss))
    assert view.plot.getAxis("bottom").labelText.startswith(axis)
    assert view.threshold.isVisible() == (limit is not None)
    arrays = dict(snapshot.arrays)
    arrays["scores/real"] = np.float32([0.7, 0.8, 0.4, 2.0])
    arrays["scores/fake"] = np.float32([-1.0, -2.0, -0.5, 0.3])
    told(view, context, arrays)
    assert view.means["real"].value() == pytest.approx(0.975)
    assert view.means["fake"].value() == pytest.approx(-0.8)
    view._say()
    words = view.note.full_text()
    assert "4 real: mean 0.98" in words  # 0.975 as float32
    assert ("called real" in words) == (limit is not None)
    if limit is not None:
        assert view.threshold.value() == limit
        assert f"{75 if limit else 100}% called real" in words
        assert f"{0 if limit else 25}% called real" in words


def test_what_is_not_finite_is_counted_and_not_drawn(look):
    view, _, snapshot, context = look(game())
    arrays = dict(snapshot.arrays)
    arrays["scores/real"] = np.float32([np.nan, np.inf, 1.0, 3.0])
    arrays["scores/fake"] = np.full(4, np.nan, np.float32)
    readings = told(view, context, arrays)
    assert len(readings) == 2 * 48 + 1, "no mean of nothing"
    assert sum(view.bars["real"].getData()[1]) == pytest.approx(0.5)
    view._say()
    assert "2 not finite" in view.note.full_text()
    assert "4 not finite" in view.note.full_text()


@pytest.mark.parametrize("values", [(0.0, 0.0), (3e38, -3e38), (1e-30, 2e-30), (7.0, 7.0000005)])
def test_any_range_of_verdicts_has_an_axis(look, values):
    view, _, snapshot, context = look(game(loss="wgan_gp"))
    arrays = dict(snapshot.arrays)
    arrays["scores/real"] = np.float32([values[0]] * 3)
    arrays["scores/fake"] = np.float32([values[1]] * 3)
    told(view, context, arrays)
    view.grab()
    for kind in ("real", "fake"):
        assert sum(view.bars[kind].getData()[1]) == pytest.approx(1.0), "none is beside the axis"


def test_the_axis_stays_while_the_verdicts_fit(look):
    view, _, snapshot, context = look(game(loss="wgan_gp"))
    arrays, ranges = dict(snapshot.arrays), []
    for shift in (0.0, 0.02, -0.03):
        arrays["scores/real"] = np.float32([1.0, 3.0]) + np.float32(shift)
        arrays["scores/fake"] = np.float32([-1.0, 0.0]) + np.float32(shift)
        told(view, context, dict(arrays))
        ranges.append(view.plot.x_range)
    assert len(set(ranges)) == 1


def test_a_training_sample_that_is_pointed_at_is_marked_by_its_verdict(look):
    view, _, snapshot, context = look(game())
    context.cursor.set_sample(Sample("train", 7))
    assert view.lit.isVisible()
    assert view.lit.value() == pytest.approx(float(snapshot.arrays["scores/real"][7]))
    for sample in (Sample("test", 7), Sample("train", 99_999), None):
        context.cursor.set_sample(sample)
        assert not view.lit.isVisible()


def test_the_bins_are_where_the_picture_has_their_colours(look):
    view, _, snapshot, context = look(game())
    arrays = dict(snapshot.arrays)
    arrays["scores/real"] = np.float32([4.0] * 10)
    arrays["scores/fake"] = np.float32([-4.0] * 10)
    told(view, context, arrays)
    image = view.plot.grab().toImage()
    for kind, colour in (
        ("real", context.theme.tokens.positive),
        ("fake", context.theme.tokens.negative),
    ):
        edges, heights = view.bars[kind].getData()
        at = int(heights.argmax())
        assert heights[at] == 1.0
        seen = at_place(view, image, edges[at] + 0.75 * (edges[at + 1] - edges[at]), 0.47)
        wanted = blend(colour, context.theme.tokens.panel, 0.4)
        assert np.abs(np.array(seen) - wanted).max() <= 12, kind


def at_place(view, image, x, y):
    spot = view.plot.mapFromScene(view.plot.getViewBox().mapViewToScene(QPointF(x, y)))
    return image.pixelColor(spot).getRgb()[:3]


def blend(colour, ground, share):
    return share * rgb(colour) + (1 - share) * rgb(ground)


def test_another_kind_of_training_is_said(look, mlp):
    view, _, _, _ = look(mlp)
    assert not view.is_filled
    assert view.readings() == []


def test_histograms_of_what_was_shown_by_hand(show, context):
    arrays = {
        "scores/real": np.float32([1.0, 2.0]),
        "scores/fake": np.float32([0.5, 0.5]),
        "scores/rows": np.arange(2),
        "scores/batch": np.array(2),
    }
    view = show("scores", arrays)
    told(view, context, arrays)
    assert sum(view.bars["fake"].getData()[1]) == pytest.approx(1.0)
