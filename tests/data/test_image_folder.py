"""Pictures of the user's own."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from playground.data import _pictures
from playground.data.base import Dataset
from playground.data.prepare import prepare
from playground.errors import DataError
from playground.registry import datasets

SHAPES = Path(__file__).parents[1] / "files" / "data" / "shapes"
KINDS = ("png", "jpg", "gif", "bmp", "tif", "webp")


@pytest.fixture
def folder(tmp_path):
    """A copy of the sample pictures that a test may change."""
    return Path(shutil.copytree(SHAPES, tmp_path / "shapes"))


def make(path: Path, **params) -> Dataset:
    return datasets.get("image_folder").make({"path": str(path), "size": 12, **params})


def load(dataset: Dataset) -> np.ndarray:
    return dataset.load(np.random.default_rng(0)).arrays["x"]


def test_classes_are_the_folders_and_pixels_those_of_the_files():
    dataset = make(SHAPES)
    x, y = (dataset.load(np.random.default_rng(0)).arrays[name] for name in "xy")
    assert dataset.fields()["y"].classes == ("circle", "cross")
    assert y.tolist() == [0, 0, 0, 1, 1, 1]
    with Image.open(SHAPES / "cross" / "1.png") as image:
        expected = np.asarray(image).transpose(2, 0, 1) / 255
    assert np.allclose(x[4], expected)
    assert dataset.count() == 6


def test_pictures_are_scaled_and_turned_to_grey():
    x = load(make(SHAPES, size=6, channels=1))
    assert x.shape == (6, 1, 6, 6)
    assert 0 <= x.min() < x.max() <= 1


def test_a_wide_picture_is_cut_around_its_middle(folder):
    stripes = np.zeros((10, 30, 3), dtype=np.uint8)
    stripes[:, 10:20] = 255
    Image.fromarray(stripes).save(folder / "circle" / "wide.png")
    assert (load(make(folder, size=10))[3] == 1).all()


def test_transparency_is_white_and_16_bits_keep_their_scale(folder):
    Image.new("RGBA", (12, 12), (255, 0, 0, 0)).save(folder / "circle" / "3.png")
    Image.fromarray(np.full((12, 12), 32768, dtype=np.uint16)).save(folder / "circle" / "4.png")
    x = load(make(folder))
    assert (x[3] == 1).all()
    assert np.allclose(x[4], 0.5, atol=0.01)


def test_a_turned_photograph_stands_upright(folder):
    image = Image.new("L", (12, 12))
    image.paste(255, (0, 0, 12, 6))  # the upper half is white
    exif = Image.Exif()
    exif[0x0112] = 3  # turned by 180 degrees
    image.save(folder / "circle" / "3.png", exif=exif)
    upper, lower = np.split(load(make(folder, channels=1))[3, 0], 2)
    assert (upper == 0).all()
    assert (lower == 1).all()


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n"])
def test_a_broken_picture_is_named_with_its_path(folder, content):
    broken = folder / "cross" / "broken.png"
    broken.write_bytes(content)
    with pytest.raises(DataError) as refused:
        prepare(make(folder), 0)
    assert str(broken) in refused.value.message
    assert refused.value.hint


def test_a_picture_that_is_cut_off_is_named(folder):
    whole = (folder / "circle" / "0.png").read_bytes()
    (folder / "circle" / "0.png").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DataError, match=r"0\.png"):
        prepare(make(folder), 0)


def test_one_class_only_is_refused(folder):
    shutil.rmtree(folder / "cross")
    with pytest.raises(DataError, match='only one class, "circle"'):
        make(folder).fields()


def test_pictures_without_class_folders_are_refused(folder):
    with pytest.raises(DataError, match="has no folders inside") as refused:
        make(folder / "circle").fields()
    assert "folder of its own" in refused.value.hint


def test_an_empty_class_is_refused(folder):
    (folder / "square").mkdir()
    with pytest.raises(DataError, match='class "square" has no pictures'):
        make(folder).fields()


def test_other_files_are_left_out_and_noted(folder):
    (folder / "cross" / "notes.txt").write_text("mine")
    (folder / ".hidden").mkdir()
    prepared = prepare(make(folder), 0)
    assert prepared.notes == ("1 file is no picture and is left out.",)


def test_a_new_picture_and_a_changed_one_are_noticed(folder):
    assert len(load(make(folder))) == 6
    Image.new("L", (12, 12), 255).save(folder / "circle" / "new.png")
    assert len(load(make(folder))) == 7
    Image.new("L", (24, 24), 0).save(folder / "circle" / "new.png")
    assert (load(make(folder))[3] == 0).all()


def test_more_than_the_memory_holds_is_refused(monkeypatch):
    monkeypatch.setattr(_pictures, "MAX_VALUES", 100)
    with pytest.raises(DataError, match=r"6 pictures of 12 × 12 pixels need"):
        load(make(SHAPES))


def test_a_picture_of_too_many_pixels_is_refused(monkeypatch, folder):
    monkeypatch.setattr(_pictures, "MAX_PIXELS", 10**6)
    Image.new("1", (1001, 1000)).save(folder / "circle" / "large.png")
    with pytest.raises(DataError, match="1001 × 1000 pixels"):
        load(make(folder))


def test_a_file_is_no_folder():
    with pytest.raises(DataError, match="is a file; a folder is needed"):
        make(SHAPES / "circle" / "0.png").fields()


@settings(max_examples=100, deadline=None)
@given(place=st.integers(0, 10**6), value=st.integers(0, 255), kind=st.sampled_from(KINDS))
def test_a_flipped_byte_gives_a_picture_or_one_clear_refusal(tmp_path_factory, place, value, kind):
    folder = Path(shutil.copytree(SHAPES, tmp_path_factory.mktemp("flipped") / "shapes"))
    flipped = folder / "cross" / f"flipped.{kind}"
    with Image.open(SHAPES / "cross" / "1.png") as image:
        image.save(flipped)
    content = bytearray(flipped.read_bytes())
    content[place % len(content)] = value
    flipped.write_bytes(content)
    found, message = None, ""
    try:
        found = load(make(folder))
    except DataError as error:
        message = error.message
    assert (found is not None and found.shape == (7, 3, 12, 12)) or str(flipped) in message
