"""Catalogues: entries of other packages, and what happens when they are broken."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from playground import registry
from playground.registry import Registry

BLOCK = '''
from playground.blocks.base import Block, block, call

@block("twice_relu", title="Twice ReLU", group="Activation")
class TwiceRelu(Block):
    """ReLU from elsewhere.

    Shapes: out = in.
    """

    formula = "y"
    source = "nowhere"

    def call(self, x):
        return call("ReLU")
'''
FAULTS = {
    "raises": "raise ZeroDivisionError('in its first line')",
    "leaves": "import sys; sys.exit(3)",
    "misspelt": "def broken(:",
}


@pytest.fixture
def package(tmp_path):
    """A package with entry points: one good block, and plug-ins that cannot be loaded."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "__init__.py").touch()
    (tmp_path / "elsewhere" / "good.py").write_text(BLOCK, encoding="utf-8")
    for name, text in FAULTS.items():
        (tmp_path / "elsewhere" / f"{name}.py").write_text(text, encoding="utf-8")
    names = ["good", *FAULTS, "missing"]
    points = [f"{name} = elsewhere.{name}" for name in names]
    lines = ["[playground.blocks]", *points, "[playground.lenses]", "lens = elsewhere.raises"]
    about = tmp_path / "elsewhere-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Name: elsewhere\nVersion: 1\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def run(package: Path, *words: str) -> subprocess.CompletedProcess[str]:
    root = str(Path(registry.__file__).parents[1])
    path = os.pathsep.join([root, str(package), *filter(None, [os.environ.get("PYTHONPATH")])])
    home = {"XDG_STATE_HOME": str(package / "state"), "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, "-m", "playground", *words, "--lang", "en"],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, **home, "PYTHONPATH": path},
    )


def test_a_good_plug_in_is_there_and_broken_ones_are_notices(package):
    done = run(package, "blocks")
    assert done.returncode == 0, done.stderr
    assert "Twice ReLU" in done.stdout
    told = done.stderr.splitlines()
    assert len(told) == len(FAULTS) + 1  # one line each, no traceback
    for name in (*FAULTS, "missing"):
        assert any(f"The plug-in {name} could not be loaded" in line for line in told)
    if os.name == "posix" and sys.platform != "darwin":
        (log,) = (package / "state").rglob("command-line.log")
        assert "in its first line" in log.read_text(encoding="utf-8")


def test_broken_plug_ins_keep_nobody_from_training(package):
    done = run(package, "train", "xor-mlp", "--steps", "2", "--json")
    assert done.returncode == 0, done.stderr
    assert '"event": "done"' in done.stdout.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_the_doctor_knows_them(package):
    done = run(package, "doctor", "--json")
    assert done.stdout.count('"name": "plug_ins"') == len(FAULTS) + 1


def test_a_key_is_taken_once():
    found: Registry[object] = Registry("thing", "playground.nowhere")

    class One:
        pass

    found.add("one", One)
    found.add("one", One)  # imported again
    other = type("One", (), {"__module__": "elsewhere"})
    with pytest.raises(ValueError, match="registered by"):
        found.add("one", other)


def test_notices_of_all_catalogues_come_once(monkeypatch):
    monkeypatch.setattr(registry.blocks, "notices", ["a", "b"])
    monkeypatch.setattr(registry.lenses, "notices", ["b", "c"])
    assert registry.notices() == ("a", "b", "c")
