"""`playground snapshot`: pictures of the real window, made without a display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image


def take(*words: object) -> subprocess.CompletedProcess[str]:
    """In a process of its own: the style of the window is a matter of the whole application."""
    screens = {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}
    return subprocess.run(
        [sys.executable, "-m", "playground", "snapshot", *map(str, words)],
        env={key: value for key, value in os.environ.items() if key not in screens},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )


def picture(path: Path) -> np.ndarray:
    """(height, width, 3) in 0..1"""
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"), dtype=np.float32) / 255


def test_light_and_dark_pictures_of_a_trained_network(document, tmp_path):
    light, dark = tmp_path / "light.png", tmp_path / "new" / "dark.png"
    done = take(document, light, "--seconds", 1, "--size", "1200x800", "--focus", "hidden")
    assert (done.returncode, done.stderr) == (0, "")
    opened = tmp_path / "opened.png"
    done = take(
        document,
        opened,
        "--seconds",
        0,
        "--focus",
        "hidden",
        "--level",
        "neuron",
        "--size",
        "1200x800",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert np.abs(picture(opened) - picture(light)).mean() > 0.01
    done = take(document, dark, "--seconds", 0, "--theme", "dark", "--lang", "zh", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert picture(light).shape == (800, 1200, 3)
    assert picture(dark).shape == (1000, 1600, 3)
    assert picture(light).mean() > 0.8
    assert picture(dark).mean() < 0.3
    assert len(np.unique(picture(light).reshape(-1, 3), axis=0)) > 500  # something is drawn


def test_a_broken_document_is_shown_with_its_problems(fields, save, tmp_path):
    fields["nodes"][2] = {"id": "act", "block": "conv2d"}
    out = tmp_path / "broken.png"
    done = take(save(fields), out, "--seconds", 1)
    assert (done.returncode, done.stderr) == (0, "")
    assert out.stat().st_size > 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--size", "big"), "WIDTHxHEIGHT"),
        (("--size", "10x10"), "320"),
        (("--theme", "pink"), "light, dark"),
        (("--seconds", "-1"), "-1"),
        (("--seconds", "nan"), "nan"),
        (("--lang", "xx"), "xx"),
    ],
)
def test_wrong_options_open_no_window(cli, document, tmp_path, words, says):
    out = tmp_path / "out.png"
    done = cli("snapshot", document, out, *words, "--json")
    assert done.status == 1
    assert says in f"{done.last['message']} {done.last['hint']}"
    assert not out.exists()


def test_wrong_files_open_no_window(cli, document, tmp_path):
    assert "none.json" in cli("snapshot", tmp_path / "none.json", tmp_path / "out.png").err
    assert "PNG" in cli("snapshot", document, tmp_path / "out.jpg").err


def test_a_block_nobody_has_is_refused(document, tmp_path):
    done = take(document, tmp_path / "out.png", "--focus", "hiden", "--seconds", 0)
    assert done.returncode == 1
    assert "hidden" in done.stderr
    assert done.stderr.count("\n") == 1
