"""What typer says by itself, help pages and wrong options, in the user's language."""

from __future__ import annotations

import difflib
from typing import Any

from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

from playground.errors import PlaygroundError
from playground.i18n import tr


class _Translated:
    """Help pages whose fixed words are ours. Only methods that typer offers for this are used."""

    def get_help_option(self, context: Any) -> Any:
        """The option --help, explained in the user's language."""
        translate_headings()
        option = super().get_help_option(context)  # type: ignore[misc]
        if option is not None:
            option.help = tr("Show this message and exit.")
        return option

    def format_usage(self, context: Any, formatter: Any) -> None:
        """The line that shows how to call the command."""
        pieces = self.collect_usage_pieces(context)  # type: ignore[attr-defined]
        formatter.write_usage(context.command_path, " ".join(pieces), prefix=tr("Usage:") + " ")


class Command(_Translated, TyperCommand):
    """One command."""


class Group(_Translated, TyperGroup):
    """All commands together."""


def translate_headings() -> None:
    """Set the headings of typer's help pages; done late, when the language is known."""
    rich_utils.ARGUMENTS_PANEL_TITLE = tr("Arguments")
    rich_utils.OPTIONS_PANEL_TITLE = tr("Options")
    rich_utils.COMMANDS_PANEL_TITLE = tr("Commands")
    rich_utils.DEFAULT_STRING = tr("[default: {}]")
    rich_utils.REQUIRED_LONG_STRING = tr("[required]")


def usage_error(error: Exception) -> PlaygroundError | None:
    """A wrong option or argument as one of our errors; None for any other failure.

    Known by its method and its attributes: typer brings its own copy of click.
    """
    words = getattr(error, "format_message", None)
    if words is None:
        return None
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "playground"
    hint = tr("`{command} --help` shows what it takes.", command=command)
    kind, parameter = type(error).__name__, getattr(error, "param", None)
    if kind == "NoSuchOption":
        name = str(getattr(error, "option_name", ""))
        near = difflib.get_close_matches(name, getattr(error, "possibilities", None) or (), n=1)
        return PlaygroundError(
            tr("There is no option {name}.", name=name),
            hint=tr("Did you mean {names}?", names=near[0]) if near else hint,
        )
    if kind == "BadOptionUsage":
        text = tr("{name} needs a value.", name=getattr(error, "option_name", ""))
        return PlaygroundError(text, hint=hint)
    if kind == "MissingParameter" and parameter is not None:
        return PlaygroundError(tr("{name} is missing.", name=_name(parameter)), hint=hint)
    if kind == "BadParameter" and parameter is not None:
        reason = _reason(error)
        text = tr(
            "The value of {name} cannot be used: {reason}.", name=_name(parameter), reason=reason
        )
        return PlaygroundError(text, hint=hint)
    return PlaygroundError(words(), hint=hint)


def _reason(error: Exception) -> str:
    """Why a value is refused: typer has it from pydantic, which says so in English."""
    faults: list[Any] = getattr(error.__cause__, "errors", list)()
    kind = str(faults[0]["type"]) if faults else ""
    if kind.startswith("int_"):
        return tr("it must be a whole number")
    if kind.startswith("float_"):
        return tr("it must be a number")
    return str(getattr(error, "message", error)).rstrip(".")


def _name(parameter: Any) -> str:
    """The name as it is typed: ``--steps`` of an option, FILE of an argument."""
    if getattr(parameter, "param_type_name", "") == "argument":
        return str(parameter.metavar or parameter.human_readable_name)
    return str(parameter.opts[0])
