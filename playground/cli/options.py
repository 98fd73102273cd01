"""Arguments and options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from playground import i18n
from playground.errors import ParameterError
from playground.i18n import tr


def switch_language(code: str | None) -> str | None:
    """Switch the language of everything that is printed from here on."""
    if code is not None:
        if code not in i18n.LANGUAGES:
            raise ParameterError(
                tr(
                    'There is no language "{code}"; there are: {codes}.',
                    code=code[:20],
                    codes=", ".join(i18n.LANGUAGES),
                ),
                node="--lang",
            )
        i18n.set_language(code)
    return code


FileArgument = Annotated[
    str,
    typer.Argument(
        metavar="FILE", help=tr("Path of a document, or name of a preset."), show_default=False
    ),
]

JsonOption = Annotated[
    bool,
    typer.Option("--json", help=tr("Print one JSON object a line and nothing else.")),
]

LangOption = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="en|zh",
        help=tr("Language of the texts; the system's unless given."),
        callback=switch_language,
        is_eager=True,
        show_default=False,
    ),
]
