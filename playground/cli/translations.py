"""`playground translations`: brings the translators' files up to date. For a checkout only."""

from __future__ import annotations

from typing import Annotated

import typer

from playground import i18n
from playground.cli.options import JsonOption, LangOption
from playground.cli.report import console, show_json
from playground.cli.texts import collect
from playground.cli.ts_file import merge, read_messages, write_messages
from playground.i18n import tr
from playground.resources import assets_dir

HELP = tr("Collect all texts of the program into the files of the translators.")


def translations(
    check: Annotated[
        bool, typer.Option("--check", help=tr("Change nothing; exit status 1 when work is left."))
    ] = False,
    json: JsonOption = False,
    lang: LangOption = None,
) -> int:
    """Update ``playground_<language>.ts``: finished texts stay, new ones are marked."""
    texts, faults = collect()
    for fault in faults:
        typer.echo(fault, err=True)
    left = len(faults)
    for code in i18n.LANGUAGES:
        if code == "en":  # the language of the code
            continue
        path = assets_dir() / "translations" / f"playground_{code}.ts"
        old = read_messages(path)
        new = merge(texts, old)
        unfinished = sum(not message.finished for message in new.values())
        changed = new != old
        if changed and not check:
            write_messages(path, code, new)
        left += unfinished + (changed and check)
        row = {
            "language": code,
            "texts": len(new),
            "unfinished": unfinished,
            "new": len(new.keys() - old.keys()),
            "gone": len(old.keys() - new.keys()),
        }
        if json:
            show_json(row)
        else:
            console().print("  ".join(f"{key} {value}" for key, value in row.items()))
    return 1 if check and left else 0
