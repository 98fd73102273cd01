"""`playground [FILE]` opens the window; `playground COMMAND` is the command line.

The window's way through this file imports neither typer nor rich: they would cost start-up time.
"""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Sequence

from playground import i18n
from playground.errors import PlaygroundError
from playground.i18n import tr

COMMANDS = (
    "train",
    "write",
    "check",
    "presets",
    "blocks",
    "datasets",
    "snapshot",
    "bench",
    "doctor",
)
HIDDEN = ("translations",)  # for people who work on the program itself


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    names, lang, options = _split(words)
    i18n.set_language(lang or i18n.system_language())
    if options or (names and names[0] in (*COMMANDS, *HIDDEN)):
        from playground.cli.app import run

        return run(words)
    try:
        return _window(names, lang)
    except PlaygroundError as error:
        from playground.cli.report import show_error

        show_error(error)
        return 1


def _split(words: Sequence[str]) -> tuple[list[str], str | None, bool]:
    """Names (file or command), the wanted language, whether options come before the names."""
    names: list[str] = []
    lang, options = None, False
    rest = iter(words)
    for word in rest:
        if word == "--lang":
            lang = next(rest, "")
            options = options or lang not in i18n.LANGUAGES  # the command line says what is wrong
        elif word.startswith("--lang="):
            lang = word.removeprefix("--lang=")
            options = options or lang not in i18n.LANGUAGES
        elif word.startswith("-") and not names:
            options = True
        else:
            names.append(word)
    return names, lang, options


def _window(names: Sequence[str], lang: str | None) -> int:
    if len(names) > 1:
        near = difflib.get_close_matches(names[0], COMMANDS, n=1)
        raise PlaygroundError(
            tr('There is no command "{name}".', name=names[0][:80]),
            hint=tr("Did you mean {names}?", names=near[0])
            if near
            else tr("The commands are: {names}.", names=", ".join(COMMANDS)),
        )
    for name in names:
        _exists(name)
    from playground.cli.system import needs_display, qt_fault

    fault = needs_display(os.environ, sys.platform)
    if fault is None:
        try:
            from playground.gui.app import main as open_window
        except ImportError as error:
            fault = qt_fault(error)
            if fault is None:
                raise
    if fault is not None:
        raise fault
    status: int = open_window(names[0] if names else None, lang=lang)
    return status


def _exists(name: str) -> None:
    """Refuse a misspelt name here, where it was typed, and not in a window."""
    from playground.document.library import find

    try:
        find(name)
    except PlaygroundError as error:
        near = difflib.get_close_matches(name, COMMANDS, n=1, cutoff=0.75)
        if near:
            error.hint = tr("Did you mean the command {name}?", name=near[0])
        raise


if __name__ == "__main__":
    sys.exit(main())
