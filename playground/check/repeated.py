"""What is wrong with the repeats of a composite."""

from __future__ import annotations

from playground.check.instances import repeat_fix
from playground.check.problems import Fix, Problem
from playground.document.composites.definitions import MAX_REPEAT, read_instance
from playground.document.composites.interface import set_repeat
from playground.document.composites.paths import level, local, parent
from playground.document.model import Document
from playground.i18n import tr


def repeat_mismatch(
    path: str, copies: int, gives: str, takes: str, message: str, shared: bool
) -> Problem:
    """A repeat whose output does not fit its own input.

    Parameters
    ----------
    copies : int
        How many copies fit.
    gives, takes : str
        Shapes in words: of the output of the last copy that fits, and of the first input.
    message : str
        What the first copy that does not fit says.
    shared : bool
        The weights are shared.
    """
    fixes = [repeat_fix(path, copies)] if 1 <= copies <= MAX_REPEAT else []
    if shared:
        fixes.insert(0, _own_weights(path))
    return Problem(
        "repeat_mismatch",
        tr(
            "The output of {id} ({gives}) does not fit its own input ({takes}): {reason}",
            id=path,
            gives=gives,
            takes=takes,
            reason=message,
        ),
        tr("Let it give what it takes, or repeat it less often."),
        path,
        place="params.repeat",
        fixes=tuple(fixes),
    )


def shared_statistics(path: str, norm: str) -> Problem:
    """Repeats that share a batch normalisation, whose averages then fit none of them."""
    return Problem(
        "shared_statistics",
        tr(
            "{norm} is shared by all repeats of {id}: it averages over what arrives at each.",
            norm=norm,
            id=path,
        ),
        tr("In a test it fits none of them. Use layer normalisation, or separate weights."),
        path,
        place="params.share_weights",
        severity="warning",
        fixes=(_own_weights(path),),
    )


def _own_weights(path: str) -> Fix:
    def edit(doc: Document) -> Document:
        node = level(doc, parent(path)).by_id[local(path)]
        return set_repeat(doc, path, read_instance(node).repeat, share_weights=False)

    return Fix(tr("Give each repeat of {id} weights of its own", id=path), edit)
