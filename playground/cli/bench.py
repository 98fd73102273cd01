"""`playground bench`: runs the benchmarks of a checkout."""

from __future__ import annotations

import difflib
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer

from playground.cli.options import JsonOption, LangOption
from playground.cli.report import console, show_json
from playground.errors import PlaygroundError, UnknownKeyError
from playground.i18n import tr
from playground.resources import benchmarks_dir

HELP = tr("Run benchmarks; each prints one line a case.")


def bench(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...", help=tr("Which ones; all unless given."), show_default=False
        ),
    ] = None,
    json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Run each benchmark file's `cases()` and print what it measured."""
    files = _files()
    for name in names or []:
        if name not in files:
            near = difflib.get_close_matches(name, files, n=3)
            raise UnknownKeyError(
                tr('There is no benchmark "{name}".', name=name[:80]),
                hint=tr("Did you mean {names}?", names=", ".join(near))
                if near
                else tr("There are: {names}.", names=", ".join(files)),
            )
    for name in names or files:
        for case in cases(name, files[name]):
            if json:
                show_json({"bench": name, **case})
            else:
                words = "  ".join(f"{key} {_short(value)}" for key, value in case.items())
                console().print(f"{name}: {words}", soft_wrap=True)


def cases(name: str, path: Path) -> Iterator[dict[str, Any]]:
    """Run one benchmark file; yields a dict a case with at least "case" and "ratio"."""
    yield from load(name, path).cases()


def load(name: str, path: Path) -> ModuleType:
    """The module of a benchmark file."""
    spec = importlib.util.spec_from_file_location(f"benchmarks.{name}", path)
    if spec is None or spec.loader is None:
        raise PlaygroundError(tr("{path} is not a Python file.", path=path))
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up while it is executed
    spec.loader.exec_module(module)
    return module


def _files() -> dict[str, Path]:
    folder = benchmarks_dir()
    files = {p.stem: p for p in sorted(folder.glob("*.py")) if not p.stem.startswith("_")}
    if not files:
        raise PlaygroundError(
            tr("The benchmarks are not part of an installed package."),
            hint=tr("Run them in a clone of the source code."),
        )
    return files


def _short(value: Any) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)
