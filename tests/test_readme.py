"""What the README promises works as it stands there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from playground.__main__ import COMMANDS
from playground.cli.settings import FORMS
from playground.cli.system import QT_PACKAGES

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def code(word: str) -> str:
    """The block of Python code with a word in it."""
    return next(
        text for text in re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL) if word in text
    )


def test_the_example_block_is_a_block():
    """In a process of its own, because a catalogue is for life."""
    check = """
import torch
from playground.registry import blocks
blocks.discover()
exec(compile(SOURCE, "elu.py", "exec"), {"__name__": "elu"})
elu = blocks.get("elu").make({"alpha": 0.5})
assert elu.infer({"in": [(3, 4)]}) == (3, 4)
x = torch.randn(2, 3, 4)
assert torch.equal(elu.build((3, 4))(x), torch.nn.functional.elu(x, 0.5))
assert elu.cost((3, 4), (3, 4)).flops == 36
assert elu.code((3, 4)) == "nn.ELU(alpha=0.5)"
assert elu.summary().endswith("floor.")
"""
    run = [sys.executable, "-c", f"SOURCE = {code('@block')!r}\n{check}"]
    done = subprocess.run(run, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def test_the_python_example_runs():
    run = [sys.executable, "-c", code("playground.train")]
    done = subprocess.run(run, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    assert "conv1" in done.stdout


def test_every_command_and_setting_is_described():
    for command in COMMANDS:
        assert f"`playground {command}" in TEXT
    for form in FORMS:
        assert f"`{form}`" in TEXT


def test_the_libraries_of_the_window_are_the_ones_the_doctor_names():
    words = TEXT.split()
    assert not [name for name in QT_PACKAGES if not any(name in word for word in words)]


@pytest.mark.parametrize("line", re.findall(r"^(playground .*)$", TEXT, re.MULTILINE))
def test_the_options_of_the_examples_exist(line, monkeypatch):
    """The command is understood; it fails only because there is no such file."""
    from typer.testing import CliRunner

    from playground.cli.app import app

    words = line.split("|")[0].split()[1:]
    words[1] = "/no/such/file.json"
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 1
    assert "/no/such/file.json" in done.output  # in any language, on either stream


def test_files_that_are_linked_exist():
    links = re.findall(r"\]\((?!http)([^)]+)\)", TEXT)
    assert links
    assert not [link for link in links if not (ROOT / link).exists()]
