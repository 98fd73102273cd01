"""`playground presets`: the ready experiments."""

from __future__ import annotations

from playground.cli.options import JsonOption, LangOption
from playground.cli.report import console, show_json, show_notice
from playground.errors import FormatError
from playground.i18n import tr
from playground.resources import preset_paths

HELP = tr("List the ready experiments.")


def presets(json: JsonOption = False, lang: LangOption = None) -> None:
    """Print name, title and contents of every preset."""
    from rich.table import Table

    from playground.document.format import read

    table = Table(box=None, pad_edge=False)
    for heading in (tr("Name"), tr("Title"), tr("Data"), tr("Blocks")):
        table.add_column(heading)
    for name, path in preset_paths().items():
        try:
            document = read(path)
        except FormatError as error:  # one broken file must not hide the others
            show_notice(str(error))
            continue
        row = {
            "name": name,
            "title": tr(document.title),
            "about": tr(document.about),
            "dataset": document.data.dataset,
            "experiment": document.train.experiment,
            "blocks": len(document.nodes),
            "steps": document.train.steps,
            "path": str(path),
        }
        if json:
            show_json(row)
        else:
            table.add_row(name, tr(document.title), document.data.dataset, str(row["blocks"]))
    if not json:
        console().print(table)
