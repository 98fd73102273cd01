"""The View menu: what is seen, and how."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from playground.gui.commands.base import Command, on_graph
from playground.gui.graph.colours.measures import MEASURES, Key
from playground.gui.panel_focus import go_on
from playground.i18n import LANGUAGES, mark

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView
    from playground.gui.main_window import MainWindow

_MENU = "View"


def _dock(key: str, title: str, line: bool = False) -> Command:
    return Command(
        id=f"view.{key}",
        title=title,
        menu=_MENU,
        run=lambda w: w.docks.toggle(key),
        checked=lambda w: w.docks.is_open(key),
        separator=line,
    )


def _panel(name: str, title: str, steps: int, keys: str, line: bool = False) -> Command:
    def run(window: MainWindow) -> None:
        go_on(window, steps)

    return Command(
        id=f"view.{name}", title=title, menu=_MENU, shortcuts=(keys,), run=run, separator=line
    )


def _theme(name: str, title: str) -> Command:
    return Command(
        id=f"view.theme.{name}",
        title=title,
        menu=_MENU,
        submenu=mark("Theme"),
        run=lambda w: w.appearance.set_theme(name),
        checked=lambda w: w.preferences.theme == name,
        words=("theme", "colours"),
    )


def _language(code: str, title: str) -> Command:
    return Command(
        id=f"view.language.{code or 'system'}",
        title=title,
        menu=_MENU,
        submenu=mark("Language"),
        run=lambda w: w.appearance.set_language(code),
        checked=lambda w: w.preferences.language == code,
        words=("language", "语言"),
    )


def _graph(name: str, title: str, method: str, *shortcuts: str, line: bool = False) -> Command:
    return on_graph(
        f"view.{name}",
        title,
        _MENU,
        lambda view: getattr(view, method)(),
        shortcuts=shortcuts,
        scope="graph" if name.startswith("fit") else "window",
        separator=line,
    )


def _colour(key: Key, view: GraphView) -> None:
    view.colouring.choose(key)


def _is_coloured(key: Key, window: MainWindow) -> bool:
    return window.graph.colouring.key == key


COMMANDS = (
    Command(
        id="view.palette",
        title=mark("Command palette…"),
        menu=_MENU,
        shortcuts=("Ctrl+K",),
        run=lambda w: w.palette_popup.open(),
    ),
    _graph("fit_all", mark("Fit all"), "fit_all", "Home", line=True),
    _graph("fit_selection", mark("Fit selection"), "fit_selection", ".", "F5"),
    _graph("zoom_in", mark("Zoom in"), "zoom_in", "Ctrl++", "Ctrl+="),
    _graph("zoom_out", mark("Zoom out"), "zoom_out", "Ctrl+-"),
    _graph("reset_zoom", mark("Actual size"), "reset_zoom", "Ctrl+0"),
    on_graph(
        "view.find",
        mark("Find a block…"),
        _MENU,
        lambda view: view.open_find(),
        shortcuts=("Ctrl+F",),
        enabled=lambda w: bool(w.context.document.document.nodes),
        words=("search", "go to"),
    ),
    *(
        on_graph(
            f"view.colours.{key or 'family'}",
            measure.title,
            _MENU,
            partial(_colour, key),
            submenu=mark("Colours of the blocks"),
            checked=partial(_is_coloured, key),
            words=("colour", "legend", "cost", "health"),
        )
        for key, measure in MEASURES.items()
    ),
    on_graph(
        "view.colours.next",
        mark("Next colours"),
        _MENU,
        lambda view: view.colouring.choose_next(),
        submenu=mark("Colours of the blocks"),
        shortcuts=("H",),
        separator=True,
    ),
    _dock("blocks", mark("Blocks"), line=True),
    _dock("data", mark("Data")),
    _dock("inspector", mark("Inspector")),
    _dock("lenses", mark("Views")),
    _dock("problems", mark("Problems")),
    _dock("history", mark("History")),
    _dock("runs", mark("Runs")),
    _dock("log", mark("Messages")),
    _panel("next_panel", mark("Next panel"), 1, "F6", line=True),
    _panel("previous_panel", mark("Previous panel"), -1, "Shift+F6"),
    Command(
        id="view.reset_layout",
        title=mark("Reset layout"),
        menu=_MENU,
        run=lambda w: w.docks.reset(),
    ),
    _theme("system", mark("Follow the system")),
    _theme("light", mark("Light")),
    _theme("dark", mark("Dark")),
    _language("", mark("Follow the system")),
    *(_language(code, title) for code, title in LANGUAGES.items()),
    Command(
        id="view.reduced_motion",
        title=mark("Reduce motion"),
        menu=_MENU,
        run=lambda w: w.appearance.toggle_motion(),
        checked=lambda w: w.preferences.reduced_motion,
    ),
)
