"""`run.py`: what it would do, without doing it."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def script(tmp_path, monkeypatch):
    """The script's own names, in a folder of its own, with every command only noted down."""
    names = runpy.run_path(str(ROOT / "run.py"))
    commands: list[list[str]] = []

    def note(command, **options):
        commands.append([str(word) for word in command])
        if "venv" in commands[-1]:  # so that the next call finds it
            python = Path(command[-1]) / "bin" / "python"
            python.parent.mkdir(parents=True)
            python.touch()
        return subprocess.CompletedProcess(command, 0, "", "")

    module = names["main"].__globals__
    monkeypatch.setitem(module, "VENV", tmp_path / ".venv")
    monkeypatch.setitem(module, "STAMP", tmp_path / ".venv" / "installed.txt")
    monkeypatch.setattr(subprocess, "run", note)
    monkeypatch.setattr("os.name", "posix")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    return SimpleNamespace(main=names["main"], module=module, commands=commands)


def said(script) -> list[str]:
    """The commands without the path of the interpreter."""
    return [" ".join(command[1:]) for command in script.commands]


def test_a_first_start_makes_an_environment_and_opens_the_preset(script, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    assert script.main([]) == 0
    words = said(script)
    assert any(line.startswith("-m venv") for line in words)
    assert any("--editable" in line for line in words)
    assert not any("-m pytest" in line for line in words)
    assert not any("download.pytorch.org" in line for line in words)
    assert words[-1] == "-m playground digits-cnn"


def test_a_second_start_installs_nothing(script, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    script.main([])
    script.commands.clear()
    script.main(["spiral-mlp"])
    assert not any("pip install" in line or "venv" in line for line in said(script))
    assert said(script)[-1] == "-m playground spiral-mlp"


def test_a_changed_project_file_installs_again(script, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    script.main([])
    script.commands.clear()
    stamp = script.module["STAMP"]
    stamp.write_text(stamp.read_text().replace("program=", "program=old"))
    script.main([])
    assert any("--editable" in line for line in said(script))


def test_cpu_takes_torch_alone_from_pytorchs_index(script, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    script.main(["--cpu"])
    (line,) = [line for line in said(script) if "download.pytorch.org/whl/cpu" in line]
    assert "torch>=" in line
    assert "--editable" not in line


def test_without_a_display_it_trains_and_saves_a_picture(script, capsys):
    assert script.main([]) == 0
    assert "no display" in capsys.readouterr().out
    train, _, picture = said(script)[-3:]
    assert train == f"-m playground train digits-cnn --save {Path('runs/digits-cnn')}"
    assert picture == f"-m playground snapshot digits-cnn {Path('runs/digits-cnn/window.png')}"


def test_without_qts_libraries_there_is_one_line_and_no_picture(script, capsys, monkeypatch):
    ran = subprocess.run

    def without_qt(command, **options):
        ran(command, **options)
        failed = "import PySide6" in str(command[-1])
        words = "Traceback ...\nImportError: libEGL.so.1: cannot open shared object file"
        return subprocess.CompletedProcess(command, int(failed), "", words if failed else "")

    monkeypatch.setattr(subprocess, "run", without_qt)
    assert script.main([]) == 0
    assert "libEGL.so.1" in capsys.readouterr().out
    assert not any("snapshot" in line for line in said(script))


def test_tests_install_their_group_and_pass_words_on(script):
    assert script.main(["test", "--slow", "-k", "surface"]) == 0
    words = said(script)
    (line,) = [line for line in words if "pytest-qt" in line]
    assert "import-linter" in line
    assert words[-1] == "-m pytest -n 2 --dist worksteal -k surface -m slow or not slow"
    script.commands.clear()
    script.main(["test"])
    assert said(script)[-1] == "-m pytest -n 2 --dist worksteal"
    assert not any("pip install" in line for line in said(script))


def test_a_group_may_include_another(script):
    project = {"dependency-groups": {"a": ["x", {"include-group": "b"}], "b": ["y>=1"]}}
    assert script.module["group"](project, "a") == ["x", "y>=1"]


def test_a_failing_installation_ends_with_a_line(script, monkeypatch, capsys):
    def fails(command, **options):
        if options.get("check"):
            raise subprocess.CalledProcessError(1, command)
        return subprocess.CompletedProcess(command, 1)

    monkeypatch.setattr(subprocess, "run", fails)
    assert script.main([]) == 1
    assert "Setting up failed" in capsys.readouterr().err


def test_help_is_the_scripts_own(script, capsys):
    assert script.main(["--help"]) == 0
    assert "python run.py test" in capsys.readouterr().out
    assert script.commands == []
