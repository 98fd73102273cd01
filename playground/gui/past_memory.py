"""How much memory the earlier steps of the runs may take: chosen by the user, remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.gui.settings import Preferences
from playground.i18n import mark, tr

if TYPE_CHECKING:
    from playground.gui.context import Context
    from playground.gui.run_past import RunPast

MEMORIES = {  # MB -> what the menus say
    0: mark("Keep no earlier steps"),
    64: mark("64 MB"),
    256: mark("256 MB"),
    1024: mark("1 GB"),
    4096: mark("4 GB"),
}


def choose_memory(context: Context, megabytes: int) -> None:
    """Keep earlier steps in this much memory, from now on and at the next start."""
    Preferences(context.settings).past_mb = megabytes
    context.run.set_memory(megabytes)


def in_use(past: RunPast, megabytes: int) -> str:
    """What is kept and how much it takes, as a sentence."""
    if past.needs and megabytes:
        return too_small(past.needs, megabytes)
    steps, runs = past.num_kept, len(past.runs())
    used = f"{past.nbytes / 2**20:.1f}"
    if runs < 2:
        return tr("{n} steps are kept, in {used} of {most} MB.", n=steps, used=used, most=megabytes)
    return tr(
        "{n} steps of {runs} runs are kept, in {used} of {most} MB.",
        n=steps,
        runs=runs,
        used=used,
        most=megabytes,
    )


def too_small(needs: int, megabytes: int) -> str:
    """Why a run has no earlier steps to be seen, as a sentence."""
    return tr(
        "No earlier steps are kept: two states of this network take {needs} MB, and {most} MB are "
        "set aside. The memory beside the timeline can be made larger.",
        needs=f"{needs / 2**20:.1f}",
        most=megabytes,
    )
