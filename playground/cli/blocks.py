"""`playground blocks`: the catalogue of blocks."""

from __future__ import annotations

from typing import Any

from playground.cli.options import JsonOption, LangOption
from playground.cli.report import console, show_json
from playground.i18n import tr
from playground.registry import blocks as catalogue

HELP = tr("List all blocks with their ports and parameters.")


def blocks(json: JsonOption = False, lang: LangOption = None) -> None:
    """Print every block; with `--json` also its ports and the JSON Schema of its parameters."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for heading in (tr("Key"), tr("Title"), tr("Group"), tr("What it does")):
        table.add_column(heading, no_wrap=heading == tr("Key"), overflow="fold")
    for key, kind in catalogue.items():
        if json:
            show_json(
                {
                    "key": key,
                    "title": tr(kind.title),
                    "group": tr(kind.group),
                    "summary": tr(kind.summary()),
                    "inputs": [_port(port) for port in kind.inputs],
                    "outputs": [_port(port) for port in kind.outputs],
                    "formula": kind.formula,
                    "source": kind.source,
                    "schema": kind.model_json_schema(),
                }
            )
        else:
            table.add_row(key, tr(kind.title), tr(kind.group), tr(kind.summary()))
    if not json:
        console().print(table)


def _port(port: Any) -> dict[str, Any]:
    return {"name": port.name, "axes": port.axes, "many": port.many, "tokens": port.tokens}
