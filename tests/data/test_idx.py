"""MNIST files: the right pair is found, and damaged files are refused."""

from __future__ import annotations

import gzip
import shutil
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.data import _idx
from playground.data.base import Dataset
from playground.data.prepare import prepare
from playground.errors import DataError
from playground.registry import datasets

SAMPLE = Path(__file__).parents[1] / "files" / "data" / "idx"
IMAGES, LABELS = "train-images-idx3-ubyte", "train-labels-idx1-ubyte"


def make(path: Path, **params) -> Dataset:
    return datasets.get("idx").make({"path": str(path), **params})


def idx(values: np.ndarray) -> bytes:
    header = struct.pack(f">4B{values.ndim}I", 0, 0, 8, values.ndim, *values.shape)
    return header + values.astype(np.uint8).tobytes()


def write(folder: Path, count: int = 20, part: str = "train", labels=None) -> np.ndarray:
    """A small pair of files; gives the pictures."""
    images = np.random.default_rng(count).integers(0, 256, (count, 5, 4), dtype=np.uint8)
    labels = np.arange(count) % 2 if labels is None else np.asarray(labels)
    (folder / f"{part}-images-idx3-ubyte").write_bytes(idx(images))
    (folder / f"{part}-labels-idx1-ubyte").write_bytes(idx(labels))
    return images


def refusal(dataset: Dataset) -> DataError:
    with pytest.raises(DataError) as refused:
        prepare(dataset, 0)
    assert refused.value.node.startswith("data.params.")
    return refused.value


@pytest.fixture
def sample(tmp_path):
    """A copy of the sample files, unpacked, that a test may damage."""
    shutil.copy(SAMPLE / IMAGES, tmp_path)
    (tmp_path / LABELS).write_bytes(gzip.decompress((SAMPLE / f"{LABELS}.gz").read_bytes()))
    return tmp_path


def test_plain_and_packed_files_are_read_and_labels_are_classes():
    dataset = make(SAMPLE)
    fields, loaded = dataset.fields(), dataset.load(np.random.default_rng(0))
    assert fields["x"].shape == (1, 5, 4)
    assert fields["y"].classes == ("1", "2", "3", "4")
    assert loaded.arrays["y"].tolist() == [n % 4 for n in range(20)]
    raw = np.frombuffer((SAMPLE / IMAGES).read_bytes()[16:], dtype=np.uint8).reshape(20, 1, 5, 4)
    assert np.allclose(loaded.arrays["x"], raw / 255)


def test_a_file_of_pictures_can_be_named_itself():
    assert make(SAMPLE / IMAGES).count() == 20


def test_the_part_is_chosen_where_there_are_both(tmp_path):
    write(tmp_path, 20, "train")
    write(tmp_path, 10, "t10k")
    assert make(tmp_path).count() == 20
    assert make(tmp_path, part="t10k").count() == 10


def test_a_single_pair_is_taken_whatever_its_name(tmp_path):
    images = write(tmp_path, 12, "emnist-letters")
    x = make(tmp_path).load(np.random.default_rng(0)).arrays["x"]
    assert np.allclose(x[:, 0], images / 255)


def test_some_samples_are_chosen_by_chance(tmp_path):
    write(tmp_path, 200)
    dataset = make(tmp_path, max_samples=50)
    first, second = (dataset.load(np.random.default_rng(seed)).arrays["x"] for seed in (0, 1))
    assert len(first) == len(second) == dataset.count() == 50
    assert not np.array_equal(first, second)


def test_no_files_are_refused_with_the_names_that_are_looked_for(tmp_path):
    error = refusal(make(tmp_path))
    assert "holds no pictures in IDX files" in error.message
    assert "train-images-idx3-ubyte.gz" in error.hint


def test_pictures_without_labels_are_refused(sample):
    (sample / LABELS).unlink()
    assert f'there is no "{LABELS}"' in refusal(make(sample)).message


@pytest.mark.parametrize("keep", [0, 3, 10, 15, 16, 17, 415])
def test_a_file_that_is_cut_off_is_refused(sample, keep):
    (sample / IMAGES).write_bytes((sample / IMAGES).read_bytes()[:keep])
    assert refusal(make(sample)).message.startswith(f'"{IMAGES}" is damaged: ')


def test_a_file_that_goes_on_is_refused(sample):
    with (sample / IMAGES).open("ab") as file:
        file.write(b"\0")
    assert "longer than its header says" in refusal(make(sample)).message


def test_the_magic_number_is_checked(sample):
    (sample / IMAGES).write_bytes((sample / LABELS).read_bytes())
    error = refusal(make(sample))
    assert "magic number 00 00 08 01; 00 00 08 03 is accepted" in error.message
    assert "exchanged" in error.hint


@pytest.mark.parametrize("keep", [5, 30])
def test_a_packed_file_that_is_cut_off_or_no_gzip_is_refused(sample, keep):
    packed = gzip.compress((sample / LABELS).read_bytes(), mtime=0)
    (sample / LABELS).unlink()
    (sample / f"{LABELS}.gz").write_bytes(packed[:keep])
    assert "is damaged" in refusal(make(sample)).message
    (sample / f"{LABELS}.gz").write_bytes(b"not packed at all")
    assert "is damaged" in refusal(make(sample)).message


def test_as_many_labels_as_pictures_are_needed(tmp_path):
    write(tmp_path, 20, labels=[0, 1])
    assert "pictures 20, labels 2" in refusal(make(tmp_path)).message


def test_no_pictures_and_one_class_are_refused(tmp_path):
    write(tmp_path, 0, labels=[])
    assert "holds no pictures" in refusal(make(tmp_path)).message
    write(tmp_path, 10, labels=[3] * 10)
    assert "one class only" in refusal(make(tmp_path)).message


def test_a_header_that_promises_too_much_is_refused_before_memory_is_taken(sample):
    count = 2**32 - 1
    for name, axes in ((IMAGES, (count, 5000, 5000)), (LABELS, (count,))):
        header = struct.pack(f">4B{len(axes)}I", 0, 0, 8, len(axes), *axes)
        (sample / name).write_bytes(header + bytes(10))
    assert f"at most {_idx.MAX_VALUES >> 20} MB" in refusal(make(sample)).message


@settings(max_examples=100, deadline=None)
@given(place=st.integers(0, 415), value=st.integers(0, 255), packed=st.booleans())
def test_a_flipped_byte_gives_pictures_or_one_clear_refusal(tmp_path_factory, place, value, packed):
    folder = tmp_path_factory.mktemp("flipped")
    content = bytearray((SAMPLE / IMAGES).read_bytes())
    if packed:
        content = bytearray(gzip.compress(content, mtime=0))
    content[place] = value
    (folder / (IMAGES + ".gz" * packed)).write_bytes(content)
    shutil.copy(SAMPLE / f"{LABELS}.gz", folder)
    found, message = None, ""
    try:
        found = prepare(make(folder), 0)
    except DataError as error:
        message = error.message
    assert (found is not None and len(found.train) == 16) or message.endswith(".")
