"""The File menu."""

from __future__ import annotations

from playground.gui.commands.base import Command
from playground.i18n import mark

_MENU = "File"

COMMANDS = (
    Command(
        id="file.new",
        title=mark("New"),
        menu=_MENU,
        shortcuts=("Ctrl+N",),
        run=lambda w: w.files.new(),
    ),
    Command(
        id="file.open",
        title=mark("Open…"),
        menu=_MENU,
        shortcuts=("Ctrl+O",),
        run=lambda w: w.files.ask_open(),
    ),
    Command(
        id="file.start",
        title=mark("Presets and recent files…"),
        menu=_MENU,
        shortcuts=("Ctrl+Shift+O",),
        run=lambda w: w.start.open(),
        words=("start page", "examples"),
    ),
    Command(
        id="file.save",
        title=mark("Save"),
        menu=_MENU,
        shortcuts=("Ctrl+S",),
        separator=True,
        run=lambda w: w.files.save(),
    ),
    Command(
        id="file.save_as",
        title=mark("Save as…"),
        menu=_MENU,
        shortcuts=("Ctrl+Shift+S",),
        run=lambda w: w.files.ask_save_as(),
    ),
    Command(
        id="file.save_weights",
        title=mark("Save the weights…"),
        menu=_MENU,
        separator=True,
        run=lambda w: w.weights.ask_save(),
        enabled=lambda w: w.weights.can_save(),
        words=("checkpoint", "safetensors"),
    ),
    Command(
        id="file.load_weights",
        title=mark("Load weights…"),
        menu=_MENU,
        run=lambda w: w.weights.ask_load(),
        enabled=lambda w: w.weights.can_load(),
        words=("checkpoint", "safetensors"),
    ),
    Command(
        id="file.save_run",
        title=mark("Save the run…"),
        menu=_MENU,
        run=lambda w: w.weights.ask_save_run(),
        enabled=lambda w: w.weights.can_save(),
        words=("checkpoint", "optimizer", "safetensors"),
    ),
    Command(
        id="file.resume",
        title=mark("Resume a run…"),
        menu=_MENU,
        run=lambda w: w.weights.ask_resume(),
        enabled=lambda w: w.weights.can_load(),
        words=("checkpoint", "continue", "safetensors"),
    ),
    Command(
        id="file.export_code",
        title=mark("Export as PyTorch code…"),
        menu=_MENU,
        run=lambda w: w.files.ask_export(),
        enabled=lambda w: w.context.document.report.ok,
        words=("python",),
    ),
    Command(
        id="file.export_picture",
        title=mark("Export picture…"),
        menu=_MENU,
        shortcuts=("Ctrl+Shift+E",),
        run=lambda w: w.pictures.ask(),
        enabled=lambda w: w.pictures.can_draw(),
        words=("SVG", "PNG", "PDF", "image"),
    ),
    Command(
        id="file.copy_picture",
        title=mark("Copy as picture"),
        menu=_MENU,
        shortcuts=("Ctrl+Shift+C",),
        run=lambda w: w.pictures.copy_shown(),
        enabled=lambda w: w.pictures.can_draw(),
        words=("clipboard", "image"),
    ),
    Command(
        id="file.forget_recent",
        title=mark("Forget the recent files"),
        menu=_MENU,
        run=lambda w: w.files.forget_recent(),
        enabled=lambda w: bool(w.preferences.recent),
    ),
    Command(
        id="file.quit",
        title=mark("Quit"),
        menu=_MENU,
        shortcuts=("Ctrl+Q",),
        separator=True,
        run=lambda w: w.close(),
    ),
)
