"""Puts the commands together and turns every failure into one line and an exit status."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from playground import __version__
from playground.cli import (
    bench,
    blocks,
    check,
    datasets,
    doctor,
    presets,
    snapshot,
    train,
    translations,
    write,
)
from playground.cli.options import LangOption
from playground.cli.report import log_fault, logging_to_file, show_error, show_notice
from playground.cli.usage import Command, Group, usage_error
from playground.errors import PlaygroundError
from playground.i18n import tr
from playground.registry import notices

STOPPED = 130  # exit status after Ctrl+C, as shells expect: 128 + SIGINT


class Commands(Group):
    """The group of all commands, with the one place where failures end."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command and end the process with its exit status."""
        words = list(sys.argv[1:] if args is None else args)

        def work() -> Any:
            return super(Commands, self).main(
                words,
                prog_name or "playground",
                complete_var,
                False,  # not stand-alone: exceptions come to us instead of being printed
                windows_expand_args,
                **extra,
            )

        sys.exit(_guarded(work, as_json="--json" in words))


def _guarded(work: Callable[[], Any], *, as_json: bool) -> int:
    """Run a command; the exit status: 0, 1 for a failure, 130 for Ctrl+C."""
    if as_json and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")  # whatever the code page of the console
    with logging_to_file():
        status = _status(work, as_json)
    for notice in notices():  # of plug-ins that could not be loaded
        show_notice(notice)
    return status


def _status(work: Callable[[], Any], as_json: bool) -> int:
    try:
        status = work()
    except PlaygroundError as error:
        show_error(error, as_json=as_json)
        return 1
    except (KeyboardInterrupt, typer.Abort):
        return STOPPED
    except Exception as error:  # noqa: BLE001 - the outermost frame: a line and a log, no traceback
        show_error(usage_error(error) or log_fault(error), as_json=as_json)
        return 1
    return status if isinstance(status, int) else 0


app = typer.Typer(
    name="playground",
    cls=Commands,
    add_completion=False,
    no_args_is_help=False,
    help=tr(
        "Draw a neural network, press Play, and watch it learn. "
        "`playground [FILE]` opens the window; the commands work without one."
    ),
    epilog=tr("FILE is the path of a document or the name of a preset, such as digits-cnn."),
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"playground {__version__}")
        raise typer.Exit()


@app.callback()
def _program(
    lang: LangOption = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help=tr("Show the version."), callback=_show_version, is_eager=True
        ),
    ] = False,
) -> None:
    pass


app.command("train", cls=Command, help=train.HELP)(train.train)
app.command("write", cls=Command, help=write.HELP)(write.write)
app.command("check", cls=Command, help=check.HELP)(check.check)
app.command("presets", cls=Command, help=presets.HELP)(presets.presets)
app.command("blocks", cls=Command, help=blocks.HELP)(blocks.blocks)
app.command("datasets", cls=Command, help=datasets.HELP)(datasets.datasets)
app.command("snapshot", cls=Command, help=snapshot.HELP)(snapshot.snapshot)
app.command("bench", cls=Command, help=bench.HELP)(bench.bench)
app.command("doctor", cls=Command, help=doctor.HELP)(doctor.doctor)
app.command("translations", cls=Command, help=translations.HELP, hidden=True)(
    translations.translations
)


def run(words: Sequence[str]) -> int:
    """Run a command; returns its exit status."""
    if sys.platform != "win32":
        signal.signal(
            signal.SIGINT, signal.default_int_handler
        )  # also when started in the background
    try:
        app(list(words))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0
