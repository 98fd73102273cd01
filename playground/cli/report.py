"""How the commands speak: JSON lines for programs, one clear line or a table for people."""

from __future__ import annotations

import json
import logging
import math
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playground.errors import PlaygroundError
from playground.i18n import tr

if TYPE_CHECKING:
    from rich.console import Console


def show_json(fields: Mapping[str, Any]) -> None:
    """Print one object as one line. Numbers that JSON does not have (NaN, infinity) become null."""
    text = json.dumps(_plain(fields), ensure_ascii=False, allow_nan=False, separators=(", ", ": "))
    sys.stdout.write(text + "\n")
    sys.stdout.flush()  # a reader on the other end of a pipe sees each row at once


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, str | bool | int) or value is None:
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Iterable):
        return [_plain(item) for item in value]
    return str(value)


def show_error(error: PlaygroundError, *, as_json: bool = False) -> None:
    """Say what went wrong: with `--json` an object, else one red line on standard error."""
    if as_json:
        show_json(
            {
                "event": "error",
                "message": error.message,
                "hint": error.hint,
                "node": error.node,
            }
        )
        return
    show_notice(str(error), "31")


def show_notice(text: str, colour: str = "33") -> None:
    """One line on standard error, coloured where that is a terminal."""
    line = " ".join(text.split())
    if sys.stderr.isatty():
        line = f"\033[{colour}m{line}\033[0m"
    sys.stderr.write(line + "\n")


def console() -> Console:
    """A console on standard output; made anew because tests replace the stream."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False)


def log_file() -> Path:
    """The file that receives the details of faults in the program itself."""
    from platformdirs import user_state_path

    return user_state_path("neural-playground", appauthor=False) / "logs" / "command-line.log"


class _LogFile(logging.Handler):
    """Appends to the log file, which is there from the first message on; else to standard error."""

    def emit(self, record: logging.LogRecord) -> None:
        text = self.format(record) + "\n"
        path = log_file()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8") as file:
                file.write(text)
        except OSError:
            sys.stderr.write(text)  # better than nothing


@contextmanager
def logging_to_file() -> Iterator[None]:
    """Keep the details of faults from the screen: they go to the log file."""
    handler = _LogFile(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("playground")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


def log_fault(error: BaseException) -> PlaygroundError:
    """Write a fault of the program to the log file and return the one line that a user sees."""
    logging.getLogger(__name__).error("fault on the command line", exc_info=error)
    what = str(error) or tr("no further words")
    return PlaygroundError(
        tr(
            "This is a fault of the program itself: {kind}: {what}.",
            kind=type(error).__name__,
            what=what.splitlines()[0][:200].removesuffix("."),
        ),
        hint=tr("The details are in {path}.", path=log_file()),
    )
