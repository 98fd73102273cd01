"""The rules a machine can check: who imports whom, how long things get, what the tools say."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MAX_FILE, MAX_MAIN_WINDOW, MAX_FUNCTION, MAX_CLASS = 400, 200, 50, 250  # lines
FOLDERS = ("playground", "benchmarks", "tests")
SOURCES = [
    *(path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))),
    ROOT / "run.py",
    ROOT / "hatch_build.py",
]


def run(*command: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=280,
        check=False,
    )


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def length(node: ast.AST) -> int:
    """Lines of a definition without its docstring: explaining must not count as complexity."""
    lines = node.end_lineno - node.lineno + 1
    first = node.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        lines -= first.end_lineno - first.lineno + 1
    return lines


def too_long(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    limit = MAX_MAIN_WINDOW if path.name == "main_window.py" else MAX_FILE
    lines = text.count("\n")
    if lines > limit:
        yield f"{name(path)}: {lines} lines, at most {limit}"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            limit = MAX_FUNCTION
        elif isinstance(node, ast.ClassDef):
            limit = MAX_CLASS
        else:
            continue
        if length(node) > limit:
            found = f"{name(path)}:{node.lineno}: {node.name}"
            yield f"{found} has {length(node)} lines, at most {limit}"


def test_imports_follow_the_contracts():
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    done = run(sys.executable, "-c", code, PYTHONWARNINGS="default")
    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_gets_too_long():
    assert not [words for path in SOURCES for words in too_long(path)]


def test_ruff_finds_nothing():
    done = run(sys.executable, "-m", "ruff", "check", "--no-fix", ".")
    assert done.returncode == 0, done.stdout


def test_the_code_is_formatted():
    done = run(sys.executable, "-m", "ruff", "format", "--check", ".")
    assert done.returncode == 0, done.stdout


def test_types_fit():
    done = run(sys.executable, "-m", "mypy")
    assert done.returncode == 0, done.stdout


HEAVY = ("torch", "sklearn", "scipy", "pandas")


@pytest.mark.parametrize(
    ("modules", "forbidden"),
    [
        ("playground", (*HEAVY, "PySide6", "numpy", "pydantic", "typer", "rich")),
        ("playground.__main__", (*HEAVY, "PySide6", "typer", "rich")),
        ("playground.check.check, playground.document.format", (*HEAVY, "PySide6", "typer")),
        ("playground.gui.app, playground.gui.main_window", (*HEAVY, "typer", "rich")),
    ],
)
def test_importing_loads_nothing_heavy(modules, forbidden):
    """The window is up while torch is still loading, so nothing on its way may import torch."""
    done = run(sys.executable, "-X", "importtime", "-c", f"import {modules}")
    assert done.returncode == 0, done.stderr[-2000:]
    loaded = {line.split("|")[-1].strip() for line in done.stderr.splitlines() if "|" in line}
    assert modules.split(",")[0] in loaded  # the output was understood
    assert not loaded & set(forbidden)


def test_catalogues_and_checks_work_without_torch():
    code = (
        "import sys; sys.modules['torch'] = sys.modules['sklearn'] = None\n"
        "import playground\n"
        "from playground.registry import blocks, datasets, experiments\n"
        "from playground.resources import preset_paths\n"
        "assert len(list(blocks)) >= 20 and len(list(datasets)) >= 11 and 'gan' in experiments\n"
        "for name in preset_paths():\n"
        "    report = playground.check(playground.load(name))\n"
        "    assert report.ok, (name, report.problems)\n"
    )
    done = run(sys.executable, "-c", code)
    assert done.returncode == 0, done.stderr[-2000:]


def test_no_import_of_pickle():
    """Files are JSON and safetensors: opening one never runs anybody's code.

    Only the pipe between the window's process and its own child carries pickles.
    """
    pipe = "playground/train/engine/channel.py"
    pattern = re.compile(r"^\s*(import|from) (pickle|marshal|shelve|dill|joblib)\b", re.MULTILINE)
    found = [name(path) for path in SOURCES if pattern.search(path.read_text(encoding="utf-8"))]
    assert found == [pipe]


def test_test_folders_are_no_packages():
    """pytest imports them by path (`importlib` mode), so two files may have the same name."""
    assert not list((ROOT / "tests").rglob("__init__.py"))


def test_every_catalogue_file_holds_the_class_it_is_named_after():
    for folder in ("blocks", "data", "experiments"):
        for path in (ROOT / "playground" / folder).glob("[a-z]*.py"):
            if path.stem in ("base", "prepare"):  # no entry, but what all entries share
                continue
            keys = re.findall(rf'^@{_decorator(folder)}\("(\w+)"', path.read_text("utf-8"), re.M)
            assert keys == [path.stem], f"{name(path)} declares {keys}"


def _decorator(folder: str) -> str:
    return {"blocks": "block", "data": "dataset", "experiments": "experiment"}[folder]
