"""t-SNE against its definition and scikit-learn's own functions."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.distance import squareform
from sklearn.manifold import _t_sne

from playground.explain.tsne import EARLY, distances, neighbourhoods, step_of, tsne


def groups(count=60, seed=0):
    rng = np.random.default_rng(seed)
    labels = np.arange(count) % 3
    return rng.normal(size=(count, 8)) + 12.0 * np.eye(8)[labels], labels


def test_neighbourhoods_are_those_of_scikit_learn():
    x, _ = groups()
    squared = distances(x)
    expected = squareform(_t_sne._joint_probabilities(squared.astype(np.float32), 15.0, 0))
    assert np.allclose(neighbourhoods(x, 15.0), expected, atol=1e-6)


def test_the_gradient_and_the_divergence_are_those_of_scikit_learn():
    x, _ = groups()
    joint = neighbourhoods(x, 15.0)
    points = np.random.default_rng(1).normal(size=(60, 2))
    gradient, divergence = step_of(points, joint)
    expected, slope = _t_sne._kl_divergence(
        points.ravel(), squareform(joint, checks=False), 1, 60, 2
    )
    assert divergence == pytest.approx(expected, abs=1e-6)
    assert np.allclose(gradient.ravel(), slope, atol=1e-7)


def test_groups_come_apart_and_the_divergence_falls():
    x, labels = groups()
    layouts = list(tsne(x, perplexity=10, iterations=400))
    assert [layout.iteration for layout in layouts] == list(range(1, 401))
    assert layouts[-1].divergence < layouts[260].divergence
    squared = distances(layouts[-1].points)
    np.fill_diagonal(squared, np.inf)
    assert (labels[squared.argmin(1)] == labels).all()


@pytest.mark.parametrize("seed", range(6))
def test_the_early_map_never_flies_apart_whatever_the_rounding(seed):
    x, labels = groups(seed=seed)
    x = x + 1e-9 * np.random.default_rng(seed).normal(size=x.shape)
    first, *later = tsne(x, perplexity=10, iterations=400)
    assert max(layout.divergence for layout in later[:EARLY]) < 1.05 * first.divergence
    squared = distances(later[-1].points)
    np.fill_diagonal(squared, np.inf)
    assert (labels[squared.argmin(1)] == labels).all()


@pytest.mark.parametrize("count", [1, 3, 4, 7])
def test_a_handful_of_samples_is_no_trouble(count):
    *_, last = tsne(np.random.default_rng(0).normal(size=(count, 3)), iterations=20)
    assert last.points.shape == (count, 2)
    assert np.isfinite(last.points).all()


def test_equal_samples_are_no_trouble():
    *_, last = tsne(np.zeros((12, 3)), iterations=5)
    assert np.isfinite(last.points).all()
