"""`playground snapshot`: a picture of the real window, with or without a display."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from playground import i18n
from playground.cli.options import FileArgument, JsonOption, LangOption
from playground.cli.report import console, show_json
from playground.cli.system import qt_fault
from playground.document.library import load
from playground.errors import ParameterError
from playground.i18n import tr

HELP = tr("Open the window, train for some seconds, save a picture of it, leave.")
THEMES = ("light", "dark")
LEVELS = ("overview", "layer", "neuron", "arithmetic")
SIDES = range(320, 8193)  # pixels


def snapshot(
    file: FileArgument,
    out: Annotated[Path, typer.Argument(metavar="OUT.png", help=tr("Where to save the picture."))],
    seconds: Annotated[
        float, typer.Option(help=tr("Train for this long before the picture is taken."))
    ] = 5.0,
    size: Annotated[
        str, typer.Option(metavar="WIDTHxHEIGHT", help=tr("Size of the window in pixels."))
    ] = "1600x1000",
    theme: Annotated[str, typer.Option(metavar="|".join(THEMES), help=tr("Colours."))] = "light",
    focus: Annotated[
        str | None, typer.Option(metavar="NODE", help=tr("Select the block with this id."))
    ] = None,
    level: Annotated[
        str,
        typer.Option(metavar="|".join(LEVELS), help=tr("How far that block is opened.")),
    ] = "overview",
    json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Take the picture; the window is the real one, its numbers those of a real training."""
    width, height = _size(size)
    _expect(out, seconds, theme, level, focus)
    load(file)  # refuses what cannot be shown, before a window opens
    try:
        from playground.gui.snapshot import snapshot as take
    except ImportError as error:
        raise qt_fault(error) or error from error
    take(
        file,
        out,
        seconds=seconds,
        size=(width, height),
        theme=theme,
        lang=lang or i18n.language(),
        focus=focus,
        level=level,
    )
    if json:
        show_json({"event": "done", "path": str(out), "width": width, "height": height})
    else:
        console().print(tr("Saved {path}", path=out), soft_wrap=True)


def _expect(out: Path, seconds: float, theme: str, level: str, focus: str | None) -> None:
    """Refuse what the options cannot be, with what they can."""
    if theme not in THEMES:
        raise ParameterError(
            tr('There is no theme "{name}".', name=theme[:40]),
            hint=tr("There are: {names}.", names=", ".join(THEMES)),
            node="--theme",
        )
    if level not in LEVELS:
        raise ParameterError(
            tr('There is no level "{name}".', name=level[:40]),
            hint=tr("There are: {names}.", names=", ".join(LEVELS)),
            node="--level",
        )
    if level != "overview" and focus is None:
        raise ParameterError(
            tr("Which block shall be opened?"), hint=tr("Say --focus NODE."), node="--level"
        )
    if not 0 <= seconds < 1e6:
        raise ParameterError(
            tr("The seconds are {value}; they must be at least 0.", value=seconds), node="--seconds"
        )
    if out.suffix.lower() != ".png":
        raise ParameterError(
            tr("The picture is a PNG file; {path} is not.", path=out), node="OUT.png"
        )


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", text.strip())
    sides = (int(match[1]), int(match[2])) if match else (0, 0)
    if not all(side in SIDES for side in sides):
        raise ParameterError(
            tr(
                'The size is "{text}"; it must be WIDTHxHEIGHT, '
                "with {least} to {most} pixels a side.",
                text=text[:40],
                least=SIDES[0],
                most=SIDES[-1],
            ),
            hint=tr("For example: 1600x1000."),
            node="--size",
        )
    return sides
