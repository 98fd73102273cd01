"""`playground datasets`: the catalogue of data."""

from __future__ import annotations

import logging

from playground.cli.options import JsonOption, LangOption
from playground.cli.report import console, show_json
from playground.data.base import Dataset
from playground.i18n import tr
from playground.registry import datasets as catalogue

HELP = tr("List all datasets with their parameters.")


def datasets(json: JsonOption = False, lang: LangOption = None) -> None:
    """Print every dataset; with `--json` also the JSON Schema of its parameters."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for heading in (tr("Key"), tr("Title"), tr("Group"), tr("What it is")):
        table.add_column(heading, no_wrap=heading == tr("Key"), overflow="fold")
    for key, kind in catalogue.items():
        if json:
            show_json(
                {
                    "key": key,
                    "title": tr(kind.title),
                    "group": tr(kind.group),
                    "summary": tr(kind.summary()),
                    "samples": _count(kind),
                    "source": kind.source,
                    "schema": kind.model_json_schema(),
                }
            )
        else:
            table.add_row(key, tr(kind.title), tr(kind.group), tr(kind.summary()))
    if not json:
        console().print(table)


def _count(kind: type[Dataset]) -> int | None:
    """How many samples there are with the default parameters, where that is known."""
    try:
        return kind.make({}).count()
    except Exception:  # a stranger's code may raise anything
        logging.getLogger(__name__).exception("the dataset %s cannot count", kind.key)
        return None
