"""Finds every text that a user can see in the source code, the catalogues and the presets."""

from __future__ import annotations

import ast
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playground.registry import Registry, blocks, datasets, experiments
from playground.resources import preset_paths

PACKAGE = Path(__file__).resolve().parents[1]
ROOT = PACKAGE.parent

# Calls of Qt whose text argument a user reads; a bare literal there is never translated.
QT_CALLS = frozenset(
    {
        *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox"),
        *("QAction", "QMenu", "QDockWidget", "addAction", "addMenu", "addTab", "addItem"),
        *("setText", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setTitle"),
        *("setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "setLabelText"),
        *("setInformativeText", "setHeaderLabels", "setSuffix", "setPrefix", "setTabText"),
        *("setTabToolTip", "showMessage", "drawText", "setPlainText", "setHtml", "setMarkdown"),
        "setLabels",
    }
)


def collect() -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """All texts (source -> files that use it), and the calls of `tr` no translator can serve."""
    texts: dict[str, set[str]] = defaultdict(set)
    faults: list[str] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"), filename=name)
        for text in literals(tree):
            texts[text].add(name)
        faults += [f"{name}:{fault}" for fault in misuses(tree)]
    for text, name in (*_catalogue_texts(), *_preset_texts()):
        texts[text].add(name)
    return {text: tuple(sorted(files)) for text, files in texts.items() if text.strip()}, faults


def literals(tree: ast.AST) -> Iterator[str]:
    """Texts of ``tr("...")`` and ``mark("...")``, and what classes of the catalogues declare."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in {"tr", "mark"} and node.args:
            yield from _branches(node.args[0])
        elif isinstance(node, ast.ClassDef):
            yield from _declared(node)


def misuses(tree: ast.AST) -> Iterator[str]:
    """``line: reason`` for every `tr` or `mark` whose text is put together at run time."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and called(node) in {"tr", "mark"}):
            continue
        where = f"{node.lineno}: {called(node)}()"
        if len(node.args) != 1:
            yield f"{where} takes one text"
            continue
        for part in ast.walk(node.args[0]):
            if isinstance(part, ast.JoinedStr):
                yield f"{where} with an f-string"
            elif isinstance(part, ast.BinOp) and isinstance(part.op, ast.Add | ast.Mod):
                yield f"{where} with a text put together"
            elif isinstance(part, ast.Call) and called(part) in {"format", "join"}:
                yield f"{where} with .{called(part)}()"


def bare_texts(tree: ast.AST, allowed: frozenset[str] = frozenset()) -> Iterator[str]:
    """``line: text`` for every literal with letters that goes to a widget untranslated."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and called(node) in QT_CALLS):
            continue
        seen = (keyword.value for keyword in node.keywords if keyword.arg != "objectName")
        for argument in (*node.args, *seen):
            for text in _words(argument):
                if text not in allowed:
                    yield f"{node.lineno}: {called(node)}({text!r})"


def called(node: ast.Call) -> str:
    """The last part of the name a call goes to: ``self.button.setText(...)`` -> "setText"."""
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _branches(node: ast.expr) -> Iterator[str]:
    """The literal, or both literals of ``tr("a" if x else "b")``."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _branches(node.body)
        yield from _branches(node.orelse)


def _words(node: ast.expr) -> Iterator[str]:
    """Literals a reader would see in this argument; not those that `tr` already takes care of."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if any(letter.isalpha() for letter in node.value):
            yield node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from _words(part)
    elif isinstance(node, ast.IfExp):
        yield from _words(node.body)
        yield from _words(node.orelse)
    elif isinstance(node, ast.BinOp):
        yield from _words(node.left)
        yield from _words(node.right)
    elif isinstance(node, ast.List | ast.Tuple):
        for item in node.elts:
            yield from _words(item)


def _declared(node: ast.ClassDef) -> Iterator[str]:
    """What ``@lens("loss", title="Loss")`` and ``param(..., help="...")`` declare."""
    registered = False
    for decorator in node.decorator_list:
        if isinstance(decorator, ast.Call) and called(decorator) in {
            "block",
            "dataset",
            "experiment",
            "lens",
        }:
            registered = True
            yield from _keywords(decorator, "title", "group", "help", "hint", "waits_for")
    if registered and (text := ast.get_docstring(node)):
        yield " ".join(text.split("\n\n")[0].split())
    for statement in node.body:
        if (
            isinstance(statement, ast.AnnAssign)
            and isinstance(statement.value, ast.Call)
            and isinstance(statement.target, ast.Name)
            and called(statement.value) == "param"
        ):
            yield from _keywords(statement.value, "title", "help")


def _keywords(node: ast.Call, *names: str) -> Iterator[str]:
    for keyword in node.keywords:
        if keyword.arg in names:
            yield from _branches(keyword.value)


def _catalogue_texts() -> Iterator[tuple[str, str]]:
    """Title, group, summary and parameters of every block, dataset and experiment."""
    registries: tuple[Registry[Any], ...] = (blocks, datasets, experiments)
    for registry in registries:
        for _, kind in registry.items():
            if not kind.__module__.startswith("playground."):
                continue  # a plug-in brings its own words
            name = kind.__module__.replace(".", "/") + ".py"
            for text in (kind.title, kind.group, kind.summary()):
                yield text, name
            for info in kind.infos():
                yield info.title, name
                yield info.help, name


def _preset_texts() -> Iterator[tuple[str, str]]:
    for path in preset_paths().values():
        fields = json.loads(path.read_text(encoding="utf-8"))
        for text in (fields.get("title", ""), fields.get("about", "")):
            yield text, f"presets/{path.name}"
        for note in fields.get("notes", []):
            yield note.get("text", ""), f"presets/{path.name}"
