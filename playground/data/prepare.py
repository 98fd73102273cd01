"""From a dataset to what a run trains and tests on: checks, noise, split, scales, one-hot."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from playground.data._checks import check_samples
from playground.data._parts import Images, Labelled, Measured, Tabular
from playground.data._split import num_train, split
from playground.data.base import Dataset, Field, Samples

Arrays = dict[str, np.ndarray]


@dataclass(frozen=True, slots=True)
class Scaling:
    """How a field was standardised: value = standardised * std + mean, feature by feature."""

    mean: np.ndarray  # float64, shape of the field
    std: np.ndarray  # float64, shape of the field; 1 for a column that never changes


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything a run needs of its data; the arrays are as `fields` says."""

    train: Samples
    test: Samples
    fields: dict[str, Field]
    notes: tuple[str, ...] = ()  # what a user should know about this data, in the user's language
    scaling: Mapping[str, Scaling] = field(default_factory=dict)  # of the standardised fields


def stream(seed: int, purpose: str) -> np.random.Generator:
    """Random numbers for one purpose, independent of all other purposes with the same seed."""
    key = zlib.crc32(purpose.encode())  # hash() differs from process to process
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(key,)))


def first_stream(dataset: Dataset, seed: int) -> np.random.Generator:
    """Where a dataset has its random numbers from: another draw has others."""
    draw = getattr(dataset, "draw", 0)
    return stream(seed, f"load/{draw}" if draw else "load")


def prepare(dataset: Dataset, seed: int) -> Prepared:
    """Load a dataset and make it ready to train on; the same seed gives the same bytes.

    Raises
    ------
    DataError
        A file that cannot be read, no samples, a value that is no number, a class of one sample.
    """
    samples = dataset.load(first_stream(dataset, seed))
    fields = dataset.fields()
    arrays = dict(samples.arrays)
    check_samples(fields, arrays, holes=("x",) if _fills_holes(dataset) else ())

    label = label_of(fields)
    labels = arrays[label] if label else None
    classes = fields[label].classes if label else ()
    order = dataset.order(samples, stream(seed, "split"))
    train, test = split(len(samples), labels, classes, dataset.test_share, order)

    _add_noise(dataset, arrays, stream(seed, "noise"))
    if label and isinstance(dataset, Labelled):
        wrong = mislabel(arrays[label], len(classes), dataset.label_noise, stream(seed, "labels"))
        arrays[label] = arrays[label].copy()
        arrays[label][train] = wrong[train]  # the test part keeps the truth
    if _fills_holes(dataset):
        arrays["x"] = fill_holes(arrays["x"], train)
    scaling = {}
    for name in _standardised(dataset, fields):
        arrays[name], scaling[name] = standardise(arrays[name], train)

    parts = [{name: array[rows] for name, array in arrays.items()} for rows in (train, test)]
    if isinstance(dataset, Images) and dataset.augment_shift:
        whole = {**parts[0], "x": dataset.pictures(parts[0]["x"])}
        whole = with_shifted_copies(whole, dataset.augment_shift, stream(seed, "shift"))
        parts[0] = {**whole, "x": dataset.seen(whole["x"])}
    if label and fields[label].kind == "float":
        for part in parts:
            part[label] = one_hot(part[label], len(classes))
    return Prepared(Samples(parts[0]), Samples(parts[1]), fields, samples.notes, scaling)


def count_train(dataset: Dataset) -> int | None:
    """How many samples `prepare` will give to train on, where that is known without loading."""
    total = dataset.count()
    if total is None:
        return None
    kept = num_train(total, dataset.class_sizes(), dataset.test_share)
    copies = 2 if isinstance(dataset, Images) and dataset.augment_shift else 1
    return kept * copies


def count_test(dataset: Dataset) -> int | None:
    """How many samples `prepare` will keep for testing, where that is known without loading."""
    total = dataset.count()
    if total is None:
        return None
    return total - num_train(total, dataset.class_sizes(), dataset.test_share)


def preview(dataset: Dataset, seed: int, limit: int = 200) -> Samples:
    """A few samples to draw before any run: in their own units, labels as numbers, without torch.

    `limit` samples at most; the same seed gives the same ones.
    """
    samples = dataset.glance(first_stream(dataset, seed), limit)
    check_samples(dataset.fields(), samples.arrays, holes=("x",) if _fills_holes(dataset) else ())
    if not _fills_holes(dataset):
        return samples
    whole = np.isfinite(samples.arrays["x"]).all(axis=1)
    if whole.any():  # better fewer rows than numbers that stand nowhere in the file
        return Samples({n: a[whole] for n, a in samples.arrays.items()}, samples.notes)
    filled = fill_holes(samples.arrays["x"], np.arange(len(samples)))
    return Samples({**samples.arrays, "x": filled}, samples.notes)


def label_of(fields: Mapping[str, Field]) -> str:
    """Name of the field that says the class of a sample; "" when there are no classes."""
    return next((name for name, found in fields.items() if found.classes), "")


def mislabel(
    labels: np.ndarray, num_classes: int, share: float, rng: np.random.Generator
) -> np.ndarray:
    """Labels (N,) of which about `share` name another class.

    More noise keeps all wrong labels of less noise with the same `rng`.
    """
    hit = rng.random(len(labels)) < share
    step = rng.integers(1, max(num_classes, 2), size=len(labels))  # never 0: never the true class
    return np.where(hit, (labels + step) % num_classes, labels)


def fill_holes(x: np.ndarray, train: np.ndarray) -> np.ndarray:
    """Replace NaN in x (N, F) by the mean of its column over the rows `train`; 0 if all are NaN."""
    known = ~np.isnan(x[train])
    total = np.where(known, x[train], 0.0).sum(axis=0, dtype=np.float64)
    mean = total / np.maximum(known.sum(axis=0), 1)
    return np.where(np.isnan(x), mean, x).astype(np.float32)


def standardise(x: np.ndarray, train: np.ndarray) -> tuple[np.ndarray, Scaling]:
    """Bring each feature of x (N, ...) to mean 0 and standard deviation 1 over the rows `train`."""
    part = x[train].astype(np.float64)
    constant = part.max(axis=0) == part.min(axis=0)
    mean = np.where(constant, part[0], part.mean(axis=0))
    std = np.where(constant, 1.0, part.std(axis=0))
    return ((x - mean) / std).astype(np.float32), Scaling(mean, std)


def with_shifted_copies(part: Arrays, most: int, rng: np.random.Generator) -> Arrays:
    """All samples, then all again with the pictures x (N, C, H, W) moved by up to `most` pixels."""
    pictures = part["x"]
    height, width = pictures.shape[-2:]
    padded = np.pad(pictures, ((0, 0), (0, 0), (most, most), (most, most)))
    corners = rng.integers(0, 2 * most + 1, size=(len(pictures), 2))
    moved = [
        picture[:, top : top + height, left : left + width]
        for picture, (top, left) in zip(padded, corners, strict=True)
    ]
    copies = {**part, "x": np.stack(moved)}
    return {name: np.concatenate([array, copies[name]]) for name, array in part.items()}


def one_hot(labels: np.ndarray, num_classes: int) -> np.ndarray:
    """Labels (N,) as float32 (N, num_classes): 1 in the column of the class, else 0."""
    codes: np.ndarray = np.eye(num_classes, dtype=np.float32)[labels]
    return codes


def _fills_holes(dataset: Dataset) -> bool:
    return isinstance(dataset, Tabular) and dataset.missing_means()


def _standardised(dataset: Dataset, fields: Mapping[str, Field]) -> tuple[str, ...]:
    x = ("x",) if isinstance(dataset, Tabular) and dataset.standardise else ()
    if isinstance(dataset, Measured) and dataset.standardise_target and not fields["y"].classes:
        return (*x, "y")
    return x


def _add_noise(dataset: Dataset, arrays: Arrays, rng: np.random.Generator) -> None:
    """Disturb x as declared: tables in standard deviations of a column, pictures in brightness."""
    x = arrays["x"]
    if isinstance(dataset, Tabular) and dataset.noise:
        scale = dataset.noise * np.nanstd(x.astype(np.float64), axis=0)
        arrays["x"] = (x + scale * rng.standard_normal(x.shape)).astype(np.float32)
    elif isinstance(dataset, Images) and dataset.noise:
        noisy = x + dataset.noise * rng.standard_normal(x.shape)
        arrays["x"] = np.clip(noisy, 0.0, 1.0).astype(np.float32)
